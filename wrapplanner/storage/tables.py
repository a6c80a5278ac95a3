"""The tables of a plan's file, in SQLAlchemy Core; private to storage.

`rank` orders a list with wide gaps (see `ranks.py`). Words that are not there are '', references that are not there NULL.
Lists inside a row (phones, cells) and whole changes are JSON. Times are UTC, ISO; days are the writer's own days, ISO.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),  # schema, framework, created, created_day, days
    Column("value", String, nullable=False),
)

tools = Table(
    "tools",
    metadata,
    Column("id", String, primary_key=True),
    Column("rank", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("takes", Text, nullable=False),
    Column("costs_money", Integer, nullable=False),
    Column("cost", Text, nullable=False),
    Column("low_energy", Integer, nullable=False),
    Column("favourite", Integer, nullable=False),
    Column("state", String, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    Column("rank", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("phones", Text, nullable=False),  # JSON list
    Column("note", Text, nullable=False),
    Column("agreement", String, nullable=False),
    Column("confirmed", String, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("question", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("rank", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("tool", String, ForeignKey("tools.id", deferrable=True, initially="DEFERRED")),
    Column("person", String, ForeignKey("people.id", deferrable=True, initially="DEFERRED")),
    Column("cells", Text, nullable=False),  # JSON object, columns in order; '' where there are none
)
# Without these, taking out a tool or a person would read every entry to see that nothing refers to it.
Index("entries_by_tool", entries.c.tool, sqlite_where=entries.c.tool.is_not(None))
Index("entries_by_person", entries.c.person, sqlite_where=entries.c.person.is_not(None))

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("day", String, nullable=False),
    Column("change", Text, nullable=False),
    Column("inverse", Text, nullable=False),
    sqlite_autoincrement=True,  # a number is never used again, so an edition's `history` stays true
)

editions = Table(
    "editions",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("history", Integer, nullable=False),  # the last change that is in it, 0 before any
    Column("day", String, nullable=False),  # the day of that change
    Column("handed_out", String, nullable=False),
)

copies = Table(
    "copies",
    metadata,
    Column("id", String, primary_key=True),
    Column("version", Integer, nullable=False),  # of the edition that it prints
    Column("document", String, nullable=False),
    Column("holder", Text, nullable=False),  # who or where, as it was called on the day
    Column("person", String, nullable=False),  # the id of somebody in the address list, '' for services, places and oneself
    Column("audience", String, nullable=False),
    Column("medium", String, nullable=False),  # paper, file
    Column("day", String, nullable=False),
    Column("choices", Text, nullable=False),  # JSON object: what was left out, paper, size of print
    Column("state", String, nullable=False),  # held, returned, destroyed, replaced
    Column("state_day", String, nullable=False),
)

days = Table(
    "days",
    metadata,
    Column("day", String, primary_key=True),
    Column("place", String, nullable=False),  # where the person said that they were, '' for no answer
    Column("note", Text, nullable=False),
    Column("ticks", Text, nullable=False),  # JSON: question id → {entry id → its words on that day}; '' where there are none
)

safekeeping = Table(
    "safekeeping",
    metadata,
    Column("key", String, primary_key=True),  # digest…, keys (a copy of the key file), backups and days (counters)
    Column("value", Text, nullable=False),
)
"""What keeps the plan safe; the one table that no digest follows."""
