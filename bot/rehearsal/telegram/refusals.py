"""What Telegram answers when it refuses: a status code and a description, word for word where Telegram's are known."""

from __future__ import annotations


class Refusal(Exception):
    """Telegram says no; `description` is what the bot reads, `retry_after` is seconds to wait."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def answer(self) -> dict[str, object]:
        """Return the JSON body Telegram sends with this refusal."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(why: str) -> Refusal:
    """Refuse a request that Telegram cannot carry out as it stands."""
    return Refusal(400, f"Bad Request: {why}")


def cannot_parse(why: str) -> Refusal:
    """Refuse a text whose markup does not parse."""
    return bad_request(f"can't parse entities: {why}")


def forbidden(why: str) -> Refusal:
    """Refuse a message the bot has no right to send."""
    return Refusal(403, f"Forbidden: {why}")


def conflict(why: str) -> Refusal:
    """Refuse a second way of receiving updates."""
    return Refusal(409, f"Conflict: {why}")


def too_many(seconds: int) -> Refusal:
    """Ask the bot to slow down for some seconds."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", seconds)


def unauthorized() -> Refusal:
    """Refuse a wrong token."""
    return Refusal(401, "Unauthorized")


def not_found() -> Refusal:
    """Refuse a method or a path that does not exist."""
    return Refusal(404, "Not Found")


def too_large() -> Refusal:
    """Refuse an upload over the limit."""
    return Refusal(413, "Request Entity Too Large")


def old_query() -> Refusal:
    """Refuse to answer a button press that is over, answered already or was never made."""
    return bad_request("query is too old and response timeout expired or query ID is invalid")
