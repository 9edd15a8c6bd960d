"""The public address, from which hosts, origins and cookies follow."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from cms.settings.errors import OperatorError

DEFAULT_PORTS = {"http": 80, "https": 443}
LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class SiteAddress:
    """The parts of `SITE_URL`, already checked."""

    scheme: str
    host: str
    port: int

    @classmethod
    def parse(cls, url: str) -> "SiteAddress":
        """Take the address apart, or end with a sentence that says how it should look."""
        parts = _split(url)
        address = cls(parts.scheme, _ascii_host(parts), parts.port or DEFAULT_PORTS[parts.scheme])
        if not (address.is_https or address.is_loopback):
            raise OperatorError(
                f"SITE_URL is {url}, but a public site needs https: set "
                f"SITE_URL=https://{address.host} and put a proxy in front that speaks TLS."
            )
        return address

    @property
    def is_https(self) -> bool:
        """Whether readers reach the site through TLS."""
        return self.scheme == "https"

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the site under this address."""
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False

    @property
    def origin(self) -> str:
        """The address as browsers write it: no default port, no slash at the end."""
        return self._origin_of(self.host)

    @property
    def hosts(self) -> list[str]:
        """The host names the site answers to."""
        return list(dict.fromkeys((self.host, *LOOPBACK_HOSTS))) if self.is_loopback else [self.host]

    @property
    def origins(self) -> list[str]:
        """The origins whose forms the site accepts."""
        return [self._origin_of(host) for host in self.hosts]

    def _origin_of(self, host: str) -> str:
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"


def port_number(text: str) -> int:
    """Read a TCP port number, or end with a sentence."""
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise OperatorError(f"PORT must be a number from 1 to 65535, such as PORT=8000, not {text!r}.")


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in DEFAULT_PORTS and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise OperatorError(
            f"SITE_URL must be an address without a path, such as https://relations.example.org, not {url!r}."
        )
    return parts


def _ascii_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        return f"[{host}]"
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise OperatorError(f"SITE_URL has a host name that cannot exist: {host!r}; correct it.") from None
