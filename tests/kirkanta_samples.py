"""An invented network in the form of Kirkanta v4: as its server answers, and as its documentation says.

Five municipalities, twenty branches, two bookmobiles. Nothing of it is real.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

CONSORTIUM = 9001
LANGUAGES = ("fi", "sv", "en")
FIRST, SECOND = "2026-09-01", "2026-11-01"

Words = Mapping[str, str]

NETWORK: Words = {"fi": "Usva-kirjastot", "sv": "Usva-biblioteken", "en": "Usva Libraries"}
CITIES: Mapping[int, Words] = {
    701: {"fi": "Kivisalo", "sv": "Stensala"},
    702: {"fi": "Hallaranta", "sv": "Froststrand"},
    703: {"fi": "Honkalahti"},
    704: {"fi": "Tervaniemi"},
    705: {"fi": "Saunasaari", "sv": "Bastuö"},
}
SERVICES: Mapping[int, Words] = {
    5001: {"fi": "Langaton verkko", "sv": "Trådlöst nätverk", "en": "Wireless network"},
    5002: {"fi": "Asiakastietokone", "sv": "Kunddator", "en": "Customer computer"},
    5003: {"fi": "Tulostus", "sv": "Utskrift", "en": "Printing"},
    5004: {"fi": "3D-tulostus", "sv": "3D-utskrift", "en": "3D printing"},
    5005: {"fi": "Kotipalvelu", "sv": "Boken kommer", "en": "Home service"},
    5006: {"fi": "Omatoimikirjasto", "sv": "Meröppet", "en": "Self-service library"},
    5007: {"fi": "Satutunti", "sv": "Sagostund", "en": "Story time"},
    5008: {"fi": "Kokoustila", "en": "Meeting room"},
    5009: {"fi": "Soitinlainaamo"},
}
BRANCHES: Sequence[tuple[int, str, int, Sequence[int]]] = (
    (80001, "Kivisalon pääkirjasto", 701, (5001, 5002, 5003, 5004, 5005, 5007, 5008, 5009)),
    (80002, "Ahjon kirjasto", 701, (5001, 5002, 5003, 5006)),
    (80003, "Myllykosken kirjasto", 701, (5001, 5003, 5007)),
    (80004, "Rantakylän kirjasto", 701, (5001, 5006)),
    (80005, "Peltolan kirjasto", 701, (5001, 5002)),
    (80006, "Harjun kirjasto", 701, ()),
    (80007, "Hallarannan kirjasto", 702, (5001, 5002, 5003, 5005, 5007)),
    (80008, "Korven kirjasto", 702, (5001, 5006)),
    (80009, "Niittylän kirjasto", 702, (5001, 5002)),
    (80010, "Suvannon kirjasto", 702, (5001, 5003)),
    (80011, "Honkalahden kirjasto", 703, (5001, 5002, 5003, 5005)),
    (80012, "Lehtolan kirjasto", 703, (5001,)),
    (80013, "Kankaan kirjasto", 703, (5001, 5006)),
    (80014, "Tervaniemen kirjasto", 704, (5001, 5002, 5003, 5007)),
    (80015, "Satamakirjasto", 704, (5001, 5008)),
    (80016, "Vuoren kirjasto", 704, (5001,)),
    (80017, "Laakson kirjasto", 704, (5001, 5003)),
    (80018, "Kuusikon kirjasto", 704, ()),
    (80019, "Salmen kirjasto", 704, (5001, 5002)),
    (80020, "Saunasaaren kirjasto", 705, (5001, 5002, 5003, 5006)),
)
VEHICLES: Sequence[tuple[int, str, int, Sequence[int]]] = (
    (80101, "Kirjastoauto Hilla", 701, (5001, 5005)),
    (80102, "Kirjastoauto Karpalo", 704, (5001,)),
)
OTHERS: Sequence[tuple[int, str, int, str]] = (
    (80201, "Usvan ammattikorkeakoulun kirjasto", 701, "polytechnic"),
    (80202, "Kivisalon kirjaston kotipalvelu", 701, "home_service"),
)


def said(words: Words, lang: str) -> str:
    """As the service answers: what has no text in a language comes back in Finnish."""
    return words.get(lang) or words["fi"]


def branch_name(name: str) -> Words:
    """The main libraries have names in other languages, the others do not."""
    names = {
        "Kivisalon pääkirjasto": {"sv": "Stensala huvudbibliotek", "en": "Kivisalo Main Library"},
        "Hallarannan kirjasto": {"sv": "Froststrands bibliotek", "en": "Hallaranta Library"},
        "Kirjastoauto Hilla": {"en": "Hilla Bookmobile"},
    }
    return {"fi": name, **names.get(name, {})}


def service(id_: int, lang: str, at: int) -> dict[str, Any]:
    """A service as a library lists it, with what it says of it itself."""
    return {
        "id": id_,
        "slug": SERVICES[id_]["fi"].lower().replace(" ", "-"),
        "standardName": said(SERVICES[id_], lang),
        "name": "Paja Kipinä" if (id_, at) == (5004, 80001) else None,
        "type": "hardware" if id_ in {5002, 5003, 5004} else "service",
        "description": "<p>Kysy <b>henkilökunnalta</b>.</p>" if id_ == 5003 else None,
        "shortDescription": None,
        "price": "0,50 € / sivu" if id_ == 5003 else None,
        "website": None,
        "email": None,
        "phoneNumber": "050 000 0001" if (id_, at) == (5005, 80001) else None,
        "forLoan": False,
    }


def library(
    id_: int, name: str, city: int, services: Sequence[int], lang: str, type_: str = "municipal"
) -> dict[str, Any]:
    """A library as the server answers it, with what `with=` asks for."""
    is_place = type_ != "mobile"
    town = said(CITIES[city], lang)
    return {
        "id": id_,
        "type": type_,
        "name": said(branch_name(name), lang),
        "shortName": None,
        "slug": slug(name),
        "description": f"<h2>{name}</h2><p>Tervetuloa &amp; viihdy!</p>",
        "slogan": None,
        "city": city,
        "consortium": CONSORTIUM if type_ in {"municipal", "mobile"} else None,
        "mainLibrary": "pääkirjasto" in name or name.startswith(("Hallar", "Honka", "Tervan")),
        "founded": 1900 + id_ % 100,
        "created": "2015-03-01T10:00:00+02:00",
        "modified": "2026-08-20T10:00:00+03:00",
        "address": {
            "street": f"Kirjatie {id_ % 100}" if is_place else None,
            "zipcode": f"{90000 + city}" if is_place else None,
            "area": None,
            "info": None,
            "boxNumber": None,
            "city": town,
        },
        "coordinates": {"lat": 61.0 + id_ % 100 / 64, "lon": 27.5} if is_place else None,
        "primaryContactInfo": {
            "phone": {"name": "Asiakaspalvelu", "number": "020 000 0000", "description": None},
            "email": {"name": "Kirjasto", "email": f"{slug(town)}.kirjasto@usva.example"},
            "homepage": {"name": name, "url": f"https://usva.example/{slug(name)}"},
        },
        "persons": [
            {"firstName": "Maija", "lastName": "Meikäläinen", "email": "maija@usva.example"}
        ],
        "services": [service(one, lang, id_) for one in services],
        "schedules": [
            {
                "date": FIRST,
                "closed": False,
                "period": 1,
                "times": [{"from": "10:00", "to": "18:00", "status": 1}],
            }
        ],
        "pictures": [],
        "coverPhoto": None,
    }


def slug(name: str) -> str:
    """An address in the directory."""
    return name.lower().replace("ä", "a").replace("ö", "o").replace(" ", "-")


def libraries(lang: str) -> list[dict[str, Any]]:
    """All libraries of the first download."""
    return [
        *(library(*one, lang) for one in BRANCHES),
        *(library(*one, lang, type_="mobile") for one in VEHICLES),
        *(library(*one[:3], (), lang, type_=one[3]) for one in OTHERS),
    ]


def answer(items: Sequence[Mapping[str, Any]], lang: str) -> dict[str, Any]:
    """The envelope of the server, with what is referred to."""
    return {
        "type": "library",
        "total": len(items),
        "items": list(items),
        "refs": {
            "city": {
                str(id_): {"id": id_, "name": said(name, lang), "consortium": CONSORTIUM}
                for id_, name in CITIES.items()
            },
            "consortium": {
                str(CONSORTIUM): {
                    "id": CONSORTIUM,
                    "slug": "usva",
                    "name": said(NETWORK, lang),
                    "description": "<p>Viisi kuntaa, yksi kirjasto.</p>",
                    "homepage": None,
                    "logo": None,
                }
            },
        },
    }


def documented(items: Sequence[Mapping[str, Any]], lang: str) -> dict[str, Any]:
    """The same as the documentation has it: other words in the envelope."""
    whole = answer(items, lang)
    whole["result"], whole["references"] = whole.pop("items"), whole.pop("refs")
    return whole


def second(lang: str) -> list[dict[str, Any]]:
    """What had changed two months later, in six ways."""
    there = {one["id"]: one for one in libraries(lang)}
    there[80002]["name"] = "Ahjolan kirjasto"
    there[80002]["slug"] = "ahjolan-kirjasto"
    there[80007]["address"]["street"] = "Uusitie 1"
    there[80012]["services"] = [service(5001, lang, 80012), service(5003, lang, 80012)]
    there[80020]["services"] = [service(one, lang, 80020) for one in (5001, 5002, 5003)]
    del there[80018]
    there[80021] = library(80021, "Koivikon kirjasto", 705, (5001,), lang)
    return list(there.values())


def write(folder: Path, name: str, data: object) -> Path:
    """Save an answer, as a browser would."""
    file = folder / name
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def downloads(folder: Path, day: str = FIRST) -> list[Path]:
    """The answers of a day, one for each language."""
    of_day = libraries if day == FIRST else second
    return [
        write(folder, f"usva-{lang}-{day}.json", answer(of_day(lang), lang)) for lang in LANGUAGES
    ]


def shipped() -> dict[str, str]:
    """The files of `examples/kirkanta`, as the service answers: on one line."""
    return {
        f"usva-{lang}-{day}.json": json.dumps(answer(of_day(lang), lang), ensure_ascii=False) + "\n"
        for day, of_day in ((FIRST, libraries), (SECOND, second))
        for lang in ("fi", "en")
    }
