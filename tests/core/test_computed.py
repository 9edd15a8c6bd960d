"""Computed values in texts."""

import pytest

from cms.core import computed
from cms.core.cachetags import noted
from cms.core.languages import Language, Languages
from cms.core.reader import Reader


@pytest.fixture
def reader() -> Reader:
    language = Language("de", 1, "Deutsch", "ltr", True, False, (), "latn")
    return Reader(Languages([language]), language)


@pytest.fixture(autouse=True)
def one_counter(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    calls: list[dict[str, str]] = []

    def count(**parameters: str) -> int:
        calls.append(parameters)
        return 1234

    monkeypatch.setattr(computed, "_counters", {})
    computed.register_count("bridges", count, {"status": frozenset({"open"})})
    return calls


def test_placeholder_becomes_a_number_of_the_readers_language(reader: Reader) -> None:
    assert computed.expand("Es sind {count:bridges}.", reader) == "Es sind 1.234."


def test_a_value_is_computed_once_for_one_answer(reader: Reader, one_counter: list[dict[str, str]]) -> None:
    computed.expand("{count:bridges} {count:bridges;status=open} {count:bridges}", reader)
    assert one_counter == [{}, {"status": "open"}]


def test_an_answer_with_a_value_is_made_from_what_was_counted(reader: Reader) -> None:
    computed.register_count("rivers", lambda: 3, tags=["list-river"])
    computed.expand("{count:bridges}", reader)
    assert noted(reader) == []
    computed.expand("{count:rivers}", reader)
    assert noted(reader) == ["list-river"]


@pytest.mark.parametrize(
    "text", ["{count:tunnels}", "{count:bridges;status=shut}", "{count: bridges}", "{count:bridges;open}", "{count:bri"]
)
def test_what_cannot_be_computed_is_found_and_left_as_it_is(text: str, reader: Reader) -> None:
    assert list(computed.unknown_placeholders(f"a {text} b")) != []
    assert computed.expand(text, reader) == text


def test_known_placeholders_are_no_problem() -> None:
    assert list(computed.unknown_placeholders("{count:bridges} and {count:bridges;status=open}, {curly} braces")) == []
