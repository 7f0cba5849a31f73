"""Clean pages of text, made here, so that a cleaner of documents can be trained without a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

HEIGHT, WIDTH = 512, 384
"""A page of A6 at some 90 dots an inch: large enough for whole paragraphs, small enough to make dozens in a second or two."""
FAMILIES = (
    ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", 0.88), ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", 0.86),
    ("STIXGeneral.ttf", "STIXGeneralBol.ttf", 1.08), ("DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf", 0.82),
    ("cmr10.ttf", "cmb10.ttf", 1.06), ("STIXGeneralItalic.ttf", "STIXGeneralBolIta.ttf", 1.08),
)  # fmt: skip
"""Fonts that come with matplotlib: text, headings, and what brings them to one apparent size."""
SMALLEST_PX, LARGEST_PX = 11, 19
LINE_SPACING = 1.45
TEXT = (
    "the of and to in a is that for it as was with be by on not he this are or his from at which but have an had they you were their one "
    "we can her has there been if more when will would who so no letter page paper ink margin line word reader office record account copy "
    "morning evening winter summer river garden window table kitchen station journey weather harbour village doctor teacher engine number "
    "measure answer question reason history picture machine signal noise clean learn small large early later under between against without "
    "perhaps because through always often never every other first second hundred thousand quickly slowly carefully almost together"
)
WORDS = tuple(TEXT.split())


@dataclass
class _Sheet:
    """The page under the pen; ``y`` is where the next line begins."""

    draw: "ImageDraw"
    rng: np.random.Generator
    left: int
    right: int
    y: float
    bottom: int


def make_page(rng: np.random.Generator, height: int = HEIGHT, width: int = WIDTH) -> NDArray[np.uint8]:
    """One page (height, width), black on white: a heading, paragraphs, lists, tables and rules, in one of several fonts and sizes."""
    from PIL import Image, ImageDraw

    page = Image.new("L", (width, height), 255)
    margin = int(rng.integers(14, 34))
    sheet = _Sheet(ImageDraw.Draw(page), rng, margin, width - margin, float(rng.integers(10, 34)), height - 12)
    plain, strong, scale = FAMILIES[int(rng.integers(len(FAMILIES)))]
    size = round(float(rng.uniform(SMALLEST_PX, LARGEST_PX)) * scale)
    body, heading = _font(plain, size), _font(strong, round(size * float(rng.uniform(1.2, 1.9))))
    if rng.random() < 0.7:
        _lines(sheet, [_title(rng)], heading)
        if rng.random() < 0.4:
            _rule(sheet)
        sheet.y += size * 0.6
    while sheet.y < sheet.bottom - size:
        kind = rng.random()
        if kind < 0.68:
            _paragraph(sheet, body)
        elif kind < 0.82:
            _list(sheet, body)
        elif kind < 0.94:
            _table(sheet, body)
        else:
            _rule(sheet)
        sheet.y += size * float(rng.uniform(0.4, 1.1))
    return np.asarray(page, np.uint8)


def _font(name: str, size: int) -> "FreeTypeFont":
    import matplotlib
    from PIL import ImageFont

    return ImageFont.truetype(str(Path(matplotlib.get_data_path(), "fonts", "ttf", name)), size)


def _title(rng: np.random.Generator) -> str:
    return " ".join(rng.choice(WORDS, int(rng.integers(2, 4)))).capitalize()


def _sentence(rng: np.random.Generator) -> list[str]:
    """Words of one sentence; a number here and there."""
    words = [str(rng.integers(2, 4000)) if rng.random() < 0.05 else str(rng.choice(WORDS)) for _ in range(int(rng.integers(5, 15)))]
    words[0] = words[0].capitalize()
    if len(words) > 8 and rng.random() < 0.6:
        words[4] += ","
    words[-1] += str(rng.choice([".", ".", ".", "?", "!", ";"]))
    return words


def _paragraph(sheet: _Sheet, font: "FreeTypeFont") -> None:
    words = [word for _ in range(int(sheet.rng.integers(2, 6))) for word in _sentence(sheet.rng)]
    lines, line = [], ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > sheet.right - sheet.left:
            lines.append(line)
            longer = word
        line = longer
    _lines(sheet, [*lines, line], font)


def _list(sheet: _Sheet, font: "FreeTypeFont") -> None:
    count = int(sheet.rng.integers(2, 6))
    numbered = sheet.rng.random() < 0.5
    _lines(sheet, [f"{f'{n}.' if numbered else '-'} {_title(sheet.rng)}" for n in range(1, count + 1)], font)


def _table(sheet: _Sheet, font: "FreeTypeFont") -> None:
    rng, size = sheet.rng, font.size
    columns, rows = int(rng.integers(2, 5)), int(rng.integers(2, 6))
    step, height = (sheet.right - sheet.left) / columns, size * 1.7
    rows = min(rows, int((sheet.bottom - sheet.y) / height))
    for row in range(rows):
        for column in range(columns):
            text = str(rng.choice(WORDS)) if row == 0 or column == 0 else f"{rng.uniform(0, 999):.{int(rng.integers(0, 3))}f}"
            sheet.draw.text((sheet.left + column * step + 3, sheet.y + row * height + 2), text, fill=0, font=font)
    if rows and rng.random() < 0.6:
        for row in range(rows + 1):
            sheet.draw.line((sheet.left, sheet.y + row * height, sheet.right, sheet.y + row * height), fill=0)
    sheet.y += rows * height


def _rule(sheet: _Sheet) -> None:
    sheet.y += 4
    sheet.draw.line((sheet.left, sheet.y, sheet.right, sheet.y), fill=0, width=int(sheet.rng.integers(1, 3)))
    sheet.y += 4


def _lines(sheet: _Sheet, lines: Sequence[str], font: "FreeTypeFont") -> None:
    for line in lines:
        if sheet.y + font.size > sheet.bottom:
            sheet.y = float(sheet.bottom)
            return
        sheet.draw.text((sheet.left, sheet.y), line, fill=0, font=font)
        sheet.y += font.size * LINE_SPACING
