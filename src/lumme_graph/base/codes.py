"""The table of all codes. A code is a promise: never renumbered, never reused.

The hundreds: 0 reading, 1 ids and references, 2 coverage, 3 consistency, 4 review and standing,
5 language, 6 journeys and promise, 7 development and project, 8 privacy and output, 9 internal.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from lumme_graph.base.by_name import ByName


class Severity(StrEnum):
    """How bad a finding is; errors make a check fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """The name of a code, such as `dangling-reference`, and the severity of its findings."""

    name: str
    severity: Severity


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

OWN_CODE = re.compile(r"(?!LG)[A-Z]{2,8}[0-9]{3}")
"""What the code of somebody else's check looks like, such as KY001."""

CODES: ByName[Code] = ByName(
    "code",
    {
        "LG001": Code("unreadable-file", _E),
        "LG002": Code("not-yaml", _E),
        "LG003": Code("duplicate-key", _E),
        "LG004": Code("over-limit", _E),
        "LG005": Code("refused-yaml", _E),
        "LG006": Code("link-out-of-folder", _E),
        "LG007": Code("unknown-field", _E),
        "LG008": Code("wrong-value", _E),
        "LG009": Code("missing-field", _E),
        "LG010": Code("unknown-kind", _E),
        "LG011": Code("no-id", _E),
        "LG012": Code("misplaced-body", _E),
        "LG013": Code("no-model", _E),
        "LG014": Code("refused-picture", _E),
        "LG101": Code("dangling-reference", _E),
        "LG102": Code("duplicate-id", _E),
        "LG103": Code("wrong-kind", _E),
        "LG104": Code("malformed-id", _E),
        "LG105": Code("duplicate-record", _E),
        "LG106": Code("ring", _E),
        "LG107": Code("language-tag-twice", _E),
        "LG108": Code("unknown-query", _E),
        "LG109": Code("own-code-fails", _E),
        "LG201": Code("missing-coverage", _W),
        "LG202": Code("planned-only", _W),
        "LG203": Code("untranslated", _W),
        "LG204": Code("stale-link", _W),
        "LG211": Code("orphan-section", _W),
        "LG212": Code("dead-section", _W),
        "LG213": Code("extra-section", _I),
        "LG214": Code("section-without-content", _W),
        "LG215": Code("waiver-expired", _W),
        "LG216": Code("section-without-owner", _W),
        "LG217": Code("dead-link-in-prose", _W),
        "LG290": Code("gate-failed", _E),
        "LG291": Code("baseline-can-shrink", _I),
        "LG292": Code("nothing-to-cover", _E),
        "LG293": Code("new-gap", _E),
        "LG301": Code("contradiction", _E),
        "LG302": Code("over-claim", _E),
        "LG303": Code("step-where-not-offered", _E),
        "LG304": Code("contradictory-dates", _W),
        "LG305": Code("contradictory-offers", _W),
        "LG306": Code("stray-file", _W),
        "LG307": Code("number-differs-from-fact", _W),
        "LG308": Code("typed-fact", _I),
        "LG309": Code("code-without-name", _I),
        "LG310": Code("own-code-not-run", _I),
        "LG401": Code("no-standing", _W),
        "LG402": Code("unreviewed-link", _I),
        "LG403": Code("old-or-borrowed-content", _W),
        "LG404": Code("sourced-without-source", _W),
        "LG405": Code("derived-without-derivation", _W),
        "LG406": Code("old-facts", _W),
        "LG407": Code("unused-suppression", _W),
        "LG408": Code("suppression-expired", _W),
        "LG501": Code("missing-language", _W),
        "LG502": Code("translation-stale", _W),
        "LG503": Code("undeclared-language", _W),
        "LG504": Code("over-long-word", _W),
        "LG505": Code("broken-catalogue", _W),
        "LG506": Code("unusual-tag", _W),
        "LG601": Code("profile-without-path", _W),
        "LG602": Code("service-without-path", _W),
        "LG603": Code("service-without-touchpoint", _W),
        "LG604": Code("touchpoint-on-no-path", _W),
        "LG605": Code("commitment-kept-nowhere", _W),
        "LG606": Code("commitment-without-indicator", _W),
        "LG701": Code("need-without-target", _W),
        "LG702": Code("target-without-action", _W),
        "LG703": Code("target-on-staff-only", _W),
        "LG704": Code("group-without-leader", _W),
        "LG705": Code("leader-untrained", _W),
        "LG706": Code("event-outside-project", _W),
        "LG707": Code("action-before-prerequisite", _W),
        "LG708": Code("budget-does-not-add-up", _W),
        "LG709": Code("source-never-cited", _W),
        "LG710": Code("practice-unknown", _W),
        "LG711": Code("joint-service-without-saving", _W),
        "LG712": Code("coordinator-gap", _W),
        "LG801": Code("personal-phone", _E),
        "LG802": Code("personal-email", _E),
        "LG803": Code("looks-like-a-name", _W),
        "LG901": Code("internal-error", _E),
    },
)
"""Every code, also those whose check is still to come, in order."""
