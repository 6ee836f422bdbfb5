"""Working groups: which libraries are represented in them, and which roles lead them."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.base.dates import holds
from lumme_graph.base.label import Label
from lumme_graph.base.truth import Truth
from lumme_graph.elements.groups import Group, Leadership, Role
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.gaps import Gap


class Working(NamedTuple):
    """A group, the libraries that are surely represented in it, and the roles that lead it."""

    group: Group
    members: tuple[Organisation, ...]
    leads: tuple[Role, ...]

    @property
    def has_leader(self) -> Truth:
        """Is it recorded who leads it? Not known where only roles are named that are not there."""
        return True if self.leads else None if self.group.leads else False

    def led_by(self, way: Leadership) -> tuple[Role, ...]:
        """The roles that lead it in a way."""
        return tuple(role for role in self.leads if role.leadership is way)

    @property
    def is_line_led(self) -> Truth:
        """Do line managers alone lead it? Not known where it is not recorded how a role leads."""
        ways = {role.leadership for role in self.leads}
        if Leadership.NETWORK in ways:
            return False
        return True if ways == {Leadership.LINE} else None


@once
def groups(day: Day) -> tuple[Working, ...]:
    """The groups that are known on the day and not surely over."""
    graph = day.graph
    return tuple(
        Working(
            group,
            members(day, group),
            tuple(role for ref in group.leads if (role := graph.get(ref))),
        )
        for group in day.all(Group)
        if group.to is None or group.to.passed(day.date) is not True
    )


def members(day: Day, group: Group) -> tuple[Organisation, ...]:
    """The libraries that are surely represented in a group on the day."""
    sure = [m.organisation for m in group.members if holds(m.from_, m.to, day.date)]
    return tuple(o for ref in dict.fromkeys(sure) if (o := day.graph.get(ref)))


_MEMBERSHIP = Label("whether a member on the day")


def membership_gap(day: Day) -> tuple[Gap, ...]:
    """That the membership of some libraries is not known on the day."""
    return (Gap(_MEMBERSHIP, day.things(day.perhaps)),) if day.perhaps else ()
