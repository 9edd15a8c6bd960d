"""Make the virtual environment `.venv` and install the pinned requirements, when they changed.

Usage: venv.py REQUIREMENTS, such as `requirements.txt` or `.ci/requirements.txt`.
Standard library only, from Python 3.11 on.
"""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cms.operations.progress import Bar  # noqa: E402

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "requirements.stamp"
LOCK = ROOT / "var" / "venv.lock"


def main() -> None:
    """Bring the environment up to date, one process at a time."""
    pins = _pins(ROOT / sys.argv[1])
    if _has(pins):
        return
    try:
        LOCK.parent.mkdir(exist_ok=True)
        lock = os.open(LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        if not os.access(ROOT, os.W_OK) and not VENV.exists():
            raise PermissionError
    except OSError:
        sys.exit(f"The folder {ROOT} cannot be written: make it writable, or copy the checkout elsewhere.")
    fcntl.flock(lock, fcntl.LOCK_EX)
    if _has(pins):  # another process was first
        return
    _make()
    STAMP.unlink(missing_ok=True)
    _install(sys.argv[1], len(pins), lock)
    STAMP.write_text("\n".join(sorted(pins)) + "\n")


def _pins(file: Path) -> set[str]:
    """Return the pinned packages of the file and of those it includes."""
    pins: set[str] = set()
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            pins |= _pins(file.parent / line.removeprefix("-r ").strip())
        elif line and not line.startswith("#"):
            pins.add(line)
    return pins


def _has(pins: set[str]) -> bool:
    installed = set(STAMP.read_text(encoding="utf-8").splitlines()) if STAMP.exists() else set()
    return pins <= installed and _works()


def _works() -> bool:
    """Whether the environment's Python still runs: its base may have gone, or the folder moved."""
    wanted = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", wanted], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def _make() -> None:
    if _works() and STAMP.exists():
        return
    with Bar("Making a virtual environment"):
        result = subprocess.run(
            [sys.executable, "-m", "venv", "--clear", VENV], check=False, capture_output=True, text=True
        )
    if result.returncode:
        reason = "\n".join((result.stdout + result.stderr).strip().splitlines()[-3:])
        sys.exit(f"{reason}\nThis Python cannot make virtual environments: install its venv package (python3-venv).")


def _install(file: str, total: int, lock: int) -> None:
    """Install with pip. The lock is left to it, so that it keeps it should this process be killed."""
    command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-r", file]
    last: list[str] = []
    with Bar("Installing packages", total=total) as bar:
        pip = subprocess.Popen(
            command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, pass_fds=[lock]
        )
        for line in pip.stdout or ():
            last = [*last[-14:], line]
            bar.advance(line.startswith(("Collecting ", "Requirement already satisfied")))
        if pip.wait():
            bar.fail()
    if pip.returncode:
        sys.exit("".join(last) + "The packages could not be installed: see above, then try again.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Stopped before everything was installed: run it again to go on.")
