"""The test suite: production values, except what would slow it down or reach beyond it."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

os.environ["SECRET_KEY"] = "only-for-tests-" * 5
os.environ["SITE_URL"] = "http://localhost"
os.environ.setdefault("CACHE_URL", "locmem://")
_UNSET = (
    "CONTENT",
    "EMAIL_URL",
    "FRONT_END_URL",
    "MACHINE_TRANSLATION_URL",
    "TRUSTED_PROXIES",
    "LANGUAGE_CODE",
    "TIME_ZONE",
)
for name in _UNSET:
    os.environ.pop(name, None)

from cms.settings.base import *  # noqa: E402, F403

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
TEST_DIR = Path(tempfile.mkdtemp(prefix=f"cms-test-{WORKER}-"))
atexit.register(shutil.rmtree, TEST_DIR, ignore_errors=True)

DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_DIR / "db.sqlite3")}
if CACHES["default"].get("LOCATION", "").startswith("redis"):
    # Each process its own database, since clearing a cache empties the whole of it.
    _server = urlsplit(CACHES["default"]["LOCATION"])
    _number = int(WORKER.removeprefix("gw")) + 1
    CACHES["default"]["LOCATION"] = _server._replace(path=f"/{_number}").geturl()

VAR_DIR = TEST_DIR / "var"
MEDIA_ROOT = TEST_DIR / "media"
STORAGES = storages(MEDIA_ROOT, MEDIA_URL)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
API_REQUESTS_PER_MINUTE = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
