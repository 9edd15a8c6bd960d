"""What the program says on standard error."""

from typing import Any

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "{asctime} {levelname} {name}: {message}",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},  # a reader's 404 is no news
        "django_tasks_db": {"level": "ERROR"},  # its warnings tell of stopping on request
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "cms": {"level": "INFO"},
    },
}
