"""The site with Wagtail's own two APIs beside ours, for the benchmark only."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "rest_framework", "wagtail.api.v2", "wagtail.api.v3"]
ROOT_URLCONF = "bench.wagtail_urls"
API_REQUESTS_PER_MINUTE = 0
WAGTAILAPI_LIMIT_MAX = 100
