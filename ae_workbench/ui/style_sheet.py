"""The application's style sheet, filled in from the template with a theme's colours."""

from string import Template

from PySide6.QtGui import QFont

from ae_workbench.core.resources import resource
from ae_workbench.ui.colours import Theme

TITLE_SCALE, SECTION_SCALE, NUMBER_SCALE, HEADING_SCALE, SMALL_SCALE = 1.35, 1.3, 1.12, 1.08, 0.92
FALLBACK_POINTS = 10.0


def style_sheet(theme: Theme, font: QFont) -> str:
    """The style sheet; type sizes follow the system's font."""
    points = font.pointSizeF() if font.pointSizeF() > 0 else FALLBACK_POINTS
    colours = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    values = {
        **colours,
        "images": resource("themes", theme.name).as_posix(),
        "points": f"{points:.1f}pt",
        "title_points": f"{points * TITLE_SCALE:.1f}pt",
        "section_points": f"{points * SECTION_SCALE:.1f}pt",
        "number_points": f"{points * NUMBER_SCALE:.1f}pt",
        "heading_points": f"{points * HEADING_SCALE:.1f}pt",
        "small_points": f"{points * SMALL_SCALE:.1f}pt",
    }
    return Template(resource("themes", "window.qss").read_text(encoding="utf-8")).substitute(values)
