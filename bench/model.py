"""A model folder of any size for the benchmark: the same bytes for the same number of elements.

It is many networks side by side, each with the mix of kinds that `models/lumme` has: sources,
municipalities, libraries, branches, touchpoints with offers, services, profiles, paths of six
steps, commitments, and sections with prose. Nothing in it is a finding of LG0xx or LG1xx.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

Plain = str | list["Plain"] | dict[str, "Plain"]

MIX = {
    "source": 84,
    "municipality": 12,
    "organisation": 16,
    "branch": 26,
    "vehicle": 4,
    "role": 2,
    "touchpoint": 28,
    "service": 16,
    "profile": 10,
    "path": 16,
    "commitment": 10,
    "promise": 1,
    "section": 24,
    "guide": 1,
}
"""How many elements of each kind one network has."""

NETWORK = sum(MIX.values())
"""The number of elements of one network."""

STEPS = 6
SOME = 0.3
"""The share of what is illustrative, and of what the whole network offers."""

_WORDS = {
    "fi": "asiakas kirjasto lainaa varaa noutaa palauttaa kortin aineiston verkossa automaatilla "
    "toimipaikassa kirjeen viikon maksutta yhdessä lapsen kanssa lähellä myöhemmin heti sääntöjen mukaan",
    "en": "the customer library borrows reserves collects returns a card an item online at the machine "
    "in the branch a notice week free of charge together with the child nearby later at once by the rules",
    "sv": "kunden biblioteket lånar reserverar hämtar återlämnar kortet materialet på nätet automaten "
    "filialen ett brev veckan avgiftsfritt tillsammans med barnet nära senare genast enligt reglerna",
}
_SETTINGS = """\
name: {fi: Mittausmalli, en: Benchmark model}
base: https://example.org/id/
languages:
  required: [fi, en]
  optional: [sv]
