"""What the documents say is true: commands and settings exist, pictures and links are where they are said to be."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings
from dialogs.content.guide import read_guide
from dialogs.destination_table import destination_table
from dialogs.diagram import diagram
from tests import real

PROJECT = Path(__file__).resolve().parent.parent
OPERATORS = ["README.md", "SECURITY.md", "docs/operating.md", "docs/promises.md"]
"""Pages for who runs the bot."""
PAGES = [
    *(PROJECT / name for name in OPERATORS[:2]),
    PROJECT / "CHANGELOG.md",
    *sorted((PROJECT / "docs").glob("*.md")),
]
PAGES += sorted((PROJECT / "decisions").glob("*.md"))


def text(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def test_every_setting_is_in_the_example_and_nothing_else_is() -> None:
    named = re.findall(r"^([A-Z_]+)=", text(".env.example"), re.MULTILINE)
    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_shows_the_defaults() -> None:
    shown = dict(re.findall(r"^([A-Z_]+)=(.*)$", text(".env.example"), re.MULTILINE))
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else str(field.default).rstrip("/")
        assert shown[name.upper()].lower() == default.lower(), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_named_is_in_the_makefile(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    for line in re.findall(r"`make ([a-z -]+)`|^make ([a-z -]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert set(" ".join(line).split()) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_named_is_a_setting(page: Path) -> None:
    known = {name.upper() for name in Settings.model_fields} | set(re.findall(r"\$\{(\w+)", text("compose.yaml")))
    for name in re.findall(r"`(?!OTEL_)([A-Z]+_[A-Z_]+)[=`]", page.read_text(encoding="utf-8")):
        assert name in known, name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


NAMED = re.compile(r"`((?:bot|dialogs|content|tests|docs|deploy|training|benchmarks)/[\w./-]*)`")
DOTTED = re.compile(r"`((?:bot|dialogs|tests|training)(?:\.\w+)+)`")


@pytest.mark.parametrize(
    "page", [each for each in PAGES if each.name not in ("CHANGELOG.md", "soak.md")], ids=lambda page: page.name
)
def test_every_path_and_module_named_is_there(page: Path) -> None:
    said = page.read_text(encoding="utf-8")
    for path in NAMED.findall(said):
        assert (PROJECT / path).exists(), path
    assert [name for name in DOTTED.findall(said) if not is_there(name)] == []


def test_every_module_that_a_docstring_or_a_remark_names_is_there() -> None:
    for folder in ("bot", "dialogs", "tests", "training"):
        for path in (PROJECT / folder).rglob("*.py"):
            gone = [name for name in DOTTED.findall(path.read_text(encoding="utf-8")) if not is_there(name)]
            assert gone == [], path.relative_to(PROJECT)


def is_there(name: str) -> bool:
    """Whether it is a module or a folder of ours, or the last part stands in the module before it."""
    whole = PROJECT.joinpath(*name.split("."))
    if whole.is_dir() or whole.with_suffix(".py").exists():
        return True
    above = whole.parent
    module = above / "__init__.py" if above.is_dir() else above.with_suffix(".py")
    return module.exists() and bool(re.search(rf"\b{whole.name}\b", module.read_text(encoding="utf-8")))


def help_of(*command: str) -> str:
    words = [sys.executable, "-m", "bot", *command, "--help"]
    return subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("page", OPERATORS)
def test_every_command_of_the_bot_is_one_and_has_the_options_named(page: str) -> None:
    told = help_of()
    for command, rest in re.findall(r"python -m bot ([a-z][a-z-]*)([^`\n]*)", text(page)):
        assert re.search(rf"^\s+{command}\b", told, re.MULTILINE), command
        for option in re.findall(r"(--[a-z-]+)", rest):
            assert option in help_of(command), (command, option)


@pytest.mark.parametrize("page", OPERATORS)
def test_a_command_that_needs_a_place_is_named_with_one(page: str) -> None:
    assert re.findall(r"`python -m bot (?:backup|restore)`", text(page)) == []


@pytest.mark.parametrize("page", OPERATORS)
def test_every_chat_command_named_is_one(page: str) -> None:
    from dialogs.asides import COMMANDS

    for command in re.findall(r"`/([a-z]+)`", text(page)):
        assert command in (*COMMANDS, "healthz", "readyz", "metrics", "telegram", "newbot"), command


def test_the_diagram_is_the_one_the_guide_makes() -> None:
    assert text("docs/journey.md").strip() == diagram(read_guide(PROJECT / "content" / "guide.toml")).strip()


def test_the_table_of_destinations_is_the_one_the_content_makes() -> None:
    assert text("docs/destinations.md") == destination_table(real.content())


def test_the_lock_files_name_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-ocr.lock"):
        assert "://" not in text(name)
        assert "--hash=sha256:" in text(name)


def test_every_test_that_shows_a_control_of_a_hazard_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", text("docs/hazards.md")))
    assert len(named) > 20
    assert [name for name in sorted(named) if not (PROJECT / name).exists()] == []
