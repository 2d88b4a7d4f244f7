"""What a bot sends: texts, documents, photos, and the sign that it is typing."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from bot.rehearsal.api.parameters import Parameters
from bot.rehearsal.api.writing import caption, message_text, reply, topic
from bot.rehearsal.telegram import keyboards, pictures
from bot.rehearsal.telegram.files import StoredFile
from bot.rehearsal.telegram.people import BOT
from bot.rehearsal.telegram.refusals import Refusal, bad_request, too_large
from bot.rehearsal.telegram.telegram import TYPING_SECONDS, Telegram

LARGEST_UPLOAD, LARGEST_LOCAL_UPLOAD = 50_000_000, 2000 << 20
LARGEST_PHOTO = 10_000_000
ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"}
    | {"choose_sticker", "find_location", "record_video_note", "upload_video_note"}
)


def send_message(telegram: Telegram, parameters: Parameters) -> Any:
    """Send a text."""
    return _send(telegram, parameters, message_text(parameters))[0]


def send_document(telegram: Telegram, parameters: Parameters) -> Any:
    """Send a file, uploaded now or known by its id."""
    return _send(telegram, parameters, _document(telegram, parameters))[0]


def send_photo(telegram: Telegram, parameters: Parameters) -> Any:
    """Send a picture, uploaded now or known by its id."""
    return _send(telegram, parameters, _photo(telegram, parameters))[0]


def send_media_group(telegram: Telegram, parameters: Parameters) -> Any:
    """Send two to ten photos, or as many documents, side by side."""
    items = parameters.items("media") or []
    if not 2 <= len(items) <= 10:
        raise bad_request("there must be 2-10 items in the album" if items else "media must be non-empty")
    if not all(isinstance(item, dict) and item.get("type") in ALBUM_KINDS for item in items):
        raise bad_request("can't parse InputMedia")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1:
        raise bad_request(f"{items[0]['type']} can't be mixed with other media types")
    album = {"media_group_id": secrets.token_hex(8)}
    parts = [Parameters({kind: item["media"], **item}, parameters.uploads) for item in items for kind in kinds]
    contents = [ALBUM_KINDS[kind](telegram, part) | album for part in parts for kind in kinds]
    return _send(telegram, parameters, *contents)


def send_chat_action(telegram: Telegram, parameters: Parameters) -> Any:
    """Show for some seconds that the bot is at work."""
    if parameters.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = telegram.people.reachable(parameters.number("chat_id"))
    topic(telegram, chat["id"], parameters)
    telegram.typing[chat["id"]] = telegram.clock.unix() + TYPING_SECONDS
    telegram.messages.touched()
    return True


def _document(telegram: Telegram, parameters: Parameters) -> dict[str, Any]:
    words = caption(parameters)
    largest = LARGEST_LOCAL_UPLOAD if telegram.files.is_local else LARGEST_UPLOAD
    file = _file(telegram, parameters, "document", largest)
    document = {
        "file_name": file.name,
        "mime_type": file.mime_type,
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "file_size": file.size,
    }
    return {"document": document, **words}


def _photo(telegram: Telegram, parameters: Parameters) -> dict[str, Any]:
    words = caption(parameters)
    file = _file(telegram, parameters, "photo", LARGEST_PHOTO)
    size = pictures.size_of(telegram.files.data(file))
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"photo": pictures.sizes(telegram.files, file, size), **words}


ALBUM_KINDS: Mapping[str, Callable[[Telegram, Parameters], dict[str, Any]]] = {"photo": _photo, "document": _document}


def _send(telegram: Telegram, parameters: Parameters, *contents: dict[str, Any]) -> list[Any]:
    markup = parameters.data("reply_markup")
    placeholder = keyboards.forced_reply(markup)
    keyboard = keyboards.checked(markup) if placeholder is None else None
    chat = telegram.people.reachable(parameters.number("chat_id"))
    more = reply(telegram, chat["id"], parameters) | topic(telegram, chat["id"], parameters)
    more |= {"reply_markup": keyboard} if keyboard else {}
    more |= {"has_protected_content": True} if parameters.flag("protect_content") else {}
    telegram.limits.take(chat["id"], len(contents))
    telegram.typing.pop(chat["id"], None)
    now = telegram.clock.unix()
    return [telegram.messages.add(chat, BOT, now, content | more, placeholder).body for content in contents]


def _file(telegram: Telegram, parameters: Parameters, name: str, largest: int) -> StoredFile:
    upload = parameters.upload(name)
    if upload is None:
        if not parameters.text(name):
            raise bad_request(f"there is no {name} in the request")
        known = telegram.files.find(parameters.text(name))
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return known
    if not upload.size:
        raise bad_request("file must be non-empty")
    if upload.size > largest:
        raise too_large() if largest > LARGEST_PHOTO else Refusal(400, "Bad Request: too big for a photo")
    return telegram.files.add(f"{name}s", upload.data, upload.name, upload.mime_type)
