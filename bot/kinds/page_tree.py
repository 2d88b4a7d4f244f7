"""The tree of a web page."""

from __future__ import annotations

from typing import Any


def tree_of(page: str) -> Any:
    """The tree of a page, read as a browser reads it."""
    from lxml import html  # type: ignore[import-untyped]

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    return html.document_fromstring(page.strip() or "<p></p>", parser=parser)
