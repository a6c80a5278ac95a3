"""Reading goes through the driver beneath SQLAlchemy: its columns are the tables', and opening imports no SQLAlchemy."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wrapplanner.storage import rows, tables
from wrapplanner.storage.names import free_name, plan_in
from wrapplanner.storage.plans import PlanStore

READ_APART = {"rank", "question"}  # the order, and which answer it belongs to


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (tables.entries, rows.ENTRY_COLUMNS),
        (tables.tools, rows.TOOL_COLUMNS),
        (tables.people, rows.PERSON_COLUMNS),
    ],
)
def test_every_column_is_read(table, columns):
    assert set(columns) == {column.name for column in table.columns} - READ_APART


def test_a_digest_follows_every_column_of_every_table_but_its_own():
    followed = {name: set(columns) for name, columns in rows.FOLLOWED.items()}
    assert followed == {
        table.name: {c.name for c in table.columns} for table in tables.metadata.tables.values() if table.name != "safekeeping"
    }


def test_a_plan_is_read_without_sqlalchemy(tmp_path):
    PlanStore.create(tmp_path / "plan", "small").close()
    script = (
        "import sys, pathlib; from wrapplanner.storage.plans import PlanStore\n"
        f"store = PlanStore.open(pathlib.Path({str(tmp_path / 'plan')!r})); store.load(); store.edition(); store.close()\n"
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_chosen_folder_leads_to_its_plan(tmp_path):
    PlanStore.create(tmp_path / "plans" / "my-plan", "small").close()
    for chosen in (tmp_path, tmp_path / "plans", tmp_path / "plans" / "my-plan"):
        assert plan_in(chosen) == (tmp_path, "my-plan")
    (tmp_path / "elsewhere").mkdir()
    assert plan_in(tmp_path / "elsewhere") is None
    assert free_name(tmp_path, "my-plan") == "my-plan-2"
    assert free_name(tmp_path, "other") == "other"
