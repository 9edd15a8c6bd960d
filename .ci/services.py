"""Start and stop a throw-away PostgreSQL and Redis on free loopback ports, below `var/services/`.

Usage: services.py start|stop. Standard library only.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "services"
ENVIRONMENT = FOLDER / "env"
PLACE = FOLDER / "place"
"""Where the servers keep their data: this folder, or one that an unprivileged user can reach."""
PATIENCE = 60
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=50")


def start() -> None:
    """Start both, unless they run already, and print their addresses."""
    if ENVIRONMENT.exists() and all(_pid(name) for name in ("postgres", "redis")):
        print(ENVIRONMENT.read_text(), end="")
        return
    stop()
    postgres_bin = _installed(_postgres_bin, "postgresql")
    redis = _installed(lambda: shutil.which("redis-server"), "redis-server")
    place = _make_place()
    password = secrets.token_hex(16)
    addresses = {
        "DATABASE_URL": _start_postgres(Path(postgres_bin), place, password),
        "CACHE_URL": _start_redis(redis, place, password),
    }
    ENVIRONMENT.touch(0o600)
    ENVIRONMENT.write_text("".join(f"{name}={value}\n" for name, value in addresses.items()))
    print(ENVIRONMENT.read_text(), end="")


def stop() -> None:
    """End both and remove everything they wrote."""
    _end("postgres", signal.SIGINT)
    _end("redis", signal.SIGTERM)
    if PLACE.exists():
        shutil.rmtree(PLACE.read_text(), ignore_errors=True)
    shutil.rmtree(FOLDER, ignore_errors=True)


def _start_postgres(programs: Path, place: Path, password: str) -> str:
    data, port = place / "postgres", _free_port()
    _write(place / "password", password)
    how = ["-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--no-sync"]
    made = _as_user([programs / "initdb", "-D", data, "-U", "cms", f"--pwfile={place / 'password'}", *how], place)
    if made.returncode:
        sys.exit(f"{made.stdout}PostgreSQL could not make its data folder in {place}: see above.")
    options = [f"-c{option}" for option in (*FAST, "unix_socket_directories=", "listen_addresses=127.0.0.1")]
    process = _spawn("postgres", [programs / "postgres", "-D", data, "-p", str(port), *options], place)
    ready = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    _wait(lambda: subprocess.run(ready, check=False).returncode == 0, process, place / "postgres.log")
    return f"postgres://cms:{password}@127.0.0.1:{port}/postgres"


def _start_redis(program: str, place: Path, password: str) -> str:
    port = _free_port()
    arguments = ["--port", str(port), "--bind", "127.0.0.1", "--requirepass", password]
    process = _spawn("redis", [program, *arguments, "--save", "", "--dir", place, "--daemonize", "no"], place)
    _wait(lambda: _redis_answers(port), process, place / "redis.log")
    return f"redis://:{password}@127.0.0.1:{port}/0"


def _redis_answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
        connection.sendall(b"PING\r\n")
        return connection.recv(16).startswith((b"+PONG", b"-NOAUTH"))
    return False


def _wait(is_ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_ready():
        if process.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"{log.read_text()}{log.stem} did not start: see above.")
        time.sleep(0.1)


def _spawn(name: str, command: Sequence[str | Path], place: Path) -> subprocess.Popen[bytes]:
    with (place / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            _unprivileged([str(part) for part in command]),
            cwd=place,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    (FOLDER / f"{name}.pid").write_text(str(process.pid))
    return process


def _as_user(command: Sequence[str | Path], place: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _unprivileged([str(part) for part in command]),
        cwd=place,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _unprivileged(command: list[str]) -> list[str]:
    """Return the command as a user without rights, since PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return command
    user = _user()
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--", *command]


def _user() -> pwd.struct_passwd:
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres")
    return pwd.getpwnam("nobody")


def _make_place() -> Path:
    """Return a folder of the unprivileged user: below var/ if that user can get there."""
    FOLDER.mkdir(parents=True)
    place = FOLDER / "data"
    place.mkdir()
    if os.geteuid() == 0:
        os.chown(place, _user().pw_uid, _user().pw_gid)
        if subprocess.run(_unprivileged(["test", "-x", str(place)]), check=False).returncode:
            place = Path(tempfile.mkdtemp(prefix="cms-services-"))
            os.chown(place, _user().pw_uid, _user().pw_gid)
    PLACE.write_text(str(place))
    return place


def _write(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o600)
    if os.geteuid() == 0:
        os.chown(path, _user().pw_uid, _user().pw_gid)


def _pid(name: str) -> int | None:
    """Return the number of our server's process if it still runs; a number may belong to another by now."""
    try:
        pid = int((FOLDER / f"{name}.pid").read_text())
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError):
        return None
    return pid if name.encode() in command else None


def _end(name: str, number: int) -> None:
    deadline = time.monotonic() + PATIENCE
    with contextlib.suppress(ProcessLookupError):
        while pid := _pid(name):
            os.kill(pid, number if time.monotonic() < deadline else signal.SIGKILL)
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _postgres_bin() -> str | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    found = [str(folder) for folder in folders if (folder / "initdb").exists()]
    beside = shutil.which("initdb")
    return found[-1] if found else beside and str(Path(beside).resolve().parent)


def _installed(find: Callable[[], str | None], package: str) -> str:
    """Return what is found, installing Debian's package where this user may."""
    if path := find():
        return path
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", package]):
            subprocess.run(["apt-get", *arguments], check=False, env=environment, stdout=sys.stderr)
    return find() or sys.exit(f"{package} is missing: install it with `sudo apt-get install {package}`.")


if __name__ == "__main__":
    {"start": start, "stop": stop}[sys.argv[1]]()
