"""How figures look: paper, ink and sizes. Nothing here needs matplotlib."""

from dataclasses import dataclass

from ae_workbench.core.palette import ON_DARK, ON_LIGHT

TITLE_PT, LABEL_PT, SMALL_PT = 9.0, 8.0, 7.0
TURNS = (0.0, 0.45, -0.4, 0.7, -0.6)
"""How far classes past the tenth go toward white, or below 0 toward black; further rounds repeat."""
COLOUR_MAPS = {"grey": "gray", "inverted": "gray_r", "viridis": "viridis", "magma": "magma", "cividis": "cividis"}
"""matplotlib's names of the window's colour maps."""


@dataclass(frozen=True)
class Paper:
    """Colours of a figure; ``signed`` is matplotlib's name of the colour map for numbers of either sign."""

    background: str
    ink: str
    muted: str
    line: str
    grid: str
    signed: str
    series: tuple[str, ...]


LIGHT = Paper("#ffffff", "#16191f", "#5d6675", "#aab1bd", "#e4e7ed", "RdBu_r", ON_LIGHT)
DARK = Paper("#16181d", "#eceef2", "#9aa3b2", "#565e6c", "#2d323d", "berlin", ON_DARK)


@dataclass(frozen=True)
class Look:
    """``colour_map`` is for grey images, a key of ``COLOUR_MAPS``; ``transparent`` leaves the background out."""

    dark: bool = False
    transparent: bool = False
    title: bool = True
    colour_map: str = "grey"

    @property
    def paper(self) -> Paper:
        return DARK if self.dark else LIGHT


def class_colours(count: int, paper: Paper) -> list[str]:
    """As many colours as classes: the series, then lighter and darker turns of it."""
    size = len(paper.series)
    return [_turned(paper.series[number % size], TURNS[number // size % len(TURNS)]) for number in range(count)]


def _turned(colour: str, share: float) -> str:
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    end = 255 if share > 0 else 0
    return "#" + "".join(f"{round(part + (end - part) * abs(share)):02x}" for part in parts)
