"""What follows from `SITE_URL`."""

import pytest

from cms.settings.errors import OperatorError
from cms.settings.site_url import SiteAddress, port_number


def test_public_address_is_its_only_host_and_origin() -> None:
    site = SiteAddress.parse("https://relations.example.org/")
    assert (site.origin, site.hosts, site.origins) == (
        "https://relations.example.org",
        ["relations.example.org"],
        ["https://relations.example.org"],
    )
    assert site.is_https
    assert not site.is_loopback


def test_loopback_address_answers_to_all_names_of_this_machine() -> None:
    site = SiteAddress.parse("http://localhost:8000")
    assert site.hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert site.origins == ["http://localhost:8000", "http://127.0.0.1:8000", "http://[::1]:8000"]
    assert site.is_loopback


@pytest.mark.parametrize("host", ["localhost", "demo.localhost", "127.0.0.1", "127.8.8.8", "[::1]"])
def test_loopback_hosts_may_speak_plain_http(host: str) -> None:
    assert SiteAddress.parse(f"http://{host}:9000").is_loopback


@pytest.mark.parametrize("host", ["relations.example.org", "192.168.0.10", "localhost.example.org"])
def test_plain_http_is_refused_elsewhere(host: str) -> None:
    with pytest.raises(OperatorError, match=f"set SITE_URL=https://{host}"):
        SiteAddress.parse(f"http://{host}")


def test_host_is_written_as_browsers_send_it() -> None:
    assert SiteAddress.parse("https://Städte.example.org:8443").origin == "https://xn--stdte-hra.example.org:8443"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "relations.example.org",
        "ftp://a.org",
        "https://",
        "https://a.org/path",
        "https://a.org?x",
        "https://u:p@a.org",
        "https://a.org:x",
    ],
)
def test_anything_else_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(OperatorError, match=r"such as https://relations\.example\.org"):
        SiteAddress.parse(url)


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "http", "٨٠٨٠x"])
def test_port_is_a_number_in_range(text: str) -> None:
    with pytest.raises(OperatorError, match="from 1 to 65535"):
        port_number(text)
