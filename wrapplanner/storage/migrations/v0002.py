"""Version 2: a table for the digests, the copy of the key file and the number of backups."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the table; the digests are counted when the file is opened."""
    op.create_table(
        "safekeeping",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
