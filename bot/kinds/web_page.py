"""A saved web page: what it shows as words, lists and tables; what runs in it or is hidden is left out."""

from __future__ import annotations

import base64
import re
from binascii import Error as NotBase64
from typing import Any
from urllib.parse import unquote_to_bytes

from bot.kinds.blocks import Heading, Manuscript, plain, sections, words
from bot.kinds.charset import decoded
from bot.kinds.machine_text import mail_kind, markup_kind
from bot.kinds.markup import Markup, tidied
from bot.kinds.page_tree import tree_of
from bot.kinds.pictures_inside import PicturesInside
from bot.kinds.signed_out import holds_no_paper, tells_of_somebody
from bot.kinds.worded import worded

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9._:-]{2,40})|encoding=["']([A-Za-z0-9._-]{2,40})"""
)
_XML_HEAD = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_DATA = re.compile(r"data:[\w.+/-]{0,80}((?:;[\w.=-]{0,40})*),", re.IGNORECASE)
_LOOKED_AT = 2_048
_ASKS = re.compile(r"<input\b[^<>]{0,400}?\btype\s*=\s*[\"']?password\b", re.IGNORECASE)
"""A page that asks for a password stands before what its sender wanted to save, unless that stands on it as well."""
_FEW_LETTERS = 1_000


def read(data: bytes) -> Manuscript | None:
    """What a web page says; None if it is none, or says nothing before its reader signs in or a browser runs it."""
    if not (text := page_in(data)):
        return None
    contents = contents_of(text)
    told = sections(contents.blocks)
    asks = _ASKS.search(text) and sum(map(len, told)) < _FEW_LETTERS and not tells_of_somebody(told)
    if asks or (not contents.pictures and holds_no_paper(told)):
        return None
    says = told and not (contents.framed and len(contents.blocks) == 1)  # a title alone is that of an empty window
    return contents if says or contents.pictures else None


def page_in(data: bytes) -> str:
    """The text of a file that is a web page; empty if it is none."""
    if b"<" not in data[: 64 << 10]:
        return ""
    text = decoded(data, declared_in(data))
    return text if text and not mail_kind(text) and markup_kind(text) == "web_page" else ""


def declared_in(data: bytes) -> str:
    """The name of the letters that a page says it is written in; empty if it says none."""
    declared = _DECLARED.search(data[:_LOOKED_AT])
    return ((declared[1] or declared[2]) if declared else b"").decode()


def contents_of(page: str) -> Manuscript:
    """A page as blocks; raises nothing on odd markup, as a browser does not."""
    from lxml import etree  # type: ignore[import-untyped]

    page = _XML_HEAD.sub("", page, count=1).replace("\0", "")
    try:
        root = tree_of(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Manuscript()
    pictures = PicturesInside()

    def picture(element: Any) -> None:
        pictures.take(bytes_of(element.get("src") or ""), is_sign=_is_sign(element))

    markup = Markup(picture=picture)
    blocks = markup.read(root)
    title = tidied([*words("".join(root.xpath("//head/title//text()")))])
    framed = bool(title) and plain(title) not in "\n".join(sections(blocks))
    if framed:
        blocks = [Heading(title), *blocks]
    if pictures.lost:
        markup.lost.add("pictures")
    return Manuscript(tuple(blocks), frozenset(markup.lost), tuple(pictures.kept), framed=framed)


def bytes_of(address: str) -> bytes:
    """The picture in an address that holds it (RFC 2397); nothing where it only leads to one."""
    if not (found := _DATA.match(address)):
        return b""
    rest = address[found.end() :]
    try:
        return base64.b64decode(unquote_to_bytes(rest)) if "base64" in found[1].lower() else unquote_to_bytes(rest)
    except (NotBase64, ValueError):
        return b""


def _is_sign(element: Any) -> bool:
    """Whether a picture is so small that it only marks something."""
    sides = [element.get("width") or "", element.get("height") or ""]
    return any(side.isdigit() and len(side) < 5 and int(side) <= 32 for side in sides)


KIND = worded("html", read)
