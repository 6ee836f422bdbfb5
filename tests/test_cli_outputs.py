"""No command writes over what it reads, under whatever name that is called."""

from __future__ import annotations

import inspect
import os
import shutil
from pathlib import Path

import pytest
from running import lumme

import lumme_graph as lg
from lumme_graph.cli import command_line
from lumme_graph.cli._outputs import OUTPUTS

LUMME = Path(__file__).parents[1] / "models" / "lumme"
WORKED = Path(__file__).parent / "models" / "worked"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORKED, tmp_path / "m"))


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.is_symlink()
    }


@pytest.mark.parametrize(
    "words",
    [
        "export m -o m/model.yaml --format turtle",
        "export m -o link --format json",
        "diff m m -o m/model.yaml --format md",
        "report m -o m/model.yaml --format pdf",
        "query m classes -o m/model.yaml --format csv",
        "coverage m -o c.json -o m/model.yaml --format json",
        "schema m -o m/model.yaml",
        "workshop m --kind journey -o hard.xlsx",
        "sheet out m m/model.yaml --format xlsx --force",
        "guide m --pdf m/model.yaml",
        "build m -o m",
        "build m -o m/guide",
        "guide m -o m/guide",
        "draw m --all -o m/guide",
        "sheet out m m --format csv --force",
        "import m/model.yaml --format turtle --as codes -o m/model.yaml",
        "diff m m -o m/guide/section-new.en.md",
        "export m -o m/more.yaml --format turtle",
    ],
)
def test_a_file_of_the_model_is_no_output(model: Path, words: str) -> None:
    """Also under another name, a link of either sort; and nothing else is made."""
    folder = model.parent
    (model / "guide").mkdir(exist_ok=True)
    (model / "guide" / "section-x.en.md").write_text("Words\n", "utf-8")
    (folder / "link").symlink_to(model / "model.yaml")
    os.link(model / "model.yaml", folder / "hard.xlsx")
    before = files(folder)
    done = lumme(*words.split(), cwd=folder)
    assert done.code == 2
    assert files(folder) == before
    said = " ".join(done.err.split())
    assert "name another f" in said or "is what is read" in said or "write it elsewhere" in said