as_of: 2026-08-22
"""


def write_model(folder: Path, elements: int) -> None:
    """Write a model of so many elements, rounded to whole networks, into an empty folder."""
    folder.mkdir(parents=True)
    (folder / "model.yaml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "guide").mkdir()
    random = Random(7)  # noqa: S311
    for number in range(max(1, round(elements / NETWORK))):
        _Network(number, random).write(folder)


class _Network:
    """One network: makes the data of its elements, kind by kind."""

    def __init__(self, number: int, random: Random) -> None:
        self.name = f"n{number:03}"
        self.words = {tag: words.split() for tag, words in _WORDS.items()}
        self.random = random
        self.ids = {
            kind: [f"{kind}-{self.name}-{place}" for place in range(count)]
            for kind, count in MIX.items()
        }
        self.libraries = self.ids["organisation"][1:13]

    def write(self, root: Path) -> None:
        """Write its files as a keeper would: a file a kind, a file a path, a file a prose."""
        folder = root / self.name
        folder.mkdir()
        (folder / "paths").mkdir()
        for kind, ids in self.ids.items():
            made: list[Plain] = [{"id": id_, **self.fields(kind, id_)} for id_ in ids]
            if kind == "path":
                for id_, one in zip(ids, made, strict=True):
                    _write_yaml(folder / "paths" / f"{id_}.yaml", [one])
            else:
                _write_yaml(folder / f"{kind}.yaml", made)
        for id_ in self.ids["section"]:
            for tag in ("fi", "en")[: self.random.randint(0, 2)]:
                prose = "\n\n".join(
                    f"## {self.said(tag, 3)}\n\n{self.said(tag, 80)}." for _ in range(3)
                )
                (root / "guide" / f"{id_}.{tag}.md").write_text(prose + "\n", encoding="utf-8")

    def said(self, tag: str, words: int) -> str:
        """So many words of a language."""
        return " ".join(self.random.choices(self.words[tag], k=words))

    def text(self, words: int, *tags: str) -> dict[str, Plain]:
        """A text in Finnish and English, or in the languages named."""
        return {tag: self.said(tag, words) for tag in tags or ("fi", "en")}

    def name_(self) -> dict[str, Plain]:
        """A name in all three languages."""
        return self.text(3, "fi", "en", "sv")

    def some(self, kind: str, most: int) -> list[Plain]:
        """One or several elements of a kind, each once."""
        return list(self.random.sample(self.ids[kind], self.random.randint(1, most)))

    def one(self, kind: str) -> str:
        """An element of a kind."""
        return self.random.choice(self.ids[kind])

    def day(self) -> str:
        """A day before the model's."""
        return f"{self.random.randint(2005, 2025)}-{self.random.randint(1, 12):02}-01"

    def standing(self) -> dict[str, Plain]:
        """On what an element stands."""
        if self.random.random() < SOME:
            return {"standing": "illustrative"}
        return {"standing": "sourced", "sources": self.some("source", 3)}

    def offers(self) -> list[Plain]:
        """Where something is offered: in the network, else at some libraries and branches."""
        if self.random.random() < SOME:
            places = [self.ids["organisation"][0]]
        else:
            places = self.random.sample(self.libraries, 3) + self.random.sample(
                self.ids["branch"], 2
            )
        return [
            {
                "at": at,
                "is": "yes",
                "from": {"latest": self.day()},
                "standing": "sourced",
                "sources": self.some("source", 2),
            }
            for at in places
        ]

    def fields(self, kind: str, id_: str) -> dict[str, Plain]:
        """The fields of an element beside its id."""
        place = self.ids[kind].index(id_)
        made: dict[str, Plain] = getattr(self, f"_{kind}")(place)
        return made if kind == "source" else {**made, **self.standing()}

    def _source(self, place: int) -> dict[str, Plain]:
        where = f"example.org/{self.name}/{place}"
        return {
            "citation": self.said("en", 9),
            "where": where,
            "url": f"https://{where}",
            "type": self.random.choice(["web-page", "news", "report", "law"]),
            "published": self.day()[: self.random.choice([4, 7, 10])],
        }

    def _municipality(self, place: int) -> dict[str, Plain]:
        return {"name": self.name_(), "code": f"{place:03}"}

    def _organisation(self, place: int) -> dict[str, Plain]:
        if place == 0:
            return {"name": self.name_(), "type": "network", "description": self.text(15)}
        if place > len(self.libraries):
            return {"name": self.name_(), "type": "partner", "description": self.text(10)}
        membership: Plain = {
            "of": self.ids["organisation"][0],
            "from": {"latest": "2017-12-31"},
            "standing": "derived",
            "sources": self.some("source", 1),
            "derivation": self.text(8),
        }
        return {
            "name": self.name_(),
            "type": "library",
            "municipalities": [self.ids["municipality"][place - 1]],
            "memberships": [membership],
            "contacts": [{"type": "web", "value": f"https://example.org/{self.name}/{place}/"}],
        }

    def _branch(self, place: int) -> dict[str, Plain]:
        home = place % len(self.libraries)
        listed: list[Plain] = [
            {"name": f"{self.said('fi', 2)} {number}"}
            for number in range(self.random.randint(0, 8))
        ]
        return {
            "name": self.name_(),
            "organisation": self.libraries[home],
            "type": "branch",
            "municipality": self.ids["municipality"][home],
            "street": f"{self.said('fi', 1)} {place}",
            "postal_code": f"5{place:04}",
            "city": self.said("fi", 1),
            "latitude": f"61.{place:05}",
            "longitude": f"28.{place:05}",
            "identifiers": [{"scheme": "directory", "value": f"8{place:04}"}],
            **({"listed": listed} if listed else {}),
        }

    def _vehicle(self, place: int) -> dict[str, Plain]:
        return {
            "name": self.name_(),
            "organisation": self.libraries[place],
            "type": "bookmobile",
            "in_use": [{"from": self.day(), "sources": self.some("source", 1)}],
        }

    def _role(self, place: int) -> dict[str, Plain]:
        at = self.ids["organisation"][place]
        return {
            "name": self.name_(),
            "description": self.text(10),
            "assignments": [{"at": at, "from": self.day()}],
        }

    def _touchpoint(self, place: int) -> dict[str, Plain]:
        channels = ["service-location", "e-service", "phone", "device", "message"]
        return {
            "name": self.name_(),
            "channel": channels[place % len(channels)],
            "description": self.text(14),
            "offered": self.offers(),
        }

    def _service(self, place: int) -> dict[str, Plain]:
        fact: Plain = {
            "key": "loan_days",
            "value": str(place),
            "unit": "day",
            "sources": self.some("source", 1),
        }
        return {
            "name": self.name_(),
            "description": self.text(15),
            "conditions": self.text(30),
            "instructions": self.text(30),
            "cost": self.text(25),
            "touchpoints": self.some("touchpoint", 6),
            "facts": [fact],
            "service_class": "P25.1",
            "offered": self.offers(),
        }

    def _profile(self, place: int) -> dict[str, Plain]:
        lists: dict[str, Plain] = {
            field: [self.text(5) for _ in range(self.random.randint(1, 3))]
            for field in ("tasks", "barriers", "triggers", "asks_of_staff")
        }
        evidence: list[Plain] = [{"source": source} for source in self.some("source", 3)]
        return {
            "name": self.name_(),
            "relation": "user" if place % 2 else "non-user",
            "life_situation": self.text(8),
            **lists,
            "touchpoints": self.some("touchpoint", 5),
            "services": self.some("service", 4),
            "evidence": evidence,
        }

    def _path(self, place: int) -> dict[str, Plain]:
        return {
            "name": self.name_(),
            "description": self.text(12),
            "profiles": [self.one("profile")],
            "service": self.ids["service"][place],
            "offered": self.offers()[:1],
            "steps": [self._step(step) for step in range(STEPS)],
        }

    def _step(self, place: int) -> Plain:
        lane, actor = self.random.choice(
            [
                ("customer", "customer"),
                ("frontstage", "staff"),
                ("backstage", "staff"),
                ("support", "system"),
            ]
        )
        return {
            "id": f"step-{place}",
            "action": self.text(6, "fi", "en", "sv"),
            "actor": {"kind": actor},
            "lane": lane,
            "touchpoint": self.one("touchpoint"),
            "feeling": {"value": str(self.random.randint(-2, 2)), "standing": "illustrative"},
            **self.standing(),
        }

    def _commitment(self, place: int) -> dict[str, Plain]:
        basis: Plain = {
            "type": "law" if place % 2 else "rule",
            "text": self.text(10),
            "standing": "sourced",
            "sources": self.some("source", 1),
        }
        return {
            "name": self.text(8, "fi", "en", "sv"),
            "basis": [basis],
            "standard": {"metric": self.text(7), "standing": "illustrative"},
            "kept_at": self.some("touchpoint", 4),
            "for": self.some("profile", 2),
            "owner": self.one("role"),
        }

    def _promise(self, _place: int) -> dict[str, Plain]:
        return {
            "name": self.name_(),
            "description": self.text(15),
            "commitments": list(self.ids["commitment"]),
        }

    def _section(self, place: int) -> dict[str, Plain]:
        items = [
            *self.some("service", 2),
            *self.some("touchpoint", 3),
            self.ids["path"][place % MIX["path"]],
        ]
        return {
            "name": self.name_(),
            "status": "draft" if place % 5 == 0 else "published",
            "owner": self.one("role"),
            "covers": [{"item": item} for item in items],
            "facts": [
                {"key": f"fact_{place}", "value": str(place), "sources": self.some("source", 1)}
            ],
        }

    def _guide(self, _place: int) -> dict[str, Plain]:
        return {
            "name": self.name_(),
            "description": self.text(15),
            "sections": list(self.ids["section"]),
        }


def _write_yaml(file: Path, elements: list[Plain]) -> None:
    file.write_text(
        "\n\n".join(_item(element, "") for element in elements) + "\n", encoding="utf-8"
    )


def _item(value: Plain, indent: str) -> str:
    """A mapping as an item of a list, in block style."""
    lines = "\n".join(_lines(value, f"{indent}  "))
    return f"{indent}- {lines.lstrip()}"


def _lines(value: Plain, indent: str) -> Iterator[str]:
    """The lines of a mapping: short values in flow style, as hand-kept files have them."""
    for key, part in value.items() if isinstance(value, dict) else ():
        if isinstance(part, dict) and len(part) > 1:
            yield f"{indent}{key}:"
            yield from _lines(part, f"{indent}  ")
        elif isinstance(part, list) and any(isinstance(item, dict) for item in part):
            yield f"{indent}{key}:"
            yield from (_item(item, f"{indent}  ") for item in part)
        else:
            yield f"{indent}{key}: {_flow(part)}"


def _flow(value: Plain) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(part)}' for key, part in value.items())}}}"
    return value
