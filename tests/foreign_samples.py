"""Invented RDF as other makers write it: catalogues of public services, schemes of concepts.

The places are not real. The shapes are: texts without a language, things without an address, names
by four properties, two titles in one language, an agency that is described in another file.
"""

from __future__ import annotations

NORWEGIAN = """
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix cpsv: <http://purl.org/vocab/cpsv#> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix locn: <http://www.w3.org/ns/locn#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rov: <http://www.w3.org/ns/regorg#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix fjord: <https://fjordbyen.example/> .

<https://fjordbyen.example/catalogue> a dcat:Catalog ;
    dct:title "Tjenestekatalog for Fjordbyen"@nb ;
    dct:modified "2026-05-04T10:00:00Z"^^xsd:dateTime ;
    dct:publisher <https://register.example/organisations/910111222> .

<https://fjordbyen.example/services/1> a cpsv:PublicService ;
    dct:identifier "1" ;
    dct:title "Lån av bøker"@nb , "Lån av bøkar"@nn , "Borrowing books"@en ;
    dct:description "Du kan låne bøker i fire uker."@nb ;
    dcat:keyword "lån"@nb , "bøker"@nb , "loan"@en ;
    dct:language <http://publications.europa.eu/resource/authority/language/NOB> ;
    cv:hasCompetentAuthority <https://register.example/organisations/910111222> ;
    cv:hasChannel <https://fjordbyen.example/channels/desk> , <https://fjordbyen.example/channels/app> ;
    cv:hasCost [ a cv:Cost ; dct:identifier "15" ; cv:value 0 ] ;
    cv:isClassifiedBy <https://fjordbyen.example/concepts/reading> ;
    cv:thematicArea <https://psi.norge.example/los/tema/bibliotek> ;
    cpsv:follows <https://fjordbyen.example/rules/7> ;
    dct:spatial <https://data.geonorge.example/kommune/4699> .

<https://fjordbyen.example/services/2> a cpsv:PublicService ;
    dct:identifier "boken-kommer" ;
    dct:title "Boken kommer"@nb , "Bok hjem"@nb ;
    dct:description ""@nb ;
    cv:hasCompetentAuthority <https://register.example/organisations/999888777> .

<https://fjordbyen.example/services/3> a cpsv:PublicService ;
    dct:identifier "3" ;
    dct:description "Ingen har gitt den et navn."@nb .

<https://fjordbyen.example/channels/desk> a cv:Channel ;
    dct:identifier "skranke" ;
    dct:title "Skranken"@nb ;
    dct:type <https://data.norge.example/service-channel-type#assistant> ;
    cv:ownedBy <https://register.example/organisations/910111222> .

<https://fjordbyen.example/channels/app> a cv:Channel ;
    dct:identifier "appen" ;
    dct:type <https://data.norge.example/service-channel-type#drone> ;
    dct:description "Spør Kari på kari.fjellheim@fjordbyen.example."@nb .

<https://fjordbyen.example/rules/7> a cpsv:Rule ;
    dct:identifier "7" ;
    dct:title "Lånetid"@nb ;
    cpsv:implements <https://lov.example/1> .

<https://register.example/organisations/910111222> a rov:RegisteredOrganization , cv:PublicOrganisation ;
    dct:identifier "910111222" ;
    rov:legalName "FJORDBYEN BIBLIOTEK" ;
    foaf:name "Fjordbyen bibliotek"@nb , "Fjordbyen Library"@en ;
    org:classification <https://register.example/types/public-library> ;
    cv:contactPoint [ a cv:ContactPoint ;
        cv:email "mailto:post@fjordbyen.example"^^xsd:anyURI ;
        cv:telephone "tel:+4755000000" ;
        cv:openingHours "Mandag til fredag 10–18"@nb ] ;
    foaf:homepage <https://fjordbyen.example/> ;
    dct:spatial fjord:kommune ;
    org:hasPrimarySite fjord:main .

fjord:kommune a dct:Location ;
    skos:prefLabel "Fjordbyen"@nb ;
    skos:notation "4699" ;
    skos:exactMatch <https://data.geonorge.example/kommune/4699> .

<http://publications.europa.eu/resource/authority/country/NOR> a dct:Location ;
    skos:prefLabel "Norge"@nb ;
    skos:notation "NOR" .

fjord:main a org:Site ;
    skos:prefLabel "Hovedbiblioteket"@nb ;
    dct:spatial fjord:kommune ;
    adms:identifier [ a adms:Identifier ; adms:schemaAgency "isil" ; skos:notation "NO-4699001" ] ;
    org:siteAddress [ a locn:Address ;
        locn:thoroughfare "Strandgata"@nb ; locn:locatorDesignator "4" ;
        locn:postCode "5099" ; locn:postName "Fjordbyen"@nb ] ;
    schema:geo [ schema:latitude 60.5 ; schema:longitude "5.25" ] .

fjord:nowhere a org:Site ; skos:prefLabel "Uten eier"@nb .

<https://fjordbyen.example/concepts/reading> a skos:Concept ;
    skos:prefLabel "Lesing"@nb ;
    skos:exactMatch <http://www.yso.fi/onto/yso/p11406> .

<https://fjordbyen.example/events/9#id> a cv:PublicEvent ;
    dct:title "Lesefest"@nb ;
    dct:type <https://register.example/event-type/FESTIVAL> ;
    cv:audience <https://register.example/audience/customers> ;
    time:hasTime [ a time:TemporalEntity ;
        time:hasBeginning [ a time:Instant ; time:inXSDDate "2026-06-01"^^xsd:date ] ;
        time:hasEnd [ a time:Instant ; time:inXSDDateTimeStamp "2026-06-03T18:00:00Z"^^xsd:dateTimeStamp ] ] .

<https://fjordbyen.example/participants/1> a foaf:Agent ; foaf:name "Kari Fjellheim" .
"""

