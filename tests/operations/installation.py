"""A checkout with state of its own, which is served and killed."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.operations.conditions import PATIENCE, is_alive, wait_until

ROOT = Path(__file__).parent.parent.parent
FIRST_START = 600.0
CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def obey_permissions() -> None:
    """Take from root, in a new process, the right to write where the permissions of a folder say otherwise."""
    ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


class Installation:
    """The project with state under a folder of its own."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.servers: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "PATH": os.environ["PATH"],
            "VAR_DIR": str(folder / "var"),
            "MEDIA_DIR": str(folder / "media"),
            "PORT": str(self.port),
            "CONTENT": "none",
        } | environment

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the project to its end, with no more rights on files than everybody."""
        return subprocess.run(
            [sys.executable, "manage.py", *(arguments or ("serve",))],
            cwd=ROOT,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=FIRST_START,
            preexec_fn=obey_permissions,
        )

    def start(self, until: str = "Stop it with") -> str:
        """Serve, and return what was printed until something was: by default that the site is ready."""
        log = self.folder / f"log-{len(self.servers)}"
        with log.open("wb") as out:
            self.server = subprocess.Popen(
                ["make", "--silent", "run"],
                cwd=ROOT,
                env=self.environment,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            self.servers.append(self.server)
        wait_until(lambda: until in log.read_text() or self.server.poll() is not None, FIRST_START)
        assert self.server.poll() is None, log.read_text()
        return log.read_text()

    def press_ctrl_c(self) -> str:
        """Do what a terminal does, wait until the server has ended, and return all it said."""
        os.killpg(self.server.pid, signal.SIGINT)
        self.server.wait(timeout=PATIENCE)
        return (self.folder / f"log-{len(self.servers) - 1}").read_text()

    def process(self, words: str) -> int:
        """Return the number of the one process whose command holds these words."""
        (found,) = [pid for pid, command in self.processes().items() if words in command]
        return found

    def kill(self, words: str) -> None:
        """Kill the process whose command holds these words, and see that it takes all others with it."""
        os.kill(self.process(words), signal.SIGKILL)
        self.server.wait(timeout=PATIENCE)
        wait_until(lambda: not self.processes())

    def answers(self) -> bool:
        """Whether the site answers."""
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
        """Return the file that keeps names and passwords."""
        return (self.folder / "var" / "demo-accounts.txt").read_text()
