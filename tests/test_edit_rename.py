from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from load_folders import MODELS, texts, write

from lumme_graph.editing.change import edit
from lumme_graph.editing.files import EditError
from lumme_graph.editing.rename import rename
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.read import load, read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.save import save

LAKES = MODELS / "lakes"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    target = tmp_path / "lakes"
    shutil.copytree(LAKES, target)
    return target


def swapped(*swaps: tuple[str, bytes, bytes]) -> dict[str, bytes]:
    """The files of the lakes with these pieces in the place of those, each of which is there once."""
    files = texts(LAKES)
    for name, old, new in swaps:
        assert files[name].count(old) == 1, (name, old)
        files[name] = files[name].replace(old, new)
    return files


def test_an_id_changes_where_it_is_written_and_named_and_nothing_else(root: Path) -> None:
    done = rename(root, "touchpoint-shelf", "touchpoint-hold-shelf")
    assert texts(root) == swapped(
        ("offer.yaml", b"- id: touchpoint-shelf", b"- id: touchpoint-hold-shelf"),
        (
            "offer.yaml",
            b"                touchpoint-shelf]",
            b"                touchpoint-hold-shelf]",
        ),
        (
            "paths/path-hold.yaml",
            b"touchpoint: touchpoint-shelf",
            b"touchpoint: touchpoint-hold-shelf",
        ),
    )
    assert done.references == 2
    assert done.files == tuple(
        f"{root.as_posix()}/{n}" for n in ("offer.yaml", "paths/path-hold.yaml")
    )
    assert (done.reviews, done.mentions) == ((), ())


def test_the_settings_name_the_network_too(root: Path) -> None:
    assert edit(root).rename("organisation-lakes", "organisation-all").references == 4
    files = texts(root)
    assert b"\nnetwork: organisation-all\n" in files["model.yaml"]
    assert b"- id: organisation-all\n" in files["who/organisations.yaml"]
    assert b"    - of: organisation-all\n" in files["who/organisations.yaml"]
    assert b"- {of: organisation-all, from: 2019," in files["who/organisations.yaml"]
    assert b"- {at: organisation-all, is: yes" in files["offer.yaml"]
    assert not any(b"organisation-lakes" in text for text in files.values())


def test_the_prose_of_a_section_goes_with_it(root: Path) -> None:
    done = rename(root, "section-holds", "section-reserving")
    expected = swapped(
        ("guide/guide.yaml", b"- id: section-holds", b"- id: section-reserving"),
        ("guide/guide.yaml", b"[section-holds]", b"[section-reserving]"),
    )
    expected["guide/section-reserving.fi.md"] = expected.pop("guide/section-holds.fi.md")
    assert texts(root) == expected
    assert [Path(file).name for file in done.files] == ["guide.yaml", "section-reserving.fi.md"]


