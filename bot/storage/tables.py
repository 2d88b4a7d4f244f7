"""The tables. A patient's words are in `cases`, `outbox` and nowhere else, sealed; their files are in the vault."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from bot.storage.instants import Instant

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)
RowId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only where the type is INTEGER."""

cases = Table(
    "cases",
    metadata,
    Column("id", String(32), primary_key=True, comment="opaque; also the name of the case's folder in the vault"),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("key", LargeBinary, nullable=False, comment="the key of this case's files, wrapped by the master key"),
    Column("state", LargeBinary, nullable=False, comment="dialogs.case.Case as JSON, sealed with the case's key"),
    Column("latest_message", BigInteger, nullable=False, comment="the newest message of the chat that we know of"),
    Column("changed_at", Instant, nullable=False),
    Column(
        "topic", BigInteger, nullable=False, server_default="0", comment="where the patient wrote last (0: no topic)"
    ),
    Column("lost_files", Boolean, nullable=False, server_default=false(), comment="whether a kept file was damaged"),
    Column("acted_at", Instant, comment="when the person last did anything; empty: not known, and it is kept"),
    Index(None, "acted_at"),
)

documents = Table(
    "documents",
    metadata,
    Column("case_id", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("size", BigInteger, comment="bytes; empty until the file is kept"),
    Column("sha256", String(64)),
    Column("kind", String(16)),
    Column("kept_at", Instant),
)

updates = Table(
    "updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("taken_at", Instant, nullable=False),
    Column("failure", String(100), comment="the kind of failure, without its message, if it could not be handled"),
    Index(None, "taken_at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False, comment="say, leave or the kind of a paper"),
    Column("name", String(40), nullable=False, comment="the name of the message; safe to log"),
    Column("slot", String(64), nullable=False, server_default=""),
    Column("content", LargeBinary, nullable=False, comment="JSON, sealed with the case's key, or with the house's"),
    Column("created_at", Instant, nullable=False),
    Column("urgency", Integer, nullable=False, server_default="1", comment="as in bot.storage.outbox"),
    Index(None, "chat_id", "urgency"),
)

slots = Table(
    "slots",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("slot", String(64), primary_key=True),
    Column("message_id", BigInteger, nullable=False),
)

errands = Table(
    "errands",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True, comment="what a helper's buttons carry"),
    Column("case_id", String(32), nullable=False),
    Column("number", Integer, nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True, comment="SHA-256 of what its link carries"),
    Column("helper_chat_id", BigInteger, comment="empty until the link is opened"),
    Column("files", String(64), nullable=False, server_default="", comment="which files of the helper are for it"),
    Column("expires_at", Instant, nullable=False, comment="of the link; once it was opened, of the errand"),
    Column("helper_language", String(16), nullable=False, server_default="", comment="of what we tell them"),
    UniqueConstraint("case_id", "number"),
    Index(None, "helper_chat_id"),
)

work = Table(
    "work",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("case_id", String(32), nullable=False),
    Column("kind", String(16), nullable=False, comment="as in bot.storage.work"),
    Column("subject", String(40), nullable=False, comment="what it is about, so that nothing is planned twice"),
    Column("details", Text, nullable=False, server_default=""),
    Column("due", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0", comment="beginnings"),
    Column("ended", Integer, nullable=False, server_default="0", comment="the beginnings that came to an end"),
    Column("failures", Integer, nullable=False, server_default="0", comment="ends that speak against the work"),
    Column("since", Instant, comment="when it first fell due"),
    Column("cut_off", Integer, nullable=False, server_default="0", comment="beginnings in a row that had no end"),
    Column("replica", String(16), nullable=False, server_default="", comment="who began it last (PostgreSQL only)"),
    UniqueConstraint("case_id", "kind", "subject"),
    Index(None, "kind", "due"),
    Index(None, "kind", "case_id", "id"),
)

accesses = Table(
    "accesses",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    Column("case_id", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", String(16), nullable=False, comment="as in dialogs.roads.keeping.accesses"),
    Column("document", Integer, nullable=False, server_default="0", comment="its number; 0: of none alone"),
    Index(None, "case_id", "id"),
)

replicas = Table(
    "replicas",
    metadata,
    Column("name", String(16), primary_key=True, comment="random; never used twice"),
    Column("seen", Instant, nullable=False, comment="by the clock of PostgreSQL; on SQLite there are no rows"),
)

speaking = Table(
    "speaking",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("replica", String(16), nullable=False, comment="who says what waits for this chat"),
    Column("behind", Boolean, nullable=False, server_default=false(), comment="another replica posted since it looked"),
)

failing = Table(
    "failing",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("times", Integer, nullable=False),
    Column("since", Instant, nullable=False),
)

identity = Table(
    "identity",
    metadata,
    Column("installation", String(32), primary_key=True, comment="random; also in the vault and beside the key"),
    Column("key", String(16), nullable=False, comment="the master key's fingerprint"),
    Column("settled", Boolean, nullable=False, comment="false until the vault and the key carry it too"),
    Column("house_key", LargeBinary, comment="for what belongs to no case, wrapped by the master key"),
)

deletions = Table(
    "deletions",
    metadata,
    Column("id", String(32), primary_key=True, comment="of a case that was deleted, and must not come back"),
)
