"""The faults that reading finds in the files of a model."""

from __future__ import annotations

from lumme_graph.base.finding import Fault
from lumme_graph.base.label import Label

UNREADABLE = Fault(
    "LG001",
    Label("the file cannot be read: {why}"),
    Label("{how}"),
    "A file of the model cannot be opened, is not UTF-8 text, or holds two versions of a text "
    "between the marks of a merge that is not finished. What is in it is not known, so "
    "references that lead nowhere are reported once it can be read.",
)
NOT_YAML = Fault(
    "LG002",
    Label("this is not YAML: {why}"),
    Label("{mend}"),
    "The text breaks the grammar of YAML, so nothing after this place can be read.",
)
DUPLICATE_KEY = Fault(
    "LG003",
    Label("the field {key} is given twice"),
    Label("remove one of the two"),
    "A field is given twice in one place. YAML tools often keep the last one silently; "
    "here neither is guessed.",
)
OVER_LIMIT = Fault(
    "LG004",
    Label("{what} is over the limit of {limit}"),
    Label("split the content into more files"),
    "A file is larger, deeper or has more parts than any honest model, so it is not read further.",
)
REFUSED = Fault(
    "LG005",
    Label("{what} is not used in models"),
    Label("write the value out"),
    "Anchors, aliases, merge keys, tags, keys that are not text and several documents in one file "
    "are refused: they hide what a reader should see, and can make a small file huge.",
)
OUTSIDE = Fault(
    "LG006",
    Label("the link leads out of the model's folder"),
    Label("copy the file into the folder"),
    "A symbolic link in the model's folder leads to a file outside it.",
)
UNKNOWN_FIELD = Fault(
    "LG007",
    Label("{kind} has no field {field}"),
    Label("{mend}"),
    "The kind has no such field: misspelt, misplaced, or written with the wrong indent.",
)
WRONG_VALUE = Fault(
    "LG008", Label("{field}: {why}"), Label("{mend}"), "The value does not fit the field."
)
MISSING_FIELD = Fault(
    "LG009",
    Label("{kind} needs the field {field}"),
    Label("add {field}"),
    "A field that the kind cannot do without is missing.",
)
UNKNOWN_KIND = Fault(
    "LG010",
    Label("no kind of element begins with {prefix}-"),
    Label("{mend}"),
    "The kind of an element follows from the word its id begins with.",
)
NO_ID = Fault(
    "LG011",
    Label("{what}"),
    Label(
        "a file is a list, and each of its items begins with `- id: kind-words`; a file of something else is named under ignore in model.yaml"
    ),
    "Every file but model.yaml holds a list of elements, and each element has an id.",
)
MISPLACED_BODY = Fault(
    "LG012",
    Label("{what}"),
    Label("a section's text stands in guide/<section id>.<language>.md"),
    "The prose of a guide section stands in a Markdown file of its own, named by section and "
    "language, never in YAML.",
)
NO_MODEL = Fault(
    "LG013",
    Label("{what}"),
    Label("name a folder that holds a model.yaml{such}"),
    "A model is a folder with a model.yaml that says its name, languages and day.",
)
REFUSED_PICTURE = Fault(
    "LG014",
    Label("the picture cannot be published: {why}"),
    Label(
        "save it again in the form that its name says; an SVG as a plain one, which runs no script and takes nothing from elsewhere"
    ),
    "A picture below guide/images, or a logo, is not what its name says, or is an SVG that holds a script, "
    "another language's elements, an entity, or an address outside it: whoever opens it would run "
    "or fetch that. It is in no site and no PDF.",
)
DUPLICATE_ID = Fault(
    "LG102",
    Label("the id {id} is already used at {first}"),
    Label("give one of the two an id of its own"),
    "Two elements have one id, in one file or in two. The first, in the order of files, is kept.",
)
WRONG_KIND = Fault(
    "LG103",
    Label("{field}: {id} is of the kind {found}; here belongs {expected}"),
    Label("{mend}"),
    "A reference names an element of a kind that does not fit the field.",
)
MALFORMED_ID = Fault(
    "LG104",
    Label("{id} is not a proper id"),
    Label("write {expected} and lower-case ASCII words with hyphens between{mend}"),
    "Ids are the kind's English name and lower-case ASCII words, joined by hyphens. They never "
    "change, so that links to them hold. They have 150 letters at most, as files are called after them.",
)
LANGUAGE_TWICE = Fault(
    "LG107",
    Label("{one} and {other} are one language, spelt in two ways"),
    Label("keep one of the two"),
    "One text stands in one language twice, under two spellings of its tag. Tags are compared "
    "without case, so nothing could tell which of the two is meant.",
)

FAULTS = (
    UNREADABLE,
    NOT_YAML,
    DUPLICATE_KEY,
    OVER_LIMIT,
    REFUSED,
    OUTSIDE,
    UNKNOWN_FIELD,
    WRONG_VALUE,
    MISSING_FIELD,
    UNKNOWN_KIND,
    NO_ID,
    MISPLACED_BODY,
    NO_MODEL,
    REFUSED_PICTURE,
    DUPLICATE_ID,
    WRONG_KIND,
    MALFORMED_ID,
    LANGUAGE_TWICE,
)
