"""Questions on working together: what is shared, and what is produced jointly."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.text import Label
from lumme_graph.elements.development import Idea
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import GroupType
from lumme_graph.query.answers import Answer, Missing, Row, Thing, Things, Total, fill, gaps
from lumme_graph.query.questions.asking import Asked, question
from lumme_graph.query.questions.groups import GROUP, MEMBERS, groups, members
from lumme_graph.query.questions.shared import (
    STATE,
    none_of,
    or_gap,
)


@question(
    35,
    "libraries-sharing",
    Label(
        "Mitkä kirjastot eivät jaa mitään, mitkä vain ottavat?",
        "Which libraries share nothing, which only take?",
        "Vilka bibliotek delar inget, vilka tar bara emot?",
    ),
)
def libraries_sharing(asked: Asked) -> Answer:
    """Each library with the ideas it shared and took up."""
    ideas = [i for i in asked.graph.all(Idea) if i.from_ is None or i.from_.reached(asked.day)]
    rows: list[Row] = []
    silent: list[Thing] = []
    takers: list[Thing] = []
    for library in asked.libraries:
        shared = asked.things(idea for idea in ideas if library.id in idea.shared_by)
        taken = asked.things(idea for idea in ideas if library.id in idea.taken_up_by)
        rows.append(Row((asked.thing(library), or_gap(shared), or_gap(taken))))
        if not shared:
            (takers if taken else silent).append(asked.thing(library))
    note = Label(
        "Jakamista ei ole kirjattu {n} / {of} kirjastosta, joista {takers} on ottanut idean käyttöön.",
        "For {n} of {of} libraries no sharing is recorded; {takers} of them have taken up an idea.",
        "För {n} av {of} bibliotek är ingen delning antecknad; {takers} av dem har tagit en idé i bruk.",
    )
    only = Label("vain ottavat", "only take", "tar bara emot")
    columns = (
        Label("kirjasto", "library", "bibliotek"),
        Label("jakanut", "shared", "delat"),
        Label("ottanut käyttöön", "taken up", "tagit i bruk"),
    )
    sharing = Label("jaettu idea", "an idea shared", "en delad idé")
    taking = Label(
        "jaettu tai omaksuttu idea", "an idea shared or taken up", "en delad eller övertagen idé"
    )
    return Answer(
        columns,
        tuple(rows),
        fill(note, n=len(silent) + len(takers), of=len(rows), takers=len(takers)),
        (Total(only, len(takers), tuple(takers)),),
        (*gaps((taking, silent), (sharing, takers)), *asked.membership_gap, *none_of(ideas, Idea)),
    )


@question(
    40,
    "joint-services",
    Label(
        "Mitä palveluja tuotetaan yhdessä, kuka niitä tuottaa, ja mitä voisi tuottaa?",
        "Which services are produced jointly, by whom, and which could be?",
        "Vilka tjänster produceras gemensamt, av vem, och vilka kunde göra det?",
    ),
)
def joint_services(asked: Asked) -> Answer:
    """The services with a producing group, by how far it is; of the others it is not recorded."""
    services = asked.all(Service)
    rows: list[Row] = []
    alone: list[Thing] = []
    joint: list[Thing] = []
    for service in services:
        group = asked.graph.get(service.produced_by)
        if group is None:
            alone.append(asked.thing(service))
            continue
        (joint if asked.is_done(group) else alone).append(asked.thing(service))
        who = (asked.thing(group), asked.state(group), or_gap(members(asked, group)))
        rows.append(Row((asked.thing(service), *who, or_gap(asked.saved(service)))))
    idle = _idle(asked, services)
    produced = Label("mitä ryhmä tuottaa", "what the group produces", "vad gruppen producerar")
    total = Label("yhdessä tuotettuja", "produced jointly", "gemensamt producerade")
    return Answer(
        _JOINT_SERVICES_COLUMNS,
        tuple(rows),
        fill(_JOINT_SERVICES_NOTE, n=len(joint) or Missing.NOT_RECORDED.label, of=len(services)),
        (Total(total, len(joint) or Missing.NOT_RECORDED, tuple(joint)),),
        (*gaps((_JOINT_SERVICES_COULD, alone), (produced, idle)), *none_of(services, Service)),
    )


_JOINT_SERVICES_NOTE = Label(
    "Yhdessä tuotettuja: {n}, palveluja kaikkiaan {of}.",
    "Produced jointly: {n}, of {of} services.",
    "Gemensamt producerade: {n}, av {of} tjänster.",
)


_JOINT_SERVICES_COLUMNS = (
    Service.kind.label,
    GROUP,
    STATE,
    MEMBERS,
    Label("säästää", "saves", "sparar"),
)


_JOINT_SERVICES_COULD = Label(
    "tuotetaanko tai voisiko tuottaa yhdessä",
    "whether it is, or could be, produced jointly",
    "om den produceras eller kunde produceras gemensamt",
)


def _idle(asked: Asked, services: Iterable[Service]) -> Things:
    """The groups that are for producing and of which no service is recorded."""
    busy = {service.produced_by for service in services}
    found = (g for g in groups(asked) if g.type is GroupType.PRODUCTION and g.id not in busy)
    return asked.things(found)


QUESTIONS = (libraries_sharing, joint_services)
