"""LG306: files in a model's folder that are read by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.label import Label
from lumme_graph.checks.registry import Hit, check
from lumme_graph.graph.day import Day


@check("LG306", Label("this file is not read as a part of the model"), Label("{mend}"))
def stray_file(day: Day) -> Iterator[Hit]:
    """A file in the model's folder is no part of the model.

    ## Why it matters
    Whoever wrote it may believe that it counts: a text of the guide under a name that is not
    read, or YAML that was saved as `.yaml.txt`.

    ## Mend it
    Give it the name that is said, take it out of the folder, or name it in `ignore` of
    `model.yaml`. README, LICENSE, CHANGELOG and CONTRIBUTING, the pictures below `guide/images/`,
    `coverage-baseline.json`, hidden files and what `lumme build` has made need not be named.
    """
    for place, meant in day.graph.files.strays:
        mend = (
            Label("call it {guess}").fill(guess=meant)
            if meant
            else Label("take it out of the folder, or name it in ignore in model.yaml")
        )
        yield Hit.at(place, mend=mend)


CHECKS = (stray_file,)
