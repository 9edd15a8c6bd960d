"""Who can sign in to a new installation, and as what."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.test import Client
from pytest_django import Settings
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from cms.accounts.models import User
from cms.operations import demo_accounts, first_administrator
from cms.settings.errors import OperatorError
from cms.settings.site_url import SiteAddress
from cms.translation.roles import rights
from home.models import HomePage

pytestmark = pytest.mark.django_db
PUBLIC = SiteAddress.parse("https://relations.example.org")


@pytest.fixture(autouse=True)
def var_dir(settings: Settings, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path


def french_home() -> Page:
    """Return a front page in French beside the source one."""
    locale, _ = Locale.objects.get_or_create(language_code="fr")
    return HomePage.objects.get(depth=2).copy_for_translation(locale)


def test_passwords_are_printed_once_and_kept_for_this_user_only(var_dir: Path) -> None:
    made = demo_accounts.make_missing()
    kept = var_dir / "demo-accounts.txt"
    assert list(made) == ["admin", "editor", "translator-fr", "reviewer-fr"]
    assert all(authenticate(username=name, password=password) for name, password in made.items())
    assert dict(line.split() for line in kept.read_text().splitlines()) == made
    assert kept.stat().st_mode & 0o777 == 0o600
    assert demo_accounts.make_missing() == {}


def test_lost_account_is_made_again_and_the_others_stay() -> None:
    before = demo_accounts.make_missing()
    User.objects.get(username="editor").delete()
    again = demo_accounts.make_missing()
    assert list(again) == ["editor"]
    kept = dict(line.split() for line in demo_accounts.list_file().read_text().splitlines())
    assert kept == before | again


def test_forgotten_passwords_are_drawn_anew() -> None:
    before = demo_accounts.make_missing()
    after = demo_accounts.make_anew()
    assert set(before.values()).isdisjoint(after.values())
    assert authenticate(username="admin", password=after["admin"])


def test_no_demo_account_beside_real_ones() -> None:
    User.objects.create_user("clerk", "clerk@example.org", "x")
    assert demo_accounts.make_missing() == {}


def test_no_demo_account_on_a_public_address(settings: Settings) -> None:
    settings.SITE = PUBLIC
    with pytest.raises(OperatorError, match="loopback address"):
        demo_accounts.make_missing()
    assert not User.objects.exists()


def test_editor_publishes_pages_and_adds_files() -> None:
    demo_accounts.make_missing()
    editor = User.objects.get(username="editor")
    rights = Page.objects.get(depth=2).permissions_for_user(editor)
    assert (rights.can_edit(), rights.can_publish(), rights.can_add_subpage()) == (True, True, True)
    for model in (get_image_model(), get_document_model()):
        policy = policy_registry.get_by_type(model)
        assert policy.user_has_permission(editor, "add")
        assert policy.user_has_permission(editor, "choose")


def test_translator_edits_and_reviewer_approves_and_publishes_french_pages_only() -> None:
    home = french_home()
    demo_accounts.make_missing()
    german = HomePage.objects.get(depth=2, locale__language_code="de")
    translator, reviewer = (User.objects.get(username=name) for name in ("translator-fr", "reviewer-fr"))
    assert home.permissions_for_user(translator).can_edit()
    assert not home.permissions_for_user(translator).can_publish()
    assert home.permissions_for_user(reviewer).can_publish()
    assert not german.permissions_for_user(translator).can_edit()
    assert not german.permissions_for_user(reviewer).can_edit()
    assert rights.can_approve(reviewer, home.locale)
    assert not rights.can_approve(translator, home.locale)


def test_accounts_come_before_the_french_pages_exist() -> None:
    demo_accounts.make_missing()
    home = french_home()
    assert home.permissions_for_user(User.objects.get(username="translator-fr")).can_edit()
    assert rights.can_approve(User.objects.get(username="reviewer-fr"), home.locale)


def test_first_administrator_of_a_public_site_chooses_a_password_once(settings: Settings, client: Client) -> None:
    settings.SITE, settings.SITE_URL = PUBLIC, "https://relations.example.org"
    link = first_administrator.one_time_link()
    assert link
    path = link.removeprefix("https://relations.example.org")
    form = client.get(path, follow=True)
    password = "seventeen-quiet-rivers"
    done = client.post(form.request["PATH_INFO"], {"new_password1": password, "new_password2": password})
    assert done.status_code == 302
    assert User.objects.get().is_superuser
    assert authenticate(username="admin", password=password)
    assert first_administrator.one_time_link() is None
    assert "new_password1" not in Client().get(path, follow=True).content.decode()


def test_link_leads_into_the_admin() -> None:
    link = first_administrator.one_time_link()
    assert link
    assert re.fullmatch(r"http://localhost/admin/password_reset/confirm/\w+/[\w-]+/", link)
