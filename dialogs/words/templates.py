"""The templates of `content/`: read, held to what can be told from their source, and filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import CodeType, MappingProxyType
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateSyntaxError, meta, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dialogs.content.files import ContentError, Mistakes, is_passed_over, raise_all, read_text
from dialogs.words.template_source import check_source, look_up, words_named

ENDING = ".html.j2"
_TODAY = "_today"
"""Where filters find the day it is."""


def _on_its_day(told: Callable[..., Any]) -> Callable[..., Any]:
    @pass_context
    def said(context: Context, value: Any) -> Any:
        return told(value, context.get(_TODAY))

    return said


class _Noticing(CodeGenerator):
    """Notes what a template uses and does not set itself, as `meta.find_undeclared_variables` does in a second pass."""

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        loads = (load for load in frame.symbols.loads.values() if load[0] == "resolve")
        self.environment.names_used.update(name for _, name in loads)  # type: ignore[attr-defined]


class _Environment(ImmutableSandboxedEnvironment):
    code_generator_class = _Noticing
    names_used: set[str]


@cache
def _compiler(filters: frozenset[str], dated: frozenset[str]) -> _Environment:
    """Compiles what uses filters of these names, whatever they do."""
    environment = _Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {**dict.fromkeys(filters, str), **{name: _on_its_day(str) for name in dated}}
    return environment


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A template's code, and what can be told from its source."""

    code: CodeType
    used: frozenset[str]
    """Values, of the message or of all messages."""
    includes: tuple[str | None, ...]
    words: tuple[tuple[list[str], int], ...]
    wrong: tuple[tuple[str, str], ...]
    """Keys and problems, as `check_source` notes them."""


@lru_cache(maxsize=1000)
def _compiled(
    name: str, text: str, filters: frozenset[str], dated: frozenset[str], is_message: bool, for_telegram: bool = True
) -> _Compiled:
    """A template, compiled: once, if content is read once more. Raises `TemplateSyntaxError`."""
    compiler = _compiler(filters, dated)
    file = f"{name}{ENDING}"  # without its folder: errors are told of the message
    tree = compiler.parse(text, name, file)
    compiler.names_used = set()
    code = compiler.compile(tree, name, file)
    used = frozenset(compiler.names_used - compiler.globals.keys())
    noted = Mistakes(file)
    if for_telegram:
        check_source(noted, tree, is_message)
    wrong = tuple((each.key, each.problem) for each in noted.noted)
    return _Compiled(code, used, tuple(meta.find_referenced_templates(tree)), tuple(words_named(tree)), wrong)


def forget_compiled() -> None:
    """Let go of what only reading content once more would use: some megabytes."""
    _compiled.cache_clear()


class Templates:
    """The templates of one language. They hold nobody's words, and a patient's < stays a <."""

    def __init__(
        self,
        folder: Path,
        messages: Mapping[str, Collection[str]],
        shown: Mapping[str, Any],
        filters: Mapping[str, Callable[..., Any]],
        dated: Mapping[str, Callable[..., Any]] = MappingProxyType({}),
        for_telegram: bool = True,
    ) -> None:
        """`messages`: the values of each; `shown`: what all can show; `dated`: filters told the day it is, too.

        What is not `for_telegram` is a page for a browser, and may have whatever HTML has.
        Raises `ContentError` naming file and line.
        """
        self._sources = _sources(folder, messages)
        self._environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._source),
            autoescape=True,  # Telegram reads HTML
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals = dict(shown)
        self._environment.filters |= {**filters, **{name: _on_its_day(each) for name, each in dated.items()}}
        self._filters, self._dated = frozenset(filters), frozenset(dated)
        self._for_telegram = for_telegram
        self._compiled: dict[str, Template] = {}
        mistakes: list[ContentError] = []
        for name, (file, text) in self._sources.items():
            noted = Mistakes(file)
            self._compile(noted, name, text, messages.get(name))
            mistakes += noted.noted
        raise_all(mistakes)

    def render(self, name: str, values: Mapping[str, Any], today: date | None = None) -> str:
        """A message filled in. Raises `jinja2.UndefinedError` or what a filter raises if something does not fit."""
        body = self._compiled[name].render({**values, _TODAY: today})
        return re.sub(r"\n{3,}", "\n\n", body).strip()

    def file(self, name: str) -> Path:
        """Where a message is written."""
        return self._sources[name][0]

    def _source(self, file_name: str) -> tuple[str, str, None] | None:
        file, text = self._sources.get(file_name.removesuffix(ENDING), (None, ""))
        return (text, str(file), None) if file else None

    def _compile(self, mistakes: Mistakes, name: str, text: str, values: Collection[str] | None) -> None:
        try:
            for_telegram = self._for_telegram
            found = _compiled(name, text, self._filters, self._dated, values is not None, for_telegram)
        except TemplateSyntaxError as error:
            return mistakes.note(f"line {error.lineno}", str(error.message))
        self._compiled[name] = Template.from_code(self._environment, found.code, self._environment.make_globals(None))
        known = found.used if values is None else values
        for value in sorted(found.used - self._environment.globals.keys() - set(known)):
            its = ", ".join(sorted(values or ())) or "none"
            mistakes.note(value, f"is not a value of this message; it has: {its}")
        for other in found.includes:
            if other is None or not self._source(other):
                mistakes.note(other or "include", "is a file that is not there")
        for path, line in found.words:
            look_up(mistakes, self._environment.globals["words"], path, line)
        for key, problem in found.wrong:
            mistakes.note(key, problem)
        return None


def _sources(folder: Path, messages: Mapping[str, Collection[str]]) -> dict[str, tuple[Path, str]]:
    mistakes: list[ContentError] = []
    sources: dict[str, tuple[Path, str]] = {}
    if not folder.is_dir():
        raise ContentError(folder, "file", "is not there: a folder with a file for each message")
    for file in sorted(folder.iterdir()):
        name = file.name.removesuffix(ENDING)
        if is_passed_over(file):
            continue
        if name == file.name or (name not in messages and not name.startswith("_")):
            mistakes.append(ContentError(file, "file", "is not a message the bot says; is its name misspelt?"))
            continue
        try:
            sources[name] = (file, read_text(file))
        except ContentError as error:
            mistakes.append(error)
            sources[name] = (file, "")
    for name in sorted(messages.keys() - sources.keys()):
        mistakes.append(ContentError(folder / f"{name}{ENDING}", "file", "is not there; the bot says this message"))
    raise_all(mistakes)
    return sources
