"""What can be told from a template's source, before anything is filled in: whether Telegram could show it at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import nodes

from dialogs.content.files import Mistakes
from dialogs.words.telegram_html import Unparsable, lost_links, parsed
from dialogs.words.telegram_limits import LONGEST_TEXT, length_of

MARKDOWN = re.compile(r"\*\*|__|`|^#+ |\[[^\]\n]*\]\(", re.MULTILINE)
"""What would be bold or a link in Markdown; Telegram shows it as it was typed."""
HALF = re.compile(r"{[^{}]*}?|}")
"""A placeholder as words.toml has them, or half of one of a template's."""
FILLED = "https://x"
"""Stands for whatever is filled in, in a text and in a link."""


def check_source(mistakes: Mistakes, tree: nodes.Template, is_message: bool) -> None:
    """What a template says of its own: that Telegram can read it, that it says something, and not too much."""
    written = "".join(_written(tree.body))
    try:
        parsed(written)
    except Unparsable as problem:
        mistakes.note(tag_in(str(problem)), f"Telegram would refuse this message: {problem}")
    for link in lost_links(written):
        mistakes.note(link, 'is a link that leads nowhere; it should be <a href="https://…">words</a>')
    plain = re.sub(r"<[^>]*>", "", written)
    for found in (MARKDOWN.search(plain), HALF.search(plain)):
        if found:
            mistakes.note(
                found[0].strip(), "would be shown as it is typed: bold is <b>, and what is filled in {{ name }}"
            )
    if not is_message:
        return
    if not plain.strip():
        mistakes.note("file", "is empty: Telegram sends no empty message")
    if (least := _least(tree.body)) > LONGEST_TEXT:
        mistakes.note("file", f"has at least {least} characters; Telegram takes {LONGEST_TEXT}")


def tag_in(problem: str) -> str:
    """The tag that a refusal speaks of, as the key of a mistake."""
    found = re.search(r'"<?/?([\w-]+)>?"', problem)
    return f"<{found[1]}>" if found else "text"


def _written(body: Iterable[nodes.Node]) -> Iterator[str]:
    """The text of a template in its order, every branch of it, with an address for what is filled in."""
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                yield part.data if isinstance(part, nodes.TemplateData) else FILLED
        elif isinstance(node, nodes.Include):
            yield FILLED
        elif isinstance(node, nodes.For | nodes.If):
            yield from _written(node.body)
            for other in getattr(node, "elif_", ()):
                yield from _written(other.body)
            yield from _written(node.else_)
        elif isinstance(node, nodes.Macro | nodes.CallBlock | nodes.FilterBlock | nodes.With | nodes.AssignBlock):
            yield from _written(node.body)


def _least(body: Iterable[nodes.Node]) -> int:
    """How long a template is at least, whatever is filled in and whichever way it takes."""
    size = 0
    for node in body:
        if isinstance(node, nodes.Output):
            size += sum(length_of(part.data) for part in node.nodes if isinstance(part, nodes.TemplateData))
        elif isinstance(node, nodes.If):
            size += min(_least(branch) for branch in (node.body, *(each.body for each in node.elif_), node.else_))
    return size


def words_named(tree: nodes.Template) -> Iterator[tuple[list[str], int]]:
    """Every `words.a.b` of a template: its keys as far as they are written out, and its line."""
    chains: list[nodes.Getattr | nodes.Getitem] = [*tree.find_all(nodes.Getattr), *tree.find_all(nodes.Getitem)]
    inner = {id(node.node) for node in chains}
    for node in chains:
        if id(node) in inner:
            continue
        path: list[str] = []
        at: nodes.Expr = node
        while isinstance(at, nodes.Getattr | nodes.Getitem):
            key = at.attr if isinstance(at, nodes.Getattr) else getattr(at.arg, "value", None)
            path = [key, *path] if isinstance(key, str) else []
            at = at.node
        if isinstance(at, nodes.Name) and at.name == "words":
            yield path, node.lineno


def look_up(mistakes: Mistakes, words: Any, path: Iterable[str], line: int) -> None:
    found = words
    for number, key in enumerate(path):
        if not isinstance(found, Mapping):
            return
        if key not in found and not hasattr(found, key):
            where = ".".join([*list(path)[:number], key])
            mistakes.note(f"words.{where}", f"is not in words.toml (line {line})")
            return
        found = found.get(key)
