"""Every rule, day and place tried once, as somebody would write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from dialogs.composed.contents import Content
from dialogs.content.ears import check_kinds, ears_of
from dialogs.content.files import Mistakes, read_toml
from dialogs.days.coming_days import NEAR, SPANS, understand
from dialogs.days.zones import Places, zone_of
from dialogs.understanding.safety.rules import Rules

A_MONDAY = date(2026, 3, 2)


def try_rules(mistakes: Mistakes, rules: Rules, *words: Mapping[str, Any]) -> int:
    """Each rule hears its example, and is the gravest that does; none hears the bot's own words. How many.

    `words`: those of words.toml, as they are said to a patient and to who cares for one.
    """
    check_kinds(mistakes, rules)
    ears = ears_of((rules,), None)
    for number, rule in enumerate(rules.rules, start=1):
        if (heard := ears.hear(rule.example).kind) is not rule.kind:
            mistakes.note(f"rule {number}.example", f"{rule.example!r} brings {heard}, not {rule.kind}")
    for said in dict.fromkeys(said for form in words for said in _own(form)):
        heard_in = {rule for sentence in ears.read(said) for rule, _, __ in sentence.said}
        for number, rule in enumerate(rules.rules, start=1):
            if rule in heard_in:
                mistakes.note(f"rule {number}", f"hears what is no cry for help: {said!r}, which stands in words.toml")
    return len(rules.rules)


def _own(words: Mapping[str, Any]) -> Iterator[str]:
    """What a patient may copy from a button or a list: ordinary words, all of them."""
    for table in ("button", "question", "bring_forward", "open", "letter", "command"):
        yield from words.get(table, {}).values()
    for record in words.get("record", {}).values():
        yield record["title"]
        yield from record.get("button", {}).values()


def try_days(mistakes: Mistakes, content: Content, file: Path) -> int:
    """Each name of a month, a weekday, a near day, a number and a span is understood in a text. How many."""
    written, tried = read_toml(file), 0

    def expect(key: str, text: str, *days: date) -> None:
        nonlocal tried
        tried += 1
        found = understand(text, [A_MONDAY], content.days).days
        if not set(found) & set(days):
            said = f"is read as {' or '.join(map(str, found))}" if found else "is not understood as a day"
            mistakes.note(key, f"{text!r} {said}")

    for month, names in enumerate(written["months"], start=1):
        year = A_MONDAY.year + (date(A_MONDAY.year, month, 3) < A_MONDAY)
        for name in names:
            expect("months", f"3 {name} {year}", date(year, month, 3))
    for weekday, names in enumerate(written["weekdays"]):
        for name in names:
            coming = A_MONDAY + timedelta(days=weekday)
            expect("weekdays", name, coming, coming + timedelta(days=7))
    lists = written["words"]
    for kind, days in NEAR.items():
        for word in lists[kind]:
            expect(f"words.{kind}", word, A_MONDAY + timedelta(days=days))
    within, a_day = lists["in"][0], lists["day"][0]
    for word in lists["in"]:
        expect("words.in", f"{word} 3 {a_day}", A_MONDAY + timedelta(days=3))
    for word, number in written["numbers"].items():
        if number and a_day not in word.split():  # "day 26" is a day itself
            expect(f"numbers.{word}", f"{within} {word} {a_day}", A_MONDAY + timedelta(days=number))
    for kind, days in SPANS.items():
        for word in lists[kind]:
            later = A_MONDAY + timedelta(days=2 * days) if days else A_MONDAY.replace(month=A_MONDAY.month + 2)
            expect(f"words.{kind}", f"{within} 2 {word}", later)
    return tried


def try_places(mistakes: Mistakes, places: Places, file: Path) -> int:
    """Each place is found by its name and has a clock. How many."""
    now = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    written = read_toml(file)
    for name, zones in written["place"].items():
        if places.find(name, now) != tuple(zones):
            mistakes.note(f"place.{name}", "is not found by its name")
    for zone in written["known"]:
        if now.astimezone(zone_of(zone)).utcoffset() is None:
            mistakes.note("known", f"{zone} has no clock")
    return len(written["place"])
