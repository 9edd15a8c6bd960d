"""How the program ends when its operator has to change something."""


class OperatorError(SystemExit):
    """Ends the program with exit code 1 and one sentence that says what to do, not a stack trace."""
