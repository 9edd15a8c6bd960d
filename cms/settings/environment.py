"""The environment, through which an operator configures everything."""

import environ

env = environ.Env()
