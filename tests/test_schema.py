from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import strategies
from hypothesis import given
from jsonschema import Draft202012Validator
from load_folders import MODELS, write
from yaml_1_2 import data_of

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.new import new_files
from lumme_graph.reading.save import to_files
from lumme_graph.schema.home import modeline
from lumme_graph.schema.json_schema import render, schema_of

ROOT = Path(__file__).parents[1]
PLAIN = schema_of()


def errors(schema: dict[str, Any], text: str) -> list[str]:
    """What a stock validator says of a YAML text: where, and what; the deepest reasons."""
    validator: Any = Draft202012Validator(schema)
    found = validator.iter_errors(data_of(text))
    return sorted(f"{one.json_path} {one.message}" for error in found for one in _deepest(error))


def _deepest(error: Any) -> Iterator[Any]:
    if not error.context:
        yield error
    for one in error.context:
        yield from _deepest(one)


@pytest.fixture(scope="module")
def lakes() -> dict[str, Any]:
    return schema_of(read(MODELS / "lakes")[0])


def test_the_schemas_are_schemas(lakes: dict[str, Any]) -> None:
    for schema in (PLAIN, lakes):
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert json.loads(render(schema)) == schema
    assert render(PLAIN) == render(schema_of())


def test_every_reference_within_leads_somewhere_and_nothing_is_left_over() -> None:
    text = render(PLAIN)
    named = {name for name in PLAIN["$defs"] if f'"#/$defs/{name}"' in text}
    assert named == set(PLAIN["$defs"])
    assert text.count('"$ref"') == sum(text.count(f'"#/$defs/{name}"') for name in named)


def test_a_kind_in_full() -> None:
    """The whole definition of municipality, by its declaration."""
    assert PLAIN["$defs"]["municipality"] == {
        "title": "municipality · kunta · kommun",
        "description": "A municipality: the area that a public library serves.",
        "type": "object",
        "properties": {
            "id": {
                "description": "Stable id: the kind's prefix, a hyphen, lower-case words; "
                "never derived from a label.",
                "type": "string",
                "pattern": "^municipality-[a-z0-9]+(?:-[a-z0-9]+)*$",
                "maxLength": 150,
                "patternErrorMessage": "Write municipality-…: lower-case words with hyphens. · "
                "Kirjoita municipality-…: sanoja pienin kirjaimin, yhdysmerkki välissä. · "
                "Skriv municipality-…: ord med små bokstäver och bindestreck emellan.",
            },
            "name": {
                "title": "name · nimi · namn",
                "description": "The official names.",
                "$ref": "#/$defs/text",
            },
            "code": {
                "title": "code · kunnan tunnus · kommunkod",
                "description": "Its code in the official list of its country, such as 491 (Finland) or "
                "W06000008 (Wales).",
                "type": ["string", "number", "boolean"],
            },
            "same_as": {
                "title": "same as · sama kuin · samma som",
                "description": "The address of the same municipality in a public code list.",
                "type": ["string", "number", "boolean"],
            },
            "identifiers": {
                "title": "identifiers · tunnisteet · identifierare",
                "description": "Identifiers that others have given it, such as the directory's.",
                "type": "array",
                "items": {"$ref": "#/$defs/identifier"},
            },
            "standing": {
                "title": "standing · asema · ställning",
                "description": "How the claim stands; a record without its own takes its owner's.",
                "$ref": "#/$defs/standing",
            },
            "sources": {
                "title": "sources · lähteet · källor",
                "description": "The sources that it rests on.",
                "type": "array",
                "items": {"$ref": "#/$defs/id-source"},
            },
            "as_of": {
                "title": "as of · tilanne · läget den",
                "description": "The day for which it is stated.",
                "type": ["string", "integer", "object"],
                "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
                "minimum": 1000,
                "minProperties": 1,
                "properties": {
                    bound: {
                        "type": ["string", "integer"],
                        "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
                        "minimum": 1000,
                    }
                    for bound in ("earliest", "latest")
                },
                "additionalProperties": False,
            },
            "derivation": {
                "title": "derivation · päättely · härledning",
                "description": "How it follows from its sources, where it is derived.",
                "$ref": "#/$defs/text",
            },
            "search_words": {
                "title": "search words · hakusanat · sökord",
                "description": (
                    "What readers call it and its texts do not, by language, commas between: "
                    "`sakko, myöhässä`."
                ),
                "$ref": "#/$defs/text",
            },
            "tags": {
                "title": "tags · avainsanat · taggar",
                "description": (
                    "Words by which elements are gathered, such as for a drawing of those with one"
                    " tag alone."
                ),
                "type": "array",
                "items": {"type": ["string", "integer"], "pattern": r"^\S+( \S+)*$"},
            },
            "extra": {
                "title": "own fields · omat kentät · egna fält",
                "description": "A network's own fields for its own scripts, such as `shelf: 84.2`: in RDF "
                "properties below its base and `extra/`, on no page.",
                "$ref": "#/$defs/extra",
            },
            "note": {
                "title": "note · huomautus · anmärkning",
                "description": "A remark for those who keep the model; not published as a fact.",
                "type": ["string", "number", "boolean"],
            },
            "suppress": {
                "title": "suppressions · ohitukset · undantag",
                "description": "Findings that are accepted for this element.",
                "type": "array",
                "items": {"$ref": "#/$defs/suppression"},
            },
        },
        "required": ["id", "name"],
        "additionalProperties": False,
    }


