"""Every message held to what Telegram takes and a phone shows; what breaks is named by the file it is written in."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dialogs.composed.contents import Content
from dialogs.content.files import ContentError
from dialogs.effects import Say
from dialogs.words.telegram_html import Unparsable, lost_links, parsed
from dialogs.words.telegram_limits import LONGEST_BUTTON_DATA, LONGEST_TEXT, MOST_BUTTONS, length_of
from dialogs.words.template_source import tag_in
from dialogs.words.vocabulary import MAX_BUTTON

STRANGE = "<b>& &lt; {title} {{ 7 }} %s *_`[a](b)`_* \u202egpj.exe \u2066x\u200f 👩🏽‍⚕️ Łódź 東京 العربية</b></i> "
PLAIN = "plain words"
WRITTEN = {
    PLAIN: "A plain sentence",
    "everything strange": STRANGE * 9,
    "as long as may be": "Ω" * 500,
}
"""What a patient may write, and call a file."""


def wrong_messages(content: Content, said: Iterable[Say]) -> Iterator[ContentError]:
    """The mistakes in messages, each once, as they are said to a patient and to who cares for one.

    A message with a mistake would be silence.
    """
    found: set[tuple[Path, str, str]] = set()
    seen: set[str] = set()
    whole = (one for each in said for one in (each, *passed_on(each)))
    for say in (form for each in whole for form in (each, each.of_another())):
        file = content.wording.file(say.name)
        for mistake in (*_in_text(content, say, file, seen), *_in_buttons(content, say, file, seen)):
            if mistake not in found:
                found.add(mistake)
                yield ContentError(*mistake)


def differing(said: Iterable[Say]) -> list[Say]:
    """Each once: what a long life of one chat says again and again is the same."""
    return list({repr(each): each for each in said}.values())


def passed_on(say: Say) -> Iterator[Say]:
    """The messages whose text a button below this one shares."""
    yield from (Say(button.shares, say.values) for row in say.buttons for button in row if button.shares)


Mistake = tuple[Path, str, str]


def _in_text(content: Content, say: Say, file: Path, seen: set[str]) -> Iterator[Mistake]:
    try:
        html = content.wording.text(say)
        if say.placeholder:
            content.wording.placeholder(say.placeholder, say.for_another)
    except Exception as error:  # whatever a template does wrong, a patient hears nothing
        at, line = _line_of(error, file)
        yield at, line, f"cannot be said: {_why(error)}"
        return
    if html not in seen:
        seen.add(html)
        yield from ((file, key, problem) for key, problem in _refusals(html))


def _in_buttons(content: Content, say: Say, file: Path, seen: set[str]) -> Iterator[Mistake]:
    for button in (each for row in say.buttons for each in row):
        key = f"{say.for_another} {button.label} {button.mark} {say.values.get('record', '')} {button.data}"
        for problem in () if key in seen else _of_button(content, replace(say, buttons=((button,),))):
            yield file.parent.parent / "words.toml", button.label, problem
        seen.add(key)
    if sum(map(len, say.buttons)) > MOST_BUTTONS:
        yield file, "buttons", f"has {sum(map(len, say.buttons))} buttons; Telegram takes {MOST_BUTTONS}"


def _of_button(content: Content, say: Say) -> Iterator[str]:
    try:
        (((label, data, *does),),) = content.wording.keyboard(say)
    except Exception as error:
        yield f"this label cannot be shown: {_why(error)}"
        return
    if not label.strip() or len(label) > MAX_BUTTON:
        yield f"has {len(label)} characters on a button; {MAX_BUTTON} fit"
    if not does and not 0 < len(data.encode()) <= LONGEST_BUTTON_DATA:
        yield f"sends {len(data.encode())} bytes; a button sends {LONGEST_BUTTON_DATA}: is a key too long?"


def _refusals(html: str) -> Iterator[tuple[str, str]]:
    try:
        text, _ = parsed(html)
    except Unparsable as problem:
        yield tag_in(str(problem)), f"Telegram would refuse this message: {problem}"
        return
    for link in lost_links(html):
        yield link, "is a link that leads nowhere"
    if not any(mark.isprintable() and not mark.isspace() for mark in text):
        yield "file", "is empty: Telegram sends no empty message"
    if (size := length_of(text)) > LONGEST_TEXT:
        yield "file", f"has {size} characters with all that can be filled in; Telegram takes {LONGEST_TEXT}"


def _why(error: Exception) -> str:
    return f"{error} is not there" if isinstance(error, KeyError) else str(error) or type(error).__name__


def _line_of(error: Exception, file: Path) -> tuple[Path, str]:
    """The template and the line in which something went wrong."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".j2"):
            return file.parent / frame.filename, f"line {frame.lineno}"  # of a file beside it, if it includes one
    return file, "file"
