"""What is wrong with a model's text: each fault at its place, in whole sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import MODELS, said, write
from saying import words_of

from lumme_graph.base.codes import CODES
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.links import FAULTS as LINK_FAULTS
from lumme_graph.graph.read import ModelError, load, read
from lumme_graph.reading.faults import FAULTS

DESK = "- id: touchpoint-desk\n  name: {fi: Tiski, en: Desk}\n  channel: service-location\n"


def lines(root: Path, text: str, lang: str = "en", **others: str) -> list[str]:
    files = {f"{name}.yaml": other for name, other in others.items()}
    return said(root, read(write(root, {"m.yaml": text, **files}))[1], lang)


def both(root: Path, text: str, **others: str) -> tuple[list[str], list[str]]:
    return lines(root, text, "en", **others), lines(root, text, "fi", **others)


def test_a_misspelt_id(tmp_path: Path) -> None:
    text = "- id: service-loan\n  name: {en: Loan}\n  touchpoints:\n    - touchpoint-dekc\n"
    assert both(tmp_path, text, a=DESK) == (
        [
            (
                "m.yaml:4:7 LG101 touchpoints: there is no touchpoint-dekc in the model; "
                "did you mean touchpoint-desk?"
            )
        ],
        [
            (
                "m.yaml:4:7 LG101 touchpoints: mallissa ei ole elementtiä touchpoint-dekc; "
                "tarkoititko touchpoint-desk?"
            )
        ],
    )


def test_an_id_like_no_other(tmp_path: Path) -> None:
    text = "- id: service-loan\n  name: {en: Loan}\n  sources: [source-x]\n"
    assert both(tmp_path, text) == (
        [
            (
                "m.yaml:3:13 LG101 sources: there is no source-x in the model; "
                "add it, or take the reference away"
            )
        ],
        [
            "m.yaml:3:13 LG101 sources: mallissa ei ole elementtiä source-x; lisää se tai poista viittaus"
        ],
    )


def test_a_reference_to_the_wrong_kind(tmp_path: Path) -> None:
    text = "- id: branch-a\n  name: {en: A}\n  type: only\n  organisation: touchpoint-desk\n"
    assert both(tmp_path, text, a=DESK) == (
        [
            (
                "m.yaml:4:3 LG103 organisation: touchpoint-desk is of the kind touchpoint; here belongs "
                "organisation; write an id that begins with organisation-…"
            )
        ],
        [
            (
                "m.yaml:4:3 LG103 organisation: touchpoint-desk on kosketuspiste, mutta tähän kuuluu "
                "organisaatio; kirjoita tunnus, joka alkaa organisation-…"
            )
        ],
    )


def test_one_id_in_two_files(tmp_path: Path) -> None:
    root = tmp_path.as_posix()
    assert both(tmp_path, DESK, a=DESK) == (
        [
            (
                f"m.yaml:1:3 LG102 the id touchpoint-desk is already used at {root}/a.yaml:1:3; "
                "give one of the two an id of its own"
            )
        ],
        [
            (
                f"m.yaml:1:3 LG102 tunnus touchpoint-desk on jo käytössä: {root}/a.yaml:1:3; "
                "anna toiselle oma tunnus"
            )
        ],
    )


def test_a_step_at_a_touchpoint_that_is_not_there(tmp_path: Path) -> None:
    text = (
        "- id: path-hold\n  name: {en: Hold}\n  steps:\n    - id: ask\n      action: {en: asks}\n"
        "      actor: {kind: customer}\n      lane: customer\n      touchpoint: touchpoint-dsk\n"
    )
    assert both(tmp_path, text, a=DESK) == (
        [
            (
                "m.yaml:8:7 LG101 steps.touchpoint: there is no touchpoint-dsk in the model; "
                "did you mean touchpoint-desk?"
            )
        ],
        [
            (
                "m.yaml:8:7 LG101 steps.touchpoint: mallissa ei ole elementtiä touchpoint-dsk; "
                "tarkoititko touchpoint-desk?"
            )
        ],
    )


def test_a_tab(tmp_path: Path) -> None:
    text = "- id: role-a\n  name:\n\t\ten: A\n"
    why = "found character that cannot start any token, while scanning for the next token"
    assert both(tmp_path, text) == (
        [
            f"m.yaml:3:1 LG002 this is not YAML: {why}; indent with spaces, not with a tab",
        ],
        [
            f"m.yaml:3:1 LG002 tämä ei ole YAMLia: {why}; sisennä välilyönnein, ei sarkaimella",
        ],
    )


def test_a_field_given_twice(tmp_path: Path) -> None:
    text = f"{DESK}  channel: object\n"
    assert both(tmp_path, text) == (
        ["m.yaml:4:3 LG003 the field channel is given twice; remove one of the two"],
        ["m.yaml:4:3 LG003 kenttä channel on annettu kahdesti; poista toinen niistä"],
    )


def test_an_unknown_field(tmp_path: Path) -> None:
    assert both(tmp_path, f"{DESK}  descripton: {{en: x}}\n") == (
        ["m.yaml:4:3 LG007 touchpoint has no field descripton; did you mean description?"],
        ["m.yaml:4:3 LG007 kosketuspiste: ei kenttää descripton; tarkoititko description?"],
    )


def test_an_unknown_field_like_no_other(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, "- id: source-a\n  citation: A\n  colour: red\n")
    assert line.startswith("m.yaml:3:3 LG007 source has no field colour; the fields are id, ")
    assert line.endswith("citation, where, url, type, published, listed_by, read")


def test_the_python_name_of_a_field_is_not_its_name_in_yaml(tmp_path: Path) -> None:
    text = "- id: service-a\n  name: {en: A}\n  from_: 2019\n"
    assert lines(tmp_path, text) == [
        "m.yaml:3:3 LG007 service has no field from_; did you mean from?"
    ]


def test_a_value_of_no_list(tmp_path: Path) -> None:
    text = "- id: organisation-a\n  name: {en: A}\n  type: libary\n"
    assert both(tmp_path, text) == (
        ["m.yaml:3:3 LG008 type: libary is none of the values; did you mean library?"],
        ["m.yaml:3:3 LG008 type: libary ei ole mikään arvoista; tarkoititko library?"],
    )
    assert lines(tmp_path, text.replace("libary", "ship")) == [
        (
            "m.yaml:3:3 LG008 type: ship is none of the values; "
            "the values are network, library, sub-network, partner, authority"
        )
    ]
    assert lines(tmp_path, text.replace("libary", "~")) == [
        (
            "m.yaml:3:3 LG008 type: nothing is none of the values; "
            "the values are network, library, sub-network, partner, authority"
        )
    ]


def test_a_missing_field(tmp_path: Path) -> None:
    assert both(tmp_path, "- id: role-a\n  note: x\n") == (
        ["m.yaml:1:3 LG009 role needs the field name; add name"],
        ["m.yaml:1:3 LG009 rooli: kenttä name puuttuu; lisää name"],
    )


def test_a_missing_field_of_a_record_is_told_at_the_record(tmp_path: Path) -> None:
    text = "- id: service-a\n  name: {en: A}\n  facts:\n    - key: days\n      unit: day\n"
    assert lines(tmp_path, text) == ["m.yaml:4:7 LG009 fact needs the field value; add value"]


def test_an_unknown_kind(tmp_path: Path) -> None:
    assert both(tmp_path, "- id: servise-a\n  name: {en: A}\n") == (
        ["m.yaml:1:3 LG010 no kind of element begins with servise-; did you mean service-?"],
        ["m.yaml:1:3 LG010 mikään laji ei ala servise-; tarkoititko service-?"],
    )
    names = ", ".join(cls.kind.prefix for cls in ELEMENTS)
    assert lines(tmp_path, "- id: zzz\n") == [
        f"m.yaml:1:3 LG010 no kind of element begins with zzz-; the kinds are {names}"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- name: {en: A}\n", "1:3"),
        ("- id: ~\n", "1:3"),
        ("- id: [a]\n", "1:3"),
        (f"{DESK}- just text\n", "4:3"),
        (f"{DESK}-\n", "4:2"),
    ],
)
def test_no_id(tmp_path: Path, text: str, place: str) -> None:
    assert both(tmp_path, text) == (
        [
            (
                f"m.yaml:{place} LG011 this element has no id; "
                "a file is a list, and each of its items begins with `- id: kind-words`; a file of "
                "something else is named under ignore in model.yaml"
            )
        ],
        [
            (
                f"m.yaml:{place} LG011 elementillä ei ole tunnusta; "
                "tiedostossa on luettelo, jonka jokainen kohta alkaa `- id: laji-sanat`; muu tiedosto "
                "mainitaan model.yaml-tiedoston kohdassa ignore"
            )
        ],
    )


def test_no_list(tmp_path: Path) -> None:
    assert both(tmp_path, "\nid: role-a\n") == (
        [
            (
                "m.yaml:2:1 LG011 this file is not a list of elements; "
                "a file is a list, and each of its items begins with `- id: kind-words`; a file of "
                "something else is named under ignore in model.yaml"
            )
        ],
        [
            (
                "m.yaml:2:1 LG011 tiedostossa ei ole luetteloa elementeistä; "
                "tiedostossa on luettelo, jonka jokainen kohta alkaa `- id: laji-sanat`; muu tiedosto "
                "mainitaan model.yaml-tiedoston kohdassa ignore"
            )
        ],
    )


def test_a_malformed_id(tmp_path: Path) -> None:
    assert both(tmp_path, "- id: role-Head_librarian\n  name: {en: A}\n") == (
        [
            (
                "m.yaml:1:3 LG104 role-Head_librarian is not a proper id; write role- and lower-case "
                "ASCII words with hyphens between: did you mean role-head-librarian?"
            )
        ],
        [
            (
                "m.yaml:1:3 LG104 role-Head_librarian ei kelpaa tunnukseksi; kirjoita role- ja pieniä "
                "kirjaimia ilman ääkkösiä, sanojen väliin yhdysmerkki: tarkoititko role-head-librarian?"
            )
        ],
    )


def test_a_malformed_reference(tmp_path: Path) -> None:
    text = "- id: service-a\n  name: {en: A}\n  sources: [source-Ä]\n"
    assert lines(tmp_path, text) == [
        (
            "m.yaml:3:13 LG104 source-Ä is not a proper id; "
            "write source- and lower-case ASCII words with hyphens between"
        )
    ]


def test_the_same_record_twice(tmp_path: Path) -> None:
    text = (
        "- id: organisation-a\n  name: {en: A}\n  type: network\n"
        "- id: organisation-b\n  name: {en: B}\n  type: library\n  memberships:\n"
        "    - {of: organisation-a, from: 2021}\n"
        "    - {id: before, of: organisation-a, from: 2019}\n"
        "    - {of: organisation-a, from: 2021, to: 2022}\n"
    )
    assert both(tmp_path, text) == (
        [
            (
                "m.yaml:10:7 LG105 memberships: organisation-a is already in the list; "
                "give this one an id in lower-case words, or merge the two"
            )
        ],
        [
            "m.yaml:10:7 LG105 memberships: organisation-a on jo luettelossa; anna tälle oma id pienin kirjaimin tai yhdistä nämä kaksi"
        ],
    )


@pytest.mark.parametrize(
    ("field", "en", "fi"),
    [
        (
            "relation: user\n  from: 2019-02-30",
            "from: 2019-02-30 is not a day of the calendar; correct the value",
            ("from: 2019-02-30 ei ole kalenterin päivä; korjaa arvo"),
        ),
        (
            "relation: user\n  tasks: read",
            "tasks: a list is expected here; the value is read",
            "tasks: tässä pitää olla luettelo; arvona on read",
        ),
        (
            "relation: user\n  life_situation: old",
            "life_situation: languages with their texts are expected here; write its language before it: {en: old}",
            "life_situation: tässä pitää olla kielet ja tekstit; kirjoita sen eteen kieli: {en: old}",
        ),
        (
            "relation: user\n  life_situation: {en: ' '}",
            "life_situation: the text is empty; correct the value",
            "life_situation: teksti on tyhjä; korjaa arvo",
        ),
        (
            "relation: user\n  life_situation: {en_gb: a}",
            "life_situation: en_gb is not a language tag; did you mean en-GB?",
            "life_situation: en_gb ei ole kielen tunnus; tarkoititko en-GB?",
        ),
        (
            "relation: user\n  note: [a]",
            "note: text is expected here; correct the value",
            "note: tässä pitää olla tekstiä; korjaa arvo",
        ),
        (
            "relation: user\n  sources: [[a]]",
            "sources.0: an id is expected here; write the id",
            "sources.0: tässä pitää olla tunnus; kirjoita tunnus",
        ),
    ],
)
def test_a_wrong_value(tmp_path: Path, field: str, en: str, fi: str) -> None:
    text = f"- id: profile-a\n  name: {{en: A}}\n  {field}\n"
    column = "13" if en.startswith("sources.0") else "3"
    assert both(tmp_path, text) == (
        [f"m.yaml:4:{column} LG008 {en}"],
        [f"m.yaml:4:{column} LG008 {fi}"],
    )


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("n: -1", "evidence.0.n: the number must be at least 0; the value is -1"),
        ("n: few", "evidence.0.n: a whole number is expected here; the value is few"),
        ("n: 2.5", "evidence.0.n: a whole number is expected here; the value is 2.5"),
        ("n: ''", "evidence.0.n: a whole number is expected here; the value is "),
    ],
)
def test_a_wrong_number(tmp_path: Path, field: str, line: str) -> None:
    text = (
        "- id: source-a\n  citation: A\n- id: profile-a\n  name: {en: A}\n  relation: user\n"
        f"  evidence:\n    - source: source-a\n      {field}\n"
    )
    assert lines(tmp_path, text) == [f"m.yaml:8:7 LG008 {line}"]


def test_a_number_of_five_thousand_digits(tmp_path: Path) -> None:
    """Python's int refuses it with an error of its own."""
    text = (
        "- id: source-a\n  citation: A\n- id: profile-a\n  name: {en: A}\n  relation: user\n"
        f"  evidence:\n    - {{source: source-a, n: {'9' * 5000}}}\n"
    )
    (line,) = lines(tmp_path, text)
    assert line == (
        f"m.yaml:7:26 LG008 evidence.0.n: the number is too long; the value is {'9' * 59}…"
    )


