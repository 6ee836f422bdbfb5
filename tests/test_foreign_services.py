"""Public services of others as a model: what is taken, by hand, and what is not, and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import foreign_samples
import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize
from rdf_shapes import vocabulary_folder
from saying import words_of

import lumme_graph as lg
from lumme_graph.elements.evidence import SourceType
from lumme_graph.rdf.foreign.read import read_foreign
from lumme_graph.rdf.read.imported import refuse_large
from lumme_graph.rdf.read.parsed import parse_bytes

DAY = date(2026, 8, 22)
LUMME = Path(__file__).parents[1] / "models" / "lumme"
EX = "http://example.com/"
NO_NETWORK = (
    "no network is named: coverage has no libraries until `network` in model.yaml says which "
    "organisation it is"
)


def norwegian() -> lg.ImportedModel:
    return read_foreign(parse_bytes(foreign_samples.NORWEGIAN.encode(), "turtle", "tjenester.ttl"))


def sample(name: str, **options: str) -> lg.ImportedModel:
    return lg.import_rdf(vocabulary_folder() / "samples" / name, as_of=DAY, **options)


def left(imported: lg.ImportedModel) -> dict[tuple[str, str], int]:
    """How many statements were not taken, by property and reason."""
    return {(row.field, words_of(row.why)): row.times for row in imported.left}


def notes(imported: lg.ImportedModel) -> list[str]:
    return [words_of(note) for note in imported.notes]


def errors(graph: lg.ServiceGraph) -> list[str]:
    return [one.code for one in lg.check(graph) if one.severity == "error"]


def kinds(graph: lg.ServiceGraph) -> Mapping[str, int]:
    return Counter(element.kind.prefix for element in graph)


def test_a_norwegian_catalogue_as_a_model() -> None:
    graph = norwegian().graph
    assert kinds(graph) == {
        "source": 1,
        "subject": 1,
        "municipality": 1,
        "organisation": 1,
        "branch": 1,
        "touchpoint": 2,
        "rule": 1,
        "service": 2,
        "event": 1,
    }
    assert errors(graph) == []
    settings = graph.settings
    assert settings.name == {"nb": "Tjenestekatalog for Fjordbyen"}
    assert (settings.languages.required, settings.languages.optional) == (("nb",), ("en", "nn"))
    assert (settings.as_of, settings.network) == (date(2026, 5, 4), None)
    assert settings.base == "https://example.org/id/"


def test_the_file_is_the_source_of_all() -> None:
    graph = norwegian().graph
    source = graph[lg.Source, "source-tjenester"]
    assert (source.citation, source.type) == ("tjenester.ttl", SourceType.DATA)
    assert source.where == "https://fjordbyen.example/catalogue"
    assert str(source.published) == "2026-05-04"
    stated = [element for element in graph if element is not source]
    assert {getattr(element, "standing", "") for element in stated} == {lg.Standing.SOURCED}
    assert {getattr(element, "sources", ()) for element in stated} == {(source.ref,)}


def test_a_service_with_all_that_is_said_of_it() -> None:
    graph = norwegian().graph
    service = graph[lg.Service, "service-1"]
    assert service.name == {"nb": "Lån av bøker", "nn": "Lån av bøkar", "en": "Borrowing books"}
    assert service.description == {"nb": "Du kan låne bøker i fire uker."}
    assert service.search_words == {"nb": "bøker, lån", "en": "loan"}
    assert service.touchpoints == ("touchpoint-app", "touchpoint-desk")
    assert service.rules == ("rule-7",)
    assert service.subjects == ("subject-reading",)
    assert service.service_class == "https://psi.norge.example/los/tema/bibliotek"
    assert service.note == "https://fjordbyen.example/services/1"
    (offer,) = service.offered
    assert (offer.at, offer.is_, offer.standing) == (
        "organisation-910111222",
        lg.YesNo.YES,
        lg.Standing.DERIVED,
    )
    assert offer.derivation == {"nb": "cv:hasCompetentAuthority"}


def test_of_two_titles_in_one_language_the_first_by_the_alphabet_is_read() -> None:
    service = norwegian().graph[lg.Service, "service-2"]
    assert service.name == {"nb": "Bok hjem"}
    assert service.description is None
    assert service.offered == ()
    assert service.note == "https://fjordbyen.example/services/2\nboken-kommer"


def test_who_and_where() -> None:
    graph = norwegian().graph
    library = graph[lg.Organisation, "organisation-910111222"]
    assert library.name == {"nb": "Fjordbyen bibliotek", "en": "Fjordbyen Library"}
    assert library.type is lg.OrganisationType.LIBRARY
    assert library.municipalities == ("municipality-4699",)
    assert [(one.scheme, one.value) for one in library.identifiers] == [
        ("register.example", "910111222")
    ]
    assert [(str(one.type), one.value) for one in library.contacts] == [
        ("phone", "+4755000000"),
        ("email", "post@fjordbyen.example"),
        ("web", "https://fjordbyen.example/"),
    ]
    place = graph[lg.Municipality, "municipality-4699"]
    assert (dict(place.name), place.code) == ({"nb": "Fjordbyen"}, "4699")
    assert place.same_as == "https://data.geonorge.example/kommune/4699"
    branch = graph[lg.Branch, "branch-main"]
    assert (dict(branch.name), branch.type) == ({"nb": "Hovedbiblioteket"}, lg.BranchType.MAIN)
    assert (branch.organisation, branch.municipality) == (library.id, place.id)
    assert (branch.street, branch.postal_code, branch.city) == ("Strandgata 4", "5099", "Fjordbyen")
    assert (branch.latitude, branch.longitude) == (Decimal("60.5"), Decimal("5.25"))
    assert [(one.scheme, one.value) for one in branch.identifiers] == [("isil", "NO-4699001")]


def test_channels_rules_subjects_and_events() -> None:
    graph = norwegian().graph
    desk, app = (graph[lg.Touchpoint, f"touchpoint-{name}"] for name in ("desk", "app"))
    assert (dict(desk.name), desk.channel) == ({"nb": "Skranken"}, lg.ChannelType.SERVICE_LOCATION)
    assert [offer.at for offer in desk.offered] == ["organisation-910111222"]
    assert (dict(app.name), app.channel) == ({"nb": "appen"}, lg.ChannelType.OTHER_CHANNEL)
    assert app.description is None
    rule = graph[lg.Rule, "rule-7"]
    assert (dict(rule.name), dict(rule.description)) == ({"nb": "Lånetid"}, {"nb": "Lånetid"})
    assert set(graph[lg.Subject, "subject-reading"].match) == {
        "http://www.yso.fi/onto/yso/p11406",
        "https://fjordbyen.example/concepts/reading",
    }
    event = graph[lg.Event, "event-9"]
    assert (dict(event.name), event.type) == ({"nb": "Lesefest"}, lg.EventType.CUSTOMER_EVENT)
    assert (str(event.from_), str(event.to)) == ("2026-06-01", "2026-06-03")
    assert event.audience == (lg.EventAudience.CUSTOMERS,)


def test_each_thing_that_was_not_taken_is_listed_with_its_reason() -> None:
    no_place = "the model has no place for it"
    assert left(norwegian()) == {
        ("cpsv:implements", no_place): 1,
        ("cv:hasCompetentAuthority", "it leads to nothing that was taken"): 1,
        ("cv:hasCost", no_place): 1,
        ("cv:openingHours", no_place): 1,
        ("cv:value", "nothing is made of this class: cv:Cost"): 1,
        ("dct:description", "it has no name in the file"): 1,
        ("dct:description", "the text is empty, or holds control characters"): 1,
        ("dct:identifier", "it has no name in the file"): 1,
        ("dct:identifier", "nothing is made of this class: cv:Cost"): 1,
        ("dct:language", no_place): 1,
        ("dct:publisher", no_place): 1,
        ("dct:spatial", no_place): 1,
        ("dct:title", "another text in the same language was taken"): 1,
        ("dct:type", "a model has no such code"): 2,
        ("foaf:name", "nothing is made of this class: foaf:Agent"): 1,
        ("rdf:type", "it has no name in the file"): 1,
        (
            "rdf:type",
            "it has no name, or belongs to no organisation that is described in the file",
        ): 1,
        ("rdf:type", "nothing is made of this class: cv:Cost"): 1,
        ("rdf:type", "nothing is made of this class: foaf:Agent"): 1,
        ("rdf:type", "without a name and a code it may be no municipality"): 1,
        ("rov:legalName", "another text in the same language was taken"): 1,
        ("skos:notation", "without a name and a code it may be no municipality"): 1,
        (
            "skos:prefLabel",
            "it has no name, or belongs to no organisation that is described in the file",
        ): 1,
        ("skos:prefLabel", "without a name and a code it may be no municipality"): 1,
    }


def test_what_was_read_otherwise_than_it_stands_is_said() -> None:
    assumed = "the type of 1 thing is not said, or not known here, and was taken as"
    left_out = "1 text was left out, since it may say how a person is reached"
    assert notes(norwegian()) == [
        "1 thing without a name is called by its identifier: appen",
        f"{assumed} “other channel”: https://fjordbyen.example/channels/app",
        "1 rule without a description is described by its name: https://fjordbyen.example/rules/7",
        f"{assumed} “customer event”: https://fjordbyen.example/events/9#id",
        f"{left_out}: touchpoint-app, description",
        NO_NETWORK,
    ]


def test_each_statement_is_taken_or_listed() -> None:
    """Nothing of a thing that is left out whole goes by in silence."""
    services = "<https://a.example/1> a <http://purl.org/vocab/cpsv#PublicService> ;"
    title = '<http://purl.org/dc/terms/title> "A"@en .'
    costs = "<https://a.example/2> a <http://data.europa.eu/m8g/Cost> ;"
    more = '<http://purl.org/dc/terms/title> "B"@en ; <https://a.example/c> 1, 2 .'
    text = f"{services} {title} {costs} {more}"
    imported = read_foreign(parse_bytes(text.encode(), "turtle", "a.ttl"), as_of=DAY)
    unused = "nothing is made of this class: cv:Cost"
    assert left(imported) == {
        ("<https://a.example/c>", unused): 2,
        ("dct:title", unused): 1,
        ("rdf:type", unused): 1,
    }


def read(turtle: str, **options: str) -> lg.ImportedModel:
    """A few statements, with the prefixes that they need."""
    prefixes = (
        "cpsv: <http://purl.org/vocab/cpsv#>",
        "cv: <http://data.europa.eu/m8g/>",
        "dct: <http://purl.org/dc/terms/>",
        "org: <http://www.w3.org/ns/org#>",
        "skos: <http://www.w3.org/2004/02/skos/core#>",
        "time: <http://www.w3.org/2006/time#>",
        ": <https://a.example/>",
    )
    text = "".join(f"@prefix {one} .\n" for one in prefixes) + turtle
    return read_foreign(parse_bytes(text.encode(), "turtle", "a.ttl"), as_of=DAY, **options)


def test_a_channel_without_a_name_is_called_as_its_type_is() -> None:
    graph = read("""
        :1 a cpsv:PublicService ; dct:title "Lån"@nb ; cv:hasChannel [
            a cv:Channel ; dct:identifier "2" ; dct:type :tlf ] .
        :tlf a skos:Concept ; skos:prefLabel "Telefon"@nb , "Telephone"@en .
    """).graph
    (channel,) = graph.all(lg.Touchpoint)
    assert channel.name == {"nb": "Telefon", "en": "Telephone"}
    assert channel.channel is lg.ChannelType.PHONE
    assert graph[lg.Service, "service-1"].touchpoints == (channel.id,)


def test_what_is_part_of_itself_or_ends_too_early_is_not_taken() -> None:
    imported = read("""
        :1 a cv:PublicOrganisation ; skos:prefLabel "A"@nb ; org:memberOf :2 .
        :2 a cv:PublicOrganisation ; skos:prefLabel "B"@nb ; org:memberOf :1 .
        :3 a cv:PublicEvent ; dct:title "C"@nb ; cv:parentEvent :4 ; time:hasTime [
            time:hasBeginning [ time:inXSDDate "2026-02-01" ] ;
            time:hasEnd [ time:inXSDDate "2026-01-01" ] ] .
        :4 a cv:PublicEvent ; dct:title "D"@nb ; cv:parentEvent :3 .
    """)
    event = imported.graph[lg.Event, "event-3"]
    assert (str(event.from_), event.to, event.part_of) == ("2026-02-01", None, None)
    assert [one.memberships for one in imported.graph.all(lg.Organisation)] == [(), ()]
    found = left(imported)
    assert found["org:memberOf", "it would be a part of itself"] == 2
    assert found["cv:parentEvent", "it would be a part of itself"] == 2
    assert found["time:hasEnd", "it ends before it begins"] == 1
    assert errors(imported.graph) == []


def test_a_network_that_is_responsible_is_not_said_to_offer_everywhere() -> None:
    imported = read("""
        :1 a cpsv:PublicService ; dct:title "Lån"@nb ; cv:hasCompetentAuthority :net , :lib .
        :net a cv:PublicOrganisation ; skos:prefLabel "Nett"@nb ; org:classification :network .
        :lib a cv:PublicOrganisation ; skos:prefLabel "Bibliotek"@nb ; org:classification :library ;
            org:hasMembership [ a org:Membership ; org:organization :net ] .
    """)
    graph = imported.graph
    assert [one.at for one in graph[lg.Service, "service-1"].offered] == ["organisation-lib"]
    assert graph.settings.network == "organisation-net"
    assert NO_NETWORK not in notes(imported)
    assert [one.of for one in graph[lg.Organisation, "organisation-lib"].memberships] == [
        "organisation-net"
    ]
    why = "of a network it would say that every member offers it"
    assert left(imported) == {("cv:hasCompetentAuthority", why): 1}


def test_how_a_person_is_reached_is_left_out_even_of_a_name() -> None:
    imported = read("""
        :1 a cpsv:PublicService ; dct:title "Ring +47 912 34 567"@nb , "Call us"@en .
        :2 a cpsv:PublicService ; dct:title "Skriv til kari.nordmann@a.example"@nb .
    """)
    names = {one.id: dict(one.name) for one in imported.graph.all(lg.Service)}
    assert names == {"service-1": {"en": "Call us"}, "service-2": {"nb": "2"}}
    assert errors(imported.graph) == []
    left_out = "2 texts were left out, since they may say how a person is reached"
    assert notes(imported) == [f"{left_out}, such as: service-1, name", NO_NETWORK]


def test_what_reaches_a_person_is_no_contact_of_an_organisation() -> None:
    imported = read("""
        :1 a cv:PublicOrganisation ; skos:prefLabel "A"@nb ; cv:contactPoint :desk , :head , :she .
        :desk a cv:ContactPoint ; cv:email "post@a.example" .
        :head a cv:ContactPoint ; cv:email "kari.nordmann@a.example" .
        :she a cv:ContactPoint , <http://www.w3.org/2006/vcard/ns#Individual> ; cv:telephone "1" .
    """)
    contacts = imported.graph[lg.Organisation, "organisation-1"].contacts
    assert [one.value for one in contacts] == ["post@a.example"]
    assert left(imported)["cv:telephone", "it may be a person's"] == 1


def test_a_place_on_the_equator_keeps_its_latitude() -> None:
    imported = read("""
        :1 a org:Organization ; skos:prefLabel "A"@en .
        :2 a org:Site ; skos:prefLabel "B"@en ; org:siteOf :1 ;
            <http://schema.org/geo> [ <https://schema.org/latitude> 0 ;
                <https://schema.org/longitude> 181 ] .
    """)
    branch = imported.graph[lg.Branch, "branch-2"]
    assert (branch.latitude, branch.longitude) == (Decimal(0), None)
    assert left(imported) == {("schema:longitude", "the model has no place for it"): 1}


def test_a_model_that_could_not_be_read_again_is_not_written() -> None:
    refuse_large({"offer.yaml": "ö" * 2**22})
    with pytest.raises(lg.OutputError, match=r"^offer\.yaml would be larger .* which is 8 MiB"):
        refuse_large({"who.yaml": "", "offer.yaml": "ö" * 2**22 + "a"})


def test_the_official_json_ld_with_its_context_in_it_says_the_same() -> None:
    """But for the class of the organisation, which it spells in a way that its context lacks."""
    folder = vocabulary_folder()
    whole = json.loads((folder / "samples" / "cpsv-ap-3.2.0-example.jsonld").read_text("utf-8"))
    own = json.loads((folder / "cpsv-ap-3.2.0-context.jsonld").read_text("utf-8"))["@context"]
    whole["@context"][0] = own
    data = json.dumps(whole).encode()
    read_ = read_foreign(parse_bytes(data, "jsonld", "cpsv-ap-3.2.0-example.ttl"), as_of=DAY)
    assert list(read_.graph) == list(sample("cpsv-ap-3.2.0-example.ttl").graph)


ESTONIAN = parse_bytes(foreign_samples.ESTONIAN.encode(), "rdfxml", "teenused.rdf")


def test_texts_without_a_language_take_the_one_that_is_declared() -> None:
    imported = read_foreign(ESTONIAN, language="et", as_of=DAY)
    graph = imported.graph
    assert graph[lg.Service, "service-laenutus"].name == {"et": "Raamatute laenutus"}
    assert graph[lg.Service, "service-kojulaenutus"].name == {
        "et": "Kojulaenutus",
        "en": "Home delivery",
    }
    assert notes(imported)[0] == (
        "4 texts without a language were taken as et, such as: Jõeküla raamatukogu"
    )
    assert imported.left == ()
    assert errors(graph) == []


def test_without_a_declared_language_they_are_refused() -> None:
    with pytest.raises(lg.RdfError, match=r"^teenused\.rdf: names \(2\) .* add it: --language et$"):
        read_foreign(ESTONIAN, as_of=DAY)


def test_one_authority_without_an_address_that_is_described_twice_is_one() -> None:
    graph = read_foreign(ESTONIAN, language="et", as_of=DAY).graph
    (library,) = graph.all(lg.Organisation)
    assert library.name == {"et": "Jõeküla raamatukogu"}
    assert library.note is None
    assert {service.offered[0].at for service in graph.all(lg.Service)} == {library.id}


def test_addresses_in_other_letters_have_ids_that_stay() -> None:
    parsed = parse_bytes(foreign_samples.GREEK.encode(), "ntriples", "υπηρεσίες.nt")
    graph = read_foreign(parsed).graph
    names = {service.id: service.name["el"] for service in graph.all(lg.Service)}
    assert names == {"service-x03e9466c": "Δανεισμός βιβλίων", "service-x746444b1": "Επιστροφή"}
    assert graph.settings.as_of == date(2026, 3, 31)
    assert errors(graph) == []


def folder(imported: lg.ImportedModel, at: Path) -> dict[str, bytes]:
    imported.save(at)
    return {file.name: file.read_bytes() for file in sorted(at.glob("*.yaml"))}


def test_neither_order_nor_names_of_blank_nodes_nor_format_change_a_byte(tmp_path: Path) -> None:
    triples = list(parse(foreign_samples.NORWEGIAN.encode(), format=RdfFormat.TURTLE))
    triples.sort(key=lambda one: sha256(str(one).encode()).digest())
    lines = b"".join(f"{one} .\n".encode() for one in triples).replace(b"_:", b"_:other")
    shuffled = read_foreign(parse_bytes(lines, "ntriples", "tjenester.ttl"))
    once = folder(norwegian(), tmp_path / "a")
    assert folder(shuffled, tmp_path / "b") == once
    assert folder(norwegian(), tmp_path / "c") == once
    assert left(shuffled) == left(norwegian())


def test_what_was_taken_goes_out_and_comes_back_whole(tmp_path: Path) -> None:
    graph = norwegian().graph
    lg.write_rdf(graph, tmp_path / "out.ttl", private=True)
    back = lg.import_rdf(tmp_path / "out.ttl")
    assert list(back.graph) == list(graph)
    assert back.graph.settings == graph.settings
    assert back.left == ()


def test_the_official_sample_of_a_service() -> None:
    imported = sample("cpsv-ap-3.2.0-example.ttl", language="fr")
    graph = imported.graph
    assert kinds(graph) == {"source": 1, "organisation": 1, "touchpoint": 1, "service": 1}
    service = graph[lg.Service, "service-publicservice1"]
    assert service.name == {"en": "Tax-on-web"}
    assert service.description == {
        "fr": "Service pour la déclaration à l'impôt des personnes physiques en ligne"
    }
    assert service.note == f"{EX}publicService1\nTax-on-web"
    assert service.touchpoints == ("touchpoint-channel1",)
    assert [offer.at for offer in service.offered] == ["organisation-publicorganisation1"]
    organisation = graph[lg.Organisation, "organisation-publicorganisation1"]
    assert organisation.type is lg.OrganisationType.AUTHORITY
    assert set(organisation.name) == {"fr", "nl", "en", "de"}
    touchpoint = graph[lg.Touchpoint, "touchpoint-channel1"]
    assert touchpoint.name == {"fr": "cha-123"}
    assert touchpoint.channel is lg.ChannelType.OTHER_CHANNEL
    assert graph.settings.languages.required == ("fr",)
    assert set(graph.settings.languages.optional) == {"de", "en", "nl"}
    assert errors(graph) == []
    found = left(imported)
    assert found["cv:holdsRequirement", "the model has no place for it"] == 1
    assert found["time:hour", "nothing is made of this class: time:DateTimeDescription"] == 2
    assert found["dct:spatial", "it leads to nothing that was taken"] == 1


def test_the_official_sample_of_an_event() -> None:
    graph = sample("cpev-1.1.1-example.ttl").graph
    event = graph[lg.Event, "event-publicevent"]
    assert event.name == {"fr": "Dalí & Magritte - Deux icônes du surréalisme en dialogue"}
    assert (str(event.from_), str(event.to)) == ("2019-10-11", "2020-02-16")
    assert event.type is lg.EventType.CUSTOMER_EVENT
    assert kinds(graph) == {"source": 1, "event": 1}
    assert errors(graph) == []


def test_the_official_sample_of_an_organisation() -> None:
    imported = sample("cpov-2.1.2-example.ttl", language="en")
    organisation = imported.graph[lg.Organisation, "organisation-po"]
    assert organisation.name == {
        "de": "Foderaler Offentlicher Dienst FINANZEN",
        "en": "Federal Public Service FINANCE",
        "fr": "Service Public Fédéral FINANCES",
        "nl": "Federale Overheidsdiesnt FINANCIEN",
    }
    assert [(str(one.type), one.value) for one in organisation.contacts] == [
        ("phone", "+32 257 25757"),
        ("web", "https://finance.belgium.be/"),
    ]
    found = left(imported)
    assert found["foaf:homepage", "the model has no place for it"] == 3
    assert found["org:classification", "a model has no such code"] == 2
    assert errors(imported.graph) == []


def test_the_official_sample_that_names_its_context_elsewhere_is_refused() -> None:
    with pytest.raises(lg.RdfError, match=r"the context is elsewhere.*nothing is fetched"):
        sample("cpsv-ap-3.2.0-example.jsonld")


def without_own_terms(graph: lg.ServiceGraph, at: Path) -> Path:
    """An export as another maker would have written it: without a word of our own vocabulary."""
    own = "https://w3id.org/lumme-graph/ns#"
    whole, rest = at / "whole.nt", at / "rest.nt"
    lg.write_rdf(graph, whole)
    kept = (
        Triple(one.subject, one.predicate, one.object)
        for one in parse(path=whole)
        if not one.predicate.value.startswith(own)
        and not (isinstance(one.object, NamedNode) and one.object.value.startswith(own))
    )
    serialize(kept, rest, format=RdfFormat.N_TRIPLES)
    return rest


def test_the_services_of_lumme_come_in_as_those_of_others(tmp_path: Path) -> None:
    lumme = lg.load(LUMME)
    imported = lg.import_rdf(without_own_terms(lumme, tmp_path), language="fi")
    graph = imported.graph
    services = {service.id: service for service in lumme.all(lg.Service)}
    assert len(services) == 15
    assert {one.id: dict(one.name) for one in graph.all(lg.Service)} == {
        id_: dict(one.name) for id_, one in services.items()
    }
    assert {one.id: set(one.touchpoints) for one in graph.all(lg.Service)} == {
        id_: set(one.touchpoints) for id_, one in services.items()
    }
    assert {one.service_class for one in graph.all(lg.Service)} == {"P25.1"}
    assert graph.settings.name == lumme.settings.name
    assert graph.settings.network == "organisation-lumme"
    assert {one.id for one in graph.all(lg.Branch)} == {one.id for one in lumme.all(lg.Branch)}
    events = {one.id: (one.type, one.modality, one.from_) for one in lumme.all(lg.Event)}
    assert {one.id: (one.type, one.modality, one.from_) for one in graph.all(lg.Event)} == events
    types = {one.id: one.type for one in lumme.all(lg.Organisation)}
    assert {one.id: one.type for one in graph.all(lg.Organisation)} == types
    channels = {one.id: one.channel for one in lumme.all(lg.Touchpoint)}
    assert {one.id: one.channel for one in graph.all(lg.Touchpoint)} == channels
    assert errors(graph) == []
