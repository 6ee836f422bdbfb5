"""The answers of journey sheets as paths, or as what a workshop says of a path that there is."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import FEELINGS, ActorKind, Lane, MarkType
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.workshop.given import WrittenRow, WrittenSheet
from lumme_graph.workshop.results import Plain, Taking, folded, free, local_id, records

_NAME: Final = Label("what the path is called")
_ACTION: Final = Label("what happens")
_WHO: Final = Label("who does it")
_LANE: Final = Label("the lane: only of the customer does it go without saying")
_NO_STEP: Final = Label("{path} has no step {step}; leave the cell of a new one empty")
_NO_STEPS: Final = Label(
    "the ids of steps are for a path that the model has, and its own stands no more in the first "
    "row: put that back, or leave this cell empty"
)
_FELT: Final = Label(
    "{place}: the model's feeling is sourced or derived; that of the workshop is not taken"
)
_NO_FEELING: Final = Label("{value} is no feeling: write −2, −1, 0, 1 or 2")
_MARKED: Final = {
    "otherwise": MarkType.QUESTION,
    "pains": MarkType.CRITICAL,
    "ideas": MarkType.OPPORTUNITY,
}
"""What is said of a step that there is stands at it as a mark, with a source of its own."""


def take_journey(taking: Taking) -> None:
    """Each sheet as a new path, or what is said of the steps of one that there is."""
    for sheet in taking.answers.sheets:
        whole = sheet.whole
        if whole is None or not (sheet.rows or whole.answers):
            continue
        path = taking.known(whole, "path")
        if path is None:
            _new_path(taking, sheet, whole)
        elif taking.now(path):
            _said_of(taking, sheet, whole, path)


def _new_path(taking: Taking, sheet: WrittenSheet, whole: WrittenRow) -> None:
    known = [row for row in sheet.rows if row.id]
    for row in known:
        taking.fault(row, "id", _NO_STEPS)
    if known:
        return
    name = whole.value("name")
    if name is None:
        taking.say(whole, "name", _NAME)
        return
    path: Plain = {"id": taking.new_id("path", name), "name": taking.text(name)}
    for field in ("description", "goal"):
        if (words := whole.value(field)) is not None:
            path[field] = taking.text(words)
    if profiles := whole.value("profiles"):
        path["profiles"] = profiles
    _steps(taking, sheet, path)
    taking.put(taking.stated(path), whole)


def _said_of(taking: Taking, sheet: WrittenSheet, whole: WrittenRow, id_: str) -> None:
    """What a workshop says of a path: at its steps, and new steps where their columns stand."""
    path = dict(taking.now(id_) or {})
    taking.named_anew(path, whole)
    if (goal := whole.value("goal")) is not None and "goal" not in path:
        path["goal"] = taking.text(goal)
    _steps(taking, sheet, path)
    if path != taking.now(id_):
        taking.put(path, whole)


def _steps(taking: Taking, sheet: WrittenSheet, path: Plain) -> None:
    """The steps of a path with what is said of them; a new one comes after that at its left."""
    steps = [dict(one) for one in records(path, "steps") if is_map(one)]
    phases = [dict(one) for one in records(path, "phases") if is_map(one)]
    place = -1
    for row in sheet.rows:
        ids = [one.get("id") for one in steps]
        if row.id:
            if row.id not in ids:
                taking.fault(row, "id", _NO_STEP.fill(path=path["id"], step=row.id))
                continue
            place = ids.index(row.id)
            _marked(taking, row, steps[place])
        elif row.answers:
            step = _step(taking, row, phases, ids)
            same = _same(taking, row, path, steps)
            if same is None:
                place += 1
                steps.insert(place, step)
            else:
                place = same
            address = f"{path['id']}/{steps[place].get('id')}"
            if same is not None and address in taking.came_from:
                steps[place] = steps[place] | step | {"id": steps[place].get("id")}
            if same is None or address in taking.came_from:
                taking.places[address] = row.place("action")
    if phases:
        path["phases"] = list(phases)
    if steps:
        path["steps"] = list(steps)


def _same(taking: Taking, row: WrittenRow, path: Plain, steps: list[Plain]) -> int | None:
    """Where a step stands already: it says the same, or its words in this column were put right."""
    for n, one in enumerate(steps):
        if _says(one.get("action"), row.value("action")):
            return n
    said = {folded(other.value("action")) for one in taking.answers.sheets for other in one.rows}
    gone = {
        f"{path['id']}/{one.get('id')}": n
        for n, one in enumerate(steps)
        if not said & set(map(folded, _map(one.get("action")).values()))
    }
    address = taking.reworded(row, "action", gone)
    return gone[address] if address else None


def _says(text: Data, words: Data) -> bool:
    """Does a text say some words, in any language?"""
    return folded(words) in map(folded, _map(text).values())


def _map(data: Data) -> Plain:
    return data if is_map(data) else {}


def _step(taking: Taking, row: WrittenRow, phases: list[Plain], ids: list[Data]) -> Plain:
    action, actor = row.value("action"), row.value("actor")
    if action is None and "action" not in row.answers:
        taking.say(row, "action", _ACTION)
    if actor is None and "actor" not in row.answers:
        taking.say(row, "actor", _WHO)
    lane = row.value("lane")
    if lane is None and actor == ActorKind.CUSTOMER.value:
        lane = Lane.CUSTOMER.value
    if lane is None and "lane" not in row.answers and actor is not None:
        taking.say(row, "lane", _LANE)
    step: Plain = {
        "id": free(local_id(action), lambda id_: id_ in ids),
        "action": taking.text(action),
        "actor": {"kind": actor},
        "lane": lane,
    }
    if phase := _phase(taking, row, phases):
        step["phase"] = phase
    if touchpoint := row.value("touchpoint"):
        step["touchpoint"] = touchpoint
    if pains := row.value("pains"):
        step["pains"] = [taking.text(one) for one in pains]
    if ideas := row.value("ideas"):
        step["marks"] = [_mark(taking, MarkType.OPPORTUNITY, one) for one in ideas]
    _felt(taking, row, step)
    return taking.stated(step)


def _phase(taking: Taking, row: WrittenRow, phases: list[Plain]) -> Data:
    """The id of the phase of a step, which is made where there is none of its name."""
    words = row.value("phase")
    if words is None:
        return None
    for phase in phases:
        names = phase.get("name")
        if phase.get("id") == words or (is_map(names) and words in names.values()):
            return phase.get("id")
    id_ = free(local_id(words), lambda one: any(phase.get("id") == one for phase in phases))
    phases.append({"id": id_, "name": taking.text(words)})
    return id_


def _marked(taking: Taking, row: WrittenRow, step: Plain) -> None:
    """What is said of a step that there is: marks of their own, thoughts, and the feeling."""
    marks = records(step, "marks")
    for name, kind in _MARKED.items():
        value = row.value(name)
        for words in value if is_list(value) else [value] if value is not None else []:
            mark = _mark(taking, kind, words)
            if not any(_says(_map(one).get("text"), words) for one in marks):
                marks.append(mark)
    if marks:
        step["marks"] = marks
    _felt(taking, row, step)


def _mark(taking: Taking, kind: MarkType, words: Data) -> Plain:
    return taking.stated({"type": kind.value, "text": taking.text(words)})


def _felt(taking: Taking, row: WrittenRow, step: Plain) -> None:
    """Thoughts beside those that there are; a feeling in the place of one that was invented."""
    thoughts = records(step, "thoughts")
    value = row.value("thoughts")
    for words in value if is_list(value) else []:
        thought = taking.stated({"text": taking.text(words)}, felt=True)
        if not any(_says(_map(one).get("text"), words) for one in thoughts):
            thoughts.append(thought)
    if thoughts:
        step["thoughts"] = thoughts
    if (level := row.value("feeling")) is None:
        return
    if level not in {str(value) for value in FEELINGS}:
        taking.fault(row, "feeling", _NO_FEELING.fill(value=level))
        return
    there = step.get("feeling")
    feeling = taking.stated({"value": level}, felt=True)
    if is_map(there) and there.get("standing", "") in {
        Standing.SOURCED.value,
        Standing.DERIVED.value,
    }:
        if there != feeling:
            taking.notes.append(_FELT.fill(place=row.place("feeling")))
        return
    step["feeling"] = feeling
