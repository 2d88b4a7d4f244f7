"""The pages that a patient prints, really set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.papers.press import Press
from bot.papers.printable import printable
from bot.papers.typesetting import set_page
from dialogs.content.files import ContentError
from dialogs.proofreading.pages import Page


def wrong_pages(pages: Iterable[Page]) -> Iterator[ContentError]:
    """What cannot be set, or does not fit on its page, by the file it is written in."""
    import typst

    press = Press()
    for page in pages:
        words = printable(page.words)
        try:
            fits = bool(press.book(words) if page.layout == "book" else set_page(page.layout, words)[0])
        except typst.TypstError as error:
            yield ContentError(page.file, "file", f"the page {page.layout} cannot be set: {error}")
            continue
        if not fits:
            yield ContentError(page.file, "file", f"the page {page.layout} holds less than all that can be filled in")
