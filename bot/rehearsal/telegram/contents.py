"""What a person can put in a message, as Telegram describes it to the bot."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from bot.rehearsal.telegram import html, pictures
from bot.rehearsal.telegram.entities import trimmed, with_found
from bot.rehearsal.telegram.files import Files

Content = dict[str, Any]


def text(written: str, is_html: bool = False) -> Content:
    """Return a text, with the formatting a person gave it when it is written as HTML."""
    plain, entities = html.parsed(written) if is_html else (written, [])
    plain, entities = trimmed(plain, entities)
    entities = with_found(plain, entities)
    return {"text": plain} | ({"entities": entities} if entities else {})


def caption(written: str) -> Content:
    """Return the words below a picture or a document."""
    content = text(written)
    named = {"text": "caption", "entities": "caption_entities"}
    return {named[key]: value for key, value in content.items()} if written.strip() else {}


def document(files: Files, name: str | None, data: bytes | Path, mime_type: str | None = None) -> Content:
    """Return a file."""
    file = files.add("documents", data, name, mime_type)
    described: Content = {"file_name": name} if name is not None else {}
    described |= {"mime_type": file.mime_type, "file_id": file.file_id, "file_unique_id": file.file_unique_id}
    return {"document": {**described, "file_size": file.size}}


def photo(files: Files, data: bytes) -> Content:
    """Return a picture in two sizes, the larger one last."""
    file = files.add("photos", data, None, "image/jpeg")
    return {"photo": pictures.sizes(files, file, pictures.size_of(data) or (1280, 960))}


def video(files: Files, data: bytes = b"\x00\x00\x00\x18ftypmp42") -> Content:
    """Return a short video."""
    return {"video": _media(files, "videos", data, "video/mp4", width=640, height=360, duration=3)}


def voice(files: Files, data: bytes = b"OggS\x00\x02") -> Content:
    """Return a spoken message."""
    return {"voice": _media(files, "voice", data, "audio/ogg", duration=2)}


def sticker(files: Files, data: bytes = b"RIFF\x00\x00\x00\x00WEBP") -> Content:
    """Return a sticker."""
    media = _media(files, "stickers", data, "image/webp", width=512, height=512)
    del media["mime_type"]
    return {
        "sticker": {
            **media,
            "type": "regular",
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
            "set_name": "Hands",
        }
    }


def location(latitude: float = 48.2, longitude: float = 16.37) -> Content:
    """Return a place."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def contact(first_name: str = "Clinic", phone_number: str = "+1 202 555 0100") -> Content:
    """Return a contact."""
    return {"contact": {"phone_number": phone_number, "first_name": first_name}}


def forwarded(content: Content, origin: str | dict[str, Any], date: int) -> Content:
    """Return a content as forwarded from a person with a hidden account (a name) or a known one (a User)."""
    if isinstance(origin, str):
        known: Content = {"type": "hidden_user", "sender_user_name": origin, "date": date}
    else:
        known = {"type": "user", "sender_user": origin, "date": date}
    return {"forward_origin": known, **content}


def album(contents: list[Content]) -> list[Content]:
    """Return contents that belong together."""
    group = str(secrets.randbits(50))
    return [{"media_group_id": group, **content} for content in contents]


def _media(files: Files, kind: str, data: bytes, mime_type: str, **more: int) -> Content:
    file = files.add(kind, data, None, mime_type)
    ids = {"file_id": file.file_id, "file_unique_id": file.file_unique_id, "file_size": file.size}
    return {**more, "mime_type": mime_type, **ids}