def test_markup_in_a_label_is_just_text(tmp_path: Path) -> None:
    markup = "<b onclick=x>&amp;</b> {x} %s ${y} [a](b) #t | *c* `d`"
    text = f"- id: touchpoint-a\n  name: {{en: '{markup}'}}\n  channel: object\n"
    graph, findings = read(write(tmp_path, {"m.yaml": text}))
    assert findings == ()
    assert graph[Touchpoint, "touchpoint-a"].name["en"] == markup


def test_markup_in_a_wrong_value_is_shown_as_it_is(tmp_path: Path) -> None:
    text = "- id: touchpoint-a\n  name: {en: A}\n  channel: '{0.__class__} <i>'\n"
    (line,) = lines(tmp_path, text)
    assert line.startswith("m.yaml:3:3 LG008 channel: {0.__class__} <i> is none of the values; ")


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ("", "model.yaml LG009 model needs the field as_of; add as_of"),
        (
            "as_of: today\n",
            (
                "model.yaml:1:1 LG008 as_of: a day is expected here: write it as 2026-08-22; "
                "the value is today"
            ),
        ),
        (
            "as_of: 2026-08-22\nnetwrk: x\n",
            "model.yaml:2:1 LG007 model has no field netwrk; did you mean network?",
        ),
        (
            "as_of: 2026-08-22\nnetwork: organisation-a\n",
            (
                "model.yaml:2:1 LG101 network: there is no organisation-a in the model; "
                "add it, or take the reference away"
            ),
        ),
        (
            "as_of: 2026-08-22\nnetwork: branch-a\n",
            (
                "model.yaml:2:1 LG103 network: branch-a is of the kind branch; here belongs "
                "organisation; write an id that begins with organisation-…"
            ),
        ),
        (
            "as_of: 2026-08-22\nlanguages: {required: []}\n",
            "model.yaml:2:13 LG008 languages.required: at least 1 are needed here; correct the value",
        ),
        (
            "- a\n",
            (
                "model.yaml:1:1 LG008 model: fields are expected here; the fields are as_of, name, "
                "statement, network, country, base, languages, ignore, checks, questions, publisher, license, modified, "
                "facts_older_than, coverage, site, theme"
            ),
        ),
    ],
)
def test_settings(tmp_path: Path, settings: str, line: str) -> None:
    found = said(tmp_path, read(write(tmp_path, {"model.yaml": settings}))[1])
    assert found == [line]


