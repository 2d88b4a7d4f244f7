"""The topic in which a patient wrote last, where their chat has topics."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("topic", sa.BigInteger(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("cases", "topic")