def test_a_list_of_values_with_its_labels() -> None:
    assert PLAIN["$defs"]["leadership"] == {
        "enum": ["line", "network"],
        "enumDescriptions": [
            "line management · esimiestyö · linjeledning",
            "network leadership · verkostojohtaminen · nätverksledning",
        ],
    }


def test_the_ids_of_a_model_complete_its_references(lakes: dict[str, Any]) -> None:
    assert PLAIN["$defs"]["id-touchpoint"]["pattern"] == "^touchpoint-[a-z0-9]+(?:-[a-z0-9]+)*$"
    assert lakes["$defs"]["id-touchpoint"] == {
        "enum": ["touchpoint-desk", "touchpoint-shelf"],
        "enumDescriptions": ["Tiski · Desk", "Noutohylly · Hold shelf"],
    }
    assert lakes["$defs"]["id-source"] == {
        "enum": ["source-rules", "source-board"],
        "enumDescriptions": ["User rules: the common ones", "Paper of the board"],
    }
    assert lakes["$defs"]["id-organisation-branch-vehicle"]["enum"] == [
        "organisation-lakes",
        "organisation-north",
        "organisation-south",
        "branch-north",
        "vehicle-heron",
    ]
    assert lakes["$defs"]["id-practice"] == {"enum": [], "enumDescriptions": []}
    assert len(lakes["$defs"]["id-any"]["enum"]) == 19
    assert list(lakes["$defs"]["text"]["properties"]) == ["fi", "en", "sv"]


@pytest.mark.parametrize(
    "root", ["models/lumme", "tests/models/lakes", "src/lumme_graph/templates/model"]
)
def test_our_models_are_accepted_with_and_without_their_ids(root: str) -> None:
    completed = schema_of(read(ROOT / root)[0])
    files = sorted((ROOT / root).rglob("*.yaml"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert errors(PLAIN, text) == [], file
        assert errors(completed, text) == [], file


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (
            "[touchpoint-desk,",
            "[touchpoint-dekc,",
            "$[2].touchpoints[0] 'touchpoint-dekc' is not one of",
        ),
        (
            "at: vehicle-heron",
            "at: vehicle-heronn",
            "$[2].offered[1].at 'vehicle-heronn' is not one of",
        ),
        ("at: vehicle-heron", "at: role-keeper", "$[2].offered[1].at 'role-keeper' is not one of"),
        ("is: no", "is: nope", "$[2].offered[1].is 'nope' is not one of ['yes', 'no']"),
        ("is: no", "is: false", "$[2].offered[1].is False is not one of ['yes', 'no']"),
        ("channel: object", "channel: objct", "$[1].channel 'objct' is not one of"),
        ("  channel: object", "  chanel: object", "$[1] 'channel' is a required property"),
        (
            "  channel: object",
            "  chanel: object",
            "$[1] Additional properties are not allowed ('chanel'",
        ),
        ("id: service-hold", "id: sevice-hold", "$[2].id 'sevice-hold' does not match"),
        ("id: service-hold", "id: service-Hold", "$[2].id 'service-Hold' does not match"),
        ("from: 2019", "from: 19", "$[2].offered[0].from 19 is less than the minimum of 1000"),
        ("from: 2019", "from: 2019-1", "$[2].offered[0].from '2019-1' does not match"),
        ("from: 2019", "from: {earlist: 2019}", "$[2].offered[0].from Additional properties"),
        ("fi: Tiski", "finnish: Tiski", "$[0].name 'finnish' does not match"),
        ("fi: Tiski", "fi: ' '", r"$[0].name.fi ' ' does not match '\\S'"),
        ("name: {fi: Tiski, en: Desk}", "name: Desk", "$[0].name 'Desk' is not of type 'object'"),
        (
            "- id: touchpoint-desk\n",
            "- {}\n- id: touchpoint-desk\n",
            "$[0] 'id' is a required property",
        ),
    ],
)
def test_a_mistake_is_refused_where_it_is(
    lakes: dict[str, Any], old: str, new: str, where: str
) -> None:
    text = (MODELS / "lakes" / "offer.yaml").read_text(encoding="utf-8")
    assert text.count(old) >= 1
    found = errors(lakes, text.replace(old, new, 1))
    assert any(one.startswith(where) for one in found), found


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("name: {en: X}\n", "$ 'as_of' is a required property"),
        ("as_of: 2026-08\n", "$.as_of '2026-08' does not match"),
        (
            "as_of: 2026-08-22\nnetwork: organisation-lake\n",
            "$.network 'organisation-lake' is not one of",
        ),
        (
            "as_of: 2026-08-22\nlanguages: {required: []}\n",
            "$.languages.required [] should be non-empty",
        ),
        (
            "as_of: 2026-08-22\ncoverage: {needs: [section]}\n",
            "$.coverage.needs[0] 'section' is not one of",
        ),
        (
            "as_of: 2026-08-22\ncoverage: {minimum: {total: 101}}\n",
            "$.coverage.minimum.total 101 is greater",
        ),
        (
            "as_of: 2026-08-22\ncoverage: {bundles: [[touchpoint-desk, x]]}\n",
            "$.coverage.bundles[0][1] 'x'",
        ),
        (
            "as_of: 2026-08-22\nlanguage: fi\n",
            "$ Additional properties are not allowed ('language'",
        ),
        ("words alone", "$ 'words alone' is not of type"),
    ],
)
def test_mistakes_in_the_settings(lakes: dict[str, Any], text: str, where: str) -> None:
    found = errors(lakes, text)
    assert any(one.startswith(where) for one in found), found


