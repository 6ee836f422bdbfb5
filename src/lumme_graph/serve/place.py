"""Where the preview listens: a free port of one address, and who can reach it."""

from __future__ import annotations

import errno
import ipaddress
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress

from lumme_graph.base.error import KnownError

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""What this machine calls itself in an address."""
_LAST_PORT = 65535
_TRIED = 20


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at a host and port; port 0 is any that is free.

    Raises `KnownError` where that cannot be, with a free port where there is one.
    """
    try:
        return _bound(host, port)
    except OSError as error:
        raise KnownError(_refusal(host, port, error)) from None


def _bound(host: str, port: int) -> socket.socket:
    family, kind, _, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    made = socket.socket(family, kind)
    try:
        if sys.platform != "win32":  # there it would let two programs share a port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen()
    except OSError:
        made.close()
        raise
    return made


def _refusal(host: str, port: int, error: OSError) -> str:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"this machine has no address {host}; leave out --host, or give 0.0.0.0 for all"
    if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
        return f"port {port} of {host} cannot be used: {error.strerror}"
    why = "in use" if error.errno == errno.EADDRINUSE else "not for you to use"
    free = next(_free(host, port), None)
    return f"port {port} is {why}; try --port {free or 0}"


def _free(host: str, port: int) -> Iterator[int]:
    """The next free ports, none below those that need special rights."""
    first = max(port + 1, 1024)
    for other in range(first, min(first + _TRIED, _LAST_PORT + 1)):
        with suppress(OSError):
            _bound(host, other).close()
            yield other


def hosts(host: str) -> list[str]:
    """The names by which a browser may call the preview; any other could be a trick.

    Where it listens at all addresses of the machine, these are all its names and addresses.
    """
    if not is_open(host):
        return [*LOCAL, _in_address(host)]
    name = socket.gethostname()
    names = {name, name.partition(".")[0], *map(_in_address, _own_addresses())}
    return [*LOCAL, *sorted(names)]


def far_addresses(host: str, port: int) -> list[str]:
    """The addresses to open in a browser of another machine."""
    if not is_open(host):
        return [address(host, port)]
    return [address(own, port) for own in sorted(set(_own_addresses())) if not is_local(own)]


def is_open(host: str) -> bool:
    """Is this every address of the machine?"""
    return host in {"", "0.0.0.0", "::"}  # noqa: S104 - that is the question


def is_local(host: str) -> bool:
    """Can nobody but this machine reach an address?"""
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def _own_addresses() -> Iterator[str]:
    with suppress(OSError):
        for found in socket.getaddrinfo(socket.gethostname(), None):
            yield str(found[4][0])
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as made:
            made.connect((far, 9))  # sends nothing, but tells which address would send
            yield str(made.getsockname()[0])


def _in_address(host: str) -> str:
    """A host as it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def address(host: str, port: int) -> str:
    """The address to open in a browser of this machine."""
    own = "::1" if host == "::" else "127.0.0.1" if is_open(host) else host
    return f"http://{_in_address(own)}:{port}/"