def test_items_of_a_bundle_that_are_not_there(tmp_path: Path) -> None:
    settings = "as_of: 2026-08-22\ncoverage:\n  bundles:\n    - [touchpoint-desk, touchpoint-dsk]\n"
    write(tmp_path, {"model.yaml": settings, "a.yaml": DESK})
    assert said(tmp_path, read(tmp_path)[1]) == [
        (
            "model.yaml:4:25 LG101 coverage.bundles: there is no touchpoint-dsk in the model; "
            "did you mean touchpoint-desk?"
        )
    ]


def test_settings_say_what_they_say(tmp_path: Path) -> None:
    text = (
        "name: {fi: Järvi, en: Lake}\nas_of: 2026-08-22\nbase: https://example.org/lake/\n"
        "languages: {required: [fi, en], optional: [sv]}\ncoverage: {needs: [service]}\n"
    )
    graph = load(write(tmp_path, {"model.yaml": text}))
    assert graph.settings == Settings.model_validate(
        {
            "name": {"fi": "Järvi", "en": "Lake"},
            "as_of": "2026-08-22",
            "base": "https://example.org/lake/",
            "languages": {"required": ["fi", "en"], "optional": ["sv"]},
            "coverage": {"needs": ["service"]},
        }
    )
    assert graph.settings.languages.all == ("fi", "en", "sv")


