"""Whether a file is a spreadsheet that is safe to read, told before any program for sheets sees it.

No member may be larger than is sane, unpack to far more than it takes, hold a document type (by
which XML bombs are made), run something, or lead to other files.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from lumme_graph.sheets.given import BookError

MAX_FILE: Final = 64 * 1024 * 1024
MAX_MEMBERS: Final = 4_000
MAX_MEMBER: Final = 256 * 1024 * 1024
MAX_ALL: Final = 384 * 1024 * 1024
MAX_RATIO: Final = 150
"""How many times as large as in the zip all members together may be, where they are large."""
_SMALL: Final = 8 * 1024 * 1024
_CHUNK: Final = 1 << 20
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML: Final = (".xml", ".rels", ".vml")
_DOCTYPE: Final = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_REACH: Final = 16
"""How many bytes of a part are kept, for what begins at its end."""
_RUNS: Final = re.compile(
    r"(?i)(^|/)(vbaProject[^/]*\.bin|macrosheets/|dialogsheets/|activeX/|customUI/)"
)
_LINKS: Final = re.compile(r"(?i)(^|/)(externalLinks/|connections\.xml$|queryTables/)")
_EMBEDDED: Final = re.compile(r"(?i)(^|/)embeddings/")
_BOOK: Final = "xl/workbook.xml"

_AS_XLSX: Final = "open it in LibreOffice or Excel, save it as .xlsx, and give that"
_KINDS: Final = {
    ".xls": f"it is a book of the old form .xls: {_AS_XLSX}",
    ".ods": f"it is a book of the form .ods: {_AS_XLSX}",
    ".xlsb": f"it is a book of the form .xlsb: {_AS_XLSX}",
    ".numbers": "it is a book of Numbers: export it as .xlsx, and give that",
    ".xlsm": "it is a book with macros: save it as .xlsx, without them, and give that",
    ".xltm": "it is a template with macros: save it as .xlsx, without them, and give that",
}


def safe_bytes(file: Path) -> bytes:
    """The bytes of a book. Raises `BookError` where it is no XLSX, or none that is safe to read."""
    if file.suffix.lower() in _KINDS:
        raise BookError(f"{file}: {_KINDS[file.suffix.lower()]}")
    try:
        if file.stat().st_size > MAX_FILE:
            raise BookError(f"{file} is larger than {MAX_FILE >> 20} MiB, which no model needs")
        data = file.read_bytes()
    except OSError as error:
        raise BookError(f"{file} cannot be read: {error.strerror}") from None
    if data.startswith(_OLE):
        raise BookError(f"{file}: {_KINDS['.xls']}; a book with a password is saved without it")
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_members(file, archive)
            for info in archive.infolist():
                _refuse_content(file, archive, info)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BookError(_broken(file, data, error)) from None
    return data


def _broken(file: Path, start: bytes, error: Exception) -> str:
    if not start.startswith(b"PK"):
        return f"{file} is no book: an .xlsx file, or a folder of CSV files, is needed"
    if isinstance(error, RuntimeError):
        return f"{file} has a password: save it without one, and give that"
    return f"{file} is damaged and cannot be read ({error}): save it again, or take a copy"


def _refuse_members(file: Path, archive: ZipFile) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    if "mimetype" in names and archive.read("mimetype")[:64].startswith(b"application/vnd.oasis"):
        raise BookError(f"{file}: {_KINDS['.ods']}")
    if len(members) > MAX_MEMBERS:
        raise BookError(f"{file} has {len(members)} parts, which no book needs; it is not read")
    for member in members:
        if member.file_size > MAX_MEMBER:
            raise BookError(_bomb(file, member.filename))
    whole = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if whole > MAX_ALL or (whole > _SMALL and whole > MAX_RATIO * max(packed, 1)):
        raise BookError(_bomb(file, "all of it"))
    if "xl/workbook.bin" in names:
        raise BookError(f"{file}: {_KINDS['.xlsb']}")
    if _BOOK not in names:
        raise BookError(f"{file} is a zip, but no book of sheets: {_BOOK} is not in it")
    _refuse_what_acts(file, names)


def _refuse_what_acts(file: Path, names: list[str]) -> None:
    for name in names:
        if _RUNS.search(name):
            raise BookError(f"{file} has macros ({name}): save it as .xlsx, without them")
        if _LINKS.search(name):
            raise BookError(
                f"{file} has links to other files or data ({name}): "
                "in the program for sheets, break the links (Data, Edit links), and save it again"
            )
        if _EMBEDDED.search(name):
            raise BookError(f"{file} has other files within it ({name}): take them out")


def _bomb(file: Path, name: str) -> str:
    return f"{file} unpacks to far more than it takes ({name}); it is not read"


def _refuse_content(file: Path, archive: ZipFile, info: ZipInfo) -> None:
    """Read a part through, which also tells whether it is whole, and refuse a document type."""
    is_xml = info.filename.lower().endswith(_XML)
    before = b""
    for at, chunk in enumerate(_chunks(archive, info)):
        if not is_xml:
            continue
        if not at and (chunk[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in chunk[:_REACH]):
            raise BookError(f"{file}: {info.filename} is not UTF-8, which no program writes")
        if _DOCTYPE.search(before + chunk):
            raise BookError(f"{file}: {info.filename} declares a document type; it is not read")
        before = chunk[-_REACH:]


def _chunks(archive: ZipFile, info: ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
