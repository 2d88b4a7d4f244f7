"""How often in a row work was cut off, apart from whether it is under way: what rests is not."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("work", sa.Column("cut_off", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("work", "cut_off")
