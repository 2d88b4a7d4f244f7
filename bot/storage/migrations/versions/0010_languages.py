"""In which language the helper who has an errand is spoken to."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("errands", sa.Column("helper_language", sa.String(16), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("errands", "helper_language")
