"""A page to draw on, measured in inches from its top left corner, so that small images fall exactly on the pixels of the file."""

import io
import warnings
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.foreign import plain_text
from ae_workbench.export.figures.style import LABEL_PT, TITLE_PT, Look, Paper
from ae_workbench.storage.atomic import write_bytes

MARGIN = 0.14
LONGEST_DRAWN = 300
TITLE_HEIGHT, SUBTITLE_HEIGHT, HEADER_GAP = 0.17, 0.16, 0.08
FONT = "DejaVu Sans"
"""Comes with matplotlib, so a figure looks the same on every computer."""
OTHER_FONTS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "SimHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "Arial Unicode MS",
)  # fmt: skip
"""What draws the letters that ``FONT`` hasn't, such as Chinese, where it is installed."""
OTHER_FILES = ("notosanscjk", "sourcehansans", "notosanssc", "msyh", "pingfang", "hiragino sans gb", "simhei", "wqy-", "droidsansfallback")
Align = Literal["left", "center", "right"]
Pixels = NDArray[np.uint8]
_drawing = RLock()


@dataclass(frozen=True)
class Medium:
    """What is drawn for. ``dpi`` counts for PNG and for images inside SVG and PDF; ``look`` is about colours."""

    dpi: int = 200
    look: Look = field(default_factory=Look)

    @property
    def paper(self) -> Paper:
        return self.look.paper

    def fitted(self, inches: float, pixels: int) -> float:
        """About so many inches, but a whole number of dots for each of ``pixels``, if there are enough dots."""
        dots = inches * self.dpi
        per_pixel = round(dots / pixels) if dots >= 0.75 * pixels else 0
        return per_pixel * pixels / self.dpi if per_pixel else round(dots) / self.dpi


@cache
def fonts() -> list[str]:
    """``FONT``, and the first of the others that this computer has."""
    from matplotlib.font_manager import fontManager

    installed = {font.name for font in fontManager.ttflist}
    if not installed.intersection(OTHER_FONTS):
        installed.update(_newly_installed())
    return [FONT, *[name for name in OTHER_FONTS if name in installed][:1]]


def _newly_installed() -> set[str]:
    """Fonts that came after matplotlib made its list, which it keeps for good."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    for path in findSystemFonts():
        if Path(path).name.lower().startswith(OTHER_FILES):
            with suppress(OSError, RuntimeError):  # a broken file is no font
                fontManager.addfont(path)
    return {font.name for font in fontManager.ttflist}


@contextmanager
def drawing() -> Iterator[None]:
    """matplotlib with its own defaults and ours, whatever the person's are; for one thread at a time, because they are global."""
    import matplotlib

    warnings.filterwarnings("ignore", message="Glyph .* missing")  # letters that no font here has are boxes, as everywhere
    with _drawing, matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "font.family": fonts(),
                "pdf.fonttype": 42,  # whole TrueType fonts, which publishers ask for
                "svg.fonttype": "path",  # text looks the same without the font
                "svg.hashsalt": "ae-workbench",  # the same figure, the same bytes
                "image.composite_image": False,
                "text.hinting": "none",  # or lines are wider in few dots than they were measured
            }
        )
        yield


