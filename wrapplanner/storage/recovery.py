"""The recovery code: 128 random bits that a person can print, read aloud and type in again.

28 letters in seven groups of four, of Crockford's 32 letters (no I, L, O, U): 128 bits and 12 more that check them. Small
letters, spaces and dashes of any kind do not matter; O is read as 0, I and L as 1.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

from wrapplanner.errors import CodeMistyped

CODE_BYTES = 16
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
_LENGTH, _GROUP, _CHECK_BITS = 28, 4, 12


def fresh_code() -> bytes:
    """Return the 16 random bytes of a new code."""
    return secrets.token_bytes(CODE_BYTES)


def code_words(code: bytes) -> str:
    """Return a code as it is printed: seven groups of four letters with dashes between."""
    number = int.from_bytes(code, "big") << _CHECK_BITS | _check(code)
    letters = "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))
    return "-".join(letters[place : place + _GROUP] for place in range(0, _LENGTH, _GROUP))


def read_code(words: str) -> bytes:
    """Return the code that somebody typed. Raises CodeMistyped."""
    typed = unicodedata.normalize("NFKC", words).upper().translate(_READ_AS)
    letters = [letter for letter in typed if letter.isalnum()]
    if len(letters) != _LENGTH or not set(letters) <= set(_LETTERS):
        raise CodeMistyped("A recovery code has seven groups of four letters and digits. Look at the sheet once more.")
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    code = (number >> _CHECK_BITS).to_bytes(CODE_BYTES, "big")
    if number & (1 << _CHECK_BITS) - 1 != _check(code):
        raise CodeMistyped(
            "One letter or number of the recovery code is not right. Nothing is lost: look at the sheet once more."
        )
    return code


def _check(code: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"wrapplanner recovery code" + code).digest()[:2], "big") >> 16 - _CHECK_BITS
