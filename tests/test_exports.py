"""A model for other programs: one command, one function, the forms by name and by the file's end."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from running import lumme

import lumme_graph as lg

CLWYD = Path(__file__).parent / "models" / "clwyd"


@pytest.fixture(scope="module")
def graph() -> lg.ServiceGraph:
    return lg.load(CLWYD)


def test_every_form_of_rdf_is_a_form_of_export() -> None:
    assert list(lg.EXPORT_FORMS)[: len(lg.RDF_FORMS)] == list(lg.RDF_FORMS)


def test_a_file_by_its_end_and_a_stream_are_the_same(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    stream = BytesIO()
    assert lg.export(graph, tmp_path / "c.ttl") == ()
    assert lg.export(graph, stream) == ()
    assert (tmp_path / "c.ttl").read_bytes() == stream.getvalue()
    written = BytesIO()
    lg.write_rdf(graph, written)
    assert stream.getvalue() == written.getvalue()


@pytest.mark.parametrize("form", [form for form in lg.EXPORT_FORMS if form not in lg.RDF_FORMS])
def test_only_rdf_has_what_is_private_and_graphs(
    graph: lg.ServiceGraph, tmp_path: Path, form: str
) -> None:
    with pytest.raises(lg.FormError, match=f"{form} has nothing private"):
        lg.export(graph, tmp_path / "out", form, private=True)
    with pytest.raises(lg.FormError, match=f"{form} has nothing private"):
        lg.export(graph, tmp_path / "out", form, by_file=True)
    assert list(tmp_path.iterdir()) == []


def test_the_command_names_the_nearest_form(tmp_path: Path) -> None:
    done = lumme("export", CLWYD, "--format", "turtel", "-o", tmp_path / "c")
    assert done.code == 2
    assert "did you mean turtle?" in done.err


@pytest.mark.parametrize(
    ("form", "file", "says"),
    [
        ("ptv", "ptv.pdf", "ptv.pdf: end the name in .html, .xlsx or .csv"),
        ("ptv", "ptv", "ptv: end the name in .html, .xlsx or .csv"),
        ("hsds", "h.json", "h.json: name a folder, or a file that ends in .zip"),
    ],
)
def test_a_name_that_says_another_form_is_refused(
    tmp_path: Path, form: str, file: str, says: str
) -> None:
    done = lumme("export", CLWYD, "--format", form, "-o", tmp_path / file)
    assert done.code == 2
    assert says in " ".join(done.err.split())
    assert list(tmp_path.iterdir()) == []


def test_what_has_a_stream_can_be_piped(graph: lg.ServiceGraph) -> None:
    for form, begins in (("ptv", b"<!DOCTYPE html>"), ("hsds", b"PK")):
        stream = BytesIO()
        lg.export(graph, stream, form)
        assert stream.getvalue().startswith(begins)


def test_a_model_without_libraries(tmp_path: Path) -> None:
    empty = lg.ServiceGraph([], lg.Settings.model_validate({"as_of": "2026-09-01"}))
    with pytest.raises(lg.FormError, match="the model has no libraries"):
        lg.export(empty, tmp_path / "h", "hsds")
    assert list(tmp_path.iterdir()) == []
    (note,) = lg.export(empty, tmp_path / "p.html", "ptv")
    assert empty.speaker("en")(note).words.startswith("nothing to paste: ")
