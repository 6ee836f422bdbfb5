"""A small network whose text has comments, for books that are written of it and brought back."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

SETTINGS = """\
# The settings, with a remark.
name: {en: Lakeland libraries, fi: Järviseudun kirjastot}
statement: {en: Invented. No library is like this.}
network: organisation-lake
base: https://example.org/lake/
languages:
  required: [en, fi]
as_of: 2026-08-22
"""
WHO = """\
# Who we are.
- id: organisation-lake
  name: {en: Lakeland, fi: Järviseutu}
  type: network
- id: organisation-north
  name: {en: North Library, fi: Pohjoisen kirjasto}
  type: library
  memberships:
    - of: organisation-lake   # from the beginning
- id: organisation-south
  name: {en: South Library, fi: Etelän kirjasto}
  type: library
  memberships:
    - of: organisation-lake
"""
OFFER = """\
# What is offered.
- id: touchpoint-desk
  name: {en: Service desk, fi: Palvelutiski}   # the old one
  channel: service-location
- id: service-loan
  name:
    en: Lending
    fi: Lainaus   # not: laina
  cost: {en: Free of charge, fi: Maksuton}
  touchpoints: [touchpoint-desk]
  offered:
    # The board said so.
    - {at: organisation-lake, is: yes}
    - {at: organisation-south, is: no}
    - {at: organisation-north, is: yes, from: 2020-01-01, to: 2021-12-31}
  facts:
    - {key: loan_days, value: "28", unit: days}
- id: service-room
  name: {en: Meeting room, fi: Kokoushuone}
"""
PROFILES = """\
- id: profile-family
  name: {en: Families, fi: Perheet}
  relation: user
  tasks:
    - {en: Borrow picture books, fi: Lainata kuvakirjoja}
    - {en: Meet others, fi: Tavata muita}
"""
PATH = """\
# One journey.
- id: path-loan
  name: {en: Borrowing a book, fi: Kirjan lainaaminen}
  profiles: [profile-family]
  service: service-loan
  phases:
    - {id: before, name: {en: Before, fi: Ennen}}
  steps:
    - id: come   # by bus
      phase: before
      action: {en: Comes to the library, fi: Tulee kirjastoon}
      actor: {kind: customer, ref: profile-family}
      lane: customer
      pains:
        - {en: No bus in the evening, fi: Illalla ei kulje bussi}
    - id: borrow
      action: {en: Borrows a book, fi: Lainaa kirjan}
      actor: {kind: customer}
      lane: customer
      touchpoint: touchpoint-desk
      feeling: {value: 1}
"""
GUIDE = """\
- id: section-loan
  name: {en: Borrowing, fi: Lainaaminen}
  status: published
  covers:
    - item: service-loan
"""
PRACTICES = """\
- id: practice-calendar
  name: {en: One calendar, fi: Yhteinen kalenteri}
  adopted:
    - {at: organisation-north, is: adopted}
"""
BODY = "Bring your card.\n\n## Fees\n\nNone.\n"


def lakeland(folder: Path) -> Path:
    """The network, written into a folder."""
    folder.mkdir(parents=True)
    files = {
        "model.yaml": SETTINGS,
        "who.yaml": WHO,
        "offer.yaml": OFFER,
        "profiles.yaml": PROFILES,
        "paths/path-loan.yaml": PATH,
        "guide.yaml": GUIDE,
        "practices.yaml": PRACTICES,
        "guide/section-loan.en.md": BODY,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    """What the files of a model say, by their names."""
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.startswith(".")
    }


def changed_lines(before: dict[str, str], after: dict[str, str]) -> list[tuple[str, str]]:
    """The lines that are gone and the lines that are new, as `-line` and `+line`, by file."""
    found: list[tuple[str, str]] = []
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, "").splitlines(), after.get(name, "").splitlines()
        lines = (line for line in ndiff(old, new) if line[0] in "+-")
        found += [(name, f"{line[0]}{line[2:]}") for line in lines]
    return found
