"""What may be published as a picture: what its name says, and an SVG that does and fetches nothing."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from xml.parsers import expat

from lumme_graph.base.label import Label, Message

SVG: Final = ".svg"
HEAD: Final = 16
"""So many of its first bytes show what a picture is; an SVG is looked through whole."""

_BEGINS: Final = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
_SVG: Final = "http://www.w3.org/2000/svg"
_HTML: Final = "http://www.w3.org/1999/xhtml"
_ACTIVE: Final = frozenset({"script", "foreignobject", "handler", "listener"})
_ADDRESSES: Final = frozenset({"href", "src", "base"})
_WITHIN: Final = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_STYLED: Final = re.compile(
    r"url\(\s*[\"']?\s*(?P<url>[^\"')]*)|(?P<other>@import|(?:image-set|src)\()", re.IGNORECASE
)
_SCRIPT: Final = re.compile(r"(?:javascript|vbscript)\s*:", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"/\*.*?\*/|\\([0-9a-f]{1,6})\s?|\\(.)", re.IGNORECASE | re.DOTALL)

_OTHER: Final = Label("it does not begin as {form} does")
_EMPTY: Final = Label("it is empty")
_NOT_XML: Final = Label("it is not well-formed XML")
_NOT_SVG: Final = Label("its first element is not svg")
_ENTITY: Final = Label("it declares the entity {name}")
_INSTRUCTION: Final = Label("it has the instruction {name}")
_ELEMENT: Final = Label("it has the element {name}")
_HANDLER: Final = Label("it runs a script: {name}")
_FETCHES: Final = Label("it takes something from elsewhere: {name}")


class Refused(NamedTuple):
    """Why a picture may not be published, and where in its file."""

    why: Message
    line: int
    column: int


def is_picture(name: str) -> bool:
    """Does a file's name say that it is a picture of a form that every browser shows?"""
    suffix = _suffix(name)
    return suffix == SVG or suffix in _BEGINS


def is_svg(name: str) -> bool:
    """Does a file's name say that it is an SVG?"""
    return _suffix(name) == SVG


def refused(name: str, content: bytes) -> Refused | None:
    """Why a picture may not be published, if it may not; of all but an SVG the first bytes do."""
    if not content:
        return Refused(_EMPTY, 1, 1)
    if is_svg(name):
        return _Svg().refused(content)
    suffix = _suffix(name)
    if _BEGINS[suffix].match(content):
        return None
    return Refused(_OTHER.fill(form=suffix.removeprefix(".").upper()), 1, 1)


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


class _RefusedError(Exception):
    """Ends the reading at what may not be there."""

    def __init__(self, why: Message) -> None:
        super().__init__()
        self.why = why


class _Svg:
    """Looks through one SVG. Nothing that it names is opened, and no entity is put in."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.place = (1, 1)
        self.above: list[str] = []
        self.style: list[str] = []

    def refused(self, content: bytes) -> Refused | None:
        """What is wrong first, if anything is."""
        try:
            self.parser.Parse(content, True)
        except _RefusedError as error:
            return Refused(error.why, *self.place)
        except expat.ExpatError as error:
            return Refused(_NOT_XML, error.lineno, error.offset + 1)
        except (LookupError, ValueError):  # an encoding that there is not, or that is none of text
            return Refused(_NOT_XML, 1, 1)
        return None

    def _keep_place(self) -> None:
        """Expat knows it only until the handler is left."""
        self.place = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self._keep_place()
        space, _, local = name.rpartition(" ")
        if not self.above and (space, local) != (_SVG, "svg"):
            raise _RefusedError(_NOT_SVG)
        if space == _HTML or local.lower() in _ACTIVE:
            raise _RefusedError(_ELEMENT.fill(name=local))
        for key, value in attributes.items():
            _look_at(key.rpartition(" ")[2], value)
        self.above.append(local)

    def _end(self, _name: str) -> None:
        self._keep_place()
        if self.above.pop() == "style":
            _look_at("style", "".join(self.style))
            self.style.clear()

    def _text(self, text: str) -> None:
        if self.above[-1] == "style":
            self.style.append(text)

    def _entity(self, name: str, *_: object) -> None:
        self._keep_place()
        raise _RefusedError(_ENTITY.fill(name=name))

    def _instruction(self, target: str, _data: str) -> None:
        self._keep_place()
        raise _RefusedError(_INSTRUCTION.fill(name=target))


def _look_at(name: str, value: str) -> None:
    """Refuse an attribute, or a style sheet, that runs a script or fetches something."""
    plain = _ESCAPE.sub(_unescaped, value)
    kind = name.lower()
    if kind.startswith("on") or _SCRIPT.search(plain):
        raise _RefusedError(_HANDLER.fill(name=name))
    taken = [found["url"] or found["other"] or "#" for found in _STYLED.finditer(plain)]
    if (kind in _ADDRESSES and plain.strip()) or (
        kind == "attributename" and plain.rpartition(":")[2].strip().lower() in _ADDRESSES
    ):
        taken.append(plain.strip())
    if not all(map(_WITHIN.match, taken)):
        raise _RefusedError(_FETCHES.fill(name=name))


def _unescaped(escape: re.Match[str]) -> str:
    """What CSS reads for an escape; a comment is nothing."""
    number, letter = escape.groups()
    if number:
        code = int(number, 16)
        return chr(code) if code < 0x110000 else ""  # noqa: PLR2004 - the last letter of Unicode
    return letter or ""
