"""What the bot is deployed with fits the bot: settings, commands, ports, users and paths; and nothing secret is in it.

No image is built and no cluster is asked here; what these files say is read and compared.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.arguments import COMMANDS
from bot.chat.webhook import web
from bot.settings import WEBHOOK_PATH, Settings
from bot.vault.master_key import read_master_key
from tests.content.breaking import copied_to

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


def routes() -> set[str]:
    application = web(None, "a secret", None, None, None)  # type: ignore[arg-type]
    return {getattr(route, "path", "") for route in application.routes}


def test_the_image_runs_as_nobody_in_particular_everywhere_the_same() -> None:
    user, _, group = told("USER")[-1].partition(":")
    assert int(user) > 0
    assert int(group) > 0
    for pod in pods():
        context = pod["securityContext"]
        assert context["runAsNonRoot"] is True
        assert (str(context["runAsUser"]), str(context["runAsGroup"])) == (user, group)
    assert f"-o {user} -g {group} {environment()['DATA_DIR']}" in " ".join(told("RUN"))
    assert f"-o {user} backups" in text("docs/operating.md")


def test_the_image_has_what_the_bot_needs_and_nothing_of_its_data() -> None:
    allowed = [line[1:] for line in text(".dockerignore").splitlines() if line.startswith("!")]
    sources = [line.split()[0] for line in told("COPY") if not line.startswith("--from")]
    sources = [source.replace("${LOCK}", told("ARG")[0].removeprefix("LOCK=")) for source in sources]
    assert sources
    for source in sources:
        assert (PROJECT / source).exists(), source
        assert source in allowed, source
    assert text(".dockerignore").split("\n\n")[0].splitlines()[1] == "*"
    for secret in (".env", "data", "master.key", "secrets"):
        assert not any(fnmatch(secret, each) for each in allowed)
    assert environment()["DATA_DIR"] in told("VOLUME")


def test_what_the_image_has_is_enough_to_start_and_where_all_is_well_check_says_so_and_makes_nothing(
    tmp_path: Path,
) -> None:
    for folder in ("bot", "dialogs"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    copied_to(tmp_path / "content")  # that it is well in all languages is shown by tests/content/test_broken_files.py
    words = [sys.executable, "-m", "bot", "check"]
    environment = {"DATA_DIR": str(tmp_path / "data")}
    ended = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert re.match(r"en \(.+\): \d+ records, ", ended.stdout)
    assert ended.stdout.endswith("All is well.\n")
    assert not (tmp_path / "data").exists()


def test_only_wheels_come_in_and_each_by_its_hash() -> None:
    (install,) = [line for line in told("RUN") if "pip " in line]
    assert "--require-hashes" in install
    assert "--only-binary=:all:" in install
    for name in ("requirements.lock", "requirements-ocr.lock"):
        assert name in text(".dockerignore")
        assert name in text("Dockerfile")


def test_every_name_in_an_environment_is_a_setting() -> None:
    named = set(environment())
    named |= set(compose()["services"]["bot"]["environment"])
    for pod in pods():
        for container in pod["containers"]:
            named |= {each["name"] for each in container.get("env", [])}
    named |= {
        name for each in of_kind("Secret") if each["metadata"]["name"] == "companion" for name in each["stringData"]
    }
    for path in SYSTEMD:
        for line in re.findall(r"^Environment=(.*)$", path.read_text(), re.MULTILINE):
            named |= {pair.partition("=")[0] for pair in line.split()}
        for credential in re.findall(r"^LoadCredential=(\w+):", path.read_text(), re.MULTILINE):
            named.add(credential.upper())
    assert named - SETTINGS == set()
    assert {"TELEGRAM_TOKEN", "DATABASE_URL", "REQUIRE_CONFINEMENT", "WEBHOOK_SECRET"} <= named


def test_every_command_is_one_of_the_bots() -> None:
    assert json.loads(told("ENTRYPOINT")[0]) == ["python", "-m", "bot"]
    given = [json.loads(told("CMD")[0])[0]]
    given += [container["args"][0] for pod in pods() for container in pod["containers"]]
    for path in SYSTEMD:
        given += re.findall(r"^ExecStart=\S+/python -m bot (\S+)", path.read_text(), re.MULTILINE)
    given += re.findall(
        r"bot (?:python -m bot )?([a-z]+)[ `]", " ".join(re.findall(r"docker compose .*", text("docs/operating.md")))
    )
    assert {"run", "backup"} <= set(given)
    assert set(given) <= COMMANDS.keys()


def test_ports_and_paths_are_those_at_which_the_bot_listens() -> None:
    port = environment()["LISTEN_PORT"]
    assert told("EXPOSE") == [port]
    assert compose()["services"]["bot"]["ports"] == [f"127.0.0.1:{port}:{port}"]
    (deployment,) = of_kind("Deployment")
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    assert container["ports"] == [{"name": "http", "containerPort": int(port)}]
    (service,) = of_kind("Service")
    assert service["spec"]["ports"][0]["targetPort"] == "http"
    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
        asked = container[probe]["httpGet"]
        assert asked["path"] in routes()
        assert asked["port"] == "http"
    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz", "Telegram being away is no reason to be killed"
    assert WEBHOOK_PATH in routes()


@pytest.fixture
def door() -> Iterator[HTTPServer]:
    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(self.server.status if self.path == "/readyz" else 404)  # type: ignore[attr-defined]
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(("status", "well"), [(200, True), (503, False)])
def test_the_health_check_says_what_readyz_says(door: HTTPServer, status: int, well: bool) -> None:
    door.status = status  # type: ignore[attr-defined]
    command = json.loads(told("HEALTHCHECK")[0].partition("CMD ")[2])
    port = environment()["LISTEN_PORT"]
    words = [sys.executable, *(word.replace(f":{port}/", f":{door.server_port}/") for word in command[1:])]
    assert command[0] == "python"
    assert (subprocess.run(words, capture_output=True, check=False).returncode == 0) is well


def test_containers_may_write_nothing_but_their_data_and_gain_nothing() -> None:
    for pod in pods():
        assert pod["automountServiceAccountToken"] is False
        for container in pod["containers"]:
            context = container["securityContext"]
            assert context["readOnlyRootFilesystem"] is True
            assert context["allowPrivilegeEscalation"] is False
            assert context["capabilities"] == {"drop": ["ALL"]}
            assert "memory" in container["resources"]["limits"]
            mounted = {each["name"]: each["mountPath"] for each in container["volumeMounts"]}
            assert mounted["data"] == environment()["DATA_DIR"]
            assert mounted["key"] == f"{environment()['DATA_DIR']}/master.key"
            assert set(mounted) <= {volume["name"] for volume in pod["volumes"]}
    bot = compose()["services"]["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["volumes"] == [f"data:{environment()['DATA_DIR']}"]


def test_one_bot_stays_while_another_is_exchanged() -> None:
    (deployment,), (budget,), (service,) = of_kind("Deployment"), of_kind("PodDisruptionBudget"), of_kind("Service")
    assert deployment["spec"]["replicas"] == 2
    assert budget["spec"]["minAvailable"] < deployment["spec"]["replicas"]
    assert deployment["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    for selector in (deployment["spec"]["selector"]["matchLabels"], budget["spec"]["selector"]["matchLabels"]):
        assert selector == labels
    assert service["spec"]["selector"] == labels
    (backup,) = of_kind("CronJob")
    job = backup["spec"]["jobTemplate"]["spec"]["template"]
    assert job["metadata"]["labels"] != labels, "nobody asks a backup"


def test_nothing_secret_is_in_any_of_it() -> None:
    names = {each["metadata"]["name"] for each in of_kind("Secret")}
    for pod in pods():
        used = {volume["secret"]["secretName"] for volume in pod["volumes"] if "secret" in volume}
        used |= {source["secretRef"]["name"] for each in pod["containers"] for source in each["envFrom"]}
        assert used <= names
    for secret in of_kind("Secret"):
        for name, value in secret["stringData"].items():
            assert not value or "example.org" in value or "PASSWORD" in value or name in ("STORE_URL", "AWS_REGION")
    for name, service in compose()["services"].items():
        for key, value in service.get("environment", {}).items():
            if re.search("TOKEN|PASSWORD|SECRET|DATABASE_URL|MC_HOST", key):
                assert re.search(r"\$\{\w+:[?-]", value), (name, key)
    whole = [*(PROJECT / "deploy").rglob("*"), PROJECT / "Dockerfile", PROJECT / "compose.yaml"]
    for path in (path for path in whole if path.is_file()):
        assert not re.search(r"\d{6,}:[\w-]{20,}", path.read_text(encoding="utf-8")), path.name


def test_every_image_of_others_has_its_version() -> None:
    images = [line.split()[0] for line in told("FROM")]
    images += [service["image"] for name, service in compose()["services"].items() if name != "bot"]
    for image in images:
        assert re.search(r":[\w.-]*\d", image), image


def test_the_units_are_understood_and_hardened(tmp_path: Path) -> None:
    for path in SYSTEMD:
        content = path.read_text().replace("/opt/companion/.venv/bin/python", sys.executable)
        (tmp_path / path.name).write_text(content)
        if path.suffix != ".service":
            continue
        for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=", "User=companion"):
            assert line in content.splitlines(), (path.name, line)
        assert "landlock_restrict_self" in content, "the bot confines its children itself"
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not here")
    units = sorted(str(path) for path in tmp_path.iterdir())
    words = ["systemd-analyze", "verify", "--man=no", *units]
    verified = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_master_key_that_the_page_has_made_is_one(tmp_path: Path) -> None:
    (code,) = re.findall(r'-c "(from pathlib .*)"$', text("docs/operating.md"), re.MULTILINE)
    code = code.replace("/data/master.key", str(tmp_path / "master.key"))
    subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=True)
    key = read_master_key(tmp_path / "master.key")
    assert key
    assert len(key) == 32
