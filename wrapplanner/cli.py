"""The command line: what can be asked, and how an answer ends. What each command does is in `commands.py`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from wrapplanner import __version__, commands, safekeeping
from wrapplanner.errors import WrapPlannerError
from wrapplanner.paths import DATA_DIR_VARIABLE
from wrapplanner.storage.names import DEFAULT

_EPILOG: Final = f"""\
The data folder is --data-dir, else the environment's {DATA_DIR_VARIABLE}, else the system's place for a user's data.
Each plan is a folder in it: plans/NAME/plan.db (sealed), plans/NAME/plan.keys (which opens it: keep both) and backups/.
A passphrase or a recovery code is read from a file, never from the command itself, which others may see.

Ends with 0 if all went well, 1 with one sentence on the error output if not, 2 if the command was not understood.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 1 (one sentence was written to stderr) or 2 (usage)."""
    _leave_no_image()
    try:
        parser = _parser()
        arguments = parser.parse_args(argv)
        if arguments.example and arguments.run is not commands.app:
            parser.error("argument --example: it opens the app; for the example as a file: wrapplanner example")
        run: commands.Command = arguments.run
        return run(arguments)
    except SystemExit as left:  # argparse: --help, --version, usage
        return left.code if isinstance(left.code, int) else 2
    except WrapPlannerError as error:
        return _told(error.sentence)
    except BrokenPipeError:
        # Whoever read our output has left. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _told(
            f"The disk or the data folder cannot be used: {error.strerror or 'no reason was given'}. Nothing was changed."
        )
    except KeyboardInterrupt:
        return 130


def _leave_no_image() -> None:
    """Have a crash leave no image of the memory, where the words and the key of an open plan lie unsealed.

    One byte is too small for a file; Linux takes it besides as a sign to start no program that gathers such images, which
    nought would not keep it from. Programs started from here inherit it.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    left = 0 if most == 0 else 1
    resource.setrlimit(resource.RLIMIT_CORE, (left, left))


