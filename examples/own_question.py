"""A question that only this network asks, answered as those of the library: `own_question.py [MODEL]`.

Put beside a `model.yaml` that says `questions: own_question`, it is asked by its name too:
`lumme ask MODEL long-paths --trust`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"
MANY_STEPS = 5


@lg.own_question("Which paths have many steps, and where do they begin?")
def long_paths(day: lg.Day) -> lg.Answer:
    """Paths are drawn on a wall of the meeting room: which will fill it?"""
    paths = [one for one in day.all(lg.Path) if len(one.steps) > MANY_STEPS]
    return lg.answer(
        day,
        {
            "path": paths,
            "steps": [len(one.steps) for one in paths],
            "begins at": [day.ref(one.steps[0].touchpoint) for one in paths],
        },
        lg.Label("{of} paths have more than {many} steps.").fill(many=MANY_STEPS),
        totals={"all paths": day.all(lg.Path)},
    )


def main(model: Path) -> None:
    """Print the answer as a table, and its total."""
    graph = lg.load(model)
    answer = lg.ask(graph, long_paths)
    print(lg.ANSWER_FORMS["text"].render(graph, answer), end="")
    print(f"of {answer.total('all paths')} paths")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL)
