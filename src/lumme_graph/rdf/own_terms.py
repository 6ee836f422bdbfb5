"""The terms of our own that no field declares: structure, settings, and what follows from others."""

from __future__ import annotations

from typing import Final, NamedTuple

from lumme_graph.base.label import Label, Message
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.offer import Coverable


class OwnTerm(NamedTuple):
    """A term: what its values are (a class has none), what it is called, and what it says.

    `of` are the classes that have the property, none where any may have it; `times` says how many
    values there are: one, at most one (`?`), any number (`*`) or at least one (`+`).
    """

    range: str
    label: Message
    definition: str
    of: tuple[str, ...] = ()
    times: str = "?"


CLASSES: Final[dict[str, OwnTerm]] = {
    "lg:Model": OwnTerm("", Label("model"), "A model of services, with its settings."),
    "lg:Point": OwnTerm("", Label("point"), "One text of a list, with its translations."),
    "lg:Minimum": OwnTerm("", Label("least coverage"), "The least coverage that is asked for."),
    "lg:Cost": OwnTerm("", Label("cost of an act"), "What an act of writing costs."),
    "lg:Bundle": OwnTerm("", Label("bundle"), "Items that one section could cover together."),
    "lg:DerivationRule": OwnTerm("", Label("rule of derivation"), "A rule of the derived graph."),
    "lg:Reach": OwnTerm(
        "",
        Label("reach"),
        "That what is said of one place or organisation holds for another organisation, and when.",
    ),
}
"""The classes beside those of kinds and records."""

_DATE, _STRING, _WHOLE, _YES_NO = "xsd:date", "xsd:string", "xsd:integer", "xsd:boolean"
_MODEL = ("lg:Model",)
_ELEMENTS = tuple(cls.kind.iris[0] for cls in ELEMENTS)
_ITEMS = tuple(cls.kind.iris[0] for cls in ELEMENTS if issubclass(cls, Coverable))
_REACH = ("lg:Reach",)
_MEASURED = ("dqv:QualityMeasurement",)

