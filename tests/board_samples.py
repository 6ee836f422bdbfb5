"""Invented models for reports: a small one worked out by hand, a large one, and one with nothing in it."""

from __future__ import annotations

from typing import Any

import lumme_graph as lg

NET = "organisation-fen"
_LONG = "Verwaltungsgemeinschaftsbibliothek Obermittelniederwaldkirchen-Unterschwarzach am See"


def _of(cls: type[Any], id_: str, en: str, **more: Any) -> Any:
    name = {"en": en, "fi": f"{en} (fi)", "sv": f"{en} (sv)"}
    return cls.model_validate({"id": id_, "name": name, **more})


def board_settings(**more: Any) -> lg.Settings:
    """The settings of an invented network, unofficial in three languages."""
    said = {
        "as_of": "2026-08-22",
        "name": {"en": "Fen libraries", "fi": "Suokirjastot", "sv": "Myrbiblioteken"},
        "statement": {"en": "Unofficial.", "fi": "Epävirallinen.", "sv": "Inofficiell."},
        "languages": {"required": ["en", "fi", "sv"]},
        "network": NET,
    }
    return lg.Settings.model_validate(said | more)


def nothing() -> lg.ServiceGraph:
    """A model with settings alone."""
    return lg.ServiceGraph([], board_settings(network=None))


def small(*, wording: str = "Help in an hour", extra: bool = False) -> lg.ServiceGraph:
    """Two libraries, of which one offers the one service; a promise, money, indicators, needs.

    By hand, of 2 libraries × 3 languages: the service has 3 counted cells (one library offers it, of
    the other nobody knows) and 3 unknown ones; the two commitments hold everywhere: 2 × 6 cells.
    A section covers the service in English: 1 of 15 counted cells is done.
    """
    return lg.ServiceGraph(
        [
            _of(lg.Organisation, NET, "Fen", type="network"),
            *(
                _of(
                    lg.Organisation,
                    f"organisation-{name}",
                    name.title(),
                    type="library",
                    memberships=[{"of": NET}],
                )
                for name in ("north", "south")
            ),
            _of(
                lg.Service,
                "service-loan",
                "Loans",
                offered=[{"at": "organisation-north", "is": "yes"}],
                standing="sourced",
                sources=["source-a"],
            ),
            lg.Source(id="source-a", citation="The fen report", url="https://example.org/fen"),
            _of(
                lg.Path,
                "path-borrow",
                "Borrowing",
                service="service-loan",
                phases=[],
                steps=[
                    {
                        "id": "ask",
                        "action": {"en": "asks", "fi": "kysyy", "sv": "frågar"},
                        "actor": {"kind": "customer"},
                        "lane": "customer",
                    },
                ],
                state="to-be",
            ),
            _of(
                lg.Indicator,
                "indicator-trainings",
                "Trainings",
                query="trainings",
                target={"operator": ">=", "value": 1},
            ),
            _of(lg.Indicator, "indicator-needs", "Needs left", query="needs-without-target"),
            _of(
                lg.Commitment,
                "commitment-help",
                wording,
                indicator="indicator-trainings",
                standard={
                    "metric": {"en": "waiting time"},
                    "operator": "<=",
                    "target": 2,
                    "unit": "hour",
                },
                review="2027-03",
            ),
            _of(lg.Commitment, "commitment-all", "Open to all"),
            _of(
                lg.Promise,
                "promise-fen",
                "We promise",
                commitments=["commitment-help", "commitment-all"],
            ),
            _of(lg.Need, "need-time", "More time", origins=[{"by": "customers"}]),
            lg.Need.model_validate({"id": "need-heat", "name": {"en": "More heat"}}),
            _of(lg.Target, "target-time", "Longer hours", needs=["need-time"]),
            _of(
                lg.Decision,
                "decision-time",
                "Open on Sundays",
                modality="decided",
                date="2026-05-02",
                targets=["target-time"],
            ),
            _of(lg.Role, "role-head", "Head of service", type="coordinator"),
            _of(
                lg.Action,
                "action-sunday",
                "Sunday hours",
                modality="planned",
                targets=["target-time"],
                decision="decision-time",
                owner="role-head",
                to="2026-12-06",
                **{"from": "2026-09"},
                saves={"en": "=two trips"},
            ),
            _of(lg.Action, "action-lamp", "New lamps", modality="done", to="2026-03"),
            _of(
                lg.Event,
                "event-day",
                "Theme day",
                type="theme-day",
                modality="planned",
                topics=["change"],
                **{"from": "2026-10-01"},
                to="2026-10-02",
            ),
            _of(
                lg.Event,
                "event-talk",
                "Talk, evening; tea",
                type="training",
                modality="announced",
                **{"from": "2026-11-11"},
            ),
            _of(
                lg.Event,
                "event-some",
                "Some day",
                type="training",
                modality="option",
                **{"from": "2026-11"},
            ),
            _of(
                lg.Project,
                "project-peat",
                "Peat",
                funding=[
                    {"stage": "applied", "party": "total", "amount": 1000, "currency": "EUR"},
                    {"stage": "applied", "party": "own", "amount": 200, "currency": "EUR"},
                    {"stage": "granted", "party": "grant", "amount": 700, "currency": "EUR"},
                ],
            ),
            _of(lg.Project, "project-moss", "Moss"),
            *([_of(lg.Need, "need-wind", "Less wind")] if extra else []),
        ],
        board_settings(),
    )


def large(libraries: int = 60, *, long: bool = True) -> lg.ServiceGraph:
    """Many libraries with long names, and many of everything that the page for deciders tells."""
    tail = f" {_LONG}" if long else ""
    names = [f"Library {n}{tail}" for n in range(libraries)]
    commitments = [f"commitment-{n}" for n in range(20)]
    return lg.ServiceGraph(
        [
            _of(lg.Organisation, NET, "Fen", type="network"),
            *(
                _of(
                    lg.Organisation,
                    f"organisation-{n}",
                    name,
                    type="library",
                    memberships=[{"of": NET}],
                )
                for n, name in enumerate(names)
            ),
            *(
                _of(
                    lg.Service,
                    f"service-{n}",
                    f"Service {n}{tail}",
                    offered=[{"at": NET, "is": "yes"}],
                )
                for n in range(12)
            ),
            *(_of(lg.Commitment, id_, f"We keep {id_}{tail}") for id_ in commitments),
            _of(lg.Promise, "promise-fen", f"We promise{tail}", commitments=commitments),
            *(
                _of(
                    lg.Indicator,
                    f"indicator-{n}",
                    f"Trainings {n}{tail}",
                    query="trainings",
                    target={"operator": ">=", "value": n},
                )
                for n in range(15)
            ),
            *(
                _of(lg.Action, f"action-{n}", f"Action {n}{tail}", modality=state, aim="customer")
                for n, state in enumerate(["planned", "decided", "done", "announced", "funded"] * 4)
            ),
            *(
                _of(
                    lg.Project,
                    f"project-{n}",
                    f"Project {n}{tail}",
                    funding=[
                        {
                            "stage": "applied",
                            "party": "total",
                            "amount": 1_000_000 + n,
                            "currency": "EUR",
                        }
                    ],
                )
                for n in range(9)
            ),
        ],
        board_settings(),
    )
