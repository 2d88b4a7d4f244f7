"""Where the bot listens: at an address of IPv4 or of IPv6."""

from __future__ import annotations

import socket


def listening_at(host: str, port: int) -> socket.socket:
    """A socket at an address of either kind; `::` hears both. Raises `OSError`, also for a name that nobody knows."""
    ((family, *_), *_) = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    both = family == socket.AF_INET6 and host == "::" and socket.has_dualstack_ipv6()
    return socket.create_server((host, port), family=family, dualstack_ipv6=both)
