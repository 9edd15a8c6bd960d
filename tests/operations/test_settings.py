"""The environment variables, each good and bad value."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cms.settings import choices
from cms.settings.caches import cache
from cms.settings.databases import database
from cms.settings.errors import OperatorError
from cms.settings.front_end import front_end
from cms.settings.mail import mail
from cms.settings.proxies import trusted_proxies
from cms.settings.secret_key import checked, read_or_make
from cms.settings.site_url import SiteAddress

ROOT = Path(__file__).parent.parent.parent
LOCAL = SiteAddress.parse("http://localhost:8000")
PUBLIC = SiteAddress.parse("https://relations.example.org")
VARIABLE = re.compile(r'env\("([A-Z_]+)"')


def test_database_is_sqlite_that_does_not_lock_readers_out(tmp_path: Path) -> None:
    config = database("", tmp_path)
    assert config["NAME"] == str(tmp_path / "db.sqlite3")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in config["OPTIONS"]["init_command"]


def test_postgres_connections_are_kept_and_checked(tmp_path: Path) -> None:
    config = database("postgres://u:p%40ss@db:5433/name?sslmode=require", tmp_path)
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["HOST"], config["PORT"], config["PASSWORD"]) == ("db", 5433, "p@ss")
    assert config["OPTIONS"] == {"sslmode": "require", "options": "-c jit=off"}
    assert (config["CONN_MAX_AGE"], config["CONN_HEALTH_CHECKS"]) == (600, True)


@pytest.mark.parametrize("url", ["mysql://a/b", "postgres://host", "postgres://host:x/name", "nonsense"])
def test_other_databases_are_refused_without_repeating_the_password(url: str, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="DATABASE_URL must look like") as refusal:
        database(url, tmp_path)
    assert url not in str(refusal.value)


def test_cache_is_shared_by_all_processes(tmp_path: Path) -> None:
    assert cache("", tmp_path, "x")["LOCATION"] == str(tmp_path / "cache")
    assert cache("redis://r:6379/1", tmp_path, "x")["LOCATION"] == "redis://r:6379/1"
    with pytest.raises(OperatorError, match="CACHE_URL must look like"):
        cache("memcached://r", tmp_path, "x")


def test_mail_goes_to_the_console_on_a_loopback_address_only() -> None:
    assert mail("", LOCAL)["EMAIL_BACKEND"].endswith("console.EmailBackend")
    with pytest.raises(OperatorError, match="EMAIL_URL is missing"):
        mail("", PUBLIC)


def test_mail_can_be_switched_off_or_sent_encrypted() -> None:
    assert mail("none", PUBLIC)["EMAIL_BACKEND"].endswith("dummy.EmailBackend")
    sent = mail("smtp+tls://u:p@mail.example.org", PUBLIC)
    assert (sent["EMAIL_HOST"], sent["EMAIL_PORT"], sent["EMAIL_USE_TLS"]) == ("mail.example.org", 587, True)


@pytest.mark.parametrize("url", ["mail.example.org", "http://x", "smtp://"])
def test_other_mail_addresses_are_refused(url: str) -> None:
    with pytest.raises(OperatorError, match="EMAIL_URL must look like"):
        mail(url, PUBLIC)


def test_demo_is_content_on_a_loopback_address_only(tmp_path: Path) -> None:
    assert choices.content("", LOCAL, tmp_path) == tmp_path
    assert choices.content("", PUBLIC, tmp_path) is None
    assert choices.content("none", LOCAL, tmp_path) is None


def test_content_must_be_a_bundle(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"has no bundle\.json"):
        choices.content(str(tmp_path), PUBLIC, tmp_path)
    (tmp_path / "bundle.json").touch()
    assert choices.content(str(tmp_path), PUBLIC, tmp_path / "demo") == tmp_path


@pytest.mark.parametrize("code", ["Deutsch", "DE", "", "xx"])
def test_language_must_exist(code: str) -> None:
    with pytest.raises(OperatorError, match="LANGUAGE_CODE must be"):
        choices.language(code, [("de", "German")])


@pytest.mark.parametrize("name", ["Mars/Base", "../etc/passwd", "Europe"])
def test_time_zone_must_exist(name: str) -> None:
    with pytest.raises(OperatorError, match="TIME_ZONE must be"):
        choices.time_zone(name)


def test_proxies_are_addresses_or_networks() -> None:
    assert [str(network) for network in trusted_proxies("127.0.0.1, 10.0.0.0/8")] == ["127.0.0.1/32", "10.0.0.0/8"]
    assert trusted_proxies("") == []
    with pytest.raises(OperatorError, match="TRUSTED_PROXIES must list"):
        trusted_proxies("nginx")


def test_secret_key_is_made_once_for_this_user_only(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret-key"
    key = read_or_make(path)
    assert read_or_make(path) == key
    assert len(key) >= 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_secret_key_that_cannot_be_kept_is_explained(tmp_path: Path) -> None:
    (tmp_path / "var").touch()
    with pytest.raises(OperatorError, match="cannot be kept"):
        read_or_make(tmp_path / "var" / "secret-key")


def test_short_secret_key_is_refused() -> None:
    with pytest.raises(OperatorError, match="at least 50 random characters"):
        checked("secret")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with production settings and nothing else in the environment."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "cms.settings.base", "PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_bad_value_ends_with_one_sentence(tmp_path: Path) -> None:
    ended = run("manage.py", "check", SITE_URL="http://relations.example.org", VAR_DIR=str(tmp_path))
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "public site needs https" in ended.stderr


def test_public_address_brings_strict_cookies_and_transport(tmp_path: Path) -> None:
    wanted = {
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "SESSION_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31536000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_PROXY_SSL_HEADER": None,
        "ALLOWED_HOSTS": ["relations.example.org"],
        "WAGTAILADMIN_BASE_URL": "https://relations.example.org",
    }
    ended = run(
        "-c",
        f"from django.conf import settings; print({{name: getattr(settings, name) for name in {list(wanted)}}})",
        SITE_URL="https://relations.example.org",
        EMAIL_URL="none",
        VAR_DIR=str(tmp_path),
    )
    assert ended.stdout.strip() == str(wanted)


def test_readme_names_every_variable_and_no_other() -> None:
    read = {name for path in (ROOT / "cms" / "settings").glob("*.py") for name in VARIABLE.findall(path.read_text())}
    table = re.findall(r"^\| `([A-Z_]+)`", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(table) == sorted(read)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("", ""),
        ("http://localhost:3000/", "http://localhost:3000"),
        ("https://www.example.org/site/", "https://www.example.org/site"),
    ],
)
def test_front_end_is_an_address_without_its_last_slash(url: str, kept: str) -> None:
    assert front_end(url, LOCAL) == kept


@pytest.mark.parametrize(
    "url",
    [
        "www.example.org",
        "ftp://x",
        "https://",
        "https://u:p@x",
        "https://x?y",
        "https://x#y",
        "https://x:y",
        "https://x y",
    ],
)
def test_other_front_ends_are_refused(url: str) -> None:
    with pytest.raises(OperatorError, match="FRONT_END_URL must look like"):
        front_end(url, LOCAL)


def test_front_end_of_a_site_with_https_has_it_too() -> None:
    with pytest.raises(OperatorError, match="browsers would not show"):
        front_end("http://front.example.org", PUBLIC)
    assert front_end("https://front.example.org", PUBLIC) == "https://front.example.org"


def test_own_origins_are_named_one_by_one() -> None:
    text = "https://app.example.org/, http://localhost:3000"
    assert choices.exact_origins(text, "API_OWN_ORIGINS") == ["https://app.example.org", "http://localhost:3000"]


@pytest.mark.parametrize("text", ["*", "*,https://a.example", "a.example", "https://a.example/path"])
def test_own_origins_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(OperatorError, match="API_OWN_ORIGINS must"):
        choices.exact_origins(text, "API_OWN_ORIGINS")
