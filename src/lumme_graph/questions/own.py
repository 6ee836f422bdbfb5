"""Questions of one's own, and how they are answered: a table from its columns, as ours are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from lumme_graph.base.amounts import Money
from lumme_graph.base.by_name import brief
from lumme_graph.base.catalogue import CODE
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.label import Message, own_words
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.day import Day
from lumme_graph.graph.own import need_day_taken
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.ask import QUESTIONS
from lumme_graph.questions.asking import Function, Question
from lumme_graph.questions.table import AnswerColumn, Said, table

Words = Message | str
"""Words of a question: a `Label`, or text as it is said in every language."""


def own_question(text: Words, *, name: str | None = None) -> Callable[[Function], Question]:
    """Make a function a question of one's own, for `lg.ask(graph, question)`.

    The function takes a `Day` (a graph on a day) and gives an `Answer`, which `answer` makes of
    columns. The name is that of the function unless another is given. Named in `model.yaml`, as
    `questions: [our_questions]`, it is asked by its name wherever the model is trusted. Raises
    `ValueRefusedError` for a name that a question of ours has, and `TypeError` for a function that
    takes no day.

    >>> import lumme_graph as lg
    >>> @lg.own_question("Which services cost something?")
    ... def costs(day):
    ...     found = [one for one in day.all(lg.Service) if one.cost]
    ...     return lg.answer(day, {"service": found}, "So many: {of}.")
    >>> lg.ask(lg.example(), costs).note.by_tag()["en"]
    'So many: 1.'
    """
    asked = _message(text)

    def decorate(function: Function) -> Question:
        need_day_taken(function)
        called = name or function.__name__.replace("_", "-")
        if called in QUESTIONS:
            raise ValueRefusedError(
                f"there is a question {called} already: give yours another name"
            )
        return Question(0, called, asked, function)

    return decorate


def answer(
    day: Day,
    columns: Mapping[Words, Sequence[Said]],
    note: Words,
    *,
    totals: Mapping[Words, Iterable[KeptElement]] | None = None,
) -> Answer:
    """An answer from its columns, by their heads: the values of each, row by row.

    The first column says what each row is about. A value is an element, several, a text, a number, a
    day or money; None, and an empty list, is *not recorded*, and what the row is about is listed
    there. The note may name `{of}` (rows) and `{n}` (rows that lack something); what else it says is
    filled in before: `Label("… {more}").fill(more=3)`. Each of `totals` counts elements. Raises
    `ValueRefusedError` where columns are not of one length, or something in the note has no value,
    and `TypeError` for what is no value of a column, and no element of a total.
    """
    for head, values in columns.items():
        _refuse_others(Speaker(CODE)(_message(head)).words, values)
    lengths = {head: len(values) for head, values in columns.items()}
    if len(set(lengths.values())) != 1:
        each = ", ".join(f"{head} {n}" for head, n in lengths.items())
        raise ValueRefusedError(
            f"columns must have as many values as each other: {each or 'there is none'}"
        )
    first, *rest = columns.items()
    heads = [(_message(head), values) for head, values in rest]
    counted = [_counted(day, _message(label), of) for label, of in (totals or {}).items()]
    made = table(
        day,
        AnswerColumn(_message(first[0]), first[1]),
        *(AnswerColumn(head, values, gap=head) for head, values in heads),
        note=_message(note),
        totals=counted,
    )
    try:
        Speaker(CODE)(made.note)
    except KeyError as error:
        missing = f"no value for {{{error.args[0]}}}: fill it into the note"
        raise ValueRefusedError(missing) from None
    return made


_Thing = KeptElement | Thing
_Value = _Thing | Message | Text | Money | UncertainDate | date | Decimal | float | str | None


def _refuse_others(head: str, values: object) -> None:
    """Raise `TypeError` for what can stand in no column."""
    if not isinstance(values, Collection) or isinstance(values, str):
        raise TypeError(f"{head}: a column is a list of values, not {brief(repr(values))}")
    for value in cast("Collection[object]", values):
        if not _is_value(value):
            raise TypeError(
                f"{head}: {brief(repr(value))} is no value: give an element or several, a text, "
                "a number, a day, money or None"
            )


def _is_value(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(isinstance(one, _Thing) for one in cast("Sequence[object]", value))
    return isinstance(value, _Value | int)


def _counted(day: Day, label: Message, of: object) -> Total:
    """A total of elements. Raises `TypeError` for what else is to be counted."""
    given = list(cast("Iterable[object]", of)) if isinstance(of, Iterable) else [of]
    for one in given:
        if not isinstance(one, KeptElement):
            said = Speaker(CODE)(label).words
            raise TypeError(f"{said}: a total counts elements, not {brief(repr(one))}")
    things = day.things(cast("list[KeptElement]", given))
    return Total(label, len(things), things)


def _message(words: Words) -> Message:
    return words if isinstance(words, Message) else own_words(words)
