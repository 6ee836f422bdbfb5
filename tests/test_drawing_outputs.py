"""Drawings as files: PNG, DOT, Mermaid and text, what they are called, and what is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from graphviz_reading import drawn_by_graphviz
from journey_samples import graph, path, step
from running import Run, lumme
from test_drawing_fonts import made

import lumme_graph as lg
from lumme_graph.drawing.svg import svg
from lumme_graph.elements.journeys import Path as ServicePath
from lumme_graph.views.shapes import told

LUMME = Path(__file__).parents[1] / "models" / "lumme"
THREE = """\
flowchart LR
    n1["1. asks at the desk"]
    n2["2. waits"]
    n3["3. takes it home"]
    n1 --> n2
    n2 -.->|"it is on the shelf"| n3
    n2 -.->|"otherwise"| n1
"""
JOURNEY = """\
journey
    title A path
    section Before
      asks at the desk: 3
      waits: 1
    section After
      takes it home: 5
"""


def draw(*words: object) -> Run:
    """Draw something of the Lumme draft."""
    return lumme("draw", LUMME, *words)


def three(*feelings: int | None) -> ServicePath:
    """A path of three steps: the second is followed by the third or the first."""
    first, second, third = feelings
    on = [{"to": "take", "when": {"en": "it is on the shelf"}}, {"to": "ask"}]
    return path(
        step("ask", first, action="asks at the desk", phase="before"),
        step("wait", second, action="waits", phase="before", next=on),
        step("take", third, action="takes it home", phase="after"),
        phases=[
            {"id": "before", "name": {"en": "Before"}},
            {"id": "after", "name": {"en": "After"}},
        ],
    )


def names(folder: Path) -> list[str]:
    """The files of a folder, sorted as people see them."""
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


# What is refused


def test_several_sheets_go_into_no_one_picture(tmp_path: Path) -> None:
    words = ("path-hold", "--kind", "journey", "--sheet", "a4")
    for file in (tmp_path / "x.svg", tmp_path / "x.png"):
        run = draw(*words, "-o", file)
        said = f"lumme: {file} is one file, but there are 2 sheets; name a folder, or a .pdf file\n"
        assert run == Run("", said, 2)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("path-hol", "there is no path-hol in the model; did you mean path-hold?"),
        (
            "path-hold --kind profile",
            "path-hold cannot be drawn as profile; it can be drawn as journey, blueprint, path",
        ),
        (
            "touchpoint-desk --kind coverage",
            "touchpoint-desk cannot be drawn as coverage; it can be drawn as touchpoint",
        ),
        (
            "service-loans",
            "there is no service-loans in the model; did you mean service-loan?",
        ),
        (
            "rule-loan-period",
            (
                "no drawing shows rule-loan-period; draw a path, a profile, a touchpoint or a promise by"
                " its id, or coverage, adoption, network, chain or calendar"
            ),
        ),
        (
            "rule-loan-period --kind path",
            (
                "rule-loan-period cannot be drawn as path; draw a path, a profile, a touchpoint or a"
                " promise by its id, or coverage, adoption, network, chain or calendar"
            ),
        ),
        (
            "",
            (
                "name a path, a profile, a touchpoint or a promise by its id, or coverage, adoption,"
                " network, chain or calendar; or say --all"
            ),
        ),
        (
            "--kind promise",
            "name what to draw, or say --all; there are promise-lumme",
        ),
        (
            "profile-worker --format dot",
            (
                "profile-worker: there is no DOT of this drawing, for nothing in it leads to anything;"
                " choose svg, png, pdf or text"
            ),
        ),
        (
            "coverage --format mermaid",
            (
                "coverage: there is no Mermaid of this drawing, for nothing in it leads to anything;"
                " choose svg, png, pdf or text"
            ),
        ),
    ],
)
def test_what_cannot_be_drawn_is_told_in_one_line(tmp_path: Path, words: str, said: str) -> None:
    run = draw(*words.split(), "-o", tmp_path / "x")
    assert run == Run("", f"lumme: {said}\n", 2)
    assert names(tmp_path) == []


def test_a_phase_that_no_path_has_is_refused() -> None:
    of = graph(three(None, None, None))
    with pytest.raises(lg.DrawError, match="there is no phase befor; did you mean before\\?"):
        lg.draw(of, "path-x", only=lg.Only(phase="befor"))


@pytest.mark.parametrize(
    ("option", "wrong", "near"),
    [("--kind", "jorney", "journey"), ("--sheet", "a33", "a3"), ("--format", "pfd", "pdf")],
)
def test_a_misspelt_choice_is_told_the_nearest(
    tmp_path: Path, option: str, wrong: str, near: str
) -> None:
    run = draw("path-ill", option, wrong, "-o", tmp_path / "x.svg")
    assert run.code == 2
    assert f"'{wrong}' is not one of" in run.err
    assert f"did you mean {near}?" in run.err
    assert names(tmp_path) == []


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("mine\n")
    run = draw("path-ill", "-o", tmp_path / "file.txt" / "x.svg")
    where = tmp_path / "file.txt"
    assert run == Run("", f"lumme: {where / 'x.svg'} cannot be written: {where} is a file\n", 2)
    assert where.read_text() == "mine\n"


def test_sheets_are_numbered_so_that_they_sort(tmp_path: Path) -> None:
    steps = [step(f"s{chr(97 + n // 26)}{chr(97 + n % 26)}", 0) for n in range(60)]
    drawing = lg.draw(graph(path(*steps)), "path-x", kind="journey", lang="en", sheet="a4")
    written = lg.save_drawings([drawing], tmp_path / "sheets")
    assert names(tmp_path / "sheets") == [
        f"journey-path-x.en-{n:02}.svg" for n in range(1, len(drawing.sheets) + 1)
    ]
    assert [file.name for file in written] == names(tmp_path / "sheets")
    assert len(written) == 10


def test_a_file_that_is_as_it_should_be_is_left_alone(tmp_path: Path) -> None:
    made = lg.draw_many(graph(three(0, -2, 2)), ["path-x"], lang="en")
    (file,) = lg.save_drawings(made, tmp_path)
    before = file.stat()
    assert lg.save_drawings(made, tmp_path) == [file]
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    file.write_text("older\n", encoding="utf-8")
    assert lg.save_drawings(made, tmp_path) == [file]
    assert file.read_text(encoding="utf-8") == made[0].svg


# DOT and Mermaid


def test_a_path_as_mermaid() -> None:
    assert lg.draw(graph(three(None, 0, None)), "path-x", lang="en").mermaid == THREE


def test_a_journey_as_mermaid() -> None:
    drawing = lg.draw(graph(three(0, -2, 2)), "path-x", kind="journey", lang="en")
    assert drawing.mermaid == JOURNEY


def test_a_journey_without_all_feelings_claims_none_in_mermaid() -> None:
    drawing = lg.draw(graph(three(0, None, 2)), "path-x", kind="journey", lang="en")
    assert drawing.mermaid == THREE


def test_graphviz_draws_a_path_from_its_dot() -> None:
    dot = lg.draw(graph(three(None, 0, None)), "path-x", lang="en").dot
    assert Counter(drawn_by_graphviz(dot)) == Counter(
        ["1. asks at the desk", "2. waits", "3. takes it home", "it is on the shelf", "otherwise"]
    )


# Text and table


def test_a_path_as_text() -> None:
    text = lg.draw(graph(three(None, -1, None)), "path-x", lang="en").text
    assert text.partition("Customer\n")[2] == (
        "  1. Who: customer\n"
        "     Does what: asks at the desk\n"
        "     Touchpoint: – meets no service\n"
        "  2. Who: customer\n"
        "     Does what: waits\n"
        "     Touchpoint: – meets no service\n"
        "     Feeling: −1 uneasy, no evidence\n"
        "  3. Who: customer\n"
        "     Does what: takes it home\n"
        "     Touchpoint: – meets no service\n"
        "\n"
        "Way on\n"
        "  1. Way on: 2\n"
        "  2. Way on: 3: it is on the shelf\n"
        "     Way on: 1: otherwise\n"
    )


@pytest.mark.parametrize("kind", lg.DRAWINGS)
def test_text_and_table_have_every_fact_once(kind: str) -> None:
    model = lg.load(LUMME)
    id_ = lg.DRAWINGS[kind].ids(model)[0]
    drawing = lg.draw(model, id_, kind=kind, lang="fi")
    facts = Counter(one.fact.words.words.replace("\u00ad", "") for one in told(drawing.shape))
    rows = [str(row[3]) for row in drawing.table.lines]
    assert len(rows) == facts.total()
    lines = drawing.text.splitlines()
    lost = [words for words in facts if not any(plain(words) in line for line in lines)]
    assert lost == []
    without = [one.fact.id for one in told(drawing.shape) if f"{one.fact.id}\n" in drawing.text]
    assert without == []


def plain(words: str) -> str:
    """Words as a line of text has them."""
    return " ".join(words.split("\n"))


# Letters that fonts have, and those that none has


def named(name: str) -> lg.ServiceGraph:
    """A path whose step meets something of that name."""
    kiosk = {"id": "touchpoint-kiosk", "name": {"en": name}, "channel": "service-location"}
    return graph(
        lg.Touchpoint.model_validate(kiosk), path(step("ask", 0, touchpoint="touchpoint-kiosk"))
    )


def test_a_russian_name_needs_no_code_in_a_picture() -> None:
    drawing = lg.draw(named("Библиотека Ээ"), "path-x", lang="en")
    assert drawing.lacking == ()
    assert drawing.printed is drawing.scenes


def test_a_russian_name_is_drawn_with_its_letters() -> None:
    one, other = (lg.draw(named(name), "path-x", lang="en").png() for name in ("Ш", "Ж"))
    assert one != other


def reading(folder: Path) -> Path:
    """A model of one path, with an ideograph in its name and its step."""
    model = folder / "lake"
    model.mkdir()
    (model / "model.yaml").write_text("name: {en: Lake}\nas_of: 2026-08-22\n")
    (model / "offer.yaml").write_text(
        "- id: path-read\n  name: {en: 読}\n  steps:\n"
        "    - {id: ask, action: {en: asks 読}, actor: {kind: customer}, lane: customer}\n",
        encoding="utf-8",
    )
    return model


def printed(drawing: lg.Drawing) -> str:
    """The sheets as they are drawn in PNG and PDF."""
    return "".join(svg(scene) for scene in drawing.printed)


def test_what_no_font_has_is_told_once_and_stands_as_its_code(tmp_path: Path) -> None:
    model = reading(tmp_path)
    words = ("draw", "lake", "path-read", "-q", "-o")
    assert lumme(*words, "x.svg", cwd=tmp_path) == Run("", "", 0)
    assert "asks 読" in (tmp_path / "x.svg").read_text(encoding="utf-8")
    for name in ("x.png", "x.pdf"):
        said = "no font here has 読; name one that has: --font FILE\n"
        told = f"lumme: path-read: {said}lumme: path-read/ask: {said}"
        assert lumme(*words, name, cwd=tmp_path) == Run("", told, 0)
    drawing = lg.draw(lg.load(model), "path-read", lang="en")
    assert "U+8AAD" in printed(drawing)
    assert "読" not in printed(drawing)


def test_a_font_that_is_named_has_what_no_other_has(tmp_path: Path) -> None:
    model = reading(tmp_path)
    made(tmp_path / "books.ttf", "Books", {"read": 700}, "読")
    words = ("draw", "lake", "path-read", "-q", "-o")
    given = lumme(*words, "given.png", "--font", "books.ttf", cwd=tmp_path)
    assert given == Run("", "", 0)
    fonts = lg.with_extra([tmp_path / "books.ttf"])
    drawing = lg.draw(lg.load(model), "path-read", lang="en", fonts=fonts)
    assert "asks 読" in printed(drawing)
    assert "U+" not in printed(drawing)


def test_a_font_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    reading(tmp_path)
    run = lumme(*("draw", "lake", "path-read", "-o", "x.png", "--font", "no.ttf"), cwd=tmp_path)
    assert run == Run("", "lumme: no.ttf cannot be read: No such file or directory\n", 2)
    assert names(tmp_path) == ["lake"]


def test_an_unknown_element_of_a_kind_that_is_not_drawn_is_unknown() -> None:
    of = graph(path(step("ask")))
    with pytest.raises(lg.UnknownIdError, match="there is no service-lone in the model"):
        lg.draw(of, "service-lone")
    with pytest.raises(lg.DrawError, match="no drawing shows hello; draw a path"):
        lg.draw(of, "hello")


@pytest.mark.parametrize("name", ["", "hello", "path-y"])
def test_a_kind_that_shows_the_whole_model_takes_no_element(name: str) -> None:
    with pytest.raises(lg.DrawError) as caught:
        lg.draw(graph(path(step("ask"))), name, kind="coverage")
    assert str(caught.value) == "coverage shows the whole model: name no element, but coverage"


@pytest.mark.parametrize("name", ["wall.pdf", "wall.svg", "wall.png", "wall.dot", "wall.txt"])
def test_there_is_nothing_to_draw_of_an_empty_model(name: str, tmp_path: Path) -> None:
    empty = lg.ServiceGraph([], lg.Settings.model_validate({"as_of": "2026-01-01"}))
    out = tmp_path / name
    with pytest.raises(lg.DrawError) as refused:
        lg.save_drawings(lg.draw_all(empty), out)
    assert str(refused.value) == f"there is nothing to draw in {out}: give one drawing at least"
    assert lg.save_drawings(lg.draw_all(empty), tmp_path / "walls") == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "of", "there"),
    [
        ("journey", "path", "path-hold, path-loan"),
        ("path", "path", "path-hold, path-loan"),
        ("profile", "profile", "profile-commuter, profile-newcomer"),
        ("promise", "promise", "promise-vire"),
    ],
)
def test_a_kind_of_drawing_is_no_element(kind: str, of: str, there: str) -> None:
    says = (
        f"{kind} is a kind of drawing: name a {of} by its id, with {kind} as the kind; there are "
    )
    empty = lg.ServiceGraph([], lg.Settings.model_validate({"as_of": "2026-01-01"}))
    for model, ids in ((lg.example(), there), (empty, "none")):
        with pytest.raises(lg.DrawError) as refused:
            lg.draw(model, kind)
        assert str(refused.value) == f"{says}{ids}"
