"""Processes that start, end and never outlive each other."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.conditions import is_alive, wait_until

ROOT = Path(__file__).parent.parent.parent
PROGRAM = Path(__file__).parent / "children.py"


class Family:
    """A supervisor, its child and its grandchild."""

    def __init__(self, pids: Path, *arguments: str) -> None:
        self.pids = pids
        self.supervisor = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(pids), *arguments],
            env={"PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def members(self, count: int = 2) -> list[int]:
        """Return the numbers of all children so far, once there are that many."""
        wait_until(lambda: self.pids.exists() and len(self.pids.read_text().split()) >= count)
        return [int(pid) for pid in self.pids.read_text().split()]

    def end(self) -> None:
        self.supervisor.kill()
        self.supervisor.communicate()


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Family]:
    family = Family(tmp_path / "pids", "--ready")
    yield family
    family.end()


def wait_until_all_gone(pids: list[int]) -> None:
    wait_until(lambda: not any(map(is_alive, pids)))


def test_killed_supervisor_takes_everything_with_it(family: Family) -> None:
    members = family.members()
    family.supervisor.kill()
    wait_until_all_gone(members)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_signal_ends_everything_in_good_order(family: Family, number: int) -> None:
    members = family.members()
    family.supervisor.send_signal(number)
    assert family.supervisor.wait(timeout=20) == 0
    assert not any(map(is_alive, members))


def test_killed_child_is_started_again_without_leftovers(family: Family) -> None:
    first = family.members()
    child = next(pid for pid in first if os.getpgid(pid) == pid)
    os.kill(child, signal.SIGKILL)
    wait_until_all_gone(first)
    assert all(map(is_alive, family.members(count=4)[2:]))


def test_child_that_ends_before_the_site_is_ready_ends_the_start(tmp_path: Path) -> None:
    family = Family(tmp_path / "pids")
    members = family.members()
    os.kill(next(pid for pid in members if os.getpgid(pid) == pid), signal.SIGKILL)
    _, said = family.supervisor.communicate(timeout=20)
    assert family.supervisor.returncode == 1
    assert said == "The child ended before the site was ready (exit code -9): see above.\n"
    wait_until_all_gone(members)