ALL = [
    "a-offer.yaml:7:3 LG008",
    "a-offer.yaml:10:17 LG101",
    "a-offer.yaml:10:34 LG103",
    "a-offer.yaml:11:3 LG008",
    "a-offer.yaml:12:3 LG009",
    "a-offer.yaml:13:3 LG007",
    "a-offer.yaml:15:7 LG009",
    "a-offer.yaml:15:19 LG007",
    "a-offer.yaml:16:3 LG010",
    "a-offer.yaml:18:3 LG011",
    "b-who.yaml:4:3 LG003",
    "b-who.yaml:7:3 LG008",
    "b-who.yaml:8:3 LG010",
    "b-who.yaml:10:3 LG104",
    "b-who.yaml:18:32 LG008",
    "c-again.yaml:1:3 LG102",
    "d-tab.yaml:3:1 LG002",
    "e-map.yaml:1:1 LG011",
    "guide/section-lost.fi.md LG012",
    "model.yaml:5:1 LG007",
    "paths/path-hold.yaml:9:31 LG103",
    "paths/path-hold.yaml:11:7 LG101",
    "paths/path-hold.yaml:12:17 LG008",
    "paths/path-hold.yaml:16:7 LG008",
    "paths/path-loan.yaml:5:7 LG101",
    "paths/path-loan.yaml:9:7 LG101",
    "paths/path-loan.yaml:10:15 LG101",
    "paths/path-loan.yaml:15:7 LG105",
]
"""Each fault of tests/models/faulty, found by looking at its files."""


