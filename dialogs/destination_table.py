"""Every destination that is known, as a page for who looks after the content: made from it, never written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogs.composed.contents import Content
from dialogs.content.profile import ABOUT, Profile, Wish

HEAD = """\
# What destinations ask for

Made by `make diagram` from `content/destinations/` and its words; a test fails when it no longer is. How one is added:
[content.md](content.md). Each line was seen in a stored copy of the page named beside it, on the day named; after its
last day it is not said any more. What is marked (?) is not sure: no record counts as not needed because of it.
"""
COLUMNS = ("asks for", "where it was seen", "seen", "said until")
_HEADS = {"yes": "Wants", "if_asked": "If they ask", "no": "Does not want at first"}
_ABOUTS = dict(
    zip(ABOUT[1:], ("Images", "Slides, blocks", "Also", "How it gets there", "You get", "Not for"), strict=True)
)


def destination_table(content: Content) -> str:
    """The whole page as Markdown, in English."""
    every = sorted(content.guide.destinations.values(), key=lambda each: (each.country, each.key))
    return "\n".join([HEAD, *(line for each in every for line in _one(content, each))])


def _one(content: Content, profile: Profile) -> Iterator[str]:
    yield f"## {content.wording.destination(profile.key)}"
    yield ""
    names = f", found as {', '.join(profile.called)}" if profile.called else ""
    yield f"`{profile.key}` ({profile.country}){names}"
    yield ""
    if profile.wishes:
        yield _row(COLUMNS)
        yield _row("---" for _ in COLUMNS)
    for wish in profile.wishes:
        yield _row((_said(content, wish), f"<{wish.source}>", wish.seen.isoformat(), wish.review_by.isoformat()))
    yield ""


def _said(content: Content, wish: Wish) -> str:
    head = _HEADS[wish.wanted] if wish.about == "records" else _ABOUTS[wish.about]
    more = [f"of the last {wish.months} months"] if wish.months else []
    more += [f"in {wish.days[0]} to {wish.days[1]} working days"] if wish.days else []
    said = [content.wording.asked(wish.what, wish.about), *more]
    return f"{head}{' (?)' if wish.unsure else ''}: {', '.join(said)}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
