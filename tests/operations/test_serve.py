"""The whole site with one command, in processes of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.conditions import is_alive, wait_until

ROOT = Path(__file__).parent.parent.parent
FIRST_START = 240.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Installation:
    """A checkout with state of its own, served and killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.servers: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "PATH": os.environ["PATH"],
            "VAR_DIR": str(folder / "var"),
            "MEDIA_DIR": str(folder / "media"),
            "PORT": str(self.port),
            "CONTENT": "none",
        }

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the project to its end."""
        return subprocess.run(
            [sys.executable, "manage.py", *(arguments or ("serve",))],
            cwd=ROOT,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def start(self, patience: float = 60.0) -> str:
        """Serve, and return what was printed until the site was ready."""
        log = self.folder / f"log-{len(self.servers)}"
        with log.open("wb") as out:
            command = [sys.executable, "manage.py", "serve"]
            self.servers.append(
                subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=out, stderr=subprocess.STDOUT)
            )
        wait_until(lambda: "Stop it with" in log.read_text() or self.servers[-1].poll() is not None, patience)
        assert self.servers[-1].poll() is None, log.read_text()
        return log.read_text()

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://localhost:{self.port}/admin/login/", timeout=10) as response:
                return response.status == 200
        except OSError:
            return False

    def processes(self) -> dict[int, str]:
        """Return every process that belongs to this installation, and what it runs."""
        found = {}
        for path in Path("/proc").glob("[0-9]*"):
            try:
                variables = (path / "environ").read_bytes().split(b"\0")
                command = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            except OSError:
                continue
            if f"VAR_DIR={self.environment['VAR_DIR']}".encode() in variables and is_alive(int(path.name)):
                found[int(path.name)] = command
        return found

    def accounts(self) -> str:
        return (self.folder / "var" / "demo-accounts.txt").read_text()


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    installation = Installation(tmp_path)
    yield installation
    for server in installation.servers:
        server.kill()
        server.wait()
    wait_until(lambda: not installation.processes())


def test_site_outlives_the_killing_of_any_of_its_processes(installation: Installation) -> None:
    said = installation.start(patience=FIRST_START)
    assert f"The site is served at http://localhost:{installation.port}/" in said
    assert all(password in said for password in re.findall(r"\S+$", installation.accounts(), re.MULTILINE))
    kept = installation.accounts()

    second = installation.run()
    assert second.returncode == 1
    assert second.stderr == (
        f"The site already runs at http://localhost:{installation.port}/: use that one, or stop it with Ctrl-C first.\n"
    )

    supervisor = installation.servers[-1].pid
    for victim in installation.processes():
        if victim != supervisor and is_alive(victim):
            os.kill(victim, signal.SIGKILL)
            wait_until(installation.answers)

    installation.servers[-1].kill()
    installation.servers[-1].wait()
    wait_until(lambda: not installation.processes(), patience=2)

    said = installation.start()
    assert installation.answers()
    assert installation.accounts() == kept
    assert "Preparing" not in said
    assert "Collecting" not in said
    assert not any(password in said for password in re.findall(r"\S+$", kept, re.MULTILINE))

    installation.servers[-1].send_signal(signal.SIGINT)
    assert installation.servers[-1].wait(timeout=20) == 0
    assert installation.processes() == {}


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