def test_all_faults_in_one_run_in_the_order_of_places() -> None:
    root = MODELS / "faulty"
    _, findings = read(root)
    assert [" ".join(line.split()[:2]) for line in said(root, findings)] == ALL


def test_what_can_be_read_is_read() -> None:
    graph, _ = read(MODELS / "faulty")
    assert [element.id for element in graph] == [
        "organisation-lakes",
        "touchpoint-desk",
        "path-loan",
    ]
    desk = graph[Touchpoint, "touchpoint-desk"]
    assert desk.name == {"fi": "Tiski", "en": "<b>Desk</b> & {x}"}, "the first of the two"
    assert graph.broken == {
        "touchpoint-shelf",
        "service-loan",
        "service-hold",
        "organisation-town",
        "branch-Main",
        "organisation-village",
        "path-hold",
        "role-a",
    }


def test_load_raises_with_every_finding() -> None:
    root = MODELS / "faulty"
    with pytest.raises(ModelError) as error:
        load(root)
    assert error.value.findings == read(root)[1]
    text = str(error.value).split("\n")
    assert len(text) == len(ALL)
    assert text[0] == (
        f"{root.as_posix()}/a-offer.yaml:7:3: LG008 channel: shelf is none of the values: the values "
        "are service-location, e-service, web-page, e-form, phone, meeting, device, object, message, "
        "communication, other-channel"
    )


