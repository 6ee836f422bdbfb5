"""Colours have contrast, states differ without colour, and the pixels are really there."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pytest
from drawing_samples import hold, long_words
from PIL import Image

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.icons import ICONS, MOUTHS
from lumme_graph.drawing.old.picture import render
from lumme_graph.drawing.old.sheets import A3, A4
from lumme_graph.elements.offer import ChannelType


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


BACKS = (theme.PAPER, theme.PALE, *theme.LANE_FILLS)
TEXTS = [(colour, back) for colour in (theme.INK, theme.MUTED, theme.ACCENT) for back in BACKS]
WHITE_ON = [(theme.PAPER, dark) for dark in (theme.ACCENT, theme.HURT)]


@pytest.mark.parametrize(("colour", "back"), TEXTS + WHITE_ON)
def test_text_can_be_read(colour: str, back: str) -> None:
    assert contrast(colour, back) >= 4.5


LINES = [
    paint.stroke or ""
    for paint in (
        *theme.BORDERS.values(),
        *theme.ARROWS.values(),
        theme.MOOD,
        theme.ZERO,
        theme.ICON,
    )
]


@pytest.mark.parametrize("back", BACKS)
@pytest.mark.parametrize("line", sorted(set(LINES)))
def test_lines_that_mean_something_can_be_seen(line: str, back: str) -> None:
    assert contrast(line, back) >= 3


def test_faces_can_be_seen() -> None:
    assert all(contrast(theme.FACES[v], theme.FACE_LINES[v]) >= 3 for v in range(-2, 3))
    assert len(set(MOUTHS.values())) == 5


def test_states_differ_without_colour() -> None:
    assert len({paint.dash for paint in theme.BORDERS.values()}) == 4
    assert len(set(theme.LETTERS.values())) == 4
    assert len({paint.dash for paint in theme.ARROWS.values()}) == 2


def test_each_channel_has_its_own_icon_and_a_word() -> None:
    assert len(set(ICONS.values())) == len(ICONS) == 11
    assert set(ICONS) == {channel.value for channel in ChannelType}


def pixels(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("L")


def dark(image: Image.Image, limit: int) -> Image.Image:
    """White where the image is darker than a limit, else black."""
    table = [255 if value < limit else 0 for value in range(256)]
    return image.point(table)  # pyright: ignore[reportUnknownMemberType]


def ink(image: Image.Image) -> int:
    """How many pixels are dark."""
    return sum(image.histogram()[:128])


@pytest.mark.parametrize("size", [A3, A4], ids=["a3", "a4"])
def test_ink_stays_inside_the_margin(size: object) -> None:
    for network in (hold("fi"), long_words()):
        drawing = render([network], A3 if size is A3 else A4)[0]
        for number in range(len(drawing.sheets)):
            image = pixels(drawing.png(0.5, number))
            left, top, right, bottom = dark(image, 250).getbbox() or (
                0,
                0,
                0,
                0,
            )
            margin = int(theme.MARGIN * 96 / 25.4 * 0.5) - 2
            assert left >= margin and top >= margin
            assert right <= image.width - margin and bottom <= image.height - margin


def test_the_size_in_pixels() -> None:
    drawing = render([hold("fi")], A3)[0]
    assert pixels(drawing.png(1.0)).size == (round(420 / 25.4 * 96), round(297 / 25.4 * 96))
    assert abs(pixels(drawing.png(2.0)).width - 2 * 420 / 25.4 * 96) < 2


def test_text_is_really_drawn() -> None:
    """Without a font all text would vanish: with text there must be much more ink."""
    network = hold("fi")
    silent = replace(
        network, nodes=tuple(replace(n, text=n.text._replace(words="")) for n in network.nodes)
    )
    with_text, without = (ink(pixels(d.png())) for d in render([network, silent], A3))
    assert with_text > without + 3000


def test_our_widths_are_those_of_the_pixels() -> None:
    """A long title ends where the metrics say."""
    from lumme_graph.base.speaker import Said
    from lumme_graph.drawing.text.metrics import measure

    title = "Hamburgefonstiv ÅÄÖ åäö WiMi"
    network = replace(hold(), title=Said(title, "en"), facts=())
    image = pixels(render([network], A3)[0].png(2.0))
    unit = 2 * 96 / 25.4
    strip = dark(image.crop((0, int(10 * unit), image.width, int(17.5 * unit))), 128)
    box = strip.getbbox()
    assert box is not None
    assert (box[2] - 10 * unit) / unit == pytest.approx(
        measure(title, theme.TITLE, bold=True), abs=1.0
    )


def test_every_pair_of_lanes_differs() -> None:
    assert all(one != two for one, two in combinations(theme.LANE_FILLS, 2))
