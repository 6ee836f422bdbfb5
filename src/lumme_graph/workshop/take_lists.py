"""The answers of needs and promise sheets as elements."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.elements.development import RaisedBy
from lumme_graph.elements.promise import Promise
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.views.drawn.workshop_promise import VERDICTS
from lumme_graph.workshop.given import WrittenRow
from lumme_graph.workshop.results import Plain, Taking, records

_NEED: Final = Label("what is needed")
_BY: Final = Label("who raised it: staff, customers, or both")
_WORDING: Final = Label("what is promised")
_ORIGIN: Final = ("by", "at", "evidence", "dots")
_NO_COUNT: Final = Label("{value} is no number of dots: write 0, 1, 2 …")
_CLAIM: Final = Label("“{commitment}”: {said}")
_EVENT_FIRST: Final = Label(
    "what customers say needs an event to be sourced to: name it with lumme sheet in … --event ID"
)
_GREY: Final = Label(
    "{place}: the model says this otherwise, and a workshop does not change it; it is not taken"
)
_NO_PROMISE: Final = Label("{id} belongs to no promise yet: add it to the commitments of one")


def take_needs(taking: Taking) -> None:
    """Each need with an origin of its own at the event, beside those that it had."""
    for sheet in taking.answers.sheets:
        for row in sheet.rows:
            _need(taking, row)


def _need(taking: Taking, row: WrittenRow) -> None:
    id_ = taking.known(row, "need")
    if id_ and taking.now(id_) is None:
        return
    if not any(name in row.answers for name in _ORIGIN):
        if id_ is None:
            taking.say(row, "by", _BY)
        return
    if id_ is None and row.value("name") is None:
        taking.say(row, "name", _NEED)
        return
    dots = row.value("dots")
    if isinstance(dots, str) and not dots.isdigit():
        taking.fault(row, "dots", _NO_COUNT.fill(value=dots))
        return
    by = row.value("by")
    if not is_list(by):
        by = _raised(taking, id_) if "by" not in row.answers else None
    if not is_list(by):
        if "by" not in row.answers:
            taking.say(row, "by", _BY)
        return
    if id_ is None:
        name = row.value("name")
        data = {"id": taking.new_id("need", name), "name": taking.text(name)}
        need = taking.stated(data)
    else:
        need = dict(taking.now(id_) or {})
        taking.named_anew(need, row)
    need["origins"] = _with(records(need, "origins"), [_origin(taking, row, one, by) for one in by])
    taking.put(need, row)


def _raised(taking: Taking, id_: str | None) -> list[Data] | None:
    """Who raised a need that is known, where the row does not say it anew: those at the event first."""
    origins = records(taking.now(id_) or {}, "origins") if id_ else []
    known = [one.get("by") for one in origins if is_map(one) and one.get("by")]
    here = RaisedBy.CUSTOMERS if taking.customers_were_there else RaisedBy.STAFF
    return [here.value] if here.value in known else known[:1] or None


def _origin(taking: Taking, row: WrittenRow, by: Data, all_: list[Data]) -> Plain:
    """Who raised it at the event; the dots stand at the first of those who did."""
    data: Plain = {"by": by}
    if taking.event:
        data |= {"id": f"{taking.event_words}-{by}", "events": [taking.event.id]}
    if at := row.value("at"):
        data["at"] = at
    if evidence := row.value("evidence"):
        data["shown_by"] = taking.text(evidence)
    if (dots := row.value("dots")) is not None and by == all_[0]:
        data["dots"] = dots
    return taking.stated(data)


def _with(there: list[Data], more: list[Plain]) -> list[Data]:
    """Records with others, which take the place of those of the same id, else of the same key."""
    found = list(there)
    for one in more:
        place = next(
            (n for n, old in enumerate(found) if is_map(old) and _key(old) == _key(one)), None
        )
        if place is None:
            found.append(one)
        else:
            found[place] = one
    return found


def _key(origin: Plain) -> Data:
    return origin.get("id") or origin.get("by")


def take_promise(taking: Taking) -> None:
    """New commitments as drafts, what was empty filled, and what customers say as claims."""
    for sheet in taking.answers.sheets:
        mine = [row.id for row in sheet.rows if row.id]
        for row in sheet.rows:
            _commitment(taking, row, mine)


def _commitment(taking: Taking, row: WrittenRow, beside: list[str]) -> None:
    id_ = taking.known(row, "commitment")
    if id_ and taking.now(id_) is None:
        return
    if id_ is None:
        name = row.value("name")
        if name is None:
            taking.say(row, "name", _WORDING)
            return
        one = taking.stated({"id": taking.new_id("commitment", name), "name": taking.text(name)})
        _add_to_promise(taking, str(one["id"]), row, beside)
        is_new = True
    else:
        one, is_new = dict(taking.now(id_) or {}), False
    was = dict(one)
    if not is_new:
        taking.named_anew(one, row)
    _fill(taking, row, one)
    if is_new or one != was:
        taking.put(one, row)
    _claim(taking, row, one)


def _fill(taking: Taking, row: WrittenRow, one: Plain) -> None:
    """Value, measure and who keeps it, where the model says nothing of them."""
    made: dict[str, tuple[str, Data]] = {}
    if (value := row.value("value")) is not None:
        made["value"] = ("value", taking.text(value))
    if (metric := row.value("measure")) is not None:
        made["measure"] = ("standard", taking.stated({"metric": taking.text(metric)}))
    if (owner := row.value("owner")) is not None:
        made["owner"] = ("owner", owner)
    for answer, (name, data) in made.items():
        if name not in one:
            one[name] = data
        elif not _says(one[name], data, taking.lang):
            taking.notes.append(_GREY.fill(place=row.place(answer)))


def _says(there: Data, said: Data, lang: str) -> bool:
    """Does the model say already what was printed, or the same? What is printed may have more lines."""
    if is_map(there) and is_map(said):
        if "metric" in there and "metric" in said:
            return _says(there["metric"], said["metric"], lang)
        words = str(said.get(lang, ""))
        return any(
            str(one).split() == words.split()[: len(str(one).split())] for one in there.values()
        )
    return bool(there == said)


def _claim(taking: Taking, row: WrittenRow, one: Plain) -> None:
    """What customers say of a commitment, and what to do with it, as the workshop's record has it."""
    verdict, said = row.value("verdict"), row.value("said")
    if verdict is None and said is None:
        return
    if taking.event is None:
        taking.fault(row, "said" if said is not None else "verdict", _EVENT_FIRST)
        return
    speak = taking.graph.speaker(taking.lang)
    told = [
        speak.capital(VERDICTS[str(verdict)]).words if verdict is not None else "",
        str(said) if said is not None else "",
    ]
    names = one.get("name")
    name = names.get(taking.lang) or next(iter(names.values())) if is_map(names) else ""
    words = speak(_CLAIM, commitment=name, said=". ".join(filter(None, told))).words
    id_ = f"claim-{taking.event_words}-{str(one['id']).partition('-')[2]}"
    claim = taking.stated({"id": id_, "text": taking.text(words), "said_in": taking.source()})
    taking.put(claim, row)


def _add_to_promise(taking: Taking, id_: str, row: WrittenRow, beside: list[str]) -> None:
    """A new commitment is the last of the promise whose others stand beside it, or of the only one."""
    promises = [plain_ for one in taking.graph.all(Promise) if (plain_ := taking.now(one.id))]
    fit = [one for one in promises if set(beside) & set(map(str, records(one, "commitments")))]
    found = fit or promises
    if len(found) != 1:
        taking.notes.append(_NO_PROMISE.fill(id=id_))
        return
    promise = dict(found[0])
    promise["commitments"] = [*records(promise, "commitments"), id_]
    taking.put(promise, row)
