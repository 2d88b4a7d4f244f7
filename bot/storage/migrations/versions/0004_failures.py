"""Failures are counted apart from beginnings; letters know how urgent they are."""

import sqlalchemy as sa
from alembic import op

from bot.storage.instants import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("ended", "failures"):
        op.add_column("work", sa.Column(name, sa.Integer(), server_default="0", nullable=False))
    op.add_column("work", sa.Column("since", Instant()))
    op.execute("UPDATE work SET since = due")
    op.drop_index("ix_work_due", "work")
    op.create_index("ix_work_kind_due", "work", ["kind", "due"])
    op.create_index("ix_work_kind_case_id_id", "work", ["kind", "case_id", "id"])
    op.add_column("outbox", sa.Column("urgency", sa.Integer(), server_default="1", nullable=False))
    op.drop_index("ix_outbox_chat_id", "outbox")
    op.create_index("ix_outbox_chat_id_urgency", "outbox", ["chat_id", "urgency"])


def downgrade() -> None:
    op.drop_index("ix_outbox_chat_id_urgency", "outbox")
    op.create_index("ix_outbox_chat_id", "outbox", ["chat_id"])
    for name in ("ix_work_kind_case_id_id", "ix_work_kind_due"):
        op.drop_index(name, "work")
    op.create_index("ix_work_due", "work", ["due"])
    for table, names in (("outbox", ("urgency",)), ("work", ("since", "failures", "ended"))):
        with op.batch_alter_table(table) as batch:
            for name in names:
                batch.drop_column(name)
