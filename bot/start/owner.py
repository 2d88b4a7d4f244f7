"""What root does in somebody else's DATA_DIR is done as if that somebody did it: all that is made there is theirs.

Otherwise `sudo python -m bot rotate-key` would leave files that the service may neither read nor write. Only the user
that the file system sees is changed (setfsuid(2)), and what root may do stays: a key, a backup or a folder for backups
may lie where the service itself has no business. Threads that begin later inherit it.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

_CAPABILITIES_VERSION = 0x20080522
_NOBODY = 0xFFFFFFFF
"""No user has this number: it is asked for to hear which one is set."""


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Capabilities(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


def writes_as_owner(folder: Path) -> bool:
    """From now on what is made belongs to whom the folder belongs to; False if this root may not do so.

    Nothing is to be done for who is not root, nor where the folder is root's own or not there yet.
    """
    if os.geteuid() != 0:
        return True
    try:
        found = folder.stat()
    except OSError:
        return True  # what is wrong there is told where it is looked for
    if found.st_uid == 0:
        return True
    kernel = ctypes.CDLL(None, use_errno=True)
    header, held = _Header(_CAPABILITIES_VERSION, 0), (_Capabilities * 2)()
    kernel.capget(ctypes.byref(header), held)
    kernel.setfsgid(found.st_gid)
    kernel.setfsuid(found.st_uid)
    for each in held:
        each.effective = each.permitted
    kernel.capset(ctypes.byref(header), held)  # the kernel took from us what only root's own files are open to
    return (kernel.setfsuid(_NOBODY), kernel.setfsgid(_NOBODY)) == (found.st_uid, found.st_gid)
