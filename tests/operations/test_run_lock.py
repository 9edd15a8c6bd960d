"""One server per installation."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cms.operations import run_lock
from cms.settings.errors import OperatorError

HOLDER = """
import sys
from pathlib import Path
from cms.operations import run_lock
run_lock.take(Path(sys.argv[1]), "http://localhost:8000/")
print("held", flush=True)
sys.stdin.read()
"""


def test_second_start_learns_the_address_of_the_first(tmp_path: Path) -> None:
    lock = tmp_path / "var" / "run.lock"
    held = run_lock.take(lock, "http://localhost:8000/")
    with pytest.raises(OperatorError, match="already runs at http://localhost:8000/"):
        run_lock.take(lock, "http://localhost:9000/")
    os.close(held)
    os.close(run_lock.take(lock, "http://localhost:9000/"))
    assert lock.read_text() == "http://localhost:9000/\n"


def test_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "run.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(OperatorError):
            run_lock.take(tmp_path / "run.lock", "x")
        holder.kill()
    os.close(run_lock.take(tmp_path / "run.lock", "x"))
