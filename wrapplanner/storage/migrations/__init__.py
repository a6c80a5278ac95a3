"""Steps from older tables to today's, with Alembic's operations; imported only when a plan's file is older than the program.

How to change the tables: change `tables.py`, raise `rows.SCHEMA`, add a module `vNNNN.py` with an `upgrade()` in
Alembic's operations (`alembic.op`) that imports nothing of the app, and put it at the end of `STEPS`. Run
`tests/storage/make_fixture.py` first: a plan of each past version stays in the tests for ever. The steps are imported
by name rather than found in a folder, so that a frozen build holds them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, text

from wrapplanner.storage.migrations import v0001, v0002, v0003

STEPS: tuple[Callable[[], None], ...] = (v0001.upgrade, v0002.upgrade, v0003.upgrade)
"""The step at place n makes version n + 1 out of version n."""


def upgrade(connection: Connection, old: int, new: int, steps: Sequence[Callable[[], None]] = STEPS) -> None:
    """Bring the tables from version `old` to `new`, inside the transaction of `connection`: all steps or none."""
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps[old:new]:
            step()
    connection.execute(text("UPDATE meta SET value = :new WHERE key = 'schema'"), {"new": str(new)})
