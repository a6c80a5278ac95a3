"""Version 3: who holds which printed copy, and days: what was ticked, where the person was, a note."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make both tables, empty."""
    _copies()
    _days()


def _copies() -> None:
    op.create_table(
        "copies",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("holder", sa.Text, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("person", "audience", "medium", "day")),
        sa.Column("choices", sa.Text, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("state", "state_day")),
    )


def _days() -> None:
    op.create_table(
        "days",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("place", sa.String, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("note", "ticks")),
    )
