"""The questions: each answered by hand from the facts, and again on a small invented network.

A line is a row; `=` the sentence; `-` what is not recorded, and of which elements. `?` in a row is
*not recorded*, `!` *not reported*; ids stand without their kind; ALL are the libraries of the day.
"""

from __future__ import annotations

import csv
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from answer_words import ids, lines
from saying import words_of

import lumme_graph as lg
from lumme_graph.base.amounts import Money
from lumme_graph.base.error import KnownError
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.day import Day
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.ask import QUESTIONS, ask_all

ROOT = Path(__file__).parents[1]
LUMME = ROOT / "models" / "lumme"
ISLES = Path(__file__).parent / "models" / "questions"
DAYS = [date(2018, 6, 1), date(2019, 6, 1), date(2020, 2, 1), date(2026, 8, 22)]

BY_HAND: dict[str, str] = {
    # FACTS 1.7 (six actions) and 1.10 (sixteen items of the plan): the column "aim", which is ours.
    "actions-by-aim": """
        customer | pop-up | action | illustrative
        customer | bookbus | action | illustrative
        customer | small-groups | action | illustrative
        customer | youth-model | action | illustrative
        customer | library-path | action | illustrative
        customer | publish-guide | action | illustrative
        customer | customer-listening | event | illustrative
        customer | customer-panels | event | illustrative
        customer | customer-workshops | event | illustrative
        customer | synthesis | event | illustrative
        customer | service-design-training | event | illustrative
        customer | staff-training | event | illustrative
        efficiency | study-practices | action | illustrative
        efficiency | planning | working group | illustrative
        efficiency | joint-services | working group | illustrative
        efficiency | coordinator | role | illustrative
        efficiency | outside-expert | role | illustrative
        efficiency | theme-day-workshops | event | illustrative
        efficiency | small-groups | event | illustrative
        efficiency | leadership-training | event | illustrative
        efficiency | carrying-out | decision | illustrative
        both | selfservice | action | illustrative
        = The customer aim: 12; the efficiency aim: 9; both: 1; not recorded: 0.
    """,
    # FACTS 1.9, neighbouring projects.
    "same-programme-and-year": """
        AVI | 2013 | kirjavaa | –
        AVI | 2017 | digitaitoja | kirjastopolku
        AVI | 2018 | service-strategy yhessa | –
        ELY | 2016 | kirjastotati | –
        = Several projects got money from the same programme and year: AVI 2018 (2).
        - programme or year: kuntalaisen-kirjasto
        - status of the money: kirjastopolku kuntalaisen-kirjasto
    """,
    # FACTS 1.9: granted 25 000; the neighbours marked as funded but one; of the last nothing is said.
    "projects-by-status": """
        service-strategy | funded
        kirjavaa | funded
        kirjastotati | funded
        digitaitoja | funded
        kirjastopolku | ?
        yhessa | funded
        kuntalaisen-kirjasto | ?
        = Funded 5, applied only 0, not recorded 2.
        - status of the money: kirjastopolku kuntalaisen-kirjasto
    """,
    # FACTS 1.1 (name since 2018-01-01, L05 L06; the library also L02 L01; before it another) and 1.9 (the
    # applicant field had the old one, L01; of the neighbours that is not known).
    "lead-name": """
        service-strategy | 2018-04-01 | Mikkeli Regional Library | l05 l06 l02 l01 | Mikkeli City Library – Regional Library of Etelä-Savo | l01 | Mikkeli Regional Library
        kirjavaa | 2013 | Mikkeli City Library – Regional Library of Etelä-Savo | l05 l06 | ? | ? | Mikkeli Regional Library
        kirjastotati | 2016 | Mikkeli City Library – Regional Library of Etelä-Savo | l05 l06 | ? | ? | Mikkeli Regional Library
        digitaitoja | 2017 | Mikkeli City Library – Regional Library of Etelä-Savo | l05 l06 | ? | ? | Mikkeli Regional Library
        kirjastopolku | 2017 | Mikkeli City Library – Regional Library of Etelä-Savo | l05 l06 | ? | ? | Mikkeli Regional Library
        yhessa | 2018 | Mikkeli Regional Library | l05 l06 l02 l01 | ? | ? | Mikkeli Regional Library
        = The lead's name when its project began – 1 April 2018: Mikkeli Regional Library (in the application: Mikkeli City Library – Regional Library of Etelä-Savo).
        - the lead: kuntalaisen-kirjasto
    """,
    # FACTS, head: no person's name, phone or e-mail (must be empty).
    "personal-data": """
        = What looks like personal data: 0; all texts of the model were searched for phone numbers (of FI; of others by their country code), e-mail addresses, and given names common in Finnish, Swedish, English, Welsh, German or French before a capitalised word; for nothing else.
    """,
    # FACTS 1.10 (the goal of the project; the plan's two actions), 3.4 (c5 by the unified practices;
    # c6 rests on the application, L01, of the project, and c3 on L22, whose project states no goal).
    "traced-to-goal": """
        study-practices | action | culture | service-strategy
        publish-guide | action | culture | service-strategy
        same-rules | commitment | culture | unified-practices
        listening | commitment | culture | service-strategy
        = 4 of 21 trace to the top goal.
        - a link to a goal: development targets: reach opening-hours digital-support youth-meeting-place same-devices school-equality
        - a link to a goal: actions: pop-up bookbus selfservice small-groups youth-model library-path
        - a link to a goal: commitments: open-to-all one-card human-help near-you safe-data
    """,
    # FACTS 0.1 and 1.9: drawn up by 20.4.2021, publication not known; 3.5 and sections.csv: 15, 2, 3;
    # 1.8 (pr-unified): Mäntyharju works by it, of the eleven others nothing is known.
    "common-guide": """
        lumme | ALL | ..2021-04-20 | ? | published 15, draft 2, planned 3 | illustrative | mantyharju | – | mikkeli hirvensalmi pertunmaa puumala savonlinna pieksamaki juva joroinen rantasalmi enonkoski varkaus
        = Guides for all libraries: 1. Service guide of the Lumme libraries (unofficial): drawn up by 20 April 2021, published not recorded; working by it 1, not 0, not recorded 11.
        - published: lumme
        - whether it works by the guide: mikkeli hirvensalmi pertunmaa puumala savonlinna pieksamaki juva joroinen rantasalmi enonkoski varkaus
    """,
    # FACTS 1.8: no practice names a saving; no service is recorded as produced by a group (1.10).
    "resource-saving": """
        web-library | practice | ?
        common-rules | practice | ?
        one-card | practice | ?
        free-hold | practice | ?
        selfservice | practice | ?
        five-renewals | practice | ?
        home-no-overdue-fee | practice | ?
        library-path | practice | ?
        old-fees-january | practice | ?
        unified-service | practice | ?
        = Naming a saved resource: 0 of 10; jointly produced services: not recorded.
        - what is saved: web-library common-rules one-card free-hold selfservice five-renewals home-no-overdue-fee library-path old-fees-january unified-service
        - whether produced jointly: loan hold interlibrary-loan selfservice bookbus outreach home e-materials school families digital-help spaces events information participation
    """,
    # FACTS 1.10: the goal lies under theme 4; the two outcomes come after the project.
    "goals-by-theme": """
        4 | quality, impact and innovation | culture | service-strategy
        = Goals – theme 4: 1.
        - theme of the project: kirjavaa kirjastotati digitaitoja kirjastopolku yhessa kuntalaisen-kirjasto
    """,
    # FACTS 1.7 (the study trip of October 2015) and 1.10 (three trainings planned, none done).
    "trainings": """
        study-trip | done | 2015-10 | staff | service design | ?
        service-design-training | planned | ? | ? | service design | service-strategy
        staff-training | planned | ? | staff | change, service | service-strategy
        leadership-training | planned | ? | leaders, supervisors, group leads | network leadership | service-strategy
        = Of projects: recorded as held 0, planned 3; others: recorded as held 1.
        - whether held: service-design-training staff-training leadership-training
        - for whom: service-design-training
    """,
    # FACTS 1.10: workshops on joint theme days, an option; no theme day is recorded.
    "theme-day-libraries": """
        theme-day-workshops | option | ? | ?
        = Theme days: recorded as held 0, option 1. For 12 of 12 libraries no participation is recorded.
        - whether held: theme-day-workshops
        - taking part in a theme day: ALL
    """,
    # FACTS 1.10: two groups planned, nothing more.
    "working-groups": """
        planning | planned | ? | ?
        joint-services | planned | ? | ?
        = Groups: recorded as formed 0, planned 2.
        - whether formed: planning joint-services
        - the members: planning joint-services
        - the leader: planning joint-services
    """,
    # FACTS 1.8 on 2026-08-22: undated pages count; Heinävesi is no member any more.
    "practice-adoption": """
        web-library | ALL | – | –
        common-rules | mikkeli hirvensalmi pertunmaa puumala savonlinna pieksamaki mantyharju | – | juva joroinen rantasalmi enonkoski varkaus
        one-card | ALL | – | –
        free-hold | ALL | – | –
        selfservice | mikkeli hirvensalmi puumala savonlinna pieksamaki mantyharju joroinen | – | pertunmaa juva rantasalmi enonkoski varkaus
        five-renewals | pieksamaki | – | mikkeli hirvensalmi pertunmaa puumala savonlinna mantyharju juva joroinen rantasalmi enonkoski varkaus
        home-no-overdue-fee | mikkeli | – | hirvensalmi pertunmaa puumala savonlinna pieksamaki mantyharju juva joroinen rantasalmi enonkoski varkaus
        library-path | mikkeli | – | hirvensalmi pertunmaa puumala savonlinna pieksamaki mantyharju juva joroinen rantasalmi enonkoski varkaus
        old-fees-january | pieksamaki | – | mikkeli hirvensalmi pertunmaa puumala savonlinna mantyharju juva joroinen rantasalmi enonkoski varkaus
        unified-service | mantyharju | – | mikkeli hirvensalmi pertunmaa puumala savonlinna pieksamaki juva joroinen rantasalmi enonkoski varkaus
        = 10 practices at 12 libraries: adopted 55, not adopted 0, not recorded 65.
        - whether in use: Common user rules from 1 January 2020: juva joroinen rantasalmi enonkoski varkaus
        - whether in use: Self-service hours: pertunmaa juva rantasalmi enonkoski varkaus
        - whether in use: Up to five renewals: mikkeli hirvensalmi pertunmaa puumala savonlinna mantyharju juva joroinen rantasalmi enonkoski varkaus
        - whether in use: No overdue fees in the home service: hirvensalmi pertunmaa puumala savonlinna pieksamaki mantyharju juva joroinen rantasalmi enonkoski varkaus
        - whether in use: Library Path plan: hirvensalmi pertunmaa puumala savonlinna pieksamaki mantyharju juva joroinen rantasalmi enonkoski varkaus
        - whether in use: Old fees by the end of January: mikkeli hirvensalmi pertunmaa puumala savonlinna mantyharju juva joroinen rantasalmi enonkoski varkaus
        - whether in use: Unified service practices and customer fees of the Lumme libraries (as in the service guide): mikkeli hirvensalmi pertunmaa puumala savonlinna pieksamaki juva joroinen rantasalmi enonkoski varkaus
    """,
    # FACTS 1.7: three hearings in Mikkeli, of which one was announced only; 1.10: three options.
    "municipalities-without-customer-event": """
        mikkeli | hearing-savings hearing-otava | hearing-suomenniemi
        hirvensalmi | ? | ?
        pertunmaa | ? | ?
        puumala | ? | ?
        savonlinna | ? | ?
        pieksamaki | ? | ?
        mantyharju | ? | ?
        juva | ? | ?
        joroinen | ? | ?
        rantasalmi | ? | ?
        enonkoski | ? | ?
        varkaus | ? | ?
        = Customer events: recorded as held 2, announced 1, option 3. For 11 of 12 municipalities none is recorded as held.
        - a customer event held: hirvensalmi pertunmaa puumala savonlinna pieksamaki mantyharju juva joroinen rantasalmi enonkoski varkaus
        - the municipality of the event: customer-listening customer-panels customer-workshops
        - whether held: hearing-suomenniemi customer-listening customer-panels customer-workshops
    """,
    # FACTS 1.7: n7 has no target.
    "needs-without-target": """
        quiet-reading | ?
        = 1 of 7 needs have no target.
        - a target: quiet-reading
    """,
    # FACTS 1.8: all twelve share three practices; of the others no *not adopted* holds today. 1.4: rules with
    # values of single libraries; the others' are known only where the network has one (28 and 14 days).
    "practice-differences": """
        institution-card | user rule | mikkeli savonlinna mantyharju | – | hirvensalmi pertunmaa puumala pieksamaki juva joroinen rantasalmi enonkoski varkaus | yes
        loan-period | user rule | savonlinna | ALL | – | 28 / 14 / 7 day (ended by 31 December 2019)
        renewals | user rule | pieksamaki | – | mikkeli hirvensalmi pertunmaa puumala savonlinna mantyharju juva joroinen rantasalmi enonkoski varkaus | 5 time, €10
        overdue-fee | user rule | pieksamaki | – | mikkeli hirvensalmi pertunmaa puumala savonlinna mantyharju juva joroinen rantasalmi enonkoski varkaus | €0.30
        old-fees | user rule | pieksamaki | – | mikkeli hirvensalmi pertunmaa puumala savonlinna mantyharju juva joroinen rantasalmi enonkoski varkaus | 01-31 month-day, 02-01 month-day, €0.65
        interlibrary-loan | user rule | mikkeli | – | hirvensalmi pertunmaa puumala savonlinna pieksamaki mantyharju juva joroinen rantasalmi enonkoski varkaus | €4, €14–20, no
        selfservice | user rule | mikkeli hirvensalmi puumala | – | pertunmaa savonlinna pieksamaki mantyharju juva joroinen rantasalmi enonkoski varkaus | 9–20 hour of the day, 9–10 hour of the day, 15 years, 4 digit
        = Known to differ: 0 of 10 practices; the same everywhere: 3; not all recorded: 7; rules with values of single libraries: 7.
        - whether the libraries differ: common-rules selfservice five-renewals home-no-overdue-fee library-path old-fees-january unified-service
        - the value elsewhere: institution-card renewals overdue-fee old-fees interlibrary-loan selfservice
    """,
    # FACTS 1.7: the targets are ours; no source records an agreement.
    "targets-agreed": """
        reach | ?
        opening-hours | ?
        digital-support | ?
        youth-meeting-place | ?
        same-devices | ?
        school-equality | ?
        = For 6 of 6 targets it is not recorded who agreed.
        - who agreed: reach opening-hours digital-support youth-meeting-place same-devices school-equality
    """,
    # FACTS 1.7: the workshop day of 2015; 1.10: two kinds of workshops, options. No need names one.
    "needs-by-workshop": """
        service-design-day | done | ?
        theme-day-workshops | option | ?
        customer-workshops | option | ?
        = Workshops: 3. For 7 of 7 needs no workshop is recorded.
        - the needs raised: service-design-day theme-day-workshops customer-workshops
        - the workshop where it was raised: reach opening-hours digital-support youth-meeting-place same-devices school-equality quiet-reading
        - whether held: theme-day-workshops customer-workshops
    """,
    # FACTS 1.10: small groups, an option.
    "libraries-without-small-group": """
        mikkeli | ?
        hirvensalmi | ?
        pertunmaa | ?
        puumala | ?
        savonlinna | ?
        pieksamaki | ?
        mantyharju | ?
        juva | ?
        joroinen | ?
        rantasalmi | ?
        enonkoski | ?
        varkaus | ?
        = For 12 of 12 libraries no small group is recorded.
        - a small group held: ALL
        - whether held: small-groups
    """,
    # FACTS 1.10: outside experts lead joint events (the theme days' workshops) and the synthesis.
    "led-by-outside-expert": """
        theme-day-workshops | option | ? | outside-expert
        synthesis | planned | ? | outside-expert
        = Led by an outside expert: recorded as held 0, planned 1, option 1. For 13 of 15 events no leader is recorded.
        - whether held: theme-day-workshops synthesis
        - the leader: service-design-day study-trip savo-tour hearing-savings hearing-suomenniemi hearing-otava small-groups customer-listening customer-panels customer-workshops service-design-training staff-training leadership-training
    """,
    # FACTS 1.10: the group is planned; no members are recorded.
    "not-in-planning-group": """
        planning | planned | ? | ALL
        = For 12 of 12 libraries no representative is recorded.
        - a representative in Working group of the libraries' representatives plans the measures: ALL
        - whether formed: planning
    """,
    # FACTS 1.7: origin class "staff only" (n5, n6).
    "targets-on-staff-only": """
        same-devices | same-devices
        school-equality | school-equality
        = 2 of 6 targets rest on staff views only.
    """,
    # FACTS 1.10: panels are an option; 3.2: nine profiles.
    "profiles-on-no-panel": """
        family | ?
        pupil | ?
        teacher | ?
        youth | ?
        worker | ?
        homebound | ?
        digital-support | ?
        cottager | ?
        organiser | ?
        = For 9 of 9 profiles no panel is recorded.
        - a panel on which it sits: family pupil teacher youth worker homebound digital-support cottager organiser
        - whether held: customer-panels
    """,
    # FACTS 1.7 (hearings) and 1.10 (panels, workshops and others, options): no profile is named.
    "methods-by-profile": """
        workshop | customer-workshops | option | ?
        customer-panel | customer-panels | option | ?
        hearing | hearing-savings | done | ?
        hearing | hearing-suomenniemi | announced | ?
        hearing | hearing-otava | done | ?
        other | customer-workshops | option | ?
        = For 9 of 9 profiles no method is recorded as used; 2 events held have a method recorded.
        - the method used: family pupil teacher youth worker homebound digital-support cottager organiser
        - which profile was heard: hearing-savings hearing-suomenniemi hearing-otava customer-panels customer-workshops
        - whether held: hearing-suomenniemi customer-panels customer-workshops
    """,
    # FACTS 1.7: origin class "both" (n1 to n4) with a target.
    "targets-from-both": """
        reach | reach | reach
        opening-hours | opening-hours | opening-hours
        digital-support | digital-support | digital-support
        youth-meeting-place | youth-meeting-place | youth-meeting-place
        = 4 of 6 targets come from both staff and customers.
    """,
    # FACTS 1.7: five targets have actions, three of these done; funded ones are no decision; a board
    # decided for Mäntyharju on 2019-12-17; no owner, no decision of the network.
    "targets-without-decision": """
        reach | pop-up bookbus | pop-up bookbus | ? | ? | 24 August 2020–30 August 2020, 1 October 2020
        opening-hours | selfservice | selfservice | selfservice-mantyharju | ? | 16 October 2017, 17 December 2019
        digital-support | small-groups | ? | ? | ? | 2017
        youth-meeting-place | youth-model | ? | ? | ? | 2018
        same-devices | ? | ? | ? | ? | ?
        school-equality | library-path | ? | ? | ? | 2017
        = 6 of 6 targets lack something; 5 have actions, 2 one that is decided or done.
        - action: same-devices
        - of them decided or done: digital-support youth-meeting-place same-devices school-equality
        - decision: reach digital-support youth-meeting-place same-devices school-equality
        - owner: reach opening-hours digital-support youth-meeting-place same-devices school-equality
        - date: same-devices
    """,
    # FACTS 1.10: one training in three methods, planned; no use is recorded.
    "methods-taught-and-used": """
        customer-profiling | service-design-training | ? | ?
        service-paths | service-design-training | ? | ?
        service-promise | service-design-training | ? | ?
        = Methods to be taught: 3; no later use recorded for 3 of them.
        - later use of customer profiling, service paths, service promise: service-design-training
        - whether held: service-design-training
    """,
    # FACTS 3.2 (evidence) and 3.3 (profiles of the paths; without a path: p-organiser, p-youth).
    "profiles-without-path-or-evidence": """
        family | card fee | l33 l44 l02 r08
        pupil | bookbus school | l16 l17 l18 l24 l28
        teacher | school | l18 l20 l21 l08
        youth | ? | l23 l25 l44 r01 r07
        worker | fee hold ill selfservice | l40 l14 l35
        homebound | home | l15 l16 l44
        digital-support | digital | l22 l46 l48 r24
        cottager | hold | l46 l02
        organiser | ? | l41 l44
        = Without a path 2 of 9, without evidence 0.
        - service path: youth organiser
    """,
    # FACTS 3.3, computed: lowest at path-selfservice 6 (tp-pc), path-ill 6 and path-fee 1 (tp-finna).
    "lowest-feeling": """
        fee | fee/renewal-fails | web-library | -2 | frustrated | illustrative
        ill | ill/not-shown-online | web-library | -2 | frustrated | illustrative
        selfservice | selfservice/miss-printing | customer-computer | -2 | frustrated | illustrative
        = The lowest feeling is -2, at 3 of 56 steps.
    """,
    # FACTS 3.4: kept at and standard or indicator; only c5's is derived from the model.
    "commitments-unkept-or-unmeasured": """
        open-to-all | desk web-library | ? | share of the services in the guide whose cost is stated
        one-card | card web-library return-hatch | ? | median days from reservation to the shelf
        human-help | desk phone email guidance | ? | time in which e-mail is answered
        near-you | bookbus pop-up home-visit | ? | share of villages and schools with a stop, a pop-up library or home service
        same-rules | web-pages desk | unified-practices | state of each practice at each library: adopted, not adopted or unknown
        listening | hearing web-pages | ? | time from a participation event to its published summary
        safe-data | web-pages desk | ? | the privacy notice is linked from every service
        = Kept nowhere 0 of 7, without a measure 0; with a measure in words only 6.
        - an indicator that the model counts: open-to-all one-card human-help near-you listening safe-data
    """,
    # FACTS 1.10: no leader is recorded.
    "groups-with-line-manager-only": """
        planning | ? | ?
        joint-services | ? | ?
        = 0 of 2 groups have a line manager only; for 2 no leader is recorded.
        - the leader: planning joint-services
    """,
    "groups-without-leader": """
        planning | ?
        joint-services | ?
        = For 2 of 2 groups no leader is recorded.
        - the leader: planning joint-services
    """,
    # FACTS has no shared idea.
    "libraries-sharing": """
        mikkeli | ? | ?
        hirvensalmi | ? | ?
        pertunmaa | ? | ?
        puumala | ? | ?
        savonlinna | ? | ?
        pieksamaki | ? | ?
        mantyharju | ? | ?
        juva | ? | ?
        joroinen | ? | ?
        rantasalmi | ? | ?
        enonkoski | ? | ?
        varkaus | ? | ?
        = For 12 of 12 libraries no sharing is recorded; 0 of them have taken up an idea.
        - an idea shared or taken up: ALL
        - ideas:
    """,
    # FACTS 4 row 36: B02 is listed and never cited; the one claim cites B01. 25 others support nothing that
    # the model states: L26 L52 L53 and what is read only on how others work (section 2).
    "claims-and-sources": """
        b02 | listed, never cited | l01
        l26 | listed only | –
        l52 | listed only | –
        l53 | listed only | –
        r02 | listed only | –
        r03 | listed only | –
        r04 | listed only | –
        r05 | listed only | –
        r06 | listed only | –
        r09 | listed only | –
        r10 | listed only | –
        r11 | listed only | –
        r12 | listed only | –
        r13 | listed only | –
        r14 | listed only | –
        r15 | listed only | –
        r16 | listed only | –
        r18 | listed only | –
        r19 | listed only | –
        r21 | listed only | –
        r22 | listed only | –
        r23 | listed only | –
        r25 | listed only | –
        r26 | listed only | –
        r27 | listed only | –
        r28 | listed only | –
        = Claims without a source 0 of 1; listed sources never cited 1 of 2; in the model's own list only 25.
        - a claim that cites it: b02
        - what it supports: l26 l52 l53 r02 r03 r04 r05 r06 r09 r10 r11 r12 r13 r14 r15 r16 r18 r19 r21 r22 r23 r25 r26 r27 r28
    """,
    # FACTS 1.10: the training of staff on change and on service, planned.
    "staff-training-topics": """
        staff | ? | ? | staff-training
        leaders | ? | ? | ?
        supervisors | ? | ? | ?
        group-leads | ? | ? | ?
        = No training is recorded as held – on change: staff, leaders, supervisors, group leads; on service: staff, leaders, supervisors, group leads.
        - training held on change: staff, leaders, supervisors, group leads:
        - training held on service: staff, leaders, supervisors, group leads:
        - whether held: staff-training
    """,
    # FACTS 1.10: the training is planned, no leader is recorded.
    "leaders-trained": """
        planning | ? | ?
        joint-services | ? | ?
        = For 2 of 2 groups no leader is recorded; training in network leadership for leads: recorded as held 0, planned 1.
        - the leader: planning joint-services
        - whether held: leadership-training
    """,
    # FACTS 1.9 (the project's days), 1.10 (the coordinator is planned) and 4 row 39 (its two tasks).
    "coordinator-gaps": """
        service-strategy | coordinator | ? | 1 April 2018–31 December 2019 | coordinating work between the libraries, handling the practical arrangements of the project
        = No coordinator is recorded: Better service – leaner work: service strategy of the Lumme libraries 1 April 2018–31 December 2019.
        - a holder 1 April 2018–31 December 2019: service-strategy coordinator
    """,
    # FACTS 1.10: groups that produce services are planned; which services is not recorded. 1.5: four services
    # are the network's own; 1.2: Toenperä's bookmobile paused in May 2020; 1.1: three buy from Mikkeli.
    "joint-services": """
        loan | network | lumme | yes | ALL | ?
        hold | network | lumme | yes | ALL | ?
        bookbus | sub-network | toenpera | until 6 May 2020 | juva joroinen rantasalmi | ?
        e-materials | network | lumme | yes | ALL | ?
        information | network | lumme | yes | ALL | ?
        library service as a whole | purchase | mikkeli | yes | hirvensalmi pertunmaa puumala | ?
        = In force – by working groups: not recorded; for the network: 4; by sub-networks: not recorded; bought: 1; services in all 15.
        - whether it is, or could be, produced jointly: interlibrary-loan selfservice bookbus outreach home school families digital-help spaces events participation
        - what the group produces: joint-services
    """,
    # FACTS 1.7 by the project's days, 2018-04-01–2019-12-31 (1.9): dated actions and decisions. 2018 begins
    # before it and ends within. 1.10: no item of the plan has a date; three actions of 1.7 belong to projects
    # of which only a year is known. None comes before what it names as first.
    "outside-project-or-order": """
        service-strategy | before | selfservice | 2017-10-16 | –
        service-strategy | before | small-groups | 2017 | –
        service-strategy | before | library-path | 2017 | –
        service-strategy | within | selfservice-mantyharju | 2019-12-17 | –
        service-strategy | after | pop-up | 2020-08-24..2020-08-30 | –
        service-strategy | after | bookbus | 2020-10-01 | –
        service-strategy | unknown | youth-model | 2018 | –
        = Outside or too early 0 of 17; no date recorded for 14. Actions and decisions against Better service – leaner work: service strategy of the Lumme libraries: before 3, within 1, after 2, unknown 1.
        - the date: planning joint-services theme-day-workshops small-groups customer-listening customer-panels customer-workshops synthesis service-design-training staff-training leadership-training carrying-out study-practices publish-guide
        - the project's period: digitaitoja yhessa kirjastopolku
    """,
    # FACTS 1.9 and 4 row 43: 33 700 + 8 500 = 42 200; 8 500 of it is 20.1 %.
    "budget-sum": """
        service-strategy | grant | 33700 EUR
        service-strategy | own | 8500 EUR
        service-strategy | other | 0 EUR
        service-strategy | total | 42200 EUR
        = Better service – leaner work: service strategy of the Lumme libraries: the sum €42,200.00 holds; own money 20.1%
        - the money: kirjavaa kirjastotati digitaitoja kirjastopolku yhessa kuntalaisen-kirjasto
    """,
    # FACTS 4 row 44: true zeros.
    "other-grants": """
        service-strategy | applied | 0 EUR
        service-strategy | granted | 0 EUR
        = Other grants recorded in all: €0.00.
        - the money: kirjavaa kirjastotati digitaitoja kirjastopolku yhessa kuntalaisen-kirjasto
    """,
    # FACTS 4 row 45: four realised figures are not reported.
    "figures-not-reported": """
        service-strategy | realised | total | !
        service-strategy | realised | own | !
        service-strategy | realised | other | !
        service-strategy | realised | partner | !
        = Figures not reported: 4; true zeros: 2.
        - figures not reported: service-strategy
        - the money: kirjavaa kirjastotati digitaitoja kirjastopolku yhessa kuntalaisen-kirjasto
    """,
    # FACTS 4 row 46.
    "unfunded": """
        service-strategy | 42200 EUR | 25000 EUR | 8500 EUR | 8700 EUR
        = Better service – leaner work: service strategy of the Lumme libraries: €42,200.00 − €25,000.00 − €8,500.00 = €8,700.00
        - the money: kirjavaa kirjastotati digitaitoja kirjastopolku yhessa kuntalaisen-kirjasto
    """,
    # FACTS 4 row 47: the field "okm / avi (päätös)"; 1.1: AVI is the grant authority, OKM is named in
    # the field. Of the neighbours nothing is recorded.
    "decision-makers": """
        service-strategy | education-ministry regional-agency | regional-agency
        kirjavaa | ? | ?
        kirjastotati | ? | ?
        digitaitoja | ? | ?
        kirjastopolku | ? | ?
        yhessa | ? | ?
        kuntalaisen-kirjasto | ? | ?
        = The decision-maker is not recorded for 6 of 7 projects.
        - the decision-maker: kirjavaa kirjastotati digitaitoja kirjastopolku yhessa kuntalaisen-kirjasto
        - the grant authority: kirjavaa kirjastotati digitaitoja kirjastopolku yhessa kuntalaisen-kirjasto
    """,
    # FACTS 1.10: six indicators, none with a target value or an observation.
    "indicators-by-goal": """
        trainings | culture | ? | ?
        theme-days | culture | ? | ?
        working-groups | culture | ? | ?
        unified-practices | culture | ? | ?
        customer-events | culture | ? | ?
        common-guide | culture common-guide | ? | ?
        = Indicators: 6; without a target value 6, without an observation 6.
        - the target value: trainings theme-days working-groups unified-practices customer-events common-guide
        - an observation: trainings theme-days working-groups unified-practices customer-events common-guide
    """,
    # FACTS 1.10: sixteen items, 11 planned and 5 options; 1.7: two funded actions of other projects
    # (of the third, whether its project was funded is not recorded: 1.9).
    "options-and-promises": """
        funded | small-groups | action | digitaitoja
        funded | youth-model | action | yhessa
        planned | planning | working group | service-strategy
        planned | joint-services | working group | service-strategy
        planned | coordinator | role | service-strategy
        planned | outside-expert | role | service-strategy
        planned | synthesis | event | service-strategy
        planned | service-design-training | event | service-strategy
        planned | staff-training | event | service-strategy
        planned | leadership-training | event | service-strategy
        planned | carrying-out | decision | service-strategy
        planned | study-practices | action | service-strategy
        planned | publish-guide | action | service-strategy
        option | theme-day-workshops | event | service-strategy
        option | small-groups | event | service-strategy
        option | customer-listening | event | service-strategy
        option | customer-panels | event | service-strategy
        option | customer-workshops | event | service-strategy
        ? | library-path | action | kirjastopolku
        = done 0, funded, result unknown 2, decided 0, announced 0, planned 11, option 5, not recorded 1.
        - state: library-path
    """,
    # FACTS 1.10: phase 3 after phase 2; an outside expert leads it.
    "synthesis-lead": """
        synthesis | planned | outside-expert | theme-day-workshops small-groups customer-listening customer-panels customer-workshops study-practices
        = Syntheses: recorded as held 0, planned 1.
        - whether held: synthesis
    """,
    # FACTS 1.7, 1.10 and README: no source records an owner.
    "without-owner": """
        reach | development target | ?
        opening-hours | development target | ?
        digital-support | development target | ?
        youth-meeting-place | development target | ?
        same-devices | development target | ?
        school-equality | development target | ?
        open-to-all | commitment | ?
        one-card | commitment | ?
        human-help | commitment | ?
        near-you | commitment | ?
        same-rules | commitment | ?
        listening | commitment | ?
        safe-data | commitment | ?
        welcome | guide section | ?
        promise | guide section | ?
        libraries-and-hours | guide section | ?
        card | guide section | ?
        loans | guide section | ?
        holds | guide section | ?
        interlibrary-loans | guide section | ?
        returns | guide section | ?
        fees | guide section | ?
        selfservice | guide section | ?
        bookbus | guide section | ?
        outreach | guide section | ?
        home | guide section | ?
        e-materials | guide section | ?
        children-and-schools | guide section | ?
        advice | guide section | ?
        spaces-and-events | guide section | ?
        accessibility | guide section | ?
        participation | guide section | ?
        privacy-and-rules | guide section | ?
        = For 33 of 33 no owner role is recorded.
        - owner role of development targets: reach opening-hours digital-support youth-meeting-place same-devices school-equality
        - owner role of commitments: open-to-all one-card human-help near-you same-rules listening safe-data
        - owner role of guide sections: welcome promise libraries-and-hours card loans holds interlibrary-loans returns fees selfservice bookbus outreach home e-materials children-and-schools advice spaces-and-events accessibility participation privacy-and-rules
    """,
}
"""Every question but three with long tables, which have tests of their own below."""