def _told(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _parser() -> argparse.ArgumentParser:
    where = _where()
    parser = argparse.ArgumentParser(
        prog="wrapplanner",
        description="Write a Wellness Recovery Action Plan, kept sealed on your own computer, and print it. "
        "Without a command, the app opens.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[where],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"WRAP Planner {__version__}")
    parser.add_argument("--example", action="store_true", help="open the app with a made-up plan that is gone afterwards")
    parser.add_argument(
        "--out-of-sight", action="store_true", help="begin without a window, to remind (Settings, Reminders asks for it)"
    )
    # A group session opens the example so: its place comes on the standard input.
    parser.add_argument("--told-place", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=commands.app)
    asked = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(name: str, run: commands.Command, words: str, more: str = "") -> argparse.ArgumentParser:
        return _command(asked, name, run, where, words, more)

    schema = add("schema", commands.schema, "print the JSON Schema (2020-12) of the open format")
    schema.add_argument("--ideas", action="store_true", help="of a group's file of ideas (.wrapideas) instead")
    example = add("example", commands.example, "print the example plan in the open format")
    example.add_argument("--framework", metavar="ID", default="wrap", help="which kind of plan (default: %(default)s)")
    whole = (
        "The plan is made if there is none, else replaced; the old one stays in its history. "
        "A file with anything wrong in it is refused whole, and the plan stays as it was."
    )
    taken = add("import", safekeeping.take, "take a plan in the open format, or in a sealed file (.wrapplan)", whole)
    taken.add_argument("file", metavar="FILE", help="the file to take; - reads the open format from the standard input")
    add("documents", commands.documents, "list the documents that can be printed")
    _add_worksheets(
        add("worksheets", commands.worksheets, "write blank sheets to fill in by hand, for a group or for yourself")
    )
    group = add("group", commands.group, "open group sessions on a shared screen; no plan is needed or opened")
    group.add_argument("--programme", metavar="ID", default="", help="go straight to a session of this programme")
    group.add_argument(
        "--session", metavar="N", type=_session, default=0, help="which session of it, from 1 (default: the first)"
    )
    group.set_defaults(usage=group.error)
    add("check", commands.check, "look whether the plan is sound, and its keys and backups; prints a line for each thing")
    backups = add("backups", commands.app, "list, make and restore backups")
    _add_backups(backups.add_subparsers(title="doings", metavar="DOING", required=True), where)
    keys = add("keys", commands.app, "list and change what opens the plan")
    _add_keys(keys.add_subparsers(title="doings", metavar="DOING", required=True), where)
    exports = add("export", commands.app, "write the plan to a file")
    _add_exports(exports.add_subparsers(title="forms", metavar="FORM", required=True), where)
    return parser


def _add_exports(forms: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser) -> None:
    _output(_command(forms, "json", commands.export_json, where, "the whole plan in the open format, readable by anyone"))
    counts = "The copy counts as handed out: what changes later gets a new version number."
    pdf = _command(forms, "pdf", commands.export_pdf, where, "a document to print", counts)
    pdf.add_argument("--document", metavar="ID", required=True, help="which document (see: wrapplanner documents)")
    pdf.add_argument(
        "--for",
        dest="reader",
        metavar="WHO",
        default="me",
        help="a name of the address list, service or me (default: %(default)s)",
    )
    pdf.add_argument("--password-file", metavar="FILE", help="its first line opens the PDF that is written")
    _paper(pdf)
    pdf.add_argument("--fillable", action="store_true", help="with form fields; of worksheets only")
    pdf.set_defaults(usage=pdf.error)
    _output(pdf)

    sealed = "The whole plan with its history in one file, to take to another computer."
    moved = _command(forms, "sealed", safekeeping.export_sealed, where, "one sealed file (.wrapplan)", sealed)
    moved.add_argument("--new-passphrase-file", metavar="FILE", help="its first line opens the sealed file")
    moved.add_argument("-o", "--output", metavar="FILE", required=True, help="the file to write")


def _add_backups(doings: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser) -> None:
    _command(doings, "list", safekeeping.list_backups, where, "a line for each: number, day, reason, whether it is whole")
    _command(doings, "make", safekeeping.make_backup, where, "make a backup and read it whole")
    aside = "What is there now is set aside as a backup of its own, and can be restored in turn."
    restored = _command(doings, "restore", safekeeping.restore_backup, where, "put a backup in the place of the plan", aside)
    restored.add_argument("number", metavar="NUMBER", type=int, help="which backup (see: wrapplanner backups list)")
    restored.add_argument("--preview", action="store_true", help="only say what would change")


def _add_keys(doings: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser) -> None:
    _command(doings, "list", safekeeping.list_keys, where, "a line for each thing that opens the plan")
    added = _command(doings, "add-passphrase", safekeeping.add_passphrase, where, "lock the plan with a passphrase")
    changed = _command(doings, "change-passphrase", safekeeping.change_passphrase, where, "give the plan another passphrase")
    changed.add_argument(
        "--someone-knows",
        action="store_true",
        help="somebody else knows the old one: write the plan anew under a new key",
    )
    for command in (added, changed):
        command.add_argument(
            "--new-passphrase-file", metavar="FILE", required=True, help="its first line is the new passphrase"
        )
    code = "It is shown this once: print it or write it down. An older code opens the plan no more."
    _command(doings, "new-recovery-code", safekeeping.new_recovery_code, where, "make a recovery code and print it", code)


def _add_worksheets(sheets: argparse.ArgumentParser) -> None:
    sheets.add_argument("--framework", metavar="ID", default="wrap", help="which kind of plan (default: %(default)s)")
    sheets.add_argument("--part", metavar="ID", default="", help="which part, for example early (default: all)")
    sheets.add_argument(
        "--copies", metavar="N", type=_copies, default=1, help="how many of each, 1 to 99 (default: %(default)s)"
    )
    sheets.add_argument("--ideas", action="store_true", help="print examples under the questions")
    sheets.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help="the paper in the printer (default: %(default)s)"
    )
    sheets.add_argument("--large-print", action="store_true", help="larger letters throughout")
    sheets.add_argument("--fillable", action="store_true", help="with form fields, to be filled in on a computer")
    _output(sheets)


def _copies(said: str) -> int:
    if said.isascii() and said.isdigit() and 1 <= int(said) <= 99:
        return int(said)
    raise argparse.ArgumentTypeError("a number from 1 to 99")


def _session(said: str) -> int:
    if said.isascii() and said.isdigit() and 1 <= int(said) <= 99:
        return int(said)
    raise argparse.ArgumentTypeError("a number from 1 to 99")


def _where() -> argparse.ArgumentParser:
    # SUPPRESS: an option may stand before the command or after it, and a default after would undo the one before.
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument("--data-dir", metavar="DIR", type=Path, default=argparse.SUPPRESS, help="where the plans are kept")
    where.add_argument("--plan", metavar="NAME", default=argparse.SUPPRESS, help=f"which plan (default: {DEFAULT})")
    opens = "its first line opens the plan; - is the standard input"
    for name in ("--passphrase-file", "--recovery-code-file"):
        where.add_argument(name, metavar="FILE", default=argparse.SUPPRESS, help=opens)
    return where


def _command(
    asked: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: commands.Command,
    where: argparse.ArgumentParser,
    words: str,
    more: str = "",
) -> argparse.ArgumentParser:
    described = f"{words[0].upper()}{words[1:]}. {more}"
    command = asked.add_parser(name, help=words, description=described, parents=[where], allow_abbrev=False)
    command.set_defaults(run=run)
    return command


def _paper(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help="the paper in the printer (default: %(default)s)"
    )
    command.add_argument("--large-print", action="store_true", help="larger letters throughout")


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", metavar="FILE", required=True, help="the file to write; - is the standard output")
