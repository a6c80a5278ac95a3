"""A plan written by any version can be opened by this one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import op
from files import bytes_of
from sqlalchemy import create_engine
from strategies import SMALL

from wrapplanner.storage import migrations, rows, tables
from wrapplanner.storage.interchange import read_plan, read_whole
from wrapplanner.storage.plans import PlanStore

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("plan-v*"))


@pytest.fixture(params=FIXTURES, ids=lambda path: path.name)
def old(request: pytest.FixtureRequest, folder: Path) -> Path:
    """A copy of a plan of each version so far."""
    return Path(shutil.copytree(request.param, folder))


def test_there_is_a_step_and_a_fixture_for_each_version():
    assert len(migrations.STEPS) == rows.SCHEMA
    assert [path.name for path in FIXTURES] == [f"plan-v{version}" for version in range(1, rows.SCHEMA + 1)]


def test_a_plan_of_each_version_says_what_it_said(old):
    with closing(PlanStore.open(old)) as store:
        plan, days = read_whole((old / "plan.json").read_bytes(), SMALL)
        assert (store.load(), tuple(store.days.all())) == (plan, days or ())
        assert store.edition().version == 1
    assert _schema_of(old) == rows.SCHEMA


def test_the_steps_make_the_tables_of_today():
    by_steps, at_once = create_engine("sqlite://"), create_engine("sqlite://")
    with by_steps.begin() as connection:
        migrations.upgrade(connection, 0, rows.SCHEMA)
    tables.metadata.create_all(at_once)
    assert _described(by_steps) == _described(at_once)
    by_steps.dispose()
    at_once.dispose()


def _add_a_column() -> None:
    op.add_column("people", sa.Column("colour", sa.String))


def _break() -> None:
    _add_a_column()
    raise RuntimeError("a step that does not work")


def test_an_older_file_is_brought_up_to_date_when_it_is_opened(old, monkeypatch):
    monkeypatch.setattr(rows, "SCHEMA", rows.SCHEMA + 1)
    monkeypatch.setattr(migrations, "upgrade", partial(migrations.upgrade, steps=(*migrations.STEPS, _add_a_column)))
    with closing(PlanStore.open(old)) as store:
        assert store.load() == read_plan((old / "plan.json").read_bytes(), SMALL)
    assert _schema_of(old) == rows.SCHEMA


def test_a_step_that_does_not_work_leaves_the_file_as_it_was(old, monkeypatch):
    before = bytes_of(old)
    with monkeypatch.context() as patched:
        patched.setattr(rows, "SCHEMA", rows.SCHEMA + 1)
        patched.setattr(migrations, "upgrade", partial(migrations.upgrade, steps=(*migrations.STEPS, _break)))
        with pytest.raises(RuntimeError, match="does not work"):
            PlanStore.open(old)
    after = {name: data for name, data in bytes_of(old).items() if not name.startswith("backups")}
    assert {**after, "plan.db-journal": b""} == {**before, "plan.db-journal": b""}
    PlanStore.open(old).close()


def test_alembic_is_not_imported_for_a_plan_of_today(folder):
    PlanStore.create(folder, "small").close()
    script = f"""
import sys
from pathlib import Path
from wrapplanner.storage.plans import PlanStore
PlanStore.open(Path({str(folder)!r})).close()
assert not {{"alembic", "sqlalchemy.orm", "wrapplanner.storage.migrations"}} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def _schema_of(folder: Path) -> int:
    with closing(PlanStore.open(folder)) as store, store.vault.transaction() as connection:
        return int(connection.execute(sa.select(tables.meta.c.value).where(tables.meta.c.key == "schema")).scalar_one())


def _described(engine: sa.Engine) -> dict[str, object]:
    found = sa.inspect(engine)
    return {
        name: (
            [(c["name"], str(c["type"]), c["nullable"], c["primary_key"]) for c in found.get_columns(name)],
            [(k["constrained_columns"], k["referred_table"], k["options"]) for k in found.get_foreign_keys(name)],
            sorted(
                (i["name"], i["column_names"], str(i["dialect_options"].get("sqlite_where"))) for i in found.get_indexes(name)
            ),
        )
        for name in found.get_table_names()
    }