INVENTED: dict[str, str] = {
    # The model's remark: one action says whom it serves.
    "actions-by-aim": """
        both | evening | action | ?
        ? | paint | action | ?
        ? | plan | working group | ?
        ? | make | working group | ?
        ? | coordinator | role | ?
        ? | course | event | ?
        ? | course-later | event | ?
        ? | day | event | ?
        ? | shop | event | ?
        ? | panel | event | ?
        ? | late | event | ?
        ? | sum | event | ?
        ? | open | decision | ?
        = The customer aim: 0; the efficiency aim: 0; both: 1; not recorded: 12.
        - aim: paint plan make coordinator course course-later day shop panel late sum open
    """,
    "same-programme-and-year": """
        AVI | 2019 | tide flow | ebb
        = Several projects got money from the same programme and year: AVI 2019 (2).
    """,
    "projects-by-status": """
        tide | funded
        ebb | applied
        flow | funded
        = Funded 2, applied only 1, not recorded 0.
    """,
    # The name changed on the day on which Tide began; of Ebb the year alone is known.
    "lead-name": """
        tide | 2020-01-01 | North Library | ? | ? | ? | North Library
        ebb | 2019 | South Library | ? | ? | ? | South Library
        = The lead's name when its project began – 1 January 2020: North Library.
        - the lead: flow
    """,
    "personal-data": """
        = What looks like personal data: 0; all texts of the model were searched for phone numbers (only by their country code, since model.yaml names no country), e-mail addresses, and given names common in Finnish, Swedish, English, Welsh, German or French before a capitalised word; for nothing else.
    """,
    "traced-to-goal": """
        open | development target | top | directly
        evening | action | top | open
        quick | commitment | top | trainings
        = 3 of 7 trace to the top goal.
        - a link to a goal: development targets: desk empty
        - a link to a goal: actions: paint
        - a link to a goal: commitments: kind
    """,
    "common-guide": """
        isles | ALL | ..2024-06-30 | 2025-01-01 | published 1, draft 0, planned 1 | ? | – | – | ALL
        = Guides for all libraries: 1. Guide of the isles: drawn up by 30 June 2024, published 1 January 2025; working by it 0, not 0, not recorded 2.
        - whether it works by the guide: ALL
    """,
    "resource-saving": """
        story | service | one reader instead of two
        card | practice | ?
        hours | practice | one shift a week
        fee | practice | ?
        = Naming a saved resource: 2 of 4; jointly produced services: 1.
        - what is saved: card fee
    """,
    "goals-by-theme": """
        2 | new services | top | tide
        = Goals – theme 2: 1.
        - theme of the project: ebb flow
    """,
    "trainings": """
        course | done | 2020-02-10 | staff, leaders | change, network leadership | tide
        course-later | planned | ? | staff | service | tide
        = Of projects: recorded as held 1, planned 1; others: none recorded.
        - whether held: course-later
    """,
    # West took part, and is no member any more.
    "theme-day-libraries": """
        day | done | 2020-04-01 | north west
        = Theme days: recorded as held 1. For 1 of 2 libraries no participation is recorded.
        - taking part in a theme day: south
    """,
    "working-groups": """
        plan | done | north | lead
        make | done | ALL | manager
        idle | planned | ? | ?
        = Groups: recorded as formed 2, planned 1.
        - whether formed: idle
        - the members: idle
        - the leader: idle
    """,
    "practice-adoption": """
        card | ALL | – | –
        hours | north | south | –
        fee | south | – | north
        = 3 practices at 2 libraries: adopted 4, not adopted 1, not recorded 1.
        - whether in use: No fees: north
    """,
    "municipalities-without-customer-event": """
        north | panel | ?
        south | hearing | open
        = Customer events: recorded as held 2, announced 1. For 0 of 2 municipalities none is recorded as held.
        - whether held: open
    """,
    # The loan alone is told; nothing says where the rest is offered, but profiles hold everywhere.
    "guide-not-covering": """
        desk | touchpoint | unknown | 0/0
        web | touchpoint | unknown | 0/0
        story | service | unknown | 0/0
        child | customer profile | uncovered | 0/2
        elder | customer profile | uncovered | 0/2
        = Covered 1 of 6, partly 0, not 2, offer not known 3.
        - whether it is offered: desk web story
    """,
    "needs-without-target": """
        lost | ?
        = 1 of 3 needs have no target.
        - a target: lost
    """,
    "practice-differences": """
        hours | practice | north | south | – | –
        = Known to differ: 1 of 3 practices; the same everywhere: 1; not all recorded: 1; rules with values of single libraries: 0.
        - whether the libraries differ: fee
    """,
    "targets-agreed": """
        open | ALL
        desk | ?
        empty | ?
        = For 2 of 3 targets it is not recorded who agreed.
        - who agreed: desk empty
    """,
    "needs-by-workshop": """
        shop | done | desk
        = Workshops: 1. For 2 of 3 needs no workshop is recorded.
        - the workshop where it was raised: hours lost
    """,
    "libraries-without-small-group": """
        north | ?
        south | late
        = For 1 of 2 libraries no small group is recorded.
        - a small group held: north
    """,
    "led-by-outside-expert": """
        day | done | 2020-04-01 | expert
        sum | done | 2020-03-01 | expert
        = Led by an outside expert: recorded as held 2. For 7 of 9 events no leader is recorded.
        - the leader: course course-later shop panel open hearing late
    """,
    "not-in-planning-group": """
        plan | done | north | south
        = For 1 of 2 libraries no representative is recorded.
        - a representative in Planning group: south
    """,
    "targets-on-staff-only": """
        desk | desk
        = 1 of 3 targets rest on staff views only.
        - the origin of the need: empty
    """,
    "profiles-on-no-panel": """
        child | panel
        elder | ?
        = For 1 of 2 profiles no panel is recorded.
        - a panel on which it sits: elder
    """,
    "methods-by-profile": """
        customer-panel | panel | done | child
        = For 1 of 2 profiles no method is recorded as used; 1 event held has a method recorded.
        - the method used: elder
    """,
    "targets-from-both": """
        open | hours | hours
        = 1 of 3 targets come from both staff and customers.
        - the origin of the need: empty
    """,
    "targets-without-decision": """
        open | evening | evening | open | lead | 1 September 2020, 1 July 2020
        desk | paint | ? | ? | ? | ?
        empty | ? | ? | ? | ? | ?
        = 2 of 3 targets lack something; 2 have actions, 1 one that is decided or done.
        - action: empty
        - of them decided or done: desk empty
        - decision: desk empty
        - owner: desk empty
        - date: desk empty
    """,
    # Taught in February, used at the workshop in April.
    "methods-taught-and-used": """
        customer-profiling | course | course | shop
        = Methods to be taught: 1; no later use recorded for 0 of them.
    """,
    "profiles-without-path-or-evidence": """
        child | loan | book
        elder | ? | ?
        = Without a path 1 of 2, without evidence 1.
        - service path: elder
        - evidence: elder
    """,
    "lowest-feeling": """
        loan | loan/ask | desk | -1 | uneasy | ?
        = The lowest feeling is -1, at 1 of 3 steps.
        - the feeling: loan/leave
    """,
    "commitments-unkept-or-unmeasured": """
        quick | desk | trainings | ?
        kind | ? | ? | ?
        = Kept nowhere 1 of 2, without a measure 1; with a measure in words only 0.
        - a touchpoint: kind
        - a measure: kind
    """,
    "services-described": """
        loan | yes | yes | yes | yes
        story | ? | ? | ? | yes
        = All four are recorded for 1 of 2 services.
        - conditions: story
        - instructions: story
        - cost: story
    """,
    "groups-with-line-manager-only": """
        plan | ? | lead
        make | manager | ?
        idle | ? | ?
        = 1 of 3 groups have a line manager only; for 1 no leader is recorded.
        - the leader: idle
    """,
    "groups-without-leader": """
        plan | lead
        make | manager
        idle | ?
        = For 1 of 3 groups no leader is recorded.
        - the leader: idle
    """,
    "libraries-sharing": """
        north | shelf | ?
        south | ? | shelf
        = For 1 of 2 libraries no sharing is recorded; 1 of them have taken up an idea.
        - an idea shared: south
    """,
    "claims-and-sources": """
        bare | claim without a source | plan
        idle | listed, never cited | plan
        = Claims without a source 1 of 2; listed sources never cited 1 of 2; in the model's own list only 0.
        - a source: bare
        - a claim that cites it: idle
    """,
    "staff-training-topics": """
        staff | course | ? | course-later
        leaders | course | ? | ?
        supervisors | ? | ? | ?
        group-leads | ? | ? | ?
        = No training is recorded as held – on change: supervisors, group leads; on service: staff, leaders, supervisors, group leads.
        - training held on change: supervisors, group leads:
        - training held on service: staff, leaders, supervisors, group leads:
        - whether held: course-later
    """,
    # The course was North's; the manager works in South.
    "leaders-trained": """
        plan | lead | course
        make | manager | ?
        idle | ? | ?
        = For 1 of 3 groups no leader is recorded; training in network leadership for leads: recorded as held 1.
        - the leader: idle
        - the leader's training in network leadership: manager
    """,
    "coordinator-gaps": """
        tide | coordinator | 1 January 2020–30 June 2020 | 1 July 2020–31 December 2020 | ?
        = No coordinator is recorded: Tide 1 July 2020–31 December 2020.
        - a holder 1 July 2020–31 December 2020: tide coordinator
        - the coordinator's tasks: coordinator
    """,
    "joint-services": """
        loan | network | isles | yes | ALL | ?
        story | working group | make | done | ALL | one reader instead of two
        = In force – by working groups: 1; for the network: 1; by sub-networks: not recorded; bought: not recorded; services in all 2.
        - what the group produces: idle
    """,
    "source-support": """
        plan | 2 | bare good
        book | 2 | good child
        idle | ? | ?
        = Sources: 3; 1 supports nothing in the model.
        - what it supports: idle
    """,
    # The small group came after the project, the synthesis before its workshop.
    "outside-project-or-order": """
        tide | within | sum | 2020-03-01 | before Workshop, which comes first
        tide | within | open | 2020-07-01 | –
        tide | within | evening | 2020-09-01 | –
        tide | after | late | 2021-02-01 | outside Tide
        = Outside or too early 2 of 10; no date recorded for 1. Actions and decisions against Tide: before 0, within 2, after 0, unknown 0.
        - the date: course-later
    """,
    # 1000 + 300 + 0 is not 1200; 300 of 1200 is a quarter.
    "budget-sum": """
        tide | grant | 1000 EUR
        tide | own | 300 EUR
        tide | other | 0 EUR
        tide | total | 1200 EUR
        = Tide: the sum €1,300.00 is not the stated €1,200.00; own money 25%
        - the money: ebb flow
    """,
    "other-grants": """
        tide | applied | 0 EUR
        tide | granted | ?
        = Other grants recorded in all: €0.00.
        - other grants: tide
        - the money: ebb flow
    """,
    "figures-not-reported": """
        tide | realised | grant | !
        = Figures not reported: 1; true zeros: 2.
        - figures not reported: tide
        - the money: ebb flow
    """,
    "unfunded": """
        tide | 1200 EUR | 800 EUR | 300 EUR | 100 EUR
        = Tide: €1,200.00 − €800.00 − €300.00 = €100.00
        - the money: ebb flow
    """,
    "decision-makers": """
        tide | fund | ?
        ebb | ? | ?
        flow | ? | ?
        = The decision-maker is not recorded for 2 of 3 projects.
        - the decision-maker: ebb flow
        - the grant authority: tide ebb flow
    """,
    "indicators-by-goal": """
        trainings | top | >= 2 | December 2020: 1
        customer-events | ? | ? | ?
        practices | ? | >= 1 | ?
        guide | guide | ? | ?
        = Indicators: 4; without a target value 2, without an observation 3.
        - the goal: customer-events practices
        - the target value: customer-events guide
        - an observation: customer-events practices guide
    """,
    "options-and-promises": """
        done | plan | working group | tide
        done | make | working group | tide
        done | coordinator | role | tide
        done | course | event | tide
        done | day | event | tide
        done | shop | event | tide
        done | panel | event | tide
        done | late | event | tide
        done | sum | event | tide
        done | open | decision | tide
        planned | course-later | event | tide
        = done 10, funded, result unknown 0, decided 0, announced 0, planned 1, option 0.
    """,
    "synthesis-lead": """
        sum | done | expert | shop
        = Syntheses: recorded as held 1.
    """,
    "without-owner": """
        desk | development target | ?
        empty | development target | ?
        kind | commitment | ?
        later | guide section | ?
        = For 4 of 7 no owner role is recorded.
        - owner role of development targets: desk empty
        - owner role of commitments: kind
        - owner role of guide sections: later
    """,
}
"""The same of `tests/models/questions`, where each question has something to find."""