def test_an_empty_file_is_no_mistake() -> None:
    assert errors(PLAIN, "") == []
    assert errors(PLAIN, "[]\n") == []


def test_the_prose_of_a_section_is_no_field() -> None:
    assert "body" not in PLAIN["$defs"]["section"]["properties"]


def test_a_part_stands_by_itself() -> None:
    """For whoever wants the two apart."""
    elements = {"$ref": "#/$defs/elements", "$defs": PLAIN["$defs"]}
    model = {"$ref": "#/$defs/model", "$defs": PLAIN["$defs"]}
    assert errors(elements, "as_of: 2026-08-22\n") == [
        "$ {'as_of': '2026-08-22'} is not of type 'array', 'null'"
    ]
    assert errors(model, "as_of: 2026-08-22\n") == []
    assert errors(model, "[]\n") == ["$ [] is not of type 'object'"]


def test_text_may_look_like_a_number_or_a_truth() -> None:
    """Every scalar is read as it is written, so that `code: 097` and `value: 28` are text."""
    text = (
        "- id: municipality-a\n  name: {en: 1984, fi: true}\n  code: 097\n  note: 12:30\n"
        "- id: role-a\n  name: {en: no}\n"
    )
    assert errors(PLAIN, text) == []


def test_the_one_dangling_reference_of_the_worked_model_is_the_one_that_is_refused() -> None:
    """Line 68 of its guide names a service that is not there, for its own tests."""
    root = MODELS / "worked"
    schema = schema_of(read(root)[0])
    found = [one for f in root.glob("*.yaml") for one in errors(schema, f.read_text())]
    assert [one.split(" is not one of")[0] for one in found] == [
        "$[8].covers[0].item 'service-lone'"
    ]


def test_a_dangling_reference_of_a_broken_model_is_refused_too(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.yaml": "- id: role-a\n  name: {en: A}\n  sources: [source-x]\n"})
    schema = schema_of(read(root)[0])
    assert errors(schema, (root / "a.yaml").read_text()) == [
        "$[0].sources[0] 'source-x' is not one of []"
    ]


@strategies.costly(5)
@given(strategies.models())
def test_whatever_is_saved_is_accepted(elements: list[KeptElement]) -> None:
    """But years before 1000, which are taken for slips of the hand, and the text `Null`.

    That is nothing to YAML 1.2, and a text to us.
    """
    graph = ServiceGraph(elements, Settings(as_of=date(2026, 8, 22)))
    completed = schema_of(graph)
    for name, text in to_files(graph, graph.settings).items():
        found = errors(completed, text) if name.endswith(".yaml") else []
        known = (
            "less than the minimum of 1000",
            "None is not of type 'string', 'number', 'boolean'",
        )
        assert [one for one in found if not one.endswith(known)] == []


def test_every_kind_has_a_definition() -> None:
    kinds = [cls.kind.prefix for cls in ELEMENTS]
    assert list(PLAIN["$defs"])[2 : 2 + len(kinds)] == kinds


def test_the_files_of_a_new_model_name_their_schema() -> None:
    for name, text in new_files().items():
        if name.endswith(".yaml"):
            folder = (Path("m") / name).parent
            first = text.split("\n", 1)[0]
            assert first == modeline(folder, Path("m/.lumme/schema.json")), name