def test_a_step_and_the_ways_to_it(root: Path) -> None:
    done = rename(root, "path-hold/ask", "path-hold/ask-for-it")
    assert texts(root) == swapped(
        ("paths/path-hold.yaml", b"- id: ask\n", b"- id: ask-for-it\n"),
        ("paths/path-hold.yaml", b"{to: ask,", b"{to: ask-for-it,"),
    )
    assert done.references == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "touchpoint-shelff",
            "touchpoint-a",
            "there is no touchpoint-shelff in the model; did you mean touchpoint-shelf?",
        ),
        ("model", "role-a", "there is no model in the model"),
        ("role-keeper", "role-keeper", "role-keeper has that id already"),
        (
            "touchpoint-desk",
            "touchpoint-shelf",
            "the id touchpoint-shelf is taken, at offer.yaml:5:3",
        ),
        (
            "touchpoint-desk",
            "service-desk",
            (
                "touchpoint-desk is a touchpoint, and its kind never changes: "
                "write an id that begins with touchpoint-"
            ),
        ),
        (
            "touchpoint-desk",
            "Touchpoint-Big_desk",
            (
                "Touchpoint-Big_desk is not a proper id: write touchpoint- and lower-case ASCII words "
                "with hyphens between; did you mean touchpoint-big-desk?"
            ),
        ),
        (
            "touchpoint-desk",
            "touchpoint-pöytä",
            (
                "touchpoint-pöytä is not a proper id: write touchpoint- and lower-case ASCII words "
                "with hyphens between"
            ),
        ),
        (
            "touchpoint-desk",
            "touchpoint-../x",
            (
                "touchpoint-../x is not a proper id: write touchpoint- and lower-case ASCII words "
                "with hyphens between"
            ),
        ),
        (
            "touchpoint-desk",
            f"touchpoint-{'x' * 140}",
            f"touchpoint-{'x' * 48}… is too long an id: write 150 letters at most",
        ),
        (
            "path-hold/pick-upp",
            "path-hold/fetch",
            "there is no path-hold/pick-upp in the model; did you mean path-hold/pick-up?",
        ),
        (
            "path-holds/ask",
            "path-hold/fetch",
            "there is no path-holds/ask in the model; did you mean path-hold/ask?",
        ),
        (
            "path-hold/ask",
            "path-hold/pick-up",
            "the id path-hold/pick-up is taken, at paths/path-hold.yaml:17:7",
        ),
        (
            "path-hold/ask",
            "fetch",
            (
                "fetch is no id of this part: write path-hold/ and lower-case ASCII words "
                "with hyphens between; a part stays where it is"
            ),
        ),
    ],
)
def test_what_may_not_be_is_said_and_changes_nothing(
    root: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(EditError) as error:
        rename(root, old, new)
    assert str(error.value).replace(f"{root.as_posix()}/", "") == message
    assert texts(root) == texts(LAKES)


def test_a_prose_file_in_the_way_is_not_overwritten(root: Path) -> None:
    (root / "guide" / "section-new.fi.md").write_text("somebody's")
    with pytest.raises(EditError, match=r"cannot be read whole; nothing is renamed"):
        rename(root, "section-holds", "section-new")
    assert (root / "guide" / "section-new.fi.md").read_text() == "somebody's"
    assert (root / "guide" / "section-holds.fi.md").exists()


def test_a_model_that_cannot_be_read_whole_is_left_alone(root: Path) -> None:
    (root / "more.yaml").write_text("- id: touchpoint-x\n  name: {en: X\n")
    with pytest.raises(EditError, match=r"cannot be read whole; nothing is renamed") as error:
        rename(root, "touchpoint-desk", "touchpoint-counter")
    assert [finding.code for finding in error.value.findings] == ["LG002"]


def test_an_id_that_two_elements_have_is_not_renamed(tmp_path: Path) -> None:
    root = write(
        tmp_path, {"a.yaml": "- id: role-a\n  name: {en: A}\n- id: role-a\n  name: {en: B}\n"}
    )
    with pytest.raises(EditError) as error:
        rename(root, "role-a", "role-b")
    assert [finding.code for finding in error.value.findings] == ["LG102"]


def test_old_faults_do_not_stand_in_the_way(tmp_path: Path) -> None:
    text = (
        "- id: role-a\n  name: {en: A}\n  sources: [source-x, 'source-y']\n"
        "- id: section-s\n  name: {en: S}\n  status: draft\n  owner: role-a\n  covers: [{item: path-gone}]\n"
    )
    root = write(tmp_path, {"a.yaml": text})
    before = [finding.code for finding in read(root)[1]]
    assert before == ["LG101", "LG101", "LG101"]
    rename(root, "role-a", "role-b")
    assert (root / "a.yaml").read_text() == text.replace("role-a", "role-b")
    assert [finding.code for finding in read(root)[1]] == before


def test_what_would_become_a_fault_is_refused(tmp_path: Path) -> None:
    """The new id is already named, beside the old one."""
    text = (
        "- id: touchpoint-a\n  name: {en: A}\n  channel: phone\n"
        "- id: section-s\n  name: {en: S}\n  status: draft\n"
        "  covers: [{item: touchpoint-a}, {item: touchpoint-b}]\n"
    )
    root = write(tmp_path, {"a.yaml": text})
    with pytest.raises(EditError, match=r"would not hold; nothing is renamed") as error:
        rename(root, "touchpoint-a", "touchpoint-b")
    assert [finding.code for finding in error.value.findings] == ["LG105"]
    assert (root / "a.yaml").read_text() == text


def test_quotes_line_ends_marks_and_comments_stay(tmp_path: Path) -> None:
    """An id in each style of quotes, in flow and block, with CRLF and a byte order mark."""
    text = (
        "\ufeff# role-a stands here too\r\n"
        "- id: 'role-a'\r\n  name: {en: A}\r\n"
        '- id: section-s\r\n  name: {en: S}\r\n  status: draft\r\n  owner: "role-a"   # role-a\r\n'
        "- id: section-t\r\n  name: {en: T}\r\n  status: draft\r\n  owner: >-\r\n    role-a\r\n"
        '- id: section-u\r\n  name: {en: U}\r\n  status: draft\r\n  owner: "role-\\x61"\r\n'
    )
    root = write(tmp_path, {"a.yaml": text, "guide/section-s.en.md": "\ufeffAsk role-a.\r\n"})
    done = rename(root, "role-a", "role-bb")
    assert (root / "a.yaml").read_bytes().decode() == (
        text.replace("'role-a'", "'role-bb'")
        .replace('"role-a"', '"role-bb"')
        .replace("    role-a\r", "    role-bb\r")
        .replace('"role-\\x61"', '"role-bb"')
    )
    assert done.references == 3
    here = [str(place).removeprefix(f"{root.as_posix()}/") for place in done.mentions]
    assert here == ["a.yaml:1:3", "a.yaml:7:24", "guide/section-s.en.md:1:5"]
    rename(root, "section-s", "section-z")
    assert (root / "guide" / "section-z.en.md").read_bytes() == "\ufeffAsk role-a.\r\n".encode()


def reviewed(root: Path, stale: bool = False) -> None:
    """Give the one link of the lakes a review, of what the service says or of something else."""
    fp = "2:0123456789abcdef" if stale else fingerprint(load(root)["service-hold"])
    guide = root / "guide" / "guide.yaml"
    link = "    - item: service-hold\n"
    guide.write_text(
        guide.read_text().replace(
            link, f"{link}      reviewed: {{fp: '{fp}', date: 2026-08-01}}  # read\n"
        )
    )


def test_a_review_that_only_the_new_id_would_make_stale_is_stamped_anew(root: Path) -> None:
    reviewed(root)
    before = (root / "guide" / "guide.yaml").read_text()
    old = fingerprint(load(root)["service-hold"])
    done = rename(root, "touchpoint-desk", "touchpoint-counter")
    new = fingerprint(load(root)["service-hold"])
    assert old != new
    assert (root / "guide" / "guide.yaml").read_text() == before.replace(old, new)
    assert done.reviews == ("section-holds/service-hold",)
    assert len(done.files) == 4


def test_the_items_own_id_is_no_content(root: Path) -> None:
    reviewed(root)
    before = (root / "guide" / "guide.yaml").read_text()
    done = rename(root, "service-hold", "service-reserving")
    assert done.reviews == ()
    assert (root / "guide" / "guide.yaml").read_text() == before.replace(
        "service-hold", "service-reserving"
    )


def test_a_review_that_was_stale_stays_so(root: Path) -> None:
    reviewed(root, stale=True)
    before = (root / "guide" / "guide.yaml").read_bytes()
    assert rename(root, "touchpoint-desk", "touchpoint-counter").reviews == ()
    assert (root / "guide" / "guide.yaml").read_bytes() == before


def test_the_stamp_finds_its_section_under_its_new_id(tmp_path: Path) -> None:
    text = (
        "- id: touchpoint-a\n  name: {en: A}\n  channel: phone\n"
        "- id: service-a\n  name: {en: A}\n  touchpoints: [touchpoint-a]\n"
        "- id: section-a\n  name: {en: S}\n  status: draft\n"
        "  covers: [{item: service-a, reviewed: {fp: FP, date: 2026-08-01}}]\n"
    )
    root = write(tmp_path, {"a.yaml": text.replace("FP", "2:0123456789abcdef")})
    first = fingerprint(load(root)["service-a"])
    (root / "a.yaml").write_text(text.replace("FP", first))
    assert rename(root, "section-a", "section-b").reviews == ()
    assert rename(root, "service-a", "service-b").reviews == ()
    assert rename(root, "touchpoint-a", "touchpoint-b").reviews == ("section-b/service-b",)
    after = fingerprint(load(root)["service-b"])
    assert f"{{item: service-b, reviewed: {{fp: {after}, " in (root / "a.yaml").read_text()


def test_a_malformed_id_can_be_mended_with_all_that_names_it(tmp_path: Path) -> None:
    text = (
        "- id: touchpoint-Big_desk\n  name: {en: D}\n  channel: phone\n"
        "- id: service-a\n  name: {en: A}\n  touchpoints: [touchpoint-Big_desk]\n"
    )
    root = write(tmp_path, {"a.yaml": text})
    assert {finding.code for finding in read(root)[1]} == {"LG104"}
    rename(root, "touchpoint-Big_desk", "touchpoint-big-desk")
    assert (root / "a.yaml").read_text() == text.replace("Big_desk", "big-desk")
    assert read(root)[1] == ()


@strategies.costly(6)
@given(st.data(), strategies.models())
def test_there_and_back_again(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, elements: list[KeptElement]
) -> None:
    """Any model, any of its elements: the graph is the same but for the id, and back byte-equal."""
    root = tmp_path_factory.mktemp("model")
    save(ServiceGraph(elements, Settings(as_of=date(2026, 8, 22))), root)
    before, graph = texts(root), load(root)
    if not len(graph):
        return
    old = data.draw(st.sampled_from([element.id for element in graph]))
    new = f"{old.partition('-')[0]}-fresh-name"
    done = rename(root, old, new)
    after = load(root)
    assert new in after
    assert old not in after
    assert done.references == len(graph.uses(old)) == len(after.uses(new))
    assert len(after) == len(graph)
    rename(root, new, old)
    assert texts(root) == before