def test_the_log_that_is_read_is_no_output(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,step,time\n1,search-and-reserve,2026-03-02\n", "utf-8")
    for out in ("log.csv", "./log.csv", "other.csv"):
        if out == "other.csv":
            (tmp_path / out).symlink_to(log)
        done = lumme("observed", LUMME, "path-hold", "log.csv", "-o", out, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert done.err == f"lumme: {Path(out)} is what is read: name another file to write\n"
    assert log.read_text("utf-8").startswith("case,step,time\n1,")


def test_new_files_may_stand_in_the_folder_and_pictures_be_drawn_anew(tmp_path: Path) -> None:
    model = shutil.copytree(LUMME, tmp_path / "m")

    def run(*words: str) -> int:
        return lumme(*words, cwd=model).code

    drawn = ("draw", ".", "path-hold", "-o", "guide/images/hold.svg")
    assert run("export", ".", "-o", "export.ttl") == 0
    assert run("export", ".", "-o", "export.ttl") == 0
    assert run(*drawn) == 0
    assert run(*drawn) == 0
    assert run("diff", ".", ".", "--format", "md", "-o", "guide/images/hold.svg") == 2


def test_python_has_the_same_guard(model: Path) -> None:
    with pytest.raises(lg.OutputError, match=r"is a file of the model, model\.yaml"):
        lg.keep_sources(model / "model.yaml", [model])
    lg.keep_sources(Path(os.devnull), [model])
    lg.keep_sources(model / "new.ttl", [model])


def test_the_guard_knows_every_option_that_names_an_output() -> None:
    for command in command_line().registered_commands:
        assert command.callback
        for name, one in inspect.signature(command.callback, eval_str=True).parameters.items():
            flags = {
                flag
                for part in getattr(one.annotation, "__metadata__", ())
                for flag in getattr(part, "param_decls", None) or ()
            }
            assert not flags & {"-o", "--out", "--pdf"} or name in OUTPUTS


SAID = (
    "2 phone numbers or e-mail addresses in the model may be persons', and what is made of it tells"
    " them on; to see them: lumme check m --select LG801,LG802\n"
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model, sound but for a number and an address, and one without them."""
    folder = tmp_path_factory.mktemp("told")
    for name, where in (
        ("m", "Ask maija.virtanen@example.org or +358 40 123 4567"),
        ("old", "Ask"),
    ):
        (folder / name).mkdir()
        (folder / name / "model.yaml").write_text(
            "name: {en: A network}\nas_of: 2026-08-22\nlanguages: {required: [en]}\n",
            "utf-8",
        )
        (folder / name / "offer.yaml").write_text(
            "- {id: touchpoint-desk, name: {en: Desk}, channel: service-location,"
            f" description: {{en: '{where}'}}}}\n"
            "- {id: touchpoint-web, name: {en: Web}, channel: phone}\n"
            "- {id: path-loan, name: {en: A loan}, steps: [{id: go, lane: customer,"
            " actor: {kind: customer},"
            " action: {en: comes}, touchpoint: touchpoint-desk}]}\n",
            "utf-8",
        )
    return folder


@pytest.mark.parametrize(
    "words",
    [
        *(f"export m -o x.{form} --format {form}" for form in ("turtle", "json", "actions")),
        "report m -o r.docx",
        "diff old m -o d.html",
        "diff old m --format json",
        "draw m path-loan -o p.svg",
        "workshop m --kind journey -o w.xlsx",
        "sheet out m b.xlsx --force",
        "sheet out m j.xlsx --kind journey --force",
        "query m models -o q.csv",
    ],
)
def test_what_leaves_the_house_with_an_address_of_a_person_is_told(told: Path, words: str) -> None:
    """One line with the command that shows them, and the exit code as it is without."""
    done = lumme(*words.split(), "--lang", "en", cwd=told)
    assert done.code == 0
    assert done.err.count("LG80") == 2
    assert SAID in done.err
    clean = lumme(*words.replace(" m ", " old ").split(), "--lang", "en", cwd=told)
    assert clean.code == 0
    assert "LG80" not in clean.err


def test_what_is_made_of_a_part_or_of_changes_tells_of_those_alone(told: Path) -> None:
    part = lumme("export", "m", "-o", "part.ttl", "--only", "touchpoint-web", cwd=told)
    assert part.code == 0
    assert "LG80" not in part.err
    same = lumme("diff", "m", "m", "-o", "same.html", cwd=told)
    assert (same.code, same.err) == (0, "same.html\n")


def test_what_is_accepted_is_not_told_of(told: Path, tmp_path: Path) -> None:
    model = Path(shutil.copytree(told / "m", tmp_path / "m"))
    file = model / "offer.yaml"
    accepted = "suppress: [{code: LG802, reason: asked}, {code: LG801, reason: asked}]"
    text = file.read_text("utf-8")
    file.write_text(text.replace("desk, name", f"desk, {accepted}, name", 1), "utf-8")
    done = lumme("export", "m", "-o", "m.ttl", cwd=tmp_path)
    assert (done.code, done.err) == (0, "m.ttl\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("export m --format actions -o x.xlsx", "actions is no .xlsx; end the name in .csv"),
        ("export m --format turtle -o x.HTML", "turtle is no .HTML; end the name in .ttl"),
        ("report m --format pdf -o x.docx", "pdf is no .docx; end the name in .pdf"),
        ("diff old m --format md -o x.html", "md is no .html; end the name in .md"),
        ("coverage m --format json -o x.html", "json is no .html; end the name in .json"),
        ("draw m path-loan --format png -o x.svg", "png is no .svg; end the name in .png"),
        ("query m models --format json -o x.csv", "json is no .csv; end the name in .json"),
    ],
)
def test_no_file_is_called_what_it_is_not(told: Path, words: str, said: str) -> None:
    done = lumme(*words.split(), cwd=told)
    assert done.code == 2
    assert said in done.err
    assert not (told / words.rsplit(maxsplit=1)[-1]).exists()
