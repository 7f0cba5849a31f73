"""The two colour schemes. Nothing here needs a running application."""

from dataclasses import dataclass
from typing import Literal

from ae_workbench.core.palette import ON_DARK, ON_LIGHT

SchemeName = Literal["light", "dark"]


@dataclass(frozen=True)
class Theme:
    """Every colour of the window as ``#rrggbb``.

    ``window`` lies under everything, ``surface`` is a panel or card, ``raised`` a control on it. ``series`` are the
    colours of curves and classes.
    """

    name: SchemeName
    window: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_text: str
    good: str
    warning: str
    bad: str
    plot_background: str
    grid: str
    series: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    window="#f2f4f7",
    surface="#ffffff",
    raised="#f7f8fa",
    border="#dce0e7",
    text="#1a1f2b",
    muted="#5d6675",
    accent="#3d5bd9",
    accent_hover="#2f4bc0",
    accent_soft="#e8ecfc",
    accent_text="#ffffff",
    good="#0f7a55",
    warning="#a35200",
    bad="#c3272b",
    plot_background="#ffffff",
    grid="#e4e7ed",
    series=ON_LIGHT,
)

DARK = Theme(
    name="dark",
    window="#14161b",
    surface="#1c1f26",
    raised="#252932",
    border="#343a46",
    text="#e6e9ef",
    muted="#9aa3b2",
    accent="#8098ff",
    accent_hover="#9aadff",
    accent_soft="#2a3152",
    accent_text="#0e1327",
    good="#4cc38a",
    warning="#f0a84b",
    bad="#ff7b72",
    plot_background="#1c1f26",
    grid="#2d323d",
    series=ON_DARK,
)
