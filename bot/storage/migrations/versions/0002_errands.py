"""Errands that patients hand to helpers."""

import sqlalchemy as sa
from alembic import op

from bot.storage.instants import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "errands",
        sa.Column("id", row_id, autoincrement=True, nullable=False),
        sa.Column("case_id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("helper_chat_id", sa.BigInteger()),
        sa.Column("files", sa.String(64), server_default="", nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_id", "number", name="uq_errands_case_id_number"),
        sa.UniqueConstraint("token_hash", name="uq_errands_token_hash"),
    )
    op.create_index("ix_errands_helper_chat_id", "errands", ["helper_chat_id"])


def downgrade() -> None:
    op.drop_table("errands")
