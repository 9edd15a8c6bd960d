"""A supervisor of programs that only wait, for tests that kill it and them."""

import os
import sys
import threading
from pathlib import Path

from cms.operations.supervisor import Child, Supervisor

GRANDCHILD = """
import os, sys, time, threading
from cms.operations import lifeline
lifeline.end_with_supervisor()
child = os.fork()
with open(sys.argv[1], "a") as file:
    file.write(f"{os.getpid()}\\n")
threading.Event().wait()
"""


def main() -> None:
    """Run one child, which starts one of its own; both write their numbers into the file."""
    pids = Path(sys.argv[1])
    supervisor = Supervisor([Child("child", [sys.executable, "-c", GRANDCHILD, str(pids)])])
    supervisor.is_ready = "--ready" in sys.argv
    print(os.getpid(), flush=True)
    threading.Thread(target=sys.stdin.read, daemon=True).start()
    sys.exit(supervisor.run())


if __name__ == "__main__":
    main()
