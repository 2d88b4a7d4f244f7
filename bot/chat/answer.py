"""An answer of Telegram, told apart from whatever else may come back: a proxy's page, half a body, other JSON."""

from __future__ import annotations

from typing import Any

from telegram.error import NetworkError

from bot import plain_json

LONGEST_RETRY = 86_400
"""Seconds: Telegram never asks a bot to wait longer; more would be somebody else's joke."""


class OddAnswer(NetworkError):
    """What came back is no answer of the Bot API: nobody can tell whether the request was carried out."""


class Answer(bytes):
    """The body of an answer, which was read already; `content` is its JSON, sound in every part we rely on."""

    content: dict[str, Any]


def sound(status: int, body: bytes) -> tuple[int, Answer]:
    """An answer and its status. Raises `OddAnswer` unless it is one as https://core.telegram.org/bots/api words it."""
    try:
        content: Any = plain_json.read(body)
    except (ValueError, RecursionError):
        raise OddAnswer(f"no JSON ({status})") from None
    if not isinstance(content, dict) or not isinstance(content.get("ok"), bool):
        raise OddAnswer(f"no answer of the Bot API ({status})")
    if content["ok"]:
        if not 200 <= status <= 299 or "result" not in content:
            raise OddAnswer(f"a yes that is none ({status})")
    else:
        status = _refusal(status, content)
    answer = Answer(body)
    answer.content = content
    return status, answer


def _refusal(status: int, content: dict[str, Any]) -> int:
    """The status of a refusal; what cannot be read of its parameters is taken out."""
    code, why = content.get("error_code"), content.get("description")
    if type(code) is not int or not 400 <= code <= 599 or not isinstance(why, str):
        raise OddAnswer(f"a no that is none ({status})")
    given = content.pop("parameters", None)
    parameters = {name: value for name, value in given.items() if _fits(name, value)} if isinstance(given, dict) else {}
    if code == 429:
        parameters.setdefault("retry_after", 1)
    if parameters:
        content["parameters"] = parameters
    return code


def _fits(name: str, value: object) -> bool:
    if name == "retry_after":
        return type(value) is int and 0 < value <= LONGEST_RETRY
    return name == "migrate_to_chat_id" and type(value) is int and bool(value)
