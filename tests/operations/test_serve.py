"""The whole site with one command, in processes of its own."""

import os
import re
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.bundles.places import CITY
from tests.bundles.state import content_of
from tests.operations.conditions import is_alive, wait_until
from tests.operations.installation import Installation
from tests.operations.own_services import own_services


@pytest.fixture
def installation(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Installation]:
    with own_services(tmp_path, django_db_blocker) as services:
        installation = Installation(tmp_path, **services)
        yield installation
        for server in installation.servers:
            server.kill()
            server.wait()
        wait_until(lambda: not installation.processes())


def passwords(accounts: str) -> list[str]:
    return re.findall(r"\S+$", accounts, re.MULTILINE)


def test_site_outlives_the_killing_of_any_of_its_processes(installation: Installation) -> None:
    said = installation.start()
    kept = installation.accounts()
    assert f"The site is served at http://localhost:{installation.port}/" in said
    assert all(password in said for password in passwords(kept))
    assert not any(password in " ".join(installation.processes().values()) for password in passwords(kept))

    second = installation.run()
    assert second.returncode == 1
    assert second.stderr == (
        f"The site already runs at http://localhost:{installation.port}/: use that one, or stop it with Ctrl-C first.\n"
    )

    heads = {installation.server.pid, installation.process("cms.operations.supervisor")}
    for victim in installation.processes():
        if victim not in heads and is_alive(victim):
            os.kill(victim, signal.SIGKILL)
            wait_until(installation.answers)

    for head in ("cms.operations.supervisor", "make --silent run"):
        installation.kill(head)
        said = installation.start()
        assert installation.answers()
        assert installation.accounts() == kept
        assert "Preparing" not in said
        assert "Collecting" not in said
        assert not any(password in said for password in passwords(kept))

    assert "Stopping …" in installation.press_ctrl_c()
    assert installation.processes() == {}


def test_first_start_that_is_killed_or_stopped_goes_on_the_next_time(installation: Installation) -> None:
    installation.environment |= {"LANGUAGE_CODE": "fr", "CONTENT": str(CITY)}
    installation.start(until="Loading pages")
    installation.kill("manage.py serve")
    assert list((installation.folder / "media").rglob("*.jpg")) != []

    installation.start(until="Loading pages")
    assert "Stopped before the site was ready: run it again to go on." in installation.press_ctrl_c()
    assert installation.processes() == {}
    assert list((installation.folder / "media").rglob("*.jpg")) == []

    installation.start()
    assert installation.answers()
    assert len(list((installation.folder / "media" / "private").rglob("*.*"))) == 4
    out = installation.folder / "out"
    assert installation.run("export_content", str(out), "--no-progress").returncode == 0
    assert content_of(out) == content_of(CITY)


def test_port_in_use_is_one_sentence_and_nothing_is_begun(installation: Installation) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", installation.port))
        other.listen()
        ended = installation.run()
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert f"Port {installation.port} is used by another program" in ended.stderr
    assert not (installation.folder / "var" / "db.sqlite3").exists()


def test_unreachable_database_is_one_sentence_without_the_password(installation: Installation) -> None:
    ended = installation.run(DATABASE_URL="postgres://cms:hidden@127.0.0.1:1/cms")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "The database cms on 127.0.0.1:1 cannot be reached" in ended.stderr
    assert "correct DATABASE_URL" in ended.stderr
    assert "hidden" not in ended.stderr


def test_https_needs_a_proxy_that_speaks_it(installation: Installation) -> None:
    ended = installation.run(SITE_URL="https://relations.example.org", EMAIL_URL="none")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "set TRUSTED_PROXIES" in ended.stderr
