"""LG309: is it known here what the codes of public lists are called?"""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.label import Label, Message
from lumme_graph.checks.registry import Hit, check
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.offer import Service
from lumme_graph.elements.public_lists import SERVICE_CLASSES, TARGET_GROUPS
from lumme_graph.graph.day import Day

_ELSEWHERE = Label(
    "nothing is to be done, if it is right; other programs find its name by its address"
)
_NOWHERE = Label("give its whole address, or a code of the Finnish list such as {such}")


@check("LG309", Label("{field}: it is not known here what {code} is called"), Label("{mend}"))
def code_without_name(day: Day) -> Iterator[Hit]:
    """A service class or target group whose name the program does not carry.

    ## Why it matters
    In exported data it stands by its code alone: whoever reads the data sees no name. A code that
    is misspelt looks just so.

    ## Mend it
    Look whether the code is right. The program knows the service classes and target groups of the
    Finnish service catalogue that libraries need; an address of any other list may stay.
    """
    for service in day.graph.all(Service):
        code = service.service_class
        if code is not None and code not in SERVICE_CLASSES.labels:
            mend = _mend(SERVICE_CLASSES.address(code), "P25.1")
            yield Hit(service, "service_class", field="service_class", code=code, mend=mend)
    for profile in day.graph.all(Profile):
        for at, code in enumerate(profile.target_groups):
            if code not in TARGET_GROUPS.labels:
                mend = _mend(TARGET_GROUPS.address(code), "KR1.2")
                yield Hit(profile, "target_groups", at, field="target_groups", code=code, mend=mend)


def _mend(address: str | None, such: str) -> Message:
    return _ELSEWHERE if address else _NOWHERE.fill(such=such)
