"""An object store in which no vault can be kept: one true line that names the setting, said by `check` before."""

from __future__ import annotations

import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.stores import BUCKET, SECRET, StoreServer
from tests.system.starts import BOTH, all_ended, case, is_one_true_line, lying_in

URL = f"s3://{BUCKET}"


@contextmanager
def answers(*said: bytes) -> Iterator[str]:
    """A server that answers every request with the same, or with nothing at all; its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            visitors = []
            while True:
                try:
                    visitor, _ = server.accept()
                except OSError:
                    return
                visitors.append(visitor)
                if said:
                    visitor.recv(65536)
                    visitor.sendall(said[0])
                    visitor.close()

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.close()


def page(status: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


def error(status: str, code: str) -> bytes:
    return page(status, f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode())


@pytest.fixture
def refusals(moto: StoreServer, nanio: StoreServer) -> Iterator[list[tuple[dict[str, str], str]]]:
    """What is set, and what must be said of it."""
    with ExitStack() as stack:

        def at(address: str, **others: str) -> dict[str, str]:
            return {"STORE_URL": URL, **moto.variables, "AWS_ENDPOINT_URL": address, **others}

        def that_says(said: bytes) -> dict[str, str]:
            return at(stack.enter_context(answers(said)))

        versions = f"versions-{secrets.token_hex(4)}"
        moto.make_bucket(versions)
        moto.client().put_bucket_versioning(Bucket=versions, VersioningConfiguration={"Status": "Enabled"})
        with socket.create_server(("127.0.0.1", 0)) as free:
            nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
        of_nanio: Callable[..., dict[str, str]] = lambda **others: {"STORE_URL": URL, **nanio.variables, **others}  # noqa: E731
        no_keys = {name: value for name, value in at(moto.address).items() if "KEY" not in name}
        wrong = "a-secret-that-is-wrong"
        yield [
            (at(moto.address, STORE_URL="s3://nowhere"), r"STORE_URL .*no bucket of that name"),
            (of_nanio(STORE_URL="s3://nowhere/folder"), r"STORE_URL .*no bucket of that name"),
            (of_nanio(AWS_SECRET_ACCESS_KEY=wrong), r"AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY .*refuses"),
            (of_nanio(AWS_ACCESS_KEY_ID="nobody"), r"AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY .*refuses"),
            (
                {**no_keys, "AWS_METADATA_ENDPOINT": nobody},
                r"AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY .*there are none",
            ),
            (at(moto.address, STORE_URL=f"s3://{versions}"), r"STORE_URL .*keeps older versions"),
            (at(nobody), r"STORE_URL .*does not answer"),
            (at("http://nowhere.invalid"), r"STORE_URL .*does not answer"),
            (at(moto.address.replace("http:", "https:")), r"STORE_URL .*does not answer"),
            (at("s3.example.org"), r"AWS_ENDPOINT_URL should be .*https://"),
            (at("http://[nonsense"), r"AWS_ENDPOINT_URL should be .*https://"),
            (
                at(moto.address, STORE_URL=f"https://{BUCKET}.s3.example.org"),
                r"STORE_URL should be an S3 bucket such as",
            ),
            (at(moto.address, STORE_URL="s3://Patients Files"), r"STORE_URL should be an S3 bucket such as"),
            (that_says(page("200 OK", b"<html>hello</html>")), r"STORE_URL .*no S3 store"),
            (that_says(page("404 Not Found", b"<html>what?</html>")), r"STORE_URL .*no S3 store"),
            (that_says(error("403 Forbidden", "AccessDenied")), r"STORE_URL .*do not give the right"),
            (that_says(error("400 Bad Request", "AuthorizationHeaderMalformed")), r"AWS_REGION .*another"),
            (that_says(error("403 Forbidden", "RequestTimeTooSkewed")), r"STORE_URL .*clock is wrong"),
            (that_says(error("503 Slow Down", "SlowDown")), r"STORE_URL .*cannot"),
        ]


def test_what_a_store_refuses_is_said_in_one_true_line_and_nothing_is_changed(refusals, moto, nanio, tmp_path: Path):
    before = (moto.lying(), nanio.lying())
    cases: list[dict[str, Any]] = [case(tmp_path, command, variables) for command in BOTH for variables, _ in refusals]
    for ended, (_, says) in zip(all_ended(cases), refusals * 2, strict=True):
        is_one_true_line(ended, says)
        assert SECRET not in ended["err"]
        assert "a-secret-that-is-wrong" not in ended["err"]
        assert "127.0.0.1" not in ended["err"]
    assert lying_in(tmp_path) == {}
    assert (moto.lying(), nanio.lying()) == before


@pytest.mark.soak
def test_a_store_that_takes_connections_and_never_answers_is_given_up_too(tmp_path: Path, moto: StoreServer) -> None:
    with answers() as address:
        variables = {"STORE_URL": URL, **moto.variables, "AWS_ENDPOINT_URL": address}
        (ended,) = all_ended([case(tmp_path, "check", variables)])
    is_one_true_line(ended, r"STORE_URL .*does not answer")


def test_keys_may_stand_in_the_file_of_settings(tmp_path: Path, nanio: StoreServer) -> None:
    lines = {"STORE_URL": f"{URL}/{secrets.token_hex(4)}", **nanio.variables}
    (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in lines.items()))
    (ended,) = all_ended([case(tmp_path, "check", {}) | {"proofread": False}])
    assert (ended["code"], ended["err"]) == (0, "")
    (ended,) = all_ended([case(tmp_path, "check", {"AWS_SECRET_ACCESS_KEY": "another"})])
    is_one_true_line(ended, r"AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY .*refuses")


def test_where_all_is_well_check_leaves_nothing_behind(tmp_path: Path, moto: StoreServer) -> None:
    before = moto.lying()
    (ended,) = all_ended(
        [case(tmp_path, "check", {"STORE_URL": f"{URL}/new", **moto.variables}) | {"proofread": False}]
    )
    assert (ended["code"], ended["err"]) == (0, "")
    assert moto.lying() == before
    assert list(tmp_path.iterdir()) == []
