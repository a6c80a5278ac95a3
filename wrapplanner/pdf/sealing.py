"""A PDF behind a password: AES-256 (revision 6) by pikepdf. Screen readers may still read it once it is open."""

from __future__ import annotations

from io import BytesIO

from wrapplanner.errors import PrintError


def with_password(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted so that `password` opens it. Raises PrintError for one that PDF cannot take."""
    import pikepdf

    if not password or len(password.encode("utf-8")) > 127:
        raise PrintError("That password is too long for a PDF, or there is none. Nothing was saved; choose another one.")
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        allow = pikepdf.Permissions(accessibility=True)
        document.save(
            made, encryption=pikepdf.Encryption(owner=password, user=password, R=6, aes=True, metadata=True, allow=allow)
        )
    return made.getvalue()
