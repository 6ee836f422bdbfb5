"""What the preview shows: the last good site, and what is wrong with the model now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from load_folders import write

import lumme_graph as lg
from lumme_graph.serve.answer import reply
from lumme_graph.serve.preview import FaultLine, Faults, KeptPages, Notice, Preview, Reading
from lumme_graph.serve.read_site import Wanted, read_site

PAGE = (
    b'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    b"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
    b"<title>Lake</title></head><body><main>Lake</main></body></html>\n"
)
ENGLISH = "as_of: 2026-08-22\nname: {en: Lake}\nlanguages: {required: [en]}\n"
DESK = "- id: touchpoint-desk\n  name: {en: Desk}\n  channel: service-location\n"


class Sheets(dict[str, bytes]):
    """A site by hand."""

    def file(self, address: str, /) -> bytes:
        return self[address]


SITE = Sheets({"index.html": PAGE, "staff/index.html": PAGE, "d/a.svg": b"<svg/>", "x.nt": b"<a>"})
OTHER = Sheets({"index.html": PAGE})
BROKEN = Faults("no", (FaultLine("a.yaml:1:2", "LG002", "not YAML", "mend it"),), blocking=True)
WORSE = Faults("no", (FaultLine("b.yaml:3:4", "LG002", "not YAML", "mend it"),), blocking=True)
ERRORS = Faults(
    "errors", (FaultLine("c.yaml:5:6", "LG101", "no such", "name one"),), blocking=False
)
RELOAD = Notice("reload", {})
MENDED = Notice("mended", {})
GOOD = Preview().after(Reading(SITE))


def told(*readings: Reading) -> tuple[Preview, list[Notice]]:
    """What is shown in the end, and what a page has been told on the way."""
    now, news = GOOD, list[Notice]()
    for reading in readings:
        before, now = now, now.after(reading)
        news += now.news(before)
    return now, news


def test_a_new_site_takes_the_place_of_the_old_one() -> None:
    now, news = told(Reading(OTHER))
    assert (now.pages, now.faults, news) == (OTHER, None, [RELOAD])
    assert now.version != GOOD.version


def test_a_fault_leaves_the_last_good_site() -> None:
    now, news = told(Reading(None, BROKEN))
    assert (now.pages, now.faults, now.version) == (SITE, BROKEN, GOOD.version)
    assert news == [Notice("fault", BROKEN.data)]
    assert now.opening == news


def test_the_same_fault_is_told_once_and_another_anew() -> None:
    _, news = told(Reading(None, BROKEN), Reading(None, BROKEN), Reading(None, WORSE))
    assert news == [Notice("fault", BROKEN.data), Notice("fault", WORSE.data)]


def test_mending_is_told_before_the_new_site() -> None:
    now, news = told(Reading(None, BROKEN), Reading(OTHER))
    assert news[1:] == [MENDED, RELOAD]
    assert (now.pages, now.faults, now.opening) == (OTHER, None, [])


def test_what_a_check_found_stays_until_the_next_check() -> None:
    """So a bar does not blink at each save."""
    checked = GOOD.checked(ERRORS)
    assert checked.news(GOOD) == [Notice("fault", ERRORS.data)]
    again = checked.after(Reading(OTHER))
    assert again.news(checked) == [RELOAD]
    assert again.checked(ERRORS).news(again) == []
    assert again.checked(None).news(again) == [MENDED]


def test_a_model_that_is_broken_at_the_start_waits_for_its_first_site() -> None:
    waits = Preview().after(Reading(None, BROKEN))
    assert (waits.pages, waits.faults, waits.opening) == (None, BROKEN, [])
    other = waits.after(Reading(None, WORSE))
    assert other.news(waits) == [RELOAD]  # the page itself says what is wrong
    assert other.after(Reading(None, WORSE)).news(other) == []
    assert RELOAD in other.after(Reading(SITE)).news(other)


def test_a_fault_is_one_line_at_the_terminal() -> None:
    assert str(BROKEN.lines[0]) == "a.yaml:1:2: LG002 not YAML → mend it"
    assert str(FaultLine("", "", "no section is published", "")) == "no section is published"


def test_each_page_is_made_once() -> None:
    made: list[str] = []

    class Counting(Sheets):
        def file(self, address: str, /) -> bytes:
            made.append(address)
            return self[address]

    kept = KeptPages(Counting(SITE))
    assert [kept.file("index.html"), kept.file("index.html")] == [PAGE, PAGE]
    assert made == ["index.html"]


# What is answered to an address


@pytest.mark.parametrize("path", ["", "index.html", "staff/", "staff/index.html"])
def test_a_page_follows_the_model_and_keeps_its_own_policy(path: str) -> None:
    made = reply(GOOD, path, "run-7")
    policy = "connect-src 'self'; default-src 'none'; script-src 'self'"
    assert (made.status, made.media) == (200, "text/html")
    assert made.body.decode() == PAGE.decode().replace(
        "default-src 'none'; script-src 'self'", policy
    ).replace(
        "</head>",
        '<link rel="stylesheet" href="/_serve.css">'
        '<script src="/_serve.js" defer data-version="run-7"></script></head>',
    )
    assert made.headers == {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}


def test_other_files_are_sent_as_they_are() -> None:
    picture, data = reply(GOOD, "d/a.svg", ""), reply(GOOD, "x.nt", "")
    assert (picture.media, picture.body) == ("image/svg+xml", b"<svg/>")
    assert "script-src" not in picture.headers["Content-Security-Policy"]
    assert picture.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert (data.media, data.body, data.headers) == ("application/n-triples", b"<a>", {})


def test_a_folder_leads_to_its_page() -> None:
    made = reply(GOOD, "staff", "")
    assert (made.status, made.headers) == (307, {"Location": "/staff/"})


class Everything:
    """A site that would give any file away."""

    def file(self, _: str, /) -> bytes:
        return b"secret"


@pytest.mark.parametrize(
    "path",
    [
        "../model.yaml",
        "a/../../b",
        "/etc/passwd",
        "//evil.example",
        "a//b",
        "./a",
        "..\\b",
        "C:/x",
        "a\0",
    ],
)
def test_no_way_leads_out_of_the_site(path: str) -> None:
    made = reply(Preview().after(Reading(Everything())), path, "")
    assert made.status == 404
    assert b"secret" not in made.body


def test_an_address_without_a_page_says_so_and_goes_on_listening() -> None:
    made = reply(GOOD, "fi/path-gone.html", "run-7")
    assert made.status == 404
    assert b"There is no such page" in made.body
    assert b'<a href="/">' in made.body
    assert b'data-version="run-7"' in made.body


def test_a_page_that_cannot_be_made_leaves_the_others() -> None:
    class Half(Sheets):
        def file(self, address: str, /) -> bytes:
            if address == "guide.pdf":
                raise lg.KnownError("for PDF, install <typst>")
            if address == "bad.html":
                raise ZeroDivisionError("by 0")
            return super().file(address)

    now = Preview().after(Reading(Half(SITE)))
    known, unknown = reply(now, "guide.pdf", ""), reply(now, "bad.html", "")
    assert (known.status, unknown.status) == (500, 500)
    assert "for PDF, install &lt;typst&gt;" in known.body.decode()
    assert "LG901" in unknown.body.decode()
    assert "ZeroDivisionError: by 0 (test_serve_preview.py:" in unknown.body.decode()
    assert reply(now, "", "").status == 200


def test_while_there_is_no_site_every_address_says_why() -> None:
    hostile = FaultLine("a.yaml:1:2", "LG008", "<script>alert(1)</script>", "mend it")
    waits = Preview().after(Reading(None, Faults("It cannot be read", (hostile,), blocking=True)))
    made = reply(waits, "fi/service-loan.html", "run-1")
    text = made.body.decode()
    assert made.status == 503
    assert "<h1>It cannot be read</h1>" in text
    assert (
        "<code>a.yaml:1:2</code> <b>LG008</b> "
        "<span>&lt;script&gt;alert(1)&lt;/script&gt;</span> <em>→ mend it</em>"
    ) in text
    assert text.count("<script") == 1  # ours
    assert "connect-src 'self'; " in made.headers["Content-Security-Policy"]


# What a reading gives


def reading(root: Path, lang: str = "en", as_of: date | None = None) -> Reading:
    return read_site(Wanted(root, lambda _: SITE, lang, as_of))


def test_a_model_that_can_be_read_has_a_site(tmp_path: Path) -> None:
    days: list[date] = []

    def site(graph: lg.ServiceGraph) -> Sheets:
        days.append(graph.settings.as_of)
        return SITE

    root = write(tmp_path, {"model.yaml": ENGLISH, "a.yaml": DESK})
    made = [read_site(Wanted(root, site, "en", day)) for day in (None, date(2020, 2, 1))]
    assert days == [date(2026, 8, 22), date(2020, 2, 1)]
    for one in made:
        assert one.pages is not None
        assert one.pages.file("index.html") == PAGE
        assert (one.faults, one.check()) == (None, None)


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({"a.yaml": "- id: touchpoint-desk\n\tname: x\n"}, "a.yaml:2:1: LG002 "),
        ({"a.yaml": DESK + "  colour: red\n"}, "a.yaml:4:3: LG007 "),
        ({"a.yaml": b"- id: touchpoint-desk\n  name: {en: \xff}\n"}, "a.yaml:2:14: LG001 "),
        ({"model.yaml": "as_of: tomorrow\n"}, "model.yaml:1:1: LG008 "),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, files: dict[str, str | bytes], line: str
) -> None:
    made = reading(write(tmp_path, {"model.yaml": ENGLISH, **files}))
    assert made.pages is None
    assert made.faults is not None
    assert made.faults.blocking
    assert made.faults.title == "The model cannot be read"
    assert str(made.faults.lines[0]).startswith(line)
    assert " → " in str(made.faults.lines[0])


def test_a_folder_that_lost_its_settings_is_a_fault_too(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DESK, encoding="utf-8")
    made = reading(tmp_path)
    assert made.faults is not None
    assert [line.code for line in made.faults.lines] == ["LG013"]
    assert reading(tmp_path / "gone").pages is None


def test_only_the_first_faults_are_told_and_how_many_more_there_are(tmp_path: Path) -> None:
    many = "".join(f"- id: touchpoint-n{n}\n  colour: red\n" for n in range(30))
    made = reading(write(tmp_path, {"model.yaml": ENGLISH, "a.yaml": many}))
    assert made.faults is not None
    assert len(made.faults.lines) == 10
    rest = int(made.faults.rest.split()[1])
    assert made.faults.rest == f"and {rest} more: lumme check shows them"
    assert rest >= 20


def test_errors_of_a_model_that_can_be_read_do_not_take_its_site_away(tmp_path: Path) -> None:
    """A reference that leads nowhere; what is only a warning stays for `lumme check`."""
    desk = DESK + "  offered:\n    - {at: organisation-gone, is: yes}\n"
    made = reading(write(tmp_path, {"model.yaml": ENGLISH, "a.yaml": desk}))
    assert made.pages is not None
    assert made.faults is None
    found = made.check()
    assert found is not None
    assert not found.blocking
    assert [line.code for line in found.lines] == ["LG101"]
    assert found.lines[0].place == "a.yaml:5:8"


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (lg.KnownError("no section is published"), "no section is published"),
        (ZeroDivisionError("by 0"), "LG901 internal error, please report it: ZeroDivisionError"),
    ],
)
def test_a_site_that_cannot_be_made_is_a_fault(tmp_path: Path, error: Exception, line: str) -> None:
    def site(_: lg.ServiceGraph) -> Sheets:
        raise error

    made = read_site(Wanted(write(tmp_path, {"model.yaml": ENGLISH}), site, "en"))
    assert made.faults is not None
    assert str(made.faults.lines[0]).startswith(line)


def test_a_check_that_fails_is_told_and_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: lg.ServiceGraph) -> None:
        raise ZeroDivisionError("by 0")

    monkeypatch.setattr("lumme_graph.checks.check.check", fail)
    found = reading(write(tmp_path, {"model.yaml": ENGLISH})).check()
    assert found is not None
    assert not found.blocking
    assert [line.code for line in found.lines] == ["LG901"]


def test_a_language_without_words_is_refused_at_the_start_alone(tmp_path: Path) -> None:
    wanted = Wanted(write(tmp_path, {"model.yaml": ENGLISH}), lambda _: SITE, "fin")
    with pytest.raises(lg.LanguageError, match="did you mean fi"):
        read_site(wanted, first=True)
    assert read_site(wanted).speak.lang == "en"
    (tmp_path / "model.yaml").write_text("as_of: tomorrow\n", encoding="utf-8")
    assert read_site(wanted, first=True).faults is not None
