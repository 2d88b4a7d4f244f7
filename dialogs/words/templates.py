"""The templates of `content/`: read, held to what can be told from their source, and filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dialogs.content.files import ContentError, Mistakes, raise_all
from dialogs.content.kept import Kept
from dialogs.words.compiled import Compiled, as_kept, that_knows
from dialogs.words.template_files import ENDING, template_files
from dialogs.words.template_source import look_up

_TODAY, _READER = "_today", "_reader"
"""Where filters find the day it is, and the language of whoever is to read what a patient passes on."""


class _Included(BaseLoader):
    """Finds what another template includes: compiled as that is, and as it was kept."""

    def __init__(self, compiled: Callable[[str], Template | None]) -> None:
        self._compiled = compiled

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:  # noqa: A002 # its name there
        template = self._compiled(name.removesuffix(ENDING))
        if template is None:
            raise TemplateNotFound(name)
        return template


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
            loader=_Included(self._included),
            autoescape=True,  # Telegram reads HTML
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=finalize,
        )
        self._environment.globals = dict(shown)
        knowing = {name: that_knows(_TODAY, each) for name, each in dated.items()}
        knowing |= {name: that_knows(_READER, each) for name, each in read.items()}
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

    def _included(self, name: str) -> Template | None:
        if name not in self._sources:
            return None
        self.compile(name)
        return self._compiled[name]

    def _found(self, name: str, text: str) -> Compiled:
        form = (name in self._messages, self._for_telegram, self._finalizes)
        return as_kept(self._kept, self._sources[name][0], name, text, self._filters, self._knowing, *form)

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
            if other is None or other.removesuffix(ENDING) not in self._sources:
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
