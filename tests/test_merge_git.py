"""`lumme merge` as git runs it: real repositories, branches edited, merged, rebased."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

import lumme_graph as lg

MODEL = Path(__file__).parent / "models" / "lakes"
SETTINGS = "name: {en: Net}\nas_of: 2026-08-22   # today\n"
OFFER = """\
# What is offered.

- id: touchpoint-desk
  name: {en: Desk, fi: Tiski}
  channel: service-location

# Over the counter.
- id: service-loan
  name:
    en: Loan   # as the rules say
    fi: Laina
  touchpoints: [touchpoint-desk]
"""
PATHS = """\
- id: path-hold
  name: {en: Hold}
  steps:
    - id: ask
      action: {en: Asks}
      actor: {kind: customer}
      lane: customer
    # A day or two.
    - id: wait
      action: {en: Waits}
      actor: {kind: customer}
      lane: customer
    - id: fetch
      action: {en: Fetches}
      actor: {kind: customer}
      lane: customer
"""
LOANS = "Words about loans.\n\nA day is a day.\n\nThe end.\n"
"""Small invented files; each test says what the branches make of them."""


class Repository:
    """A git repository with a model in `net`, and the merge driver installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.net = folder / "net"
        self.git("init", "-q", "-b", "main")
        for name, text in {
            "model.yaml": SETTINGS,
            "offer.yaml": OFFER,
            "paths/path-hold.yaml": PATHS,
            "sections.yaml": "- id: section-loans\n  name: {en: Loans}\n  status: draft\n",
            "guide/section-loans.en.md": LOANS,
        }.items():
            self.write(name, text)
        lg.install_merge(self.net)
        self.commit()

    def git(self, *words: str, ok: bool = True) -> str:
        """What git says, on both streams."""
        src = str(Path(lg.__file__).parent.parent)
        given = {"PATH": os.environ["PATH"], "PYTHONPATH": src, "HOME": str(self.folder)}
        names = {
            f"GIT_{who}_{what}": "a@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        done = subprocess.run(
            ["git", *words],  # noqa: S607
            cwd=self.folder,
            env={**given, **names, "GIT_CONFIG_NOSYSTEM": "1"},
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
        )
        said = done.stdout + done.stderr
        assert (done.returncode == 0) is ok, said
        return said

    def write(self, name: str, text: str) -> None:
        """Write a file of the model."""
        file = self.net / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def read(self, name: str) -> str:
        """Read a file of the model."""
        return (self.net / name).read_bytes().decode()

    def commit(self) -> None:
        """Commit all there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "change")

    def branches(self, ours: dict[str, str], theirs: dict[str, str]) -> None:
        """Commit files on the branch `theirs`, and others on main."""
        self.git("checkout", "-q", "-b", "theirs")
        for name, text in theirs.items():
            self.write(name, text)
        self.commit()
        self.git("checkout", "-q", "main")
        for name, text in ours.items():
            self.write(name, text)
        self.commit()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A fresh one."""
    return Repository(tmp_path)


def test_what_git_alone_could_not_merge(repository: Repository) -> None:
    """Neighbouring lines, one line, a moved and a changed step, two new elements at the end."""
    repository.branches(
        {
            "offer.yaml": OFFER.replace("en: Loan ", "en: Loans ").replace(
                "[touchpoint-desk]", "[touchpoint-desk, touchpoint-web]"
            )
            + "\n- id: touchpoint-web\n  name: {en: Web}\n  channel: web-page\n",
            "paths/path-hold.yaml": PATHS.replace("{en: Waits}", "{en: Waits for a note}"),
            "guide/section-loans.en.md": LOANS.replace("The end.", "The end!"),
        },
        {
            "offer.yaml": OFFER.replace("fi: Laina", "fi: Lainaus").replace(
                "[touchpoint-desk]", "[touchpoint-desk, touchpoint-phone]"
            )
            + "\n# By phone too.\n- id: touchpoint-phone\n  name: {en: Phone}\n  channel: phone\n",
            "paths/path-hold.yaml": PATHS.replace(
                "    - id: ask",
                "    - id: fetch-first\n      action: {en: Looks}\n      actor: {kind: customer}\n      lane: customer\n    - id: ask",
            ).replace("{en: Waits}", "{en: Waits, fi: Odottaa}"),
            "guide/section-loans.en.md": LOANS.replace("Words", "Many words"),
        },
    )
    repository.git("merge", "-q", "theirs")
    assert (
        repository.read("offer.yaml")
        == """\
# What is offered.

- id: touchpoint-desk
  name: {en: Desk, fi: Tiski}
  channel: service-location

# Over the counter.
- id: service-loan
  name:
    en: Loans   # as the rules say
    fi: Lainaus
  touchpoints: [touchpoint-desk, touchpoint-web, touchpoint-phone]

- id: touchpoint-web
  name: {en: Web}
  channel: web-page

# By phone too.
- id: touchpoint-phone
  name: {en: Phone}
  channel: phone
"""
    )
    path = repository.read("paths/path-hold.yaml")
    assert (
        "# A day or two.\n    - id: wait\n      action: {en: Waits for a note, fi: Odottaa}\n"
        in path
    )
    assert "    - id: fetch-first\n" in path
    words = LOANS.replace("Words", "Many words").replace("The end.", "The end!")
    assert repository.read("guide/section-loans.en.md") == words
    assert lg.read(repository.net)[1] == ()


