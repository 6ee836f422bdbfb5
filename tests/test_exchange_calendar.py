"""Events and due days as a calendar, read back by the library of calendars and line by line."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
from board_samples import board_settings, nothing, small
from hypothesis import given
from hypothesis import strategies as st
from running import lumme
from shipped import lumme_graph
from strategies import costly, models, settings

import lumme_graph as lg

LUMME = Path(__file__).parents[1] / "models" / "lumme"


def written(graph: lg.ServiceGraph, folder: Path, lang: str = "en") -> tuple[bytes, list[str]]:
    """The calendar as bytes, and what is said of it."""
    notes = lg.export(graph, folder / "a.ics", lang=lang)
    speak = graph.speaker(lang)
    return (folder / "a.ics").read_bytes(), [speak(note).words for note in notes]


def entries(data: bytes) -> dict[str, Any]:
    """The entries by their identity, as the library of calendars reads them."""
    found: Any = icalendar.Calendar.from_ical(data)
    return {str(one["UID"]): one for one in found.walk("VEVENT")}


def test_only_what_is_known_to_the_day_is_an_entry_and_the_rest_is_counted(tmp_path: Path) -> None:
    data, said = written(small(), tmp_path)
    assert set(entries(data)) == {
        "https://example.org/id/event-day",
        "https://example.org/id/event-talk",
        "https://example.org/id/action-sunday#due",
    }
    assert said == [
        "3 entries in the calendar.",
        "2 are left out, since no day is known: Some day, New lamps.",
    ]


def test_an_entry_takes_whole_days_from_its_first_to_its_last(tmp_path: Path) -> None:
    found = entries(written(small(), tmp_path)[0])
    day = found["https://example.org/id/event-day"]
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2026, 10, 1), date(2026, 10, 3))
    talk = found["https://example.org/id/event-talk"]
    assert (talk["DTSTART"].dt, talk["DTEND"].dt) == (date(2026, 11, 11), date(2026, 11, 12))
    due = found["https://example.org/id/action-sunday#due"]
    assert (due["DTSTART"].dt, due["DTEND"].dt) == (date(2026, 12, 6), date(2026, 12, 7))
    assert "When: September 2026–6 December 2026" in str(due["DESCRIPTION"])


def test_what_is_planned_is_tentative_and_what_is_announced_confirmed(tmp_path: Path) -> None:
    found = entries(written(small(), tmp_path)[0])
    assert str(found["https://example.org/id/event-day"]["STATUS"]) == "TENTATIVE"
    assert str(found["https://example.org/id/event-talk"]["STATUS"]) == "CONFIRMED"
    assert str(found["https://example.org/id/action-sunday#due"]["STATUS"]) == "TENTATIVE"


def test_words_say_their_language_and_signs_are_escaped(tmp_path: Path) -> None:
    data, _ = written(small(), tmp_path, "sv")
    assert b"SUMMARY;LANGUAGE=sv:Talk\\, evening\\; tea (sv)\r\n" in data
    assert b"Inofficiell." in data
    talk = entries(data)["https://example.org/id/event-talk"]
    assert str(talk["SUMMARY"]) == "Talk, evening; tea (sv)"


def test_categories_are_what_it_is_and_what_it_is_about(tmp_path: Path) -> None:
    day = entries(written(small(), tmp_path)[0])["https://example.org/id/event-day"]
    assert [str(one) for one in day["CATEGORIES"].cats] == ["Theme day", "Change"]


def test_the_same_model_gives_the_same_calendar_of_its_own_day(tmp_path: Path) -> None:
    once, _ = written(small(), tmp_path)
    again, _ = written(small(), tmp_path)
    assert once == again
    stamps = {one["DTSTAMP"].dt for one in entries(once).values()}
    assert stamps == {datetime(2026, 8, 22, tzinfo=UTC)}
    changed = small().under(board_settings(modified="2026-09-01"))
    stamps = {one["DTSTAMP"].dt for one in entries(written(changed, tmp_path)[0]).values()}
    assert stamps == {datetime(2026, 9, 1, tzinfo=UTC)}


def test_lines_are_as_the_standard_has_them(tmp_path: Path) -> None:
    """Each ends in CRLF, none is longer than 75 octets, none breaks a letter in two."""
    data, _ = written(lumme_graph(), tmp_path, "fi")
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert data.replace(b"\r\n ", b"").decode()
    assert b"ATTENDEE" not in data
    assert b"ORGANIZER" not in data


def test_names_of_several_lines_stand_on_one(tmp_path: Path) -> None:
    graph = nothing().under(board_settings(name={"en": "Fen,\nlibraries"}, network=None))
    data, _ = written(graph, tmp_path)
    assert b"X-WR-CALNAME:Fen\\, libraries\r\n" in data
    assert b"NAME;LANGUAGE=en:Fen\\, libraries\r\n" in data


def test_a_model_without_events_gives_an_empty_calendar_and_says_so(tmp_path: Path) -> None:
    data, said = written(nothing(), tmp_path)
    assert entries(data) == {}
    assert said == ["0 entries in the calendar."]


def test_the_command_tells_how_many_there_are(tmp_path: Path) -> None:
    """Of the 15 events of the model 4 have a day, by its facts; no action has an end."""
    done = lumme("export", LUMME, "--format", "ical", "-o", tmp_path / "x.ics")
    assert done.code == 0
    assert done.err.startswith("4 entries in the calendar.")
    assert len(entries((tmp_path / "x.ics").read_bytes())) == 4


@given(st.data())
@costly(20)
def test_no_model_breaks_a_calendar(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    kinds = (lg.Organisation, lg.Municipality, lg.Event, lg.Action)
    found = data.draw(models(kinds))
    networks = [one for one in found if isinstance(one, lg.Organisation)]
    graph = lg.ServiceGraph(found, data.draw(settings(networks)))
    lang = graph.settings.languages.required[0]
    made, _ = written(graph, tmp_path_factory.getbasetemp(), lang)
    known = {one.id for one in graph.all(lg.Event) if one.from_ and one.from_.exact}
    base = graph.settings.base
    assert {uid for uid in entries(made) if not uid.endswith("#due")} <= {
        f"{base}{id_}" for id_ in known
    }


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(lg.KnownError, match=r"pip install 'lumme-graph\[exchange\]'"):
        lg.export(nothing(), tmp_path / "a.ics")
    assert list(tmp_path.iterdir()) == []
