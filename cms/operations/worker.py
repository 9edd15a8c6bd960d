"""The worker process, which holds its lifeline before it loads the application."""

import sys

from cms.operations import lifeline


def main() -> None:
    """Carry out tasks and schedule until told to stop."""
    lifeline.end_with_supervisor()
    from django.core.management import execute_from_command_line

    execute_from_command_line([sys.argv[0], "worker"])


if __name__ == "__main__":
    main()
