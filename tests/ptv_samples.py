"""Invented answers of PTV v11 in its documented form: a town on an island, its library and pool."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Answer = dict[str, Any]

TOWN = "10000000-0000-4000-8000-000000000001"
NEIGHBOUR = "10000000-0000-4000-8000-000000000002"
PRODUCER = "10000000-0000-4000-8000-000000000003"
LOAN = "20000000-0000-4000-8000-000000000001"
POOL = "20000000-0000-4000-8000-000000000002"
GONE = "20000000-0000-4000-8000-000000000003"
DRAFT = "20000000-0000-4000-8000-000000000004"
MAIN = "30000000-0000-4000-8000-000000000001"
WEB = "30000000-0000-4000-8000-000000000002"
CALL = "30000000-0000-4000-8000-000000000003"
HALL = "30000000-0000-4000-8000-000000000004"
SHOP = "30000000-0000-4000-8000-000000000005"

LIST = "http://uri.suomi.fi/codelist/ptv/"
LIBRARIES = f"{LIST}ptvserclass2/code/P25.1"


def text(language: str, value: str, type_: str = "") -> Answer:
    return {"language": language, "value": value} | ({"type": type_} if type_ else {})


def concept(uri: str, code: str, **names: str) -> Answer:
    return {
        "name": [text(tag, name) for tag, name in names.items()],
        "code": code,
        "ontologyType": "KOKO",
        "uri": uri,
        "parentId": None,
        "parentUri": f"{uri}0",
    }


def service(id_: str, finnish: str, classes: list[Answer], **more: Any) -> Answer:
    return {
        "id": id_,
        "sourceId": None,
        "generalDescriptionId": None,
        "type": "Service",
        "serviceNames": [text("fi", finnish, "Name")],
        "serviceDescriptions": [],
        "serviceClasses": classes,
        "organizations": [
            {"roleType": "Responsible", "organization": {"id": TOWN, "name": "Luodon kunta"}}
        ],
        "serviceChannels": [],
        "publishingStatus": "Published",
        "modified": "2026-05-04T09:00:00",
        **more,
    }


LENDING = service(
    LOAN,
    "Kirjojen lainaus",
    [
        concept(LIBRARIES, "P25.1", fi="Kirjastot", sv="Bibliotek"),
        concept(f"{LIST}ptvserclass2/code/P25", "P25", fi="Kulttuuri"),
    ],
    generalDescriptionId="90000000-0000-4000-8000-000000000001",
    serviceNames=[
        text("fi", "Kirjojen lainaus", "Name"),
        text("sv", "Boklån", "Name"),
        text("fi", "Lainaamo", "AlternativeName"),
    ],
    serviceDescriptions=[
        text("fi", "Lainaa kirjoja kotiin.", "Summary"),
        text("fi", "<p>Lainaa <b>kirjoja</b>.</p><ul><li>myös lehtiä</li></ul>", "Description"),
        text("sv", "Låna böcker hem.", "Summary"),
        text("fi", "Ota kortti mukaan.", "UserInstruction"),
        text("fi", "Lainaus on maksutonta.", "ChargeTypeAdditionalInfo"),
        text("fi", "Kaksi viikkoa.", "ProcessingTime"),
    ],
    requirements=[text("fi", "Kirjastokortti."), text("sv", "Ett lånekort.")],
    serviceChargeType="FreeOfCharge",
    keywords=[text("fi", "laina"), text("fi", "kirja, lehti"), text("sv", "lån")],
    legislation=[
        {
            "names": [text("fi", "Laki yleisistä kirjastoista")],
            "webPages": [
                {"language": "fi", "url": "https://finlex.example/1492", "value": "Finlex"}
            ],
        }
    ],
    ontologyTerms=[concept("http://www.yso.fi/onto/koko/p1", "", fi="lainaus", sv="utlåning")],
    targetGroups=[
        concept(f"{LIST}ptvkohderyhmat/code/KR1.2", "KR1.2", fi="Lapset ja lapsiperheet")
    ],
    lifeEvents=[concept(f"{LIST}ptvelamantilanteet/code/KE6", "KE6", fi="Lapsen saaminen")],
    languages=["fi", "sv"],
    areaType="LimitedType",
    areas=[{"type": "Municipality", "municipalities": [{"code": "999"}]}],
    organizations=[
        {"roleType": "Responsible", "organization": {"id": TOWN, "name": "Luodon kunta"}},
        {"roleType": "Producer", "organization": {"id": PRODUCER, "name": "Kuljetus Oy"}},
    ],
    serviceChannels=[
        {"serviceChannel": {"id": MAIN, "name": "Luodon kirjasto"}, "description": []},
        {"serviceChannel": {"id": WEB, "name": "Verkkokirjasto"}},
    ],
)

SWIMMING = service(
    POOL,
    "Uinti",
    [concept(f"{LIST}ptvserclass2/code/P27.1", "P27.1", fi="Liikunta")],
    serviceChannels=[{"serviceChannel": {"id": HALL, "name": "Uimahalli"}}],
)

CLOSED = service(
    GONE,
    "Videolainaus",
    [concept(LIBRARIES, "P25.1", fi="Kirjastot")],
    publishingStatus="Deleted",
    modified="2025-03-02T10:00:00",
)

UNFINISHED = service(
    DRAFT,
    "Robottilainaus",
    [concept(LIBRARIES, "P25.1", fi="Kirjastot")],
    publishingStatus="Modified",
)


def channel(id_: str, type_: str, finnish: str, **more: Any) -> Answer:
    return {
        "id": id_,
        "sourceId": None,
        "serviceChannelType": type_,
        "organizationId": TOWN,
        "serviceChannelNames": [text("fi", finnish, "Name")],
        "serviceChannelDescriptions": [text("fi", f"{finnish}: kuvaus.", "Description")],
        "publishingStatus": "Published",
        "modified": "2026-05-04T09:00:00",
        "services": [],
        **more,
    }


LIBRARY = channel(
    MAIN,
    "ServiceLocation",
    "Luodon kirjasto",
    serviceChannelNames=[
        text("fi", "Luodon kirjasto", "Name"),
        text("sv", "Holmö bibliotek", "Name"),
    ],
    phoneNumbers=[
        {"type": "Fax", "number": "0000000", "prefixNumber": "+358", "language": "fi"},
        {
            "type": "Phone",
            "number": "0200000000",
            "prefixNumber": "+358",
            "additionalInformation": "Asiakaspalvelu",
            "language": "fi",
            "serviceChargeType": "Charged",
        },
    ],
    emails=[text("fi", "maija.meikalainen@luoto.example"), text("fi", "kirjasto@luoto.example")],
    webPages=[{"language": "fi", "url": "https://luoto.example/kirjasto", "value": "Kirjasto"}],
    addresses=[
        {"type": "Postal", "subType": "PostOfficeBox", "postOfficeBoxAddress": {"x": 1}},
        {
            "type": "Location",
            "subType": "Single",
            "country": "FI",
            "streetAddress": {
                "street": [text("fi", "Rantatie"), text("sv", "Strandvägen")],
                "streetNumber": "4 B",
                "postalCode": "00001",
                "postOffice": [text("fi", "LUOTO"), text("sv", "HOLMÖ")],
                "municipality": {
                    "code": "999",
                    "name": [text("fi", "Luoto"), text("sv", "Holmö")],
                },
                "latitude": "6840000.0",
                "longitude": "500000.0",
                "coordinateState": "Ok",
            },
            "entrances": [
                {
                    "accessibilitySentences": [
                        {
                            "sentenceGroup": [text("fi", "Sisäänkäynti")],
                            "sentences": [
                                {
                                    "sentence": [
                                        text("fi", "Ovi on leveä."),
                                        text("sv", "Dörren är bred."),
                                    ]
                                }
                            ],
                        }
                    ]
                }
            ],
        },
    ],
    serviceHours=[{"serviceHourType": "DaysOfTheWeek", "openingHour": []}],
)

ONLINE = channel(
    WEB,
    "EChannel",
    "Verkkokirjasto",
    webPages=[{"language": "fi", "url": "https://verkko.example/"}],
)

TELEPHONE = channel(
    CALL, "Phone", "Kirjaston puhelin", services=[{"service": {"id": LOAN, "name": "Lainaus"}}]
)

SWIMMING_HALL = channel(HALL, "ServiceLocation", "Uimahalli", addresses=[])

BOOKSHOP = channel(SHOP, "WebPage", "Poistomyynti")


def page(*items: Answer, number: int = 1, count: int = 1) -> Answer:
    return {"pageNumber": number, "pageSize": 100, "pageCount": count, "itemList": list(items)}


def channels() -> Answer:
    """The channels as the service gives them by page: each in the place of its type."""
    return page(
        {"electronicChannel": None, "locationChannel": LIBRARY},
        {"electronicChannel": ONLINE, "locationChannel": None},
        {"phoneChannel": TELEPHONE},
        {"locationChannel": SWIMMING_HALL},
        {"webPageChannel": BOOKSHOP},
    )


def services() -> Answer:
    return page(LENDING, SWIMMING, CLOSED, UNFINISHED)


def write(folder: Path, name: str, data: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return folder / name


def downloads(folder: Path) -> list[Path]:
    """Both answers, saved on a day."""
    return [
        write(folder, "services-2026-09-01.json", services()),
        write(folder, "channels-2026-09-01.json", channels()),
    ]
