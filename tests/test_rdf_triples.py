"""Which triples a model is: expected ones written by hand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdf_network import BASE, ELEMENTS, SETTINGS, element, river

from lumme_graph.analysis.coverage.result import coverage
from lumme_graph.base.label import Label
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.kind import Coded
from lumme_graph.rdf.codes import CodeList
from lumme_graph.rdf.forms import prefixes
from lumme_graph.rdf.terms import named
from lumme_graph.rdf.triples import quads, triples

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes(BASE).items())


def expected(turtle: str) -> set[str]:
    return {str(quad.triple) for quad in parse(HEAD + turtle, format=RdfFormat.TURTLE)}


def apart(graph: ServiceGraph, name: str) -> list[Triple]:
    """The triples of one of the graphs of an export."""
    node = NamedNode(f"{graph.settings.base}graph/{name}")
    return [quad.triple for quad in quads(graph, private=True) if quad.graph_name == node]


def about(made: Iterable[Triple], subject: str) -> set[str]:
    """The triples of a subject of the model and of its parts."""
    node = BASE + subject
    return {
        str(triple)
        for triple in made
        if isinstance(triple.subject, NamedNode)
        and (triple.subject.value == node or triple.subject.value.startswith(node + "/"))
    }


STATED_GRAPH = apart(river(), "stated")
DERIVED_GRAPH = apart(river(), "derived")


def graph_of(*elements: dict[str, Any], **settings: Any) -> ServiceGraph:
    made = [element(data) for data in elements]
    return ServiceGraph(made, Settings.model_validate({**SETTINGS, **settings}))


STATED = {
    "source-rules": r"""
        id:source-rules a lg:Source ; dct:identifier "source-rules" ;
            dct:bibliographicCitation "User rules" ;
            foaf:page <https://example.org/s%C3%A4%C3%A4nn%C3%B6t?a=1> ;
            dct:type code:source-type\/web-page ;
            lg:publishedOnEarliest "2021-01-01"^^xsd:date ;
            lg:publishedOnLatest "2021-12-31"^^xsd:date ;
            lg:readOnEarliest "2026-08-01"^^xsd:date ; lg:readOnLatest "2026-08-31"^^xsd:date ;
            dcat:keyword "loans", "young people" ; lg:order "tags loans young%20people",
                "url https://example.org/säännöt?a=1" .
    """,
    "source-list": r"""
        id:source-list a lg:Source ; dct:identifier "source-list" ;
            dct:bibliographicCitation "List" ; dct:isReferencedBy id:source-rules ;
            lg:listedAfter id:source-rules .
    """,
    "claim-half": r"""
        id:claim-half a lg:Claim ; dct:identifier "claim-half" ;
            dct:description "Puolet lainaa."@fi, "Half of them borrow."@en ;
            lg:saidIn id:source-rules ; dct:references id:source-list .
    """,
    "subject-reading": r"""
        id:subject-reading a lg:Subject ; dct:identifier "subject-reading" ;
            skos:prefLabel "lukeminen"@fi, "reading"@en, "läsning"@sv ;
            skos:exactMatch yso:p8431 .
    """,
    "municipality-alder": r"""
        id:municipality-alder a lg:Municipality ; dct:identifier "municipality-alder" ;
            dct:title "Leppä"@fi, "Alder"@en, "Al"@sv ;
            skos:notation "001" ; skos:exactMatch <http://example.org/kunta/001> .
    """,
    "organisation-river": r"""
        id:organisation-river a lg:Organisation ; dct:identifier "organisation-river" ;
            skos:prefLabel "Jokikirjastot"@fi, "River Libraries"@en ;
            org:classification code:organisation-type\/network .
    """,
    "organisation-alder": r"""
        @prefix alder: <https://example.org/river/organisation-alder/> .
        id:organisation-alder a lg:Organisation ; dct:identifier "organisation-alder" ;
            skos:prefLabel "Lepän kirjasto"@fi, "Alder Library"@en ;
            lg:formerName alder:former-names\/t8a97ef71 ;
            org:classification code:organisation-type\/library ;
            lg:servesMunicipality id:municipality-alder ;
            org:hasMembership alder:memberships\/organisation-river ;
            lg:gives alder:gives\/organisation-school\/material ;
            lg:contact alder:contacts\/web, alder:contacts\/phone ;
            lg:order "contacts web phone" ; lg:listedAfter id:organisation-river .
        alder:gives\/organisation-school\/material a lg:Flow ;
            lg:givenTo id:organisation-school ; lg:flowType code:flow-type\/material ;
            lg:what "Kirjakassit"@fi, "Book bags"@en ;
            lg:fromEarliest "2020-01-01"^^xsd:date ; lg:fromLatest "2020-12-31"^^xsd:date .
        alder:former-names\/t8a97ef71 a lg:FormerName ;
            skos:altLabel "Lepän kirjasto ja arkisto"@fi ;
            lg:toEarliest "2018-01-01"^^xsd:date ; lg:toLatest "2018-12-31"^^xsd:date .
        alder:memberships\/organisation-river a lg:Membership ;
            org:organization id:organisation-river ; lg:fromLatest "2017-12-31"^^xsd:date .
        alder:contacts\/web a lg:Contact ; lg:contactType code:contact-type\/web ;
            cv:contactPage <https://example.org/alder> .
        alder:contacts\/phone a lg:Contact ; lg:contactType code:contact-type\/phone ;
            cv:telephone "+358 1" .
    """,
    "organisation-birch": r"""
        @prefix birch: <https://example.org/river/organisation-birch/> .
        id:organisation-birch a lg:Organisation ; dct:identifier "organisation-birch" ;
            skos:prefLabel "Koivun kirjasto"@fi, "Birch Library"@en ;
            org:classification code:organisation-type\/library ;
            lg:servesMunicipality id:municipality-birch ;
            org:hasMembership birch:memberships\/organisation-river ;
            lg:buysFrom birch:buys-from\/organisation-alder ;
            lg:listedAfter id:organisation-alder .
        birch:memberships\/organisation-river a lg:Membership ;
            org:organization id:organisation-river .
        birch:buys-from\/organisation-alder a lg:Purchase ; lg:seller id:organisation-alder ;
            lg:fromEarliest "2020-01-01"^^xsd:date ; lg:fromLatest "2020-01-31"^^xsd:date ;
            lg:to "2021-06-30"^^xsd:date ; lg:toEarliest "2021-06-30"^^xsd:date ;
            lg:toLatest "2021-06-30"^^xsd:date .
    """,
    "organisation-school": r"""
        id:organisation-school a lg:Organisation ; dct:identifier "organisation-school" ;
            skos:prefLabel "Koulu"@fi, "School"@en ;
            org:classification code:organisation-type\/partner ;
            lg:listedAfter id:organisation-birch .
    """,
    "branch-alder": r"""
        @prefix alder: <https://example.org/river/branch-alder/> .
        id:branch-alder a lg:Branch ; dct:identifier "branch-alder" ;
            skos:prefLabel "Lepän pääkirjasto"@fi, "Alder main library"@en ;
            org:siteOf id:organisation-alder ; dct:type code:branch-type\/main ;
            lg:inMunicipality id:municipality-alder ;
            org:siteAddress alder:address ; schema:geo alder:geo ;
            adms:identifier alder:identifiers\/directory ;
            lg:lists alder:listed\/nayttelyt-galleria ;
            lg:accessibility alder:accessibility\/t56cfdab4, alder:accessibility\/t9de95653 ;
            lg:order "accessibility t56cfdab4 t9de95653" ;
            lg:toEarliest "2026-08-22"^^xsd:date .
        alder:address locn:thoroughfare "Rantatie 1"@fi ; locn:postCode "00010" ;
            locn:postName "Leppä"@fi .
        alder:geo schema:latitude "61.6454651"^^xsd:decimal ;
            schema:longitude "27.0732112"^^xsd:decimal .
        alder:identifiers\/directory a lg:Identifier ;
            adms:schemeAgency "directory" ; skos:notation "12345" .
        alder:listed\/nayttelyt-galleria a lg:ListedService ;
            lg:listedName "Näyttelyt / galleria." .
        alder:accessibility\/t56cfdab4 a lg:Point ; dct:description "Luiska"@fi, "Ramp"@en .
        alder:accessibility\/t9de95653 a lg:Point ; dct:description "Hissi"@fi, "Lift"@en .
    """,
    "vehicle-otter": r"""
        @prefix otter: <https://example.org/river/vehicle-otter/> .
        id:vehicle-otter a lg:Vehicle ; dct:identifier "vehicle-otter" ;
            skos:prefLabel "Saukko"@fi, "Otter"@en ; lg:operatedBy id:organisation-birch ;
            dct:type code:vehicle-type\/bookmobile ;
            lg:inUse otter:in-use, otter:in-use\/before ; lg:order "in_use - before" .
        otter:in-use a lg:Period ;
            lg:fromEarliest "2007-01-01"^^xsd:date ; lg:fromLatest "2007-12-31"^^xsd:date .
        otter:in-use\/before a lg:Period ;
            lg:toEarliest "2007-01-01"^^xsd:date ; lg:toLatest "2007-12-31"^^xsd:date .
    """,
    "role-coordinator": r"""
        @prefix coordinator: <https://example.org/river/role-coordinator/> .
        id:role-coordinator a lg:Role ; dct:identifier "role-coordinator" ;
            skos:prefLabel "Koordinaattori"@fi, "Coordinator"@en ;
            lg:leadership code:leadership\/network ;
            lg:assignment coordinator:assignments\/organisation-river .
        coordinator:assignments\/organisation-river a lg:Assignment ;
            lg:assignedTo id:organisation-river ;
            lg:fromEarliest "2020-01-01"^^xsd:date ; lg:fromLatest "2020-12-31"^^xsd:date .
    """,
    "group-loans": r"""
        @prefix loans: <https://example.org/river/group-loans/> .
        id:group-loans a lg:Group ; dct:identifier "group-loans" ;
            skos:prefLabel "Lainaryhmä"@fi, "Loan group"@en ;
            org:purpose "Yhteinen lainaus"@fi, "Lending together"@en ;
            dct:type code:group-type\/production ; lg:modality code:modality\/planned ;
            lg:unitOf id:organisation-river ;
            lg:groupMember loans:members\/organisation-alder ; lg:ledBy id:role-coordinator .
        loans:members\/organisation-alder a lg:GroupMember ; org:member id:organisation-alder ;
            lg:fromEarliest "2019-01-01"^^xsd:date ; lg:fromLatest "2019-12-31"^^xsd:date ;
            lg:toEarliest "2020-05-01"^^xsd:date ; lg:toLatest "2020-05-31"^^xsd:date .
    """,
    "group-school": r"""
        id:group-school a lg:Group ; dct:identifier "group-school" ;
            skos:prefLabel "Kouluryhmä"@fi, "School group"@en ; lg:unitOf id:organisation-school ;
            lg:groupMember id:group-school\/members\/organisation-birch ;
            lg:listedAfter id:group-loans .
        id:group-school\/members\/organisation-birch a lg:GroupMember ;
            org:member id:organisation-birch .
    """,
    "project-bridge": r"""
        @prefix bridge: <https://example.org/river/project-bridge/> .
        @prefix funding: <https://example.org/river/project-bridge/funding/> .
        id:project-bridge a lg:Project ; dct:identifier "project-bridge" ;
            dct:title "Silta"@fi, "Bridge"@en ; lg:projectStatus code:project-status\/funded ;
            lg:carriedOutBy id:organisation-alder ; lg:programme "State grant" ; lg:call 2018 ;
            lg:decidedBy id:organisation-school ;
            lg:from "2018-06-01"^^xsd:date ; lg:fromEarliest "2018-06-01"^^xsd:date ;
            lg:fromLatest "2018-06-01"^^xsd:date ; lg:toEarliest "2019-01-01"^^xsd:date ;
            lg:toLatest "2019-12-31"^^xsd:date ;
            lg:projectPhase bridge:phases\/plan, bridge:phases\/act ;
            lg:funding funding:applied\/grant, funding:granted\/grant, funding:granted\/other,
                funding:realised\/grant ;
            lg:order "phases plan act",
                "funding applied/grant granted/grant granted/other realised/grant" ;
            lg:deliverable bridge:deliverables\/t77d2e262 ;
            lg:projectGroup id:group-loans ; lg:projectRole id:role-coordinator .
        bridge:phases\/plan a lg:ProjectPhase ; dct:title "Suunnittelu"@fi, "Planning"@en ;
            lg:fromEarliest "2018-06-01"^^xsd:date ; lg:fromLatest "2018-06-30"^^xsd:date .
        bridge:phases\/act a lg:ProjectPhase ; dct:title "Teot"@fi, "Acts"@en .
        bridge:deliverables\/t77d2e262 a lg:Point ; dct:description "Opas"@fi, "A guide"@en .
        funding:applied\/grant a lg:Funding ; lg:fundingStage code:funding-stage\/applied ;
            lg:party code:party\/grant ; lg:amount "33700"^^xsd:decimal ; lg:currency "EUR" .
        funding:granted\/grant a lg:Funding ; lg:fundingStage code:funding-stage\/granted ;
            lg:party code:party\/grant ; lg:standing code:standing\/sourced ;
            lg:amount "25000.50"^^xsd:decimal ; lg:currency "EUR" .
        funding:granted\/other a lg:Funding ; lg:fundingStage code:funding-stage\/granted ;
            lg:party code:party\/other ; lg:amount "0"^^xsd:decimal ; lg:currency "EUR" .
        funding:realised\/grant a lg:Funding ; lg:fundingStage code:funding-stage\/realised ;
            lg:party code:party\/grant .
    """,
    "goal-ease": r"""
        id:goal-ease a lg:Goal ; dct:identifier "goal-ease" ;
            dct:title "Helppous"@fi, "Ease"@en ; lg:isOutcome true .
    """,
    "goal-time": r"""
        id:goal-time a lg:Goal ; dct:identifier "goal-time" ; dct:title "Aika"@fi, "Time"@en ;
            lg:aim code:aim\/both ; lg:aimStanding code:standing\/derived ; lg:isOutcome false ;
            lg:underGoal id:goal-ease ; lg:goalOf id:project-bridge ; lg:listedAfter id:goal-ease .
    """,
    "indicator-visits": r"""
        @prefix visits: <https://example.org/river/indicator-visits/> .
        id:indicator-visits a lg:Indicator ; dct:identifier "indicator-visits" ;
            skos:prefLabel "Käynnit"@fi, "Visits"@en ; lg:query "visits" ;
            lg:followsGoal id:goal-time ; lg:indicatorOf id:project-bridge ;
            lg:target visits:target ; lg:order "observations 2019 2020" ;
            lg:observation visits:observations\/2019, visits:observations\/2020 .
        visits:target a lg:IndicatorTarget ; lg:operator ">=" ;
            lg:targetValue "1000"^^xsd:decimal .
        visits:observations\/2019 a lg:Observation ;
            lg:observedOnEarliest "2019-01-01"^^xsd:date ;
            lg:observedOnLatest "2019-12-31"^^xsd:date ; sosa:hasSimpleResult "12.50"^^xsd:decimal .
        visits:observations\/2020 a lg:Observation ;
            lg:observedOnEarliest "2020-01-01"^^xsd:date ;
            lg:observedOnLatest "2020-12-31"^^xsd:date .
    """,
    "touchpoint-machine": r"""
        @prefix machine: <https://example.org/river/touchpoint-machine/> .
        id:touchpoint-machine a lg:Touchpoint ; dct:identifier "touchpoint-machine" ;
            dct:title "Automaatti"@fi, "Machine"@en ; dct:type code:channel-type\/device ;
            lg:waived machine:waive\/\-\/sv ; lg:listedAfter id:touchpoint-desk .
        machine:waive\/\-\/sv a lg:Waiver ; lg:languageTag "sv" ; lg:waiverReason "none" ;
            lg:until "2027-01-01"^^xsd:date .
    """,
    "rule-days": r"""
        @prefix days: <https://example.org/river/rule-days/> .
        id:rule-days a lg:UserRule ; dct:identifier "rule-days" ;
            dct:title "Laina-aika"@fi, "Loan period"@en ;
            dct:description "Kirja 28 päivää."@fi, "A book for 28 days."@en ;
            lg:ruleValue days:values\/loan-days, days:values\/loan-days\/\-\/dvd,
                days:values\/loan-days\/branch-alder ;
            lg:order "values loan-days loan-days/-/dvd loan-days/branch-alder" ;
            lg:fact days:facts\/renewals .
        days:values\/loan-days a lg:RuleValue ;
            lg:key "loan_days" ; lg:factValue "28" ; lg:unit "day" .
        days:values\/loan-days\/\-\/dvd a lg:RuleValue ; lg:key "loan_days" ; lg:factValue "7" ;
            lg:forWhat "dvd" ; lg:fromEarliest "2019-01-01"^^xsd:date ;
            lg:fromLatest "2019-12-31"^^xsd:date .
        days:values\/loan-days\/branch-alder a lg:RuleValue ; lg:key "loan_days" ;
            lg:factValue "14" ; lg:holdsAt id:branch-alder ;
            lg:toEarliest "2020-01-01"^^xsd:date ; lg:toLatest "2020-12-31"^^xsd:date .
        days:facts\/renewals a lg:Fact ; lg:key "renewals" ; lg:factValue "5" .
    """,
    "practice-door": r"""
        @prefix adopted: <https://example.org/river/practice-door/adopted/> .
        id:practice-door a lg:Practice ; dct:identifier "practice-door" ;
            dct:title "Ovi aukeaa kortilla"@fi, "The card opens the door"@en ;
            lg:practiceState code:practice-state\/unified ; lg:followsRule id:rule-days ;
            lg:adoption adopted:organisation-alder, adopted:organisation-birch ;
            lg:order "adopted organisation-alder organisation-birch" ;
            lg:saves "Työaikaa"@fi, "Working time"@en .
        adopted:organisation-alder a lg:Adoption ; lg:adoptedAt id:organisation-alder ;
            lg:fromLatest "2019-05-31"^^xsd:date ; lg:adoptionState code:adoption-state\/adopted .
        adopted:organisation-birch a lg:Adoption ; lg:adoptedAt id:organisation-birch ;
            lg:adoptionState code:adoption-state\/not-adopted .
    """,
    "service-loan": r"""
        @prefix loan: <https://example.org/river/service-loan/> .
        id:service-loan a lg:Service ; dct:identifier "service-loan" ;
            dct:title "Lainaus"@fi, "Borrowing"@en ;
            dct:description "Kirjat kotiin."@fi, "Books to take home."@en ;
            cv:hasChannel id:touchpoint-desk, id:touchpoint-machine ;
            lg:order "touchpoints touchpoint-desk touchpoint-machine touchpoint-desk" ;
            lg:followsRule id:rule-days ; lg:producedBy id:group-loans ;
            lg:saves "Double work"@en ; lg:serviceClass "P25.1" ; dct:subject id:subject-reading ;
            lg:fact loan:facts\/loan-days ; lg:offered loan:offered\/branch-alder ;
            dct:source id:source-rules ; lg:derivation "From the rules."@en ;
            lg:standing code:standing\/derived .
        loan:facts\/loan-days a lg:Fact ; lg:key "loan_days" ; lg:factValue "28" ;
            lg:unit "day" ; lg:standing code:standing\/sourced .
        loan:offered\/branch-alder a lg:Offer ; lg:offeredAt id:branch-alder ;
            lg:isOffered code:answer\/yes ; lg:standing code:standing\/sourced .
    """,
    "service-advice": r"""
        id:service-advice a lg:Service ; dct:identifier "service-advice" ;
            dct:title "Neuvonta"@fi, "Advice"@en ; lg:listedAfter id:service-loan .
    """,
    "profile-family": r"""
        @prefix family: <https://example.org/river/profile-family/> .
        id:profile-family a lg:Profile ; dct:identifier "profile-family" ;
            skos:prefLabel "Perhe"@fi, "Family"@en ; lg:relation code:relation\/user ;
            skos:broadMatch code:target-group\/kr1-2 ;
            lg:status code:profile-status\/draft ;
            lg:task family:tasks\/t97eef839, family:tasks\/t97eef839-2 ;
            lg:uses id:service-loan ; lg:evidence family:evidence\/source-rules ;
            lg:channelUse family:channels\/touchpoint-desk, family:channels\/touchpoint-machine ;
            lg:order "tasks t97eef839 t97eef839-2",
                "channels touchpoint-desk touchpoint-machine" .
        family:tasks\/t97eef839 a lg:Point ; dct:description "Lukea"@fi, "To read"@en .
        family:tasks\/t97eef839-2 a lg:Point ; dct:description "Lukea"@fi .
        family:evidence\/source-rules a lg:Evidence ; dct:source id:source-rules ;
            lg:evidenceOnEarliest "2019-05-01"^^xsd:date ;
            lg:evidenceOnLatest "2019-05-31"^^xsd:date ; lg:n 0 .
        family:channels\/touchpoint-desk a lg:ChannelUse ; lg:usesChannel id:touchpoint-desk ;
            lg:howOften code:frequency\/weekly ; lg:standing code:standing\/sourced .
        family:channels\/touchpoint-machine a lg:ChannelUse ;
            lg:usesChannel id:touchpoint-machine .
    """,
    "path-hold": r"""
        @prefix hold: <https://example.org/river/path-hold/> .
        id:path-hold a lg:ServicePath ; dct:identifier "path-hold" ;
            dct:title "Varaus"@fi, "Reserving"@en ;
            lg:customerGoal "Kirja käteen"@fi, "The book in hand"@en ;
            lg:pathState code:path-state\/as-is ; lg:forProfile id:profile-family ;
            lg:throughService id:service-loan ; lg:phase hold:phases\/get ;
            lg:step hold:ask, hold:wait, hold:take ; lg:order "steps ask wait take" .
        hold:phases\/get a lg:Phase ; dct:title "Saa"@fi, "Get"@en .
        hold:ask a lg:Step ; lg:inPhase hold:phases\/get ; dct:title "kysyy"@fi, "asks"@en ;
            lg:doneBy hold:ask\/actor ; lg:lane code:lane\/customer ;
            lg:viaTouchpoint id:touchpoint-desk ; lg:feeling hold:ask\/feeling ;
            lg:profileFeeling hold:ask\/feelings\/profile-family ;
            lg:thought hold:ask\/thoughts\/t010c382f, hold:ask\/thoughts\/t010c382f-2 ;
            lg:momentOfTruth false ; lg:showsNeed id:need-space ;
            lg:mark hold:ask\/marks\/question\/t010c382f ;
            lg:next hold:ask\/next\/take, hold:ask\/next\/wait ;
            lg:order "thoughts t010c382f t010c382f-2", "next take wait" .
        hold:ask\/feelings\/profile-family a lg:ProfileFeeling ; lg:feelingValue 2 ;
            lg:feltBy id:profile-family .
        hold:ask\/thoughts\/t010c382f a lg:Thought ; dct:description "Why?"@en, "Miksi?"@fi ;
            lg:standing code:standing\/illustrative .
        hold:ask\/thoughts\/t010c382f-2 a lg:Thought ; dct:description "Miksi?"@fi ;
            lg:standing code:standing\/illustrative .
        hold:ask\/marks\/question\/t010c382f a lg:Mark ; dct:description "Miksi?"@fi ;
            lg:markType code:mark-type\/question .
        hold:ask\/actor a lg:Actor ; lg:actorKind code:actor-kind\/customer .
        hold:ask\/feeling a lg:Feeling ; lg:feelingValue -1 ;
            lg:standing code:standing\/illustrative .
        hold:ask\/next\/take a lg:Next ; lg:toStep hold:take ; lg:when "jos on"@fi, "if there"@en .
        hold:ask\/next\/wait a lg:Next ; lg:toStep hold:wait .
        hold:wait a lg:Step ; dct:title "odottaa"@fi, "waits"@en ;
            lg:appliesRule id:rule-days ; lg:appliesPractice id:practice-door ;
            lg:doneBy hold:wait\/actor ; lg:lane code:lane\/customer ;
            cv:processingTime "P1DT12H"^^xsd:duration ; lg:standing code:standing\/illustrative .
        hold:wait\/actor a lg:Actor ; lg:actorKind code:actor-kind\/customer ;
            lg:actor id:profile-family .
        hold:take a lg:Step ; dct:title "noutaa"@fi, "takes"@en ;
            lg:doneBy hold:take\/actor ; lg:lane code:lane\/customer .
        hold:take\/actor a lg:Actor ; lg:actorKind code:actor-kind\/customer .
    """,
    "path-quick-hold": r"""
        id:path-quick-hold a lg:ServicePath ; dct:identifier "path-quick-hold" ;
            dct:title "Pikavaraus"@fi, "Reserving at once"@en ; lg:insteadOf id:path-hold ;
            lg:pathState code:path-state\/to-be ; lg:listedAfter id:path-hold .
    """,
    "commitment-help": r"""
        @prefix help: <https://example.org/river/commitment-help/> .
        id:commitment-help a lg:Commitment ; dct:identifier "commitment-help" ;
            dct:title "Saat apua"@fi, "You get help"@en ;
            lg:basis help:basis\/law ; lg:standard help:standard ; lg:keptAt id:touchpoint-desk ;
            lg:forProfile id:profile-family ; lg:ownedBy id:role-coordinator ;
            lg:measuredBy id:indicator-visits ; lg:status code:approval\/draft .
        help:basis\/law a lg:Basis ; dct:description "The act."@en ;
            lg:basisType code:basis-type\/law .
        help:standard a lg:Standard ; lg:metric "Wait"@en ; lg:operator "<=" ;
            lg:targetValue "7.5"^^xsd:decimal ; lg:unit "min" .
    """,
    "promise-river": r"""
        id:promise-river a lg:Promise ; dct:identifier "promise-river" ;
            dct:title "Lupaus"@fi, "Promise"@en ; dct:hasPart id:commitment-help ;
            lg:status code:approval\/draft .
    """,
    "section-help": r"""
        @prefix help: <https://example.org/river/section-help/> .
        id:section-help a lg:Section ; dct:identifier "section-help" ;
            dct:title "Apua"@fi, "Help"@en ; lg:informative true ;
            lg:status code:section-status\/published ; lg:contentOrigin code:content\/own ;
            lg:audience code:audience\/both ;
            lg:covers help:covers\/commitment-help, help:covers\/service-advice ;
            lg:order "covers commitment-help service-advice" ;
            lg:body "Kysy *meiltä*.\n"@fi, "Ask \"us\".\n"@en .
        help:covers\/commitment-help a lg:Cover ; dct:subject id:commitment-help .
        help:covers\/service-advice a lg:Cover ; dct:subject id:service-advice ;
            lg:reviewed help:covers\/service-advice\/reviewed .
        help:covers\/service-advice\/reviewed a lg:Review ; lg:fingerprint "2:0123456789abcdef" ;
            lg:reviewedOn "2026-08-22"^^xsd:date ; lg:reviewedOnEarliest "2026-08-22"^^xsd:date ;
            lg:reviewedOnLatest "2026-08-22"^^xsd:date .
    """,
    "section-loans": r"""
        @prefix loans: <https://example.org/river/section-loans/> .
        id:section-loans a lg:Section ; dct:identifier "section-loans" ;
            dct:title "Lainat"@fi, "Loans"@en ; lg:informative false ;
            lg:status code:section-status\/planned ; lg:contentOrigin code:content\/own ;
            lg:audience code:audience\/both ; lg:covers loans:covers\/service-loan ;
            lg:exception loans:exceptions\/organisation-birch ;
            lg:translation loans:translations\/en ; lg:listedAfter id:section-help .
        loans:covers\/service-loan a lg:Cover ; dct:subject id:service-loan ;
            lg:scope id:organisation-alder .
        loans:exceptions\/organisation-birch a lg:LocalException ;
            lg:exceptionAt id:organisation-birch ; dct:description "Not there."@en .
        loans:translations\/en a lg:Translation ; lg:languageTag "en" ;
            lg:fingerprint "2:0123456789abcdef" .
    """,
    "guide-river": r"""
        @prefix river: <https://example.org/river/guide-river/> .
        id:guide-river a lg:Guide ; dct:identifier "guide-river" ; dct:title "Opas"@fi, "Guide"@en ;
            dct:hasPart id:section-help, id:section-loans ;
            schema:keywords "ohje, käsikirja"@fi, "manual"@en ;
            lg:question river:questions\/tb570b66a, river:questions\/t15382891 ;
            lg:order "sections section-help section-loans", "questions tb570b66a t15382891" ;
            lg:milestone river:milestones\/published ; lg:audience code:audience\/both .
        river:questions\/tb570b66a a lg:GuideQuestion ;
            dct:title "Mistä apua?"@fi, "Where is help?"@en ; lg:leadsTo id:section-help .
        river:questions\/t15382891 a lg:GuideQuestion ; dct:title "How to begin?"@en ;
            lg:leadsTo id:path-hold ; lg:leadsToStep id:path-hold\/ask .
        river:milestones\/published a lg:GuideMilestone ; lg:guideStage code:guide-stage\/published ;
            lg:fromLatest "2020-12-31"^^xsd:date .
    """,
    "event-day": r"""
        id:event-day a lg:Event ; dct:identifier "event-day" ;
            dct:title "Teemapäivä"@fi, "Theme day"@en ;
            dct:description "Päivä käytännöistä."@fi, "A day on practices."@en ;
            dct:type code:event-type\/theme-day ; lg:modality code:modality\/announced ;
            lg:from "2019-03-05"^^xsd:date ; lg:fromEarliest "2019-03-05"^^xsd:date ;
            lg:fromLatest "2019-03-05"^^xsd:date ; lg:to "2019-03-06"^^xsd:date ;
            lg:toEarliest "2019-03-06"^^xsd:date ; lg:toLatest "2019-03-06"^^xsd:date ;
            cv:audience code:event-audience\/staff, code:event-audience\/leaders ;
            lg:order "audience staff leaders" ;
            lg:topic code:topic\/practices ; lg:usesMethod code:method\/service-paths ;
            lg:inMunicipality id:municipality-alder ; lg:takesPart id:organisation-alder ;
            lg:ledBy id:role-coordinator ; lg:eventOf id:project-bridge ;
            lg:inProjectPhase id:project-bridge\/phases\/plan ;
            lg:n 0 ; lg:summaryPublished false .
    """,
    "event-hearing": r"""
        id:event-hearing a lg:Event ; dct:identifier "event-hearing" ;
            dct:title "Kuuleminen"@fi, "Hearing"@en ; dct:type code:event-type\/hearing ;
            lg:heard id:profile-family ; cv:parentEvent id:event-day ; lg:after id:event-day ;
            lg:listedAfter id:event-day .
    """,
    "need-space": r"""
        @prefix by: <https://example.org/river/need-space/origins/> .
        id:need-space a lg:Need ; dct:identifier "need-space" ; dct:title "Tilaa"@fi, "Room"@en ;
            lg:origin by:customers, by:staff ; lg:order "origins customers staff" ;
            lg:needOf id:profile-family .
        by:customers a lg:Origin ; lg:raisedBy code:raised-by\/customers ;
            lg:atEvent id:event-hearing, id:event-day ;
            lg:order "events event-hearing event-day" .
        by:staff a lg:Origin ; lg:raisedBy code:raised-by\/staff ;
            lg:atEvent id:event-day ; lg:raisedAt id:organisation-birch .
    """,
    "target-room": r"""
        id:target-room a lg:DevelopmentTarget ; dct:identifier "target-room" ;
            dct:title "Lisää tilaa"@fi, "More room"@en ; lg:answersNeed id:need-space ;
            lg:servesGoal id:goal-ease ; lg:priority 1 ; lg:agreedBy id:organisation-alder ;
            lg:ownedBy id:role-coordinator .
    """,
    "decision-room": r"""
        id:decision-room a lg:Decision ; dct:identifier "decision-room" ;
            dct:title "Tilaa lisätään"@fi, "Room is added"@en ; lg:modality code:modality\/done ;
            lg:decidedOnEarliest "2019-04-01"^^xsd:date ;
            lg:decidedOnLatest "2019-04-30"^^xsd:date ; lg:decidedBy id:organisation-river ;
            lg:decidesOn id:target-room ; lg:decisionOf id:project-bridge ;
            lg:inProjectPhase id:project-bridge\/phases\/act .
    """,
    "action-plan": r"""
        id:action-plan a lg:Action ; dct:identifier "action-plan" ;
            dct:title "Suunnitelma"@fi, "Plan"@en .
    """,
    "action-shelves": r"""
        id:action-shelves a lg:Action ; dct:identifier "action-shelves" ;
            dct:title "Uudet hyllyt"@fi, "New shelves"@en ; lg:modality code:modality\/decided ;
            lg:aim code:aim\/efficiency ; lg:servesTarget id:target-room ;
            lg:targetsStanding code:standing\/derived ; lg:followsDecision id:decision-room ;
            lg:ownedBy id:role-coordinator ; lg:carriedOutAt id:organisation-birch ;
            lg:changes id:touchpoint-desk ; lg:fromEarliest "2020-01-01"^^xsd:date ;
            lg:fromLatest "2020-12-31"^^xsd:date ; lg:after id:action-plan ;
            lg:saves "Steps"@en ; lg:listedAfter id:action-plan .
    """,
    "idea-cart": r"""
        id:idea-cart a lg:Idea ; dct:identifier "idea-cart" ;
            dct:title "Kirjakärry"@fi, "Book cart"@en ; lg:sharedBy id:organisation-alder ;
            lg:takenUpBy id:organisation-birch ; lg:fromEarliest "2020-02-01"^^xsd:date ;
            lg:fromLatest "2020-02-29"^^xsd:date .
    """,
}


@pytest.mark.parametrize("subject", STATED)
def test_what_an_element_states(subject: str) -> None:
    assert about(STATED_GRAPH, subject) == expected(STATED[subject])


def test_every_kind_has_an_element_written_by_hand() -> None:
    assert {subject.partition("-")[0] for subject in STATED} >= KINDS.keys()


DERIVED = {
    "organisation-alder": r"""
        @prefix alder: <https://example.org/river/organisation-alder/> .
        @prefix member: <https://example.org/river/organisation-alder/memberships/organisation-river/> .
        id:organisation-alder a org:Organization, foaf:Agent, cv:PublicOrganisation ;
            dct:title "Lepän kirjasto"@fi, "Alder Library"@en ; dct:spatial id:municipality-alder ;
            cv:contactPoint alder:contacts\/web, alder:contacts\/phone ;
            foaf:homepage <https://example.org/alder> .
        alder:memberships\/organisation-river a org:Membership ;
            rdfs:label "jäsenyys: Jokikirjastot"@fi, "membership: River Libraries"@en ;
            org:member id:organisation-alder ; org:memberDuring member:time .
        member:time a time:Interval, time:TemporalEntity ; time:hasBeginning member:time\/beginning ;
            rdfs:label "aika: Jokikirjastot"@fi, "time: River Libraries"@en .
        member:time\/beginning a time:Instant, time:TemporalEntity ;
            lg:latest "2017-12-31"^^xsd:date ;
            rdfs:label "alku: Jokikirjastot"@fi, "beginning: River Libraries"@en .
        alder:contacts\/web a cv:ContactPoint ;
            rdfs:label "yhteystieto: verkko-osoite"@fi, "contact: web address"@en .
        alder:contacts\/phone a cv:ContactPoint ;
            rdfs:label "yhteystieto: puhelin"@fi, "contact: phone"@en .
        alder:former-names\/t8a97ef71 rdfs:label "entinen nimi: Lepän kirjasto ja arkisto"@fi,
                "former name: Lepän kirjasto ja arkisto"@en .
        alder:gives\/organisation-school\/material
            rdfs:label "virta: Koulu, aineisto"@fi, "flow: School, material"@en .
        alder:reach\/model a lg:Reach ; lg:saidOf id: ; lg:holdsFor id:organisation-alder ;
            lg:fromLatest "2017-12-31"^^xsd:date ;
            rdfs:label "ulottuvuus: Jokipalvelut"@fi, "reach: River services"@en .
        alder:reach\/organisation-alder a lg:Reach ; lg:saidOf id:organisation-alder ;
            lg:tellsOf id:organisation-alder ; lg:holdsFor id:organisation-alder ; lg:distance 2 ;
            rdfs:label "ulottuvuus: Lepän kirjasto"@fi, "reach: Alder Library"@en .
        alder:reach\/branch-alder a lg:Reach ; lg:saidOf id:branch-alder ;
            lg:tellsOf id:organisation-alder ; lg:holdsFor id:organisation-alder ; lg:distance 1 ;
            lg:toEarliest "2026-08-22"^^xsd:date ;
            rdfs:label "ulottuvuus: Lepän pääkirjasto"@fi, "reach: Alder main library"@en .
        alder:reach\/organisation-river a lg:Reach ; lg:saidOf id:organisation-river ;
            lg:tellsOf id:organisation-river ; lg:holdsFor id:organisation-alder ; lg:distance 2002 ;
            lg:fromLatest "2017-12-31"^^xsd:date ;
            rdfs:label "ulottuvuus: Jokikirjastot"@fi, "reach: River Libraries"@en .
    """,
    "organisation-river": r"""
        id:organisation-river a org:Organization, foaf:Agent, org:OrganizationalCollaboration,
                cv:PublicOrganisation ;
            dct:title "Jokikirjastot"@fi, "River Libraries"@en ;
            dct:spatial id:municipality-alder, id:municipality-birch .
    """,
    "organisation-school": r"""
        id:organisation-school a org:Organization, foaf:Agent ;
            dct:title "Koulu"@fi, "School"@en .
    """,
    "municipality-alder": r"""
        id:municipality-alder a dct:Location, skos:Concept ;
            skos:prefLabel "Leppä"@fi, "Alder"@en, "Al"@sv ;
            skos:inScheme id:municipalities ; skos:topConceptOf id:municipalities .
    """,
    "branch-alder": r"""
        @prefix alder: <https://example.org/river/branch-alder/> .
        id:branch-alder a org:Site, schema:Library ;
            dct:title "Lepän pääkirjasto"@fi, "Alder main library"@en ;
            dct:spatial id:municipality-alder .
        alder:address a locn:Address ;
            rdfs:label "osoite: Lepän pääkirjasto"@fi, "address: Alder main library"@en .
        alder:geo a schema:GeoCoordinates ;
            rdfs:label "sijainti: Lepän pääkirjasto"@fi, "position: Alder main library"@en .
        alder:identifiers\/directory a adms:Identifier ;
            rdfs:label "tunniste: directory"@fi, "identifier: directory"@en .
        alder:listed\/nayttelyt-galleria rdfs:label "hakemiston palvelu: Näyttelyt / galleria."@fi,
                "listed service: Näyttelyt / galleria."@en .
        alder:accessibility\/t56cfdab4
            rdfs:label "esteettömyys: Luiska"@fi, "accessibility: Ramp"@en .
        alder:accessibility\/t9de95653
            rdfs:label "esteettömyys: Hissi"@fi, "accessibility: Lift"@en .
    """,
    "group-loans": r"""
        @prefix alder: <https://example.org/river/group-loans/members/organisation-alder/> .
        id:group-loans a org:OrganizationalUnit ; org:subOrganizationOf id:organisation-river ;
            dct:title "Lainaryhmä"@fi, "Loan group"@en .
        <https://example.org/river/group-loans/members/organisation-alder> a org:Membership ;
            org:organization id:group-loans ; org:memberDuring alder:time ;
            rdfs:label "ryhmän jäsen: Lepän kirjasto"@fi, "group member: Alder Library"@en .
        alder:time a time:Interval, time:TemporalEntity ;
            time:hasBeginning alder:time\/beginning ; time:hasEnd alder:time\/end ;
            rdfs:label "aika: Lepän kirjasto"@fi, "time: Alder Library"@en .
        alder:time\/beginning a time:Instant, time:TemporalEntity ;
            time:inXSDgYear "2019"^^xsd:gYear ; lg:earliest "2019-01-01"^^xsd:date ;
            lg:latest "2019-12-31"^^xsd:date ;
            rdfs:label "alku: Lepän kirjasto"@fi, "beginning: Alder Library"@en .
        alder:time\/end a time:Instant, time:TemporalEntity ;
            time:inXSDgYearMonth "2020-05"^^xsd:gYearMonth ; lg:earliest "2020-05-01"^^xsd:date ;
            lg:latest "2020-05-31"^^xsd:date ;
            rdfs:label "loppu: Lepän kirjasto"@fi, "end: Alder Library"@en .
    """,
    "group-school": r"""
        id:group-school a org:OrganizationalUnit ; dct:title "Kouluryhmä"@fi, "School group"@en .
        id:group-school\/members\/organisation-birch a org:Membership ;
            org:organization id:group-school ;
            rdfs:label "ryhmän jäsen: Koivun kirjasto"@fi, "group member: Birch Library"@en .
    """,
    "project-bridge/funding/granted/grant": r"""
        @prefix grant: <https://example.org/river/project-bridge/funding/granted/grant/> .
        <https://example.org/river/project-bridge/funding/granted/grant> a schema:MonetaryGrant ;
            schema:fundedItem id:project-bridge ; schema:amount grant:amount ;
            rdfs:label "rahoituserä: myönnetty, avustus"@fi, "funding item: granted, grant"@en .
        grant:amount a schema:MonetaryAmount ; schema:value "25000.50"^^xsd:decimal ;
            schema:currency "EUR" ;
            rdfs:label "summa: myönnetty, avustus"@fi, "amount: granted, grant"@en .
    """,
    "project-bridge/funding/applied/grant": r"""
        <https://example.org/river/project-bridge/funding/applied/grant>
            rdfs:label "rahoituserä: haettu, avustus"@fi, "funding item: applied for, grant"@en .
    """,
    "project-bridge/phases/act": r"""
        <https://example.org/river/project-bridge/phases/act> lg:position 2 ;
            dct:isPartOf id:project-bridge ;
            rdfs:label "hankkeen vaihe: Teot"@fi, "project phase: Acts"@en .
    """,
    "rule-days/facts/renewals": r"""
        <https://example.org/river/rule-days/facts/renewals> lg:factNumber "5"^^xsd:decimal ;
            rdfs:label "tosiasia: renewals"@fi, "fact: renewals"@en .
    """,
    "practice-door": r"""
        @prefix adopted: <https://example.org/river/practice-door/adopted/> .
        id:practice-door a cpsv:Rule ;
            dct:description "Ovi aukeaa kortilla"@fi, "The card opens the door"@en .
        adopted:organisation-alder
            rdfs:label "käyttöönotto: Lepän kirjasto"@fi, "adoption: Alder Library"@en .
        adopted:organisation-birch
            rdfs:label "käyttöönotto: Koivun kirjasto"@fi, "adoption: Birch Library"@en .
    """,
    "service-advice": r"""
        id:service-advice a cpsv:PublicService ; dct:description "Neuvonta"@fi, "Advice"@en ;
            cv:hasCompetentAuthority id:organisation-river ; lg:offeredByDefault false .
    """,
    "service-loan": r"""
        @prefix loan: <https://example.org/river/service-loan/> .
        id:service-loan a cpsv:PublicService ;
            cpsv:follows id:rule-days, id:practice-door, id:commitment-help ;
            cv:hasCompetentAuthority id:organisation-alder ; lg:offeredByDefault false ;
            cv:thematicArea code:service-class\/p25-1 .
        loan:facts\/loan-days lg:factNumber "28"^^xsd:decimal ;
            rdfs:label "tosiasia: loan_days"@fi, "fact: loan_days"@en .
        loan:offered\/branch-alder
            rdfs:label "tarjonta: Lepän pääkirjasto"@fi, "offer: Alder main library"@en .
    """,
    "path-hold/wait": r"""
        @prefix wait: <https://example.org/river/path-hold/wait/> .
        id:path-hold\/wait a pplan:Step ; pplan:isStepOfPlan id:path-hold ; lg:position 2 ;
            dct:isPartOf id:path-hold ; pplan:isPrecededBy id:path-hold\/ask ;
            rdfs:comment "P1DT12H" ; rdfs:label "vaihe: odottaa"@fi, "step: waits"@en .
        wait:actor rdfs:label "toimija: odottaa"@fi, "actor: waits"@en .
    """,
    "path-hold/take": r"""
        id:path-hold\/take a pplan:Step ; pplan:isStepOfPlan id:path-hold ; lg:position 3 ;
            dct:isPartOf id:path-hold ;
            pplan:isPrecededBy id:path-hold\/ask, id:path-hold\/wait ;
            rdfs:label "vaihe: noutaa"@fi, "step: takes"@en .
        id:path-hold\/take\/actor rdfs:label "toimija: noutaa"@fi, "actor: takes"@en .
    """,
    "section-help": r"""
        @prefix covers: <https://example.org/river/section-help/covers/> .
        id:section-help a bibo:DocumentPart ; dct:subject id:commitment-help, id:service-advice ;
            dct:isPartOf id:guide-river ; lg:position 1 ; lg:hasTextIn "fi", "en" .
        covers:commitment-help
            rdfs:label "kattavuuslinkki: Saat apua"@fi, "coverage link: You get help"@en .
        covers:service-advice
            rdfs:label "kattavuuslinkki: Neuvonta"@fi, "coverage link: Advice"@en .
        covers:service-advice\/reviewed
            rdfs:label "tarkistus: Neuvonta"@fi, "review: Advice"@en .
    """,
    "event-hearing": r"""
        id:event-hearing a cv:PublicEvent, prov:Activity .
    """,
    "need-space": r"""
        @prefix by: <https://example.org/river/need-space/origins/> .
        id:need-space a prov:Entity ; dct:description "Tilaa"@fi, "Room"@en ;
            prov:wasGeneratedBy id:event-hearing, id:event-day .
        by:customers rdfs:label "alkuperä: asiakkaat"@fi, "origin: customers"@en .
        by:staff rdfs:label "alkuperä: henkilökunta"@fi, "origin: staff"@en .
    """,
    "claim-half": r"""
        id:claim-half rdfs:label "väite: Puolet lainaa."@fi, "claim: Half of them borrow."@en .
    """,
}


@pytest.mark.parametrize("subject", DERIVED)
def test_what_follows_of_an_element(subject: str) -> None:
    """But for the fingerprints, which `test_every_coverable_has_its_fingerprint` compares."""
    said = {t for t in about(DERIVED_GRAPH, subject) if "currentFingerprint" not in t}
    assert said == expected(DERIVED[subject])


def test_an_exact_day_is_an_issued_date_too() -> None:
    graph = graph_of({"id": "source-x", "citation": "X", "published": "2021-02-01"})
    derived = apart(graph, "derived")
    assert about(derived, "source-x") == expected(r"""
        id:source-x a dct:BibliographicResource ; dct:title "X" ;
            dct:issued "2021-02-01"^^xsd:date .
    """)
    stated = about(apart(graph, "stated"), "source-x")
    for name in ("", "Earliest", "Latest"):
        day = f'id:source-x lg:publishedOn{name} "2021-02-01"^^xsd:date .'
        assert expected(day) <= stated


def test_the_day_of_an_event_is_an_interval_of_one_day() -> None:
    day = {"from": "2019-03-05", "to": "2019-03-05"}
    event = {"id": "event-x", "name": {"fi": "X"}, "type": "workshop", **day}
    said = about(apart(graph_of(event), "derived"), "event-x")
    assert said >= expected(r"""
        id:event-x time:hasTime id:event-x\/time .
        id:event-x\/time a time:Interval, time:TemporalEntity ;
            time:hasBeginning id:event-x\/time\/beginning ; time:hasEnd id:event-x\/time\/end .
        id:event-x\/time\/end time:inXSDDate "2019-03-05"^^xsd:date ;
            lg:earliest "2019-03-05"^^xsd:date ; lg:latest "2019-03-05"^^xsd:date .
    """)
    assert not [triple for triple in said if "ProperInterval" in triple]


def test_every_coverable_has_its_fingerprint() -> None:
    found = {
        str(quad.subject): str(quad.object)
        for quad in quads(river())
        if quad.predicate == named("lg:currentFingerprint")
    }
    graph = river()
    covered = {cover.item for section in graph.all(Section) for cover in section.covers}
    wanted = [e for e in graph if isinstance(e, Coverable) or e.id in covered]
    assert found == {f"<{BASE}{e.id}>": f'"{fingerprint(e)}"' for e in wanted}


def test_no_property_of_a_subject_is_both_stated_and_derived() -> None:
    """But for its classes: its own is stated, the shared ones follow."""
    sides: dict[tuple[str, str], set[str]] = {}
    for quad in quads(river()):
        if quad.predicate != named("rdf:type"):
            graph = str(quad.graph_name)
            sides.setdefault((str(quad.subject), str(quad.predicate)), set()).add(graph)
    assert not [key for key, found in sides.items() if len(found) > 1]


def test_what_is_derived_is_marked_where_the_graphs_are_one() -> None:
    mark = named("lg:derivedProperty")
    marks = {str(t.object) for t in triples(river()) if t.predicate == mark and _is(t, "loan")}
    assert marks == {
        str(named(term)) for term in ("cpsv:follows", "cv:hasCompetentAuthority", "cv:thematicArea")
    }


def _is(triple: Triple, service: str) -> bool:
    return triple.subject == NamedNode(f"{BASE}service-{service}")


def kind_of_value(quad: Quad) -> str:
    """A node, a text in some language, or the datatype of a value."""
    if isinstance(quad.object, Literal):
        return "text" if quad.object.language else quad.object.datatype.value
    return "node"


def test_each_own_property_has_one_kind_of_value() -> None:
    kinds: dict[str, set[str]] = {}
    for quad in quads(river(), private=True):
        if "/ns#" in quad.predicate.value:
            kinds.setdefault(quad.predicate.value, set()).add(kind_of_value(quad))
    assert {iri: found for iri, found in kinds.items() if len(found) > 1} == {}


def test_a_changed_fact_changes_no_address() -> None:
    membership = {"of": "organisation-river", "from": "2019"}
    library = {"id": "organisation-x", "name": {"fi": "X"}, "type": "library"}

    def made(**more: str) -> set[str]:
        one = graph_of({**library, "memberships": [{**membership, **more}]})
        subjects = {str(triple.subject) for triple in triples(one)}
        return {subject for subject in subjects if subject.startswith(f"<{BASE}organisation-x")}

    assert made(to="2025") == made(**{"from": "2020-05-01", "to": "2030"})


def test_a_list_says_its_order_and_a_changed_order_changes_one_triple() -> None:
    def made(*ids: str) -> set[str]:
        section = {"id": "section-x", "name": {"fi": "X"}, "status": "draft", "scope": ids}
        return about(apart(graph_of(section), "stated"), "section-x")

    one, other = made("organisation-a", "organisation-b"), made("organisation-b", "organisation-a")
    assert one - other == expected('id:section-x lg:order "scope organisation-a organisation-b" .')
    assert len(one) == len(other)


def test_the_catalogue_says_what_the_model_says_of_itself() -> None:
    catalogue = {t for t in about(STATED_GRAPH, "") if t.startswith(f"<{BASE}> ")}
    assert catalogue == expected(r"""
        id: a lg:Model ; dct:title "River services"@en, "Jokipalvelut"@fi ;
            dct:description "Keksitty."@fi, "Invented."@en ;
            lg:network id:organisation-river ; lg:asOf "2026-08-22"^^xsd:date ;
            lg:asOfEarliest "2026-08-22"^^xsd:date ; lg:asOfLatest "2026-08-22"^^xsd:date ;
            lg:requiredLanguage "fi", "en" ; lg:optionalLanguage "sv" ;
            lg:needsSection lg:Service, lg:Touchpoint, lg:ServicePath, lg:Commitment, lg:Profile ;
            lg:unknownCountsAs "apart" ; lg:unreviewedCountsAs "covered" ; lg:allowEmpty false ;
            lg:order "required fi en", "needs service touchpoint path commitment profile" ;
            lg:actCost id:settings\/cost\/review, id:settings\/cost\/translate,
                id:settings\/cost\/publish, id:settings\/cost\/write, id:settings\/cost\/state .
    """)


def test_the_catalogue_says_who_publishes_it_and_how() -> None:
    more = {
        "publisher": {"name": {"en": "A"}, "url": "https://example.org/a"},
        "license": "https://example.org/by",
        "modified": "2026-08-01",
    }
    stated = apart(graph_of(**more), "stated")
    assert set(map(str, stated)) >= expected(r"""
        id: dct:publisher id:publisher ; dct:license <https://example.org/by> ;
            dct:modified "2026-08-01"^^xsd:date .
        id:publisher dct:title "A"@en ; foaf:homepage <https://example.org/a> .
    """)
    assert about(apart(graph_of(**more), "derived"), "publisher") == expected(r"""
        id:publisher a foaf:Agent ; dct:identifier "publisher" .
    """)
    derived = set(map(str, apart(graph_of(), "derived")))
    assert derived >= expected('id: dct:modified "2026-08-22"^^xsd:date .')
    assert not [triple for triple in derived if "dc/terms/publisher" in triple]


def test_every_address_of_the_base_has_a_label() -> None:
    terms = ("rdfs:label", "skos:prefLabel", "dct:title")
    labels = {named(term) for term in terms}
    made = list(triples(river()))
    told = {triple.subject for triple in made if triple.predicate in labels}
    own = {t.subject for t in made if isinstance(t.subject, NamedNode) and BASE in t.subject.value}
    assert own - told == set()


def test_a_service_has_a_record_in_the_catalogue() -> None:
    assert about(DERIVED_GRAPH, "record/service-loan") == expected(r"""
        id:record\/service-loan a dcat:CatalogRecord ; dct:identifier "record-service-loan" ;
            foaf:primaryTopic id:service-loan ; dct:modified "2026-08-22"^^xsd:date ;
            dct:title "Lainaus"@fi, "Borrowing"@en ; dct:isPartOf id: ;
            lg:standing code:standing\/derived .
    """)


def test_coverage_is_told_in_numbers() -> None:
    """Of eight items at two libraries in two languages, the commitment is covered everywhere."""
    found = coverage(river())
    assert about(DERIVED_GRAPH, "measurement/done") >= expected(rf"""
        <{BASE}measurement/done> a dqv:QualityMeasurement ; dqv:computedOn id: ;
            dqv:isMeasurementOf lg:coverageDone ;
            lg:numerator {found.done.n} ; lg:denominator {found.done.d} .
    """)
    assert about(DERIVED_GRAPH, "measurement/done/commitment") >= expected(rf"""
        <{BASE}measurement/done/commitment> lg:numerator 4 ; lg:denominator 4 ;
            dqv:value "1"^^xsd:decimal ; lg:measuredFor lg:Commitment .
    """)


@pytest.mark.parametrize(
    ("key", "of"),
    [
        ("path", "lg:ServicePath"),
        ("organisation-alder", "id:organisation-alder"),
        ("en", r"code:language\/en"),
    ],
)
def test_a_number_says_what_it_is_of(key: str, of: str) -> None:
    node = f"<{BASE}measurement/done/{key}>"
    assert about(DERIVED_GRAPH, f"measurement/done/{key}") >= expected(
        f"{node} lg:measuredFor {of} ."
    )
    total = [str(t) for t in DERIVED_GRAPH if str(t.subject) == f"<{BASE}measurement/done>"]
    assert total
    assert not any("measuredFor" in each for each in total)


def of_codes(graph: ServiceGraph, words: str) -> set[str]:
    return {str(triple) for triple in triples(graph) if f"/code/{words}" in str(triple.subject)}


def test_a_code_list_is_a_scheme_of_concepts() -> None:
    assert of_codes(river(), "standing") == expected(r"""
        @prefix standing: <https://w3id.org/lumme-graph/code/standing/> .
        code:standing a skos:ConceptScheme ;
            skos:prefLabel "asema"@fi, "standing"@en, "ställning"@sv ;
            skos:hasTopConcept standing:sourced, standing:derived, standing:illustrative .
        standing:sourced a skos:Concept ; skos:notation "sourced" ;
            skos:prefLabel "lähteestä"@fi, "sourced"@en, "ur källa"@sv ;
            skos:inScheme code:standing ; skos:topConceptOf code:standing .
        standing:derived a skos:Concept ; skos:notation "derived" ;
            skos:prefLabel "johdettu"@fi, "derived"@en, "härledd"@sv ;
            skos:inScheme code:standing ; skos:topConceptOf code:standing .
        standing:illustrative a skos:Concept ; skos:notation "illustrative" ;
            skos:prefLabel "havainnollistava"@fi, "illustrative"@en, "illustrativ"@sv ;
            skos:inScheme code:standing ; skos:topConceptOf code:standing .
    """)


def test_a_service_class_is_our_concept_and_matches_the_public_one() -> None:
    assert of_codes(river(), "service-class") == expected(r"""
        code:service-class a skos:ConceptScheme ;
            skos:prefLabel "palveluluokat"@fi, "service classes"@en, "serviceklasser"@sv ;
            skos:hasTopConcept code:service-class\/p25-1 .
        code:service-class\/p25-1 a skos:Concept ; skos:notation "P25.1" ;
            skos:prefLabel "Kirjastot"@fi, "Libraries"@en, "Bibliotek"@sv ;
            skos:exactMatch <http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P25.1> ;
            skos:inScheme code:service-class ; skos:topConceptOf code:service-class .
    """)


def test_a_service_class_whose_name_is_not_known_has_none() -> None:
    service = {"id": "service-x", "name": {"fi": "X"}, "service_class": "P3.2"}
    said = of_codes(graph_of(service), "service-class/p3-2")
    assert said == expected(r"""
        code:service-class\/p3-2 a skos:Concept ; skos:notation "P3.2" ;
            skos:exactMatch <http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P3.2> ;
            skos:inScheme code:service-class ; skos:topConceptOf code:service-class .
    """)


def test_a_language_is_a_concept_and_matches_the_one_of_the_eu() -> None:
    assert of_codes(river(), "language/fi") == expected(r"""
        code:language\/fi a dct:LinguisticSystem, skos:Concept ; skos:notation "fi" ;
            skos:prefLabel "suomi"@fi, "Finnish"@en, "finska"@sv ;
            skos:exactMatch <http://publications.europa.eu/resource/authority/language/FIN> ;
            skos:inScheme code:language ; skos:topConceptOf code:language .
    """)


@pytest.mark.parametrize(
    ("code", "public"),
    [
        ("https://example.org/gwasanaethau/12", "<https://example.org/gwasanaethau/12>"),
        ("Kultur-3", None),
    ],
)
def test_a_service_class_of_another_country_is_not_taken_for_finlands(
    code: str, public: str | None
) -> None:
    service = {"id": "service-x", "name": {"cy": "X"}, "service_class": code}
    found = triples(graph_of(service))
    matches = {
        str(t.object)
        for t in found
        if t.predicate.value.endswith("exactMatch") and "service-class" in str(t.subject)
    }
    assert matches == ({public} if public else set())


def test_equal_words_of_two_lists_stay_two_concepts() -> None:
    law = {"id": "source-act", "citation": "Act", "type": "law"}
    kept = {"id": "commitment-x", "name": {"fi": "X"}, "basis": [{"type": "law"}]}
    graph = graph_of(law, kept)
    assert expected(r"id:source-act dct:type code:source-type\/law .") <= about(
        triples(graph), "source-act"
    )
    basis = expected(r"id:commitment-x\/basis\/law lg:basisType code:basis-type\/law .")
    assert basis <= about(triples(graph), "commitment-x")
    assert of_codes(graph, "source-type/law") != set() != of_codes(graph, "basis-type/law")


def test_a_list_that_nothing_uses_is_not_written() -> None:
    made = of_codes(graph_of({"id": "service-x", "name": {"fi": "X"}}), "")
    assert [triple for triple in made if "/code/language" not in triple] == []


def test_only_model_order_counts_and_catalogue_and_lists_frame_it() -> None:
    subjects = list(dict.fromkeys(str(triple.subject) for triple in triples(river())))
    mine = [subject[1:-1].removeprefix(BASE) for subject in subjects if BASE in subject]
    own = [local for local in mine if "/" not in local]
    assert own == ["", *(e.id for e in river()), "profiles", "municipalities", "subjects", "roles"]
    codes = [s.startswith("<https://w3id.org/lumme-graph/code/") for s in subjects]
    assert codes[:-1] == sorted(codes[:-1])
    assert subjects[-1] == "<https://example.org/alder>"


SPANS = {
    "2020-03-01": ("2020-03-01", "2020-03-01", "2020-03-01"),
    "2020-03": (None, "2020-03-01", "2020-03-31"),
    "2020": (None, "2020-01-01", "2020-12-31"),
    "..2020-03-31": (None, None, "2020-03-31"),
    "2020-03-01..": (None, "2020-03-01", None),
    "2020-02-01..2020-03-31": (None, "2020-02-01", "2020-03-31"),
}
"""Of each span its day, its first and its last day; what is not known has no statement."""


def bounds(span: str) -> str | dict[str, str]:
    first, dots, last = span.partition("..")
    found = {"earliest": first, "latest": last}
    return {name: day for name, day in found.items() if day} if dots else span


@pytest.mark.parametrize("span", SPANS)
def test_a_date_is_a_day_and_its_bounds(span: str) -> None:
    graph = graph_of({"id": "service-x", "name": {"fi": "X"}, "from": bounds(span)})
    said = about(apart(graph, "stated"), "service-x")
    terms = zip(("from", "fromEarliest", "fromLatest"), SPANS[span], strict=True)
    days = "".join(f'id:service-x lg:{term} "{day}"^^xsd:date .\n' for term, day in terms if day)
    assert {triple for triple in said if "ns#from" in triple} == expected(days)


@pytest.mark.parametrize("words", ["example.org", "mailto:a@b.example", "a/b.html", "//a.example"])
def test_what_is_no_web_address_is_refused(words: str) -> None:
    source = {"id": "source-x", "citation": "X", "url": words}
    contact = {"contacts": [{"type": "web", "value": words}]}
    for data in (
        source,
        {"id": "organisation-x", "name": {"fi": "X"}, "type": "library", **contact},
    ):
        with pytest.raises(ValueError, match="no whole https or http address"):
            element(data)


def test_values_of_a_rule_are_told_apart_by_the_place_in_the_key() -> None:
    values = [
        {"key": "a", "value": "1"},
        {"key": "a", "value": "2", "from": "2019", "id": "since-2019"},
        {"key": "a", "value": "3", "for_what": "2019"},
        {"key": "a", "value": "5", "at": "organisation-alder"},
        {"key": "a", "value": "6", "for_what": "organisation-alder"},
    ]
    rule = {"id": "rule-x", "name": {"fi": "X"}, "description": {"fi": "X"}, "values": values}
    made = [t for t in triples(graph_of(rule)) if str(t.predicate).endswith("#factValue>")]
    said = {str(triple.subject)[1:-1].rpartition("/values/")[2] for triple in made}
    assert said == {
        "a",
        "since-2019",
        "a/-/2019",
        "a/organisation-alder",
        "a/-/organisation-alder",
    }


def test_a_phase_that_its_project_does_not_have_gets_no_address() -> None:
    """Nor one of a project that is not there, nor of none."""
    project = {
        "id": "project-x",
        "name": {"fi": "X"},
        "phases": [{"id": "plan", "name": {"fi": "S"}}],
    }
    in_phase = named("lg:inProjectPhase")
    for kind, more in (("event", {"type": "workshop"}), ("decision", {}), ("action", {})):
        loose = {"id": f"{kind}-x", "name": {"fi": "X"}, "phase": "plan", **more}
        of_project = {**loose, "project": "project-x"}
        cases = (
            [project, of_project],
            [project, {**of_project, "phase": "plam"}],
            [of_project],
            [loose],
        )
        said = [sum(t.predicate == in_phase for t in triples(graph_of(*case))) for case in cases]
        assert said == [1, 0, 0, 0]


def authorities(*services: dict[str, Any], **settings: Any) -> set[str]:
    others = [element(data) for data in ELEMENTS if data["id"].startswith("organisation-")]
    made = [element({"id": "service-x", "name": {"fi": "X"}, **data}) for data in services]
    graph = ServiceGraph([*others, *made], Settings.model_validate({**SETTINGS, **settings}))
    return {
        str(triple.object).removeprefix(f"<{BASE}organisation-").removesuffix(">")
        for triple in triples(graph)
        if str(triple.predicate).endswith("hasCompetentAuthority>")
    }


def test_authorities_are_the_libraries_that_offer_it() -> None:
    yes = {"at": "organisation-river", "is": "yes"}
    assert authorities({"offered": [yes]}) == {"alder", "birch"}
    no = {"at": "organisation-birch", "is": "no"}
    assert authorities({"offered": [yes, no]}) == {"alder"}
    ended = {**yes, "to": "2020"}
    assert authorities({"offered": [ended]}) == {"river"}
    assert authorities({"offered": [ended]}, as_of="2019-06-01") == {"alder", "birch"}
    assert authorities({}) == {"river"}
    assert authorities({}, network=None) == set()
    assert authorities({}, network="organisation-school") == set()


def test_a_part_of_two_wholes_has_no_one_place() -> None:
    section = {"id": "section-x", "name": {"fi": "X"}, "status": "draft"}
    guides = [
        {"id": f"guide-{word}", "name": {"fi": "G"}, "sections": ["section-x"]} for word in "ab"
    ]
    said = about(triples(graph_of(section, *guides)), "section-x")
    assert expected("id:section-x dct:isPartOf id:guide-a, id:guide-b .") <= said
    assert not [triple for triple in said if "position" in triple]


class Colour(Coded):
    """A list whose first value is also in a public list."""

    RED = "red", Label("red"), "https://example.org/colours/r"
    BLUE = "blue", Label("blue")


def test_a_code_matches_the_same_code_in_a_public_list() -> None:
    colours = CodeList(Colour)
    assert colours[Colour.RED] == "<https://w3id.org/lumme-graph/code/colour/red>"
    public = [concept.public for concept in colours.concepts()]
    assert public == ["<https://example.org/colours/r>", None]


def test_what_is_for_those_who_keep_the_model_stays_out() -> None:
    for text in ("\n".join(map(str, triples(river()))), "\n".join(map(str, quads(river())))):
        assert "never written" not in text
        assert "LG709" not in text


def test_what_is_private_has_a_graph_of_its_own_and_nothing_follows_from_it() -> None:
    private = expected(r"""
        @prefix rules: <https://example.org/river/source-rules/> .
        id:source-rules lg:note "never written" ; lg:suppression rules:suppress\/lg709 .
        rules:suppress\/lg709 a lg:Suppression ; lg:checkCode "LG709" ;
            lg:suppressionReason "nor this" .
    """)
    assert set(map(str, apart(river(), "private"))) == private
    more = set(triples(river(), private=True)) - set(triples(river()))
    assert set(map(str, more)) == private


def test_a_language_that_rdf_cannot_carry_is_named() -> None:
    graph = graph_of({"id": "service-x", "name": {"en-aa-bb": "X"}})
    with pytest.raises(ValueError, match="en-aa-bb is not a language tag"):
        list(triples(graph))


def grouped(made: list[Triple]) -> bool:
    runs = [subject for subject, _ in groupby(triple.subject for triple in made)]
    return len(runs) == len(set(runs))


def test_the_triples_of_a_subject_follow_each_other_and_none_comes_twice() -> None:
    made = list(triples(river()))
    assert grouped(made)
    assert len(made) == len(set(made))