PROPERTIES: Final[dict[str, OwnTerm]] = {
    "lg:order": OwnTerm(
        _STRING,
        Label("order"),
        "The name of a list and its entries in order, spaces between.",
        (),
        "*",
    ),
    "lg:listedAfter": OwnTerm(
        "rdfs:Resource",
        Label("listed after"),
        "The element of its kind that stands before it.",
        _ELEMENTS,
    ),
    "lg:position": OwnTerm(_WHOLE, Label("place in a list"), "Its place in its whole, from 1."),
    "lg:derivedProperty": OwnTerm(
        "rdf:Property",
        Label("derived property"),
        "A property whose values here are derived.",
        (),
        "*",
    ),
    "lg:derives": OwnTerm(
        "rdf:Property",
        Label("derives"),
        "A property whose values a rule gives.",
        ("lg:DerivationRule",),
        "*",
    ),
    "lg:earliest": OwnTerm(
        _DATE, Label("earliest"), "The earliest day that it may be.", ("time:Instant",)
    ),
    "lg:latest": OwnTerm(
        _DATE, Label("latest"), "The latest day that it may be.", ("time:Instant",)
    ),
    "lg:factNumber": OwnTerm(
        "xsd:decimal",
        Label("number"),
        "The value of a fact, where it is a number.",
        ("lg:Fact", "lg:RuleValue"),
    ),
    "lg:offeredByDefault": OwnTerm(
        _YES_NO,
        Label("offered by default"),
        "Whether it holds where no offer says otherwise.",
        _ITEMS,
    ),
    "lg:hasTextIn": OwnTerm(
        _STRING, Label("has a text in"), "A language of the section's prose.", ("lg:Section",), "*"
    ),
    "lg:currentFingerprint": OwnTerm(
        _STRING,
        Label("fingerprint of today"),
        "What the content comes to, in 18 characters.",
        _ELEMENTS,
    ),
    "lg:saidOf": OwnTerm(
        "rdfs:Resource",
        Label("said of"),
        "Of what something is said: a branch, a vehicle, an organisation, or the model as a whole.",
        _REACH,
        "1",
    ),
    "lg:tellsOf": OwnTerm(
        "lg:Organisation",
        Label("tells of"),
        "The organisation of which that tells something.",
        _REACH,
    ),
    "lg:holdsFor": OwnTerm(
        "lg:Organisation",
        Label("holds for"),
        "The organisation for which it then holds too.",
        _REACH,
        "1",
    ),
    "lg:distance": OwnTerm(
        _WHOLE,
        Label("distance"),
        "How far off it is said: of a vehicle 0, a branch 1, the organisation itself 2; of those of "
        "a whole 1000 more, of those of a network 2000.",
        _REACH,
    ),
    "lg:network": OwnTerm(
        "lg:Organisation",
        Label("network"),
        "The organisation whose members are the libraries.",
        _MODEL,
    ),
    "lg:country": OwnTerm(
        _STRING, Label("country"), "Where the model is, by ISO 3166-1.", _MODEL, "*"
    ),
    "lg:requiredLanguage": OwnTerm(
        _STRING, Label("required language"), "A language that every text has.", _MODEL, "+"
    ),
    "lg:optionalLanguage": OwnTerm(
        _STRING, Label("optional language"), "A language that texts may have.", _MODEL, "*"
    ),
    "lg:ignore": OwnTerm(
        _STRING, Label("ignored"), "Files that are no part of the model.", _MODEL, "*"
    ),
    "lg:ownCheck": OwnTerm(
        _STRING,
        Label("own check"),
        "A check of the model's own, by its module and name in Python.",
        _MODEL,
        "*",
    ),
    "lg:ownQuestion": OwnTerm(
        _STRING,
        Label("own question"),
        "A question of the model's own, by its module and name in Python.",
        _MODEL,
        "*",
    ),
    "lg:needsSection": OwnTerm(
        "owl:Class",
        Label("needs a section"),
        "A class whose members the guide must cover.",
        _MODEL,
        "*",
    ),
    "lg:unknownCountsAs": OwnTerm(
        _STRING,
        Label("unknown counts as"),
        "How cells count where the offer is not known.",
        _MODEL,
        "1",
    ),
    "lg:unreviewedCountsAs": OwnTerm(
        _STRING,
        Label("unreviewed counts as"),
        "How links count that were never reviewed.",
        _MODEL,
        "1",
    ),
    "lg:factsOlderThan": OwnTerm(
        _WHOLE, Label("facts are old after"), "After how many days a fact is old.", _MODEL
    ),
    "lg:maxMissing": OwnTerm(
        _WHOLE, Label("most missing"), "The most cells that may be missing.", _MODEL
    ),
    "lg:maxStale": OwnTerm(
        _WHOLE, Label("most stale"), "The most cells that may be stale.", _MODEL
    ),
    "lg:maxUnknown": OwnTerm(
        _WHOLE, Label("most unknown"), "The most cells that may be unknown.", _MODEL
    ),
    "lg:allowEmpty": OwnTerm(
        _YES_NO,
        Label("may be empty"),
        "Whether a gate passes where there is nothing to cover.",
        _MODEL,
        "1",
    ),
    "lg:minimum": OwnTerm("lg:Minimum", Label("least coverage"), "A least coverage.", _MODEL, "*"),
    "lg:minimumFor": OwnTerm(
        _STRING, Label("least coverage of"), "Of what it is asked for.", ("lg:Minimum",), "1"
    ),
    "lg:tenths": OwnTerm(
        _WHOLE,
        Label("tenths of a percent"),
        "The share, in tenths of a percent.",
        ("lg:Minimum",),
        "1",
    ),
    "lg:actCost": OwnTerm("lg:Cost", Label("cost of an act"), "What an act costs.", _MODEL, "*"),
    "lg:units": OwnTerm(_WHOLE, Label("units"), "The cost, in any unit.", ("lg:Cost",), "1"),
    "lg:bundle": OwnTerm("lg:Bundle", Label("bundle"), "Items for one new section.", _MODEL, "*"),
    "lg:bundles": OwnTerm(
        "rdfs:Resource", Label("bundles"), "An item of a bundle.", ("lg:Bundle",), "*"
    ),
    "lg:siteName": OwnTerm(
        "rdf:langString", Label("name of the site"), "What the site is called.", _MODEL, "*"
    ),
    "lg:siteShort": OwnTerm(
        "rdf:langString",
        Label("short name of the site"),
        "The network in a word or two.",
        _MODEL,
        "*",
    ),
    "lg:brandColour": OwnTerm(
        _STRING, Label("colour of the network"), "The colour of its surfaces.", _MODEL
    ),
    "lg:accentColour": OwnTerm(
        _STRING, Label("colour of words and lines"), "In which words on white are read.", _MODEL
    ),
    "lg:neutralColour": OwnTerm(_STRING, Label("hue of greys"), "The hue of greys.", _MODEL),
    "lg:fontFile": OwnTerm(
        _STRING,
        Label("file of the font"),
        "Beside the model; in the font it is shown in.",
        _MODEL,
        "*",
    ),
    "lg:logoFile": OwnTerm(_STRING, Label("file of the logo"), "Beside the model.", _MODEL),
    "lg:logoText": OwnTerm(
        "rdf:langString", Label("words of the logo"), "What the logo says.", _MODEL, "*"
    ),
    "lg:siteIndex": OwnTerm(
        _YES_NO,
        Label("listed by search engines"),
        "Whether search engines may list the pages.",
        _MODEL,
    ),
    "lg:measuredFor": OwnTerm(
        "rdfs:Resource",
        Label("measured for"),
        "What a number of a model is of: a library, a language, or a class; without it, of all.",
        _MEASURED,
    ),
    "lg:numerator": OwnTerm(_WHOLE, Label("numerator"), "How many.", _MEASURED, "1"),
    "lg:denominator": OwnTerm(_WHOLE, Label("denominator"), "Of how many.", _MEASURED, "1"),
}
"""The properties beside those of fields."""

