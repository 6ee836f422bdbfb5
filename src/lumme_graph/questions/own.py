"""Questions of one's own, and how they are answered: a table from its columns, as ours are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lumme_graph.base.catalogue import CODE
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.label import Message, own_words
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.day import Day
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
    `ValueRefusedError` for a name that a question of ours has.

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
    `ValueRefusedError` where columns are not of one length, or something in the note has no value.
    """
    lengths = {head: len(values) for head, values in columns.items()}
    if len(set(lengths.values())) != 1:
        each = ", ".join(f"{head} {n}" for head, n in lengths.items())
        raise ValueRefusedError(
            f"columns must have as many values as each other: {each or 'there is none'}"
        )
    first, *rest = columns.items()
    heads = [(_message(head), values) for head, values in rest]
    counted = [
        Total(_message(label), len(things), things)
        for label, of in (totals or {}).items()
        for things in [day.things(of)]
    ]
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


def _message(words: Words) -> Message:
    return words if isinstance(words, Message) else own_words(words)