class Sheet:
    """``width`` × ``height`` inches for content; margins and a header with title and subtitle come on top.

    ``room`` is the content's width, which is larger where the header needs it.
    """

    def __init__(self, medium: Medium, width: float, height: float, title: str = "", subtitle: str = "") -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.medium, self.paper = medium, medium.paper
        self._snap = 1 / medium.dpi
        if not medium.look.title:
            title = subtitle = ""
        self._top = self._snapped(MARGIN + bool(title) * TITLE_HEIGHT + bool(subtitle) * SUBTITLE_HEIGHT + bool(title) * HEADER_GAP)
        header = max(text_width(title, TITLE_PT, bold=True), text_width(subtitle, LABEL_PT))
        self.room = max(width, header)
        self.width = self._snapped(max(width, header) + 2 * MARGIN)
        self.height = self._snapped(self._top + height + MARGIN)
        background = "none" if medium.look.transparent else self.paper.background
        self.figure = Figure(figsize=(self.width, self.height), dpi=medium.dpi, facecolor=background)
        FigureCanvasAgg(self.figure)
        self._page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0), facecolor="none", zorder=1)
        self._page.set_axis_off()
        self._write_header(title, subtitle)

    def _write_header(self, title: str, subtitle: str) -> None:
        if title:
            self._put(MARGIN, MARGIN + TITLE_HEIGHT / 2, title, TITLE_PT, self.paper.ink, "left", bold=True)
        if subtitle:
            self._put(MARGIN, MARGIN + TITLE_HEIGHT + SUBTITLE_HEIGHT / 2, subtitle, LABEL_PT, self.paper.muted, "left")

    # Drawing; x and y are those of the content

    def image(self, x: float, y: float, width: float, height: float, pixels: Pixels) -> None:
        """An image (h, w, 3 or 4) that fills a box; its pixels stay squares with sharp edges where they are larger than dots."""
        left, top = self._place(x, y)
        right, bottom = left + self._snapped(width), top + self._snapped(height)
        dots = (round((bottom - top) * self.medium.dpi), round((right - left) * self.medium.dpi))
        self._page.imshow(
            resized(pixels, dots), extent=(left, right, bottom, top), interpolation="none", aspect="auto", resample=False, clip_on=False
        )
        self._page.set(xlim=(0, self.width), ylim=(self.height, 0))

    def text(
        self, x: float, y: float, text: str, size: float = LABEL_PT, colour: str = "", align: Align = "left", bold: bool = False,
        rotation: float = 0.0,
    ) -> None:  # fmt: skip
        """One line, ``y`` at half its height."""
        left, top = x + MARGIN, y + self._top
        self._put(left, top, text, size, colour or self.paper.ink, align, bold, rotation)

    def box(self, x: float, y: float, width: float, height: float, fill: str = "none", line: str = "none") -> None:
        """A rectangle."""
        from matplotlib.patches import Rectangle

        left, top = self._place(x, y)
        self._page.add_patch(Rectangle((left, top), width, height, facecolor=fill, edgecolor=line, linewidth=0.6))

    def rule(self, x: float, y: float, width: float, height: float = 0.0, colour: str = "") -> None:
        """A thin line, across or down."""
        left, top = x + MARGIN, y + self._top
        self._page.plot([left, left + width], [top, top + height], color=colour or self.paper.line, linewidth=0.6, clip_on=False)

    def axes(self, x: float, y: float, width: float, height: float, frame: bool = True, **rest: Any) -> Any:
        """Axes of matplotlib in a box, dressed; without a frame nothing but what is plotted is seen."""
        left, top = self._place(x, y)
        box = (left / self.width, 1 - (top + height) / self.height, width / self.width, height / self.height)
        made = self.figure.add_axes(box, facecolor="none", zorder=2, **rest)
        if not frame:
            made.set_axis_off()
            return made
        for side in ("top", "right"):
            made.spines[side].set_visible(False)
        for side in ("left", "bottom"):
            made.spines[side].set(color=self.paper.line, linewidth=0.6)
        made.tick_params(color=self.paper.line, labelcolor=self.paper.muted, labelsize=7, width=0.6, length=2.5, pad=2)
        made.grid(color=self.paper.grid, linewidth=0.5)
        made.set_axisbelow(True)
        for axis in (made.xaxis, made.yaxis):
            axis.label.set(color=self.paper.ink, size=LABEL_PT, parse_math=False)
        return made

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return self._snapped(x + MARGIN), self._snapped(y + self._top)

    def _snapped(self, inches: float) -> float:
        return round(inches / self._snap) * self._snap

    def _put(
        self, x: float, y: float, text: str, size: float, colour: str, align: Align, bold: bool = False, rotation: float = 0.0
    ) -> None:
        self._page.text(
            x, y, printable(text), size=size, color=colour, ha=align, va="center_baseline", weight="bold" if bold else "normal",
            rotation=rotation, rotation_mode="anchor", parse_math=False,
        )  # fmt: skip

    # Saving

    def save(self, path: Path) -> None:
        """Write the file whole, in the format its ending names; the same figure gives the same bytes."""
        write_bytes(path, self.content(path.suffix.lower().lstrip(".")))

    def content(self, ending: str) -> bytes:
        """A file's content in the format of this ending."""
        dates: dict[str, Any] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(ending, {})
        content = io.BytesIO()
        self.figure.savefig(content, format=ending, dpi=self.medium.dpi, metadata=dates, transparent=None)
        return content.getvalue()


def resized(pixels: Pixels, dots: tuple[int, int]) -> Pixels:
    """An image in a file's own dots: each pixel repeated, or where there are more pixels than dots their mean."""
    height, width = pixels.shape[:2]
    if (height, width) == dots:
        return pixels
    if height > dots[0] or width > dots[1]:
        from PIL import Image

        return np.asarray(Image.fromarray(pixels).resize((max(1, dots[1]), max(1, dots[0])), Image.Resampling.BOX))
    rows, columns = (np.arange(count) * side // count for count, side in zip(dots, (height, width), strict=True))
    return pixels[rows][:, columns]


def text_width(text: str, points: float, bold: bool = False) -> float:
    """Inches that a line takes."""
    if not text:
        return 0.0
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    width, _, _ = text_to_path.get_text_width_height_descent(
        printable(text), FontProperties(family=fonts(), size=points, weight="bold" if bold else "normal"), False
    )
    return float(width) / 72


def shortened(text: str, points: float, most: float, bold: bool = False) -> str:
    """A text that takes at most so many inches, its end left out where it must be."""
    text = printable(text)
    if text_width(text, points, bold) <= most:
        return text
    fitting = bisect_right(range(1, len(text)), most, key=lambda length: text_width(f"{text[:length]}…", points, bold))
    return f"{text[:fitting]}…"


def printable(text: str) -> str:
    """On one line, and no longer than anybody reads."""
    return plain_text(text, LONGEST_DRAWN)
