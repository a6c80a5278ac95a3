"""What each command does. None but the app imports Qt; SQLAlchemy and reportlab come in only where they are used.

A command takes the parsed arguments and returns the exit code; what goes wrong is raised, as our errors or OSError.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from wrapplanner.errors import ImportRefused, StorageError, WrapPlannerError
from wrapplanner.invocation import (
    check_target,
    data_of,
    first_line,
    framework_names,
    framework_of,
    plan_name_of,
    put,
    store_of,
    tell,
)
from wrapplanner.paths import resource_root
from wrapplanner.storage.names import plan_folder, plan_names

Command = Callable[[argparse.Namespace], int]


def app(arguments: argparse.Namespace) -> int:
    """Open the app."""
    plan_folder(data_of(arguments), plan_name_of(arguments))  # a name that no folder can have is told before a window opens
    _check_screen()
    from wrapplanner.app import run

    return run(
        data_of(arguments),
        plan_name_of(arguments),
        arguments.example,
        out_of_sight=arguments.out_of_sight,
        told_place=arguments.told_place,
    )


def _check_screen() -> None:
    if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        raise WrapPlannerError("There is no screen here for the app to open on. The commands of wrapplanner --help need none.")


def group(arguments: argparse.Namespace) -> int:
    """Open group sessions."""
    if arguments.session and not arguments.programme:
        arguments.usage("argument --session: say of which programme, with --programme ID")
    _check_screen()
    from wrapplanner.facilitator.example import ExamplePlan
    from wrapplanner.facilitator.ui.console import run

    return run(data_of(arguments), resource_root(), ExamplePlan(), arguments.programme, arguments.session)


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of the open format, for all kinds of plan, or that of a group's file of ideas."""
    from wrapplanner.storage.ideas import ideas_schema
    from wrapplanner.storage.schema import json_schema

    schema = ideas_schema() if arguments.ideas else json_schema([framework_of(name) for name in framework_names()])
    return tell(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")


def example(arguments: argparse.Namespace) -> int:
    """Print the example plan of a framework, after reading it as strictly as any import."""
    from wrapplanner.storage.interchange import read_plan

    framework = framework_of(arguments.framework)
    data = (resource_root() / "examples" / f"{framework.id}-en.json").read_bytes()
    read_plan(data, framework)
    return put("-", data)


def take(arguments: argparse.Namespace) -> int:
    """Take a plan in the open format: whole, or not at all."""
    from wrapplanner.domain.changes import replacement
    from wrapplanner.storage.backups import Why
    from wrapplanner.storage.interchange import peek_framework, read_whole
    from wrapplanner.storage.plans import PlanStore

    data, name = _taken(arguments.file), plan_name_of(arguments)
    folder, asks = plan_folder(data_of(arguments), name), peek_framework(data)
    if asks not in framework_names():
        raise ImportRefused("this kind of plan is not known here.", "/framework")
    plan, days = read_whole(data, framework_of(asks))
    if name not in plan_names(data_of(arguments)):
        with closing(PlanStore.create(folder, plan.framework, content=plan)) as store:
            store.days.keep(days or ())
        return tell("The plan is made, with all that the file holds.\n")
    with closing(store_of(arguments)) as store:
        old = store.load()
        other_days = days is not None and days != tuple(store.days.all())
        if old != plan or other_days:
            change, inverse = replacement(old, plan), replacement(plan, old)  # refused before anything is written
            store.make_backup(store.begin_backup(Why.IMPORT))
            if old != plan:
                store.apply(change, inverse)
            if days is not None and other_days:
                store.days.replace_all(days)
    return tell("The plan now says what the file says.\n")


def export_json(arguments: argparse.Namespace) -> int:
    """Write the plan in the open format."""
    from wrapplanner.storage.interchange import write_plan

    check_target(arguments.output)
    with closing(store_of(arguments, reads=True)) as store:
        return put(arguments.output, write_plan(store.load(), store.days.all()))


def documents(_: argparse.Namespace) -> int:
    """Print the id and the title of each document."""
    from wrapplanner.pdf.documents import DOCUMENTS

    return tell("".join(f"{document.id}\t{document.title}\n" for document in DOCUMENTS.values()))


def export_pdf(arguments: argparse.Namespace) -> int:
    """Write a document as PDF for a reader; it is noted as handed out, with its edition and who has it."""
    from wrapplanner.pdf.documents import DOCUMENTS

    if arguments.document not in DOCUMENTS:
        arguments.usage(f"argument --document: there is none of that name; choose from {', '.join(DOCUMENTS)}")
    if arguments.fillable and arguments.document != "worksheets":
        arguments.usage("argument --fillable: only worksheets are to be filled in")
    check_target(arguments.output)
    with closing(store_of(arguments)) as store:
        from wrapplanner.handing import handed_pdf

        framework = framework_of(store.framework, _wording(data_of(arguments)))
        password = first_line(arguments.password_file) if arguments.password_file else ""
        country = _country(data_of(arguments))
        data, copies = handed_pdf(store, framework, resource_root(), arguments, password, country)
        # Before the file is written: a paper whose version number is given again to other words would mislead.
        store.hand_out(*copies)
    return put(arguments.output, data)


def worksheets(arguments: argparse.Namespace) -> int:
    """Write blank worksheets as PDF. No plan is opened, and nothing counts as handed out."""
    from datetime import UTC, datetime

    from wrapplanner.domain.copies import Edition
    from wrapplanner.domain.plan import Plan
    from wrapplanner.pdf.options import Paper, PrintOptions
    from wrapplanner.pdf.render import make_pdf

    check_target(arguments.output)
    framework = framework_of(arguments.framework)
    options = PrintOptions(
        edition=Edition(1, datetime.now(UTC).astimezone().date()),
        fonts=resource_root() / "fonts",
        paper=Paper(arguments.paper),
        large_print=arguments.large_print,
        part=arguments.part,
        ideas=arguments.ideas,
        copies=arguments.copies,
        fillable=arguments.fillable,
    )
    return put(arguments.output, make_pdf("worksheets", framework, Plan(framework.id), options))


def check(arguments: argparse.Namespace) -> int:
    """Look at the plan’s file and print a line for each thing looked at."""
    from wrapplanner.storage.checks import check_store

    with closing(store_of(arguments, reads=True)) as store:
        checks = check_store(store, framework_of(store.framework))
    tell("".join(f"{check.name}: {check.found}\n" for check in checks))
    if all(check.fine for check in checks):
        return 0
    raise StorageError("Something in this plan's file is not as it should be; the lines above say what. Nothing was changed.")


def _wording(data: Path) -> dict[str, str]:
    # The app's own reader of this file comes with Qt. As there, a damaged file means the defaults.
    try:
        chosen = json.loads((data / "preferences.json").read_text("utf-8"))["wording"]
        return {str(wording): str(choice) for wording, choice in chosen.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _country(data: Path) -> str:
    """Return whose helplines papers show, as the app was told; the UK where it was told nothing."""
    try:
        return str(json.loads((data / "preferences.json").read_text("utf-8"))["country"]) or "UK"
    except (OSError, ValueError, KeyError, TypeError):
        return "UK"


def _taken(file: str) -> bytes:
    from wrapplanner.storage.openjson import MAX_BYTES

    # One byte more than is allowed is enough to see that it is too much.
    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise StorageError(f"{Path(file).name} cannot be read: {error.strerror}. Nothing was changed.") from error
