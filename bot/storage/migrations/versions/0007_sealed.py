"""What patients said is sealed: columns of bytes, and by themselves those that must be asked for."""

import sqlalchemy as sa
from alembic import op

from bot.vault.seals import is_sealed

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SEALED = (("cases", "state"), ("outbox", "content"))


def upgrade() -> None:
    op.add_column("identity", sa.Column("house_key", sa.LargeBinary()))
    op.add_column("cases", sa.Column("lost_files", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE cases SET lost_files = true WHERE state LIKE '%\"damaged\"%'")
    for table, column in SEALED:
        with op.batch_alter_table(table) as batch:
            batch.alter_column(
                column,
                existing_type=sa.Text(),
                existing_nullable=False,
                type_=sa.LargeBinary(),
                postgresql_using=f"convert_to({column}, 'UTF8')",
            )


def downgrade() -> None:
    """Only where nothing was sealed yet: it is not laid open again."""
    for table, column in SEALED:
        if any(map(is_sealed, op.get_bind().scalars(sa.select(sa.column(column)).select_from(sa.table(table))))):
            raise RuntimeError("what was sealed is not laid open again")
    for table, column in reversed(SEALED):
        with op.batch_alter_table(table) as batch:
            batch.alter_column(
                column,
                existing_type=sa.LargeBinary(),
                existing_nullable=False,
                type_=sa.Text(),
                postgresql_using=f"convert_from({column}, 'UTF8')",
            )
    for table, column in (("cases", "lost_files"), ("identity", "house_key")):
        with op.batch_alter_table(table) as batch:
            batch.drop_column(column)
