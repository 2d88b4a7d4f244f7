"""The templates of `content/`: read, held to what can be told from their source, and filled in."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Collection, Iterable, Mapping
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

from dialogs.content.files import ContentError, Mistakes, raise_all
from dialogs.content.kept import Kept
from dialogs.words.isolates import as_it_is
from dialogs.words.template_files import ENDING, template_files
from dialogs.words.template_source import check_source, look_up, words_named

_TODAY, _READER = "_today", "_reader"
"""Where filters find the day it is, and the language of whoever is to read what a patient passes on."""


def _knowing(key: str, told: Callable[..., Any]) -> Callable[..., Any]:
    @pass_context
    def said(context: Context, value: Any) -> Any:
        return told(value, context.get(key))

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
def _compiler(filters: frozenset[str], knowing: frozenset[str], finalizes: bool) -> _Environment:
    """Compiles what uses filters of these names, whatever they do."""
    finalize = as_it_is if finalizes else None
    environment = _Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=finalize)
    environment.filters |= {**dict.fromkeys(filters, str), **{name: _knowing("", str) for name in knowing}}
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

    def __reduce__(self) -> tuple[Callable[..., _Compiled], tuple[Any, ...]]:
        return _unpacked, (marshal.dumps(self.code), self.used, self.includes, self.words, self.wrong)


def _unpacked(code: bytes, *rest: Any) -> _Compiled:
    return _Compiled(marshal.loads(code), *rest)  # noqa: S302 # as trusted as what Python itself keeps compiled


@lru_cache(maxsize=1000)
def _compiled(
    name: str,
    text: str,
    filters: frozenset[str],
    knowing: frozenset[str],
    is_message: bool,
    for_telegram: bool = True,
    finalizes: bool = False,
) -> _Compiled:
    """A template, compiled: once, if content is read once more. Raises `TemplateSyntaxError`."""
    compiler = _compiler(filters, knowing, finalizes)
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


@lru_cache(maxsize=1000)
def _found(kept: Kept, file: Path, *given: Any) -> _Compiled:
    """A template compiled, or as it was kept: one and the same for the patient and for who gathers for one."""
    return kept.of(_compiled, (file,), *given)


def forget_compiled() -> None:
    """Let go of what only reading content once more would use: some megabytes."""
    _compiled.cache_clear()
    _found.cache_clear()


class Templates:
    """The templates of one language. They hold nobody's words, and a patient's < stays a <."""

    def __init__(
        self,
        folder: Path,
        messages: Mapping[str, Collection[str]],
        shown: Mapping[str, Any],
        filters: Mapping[str, Callable[..., Any]],
        dated: Mapping[str, Callable[..., Any]] = MappingProxyType({}),
        read: Mapping[str, Callable[..., Any]] = MappingProxyType({}),
        *,
        for_telegram: bool = True,
        finalize: Callable[[Any], Any] | None = None,
        wanting: bool = False,
        lazily: bool = False,
        kept: Kept | None = None,
    ) -> None:
        """`messages`: the values of each; `shown`: what all can show; `dated`: filters told the day it is, too.

        `read`: filters told who is to read it. What is not `for_telegram` is a page for a browser, and may have
        whatever HTML has. `finalize` is done to all that is filled in; `wanting`: some may be missing; `lazily`: each
        is compiled when it is first said; `kept`: where lie those that were compiled before. Raises `ContentError`
        naming file and line.
        """
        self._sources, self._kept = template_files(folder, messages, wanting), kept or Kept()
        self._messages, self._for_telegram, self._finalizes = messages, for_telegram, finalize is not None
        self._environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._source),
            autoescape=True,  # Telegram reads HTML
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=finalize,
        )
        self._environment.globals = dict(shown)
        knowing = {name: _knowing(_TODAY, each) for name, each in dated.items()}
        knowing |= {name: _knowing(_READER, each) for name, each in read.items()}
        self._environment.filters |= {**filters, **knowing}
        self._filters, self._knowing = frozenset(filters), frozenset(knowing)
        self._compiled: dict[str, Template] = {}
        mistakes: list[ContentError] = []
        for name in () if lazily else self._sources:
            mistakes += self._compile(name)
        raise_all(mistakes)

    def has(self, name: str) -> bool:
        """Whether it is there: in a language that is not finished some are missing."""
        return name in self._sources

    def names(self) -> tuple[str, ...]:
        return tuple(self._sources)

    def compile(self, name: str) -> None:
        """Make one ready to be said. Raises `ContentError` naming file and line."""
        if name not in self._compiled:
            raise_all(self._compile(name))

    def render(self, name: str, values: Mapping[str, Any], today: date | None = None, reader: str = "") -> str:
        """A message filled in. Raises `jinja2.UndefinedError` or what a filter raises if something does not fit."""
        self.compile(name)
        body = self._compiled[name].render({**values, _TODAY: today, _READER: reader})
        return re.sub(r"\n{3,}", "\n\n", body).strip()

    def used(self, name: str) -> frozenset[str]:
        """The values of its own that a message uses, those of what it includes among them."""
        found = self._found(name, self._sources[name][1])
        own = found.used & frozenset(self._messages.get(name, ()))
        included = (each.removesuffix(ENDING) for each in found.includes if each)
        inner = (self._found(each, self._sources[each][1]).used for each in included if each in self._sources)
        return own | frozenset(self._messages.get(name, ())).intersection(frozenset().union(*inner))

    def file(self, name: str) -> Path:
        """Where a message is written."""
        return self._sources[name][0]

    def _source(self, file_name: str) -> tuple[str, str, None] | None:
        file, text = self._sources.get(file_name.removesuffix(ENDING), (None, ""))
        return (text, str(file), None) if file else None

    def _found(self, name: str, text: str) -> _Compiled:
        form = (name in self._messages, self._for_telegram, self._finalizes)
        return _found(self._kept, self._sources[name][0], name, text, self._filters, self._knowing, *form)

    def _compile(self, name: str) -> list[ContentError]:
        """Compile one, and find out what is wrong with it."""
        file, text = self._sources[name]
        mistakes, values = Mistakes(file), self._messages.get(name)
        try:
            found = self._found(name, text)
        except TemplateSyntaxError as error:
            mistakes.note(f"line {error.lineno}", str(error.message))
            return mistakes.noted
        # Its globals as they are: every render copies them, and a chain of maps is copied name by name.
        self._compiled[name] = Template.from_code(self._environment, found.code, self._environment.globals)
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
        return mistakes.noted


def check_values(translated: Templates, source: Templates, messages: Iterable[str]) -> None:
    """A translation shows all that its source shows. Raises `ContentError` with every value that got lost."""
    mistakes: list[ContentError] = []
    for name in messages:
        if translated.has(name) and source.has(name):
            lost = source.used(name) - translated.used(name)
            why = "is not used here; the message that it is translated from shows it"
            mistakes += [ContentError(translated.file(name), value, why) for value in sorted(lost)]
    raise_all(mistakes)
