"""Where messages may be sent: to public addresses, and to private networks that the operator names."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from django.conf import settings

from cms.publishing.webhooks.problem import Problem

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""RFC 6052: IPv6 addresses whose last 32 bits are the IPv4 address that is really reached."""


@dataclass(frozen=True)
class Target:
    """Where a message goes. `addresses` were checked: whoever connects takes one of them and asks for no other."""

    is_https: bool
    host: str
    port: int
    path: str
    host_header: str
    addresses: tuple[str, ...]


class TargetRefused(Exception):
    """Raised for an address that nothing may be sent to."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def checked_target(url: str) -> Target:
    """Return the target with the addresses of its host, or raise TargetRefused. Asks the name service.

    All addresses of the host have to be allowed, so that it is no matter of chance which one is taken.
    """
    parts, host, port = _parsed(url)
    addresses = _addresses(host, port)
    if not all(is_allowed(ipaddress.ip_address(address)) for address in addresses):
        raise TargetRefused(Problem.PRIVATE)
    name = f"[{host}]" if ":" in host else host
    query = f"?{quote(parts.query, safe='/?%:@!$&()*+,;=~-._')}" if parts.query else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + query
    header = name if port == PORTS[parts.scheme] else f"{name}:{port}"
    return Target(parts.scheme == "https", host, port, path, header, addresses)


def is_allowed(address: Address) -> bool:
    """Return whether something may be sent to the address, or to the one that it stands for."""
    real = _real(address)
    if any(real in network for network in settings.WEBHOOK_PRIVATE_NETWORKS if network.version == real.version):
        return True
    return real.is_global and not real.is_multicast and not real.is_reserved


def _real(address: Address) -> Address:
    """Return the IPv4 address inside an IPv6 address that is only a way to write it, else the address itself."""
    if address.version == 4:
        return address
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)


def _parsed(url: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, KeyError):  # UnicodeError is a ValueError
        raise TargetRefused(Problem.BAD_ADDRESS) from None
    if not host or "@" in parts.netloc or "%" in host:
        raise TargetRefused(Problem.BAD_ADDRESS)
    return parts, host, port


def _addresses(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise TargetRefused(Problem.NO_ADDRESS) from None
    return tuple(dict.fromkeys(str(address[0]) for *_names, address in found))
