"""What is written here about running the bot: the image, the compose file, the manifests, the units."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from bot.settings import Settings

PROJECT = Path(__file__).resolve().parent.parent
KUBERNETES = sorted((PROJECT / "deploy" / "kubernetes").glob("*.yaml"))
SYSTEMD = sorted((PROJECT / "deploy" / "systemd").iterdir())
SETTINGS = {name.upper() for name in Settings.model_fields} | {
    *("STORE_URL", "AWS_ENDPOINT_URL", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
    *("PATH", "PYTHONUNBUFFERED"),
}
"""What a bot is told by its environment: its settings, those of the store's library and of Python."""


def text(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def instructions(name: str) -> list[tuple[str, str]]:
    """The lines of a Dockerfile, those that go on put together."""
    lines = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text(name), flags=re.MULTILINE)).splitlines()
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines if line.strip())]


DOCKERFILE = instructions("Dockerfile")


def told(word: str) -> list[str]:
    return [rest for name, rest in DOCKERFILE if name == word]


def environment() -> dict[str, str]:
    return dict(pair.split("=", 1) for line in told("ENV") for pair in shlex.split(line))


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(text("compose.yaml"))
    return read


def manifests() -> list[dict[str, Any]]:
    return [each for path in KUBERNETES for each in yaml.safe_load_all(path.read_text(encoding="utf-8"))]


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [each for each in manifests() if each["kind"] == kind]


def pods() -> list[dict[str, Any]]:
    """What runs in the cluster: the bots, and the backup."""
    jobs = [job["spec"]["jobTemplate"] for job in of_kind("CronJob")]
    return [each["spec"]["template"]["spec"] for each in (*of_kind("Deployment"), *jobs)]
