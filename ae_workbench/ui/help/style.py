"""The look of a help page, in the theme's colours and the application's type size."""

from PySide6.QtGui import QFont, QFontDatabase

from ae_workbench.ui.colours import Theme
from ae_workbench.ui.style_sheet import FALLBACK_POINTS


def page_style(theme: Theme, font: QFont) -> str:
    """The default style sheet of the page's document."""
    points = font.pointSizeF() if font.pointSizeF() > 0 else FALLBACK_POINTS
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()  # "monospace" is one on Linux only
    return f"""
body {{ color: {theme.text}; font-size: {points * 1.08:.1f}pt; }}
h1 {{ font-size: {points * 1.9:.1f}pt; font-weight: 600; margin: 0 0 10px 0; }}
h2 {{ font-size: {points * 1.3:.1f}pt; font-weight: 600; margin: 20px 0 6px 0; }}
h3 {{ font-size: {points * 1.1:.1f}pt; font-weight: 600; margin: 14px 0 4px 0; }}
p, li {{ line-height: 145%; }}
p {{ margin: 0 0 9px 0; }}
li {{ margin: 0 0 3px 0; }}
p.formula {{ margin: 4px 0 12px 16px; }}
ul, ol {{ margin: 0 0 9px -14px; }}
a {{ color: {theme.accent}; text-decoration: none; }}
code {{ background: {theme.raised}; font-family: '{fixed}'; }}
table.data {{ margin: 4px 0 14px 0; }}
th {{ color: {theme.muted}; font-weight: 600; text-align: left; padding-right: 22px; }}
td {{ padding-right: 22px; }}
table.note {{ background: {theme.accent_soft}; margin: 4px 0 12px 0; }}
"""


def group_colour(theme: Theme) -> str:
    """For headings of the contents."""
    return theme.muted
