"""Numbers in words put together: of twenty and one, twenty-one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Token = tuple[str, int]
"""What a word stands for: a kind of `day_words`, "in_month", "weekday", "number", "year" or "other"; and which."""


def counted(tokens: Iterable[Token]) -> Iterator[Token]:
    """Numbers in words put together: twenty and one, three hundred and five; what does not fit stays apart."""
    whole: int | None = None
    for kind, value in tokens:
        if kind == "and" and whole is not None:
            continue
        if kind == "number" and whole is not None and (sum_ := _together(whole, value)):
            whole = sum_
            continue
        if whole is not None:
            yield "number", whole
        whole = value if kind == "number" else None
        if kind == "figure":
            yield "number", value
        elif kind != "number":
            yield kind, value
    if whole is not None:
        yield "number", whole


def _together(before: int, after: int) -> int:
    """Two number words as one number; 0 if they are two."""
    if after == 100 and before < 10:
        return before * 100
    fits = (before % 100 == 0 and after < 100) or (before % 10 == 0 and before % 100 >= 20 and after < 10)
    return before + after if before and fits else 0
