"""Reads the parameters of a call from wherever a bot library put them."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.rehearsal.api.parameters import Parameters, Upload
from bot.rehearsal.telegram.refusals import bad_request, too_large

LARGEST_BODY = 52_000_000


async def parameters_of(request: Request) -> Parameters:
    """Return the parameters of a request from its address and its body; a body over 50 MB is refused."""
    values: dict[str, Any] = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    if int(request.headers.get("content-length", 0)) > LARGEST_BODY:
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
                    uploads[name] = Upload(value.filename or name, await value.read(), value.content_type)
                else:
                    values[name] = value
    return Parameters(values, uploads)
