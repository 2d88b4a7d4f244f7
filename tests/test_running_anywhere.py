"""What the bot is deployed with fits the bot: settings, commands, ports, users and paths; and nothing secret is in it.

No image is built and no cluster is asked here; what these files say is read and compared.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot.arguments import COMMANDS
from bot.chat.webhook import web
from bot.settings import WEBHOOK_PATH, Settings
from tests.deployed import (
    PROJECT,
    SETTINGS,
    SYSTEMD,
    compose,
    environment,
    of_kind,
    pods,
    text,
    told,
)


def routes() -> set[str]:
    application = web(None, "a secret", None, None, None)  # type: ignore[arg-type]
    return {getattr(route, "path", "") for route in application.routes}


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


def test_what_is_set_in_the_env_of_compose_reaches_the_bot() -> None:
    offered = {
        line.partition("=")[0] for line in (PROJECT / ".env.example").read_text().splitlines() if "=" in line[:40]
    }
    ours = {name.strip("# ") for name in offered} & {name.upper() for name in Settings.model_fields}
    fixed = {"DATA_DIR", "LISTEN_HOST", "LISTEN_PORT", "MASTER_KEY_FILE", "CLOCK_AHEAD_SECONDS", "REHEARSAL_PORT"}
    fixed |= {"REHEARSAL_LOCAL", "OPEN_BROWSER"}
    assert ours - fixed <= {*compose()["services"]["bot"]["environment"]}


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
