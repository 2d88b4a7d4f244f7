"""Alerts and the board ask for numbers that the bot gives, and every alert says what it means and what to do."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.storage.census import KINDS, Census, Waiting
from bot.watch.page import Page
from bot.watch.tally import Tally

PROJECT = Path(__file__).resolve().parent.parent
RULES = yaml.safe_load((PROJECT / "deploy/prometheus/alerts.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]
BOARD = json.loads((PROJECT / "deploy/grafana/companion.json").read_text(encoding="utf-8"))
ASKED = [
    *((rule["alert"], rule["expr"]) for rule in RULES),
    *((panel["title"], target["expr"]) for panel in BOARD["panels"] for target in panel["targets"]),
]
GIVEN_BY_PROMETHEUS = {"up"}


@pytest.fixture
async def page() -> str:
    async def readiness() -> dict[str, Any]:
        return {"ready": False, "late": {"hearing": {}}}

    tally = Tally()
    tally.calls["sendMessage", "2xx"] += 1
    tally.work["fetch", "done"] += 1
    census = Census(1, 1, 1, Waiting(1, 1.0), dict.fromkeys(KINDS, Waiting(1, 1.0)))
    return (await Page(tally, lambda _: census, readiness, "one").render()).decode()


def samples(page: str) -> dict[str, set[str]]:
    """The names of all numbers on a page, and of their labels."""
    found: dict[str, set[str]] = {}
    for line in page.splitlines():
        if not line.startswith("#"):
            name, _, labels = line.partition(" ")[0].partition("{")
            found.setdefault(name, set()).update(re.findall(r'(\w+)="', labels))
    return found


@pytest.mark.parametrize(("title", "asked"), ASKED, ids=[title for title, _ in ASKED])
def test_whatever_is_asked_for_is_given(title: str, asked: str, page: str) -> None:
    given = samples(page)
    names = set(re.findall(r"\b(?:companion|process)_\w+", asked)) | (
        GIVEN_BY_PROMETHEUS & set(re.findall(r"\w+", asked))
    )
    assert names, f"{title} asks for nothing"
    assert names <= given.keys() | GIVEN_BY_PROMETHEUS
    for name, labels in re.findall(r"(companion_\w+)\{([^}]*)\}", asked):
        assert set(re.findall(r'(\w+)[=!]~?"', labels)) <= given[name]
    for labels in re.findall(r"by \(([^)]*)\)", asked):
        wanted = {label.strip() for label in labels.split(",")}
        assert any(wanted <= given[name] for name in names), f"{title}: no number has {labels}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_every_alert_says_what_it_means_and_what_to_do_in_a_sentence_each(rule: dict[str, Any]) -> None:
    told = rule["annotations"]
    for part in ("summary", "meaning", "action"):
        assert re.fullmatch(r"[^\n]+\.", told[part])
    assert rule["labels"]["severity"] in ("page", "ticket")


def test_every_alert_is_explained_where_an_operator_reads() -> None:
    text = (PROJECT / "docs" / "watching.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(Companion\w+)`", text))
    assert explained == {rule["alert"] for rule in RULES}


async def test_every_number_has_its_line_where_an_operator_reads(page: str) -> None:
    text = (PROJECT / "docs" / "watching.md").read_text(encoding="utf-8")
    families = set(re.findall(r"^# HELP (companion_\w+)", page, re.MULTILINE))
    assert families == set(re.findall(r"`(companion_\w+)`", text))


def test_panels_do_not_lie_on_each_other() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in BOARD["panels"]:
        place = panel["gridPos"]
        squares = {(place["x"] + right, place["y"] + down) for right in range(place["w"]) for down in range(place["h"])}
        assert not taken & squares
        assert place["x"] + place["w"] <= 24
        taken |= squares
