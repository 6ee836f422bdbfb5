"""How a network shows itself: its colours, its font and its logo."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict
from pydantic_core import PydanticCustomError

from lumme_graph.base.colour import Colour, WordsColour
from lumme_graph.base.listed import ONE_OR_MANY
from lumme_graph.base.text import Text
from lumme_graph.meta.checked import Checked

FONT_FORMS = (".ttf", ".otf")
LOGO_FORMS = (".svg", ".png")
FOLDER = "theme/"
"""Where the files of a theme stand in a model's folder."""


def _font(name: str) -> str:
    return _named(name, FONT_FORMS)


def _logo(name: str) -> str:
    return _named(name, LOGO_FORMS)


def _named(name: str, forms: tuple[str, ...]) -> str:
    inner = name.removeprefix(FOLDER)
    is_within = inner != name and not {"", ".", ".."} & set(inner.split("/")) and "\\" not in name
    if not is_within or not name.lower().endswith(forms):
        raise PydanticCustomError(
            "theme_file",
            "{name} is no file of a theme",
            {"name": name, "forms": ", ".join(forms)},
        )
    return name


FontFile = Annotated[str, AfterValidator(_font)]
LogoFile = Annotated[str, AfterValidator(_logo)]


class Theme(Checked):
    """The network's own look, in few words; all other shades are worked out from them.

    Whatever is chosen, words stay readable (WCAG AA) by day and by night, and colours that mean
    something, such as the red of a gap, stay as they are.

    >>> Theme(brand="#FFD400").brand
    '#ffd400'
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    brand: Colour | None = None
    """The network's colour, such as `#ffd400`: the ground of the front page and of buttons, as it is.

    Words on it are black or white, whichever can be read; words and lines in it are so much darker,
    or by night lighter, that they can be read.
    """

    accent: WordsColour | None = None
    """The colour of words, lines and links, if that is another: it must be readable on white."""

    neutral: Colour | None = None
    """The hue of greys; without it, a hint of the brand."""

    font: Annotated[tuple[FontFile, ...], ONE_OR_MANY] = ()
    """The files of one font below `theme/`: `theme/Sans-Regular.ttf`, and the bold one besides.

    Parts of it are put into drawings, and it goes with the site, so its licence must allow that:
    that is between the network and the maker of the font.
    """

    logo: LogoFile | None = None
    """The logo, a file below `theme/`: `theme/logo.svg`, or a PNG."""

    logo_text: Text | None = None
    """What the logo says, for those who do not see it; without it, the name of the network."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it names."""
        return (*self.font, *([self.logo] if self.logo else []))
