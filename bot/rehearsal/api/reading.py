"""Reads the parameters of a call from wherever a bot library put them."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.rehearsal.api.parameters import Parameters, Upload
from bot.rehearsal.telegram.refusals import bad_request, too_large

LARGEST_BODY, LARGEST_LOCAL_BODY = 52_000_000, 2002 << 20
IN_MEMORY = 64 << 20
"""Bytes of a file up to which it is held in memory."""


async def parameters_of(request: Request, largest: int = LARGEST_BODY) -> Parameters:
    """Return the parameters of a request from its address and its body; a body over 50 MB is refused."""
    values: dict[str, Any] = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    if int(request.headers.get("content-length", 0)) > largest:
        raise too_large()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise bad_request("can't parse request body as JSON") from None
        if not isinstance(body, dict):
            raise bad_request("can't parse request body: an object was expected")
        values |= body
    elif kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        async with request.form(max_part_size=1 << 20) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    uploads[name] = Upload(value.filename or name, await taken(value), value.content_type)
                else:
                    values[name] = value
    return Parameters(values, uploads)


async def taken(upload: UploadFile) -> bytes | Path:
    """Return the bytes of a file that is sent; of a large one, where they lie for as long as the caller wants."""
    if (upload.size or 0) <= IN_MEMORY:
        return await upload.read()
    with tempfile.NamedTemporaryFile(prefix="rehearsal-", delete=False) as kept:
        await asyncio.to_thread(shutil.copyfileobj, upload.file, kept, 1 << 20)
    return Path(kept.name)
