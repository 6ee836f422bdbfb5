"""Which triples a model is: expected ones written by hand."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse
from rdf_network import BASE, ELEMENTS, SETTINGS, element, river

from lumme_graph.base.label import Label
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.kind import Coded
from lumme_graph.rdf.codes import CodeList
from lumme_graph.rdf.forms import prefixes
from lumme_graph.rdf.terms import named
from lumme_graph.rdf.triples import triples

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes(BASE).items())


def expected(turtle: str) -> set[str]:
    return {str(quad.triple) for quad in parse(HEAD + turtle, format=RdfFormat.TURTLE)}


def about(graph: ServiceGraph, subject: str) -> set[str]:
    """The triples of a subject of the model and of its parts."""
    node = BASE + subject
    return {
        str(triple)
        for triple in triples(graph)
        if isinstance(triple.subject, NamedNode)
        and (triple.subject.value == node or triple.subject.value.startswith(node + "/"))
    }


def graph_of(*elements: dict[str, Any], **settings: Any) -> ServiceGraph:
    made = [element(data) for data in elements]
    return ServiceGraph(made, Settings.model_validate({**SETTINGS, **settings}))


EXPECTED = {
    "source-rules": r"""
        id:source-rules a lg:Source, dct:BibliographicResource ;
            dct:identifier "source-rules" ; dct:bibliographicCitation "User rules" ;
            foaf:page <https://example.org/s%C3%A4%C3%A4nn%C3%B6t?a=1> ;
            dct:type <https://w3id.org/lumme-graph/code/source-type/web-page> ;
            dct:issued "2021"^^xsd:gYear ; lg:readOn "2026-08"^^xsd:gYearMonth ;
            dcat:keyword "loans", "young people" .
    """,
    "source-list": r"""
        id:source-list a lg:Source, dct:BibliographicResource ; dct:identifier "source-list" ;
            dct:bibliographicCitation "List" ; dct:isReferencedBy id:source-rules .
    """,
    "claim-half": r"""
        id:claim-half a lg:Claim ; dct:identifier "claim-half" ;
            dct:description "Puolet lainaa."@fi, "Half of them borrow."@en ;
            lg:saidIn id:source-rules ; dct:references id:source-list .
    """,
    "municipality-alder": r"""
        id:municipality-alder a lg:Municipality, dct:Location ;
            dct:identifier "municipality-alder" ; dct:title "Leppä"@fi, "Alder"@en, "Al"@sv ;
            skos:notation "001" ; skos:exactMatch <http://example.org/kunta/001> .
    """,
    "organisation-river": r"""
        id:organisation-river a org:Organization, foaf:Agent, org:OrganizationalCollaboration,
                cv:PublicOrganisation ;
            dct:identifier "organisation-river" ;
            dct:title "Jokikirjastot"@fi, "River Libraries"@en ;
            skos:prefLabel "Jokikirjastot"@fi, "River Libraries"@en ;
            org:classification <https://w3id.org/lumme-graph/code/organisation-type/network> ;
            dct:spatial id:municipality-alder, id:municipality-birch .
    """,
    "organisation-alder": r"""
        @prefix alder: <https://example.org/river/organisation-alder/> .
        id:organisation-alder a org:Organization, foaf:Agent, cv:PublicOrganisation ;
            dct:identifier "organisation-alder" ;
            dct:title "Lepän kirjasto"@fi, "Alder Library"@en ;
            skos:prefLabel "Lepän kirjasto"@fi, "Alder Library"@en ;
            lg:formerName alder:former_names\/\-\/2018 ;
            org:classification <https://w3id.org/lumme-graph/code/organisation-type/library> ;
            dct:spatial id:municipality-alder ;
            org:hasMembership alder:memberships\/organisation-river\/..2017-12-31 ;
            lg:gives alder:gives\/organisation-school\/material\/2020 ;
            lg:contact alder:contacts\/web\/https%3A%2F%2Fexample.org%2Falder .
        alder:gives\/organisation-school\/material\/2020 a lg:Flow ;
            lg:givenTo id:organisation-school ;
            lg:flowType <https://w3id.org/lumme-graph/code/flow-type/material> ;
            lg:what "Kirjakassit"@fi, "Book bags"@en ; lg:from "2020"^^xsd:gYear .
        alder:former_names\/\-\/2018 a lg:FormerName ;
            skos:altLabel "Lepän kirjasto ja arkisto"@fi ; lg:to "2018"^^xsd:gYear .
        alder:memberships\/organisation-river\/..2017-12-31
            a org:Membership ; org:member id:organisation-alder ;
            org:organization id:organisation-river ;
            org:memberDuring alder:memberships\/organisation-river\/..2017-12-31\/during .
        alder:memberships\/organisation-river\/..2017-12-31\/during
            a time:ProperInterval ; lg:fromLatest "2017-12-31"^^xsd:date .
        alder:contacts\/web\/https%3A%2F%2Fexample.org%2Falder
            a lg:Contact ; lg:value "https://example.org/alder" ;
            lg:contactType <https://w3id.org/lumme-graph/code/contact-type/web> .
    """,
    "organisation-birch": r"""
        @prefix birch: <https://example.org/river/organisation-birch/> .
        id:organisation-birch a org:Organization, foaf:Agent, cv:PublicOrganisation ;
            dct:identifier "organisation-birch" ;
            dct:title "Koivun kirjasto"@fi, "Birch Library"@en ;
            skos:prefLabel "Koivun kirjasto"@fi, "Birch Library"@en ;
            org:classification <https://w3id.org/lumme-graph/code/organisation-type/library> ;
            dct:spatial id:municipality-birch ;
            org:hasMembership birch:memberships\/organisation-river ;
            lg:buysFrom birch:buys_from\/organisation-alder\/2020-01 .
        birch:memberships\/organisation-river a org:Membership ;
            org:organization id:organisation-river ; org:member id:organisation-birch .
        birch:buys_from\/organisation-alder\/2020-01 a lg:Purchase ;
            lg:seller id:organisation-alder ;
            lg:from "2020-01"^^xsd:gYearMonth ; lg:to "2021-06-30"^^xsd:date .
    """,
    "organisation-school": r"""
        id:organisation-school a org:Organization, foaf:Agent ;
            dct:identifier "organisation-school" ;
            dct:title "Koulu"@fi, "School"@en ; skos:prefLabel "Koulu"@fi, "School"@en ;
            org:classification <https://w3id.org/lumme-graph/code/organisation-type/partner> .
    """,
    "branch-alder": r"""
        @prefix alder: <https://example.org/river/branch-alder/> .
        id:branch-alder a org:Site, schema:Library ; dct:identifier "branch-alder" ;
            dct:title "Lepän pääkirjasto"@fi, "Alder main library"@en ;
            skos:prefLabel "Lepän pääkirjasto"@fi, "Alder main library"@en ;
            org:siteOf id:organisation-alder ;
            dct:type <https://w3id.org/lumme-graph/code/branch-type/main> ;
            dct:spatial id:municipality-alder ; schema:streetAddress "Rantatie 1" ;
            schema:latitude "61.6454651"^^xsd:double ; schema:longitude "27.0732112"^^xsd:double ;
            adms:identifier alder:identifiers\/directory\/12345 ;
            lg:lists alder:listed\/N%C3%A4yttelyt%20%2F%20galleria%2E ;
            lg:accessibility "Luiska"@fi, "Ramp"@en, "Hissi"@fi, "Lift"@en ;
            lg:toEarliest "2026-08-22"^^xsd:date .
        alder:identifiers\/directory\/12345 a adms:Identifier ;
            adms:schemaAgency "directory" ; skos:notation "12345" .
        alder:listed\/N%C3%A4yttelyt%20%2F%20galleria%2E
            a lg:ListedService ; lg:listedName "Näyttelyt / galleria." .
    """,
    "vehicle-otter": r"""
        @prefix in_use: <https://example.org/river/vehicle-otter/in_use/> .
        id:vehicle-otter a lg:Vehicle, schema:Vehicle ; dct:identifier "vehicle-otter" ;
            dct:title "Saukko"@fi, "Otter"@en ; skos:prefLabel "Saukko"@fi, "Otter"@en ;
            lg:operatedBy id:organisation-birch ;
            dct:type <https://w3id.org/lumme-graph/code/vehicle-type/bookmobile> ;
            lg:inUse in_use:2007, in_use:\-\/2007 .
        in_use:2007 a lg:Period ; lg:from "2007"^^xsd:gYear .
        in_use:\-\/2007 a lg:Period ; lg:to "2007"^^xsd:gYear .
    """,
    "role-coordinator": r"""
        @prefix at: <https://example.org/river/role-coordinator/assignments/organisation-river/> .
        id:role-coordinator a lg:Role, org:Role ; dct:identifier "role-coordinator" ;
            skos:prefLabel "Koordinaattori"@fi, "Coordinator"@en ;
            lg:leadership <https://w3id.org/lumme-graph/code/leadership/network> ;
            lg:assignment at:2020 .
        at:2020 a lg:Assignment ; lg:assignedTo id:organisation-river ; lg:from "2020"^^xsd:gYear .
    """,
    "group-loans": r"""
        @prefix member: <https://example.org/river/group-loans/members/organisation-alder/> .
        id:group-loans a lg:Group, org:OrganizationalUnit ; dct:identifier "group-loans" ;
            dct:title "Lainaryhmä"@fi, "Loan group"@en ;
            skos:prefLabel "Lainaryhmä"@fi, "Loan group"@en ;
            org:purpose "Yhteinen lainaus"@fi, "Lending together"@en ;
            dct:type code:group-type\/production ; lg:modality code:modality\/planned ;
            lg:unitOf id:organisation-river ; org:unitOf id:organisation-river ;
            lg:groupMember member:2019 ; lg:ledBy id:role-coordinator .
        member:2019 a lg:GroupMember, org:Membership ; org:member id:organisation-alder ;
            org:organization id:group-loans ; org:memberDuring member:2019\/during .
        member:2019\/during a time:ProperInterval ;
            lg:from "2019"^^xsd:gYear ; lg:to "2020-05"^^xsd:gYearMonth .
    """,
    "group-school": r"""
        @prefix members: <https://example.org/river/group-school/members/> .
        id:group-school a lg:Group, org:OrganizationalUnit ; dct:identifier "group-school" ;
            dct:title "Kouluryhmä"@fi, "School group"@en ;
            skos:prefLabel "Kouluryhmä"@fi, "School group"@en ;
            lg:unitOf id:organisation-school ; lg:groupMember members:organisation-birch .
        members:organisation-birch a lg:GroupMember, org:Membership ;
            org:member id:organisation-birch ; org:organization id:group-school .
    """,
    "project-bridge": r"""
        @prefix phases: <https://example.org/river/project-bridge/phases/> .
        @prefix funding: <https://example.org/river/project-bridge/funding/> .
        id:project-bridge a lg:Project, schema:Project, prov:Activity ;
            dct:identifier "project-bridge" ; dct:title "Silta"@fi, "Bridge"@en ;
            lg:projectStatus code:project-status\/funded ;
            lg:carriedOutBy id:organisation-alder ; lg:programme "State grant" ; lg:call 2018 ;
            lg:decidedBy id:organisation-school ;
            lg:from "2018-06-01"^^xsd:date ; lg:to "2019"^^xsd:gYear ;
            lg:projectPhase phases:plan, phases:act ;
            lg:funding funding:applied\/grant, funding:granted\/grant, funding:granted\/other,
                funding:realised\/grant ;
            lg:deliverable "Opas"@fi, "A guide"@en ;
            lg:projectGroup id:group-loans ; lg:projectRole id:role-coordinator .
        phases:plan a lg:ProjectPhase ; dct:title "Suunnittelu"@fi, "Planning"@en ;
            lg:from "2018-06"^^xsd:gYearMonth ; lg:position 1 .
        phases:act a lg:ProjectPhase ; dct:title "Teot"@fi, "Acts"@en ; lg:position 2 .
        funding:applied\/grant a lg:Funding ; lg:fundingStage code:funding-stage\/applied ;
            lg:party code:party\/grant ; schema:amount funding:applied\/grant\/amount .
        funding:applied\/grant\/amount a schema:MonetaryAmount ;
            schema:value "33700"^^xsd:decimal ; schema:currency "EUR" .
        funding:granted\/grant a lg:Funding, schema:MonetaryGrant ;
            lg:fundingStage code:funding-stage\/granted ; lg:party code:party\/grant ;
            lg:standing code:standing\/sourced ; schema:fundedItem id:project-bridge ;
            schema:amount funding:granted\/grant\/amount .
        funding:granted\/grant\/amount a schema:MonetaryAmount ;
            schema:value "25000.50"^^xsd:decimal ; schema:currency "EUR" .
        funding:granted\/other a lg:Funding ; lg:fundingStage code:funding-stage\/granted ;
            lg:party code:party\/other ; schema:amount funding:granted\/other\/amount .
        funding:granted\/other\/amount a schema:MonetaryAmount ;
            schema:value "0"^^xsd:decimal ; schema:currency "EUR" .
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
            lg:underGoal id:goal-ease ; lg:goalOf id:project-bridge .
    """,
    "indicator-visits": r"""
        @prefix visits: <https://example.org/river/indicator-visits/> .
        id:indicator-visits a lg:Indicator, sosa:ObservableProperty ;
            dct:identifier "indicator-visits" ; dct:title "Käynnit"@fi, "Visits"@en ;
            skos:prefLabel "Käynnit"@fi, "Visits"@en ; lg:query "visits" ;
            lg:followsGoal id:goal-time ; lg:indicatorOf id:project-bridge ;
            lg:target visits:target ;
            lg:observation visits:observations\/2019, visits:observations\/2020 .
        visits:target a lg:IndicatorTarget ; lg:operator ">=" ;
            lg:targetValue "1000"^^xsd:decimal .
        visits:observations\/2019 a lg:Observation, sosa:Observation ;
            sosa:observedProperty id:indicator-visits ; lg:observedOn "2019"^^xsd:gYear ;
            sosa:hasSimpleResult "12.50"^^xsd:decimal .
        visits:observations\/2020 a lg:Observation, sosa:Observation ;
            sosa:observedProperty id:indicator-visits ; lg:observedOn "2020"^^xsd:gYear .
    """,
    "touchpoint-machine": r"""
        @prefix waive: <https://example.org/river/touchpoint-machine/waive/> .
        id:touchpoint-machine a lg:Touchpoint, cv:Channel ; dct:identifier "touchpoint-machine" ;
            dct:title "Automaatti"@fi, "Machine"@en ;
            dct:type <https://w3id.org/lumme-graph/code/channel-type/device> ; lg:waived waive:\-\/sv .
        waive:\-\/sv a lg:Waiver ; dct:language "sv" ; lg:reason "none" ;
            lg:until "2027-01-01"^^xsd:date .
    """,
    "rule-days": r"""
        @prefix days: <https://example.org/river/rule-days/values/loan_days/> .
        @prefix rule: <https://example.org/river/rule-days/> .
        id:rule-days a lg:UserRule, cpsv:Rule ; dct:identifier "rule-days" ;
            dct:title "Laina-aika"@fi, "Loan period"@en ;
            dct:description "Kirja 28 päivää."@fi, "A book for 28 days."@en ;
            lg:ruleValue rule:values\/loan_days, days:\-\/2019\/dvd, days:branch-alder ;
            lg:fact rule:facts\/renewals .
        rule:values\/loan_days a lg:RuleValue ;
            lg:key "loan_days" ; lg:value "28" ; lg:unit "day" .
        days:\-\/2019\/dvd a lg:RuleValue ; lg:key "loan_days" ; lg:value "7" ;
            lg:forWhat "dvd" ; lg:from "2019"^^xsd:gYear .
        days:branch-alder a lg:RuleValue ; lg:key "loan_days" ; lg:value "14" ;
            lg:holdsAt id:branch-alder ; lg:to "2020"^^xsd:gYear .
        rule:facts\/renewals a lg:Fact ; lg:key "renewals" ; lg:value "5" .
    """,
    "practice-door": r"""
        @prefix adopted: <https://example.org/river/practice-door/adopted/> .
        id:practice-door a lg:Practice, cpsv:Rule ; dct:identifier "practice-door" ;
            dct:title "Ovi aukeaa kortilla"@fi, "The card opens the door"@en ;
            dct:description "Ovi aukeaa kortilla"@fi, "The card opens the door"@en ;
            lg:practiceState code:practice-state\/unified ; lg:followsRule id:rule-days ;
            lg:adoption adopted:organisation-alder\/..2019-05-31\/adopted,
                adopted:organisation-birch\/not-adopted ;
            lg:saves "Työaikaa"@fi, "Working time"@en .
        adopted:organisation-alder\/..2019-05-31\/adopted a lg:Adoption ;
            lg:adoptedAt id:organisation-alder ; lg:fromLatest "2019-05-31"^^xsd:date ;
            lg:adoptionState code:adoption-state\/adopted .
        adopted:organisation-birch\/not-adopted a lg:Adoption ;
            lg:adoptedAt id:organisation-birch ;
            lg:adoptionState code:adoption-state\/not-adopted .
    """,
    "service-loan": r"""
        @prefix loan: <https://example.org/river/service-loan/> .
        id:service-loan a cpsv:PublicService ; dct:identifier "service-loan" ;
            dct:title "Lainaus"@fi, "Borrowing"@en ;
            dct:description "Kirjat kotiin."@fi, "Books to take home."@en ;
            cv:hasChannel id:touchpoint-desk, id:touchpoint-machine ;
            cpsv:follows id:rule-days ; lg:producedBy id:group-loans ;
            lg:saves "Double work"@en ;
            cv:hasCompetentAuthority id:organisation-alder ;
            cv:thematicArea <https://w3id.org/lumme-graph/code/service-class/P25.1> ;
            lg:serviceClass "P25.1" ; dct:subject yso:p8431 ; lg:fact loan:facts\/loan_days ;
            lg:offered loan:offered\/branch-alder\/yes ; dct:source id:source-rules ;
            lg:derivation "From the rules."@en ;
            lg:standing <https://w3id.org/lumme-graph/code/standing/derived> .
        loan:facts\/loan_days a lg:Fact ; lg:key "loan_days" ; lg:value "28" ; lg:unit "day" ;
            lg:standing <https://w3id.org/lumme-graph/code/standing/sourced> .
        loan:offered\/branch-alder\/yes a lg:Offer ; lg:offeredAt id:branch-alder ;
            lg:isOffered <https://w3id.org/lumme-graph/code/answer/yes> ;
            lg:standing <https://w3id.org/lumme-graph/code/standing/sourced> .
    """,
    "service-advice": r"""
        id:service-advice a cpsv:PublicService ; dct:identifier "service-advice" ;
            dct:title "Neuvonta"@fi, "Advice"@en ; dct:description "Neuvonta"@fi, "Advice"@en ;
            cv:hasCompetentAuthority id:organisation-river .
    """,
    "profile-family": r"""
        @prefix evidence: <https://example.org/river/profile-family/evidence/> .
        @prefix channel: <https://example.org/river/profile-family/channels/> .
        id:profile-family a lg:Profile, skos:Concept, dct:AgentClass ;
            dct:identifier "profile-family" ; skos:prefLabel "Perhe"@fi, "Family"@en ;
            lg:relation <https://w3id.org/lumme-graph/code/relation/user> ;
            lg:status <https://w3id.org/lumme-graph/code/profile-status/draft> ;
            lg:task "Lukea"@fi, "To read"@en ; lg:uses id:service-loan ;
            lg:evidence evidence:source-rules ;
            lg:channelUse channel:touchpoint-desk, channel:touchpoint-machine ;
            skos:inScheme id:profiles ; skos:topConceptOf id:profiles .
        evidence:source-rules a lg:Evidence ; dct:source id:source-rules ;
            dct:date "2019-05"^^xsd:gYearMonth ; lg:n 0 .
        channel:touchpoint-desk a lg:ChannelUse ; lg:usesChannel id:touchpoint-desk ;
            lg:howOften <https://w3id.org/lumme-graph/code/frequency/weekly> ;
            lg:standing <https://w3id.org/lumme-graph/code/standing/sourced> .
        channel:touchpoint-machine a lg:ChannelUse ; lg:usesChannel id:touchpoint-machine .
    """,
    "profiles": r"""
        id:profiles a skos:ConceptScheme ; skos:hasTopConcept id:profile-family ;
            skos:prefLabel "asiakasprofiilit"@fi, "customer profiles"@en, "kundprofiler"@sv .
    """,
    "path-hold": r"""
        @prefix hold: <https://example.org/river/path-hold/> .
        @prefix lane: <https://w3id.org/lumme-graph/code/lane/> .
        @prefix actor: <https://w3id.org/lumme-graph/code/actor-kind/> .
        id:path-hold a lg:ServicePath, pplan:Plan ; dct:identifier "path-hold" ;
            dct:title "Varaus"@fi, "Reserving"@en ;
            lg:customerGoal "Kirja käteen"@fi, "The book in hand"@en ;
            lg:pathState <https://w3id.org/lumme-graph/code/path-state/as-is> ;
            lg:forProfile id:profile-family ; lg:throughService id:service-loan ;
            lg:phase hold:phases\/get ; lg:step hold:ask, hold:wait, hold:take .
        hold:phases\/get a lg:Phase ; dct:title "Saa"@fi, "Get"@en ; lg:position 1 .
        hold:ask a pplan:Step, lg:Step ; pplan:isStepOfPlan id:path-hold ; lg:position 1 ;
            lg:inPhase hold:phases\/get ; dct:title "kysyy"@fi, "asks"@en ;
            lg:doneBy hold:ask\/actor\/customer ; lg:lane lane:customer ;
            lg:viaTouchpoint id:touchpoint-desk ; lg:feeling hold:ask\/feeling ;
            lg:profileFeeling hold:ask\/feelings\/profile-family ;
            lg:thought hold:ask\/thoughts\/t010c382f, hold:ask\/thoughts\/t010c382f-2 ;
            lg:momentOfTruth false ; lg:showsNeed id:need-space ;
            lg:mark hold:ask\/marks\/question\/t010c382f ;
            lg:next hold:ask\/next\/take, hold:ask\/next\/wait .
        hold:ask\/feelings\/profile-family a lg:ProfileFeeling ; lg:value 2 ;
            lg:feltBy id:profile-family .
        hold:ask\/thoughts\/t010c382f a lg:Thought ; dct:description "Why?"@en, "Miksi?"@fi ;
            lg:standing <https://w3id.org/lumme-graph/code/standing/illustrative> .
        hold:ask\/thoughts\/t010c382f-2 a lg:Thought ; dct:description "Miksi?"@fi ;
            lg:standing <https://w3id.org/lumme-graph/code/standing/illustrative> .
        hold:ask\/marks\/question\/t010c382f a lg:Mark ; dct:description "Miksi?"@fi ;
            lg:markType <https://w3id.org/lumme-graph/code/mark-type/question> .
        hold:ask\/actor\/customer a lg:Actor ; lg:actorKind actor:customer .
        hold:ask\/feeling a lg:Feeling ; lg:value -1 ;
            lg:standing <https://w3id.org/lumme-graph/code/standing/illustrative> .
        hold:ask\/next\/take a lg:Next ; lg:toStep hold:take ; lg:when "jos on"@fi, "if there"@en .
        hold:ask\/next\/wait a lg:Next ; lg:toStep hold:wait .
        hold:wait a pplan:Step, lg:Step ; pplan:isStepOfPlan id:path-hold ; lg:position 2 ;
            pplan:isPrecededBy hold:ask ; dct:title "odottaa"@fi, "waits"@en ;
            lg:appliesRule id:rule-days ; lg:appliesPractice id:practice-door ;
            lg:doneBy hold:wait\/actor\/customer ; lg:lane lane:customer ;
            cv:processingTime "P1DT12H"^^xsd:duration ;
            lg:standing <https://w3id.org/lumme-graph/code/standing/illustrative> .
        hold:wait\/actor\/customer a lg:Actor ; lg:actorKind actor:customer ;
            lg:actor id:profile-family .
        hold:take a pplan:Step, lg:Step ; pplan:isStepOfPlan id:path-hold ; lg:position 3 ;
            pplan:isPrecededBy hold:ask, hold:wait ; dct:title "noutaa"@fi, "takes"@en ;
            lg:doneBy hold:take\/actor\/customer ; lg:lane lane:customer .
        hold:take\/actor\/customer a lg:Actor ; lg:actorKind actor:customer .
    """,
    "path-quick-hold": r"""
        id:path-quick-hold a lg:ServicePath, pplan:Plan ; dct:identifier "path-quick-hold" ;
            dct:title "Pikavaraus"@fi, "Reserving at once"@en ; lg:insteadOf id:path-hold ;
            lg:pathState <https://w3id.org/lumme-graph/code/path-state/to-be> .
    """,
    "commitment-help": r"""
        @prefix help: <https://example.org/river/commitment-help/> .
        id:commitment-help a lg:Commitment, cpsv:Rule ; dct:identifier "commitment-help" ;
            dct:title "Saat apua"@fi, "You get help"@en ;
            dct:description "Saat apua"@fi, "You get help"@en ;
            lg:basis help:basis\/law ; lg:standard help:standard ; lg:keptAt id:touchpoint-desk ;
            lg:forProfile id:profile-family ; lg:ownedBy id:role-coordinator ;
            lg:measuredBy id:indicator-visits ;
            lg:status <https://w3id.org/lumme-graph/code/approval/draft> ;
            dct:isPartOf id:promise-river ; lg:position 1 .
        help:basis\/law a lg:Basis ; dct:description "The act."@en ;
            lg:basisType <https://w3id.org/lumme-graph/code/basis-type/law> .
        help:standard a lg:Standard ; lg:metric "Wait"@en ; lg:operator "<=" ;
            lg:targetValue "7.5"^^xsd:double ; lg:unit "min" .
    """,
    "promise-river": r"""
        id:promise-river a lg:Promise, foaf:Document ; dct:identifier "promise-river" ;
            dct:title "Lupaus"@fi, "Promise"@en ; dct:hasPart id:commitment-help ;
            lg:status <https://w3id.org/lumme-graph/code/approval/draft> .
    """,
    "section-help": r"""
        @prefix covers: <https://example.org/river/section-help/covers/> .
        id:section-help a lg:Section, bibo:DocumentPart ; dct:identifier "section-help" ;
            dct:title "Apua"@fi, "Help"@en ; lg:informative true ;
            lg:status <https://w3id.org/lumme-graph/code/section-status/published> ;
            lg:contentOrigin <https://w3id.org/lumme-graph/code/content/own> ;
            lg:audience <https://w3id.org/lumme-graph/code/audience/both> ;
            lg:covers covers:commitment-help, covers:service-advice ;
            lg:body "Kysy *meiltä*.\n"@fi, "Ask \"us\".\n"@en ;
            dct:subject id:commitment-help, id:service-advice ;
            dct:isPartOf id:guide-river ; lg:position 1 .
        covers:commitment-help a lg:Cover ; dct:subject id:commitment-help .
        covers:service-advice a lg:Cover ; dct:subject id:service-advice ;
            lg:reviewed covers:service-advice\/reviewed .
        covers:service-advice\/reviewed a lg:Review ; dct:date "2026-08-22"^^xsd:date ;
            lg:fingerprint "2:0123456789abcdef" .
    """,
    "section-loans": r"""
        @prefix loans: <https://example.org/river/section-loans/> .
        id:section-loans a lg:Section, bibo:DocumentPart ; dct:identifier "section-loans" ;
            dct:title "Lainat"@fi, "Loans"@en ; lg:informative false ;
            lg:status <https://w3id.org/lumme-graph/code/section-status/planned> ;
            lg:contentOrigin <https://w3id.org/lumme-graph/code/content/own> ;
            lg:audience <https://w3id.org/lumme-graph/code/audience/both> ;
            lg:covers loans:covers\/service-loan ; dct:subject id:service-loan ;
            lg:exception loans:exceptions\/organisation-birch ;
            lg:translation loans:translations\/en ;
            dct:isPartOf id:guide-river ; lg:position 2 .
        loans:covers\/service-loan a lg:Cover ; dct:subject id:service-loan ;
            lg:scope id:organisation-alder .
        loans:exceptions\/organisation-birch a lg:LocalException ;
            lg:exceptionAt id:organisation-birch ; dct:description "Not there."@en .
        loans:translations\/en a lg:Translation ; lg:languageTag "en" ;
            lg:fingerprint "2:0123456789abcdef" .
    """,
    "guide-river": r"""
        id:guide-river a lg:Guide, foaf:Document ; dct:identifier "guide-river" ;
            dct:title "Opas"@fi, "Guide"@en ; dct:hasPart id:section-help, id:section-loans ;
            schema:keywords "ohje, käsikirja"@fi, "manual"@en ;
            lg:question id:guide-river\/questions\/tb570b66a, id:guide-river\/questions\/t15382891 ;
            lg:milestone id:guide-river\/milestones\/published ;
            lg:audience <https://w3id.org/lumme-graph/code/audience/both> .
        id:guide-river\/questions\/tb570b66a a lg:GuideQuestion ; lg:position 1 ;
            dct:title "Mistä apua?"@fi, "Where is help?"@en ; lg:leadsTo id:section-help .
        id:guide-river\/questions\/t15382891 a lg:GuideQuestion ; lg:position 2 ;
            dct:title "How to begin?"@en ; lg:leadsTo id:path-hold .
        id:guide-river\/milestones\/published a lg:GuideMilestone ;
            lg:guideStage code:guide-stage\/published ; lg:fromLatest "2020-12-31"^^xsd:date .
    """,
    "event-day": r"""
        id:event-day a cv:PublicEvent, prov:Activity ; dct:identifier "event-day" ;
            dct:title "Teemapäivä"@fi, "Theme day"@en ;
            dct:description "Päivä käytännöistä."@fi, "A day on practices."@en ;
            dct:type code:event-type\/theme-day ; lg:modality code:modality\/announced ;
            cv:eventStatus code:modality\/announced ; time:hasTime id:event-day\/time ;
            cv:audience code:event-audience\/staff, code:event-audience\/leaders ;
            lg:topic code:topic\/practices ; lg:usesMethod code:method\/service-paths ;
            dct:spatial id:municipality-alder ; lg:takesPart id:organisation-alder ;
            lg:ledBy id:role-coordinator ; lg:eventOf id:project-bridge ;
            lg:inProjectPhase id:project-bridge\/phases\/plan ;
            lg:n 0 ; lg:summaryPublished false .
        id:event-day\/time a time:TemporalEntity ;
            lg:from "2019-03-05"^^xsd:date ; lg:to "2019-03-06"^^xsd:date .
    """,
    "event-hearing": r"""
        id:event-hearing a cv:PublicEvent, prov:Activity ; dct:identifier "event-hearing" ;
            dct:title "Kuuleminen"@fi, "Hearing"@en ; dct:type code:event-type\/hearing ;
            lg:heard id:profile-family ; cv:parentEvent id:event-day ; lg:after id:event-day .
    """,
    "need-space": r"""
        @prefix by: <https://example.org/river/need-space/origins/> .
        id:need-space a lg:Need ; dct:identifier "need-space" ; dct:title "Tilaa"@fi, "Room"@en ;
            dct:description "Tilaa"@fi, "Room"@en ; lg:origin by:customers, by:staff ;
            lg:needOf id:profile-family ; prov:wasDerivedFrom id:event-hearing, id:event-day .
        by:customers a lg:Origin ; lg:raisedBy code:raised-by\/customers ;
            prov:wasDerivedFrom id:event-hearing, id:event-day .
        by:staff a lg:Origin ; lg:raisedBy code:raised-by\/staff ;
            prov:wasDerivedFrom id:event-day ; lg:raisedAt id:organisation-birch .
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
            dct:date "2019-04"^^xsd:gYearMonth ; lg:decidedBy id:organisation-river ;
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
            lg:changes id:touchpoint-desk ; lg:from "2020"^^xsd:gYear ; lg:after id:action-plan ;
            lg:saves "Steps"@en .
    """,
    "idea-cart": r"""
        id:idea-cart a lg:Idea ; dct:identifier "idea-cart" ;
            dct:title "Kirjakärry"@fi, "Book cart"@en ; lg:sharedBy id:organisation-alder ;
            lg:takenUpBy id:organisation-birch ; lg:from "2020-02"^^xsd:gYearMonth .
    """,
}


@pytest.mark.parametrize("subject", EXPECTED)
def test_an_element_is_these_triples(subject: str) -> None:
    assert about(river(), subject) == expected(EXPECTED[subject])


def test_every_kind_has_an_element_written_by_hand() -> None:
    assert {subject.partition("-")[0] for subject in EXPECTED} >= KINDS.keys()


def test_the_catalogue_says_what_the_model_says_of_itself() -> None:
    catalogue = {str(t) for t in triples(river()) if t.subject == NamedNode(BASE)}
    assert catalogue == expected(r"""
        id: a dcat:Catalog ; dct:title "River services"@en, "Jokipalvelut"@fi ;
            dct:description "Keksitty."@fi, "Invented."@en ;
            lg:network id:organisation-river ; lg:asOf "2026-08-22"^^xsd:date .
    """)


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
            skos:hasTopConcept code:service-class\/P25.1 .
        code:service-class\/P25.1 a skos:Concept ; skos:notation "P25.1" ;
            skos:prefLabel "palveluluokka P25.1"@fi, "service class P25.1"@en,
                "serviceklass P25.1"@sv ;
            skos:exactMatch <http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P25.1> ;
            skos:inScheme code:service-class ; skos:topConceptOf code:service-class .
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
    assert expected(r"id:source-act dct:type code:source-type\/law .") <= about(graph, "source-act")
    basis = expected(r"id:commitment-x\/basis\/law lg:basisType code:basis-type\/law .")
    assert basis <= about(graph, "commitment-x")
    assert of_codes(graph, "source-type/law") != set() != of_codes(graph, "basis-type/law")


def test_a_list_that_nothing_uses_is_not_written() -> None:
    assert of_codes(graph_of({"id": "service-x", "name": {"fi": "X"}}), "") == set()


def test_only_model_order_counts_and_catalogue_and_lists_frame_it() -> None:
    subjects = list(dict.fromkeys(str(triple.subject) for triple in triples(river())))
    mine = [subject[1:-1].removeprefix(BASE) for subject in subjects if BASE in subject]
    own = [local for local in mine if "/" not in local]
    assert own == ["", *(e.id for e in river()), "profiles"]
    codes = [s.startswith("<https://w3id.org/lumme-graph/code/") for s in subjects]
    assert codes == sorted(codes)


SPANS = {
    '"2020-03-01"^^xsd:date': "2020-03-01",
    '"2020-03"^^xsd:gYearMonth': {"earliest": "2020-03-01", "latest": "2020-03-31"},
    '"2020"^^xsd:gYear': "2020",
}


@pytest.mark.parametrize("literal", SPANS)
def test_a_known_span_is_one_literal(literal: str) -> None:
    graph = graph_of({"id": "service-x", "name": {"fi": "X"}, "from": SPANS[literal]})
    said = expected(f"id:service-x lg:from {literal} .")
    assert said <= about(graph, "service-x")
    assert sum("ns#from" in triple for triple in about(graph, "service-x")) == 1


def test_an_uncertain_day_is_its_bounds_also_for_a_shared_property() -> None:
    between = {"earliest": "2021-02-01", "latest": "2021-05-31"}
    graph = graph_of({"id": "source-x", "citation": "X", "published": between})
    assert about(graph, "source-x") == expected(r"""
        id:source-x a lg:Source, dct:BibliographicResource ; dct:identifier "source-x" ;
            dct:bibliographicCitation "X" ; lg:issuedEarliest "2021-02-01"^^xsd:date ;
            lg:issuedLatest "2021-05-31"^^xsd:date .
    """)


@pytest.mark.parametrize("words", ["example.org", "http://a/#b#c"])
def test_what_is_no_web_address_stays_words(words: str) -> None:
    graph = graph_of({"id": "source-x", "citation": "X", "url": words})
    assert expected(f'id:source-x foaf:page "{words}" .') <= about(graph, "source-x")


def test_values_of_a_rule_are_told_apart_by_the_place_in_the_key() -> None:
    values = [
        {"key": "a", "value": "1"},
        {"key": "a", "value": "2", "from": "2019"},
        {"key": "a", "value": "3", "for_what": "2019"},
        {"key": "a", "value": "4", "for_what": "-"},
        {"key": "a", "value": "5", "at": "organisation-alder"},
        {"key": "a", "value": "6", "for_what": "organisation-alder"},
    ]
    rule = {"id": "rule-x", "name": {"fi": "X"}, "description": {"fi": "X"}, "values": values}
    made = [t for t in triples(graph_of(rule)) if str(t.predicate).endswith("#value>")]
    said = {str(triple.subject)[1:-1].rpartition("/values/")[2] for triple in made}
    assert said == {
        "a",
        "a/-/2019",
        "a/-/-/2019",
        "a/-/-/-",
        "a/organisation-alder",
        "a/-/-/organisation-alder",
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
    said = about(graph_of(section, *guides), "section-x")
    assert expected("id:section-x dct:isPartOf id:guide-a, id:guide-b .") <= said
    assert not [triple for triple in said if "position" in triple]


class Colour(Coded):
    """A list whose first value is also in a public list."""

    RED = "red", Label("red"), "https://example.org/colours/r"
    BLUE = "blue", Label("blue")


def test_a_code_matches_the_same_code_in_a_public_list() -> None:
    colours = CodeList(Colour)
    assert colours[Colour.RED] == NamedNode("https://w3id.org/lumme-graph/code/colour/red")
    public = [concept.public for concept in colours.concepts()]
    assert public == [NamedNode("https://example.org/colours/r"), None]


def test_what_is_for_those_who_keep_the_model_stays_out() -> None:
    text = "\n".join(map(str, triples(river())))
    assert "never written" not in text
    assert "LG709" not in text


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