def test_a_conflict_stands_between_marks_and_is_found_by_check(repository: Repository) -> None:
    repository.branches(
        {
            "offer.yaml": OFFER.replace("en: Loan ", "en: Loans ").replace(
                "fi: Tiski", "fi: Neuvonta"
            )
        },
        {"offer.yaml": OFFER.replace("en: Loan ", "en: Borrowing ")},
    )
    said = repository.git("merge", "theirs", ok=False)
    assert "service-loan: name.en\n  was     Loan\n  ours    Loans\n  theirs  Borrowing\n" in said
    assert repository.read("offer.yaml") == OFFER.replace("fi: Tiski", "fi: Neuvonta").replace(
        "    en: Loan   # as the rules say\n",
        """\
<<<<<<< ours: service-loan, name.en
    en: Loans   # as the rules say
=======
    en: Borrowing   # as the rules say
>>>>>>> theirs: service-loan, name.en
""",
    )
    assert "offer.yaml" in repository.git("diff", "--name-only", "--diff-filter=U")
    (finding,) = lg.read(repository.net)[1]
    assert (finding.code, finding.place.line) == ("LG001", 10)
    repository.write("offer.yaml", OFFER)
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "decided")


def test_a_branch_is_rebased(repository: Repository) -> None:
    repository.branches(
        {"offer.yaml": OFFER.replace("en: Loan ", "en: Loans ")},
        {"offer.yaml": OFFER.replace("fi: Laina", "fi: Lainaus")},
    )
    repository.git("checkout", "-q", "theirs")
    repository.write(
        "offer.yaml", OFFER.replace("fi: Laina", "fi: Lainaus").replace("# Over", "# Right over")
    )
    repository.commit()
    repository.git("rebase", "-q", "main")
    merged = OFFER.replace("en: Loan ", "en: Loans ").replace("fi: Laina", "fi: Lainaus")
    assert repository.read("offer.yaml") == merged.replace("# Over", "# Right over")


def test_both_add_the_same_file(repository: Repository) -> None:
    need = "- id: need-hours\n  name: {en: Longer hours}\n"
    other = "- id: need-quiet\n  name: {en: A quiet room}\n"
    repository.branches({"needs.yaml": f"{need}\n{other}"}, {"needs.yaml": need})
    repository.git("merge", "-q", "theirs")
    assert repository.read("needs.yaml") == f"{need}\n{other}"


def test_the_settings(repository: Repository) -> None:
    repository.branches(
        {"model.yaml": SETTINGS.replace("2026-08-22", "2026-11-01")},
        {"model.yaml": SETTINGS.replace("{en: Net}", "{en: Net, fi: Verkko}") + "country: FI\n"},
    )
    repository.git("merge", "-q", "theirs")
    assert repository.read("model.yaml") == (
        "name: {en: Net, fi: Verkko}\nas_of: 2026-11-01   # today\ncountry: FI\n"
    )


def test_a_side_that_cannot_be_read_is_merged_by_lines(repository: Repository) -> None:
    repository.branches(
        {"offer.yaml": OFFER.replace("{en: Desk, fi: Tiski}", "{en: Desk, fi: Tiski")},
        {"offer.yaml": OFFER.replace("fi: Laina", "fi: Lainaus")},
    )
    said = repository.git("merge", "theirs", ok=False)
    assert "net/offer.yaml: ours:5:10 LG002 this is not YAML" in said
    assert "a version cannot be read: it is merged line by line; look at it" in said
    merged = OFFER.replace("fi: Laina", "fi: Lainaus").replace("fi: Tiski}", "fi: Tiski")
    assert repository.read("offer.yaml") == merged
    assert "offer.yaml" in repository.git("diff", "--name-only", "--diff-filter=U")


def test_installing_twice_changes_nothing(repository: Repository) -> None:
    config = (repository.folder / ".git" / "config").read_bytes()
    again = lg.install_merge(repository.net)
    assert (again.added, again.configured) == ((), False)
    assert (repository.folder / ".git" / "config").read_bytes() == config
    assert repository.read(".gitattributes").count("merge=lumme") == 3
    assert repository.git("status", "--short") == ""


def test_installing_beside_what_is_there(tmp_path: Path) -> None:
    net = tmp_path / "net"
    copytree(MODEL, net)
    (net / ".gitattributes").write_text("*.png binary", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)  # noqa: S607
    done = lg.install_merge(net)
    assert done.added == ("*.yaml merge=lumme", "*.yml merge=lumme", "guide/**/*.md merge=lumme")
    assert done.configured
    lines = (net / ".gitattributes").read_text(encoding="utf-8").split("\n")
    assert lines[0] == "*.png binary"
    assert lines[2:] == [*done.added, ""]
    driver = subprocess.run(
        ["git", "-C", str(net), "config", "merge.lumme.driver"],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert driver.startswith(Path(sys.executable).as_posix())
    assert driver.endswith("-m lumme_graph merge %O %A %B --path %P --marker-size %L\n")


def test_where_nothing_can_be_installed(tmp_path: Path) -> None:
    with pytest.raises(lg.KnownError, match=r"is no model: name a folder that holds a model\.yaml"):
        lg.install_merge(tmp_path)
    (tmp_path / "model.yaml").write_text(SETTINGS, encoding="utf-8")
    with pytest.raises(lg.KnownError, match="is in no git repository: git init makes one"):
        lg.install_merge(tmp_path)