CHECKED = {"LG108", "LG109"}
"""Errors that a check looks for, since what the model names there is no element."""


def test_every_fault_has_its_code_words_and_page() -> None:
    faults = [*FAULTS, *LINK_FAULTS]
    codes = [fault.code for fault in faults]
    assert len(set(codes)) == len(codes)
    assert set(codes) == {code for code in CODES if code[2] in "01"} - CHECKED
    for fault in faults:
        assert all(
            (
                fault.sentence.by_tag().get("fi", ""),
                words_of(fault.sentence),
                fault.hint.by_tag().get("fi", ""),
                words_of(fault.hint),
            )
        )
        assert fault.page.endswith(".")


def test_a_record_without_its_fields(tmp_path: Path) -> None:
    path = "- id: path-a\n  name: {en: A}\n  steps:\n    - {id: go, action: {en: go}, actor: {kind: staff}, lane: customer, feeling: -1}\n"
    assert lines(tmp_path, path)[0].endswith(
        "steps.0.feeling: fields are expected here; write {value: -1}"
    )
    touchpoint = DESK + "  offered: [yes]\n"
    assert lines(tmp_path, touchpoint)[0].endswith(
        "offered.0: fields are expected here; "
        "the fields are at, is, id, standing, sources, as_of, derivation, from, to"
    )


def test_the_facts_of_an_element_that_is_broken_are_not_missed(tmp_path: Path) -> None:
    (tmp_path / "guide").mkdir()
    prose = tmp_path / "guide" / "section-a.en.md"
    prose.write_text("For {{ fact: service-loan.days }} days.", encoding="utf-8")
    section = "- id: section-a\n  name: {en: A}\n  status: draft\n"
    loan = "- id: service-loan\n  name: {en: Note: loan}\n  facts: [{key: days, value: 7}]\n"
    assert [line.split(" ")[1] for line in lines(tmp_path, loan, a=section)] == ["LG002"]
