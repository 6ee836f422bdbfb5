"""`lg.merge`: two graphs that grew out of one, in one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import lumme_graph as lg

if TYPE_CHECKING:
    from pathlib import Path

DESK = {"id": "touchpoint-desk", "name": {"en": "Desk"}, "channel": "service-location"}
WEB = {"id": "touchpoint-web", "name": {"en": "Web"}, "channel": "web-page"}
LOAN = {"id": "service-loan", "name": {"en": "Loan"}, "touchpoints": ["touchpoint-desk"]}
HOLD: dict[str, Any] = {
    "id": "path-hold",
    "name": {"en": "Hold"},
    "steps": [
        {"id": "ask", "action": {"en": "Ask"}, "actor": {"kind": "customer"}, "lane": "customer"},
        {"id": "wait", "action": {"en": "Wait"}, "actor": {"kind": "customer"}, "lane": "customer"},
    ],
}
DAY = date(2026, 8, 22)
KINDS: dict[str, Any] = {"touchpoint": lg.Touchpoint, "service": lg.Service, "path": lg.Path}


def graph(*elements: dict[str, Any], as_of: date = DAY, **settings: Any) -> lg.ServiceGraph:
    """A graph of elements from plain data."""
    made = [KINDS[one["id"].partition("-")[0]](**one) for one in elements]
    return lg.ServiceGraph(made, lg.Settings(as_of=as_of, **settings))


def test_each_side_brings_its_changes() -> None:
    base = graph(DESK, LOAN)
    ours = graph(DESK, LOAN | {"name": {"en": "Loans"}}, WEB)
    theirs = graph(DESK, LOAN | {"cost": {"en": "Free"}}, as_of=date(2026, 11, 1))
    merged = lg.merge(base, ours, theirs)
    assert (merged.conflicts, merged.findings) == ((), ())
    assert list(merged.graph) == list(
        graph(DESK, WEB, LOAN | {"name": {"en": "Loans"}, "cost": {"en": "Free"}})
    )
    assert merged.graph.settings == lg.Settings(as_of=date(2026, 11, 1))


def test_what_one_side_did_is_all_there_is() -> None:
    base, changed = graph(DESK, WEB, LOAN), graph(WEB, DESK, LOAN | {"touchpoints": []}, HOLD)
    for merged in (lg.merge(base, changed, base), lg.merge(base, base, changed)):
        assert list(merged.graph) == list(changed)
        assert merged.conflicts == ()


def test_an_element_that_one_side_takes_away_and_the_other_newly_refers_to_stays() -> None:
    base = graph(DESK, WEB, LOAN)
    ours = graph(DESK, LOAN)
    theirs = graph(DESK, WEB, LOAN | {"touchpoints": ["touchpoint-desk", "touchpoint-web"]})
    merged = lg.merge(base, ours, theirs)
    assert "touchpoint-web" in merged.graph
    assert merged.conflicts == (
        lg.Conflict("touchpoint-web", (), WEB, None, WEB, lg.ConflictType.REMOVED),
    )
    assert merged.findings == ()


def test_a_step_that_one_side_takes_away_and_the_other_leads_to_is_found() -> None:
    ask, wait = HOLD["steps"]
    base = graph(HOLD)
    ours = graph(HOLD | {"steps": [ask]})
    theirs = graph(HOLD | {"steps": [ask | {"next": [{"to": "wait"}]}, wait]})
    merged = lg.merge(base, ours, theirs)
    assert [finding.code for finding in merged.findings] == ["LG101"]
    assert "wait" in merged.findings[0].message()


def test_what_fits_on_neither_side_alone_is_one_conflict() -> None:
    """Each side takes another of two languages away; a model needs one."""
    base = graph(languages={"required": ["fi", "en"]})
    ours = graph(languages={"required": ["fi"], "optional": ["en"]})
    theirs = graph(languages={"required": ["en"]})
    merged = lg.merge(base, ours, theirs)
    assert [(one.element, one.path) for one in merged.conflicts] == [("model", ())]
    assert merged.graph.settings == ours.settings


def test_a_merged_graph_is_saved_into_the_files_of_ours(tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    lg.save(graph(DESK, LOAN), ours)
    file = ours / "offer.yaml"
    file.write_text("# kept\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    base = lg.load(ours)
    theirs = graph(DESK, WEB, LOAN | {"cost": {"en": "Free"}})
    lg.save(lg.merge(base, base, theirs).graph, ours)
    assert file.read_text(encoding="utf-8").startswith("# kept\n")
    assert list(lg.load(ours)) == list(theirs)