METRICS: Final[dict[str, OwnTerm]] = {
    "lg:coverageDone": OwnTerm(
        "",
        Label("coverage of the guide"),
        "The share of cells, an item at a library in a language, that a section covers.",
    ),
    "lg:coverageWithPlans": OwnTerm(
        "",
        Label("coverage of the guide with its plans"),
        "The share of cells that a section covers, or is planned to cover.",
    ),
    "lg:coverageDeep": OwnTerm(
        "",
        Label("coverage of the guide, parts too"),
        "The share of cells that are covered and whose parts, such as touchpoints, are too.",
    ),
}
"""What the measurements of a model measure."""

ALSO_OF: Final[dict[str, tuple[str, ...]]] = {
    "lg:asOf": ("lg:Model", *_MEASURED),
    "lg:standing": ("dcat:CatalogRecord",),
}
"""The classes that have a property of fields without having the field."""

SHARED: Final[dict[str, OwnTerm]] = {
    "lg:from": OwnTerm(_DATE, Label("from"), "The first day."),
    "lg:to": OwnTerm(_DATE, Label("to"), "The last day."),
    "lg:until": OwnTerm(_DATE, Label("until"), "The last day on which it holds."),
    "lg:standing": OwnTerm("skos:Concept", Label("standing"), "On what a claim stands."),
    "lg:inMunicipality": OwnTerm(
        "lg:Municipality", Label("municipality"), "The municipality in which it is."
    ),
    "lg:task": OwnTerm("lg:Point", Label("tasks"), "A thing to be done."),
    "lg:modality": OwnTerm(
        "skos:Concept", Label("modality"), "How far it is from being done or there."
    ),
    "lg:ledBy": OwnTerm("lg:Role", Label("led by"), "A role that leads it."),
    "lg:decidedBy": OwnTerm(
        "lg:Organisation", Label("by", "of a decision"), "An organisation that decides on it."
    ),
    "lg:operator": OwnTerm(_STRING, Label("operator"), "How a value compares with the target."),
    "lg:targetValue": OwnTerm("xsd:decimal", Label("target value"), "The value to reach."),
    "lg:languageTag": OwnTerm(_STRING, Label("language"), "The language of which it speaks."),
    "lg:fact": OwnTerm("lg:Fact", Label("facts"), "A value that texts must not contradict."),
    "lg:unit": OwnTerm(_STRING, Label("unit"), "The unit of a value."),
    "lg:followsRule": OwnTerm("lg:UserRule", Label("rules"), "A user rule that applies."),
    "lg:saves": OwnTerm("rdf:langString", Label("saves"), "What it saves, where a source says so."),
    "lg:status": OwnTerm("skos:Concept", Label("status"), "How far a text or description is."),
    "lg:reviewedOn": OwnTerm(_DATE, Label("reviewed"), "When it was last looked at."),
    "lg:n": OwnTerm(_WHOLE, Label("number", "of participants"), "How many people took part."),
    "lg:after": OwnTerm("rdfs:Resource", Label("after"), "What comes first."),
    "lg:forProfile": OwnTerm("lg:Profile", Label("profiles"), "The profile that it is for."),
    "lg:ownedBy": OwnTerm("lg:Role", Label("owner"), "The role that answers for it."),
    "lg:scope": OwnTerm("lg:Organisation", Label("scope"), "A library for which it holds."),
    "lg:fingerprint": OwnTerm(_STRING, Label("fingerprint"), "What the content came to."),
    "lg:inPhase": OwnTerm("lg:Phase", Label("phase", "of a service path"), "Its phase."),
    "lg:inProjectPhase": OwnTerm("lg:ProjectPhase", Label("phase"), "Its phase of the project."),
    "lg:toStep": OwnTerm("lg:Step", Label("to", "the step of a way on"), "The step that follows."),
    "lg:leadsToStep": OwnTerm("lg:Step", Label("step"), "The step of the path that answers it."),
}
"""What the properties say that fields of several classes share, each in its own words, or that
lead to a node where the field has its local id."""
