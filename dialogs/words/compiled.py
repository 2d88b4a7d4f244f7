"""Templates compiled, with what can be told of each from its source; and as they were kept for another start."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import meta, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dialogs.content.files import Mistakes
from dialogs.content.kept import Kept
from dialogs.words.isolates import as_it_is
from dialogs.words.template_files import ENDING
from dialogs.words.template_source import check_source, words_named


def that_knows(key: str, told: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is told what the template knows under a name."""

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
    environment.filters |= {**dict.fromkeys(filters, str), **{name: that_knows("", str) for name in knowing}}
    return environment


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template's code, and what can be told from its source."""

    code: CodeType
    used: frozenset[str]
    """Values, of the message or of all messages."""
    includes: tuple[str | None, ...]
    words: tuple[tuple[list[str], int], ...]
    wrong: tuple[tuple[str, str], ...]
    """Keys and problems, as `check_source` notes them."""

    def __reduce__(self) -> tuple[Callable[..., Compiled], tuple[Any, ...]]:
        return _unpacked, (marshal.dumps(self.code), self.used, self.includes, self.words, self.wrong)


def _unpacked(code: bytes, *rest: Any) -> Compiled:
    return Compiled(marshal.loads(code), *rest)  # noqa: S302 # as trusted as what Python itself keeps compiled


@lru_cache(maxsize=1000)
def _compiled(
    name: str,
    text: str,
    filters: frozenset[str],
    knowing: frozenset[str],
    is_message: bool,
    for_telegram: bool = True,
    finalizes: bool = False,
) -> Compiled:
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
    return Compiled(code, used, tuple(meta.find_referenced_templates(tree)), tuple(words_named(tree)), wrong)


@lru_cache(maxsize=1000)
def as_kept(kept: Kept, file: Path, *given: Any) -> Compiled:
    """A template compiled, or as it was kept: one and the same for the patient and for who gathers for one."""
    return kept.of(_compiled, (file,), *given)


def forget_compiled() -> None:
    """Let go of what only reading content once more would use: some megabytes."""
    _compiled.cache_clear()
    as_kept.cache_clear()
