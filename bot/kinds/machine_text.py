"""Text that is written for machines: mail, markup, data, links. A person who opens it would not see a record."""

from __future__ import annotations

import json
import re
from collections import Counter

from bot.kinds.kinds import Kind

_HEAD = re.compile(r"([A-Za-z][A-Za-z-]{1,40}):[ \t]?(.*)")
_OF_MAIL = {"mime-version", "message-id", "return-path", "dkim-signature", "x-mailer"}
_OF_MAIL |= {"content-type", "content-transfer-encoding", "received-spf", "authentication-results"}
"""Not "Received": a pathology report says that of its specimen."""
_OF_SOME_MAILER = re.compile(r"x-(?!ray)[a-z]+-")
_ENCODED_WORD = re.compile(r"=\?[\w-]{2,20}\?[bq]\?[^?\s]+\?=", re.IGNORECASE)
"""Letters beyond ASCII in a head (RFC 2047)."""
_OF_SAVED_PAGES = ("snapshot-content-location", "<saved by", "saved by windows internet explorer")
_SENT = {"message-id", "received", "return-path", "to", "delivered-to"}
"""Heads of what went by mail; a saved page has the same form (RFC 2557), and went nowhere."""
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)(?:\s[^<>]{0,2000})?/?>")
_OPENING = re.compile(r"\s*<(?:\?xml|!doctype|!--|[A-Za-z][\w:.-]*[\s/>])", re.IGNORECASE)
_HTML = frozenset(
    {"html", "head", "body", "title", "meta", "div", "span", "p", "br", "table", "tr", "td", "th", "tbody", "pre", "hr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "img", "b", "i", "u", "strong", "em", "font", "main"}
    | {"center", "script", "style", "form", "input", "section", "article", "header", "footer"}
)
_ADDRESS = re.compile(r"(?:https?|ftp|file|www)\S*", re.IGNORECASE)
_SHORTCUT = re.compile(r"\s*(?:\[InternetShortcut\]|\[Desktop Entry\]|bplist)", re.IGNORECASE)
_MESSAGE = re.compile(r"\s*(?:MSH\|\^~|BEGIN:V[A-Z]+|-----BEGIN |%YAML|xref\b|ISA\*|\{\\[a-z*])")
"""The last: a part of rich text, without the beginning by which programs know it."""
_BLOB = re.compile(r"[A-Za-z0-9+/=_-]{60,}")
_LABELLED = 200
"""Characters of a blob that stands behind words; a long address has fewer."""
_FEWEST_TAGS, _LEAST_MARKED = 3, 0.15
_QUOTED = re.compile(r'(?:(?<=[,;\t\n])|\A)"(?:[^"]|""){0,2000}"(?=[,;\t\r\n]|\Z)')
"""A value with marks or ends of lines in it (RFC 4180, 2.6)."""
NAMES_ITS_MARK = re.compile(r"\ufeff?sep=([,;\t|])\r?\n", re.IGNORECASE)
"""A first line by which Excel tells itself what parts the values."""
_MOST_ABOVE = 6
_FEWEST_ROWS, _FEWEST_COLUMNS, _ALIKE = 3, 3, 0.9
_LOOKED_AT = 200_000
"""Characters from the start that tell what the rest is."""


def machine_kind(text: str) -> Kind | None:
    """What kind of machine's text this is; None where it is words for people."""
    start = text[:_LOOKED_AT]
    if mail := mail_kind(start):
        return mail
    if _MESSAGE.match(start):
        return "data"
    if _is_link(start):
        return "link"
    if (markup := markup_kind(start)) is not None:
        return markup
    return "data" if _is_json(text) or is_written_out(start) or parted_by(start) in {",", ";"} else None


def mail_kind(text: str) -> Kind | None:
    """Mail, or a saved page in its form; None if it is neither.

    Mail has heads that only machines write (RFC 5322, RFC 2045); a typed letter with "To:" and "Date:" has none.
    """
    lines = text[:_LOOKED_AT].lstrip("\r\n").splitlines()
    if lines and lines[0].startswith("From ") and len(lines) > 1 and _HEAD.match(lines[1]):
        lines = lines[1:]
    names: set[str] = set()
    head: list[str] = []
    for line in lines[:200]:
        found = _HEAD.match(line)
        if not found and not (line[:1] in " \t" and head):
            break
        head.append(line.lower())
        names |= {found[1].lower()} if found else set()
    is_encoded = any(map(_ENCODED_WORD.search, head))
    by_a_mailer = len(names) > 1 and bool(names & _OF_MAIL or any(map(_OF_SOME_MAILER.match, names)))
    if not (is_encoded or by_a_mailer):
        return None
    is_somebodys = bool(names & _SENT) or any(line.startswith("from:") and "@" in line for line in head)
    related = any("multipart/related" in line for line in head) and not is_somebodys
    return "mht" if related or any(mark in line for line in head for mark in _OF_SAVED_PAGES) else "mail"


def _is_link(text: str) -> bool:
    """A file that only says where another one is."""
    words = text.split()
    if _SHORTCUT.match(text) or (0 < len(words) <= 3 and all(map(_ADDRESS.fullmatch, words))):
        return True
    if len(text) < 5_000 and text.lstrip().startswith("{"):
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return False
        return isinstance(said, dict) and len(said) <= 8 and any(key in said for key in ("url", "doc_id", "href"))
    return "<key>URL</key>" in text and "<plist" in text


def markup_kind(text: str) -> Kind | None:
    """Whether a text is a page of the web, or other markup; None: it is no markup."""
    text = text[:_LOOKED_AT]
    tags = _TAG.findall(text)
    marked = sum(len(found[0]) for found in _TAG.finditer(text))
    dense = len(tags) >= _FEWEST_TAGS and marked >= _LEAST_MARKED * len(text.strip())
    if not (dense or _OPENING.match(text)):
        return None
    names = Counter(name.lower() for _, name in tags)
    of_pages = sum(count for name, count in names.items() if name in _HTML)
    starts_as_page = text.lstrip()[:20].lower().startswith(("<!doctype html", "<html"))
    return "web_page" if starts_as_page or (of_pages * 2 > names.total() > 0) else "record_xml"


def _is_json(text: str) -> bool:
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith(("{", "[")):
        return False
    first = start.splitlines()[0].strip()
    for part in (start, first):
        try:
            return isinstance(json.loads(part), dict | list) and part not in ("{}", "[]")
        except (ValueError, RecursionError):
            continue
    return bool(re.match(r"[{\[]\s*[\"{\[]", start)) and start.count('":') >= 2


def is_written_out(text: str) -> bool:
    """Base64 and the like: long lines without a space, perhaps with a few words that say what it is."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return sum(len(line) for line in lines if _is_blob_line(line)) > len(text) / 2


def _is_blob_line(line: str) -> bool:
    written = sum(found.end() - found.start() for found in _BLOB.finditer(line))
    return written == len(line) > 0 or written > max(_LABELLED, 0.9 * len(line))


def parted_by(text: str) -> str:
    """The mark that parts values (RFC 4180): nearly all lines have as many, and at least two; empty: it is no table."""
    if named := NAMES_ITS_MARK.match(text):
        return named[1]
    every_line = [line for line in _QUOTED.sub("", text[:_LOOKED_AT]).splitlines() if line.strip()]
    for mark in (",", ";", "\t"):
        # Above a table may stand whose it is, and of which days.
        above = [mark in line for line in every_line[:_MOST_ABOVE]]
        lines = every_line[above.index(True) if True in above else 0 :]
        if len(lines) < _FEWEST_ROWS:
            continue
        counts = Counter(line.count(mark) for line in lines)
        ((usual, often),) = counts.most_common(1)
        # In sentences a space follows; a machine writes none.
        spaced = sum(line.count(f"{mark} ") for line in lines) * 2 > sum(line.count(mark) for line in lines)
        if usual + 1 >= _FEWEST_COLUMNS and often >= _ALIKE * len(lines) and not spaced:
            return mark
    return ""
