"""When a person last did anything, by which it is kept no longer than needed; and who opened what, and when."""

import sqlalchemy as sa
from alembic import op

from bot.storage.instants import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("acted_at", Instant()))
    # Never before it was: a case was changed by what its person did, and perhaps by a reminder since.
    op.execute("UPDATE cases SET acted_at = changed_at")
    op.create_index("ix_cases_acted_at", "cases", ["acted_at"])
    op.create_table(
        "accesses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("case_id", sa.String(32), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("document", sa.Integer(), server_default="0", nullable=False),
    )
    op.create_index("ix_accesses_case_id_id", "accesses", ["case_id", "id"])


def downgrade() -> None:
    op.drop_table("accesses")
    op.drop_index("ix_cases_acted_at", "cases")
    op.drop_column("cases", "acted_at")
