"""Countries: the codes that there are, and what is said of those that there are not."""

from __future__ import annotations

from pathlib import Path

import phonenumbers
import pytest

from lumme_graph.base.countries import COUNTRIES, nearest_country
from lumme_graph.graph.read import read

NO_ISO_CODE = {"AC", "TA", "XK"}
"""Ascension, Tristan da Cunha and Kosovo have phone numbers, but no code of ISO 3166-1."""


def test_every_country_with_phone_numbers_is_there() -> None:
    assert len(COUNTRIES) == 249
    assert set(phonenumbers.SUPPORTED_REGIONS) - COUNTRIES == NO_ISO_CODE


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("UK", "GB"),
        ("Cymru", "GB"),
        ("fi", "FI"),
        ("Germny", "DE"),
        ("Suomi", "FI"),
        ("Schweiz", "CH"),
        ("Sverige", "SE"),
        ("qqqqq", None),
    ],
)
def test_the_country_that_may_be_meant(word: str, meant: str | None) -> None:
    assert nearest_country(word) == meant


def model(folder: Path, country: str) -> Path:
    (folder / "model.yaml").write_text(f"as_of: 2026-01-01\ncountry: {country}\n")
    return folder


@pytest.mark.parametrize(
    ("written", "meant"),
    [("GB", ("GB",)), ("NO", ("NO",)), ("[DE, FR]", ("DE", "FR")), ("[NO]", ("NO",))],
)
def test_one_country_or_several(tmp_path: Path, written: str, meant: tuple[str, ...]) -> None:
    """Norway too: `no` is text, not false."""
    graph, findings = read(model(tmp_path, written))
    assert [f.code for f in findings if f.code.startswith("LG0")] == []
    assert graph.settings.country == meant


def test_a_wrong_country_is_told_with_the_nearest(tmp_path: Path) -> None:
    _, findings = read(model(tmp_path, "[FI, UK]"))
    (finding,) = [finding for finding in findings if finding.code == "LG008"]
    assert (finding.place.line, finding.place.column) == (2, 15)
    assert "UK is no country by ISO 3166-1" in finding.message("en")
    assert "UK ei ole maan tunnus" in finding.message("fi")
    assert (finding.advice("en"), finding.advice("fi")) == ("did you mean GB?", "tarkoititko GB?")