def expected(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.fixture(scope="module")
def lumme() -> lg.ServiceGraph:
    return lg.load(LUMME)


@pytest.fixture(scope="module")
def isles() -> lg.ServiceGraph:
    return lg.load(ISLES)


@pytest.mark.parametrize("name", BY_HAND)
def test_the_answer_is_the_one_worked_out_by_hand(lumme: lg.ServiceGraph, name: str) -> None:
    assert lines(lg.ask(lumme, name)) == expected(BY_HAND[name])


@pytest.mark.parametrize("name", INVENTED)
def test_the_answer_on_the_invented_network(isles: lg.ServiceGraph, name: str) -> None:
    assert lines(lg.ask(isles, name)) == expected(INVENTED[name])


def test_every_question_is_tested_on_both() -> None:
    assert set(INVENTED) == set(QUESTIONS)
    long = {"guide-not-covering", "services-described", "source-support"}
    assert set(BY_HAND) == set(QUESTIONS) - long


def test_the_questions_have_the_rows_from_one_on() -> None:
    assert [one.row for one in QUESTIONS.values()] == list(range(1, len(QUESTIONS) + 1))
    for one in QUESTIONS.values():
        assert one.text.by_tag().get("fi", "").endswith("?")
        assert words_of(one.text).endswith("?")
        assert one.text.by_tag().get("sv", "").endswith("?")
    assert QUESTIONS["practice-adoption"].row == 13


# Row 5.


def test_personal_data_is_found_wherever_it_stands() -> None:
    desk = lg.Touchpoint(
        id="touchpoint-desk",
        name={"en": "Desk"},  # type: ignore[arg-type]
        channel="service-location",  # type: ignore[arg-type]
        description={"en": "Call 044 123 4567 or write to minna.mallikas@example.org."},  # type: ignore[arg-type]
    )
    graph = lg.ServiceGraph([desk], Settings(as_of=date(2026, 8, 22), country=("FI",)))
    answer = lg.ask(graph, "personal-data")
    assert [row.elements for row in answer.rows] == [("touchpoint-desk",)] * 2
    assert [total.value for total in answer.totals] == [1, 1, 0]
    assert not any("minna" in str(row) or "123 4567" in str(row) for row in answer.rows)


# Row 15.


def shared(file: str) -> list[dict[str, str]]:
    folder = os.environ.get("LUMME_SHARED")
    if folder is None:
        pytest.skip("LUMME_SHARED does not say where the tables are")
    with (Path(folder) / "lumme" / file).open(encoding="utf-8") as lines_:
        return list(csv.DictReader(lines_))


def test_what_the_guide_does_not_cover_by_the_tables(lumme: lg.ServiceGraph) -> None:
    """No published section covers it in covers.csv and sections.csv; no row in offers.csv."""
    published = {row["section"] for row in shared("sections.csv") if row["status"] == "published"}
    told = {row["item"] for row in shared("covers.csv") if row["section"] in published}
    offered = {row["item"] for row in shared("offers.csv") if row["offered"] == "yes"}
    items = [*lumme.all(lg.Service), *lumme.all(lg.Profile), *lumme.all(lg.Touchpoint)]
    answer = lg.ask(lumme, "guide-not-covering")
    state = {row.elements[0]: str(words_of(row.values[2])) for row in answer.rows}  # type: ignore[arg-type]
    for item in items:
        if not isinstance(item, lg.Profile) and item.id not in offered:
            assert state[item.id] == "unknown"
        elif item.id not in told:
            assert state[item.id] == "uncovered"
        else:
            assert state.get(item.id, "covered") in {"covered", "partly covered"}
    assert [gap.of[0].id for gap in answer.not_recorded] == ["touchpoint-blog"]


# Row 32.


def test_which_services_are_described(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.4 and 1.5 give terms, steps and fees of these; the channel of one is not known."""
    answer = lg.ask(lumme, "services-described")
    assert answer.total("all four") == 4
    gaps = {words_of(gap.what): {thing.id for thing in gap.of} for gap in answer.not_recorded}
    assert gaps["channels"] == {"service-information"}
    whole = {"service-loan", "service-hold", "service-interlibrary-loan", "service-home"}
    for what in ("conditions", "instructions", "cost"):
        assert gaps[what] & whole == set()
    assert {"service-outreach", "service-e-materials"} <= gaps["conditions"] & gaps["cost"]


# Row 41.


def test_what_the_sources_of_the_seed_support(lumme: lg.ServiceGraph) -> None:
    """FACTS 5: the one is cited for the part of leadership, the other nowhere."""
    answer = lg.ask(lumme, "source-support")
    by_id = {row.elements[0]: row for row in answer.rows}
    assert len(by_id) == 97
    assert by_id["source-b01"].elements == ("source-b01", "claim-leadership")
    assert by_id["source-b02"].values[1] is Missing.NOT_RECORDED
    assert "commitment-one-card" in by_id["source-l04"].elements


# Time.


def adopted(graph: lg.ServiceGraph, day: date) -> dict[str, tuple[str, ...]]:
    answer = lg.ask(graph, "practice-adoption", day)
    rows = [list(row.values) for row in answer.rows]
    return {
        row[0].id: tuple(ids(answer, part) for part in row[1:] if isinstance(part, tuple))
        for row in rows
        if isinstance(row[0], Thing)
    }


def test_adoption_changes_in_exactly_the_practices_of_the_facts(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.8: rules from 2020-01-01, one card first seen then, Mäntyharju's *not* ends 2019."""
    before, after = adopted(lumme, date(2019, 6, 1)), adopted(lumme, date(2020, 2, 1))
    changed = {id_ for id_, lists in before.items() if lists != after[id_]}
    assert changed == {"practice-common-rules", "practice-one-card", "practice-selfservice"}
    assert before["practice-common-rules"] == ("", "ALL", "")
    assert after["practice-common-rules"] == (
        "savonlinna mantyharju",
        "mikkeli hirvensalmi pertunmaa puumala pieksamaki",
        "juva joroinen rantasalmi enonkoski varkaus heinavesi",
    )
    assert before["practice-one-card"] == ("", "", "ALL")
    assert after["practice-one-card"] == ("ALL", "", "")
    assert before["practice-selfservice"][:2] == ("mikkeli pieksamaki", "mantyharju")
    assert after["practice-selfservice"][:2] == ("mikkeli pieksamaki", "")


def test_adoption_in_2018(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.8: no web library yet; Rantasalmi and Mäntyharju prepared self-service."""
    state = adopted(lumme, date(2018, 6, 1))
    assert state["practice-web-library"] == ("", "ALL", "")
    assert state["practice-selfservice"][:2] == ("mikkeli", "mantyharju rantasalmi")
    assert adopted(lumme, date(2019, 6, 1))["practice-web-library"] == ("ALL", "", "")


@pytest.mark.parametrize(
    ("day", "members", "perhaps"),
    [
        (date(2018, 6, 1), 13, ""),
        (date(2019, 6, 1), 13, ""),
        (date(2020, 2, 1), 13, ""),
        (date(2021, 3, 15), 12, "heinavesi"),
        (date(2026, 8, 22), 12, ""),
    ],
)
def test_heinavesi_leaves(lumme: lg.ServiceGraph, day: date, members: int, perhaps: str) -> None:
    asked = Day.of(lumme, day)
    assert len(asked.libraries) == members
    assert ("organisation-heinavesi" in {o.id for o in asked.libraries}) == (members == 13)
    for name in ("practice-adoption", "libraries-sharing", "libraries-without-small-group"):
        answer = lg.ask(lumme, name, day)
        unknown = [
            g for g in answer.not_recorded if words_of(g.what) == "whether a member on the day"
        ]
        assert [ids(answer, gap.of) for gap in unknown] == ([perhaps] if perhaps else [])


@pytest.mark.parametrize(
    ("day", "held", "municipalities"),
    [
        (date(2018, 6, 1), 0, 13),
        (date(2019, 6, 1), 0, 13),
        (date(2020, 2, 1), 1, 13),
        (date(2026, 8, 22), 2, 12),
    ],
)
def test_customer_events_by_day(
    lumme: lg.ServiceGraph, day: date, held: int, municipalities: int
) -> None:
    """FACTS 1.7: hearings on 2019-10-02 and 2022-10-11; what was announced in 2022 was not before."""
    answer = lg.ask(lumme, "municipalities-without-customer-event", day)
    assert answer.total("recorded as held") == held
    assert len(answer.rows) == municipalities
    announced = [total.value for total in answer.totals if words_of(total.label) == "announced"]
    assert announced == ([1] if day.year == 2026 else [])


def test_actions_begin_on_their_days(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.7: pop-up libraries and the bookmobile began in 2020."""
    day = date(2019, 6, 1)
    rows = lines(lg.ask(lumme, "targets-without-decision", day))
    assert "reach | ? | ? | ? | ? | ?" in rows
    assert "opening-hours | selfservice | selfservice | ? | ? | 16 October 2017" in rows
    assert lg.ask(lumme, "actions-by-aim", day).total("better service") == 10


def test_the_guide_was_drawn_up_by_2021(lumme: lg.ServiceGraph) -> None:
    for day, drawn_up in ((date(2020, 2, 1), "?"), (date(2021, 4, 20), "..2021-04-20")):
        assert lines(lg.ask(lumme, "common-guide", day))[0].split(" | ")[2:4] == [drawn_up, "?"]


def test_a_project_that_has_not_begun_is_not_there(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.9: the last neighbour is of 2020."""
    names = [row.elements[0] for row in lg.ask(lumme, "projects-by-status", "2018-06-01").rows]
    assert "project-service-strategy" in names
    assert "project-kuntalaisen-kirjasto" not in names
    assert lg.ask(lumme, "projects-by-status", "2018-03-01").total("funded") == 4


# Said.


@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_is_never_said_without_the_word(name: str) -> None:
    """A model without elements: no zero, no empty table without *not recorded*."""
    empty = lg.ServiceGraph([], Settings(as_of=date(2026, 8, 22)))
    answer = lg.ask(empty, name)
    assert answer.not_recorded or name == "personal-data"  # which must be empty
    assert all(
        gap.what.by_tag().get("fi", "") and words_of(gap.what) and gap.what.by_tag().get("sv", "")
        for gap in answer.not_recorded
    )


@pytest.mark.parametrize("day", DAYS)
def test_every_answer_is_whole_on_every_day(lumme: lg.ServiceGraph, day: date) -> None:
    for name, answer in ask_all(lumme, day).items():
        assert (answer.name, answer.day) == (name, day)
        assert answer.note.by_tag().get("fi", "")
        assert words_of(answer.note)
        assert {len(row.values) for row in answer.rows} <= {len(answer.columns)}
        assert len({words_of(column) for column in answer.columns}) == len(answer.columns)
        for row in answer.rows:
            known = (id_.partition("/")[0] for id_ in row.elements)
            assert all(id_ in lumme for id_ in known)
        if not answer.rows:
            assert answer.not_recorded or answer.totals


def test_a_day_before_the_first_fact(lumme: lg.ServiceGraph) -> None:
    """FACTS 1.1: the oldest day is 2001, of a former name."""
    for answer in ask_all(lumme, date(1990, 1, 1)).values():
        assert answer.rows == ()
        assert words_of(answer.note) == (
            "Nothing is recorded of 1 January 1990: the earliest fact of the model is of 1 January 2001."
        )
        assert answer.not_recorded


def test_an_unknown_question() -> None:
    empty = lg.ServiceGraph([], Settings(as_of=date(2026, 8, 22)))
    with pytest.raises(KnownError, match="did you mean practice-adoption"):
        lg.ask(empty, "practice-adopton")
    with pytest.raises(KnownError, match="`lumme ask MODEL` lists them"):
        lg.ask(empty, "x")


def test_numbers_are_numbers(lumme: lg.ServiceGraph) -> None:
    assert lg.ask(lumme, "budget-sum").total("sum of the parts") == Money(Decimal(42200), "EUR")
    assert lg.ask(lumme, "trainings").records()[0]["training"] == Thing(
        "event-study-trip",
        lg.Text(
            fi="Palvelumuotoilun opintomatka Englantiin ja Tanskaan",
            en="Study trip on service design to England and Denmark",
            sv="Studieresa om tjänstedesign till England och Danmark",
        ),
    )
    with pytest.raises(KeyError):
        lg.ask(lumme, "trainings").total("nothing of the kind")
