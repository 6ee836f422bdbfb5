"""The one place that settles in which language something is said, and what stands in for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property
from itertools import chain as chained
from typing import NamedTuple, cast

from lumme_graph.base import forms
from lumme_graph.base.amounts import Money, Quantity, Share
from lumme_graph.base.catalogue import CODE, ENGLISH, SHIPPED, Catalogue, shipped
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Joined, Label, Message, Phrase, Plain
from lumme_graph.base.tags import best, serves, tag_of
from lumme_graph.base.text import Text

Sayable = Message | Text | Quantity | Money | UncertainDate | date | Decimal | int | str
"""What can be said in a language; a `Share` is an int, and a str is the same in every language."""

_OF_EVERY_LANGUAGE = (Plain, Quantity, Money, Decimal, int, str)

_BY = Label("by {day}")
_FROM = Label("on or after {day}")


class DayForm(Enum):
    """The forms of days: in words, in digits for a table, and as programs read them."""

    WORDS = "words"
    DIGITS = "digits"
    PLAIN = "plain"


class Said(NamedTuple):
    """Words as they are shown, the language they are in, and whether that stands in for another."""

    words: str
    lang: str
    fallback: bool = False

    @property
    def shown(self) -> str:
        """The words, with the tag of their language where it is not the one asked for."""
        return f"{self.words} [{self.lang}]" if self.fallback else self.words

    def __str__(self) -> str:
        return self.shown


class Speaker:
    """Says anything in one language, else in the model's languages in turn, else in English.

    >>> Speaker("fi")(Text(en="Reservation"))
    Said(words='Reservation', lang='en', fallback=True)

    `catalogues` are a model's own, by their tags: each language is looked up there first, then in
    what is shipped. `country` decides between the forms of a language, as of its dates, and `days`
    in which of these days are said.
    Raises `TypeError` for a language that is no text.
    """

    def __init__(
        self,
        lang: str,
        languages: Sequence[str] = (),
        catalogues: Mapping[str, Catalogue] | None = None,
        country: str = "",
        days: DayForm = DayForm.WORDS,
    ) -> None:
        self.lang = tag_of(lang)
        self.days = days
        self.country = country
        self.chain = tuple(dict.fromkeys((lang, *languages, CODE)))
        self._own = catalogues or {}
        self._known: dict[Label | UncertainDate | date, Said] = {}
        self._others: dict[str, Speaker] = {}

    def __call__(self, what: Sayable, /, **params: object) -> Said:
        """Say something; params are the values of a label's fields."""
        if params or not isinstance(what, Label | UncertainDate | date):
            return self._anew(what, params)
        if what not in self._known:
            self._known[what] = self._anew(what, params)
        return self._known[what]

    def _anew(self, what: Sayable, params: dict[str, object]) -> Said:
        match what:
            case Text():
                return self._text(what)
            case Label() | Counted():
                return self._labelled(what, params)
            case Phrase(pattern, fixed):
                return self(pattern, **dict(fixed) | params)
            case Joined():
                return self._joined(what)
            case UncertainDate() | date():
                return self._day(what)
            case _:
                return Said(self._plain(what), self.lang)

    @cached_property
    def in_digits(self) -> Speaker:
        """The same speaker with days in digits, for a table."""
        return self.with_days(DayForm.DIGITS)

    def with_days(self, days: DayForm) -> Speaker:
        """The same speaker with another form of days."""
        return Speaker(self.lang, self.chain, self._own, self.country, days)

    def short(self, day: date) -> Said:
        """A day in digits, for a table."""
        return self.in_digits(day)

    def capital(self, what: Sayable, /, **params: object) -> Said:
        """The same, with a capital at its beginning."""
        said = self(what, **params)
        return said._replace(words=forms.capital(said.words, said.lang))

    def language(self, tag: str) -> Said:
        """What a language is called."""
        return self._said(forms.language_name(tag, self._forms), self._forms)

    def in_language(self, lang: str) -> Speaker:
        """The same speaker for another language, with the same ones to stand in."""
        return Speaker(lang, self.chain, self._own, self.country, self.days)

    def _said(self, words: str, lang: str) -> Said:
        return Said(words, lang, not serves(lang, self.lang))

    def _labelled(self, what: Label | Counted, params: Mapping[str, object]) -> Said:
        pattern, lang = self._pattern(what, params)
        if not params:
            return self._said(pattern, lang)
        inner = self._within(lang)
        words = {name: inner._param(value) for name, value in params.items()}  # noqa: SLF001
        return self._said(pattern.format_map(words), lang)

    def _pattern(self, what: Label | Counted, params: Mapping[str, object]) -> tuple[str, str]:
        if isinstance(what, Label):
            found = ((book.words(what.english, what.context), tag) for tag, book in self._books())
            return next(((words, tag) for words, tag in found if words), (what.english, CODE))
        n = abs(int(cast("int", params[what.by])))
        counted = ((book.counted(what.one, what.many, n), tag) for tag, book in self._books())
        english = (what.one, what.many)[ENGLISH.rule(n)]
        return next(((words, tag) for words, tag in counted if words), (english, CODE))

    def _books(self) -> Iterator[tuple[str, Catalogue]]:
        """The catalogues in the order in which they are asked; a shipped one is read when it is."""
        for tag, book in self._order:
            yield tag, shipped(tag) if book is None else book

    @cached_property
    def _order(self) -> tuple[tuple[str, Catalogue | None], ...]:
        """The tags of the catalogues up to English, the model's own with what they hold."""
        order: list[tuple[str, Catalogue | None]] = []
        for wanted in self.chain:
            order += ((tag, self._own[tag]) for tag in _serving(wanted, self._own))
            for tag in _serving(wanted, (*SHIPPED, CODE)):
                if tag == CODE:
                    return tuple(order)
                order.append((tag, None))
        return tuple(order)

    def _text(self, text: Text) -> Said:
        for wanted in chained(self.chain, _late(text)):
            if (tag := text.tag(wanted)) is not None:
                return self._said(text[tag], tag)
        return Said("", self.lang)

    def _joined(self, what: Joined) -> Said:
        """In the language of all parts; where these differ, each tells its own if it fell back.

        Signs, numbers and ids are of every language; a day follows the words that it stands among.
        """
        parts = [self(part) for part in what.parts]
        langs = _languages(what.parts, parts, (*_OF_EVERY_LANGUAGE, UncertainDate, date))
        inner = self._within(next(iter(langs))) if len(langs) == 1 else self
        if inner is not self:
            parts = [inner(part) for part in what.parts]
        langs = langs or _languages(what.parts, parts, _OF_EVERY_LANGUAGE)
        lang = langs.pop() if len(langs) == 1 else self.lang
        words = [part.words if part.lang == lang else part.shown for part in parts]
        return self._said(self._within(lang)._list(words, what.between), lang)  # noqa: SLF001

    def _list(self, words: Sequence[str], between: str) -> str:
        if between not in {"and", "or"}:
            return between.join(words)
        return forms.listed(words, self._forms, self.country, is_choice=between == "or")

    def _day(self, day: UncertainDate | date) -> Said:
        """A day as exactly as it is known: a day, a month, a year, a span, or one bound."""
        if self.days is DayForm.PLAIN:
            return Said(str(day), self.lang)
        lang, country = self._forms, self.country
        if isinstance(day, date):
            return self._exact([day])
        if day.earliest is None or day.latest is None:
            return self(_BY, day=day.latest) if day.latest else self(_FROM, day=day.earliest)
        plain = day.plain()
        if isinstance(plain, str) and not day.exact:
            if "-" not in plain:
                return Said(plain, self.lang)
            return self._said(forms.month(day.earliest, lang, country), lang)
        return self._exact(dict.fromkeys((day.earliest, day.latest)))

    def _exact(self, ends: Iterable[date]) -> Said:
        """A day, or the first and the last of several; in digits they are of every language."""
        if self.days is DayForm.DIGITS:
            short = (forms.short_day(end, self._forms, self.country) for end in ends)
            return Said("–".join(short), self.lang)
        words = (forms.day(end, self._forms, self.country) for end in ends)
        return self._said("–".join(words), self._forms)

    def _plain(self, what: Message | Quantity | Money | Decimal | int | str) -> str:
        """What is in digits or the same everywhere, and so never marked as another language."""
        match what:
            case Plain(words) | str(words):
                return words
            case Money(amount, currency):
                return forms.money(amount, currency, self._forms, self.country)
            case Quantity(value, unit):
                return forms.measure(value, unit, self._forms, self.country)
            case Share():
                return forms.percentage(what, self._forms, self.country)
            case int() if what in forms.SMALL:
                return str(what)
            case Message():
                raise TypeError(f"{type(what).__name__} is no kind of message")
            case _:
                return forms.number(what, self._forms, self.country)

    def _param(self, value: object) -> str:
        """A field's value in words; what no language knows, such as a place in a file, as it is."""
        if isinstance(value, Joined):
            return self._list([self._param(part) for part in value.parts], value.between)
        return self(value).words if isinstance(value, Sayable) else str(value)

    def _within(self, lang: str) -> Speaker:
        if serves(lang, self.lang):
            return self
        if lang not in self._others:
            self._others[lang] = self.in_language(lang)
        return self._others[lang]

    @cached_property
    def _forms(self) -> str:
        """The first language of the chain whose forms are known; English is."""
        return next(tag for tag in self.chain if forms.has_forms(tag))


def _languages(parts: Sequence[Sayable], said: Sequence[Said], apart: tuple[type, ...]) -> set[str]:
    """The languages in which parts are said, without those of some types."""
    told = zip(parts, said, strict=True)
    return {words.lang for part, words in told if not isinstance(part, apart)}


def _late(text: Text) -> Iterator[str]:
    """The tags of a text in their order, which are sorted only when they are asked for."""
    yield from sorted(text)


def _serving(wanted: str, there: Mapping[str, object] | Sequence[str]) -> Iterator[str]:
    """The tags that serve a wanted one, the best first."""
    rest = list(there)
    while (tag := best(wanted, rest)) is not None:
        yield tag
        rest.remove(tag)
