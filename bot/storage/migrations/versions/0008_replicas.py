"""Several replicas at one database: which are alive, who speaks to which chat, who does which work, what fails."""

import sqlalchemy as sa
from alembic import op

from bot.storage.instants import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "replicas",
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("seen", Instant(), nullable=False),
    )
    op.create_table(
        "speaking",
        sa.Column("chat_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("replica", sa.String(16), nullable=False),
        sa.Column("behind", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        "failing",
        sa.Column("update_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
    )
    op.add_column("work", sa.Column("replica", sa.String(16), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("work") as batch:
        batch.drop_column("replica")
    for table in ("failing", "speaking", "replicas"):
        op.drop_table(table)
