"""Where webhooks may be sent."""

import socket
from ipaddress import ip_address, ip_network

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from pytest_django import Settings

from cms.publishing.webhooks.posting import post
from cms.publishing.webhooks.problem import Problem
from cms.publishing.webhooks.targets import TargetRefused, checked_target, is_allowed
from tests.factories.publishing import WebhookFactory
from tests.publishing.receiver import receiver

NOT_PUBLIC = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",  # noqa: S104
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_allowed(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:220:1::1", "64:ff9b::5db8:d70e"])
def test_public_address_is_allowed(address: str) -> None:
    assert is_allowed(ip_address(address))


def test_named_network_is_allowed_and_no_other(settings: Settings) -> None:
    settings.WEBHOOK_PRIVATE_NETWORKS = [ip_network("10.0.0.0/8"), ip_network("fc00::/7")]
    assert is_allowed(ip_address("10.1.2.3"))
    assert is_allowed(ip_address("::ffff:10.1.2.3"))
    assert is_allowed(ip_address("fc00::1"))
    assert not is_allowed(ip_address("192.168.1.1"))
    assert not is_allowed(ip_address("127.0.0.1"))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8000/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://[::ffff:169.254.169.254]/latest/meta-data/",
    ],
)
def test_private_target_is_refused_when_sending(url: str) -> None:
    assert post(url, {}, b"{}").problem in (Problem.PRIVATE, Problem.NO_ADDRESS)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "https://",
        "https://user:password@example.org/",
        "https://example.org:99999/",
        "https://[fe80::1%25eth0]/",
        "https://" + "a" * 64 + ".example.org/",
        "nonsense",
    ],
)
def test_address_of_another_form_is_refused(url: str) -> None:
    with pytest.raises(TargetRefused) as refused:
        checked_target(url)
    assert refused.value.problem == Problem.BAD_ADDRESS


def test_host_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    with pytest.raises(TargetRefused) as refused:
        checked_target("https://hooks.example.org/")
    assert refused.value.problem == Problem.PRIVATE


def test_private_address_is_refused_when_saving_with_a_sentence() -> None:
    webhook = WebhookFactory.build(url="http://10.1.2.3/hook")
    with pytest.raises(ValidationError) as refused:
        webhook.full_clean(exclude=["events"])
    with translation.override("en"):
        said = refused.value.message_dict["url"]
    assert said == ["The address is in a private network, where nothing may be sent to."]


def test_host_without_a_name_is_refused_when_saving() -> None:
    webhook = WebhookFactory.build(url="https://nobody.invalid/hook")
    with pytest.raises(ValidationError) as refused:
        webhook.full_clean(exclude=["events"])
    assert "url" in refused.value.message_dict


def test_receiver_on_this_machine_hears_nothing_by_default() -> None:
    with receiver() as one:
        assert post(one.url, {}, b"{}").problem == Problem.PRIVATE
    assert one.received == []
