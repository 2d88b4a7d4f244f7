"""All of content/ proofread: read, said, tried and set; every mistake named by file and key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from bot.checking.printing import wrong_pages
from bot.checking.recognition import try_phrases
from dialogs.composed.contents import Content
from dialogs.composed.reading import read_content
from dialogs.content.ears import RULES, TABLE, rules_of
from dialogs.content.examples import check_learned
from dialogs.content.files import ContentError, Mistakes
from dialogs.content.folders import languages, languages_heard, passed_over
from dialogs.content.recognition import read_recognition
from dialogs.content.said_file import read_said
from dialogs.effects import Say
from dialogs.proofreading.fullest import longest_messages
from dialogs.proofreading.life import each_alone, every_bubble
from dialogs.proofreading.messages import PLAIN, WRITTEN, differing, wrong_messages
from dialogs.proofreading.pages import calendar_words, copies, pages
from dialogs.proofreading.style import style_of, too_much, wrong_turns
from dialogs.proofreading.trials import try_days, try_places, try_rules

T = TypeVar("T")


@dataclass
class Findings:
    """What was read, in lines for its author, what was not, and what is wrong."""

    read: list[str] = field(default_factory=list)
    passed_over: tuple[Path, ...] = ()
    mistakes: list[ContentError] = field(default_factory=list)

    def of(self, mistakes: Iterable[ContentError]) -> None:
        known = {str(each) for each in self.mistakes}
        self.mistakes += [each for each in mistakes if str(each) not in known]


def proofread(folder: Path, at_once: int = 1) -> Findings:
    """Read, try and set everything in a content folder, so many languages at once, each in a process of its own."""
    findings = Findings()
    if not folder.is_dir():
        findings.of([ContentError(folder, "file", "is not there: a folder with guide.toml and the languages")])
        return findings
    findings.passed_over = passed_over(folder)
    spoken = languages(folder) or ("en",)
    for found in _of_each(folder, spoken, min(at_once, len(spoken))):
        findings.read += found.read
        findings.of(found.mistakes)
    for language in languages_heard(folder):
        try:
            rules = rules_of(folder / language)
            if (said := folder / language / "said.toml").exists():
                read_said(said)
        except ContentError as error:
            findings.of(error.all)
            continue
        mistakes = Mistakes(folder / language / RULES)
        tried = try_rules(mistakes, rules)
        findings.of(mistakes.noted)
        findings.read.append(f"{language}: {tried} rules of safety")
    _or_mistake(findings, folder / TABLE, lambda: check_learned(folder))
    return findings


def _of_each(folder: Path, spoken: Sequence[str], at_once: int) -> list[Findings]:
    if at_once > 1:
        # Where there is no memory for so many they go one after another.
        with suppress(BrokenProcessPool), ProcessPoolExecutor(at_once, get_context("fork")) as processes:
            return list(processes.map(partial(_of_one, folder), spoken))
    strange = dict[str, list[Say]]()
    return [_of_one(folder, language, strange) for language in spoken]


def _of_one(folder: Path, language: str, strange: dict[str, list[Say]] | None = None) -> Findings:
    findings = Findings()
    try:
        content = read_content(folder, language)
    except ContentError as error:
        findings.of(error.all)
        return findings
    if content.language.unfinished:
        _try_what_is_there(findings, content, folder / language)
    else:
        _proofread_language(findings, content, folder / language, {} if strange is None else strange)
    return findings


def _try_what_is_there(findings: Findings, content: Content, folder: Path) -> None:
    """A language that is not finished: its rules, and its messages as far as they can be told from their source."""
    rules = _tried(findings, folder / RULES, lambda each: try_rules(each, content.rules))
    files = (
        ("days.toml", try_days),
        ("places.toml", lambda each, content, file: try_places(each, content.places, file)),
    )
    for name, trial in files:
        if (folder / name).exists():
            _tried(findings, folder / name, partial(trial, content=content, file=folder / name))
    said = len(content.wording.templates.names())
    findings.read.append(f"{folder.name} ({_state(content)}): {said} messages, {rules} rules of safety tried")


def _proofread_language(findings: Findings, content: Content, folder: Path, strange: dict[str, list[Say]]) -> None:
    """`strange`: what is said to whoever writes strange words, by these, as another language found it."""
    lives = {
        written: strange.get(written) or _life(findings, content, folder, words) for written, words in WRITTEN.items()
    }
    strange |= {written: said for written, said in lives.items() if written != PLAIN}
    messages = _messages(findings, content, folder, lives.values())
    _style(findings, content, folder, lives[PLAIN])
    forms = [content.wording.of(for_another).words for for_another in (False, True)]
    tried: dict[str, Callable[[Mistakes], int]] = {
        RULES: lambda each: try_rules(each, content.rules, *forms),
        "recognition.toml": lambda each: try_phrases(
            each, read_recognition(folder / "recognition.toml", content.guide)
        ),
        "days.toml": lambda each: try_days(each, content, folder / "days.toml"),
        "places.toml": lambda each: try_places(each, content.places, folder / "places.toml"),
    }
    counts = {name: _tried(findings, folder / name, trial) for name, trial in tried.items()}
    printed = list(_or_mistake(findings, folder / "words.toml", lambda: list(pages(content, folder))) or ())
    findings.of(wrong_pages(printed))
    _or_mistake(findings, folder / "words.toml", lambda: calendar_words(content))
    _or_mistake(findings, folder / "pages" / "everything.html.j2", lambda: copies(content))
    findings.read.append(
        f"{content.wording.language} ({_state(content)}): {len(content.guide.records)} records, {messages} messages "
        f"said, {len(printed)} pages set, {counts[RULES]} rules of safety, "
        f"{counts['recognition.toml']} phrases of papers, {counts['days.toml']} words for days and "
        f"{counts['places.toml']} places tried"
    )


def _life(findings: Findings, content: Content, folder: Path, words: str) -> list[Say]:
    """All that is said in a long life, each once. Only plain words are heard in each language in its own way."""
    return differing(_or_mistake(findings, folder.parent / "guide.toml", partial(every_bubble, content, words)) or ())


def _state(content: Content) -> str:
    """How far it is, and who has read it."""
    state = "unfinished, " if content.language.unfinished else ""
    return state + (f"read by {content.language.reviewed_by}" if content.language.reviewed_by else "read by nobody yet")


def _messages(findings: Findings, content: Content, folder: Path, lives: Iterable[Iterable[Say]]) -> int:
    """Say everything there is, with values of every size; how many different messages were said."""
    names: set[str] = set()
    longest = _or_mistake(findings, folder.parent / "guide.toml", partial(longest_messages, content)) or ()
    for life in (*lives, longest):
        said = differing(each_alone(life))
        findings.of(wrong_messages(content, said))
        names |= {each.name for each in said}
    return len(names)


def _style(findings: Findings, content: Content, folder: Path, bubbles: Iterable[Say]) -> None:
    """Hold what is said to how this language is spoken here: its turns, and how much stands in one bubble."""
    try:
        style = style_of(folder)
    except ContentError as error:
        findings.of(error.all)
        return
    findings.of(wrong_turns(folder, style))
    findings.of(_or_mistake(findings, folder / "style.toml", lambda: list(too_much(content, bubbles, style))) or ())


def _tried(findings: Findings, file: Path, trial: Callable[[Mistakes], int]) -> int:
    mistakes = Mistakes(file)
    count = _or_mistake(findings, file, lambda: trial(mistakes)) or 0
    findings.of(mistakes.noted)
    return count


def _or_mistake(findings: Findings, file: Path, what: Callable[[], T]) -> T | None:
    try:
        return what()
    except Exception as error:  # nothing in content/ may end the check of the rest
        findings.of([ContentError(file, "file", f"cannot be tried: {type(error).__name__} {error}".strip())])
        return None
