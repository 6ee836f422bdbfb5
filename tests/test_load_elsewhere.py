"""A model is read from a mapping and from a ZIP file as from its folder."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from load_folders import MODELS, texts

import lumme_graph as lg
from lumme_graph.reading import laid_out

LAKES = MODELS / "lakes"
LUMME = MODELS.parents[1] / "models" / "lumme"


@pytest.mark.parametrize("folder", [LAKES, LUMME])
def test_the_same_model_from_its_files_and_from_a_zip(tmp_path: Path, folder: Path) -> None:
    whole = lg.load(folder)
    assert lg.load(texts(folder)) == whole
    for home in (folder, folder.parent):
        packed = (
            shutil.make_archive(str(tmp_path / home.name), "zip", folder.parent, folder.name)
            if home != folder
            else shutil.make_archive(str(tmp_path / "flat"), "zip", folder)
        )
        graph = lg.load(packed)
        assert graph == whole
        assert lg.coverage(graph).done == lg.coverage(whole).done


def test_places_name_the_file_as_it_was_given(tmp_path: Path) -> None:
    files = {"model.yaml": "as_of: 2026-08-22\n", "a.yaml": "- id: need-x\n  nam: {en: X}\n"}
    _, findings = lg.read(files)
    assert [str(one.place) for one in findings] == ["model/a.yaml:1:3", "model/a.yaml:2:3"]
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(f"mine/{name}", text)
    _, findings = lg.read(tmp_path / "m.zip")
    assert [one.place.file for one in findings] == [f"{tmp_path.as_posix()}/m.zip/a.yaml"] * 2


@pytest.mark.parametrize("name", ["../a.yaml", "/etc/a.yaml", "a/../../b.yaml", "c:\\a.yaml", ""])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(lg.SourceError, match="is no name of a file in a model's folder"):
        lg.load({"model.yaml": "as_of: 2026-08-22\n", name: "[]"})


def zip_of(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "as_of: 2026-08-22\n")
    return path


def test_a_zip_of_no_model_or_of_two_is_refused(tmp_path: Path) -> None:
    with pytest.raises(lg.SourceError, match=r"holds no model: it must hold one model\.yaml"):
        lg.load(zip_of(tmp_path / "none.zip", "a.yaml"))
    with pytest.raises(lg.SourceError, match="holds 2 models"):
        lg.load(zip_of(tmp_path / "two.zip", "a/model.yaml", "b/model.yaml"))


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\3\4 and nothing more")
    with pytest.raises(lg.SourceError, match="cannot be read as a ZIP file"):
        lg.load(tmp_path / "a.zip")


def test_a_zip_that_would_burst_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laid_out, "MOST_BYTES", 10)
    with pytest.raises(lg.SourceError, match="unpack it, and read the folder"):
        lg.load(zip_of(tmp_path / "a.zip", "model.yaml"))


def test_the_example_is_flawless_and_everything_can_be_made_of_it(tmp_path: Path) -> None:
    graph = lg.example()
    assert lg.check(graph) == ()
    assert str(lg.coverage(graph).done.percent) == "100.0"
    assert "Ensimmäinen laina" in lg.draw(graph, "path-loan").svg
    lg.save(graph, tmp_path / "mine")
    assert lg.load(tmp_path / "mine") == graph
    lg.build(graph, "en")


def test_files_without_a_model_are_told_of_by_the_name_of_a_model() -> None:
    for files, such in (({"a.yaml": "x"}, ""), ({"in/model.yaml": "x"}, ", such as model/in")):
        with pytest.raises(lg.ModelError) as caught:
            lg.load(files)
        assert str(caught.value) == (
            "model: LG013 this folder has no model.yaml: name a folder that holds a model.yaml"
            + such
        )


def test_a_file_that_is_neither_text_nor_bytes_is_refused() -> None:
    with pytest.raises(lg.SourceError, match=r"^model.yaml holds text or bytes, not int$"):
        lg.load({"model.yaml": 5})  # type: ignore[dict-item]
    with pytest.raises(lg.SourceError, match="5 is no name of a file"):
        lg.load({5: "x"})  # type: ignore[dict-item]
