"""Production values. `dev` and `test` only relax what they must; the environment decides the rest."""

from cms.settings import choices
from cms.settings.caches import cache
from cms.settings.databases import database
from cms.settings.environment import env
from cms.settings.front_end import front_end
from cms.settings.languages import content_languages
from cms.settings.logs import LOGGING  # noqa: F401
from cms.settings.machine import machine_translator
from cms.settings.mail import mail
from cms.settings.networks import private_networks
from cms.settings.paths import BASE_DIR, MEDIA_DIR, VAR_DIR
from cms.settings.proxies import trusted_proxies
from cms.settings.secret_key import checked, read_or_make
from cms.settings.site_url import SiteAddress, port_number
from cms.settings.storages import RENDITIONS, storages

# The address
PORT = port_number(env("PORT", default="8000"))
BIND = env("BIND", default="127.0.0.1")
SITE = SiteAddress.parse(env("SITE_URL", default=f"http://localhost:{PORT}"))
SITE_URL = SITE.origin
ALLOWED_HOSTS = SITE.hosts
CSRF_TRUSTED_ORIGINS = SITE.origins
TRUSTED_PROXIES = trusted_proxies(env("TRUSTED_PROXIES", default=""))

# Safety
DEBUG = False
SECRET_KEY = checked(env("SECRET_KEY")) if "SECRET_KEY" in env else read_or_make(VAR_DIR / "secret-key")
SECURE_SSL_REDIRECT = SITE.is_https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SITE.is_https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SITE.is_https
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE.is_https
SESSION_COOKIE_NAME = "__Host-sessionid" if SITE.is_https else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if SITE.is_https else "csrftoken"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

INSTALLED_APPS = [
    "cms.accounts",
    "cms.images",
    "cms.documents",
    "cms.core",
    "cityrelations",
    "home",
    "search",
    "cms.translation",
    "cms.publishing",
    "cms.bundles",
    "cms.api",
    "cms.operations",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "corsheaders",
    "ninja",
]

MIDDLEWARE = [
    "cms.operations.forwarded.TrustedProxiesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.operations.renditions.RenditionsMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "cms.core.middleware.LanguageMiddleware",
    "cms.api.middleware.ApiMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "cms.publishing.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.core.context_processors.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
FORMS_URLFIELD_ASSUME_HTTPS = True

# Services
DATABASES = {"default": database(env("DATABASE_URL", default=""), VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": cache(env("CACHE_URL", default=""), VAR_DIR, prefix=SITE.host)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

_MAIL = mail(env("EMAIL_URL", default=""), SITE)
EMAIL_BACKEND = _MAIL["EMAIL_BACKEND"]
EMAIL_HOST = _MAIL.get("EMAIL_HOST", "")
EMAIL_PORT = _MAIL.get("EMAIL_PORT", 0)
EMAIL_HOST_USER = _MAIL.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _MAIL.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = _MAIL.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = _MAIL.get("EMAIL_TIMEOUT")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("EMAIL_FROM", default=f"noreply@{SITE.host}")

# What other systems are told
WEBHOOK_PRIVATE_NETWORKS = private_networks(env("WEBHOOK_PRIVATE_NETWORKS", default=""))
CHANGES_KEPT_DAYS = 90

# Accounts
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["cms.accounts.backends.NameOrEmailBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Languages: which of them readers get is decided by the public locale profiles, never here.
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = content_languages()
LANGUAGE_CODE = choices.language(env("LANGUAGE_CODE", default="de"), LANGUAGES)
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [BASE_DIR / "cms" / "locale"]
USE_TZ = True
TIME_ZONE = choices.time_zone(env("TIME_ZONE", default="UTC"))

# The content API
API_REQUESTS_PER_MINUTE = choices.count(env("API_REQUESTS_PER_MINUTE", default="600"), "API_REQUESTS_PER_MINUTE")
API_ORIGINS = choices.origins(env("API_ORIGINS", default="*"), "API_ORIGINS")
API_OWN_ORIGINS = choices.exact_origins(env("API_OWN_ORIGINS", default=""), "API_OWN_ORIGINS")
CORS_ALLOW_ALL_ORIGINS = API_ORIGINS == ["*"]
CORS_ALLOWED_ORIGINS = [] if CORS_ALLOW_ALL_ORIGINS else API_ORIGINS
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_EXPOSE_HEADERS = ["ETag", "Cache-Tag", "Retry-After"]
CORS_PREFLIGHT_MAX_AGE = 24 * 3600
CORS_URLS_REGEX = r"^/api/"
FRONT_END_URL = front_end(env("FRONT_END_URL", default=""), SITE)

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "cms" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = MEDIA_DIR
STORAGES = storages(MEDIA_DIR, MEDIA_URL)
CONTENT = choices.content(env("CONTENT", default=""), SITE, BASE_DIR / "cms" / "bundles" / "demo")

# Wagtail
WAGTAIL_SITE_NAME = "City Relations"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("de", "Deutsch"),
    ("en", "English"),
    ("fr", "Français"),
    ("ar", "العربية"),
]
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_AUTOSAVE_INTERVAL = WAGTAIL_AUTO_UPDATE_PREVIEW_INTERVAL = 2000  # fewer writes for SQLite
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}  # Wagtail keeps these in plain text
WAGTAILIMAGES_IMAGE_MODEL = "images.CustomImage"
WAGTAILIMAGES_RENDITION_STORAGE = RENDITIONS
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "documents.CustomDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translator(env("MACHINE_TRANSLATION_URL", default=""))
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