ESTONIAN = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:cpsv="http://purl.org/vocab/cpsv#" xmlns:cv="http://data.europa.eu/m8g/"
    xmlns:dct="http://purl.org/dc/terms/" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
  <cpsv:PublicService rdf:about="https://jõeküla.example/teenused/laenutus">
    <dct:identifier>laenutus</dct:identifier>
    <dct:title>
      Raamatute   laenutus
    </dct:title>
    <dct:description>Raamatuid saab laenutada kolmeks nädalaks.</dct:description>
    <cv:hasCompetentAuthority>
      <cv:PublicOrganisation>
        <skos:prefLabel>Jõeküla raamatukogu</skos:prefLabel>
      </cv:PublicOrganisation>
    </cv:hasCompetentAuthority>
  </cpsv:PublicService>
  <cpsv:PublicService rdf:about="https://jõeküla.example/teenused/kojulaenutus">
    <dct:identifier>kojulaenutus</dct:identifier>
    <dct:title>Kojulaenutus</dct:title>
    <dct:title xml:lang="en">Home delivery</dct:title>
    <cv:hasCompetentAuthority>
      <cv:PublicOrganisation>
        <skos:prefLabel>Jõeküla raamatukogu</skos:prefLabel>
      </cv:PublicOrganisation>
    </cv:hasCompetentAuthority>
  </cpsv:PublicService>
</rdf:RDF>
"""

GREEK = """
<https://βιβλιοθήκη.example/υπηρεσίες/δανεισμός> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://purl.org/vocab/cpsv#PublicService> .
<https://βιβλιοθήκη.example/υπηρεσίες/δανεισμός> <http://purl.org/dc/terms/title> "Δανεισμός βιβλίων"@el .
<https://βιβλιοθήκη.example/υπηρεσίες/δανεισμός> <http://purl.org/dc/terms/modified> "2026-03" .
<https://βιβλιοθήκη.example/υπηρεσίες/επιστροφή> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://purl.org/vocab/cpsv#PublicService> .
<https://βιβλιοθήκη.example/υπηρεσίες/επιστροφή> <http://purl.org/dc/terms/title> "Επιστροφή"@el .
"""

AUDIENCES = """
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix a: <https://biblioteca.example/utenti/> .

<https://biblioteca.example/utenti> a skos:ConceptScheme ;
    dct:title "Gruppi di utenti"@it ;
    dct:modified "2026-02-10"^^xsd:date ;
    skos:hasTopConcept a:famiglie , a:studenti .

a:famiglie a skos:Concept ;
    skos:inScheme <https://biblioteca.example/utenti> ;
    skos:topConceptOf <https://biblioteca.example/utenti> ;
    skos:notation "U1" ;
    skos:prefLabel "Famiglie"@it , "Families"@en ;
    skos:altLabel "Genitori e bambini"@it , "Parents"@en ;
    skos:definition "Genitori con bambini sotto i dieci anni."@it ;
    skos:scopeNote "Anche i nonni."@it ;
    skos:narrower a:neonati ;
    skos:broadMatch <http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/KR1.2> ,
        <https://biblioteca.example/altri/adulti> ;
    skos:exactMatch <https://altrove.example/famiglie> .

a:neonati a skos:Concept ;
    skos:inScheme <https://biblioteca.example/utenti> ;
    skos:notation "U1.1" ;
    skos:prefLabel "Neonati"@it ;
    skos:scopeNote "Fino a due anni."@it ;
    skos:broader a:famiglie .

a:studenti a skos:Concept ;
    skos:inScheme <https://biblioteca.example/utenti> ;
    skos:topConceptOf <https://biblioteca.example/utenti> ;
    skosxl:prefLabel [ a skosxl:Label ; skosxl:literalForm "Studenti"@it ] ;
    skos:related a:famiglie .

a:soldati a skos:Concept ;
    skos:inScheme <https://biblioteca.example/utenti> ;
    skos:prefLabel "Soldati di leva"@it ;
    owl:deprecated true .

a:muto a skos:Concept ; skos:inScheme <https://biblioteca.example/utenti> .

a:giovani a skos:Collection ;
    skos:prefLabel "I più giovani"@it ;
    skos:member a:famiglie , a:neonati .
"""
"""A scheme of groups of users with a hierarchy, a collection, other names and what is out of use."""

TOPICS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix t: <https://teemad.example/teema/> .

t:1 a skos:Concept ; skos:prefLabel "lugemine"@et , "reading"@en ;
    skos:exactMatch <http://www.yso.fi/onto/yso/p11406> ; skos:definition "Teksti mõistmine."@et .
t:2 a skos:Concept ; skos:prefLabel "kirjutamine" ; skos:broadMatch <http://www.yso.fi/onto/yso/p9999> .
"""
"""Concepts without a scheme, one of them without a language."""
