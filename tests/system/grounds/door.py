"""A door that cannot be opened: a port that is taken or none, a host that is not here, a webhook without one."""

from __future__ import annotations

import socket

from tests.ports import free_port
from tests.system.grounds.ground import Ground, Ways

WAYS = Ways()


def _listens(ground: Ground, port: int, host: str = "127.0.0.1") -> None:
    ground.environment |= {"LISTEN_PORT": str(port), "LISTEN_HOST": host}


@WAYS.bad(r"LISTEN_PORT .*another program listens")
def port_is_taken(ground: Ground) -> None:
    taken = ground.stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    _listens(ground, taken.getsockname()[1])


@WAYS.bad(r"LISTEN_PORT .*only root")
def port_is_for_root(ground: Ground) -> None:
    _listens(ground, 83)
    ground.more["unprivileged"] = True


@WAYS.bad(r"LISTEN_PORT should be a port from 0 to 65535")
def port_is_too_large(ground: Ground) -> None:
    ground.environment["LISTEN_PORT"] = "80443"


@WAYS.bad(r"LISTEN_PORT should be a port from 0 to 65535")
def port_is_a_word(ground: Ground) -> None:
    ground.environment["LISTEN_PORT"] = "https"


@WAYS.bad(r"LISTEN_HOST .*not known")
def host_is_nonsense(ground: Ground) -> None:
    _listens(ground, free_port(), "here and there")


@WAYS.bad(r"LISTEN_HOST .*not this machine's")
def host_is_another_machine(ground: Ground) -> None:
    _listens(ground, free_port(), "192.0.2.7")


@WAYS.bad(r"WEBHOOK_URL .*https")
def webhook_is_not_https(ground: Ground) -> None:
    _listens(ground, free_port())
    ground.environment |= {"WEBHOOK_URL": "http://bot.example.org", "WEBHOOK_SECRET": "s" * 20}
    del ground.environment["TELEGRAM_API_URL"]


@WAYS.bad(r"WEBHOOK_URL also needs WEBHOOK_SECRET .*LISTEN_PORT")
def webhook_without_a_door(ground: Ground) -> None:
    ground.environment["WEBHOOK_URL"] = "https://bot.example.org"
