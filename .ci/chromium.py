"""Print the path of the browser the tests drive; install it where that is possible.

Standard library only.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PACKAGES = ("chromium", "fonts-noto-core")


def main() -> None:
    """Print the path, or end with what to install."""
    path = find() or (install() and find())
    if not path:
        sys.exit(
            "The browser tests need Chromium: install it with "
            "`sudo apt-get install chromium fonts-noto-core`, or name one with CHROMIUM=/path/to/chromium."
        )
    print(path)


def find() -> str | None:
    """Return the browser the environment names, else the first that is installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named) or sys.exit(f"CHROMIUM={named} is no program: correct it or leave it out.")
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> bool:
    """Install Debian's packages where this user may."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    print("Installing Chromium …", file=sys.stderr)
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run(["apt-get", *arguments], check=False, env=environment, stdout=sys.stderr)
    return True


if __name__ == "__main__":
    main()
