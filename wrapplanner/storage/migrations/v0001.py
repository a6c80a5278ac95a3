"""Version 1: the first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables of version 1 in an empty file."""
    op.create_table("meta", sa.Column("key", sa.String, primary_key=True), sa.Column("value", sa.String, nullable=False))
    _toolbox_and_people()
    _entries()
    op.create_table(
        "history",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("at", "day")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("change", "inverse")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "editions",
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("history", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("day", "handed_out")),
    )


def _toolbox_and_people() -> None:
    op.create_table(
        "tools",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("takes", sa.Text, nullable=False),
        sa.Column("costs_money", sa.Integer, nullable=False),
        sa.Column("cost", sa.Text, nullable=False),
        sa.Column("low_energy", sa.Integer, nullable=False),
        sa.Column("favourite", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "relation", "phones", "note")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("agreement", "confirmed")),
    )


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("question", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("tool", sa.String, sa.ForeignKey("tools.id", deferrable=True, initially="DEFERRED")),
        sa.Column("person", sa.String, sa.ForeignKey("people.id", deferrable=True, initially="DEFERRED")),
        sa.Column("cells", sa.Text, nullable=False),
    )
    op.create_index("entries_by_tool", "entries", ["tool"], sqlite_where=sa.text("tool IS NOT NULL"))
    op.create_index("entries_by_person", "entries", ["person"], sqlite_where=sa.text("person IS NOT NULL"))
