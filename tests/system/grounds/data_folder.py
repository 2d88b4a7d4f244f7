"""A data folder that is none: a file, a link that leads nowhere, closed, read-only, or on a full disk."""

from __future__ import annotations

from tests.system.grounds.ground import Ground, Ways

WAYS = Ways()


@WAYS.bad(r"DATA_DIR .*it is a file")
def data_dir_is_a_file(ground: Ground) -> None:
    ground.data.write_text("a note")


@WAYS.bad(r"DATA_DIR .*is not there; is a disk not mounted")
def data_dir_on_a_missing_mount(ground: Ground) -> None:
    ground.environment["DATA_DIR"] = str(ground.folder / "mnt" / "disk" / "data")


@WAYS.bad(r"DATA_DIR .*lie in is a file")
def data_dir_below_a_file(ground: Ground) -> None:
    (ground.folder / "mnt").write_text("a note")
    ground.environment["DATA_DIR"] = str(ground.folder / "mnt" / "data")


@WAYS.bad(r"DATA_DIR .*link that leads nowhere")
def data_dir_is_a_dead_link(ground: Ground) -> None:
    ground.data.symlink_to(ground.folder / "gone")


@WAYS.bad(r"DATA_DIR .*belongs to somebody else")
def data_dir_may_not_be_written(ground: Ground) -> None:
    ground.used()
    ground.closes(ground.data, 0o500)


@WAYS.bad(r"DATA_DIR .*cannot be looked at|DATA_DIR .*belongs to somebody else")
def data_dir_in_a_closed_folder(ground: Ground) -> None:
    closed = ground.folder / "closed"
    closed.mkdir()
    ground.environment["DATA_DIR"] = str(closed / "data")
    ground.closes(closed)


@WAYS.bad(r"DATA_DIR .*can only be read")
def data_dir_on_a_read_only_disk(ground: Ground) -> None:
    ground.disk(read_only=True)


@WAYS.bad(r"DATA_DIR .*the disk is full")
def data_dir_on_a_full_disk(ground: Ground) -> None:
    ground.disk(size="64k")
