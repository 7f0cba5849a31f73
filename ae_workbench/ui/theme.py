"""The look of the window: colours, palette, style sheet, icons and fonts, in light and in dark.

Roles that the style sheet knows, set with ``set_role(widget, role)``:
QLabel ``title``, ``heading``, ``muted``, ``problem``, ``number`` · QPushButton ``primary``, ``quiet`` · QFrame ``card`` ·
QToolButton ``switch``, one of words alone.
"""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ae_workbench.ui.colours import DARK, LIGHT, Theme
from ae_workbench.ui.icons import ThemedIconEngine
from ae_workbench.ui.style_sheet import FALLBACK_POINTS, style_sheet

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Type sizes in percent of the system's."""


class ThemeSignals(QObject):
    """``changed`` is sent after palette and style sheet are in place."""

    changed = Signal()

    @Slot()
    def follow_system(self) -> None:
        """Take over the system's scheme, if that was asked for."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and _state.scheme == "system":
            _put_on(app, _system_theme(app))


class _State:
    theme: Theme = LIGHT
    scheme: Scheme = "system"
    follows = False
    scale = 100
    usual_points = 0.0


_state = _State()
signals = ThemeSignals()


def current() -> Theme:
    """The colours in use."""
    return _state.theme


def scheme() -> Scheme:
    """What was asked for: "system", "light" or "dark"."""
    return _state.scheme


def apply(app: QApplication, wanted: Scheme = "system") -> None:
    """Dress the application; with "system" it follows the system's scheme from now on."""
    _state.scheme = wanted
    hints = app.styleHints()
    if not _state.follows:
        _state.follows = True
        hints.colorSchemeChanged.connect(signals.follow_system)
        app.setStyle("Fusion")  # once: a style sheet hides which style is there, and to put it on anew dresses every widget twice
    if wanted == "system":
        hints.unsetColorScheme()
        _put_on(app, _system_theme(app))
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if wanted == "dark" else Qt.ColorScheme.Light)
        _put_on(app, DARK if wanted == "dark" else LIGHT)


def set_scale(app: QApplication, percent: int) -> None:
    """Have all texts in this size, in percent of the system's; plots and pages follow ``signals.changed``."""
    if not _state.usual_points:
        points = app.font().pointSizeF()
        _state.usual_points = points if points > 0 else FALLBACK_POINTS
    if percent == _state.scale:
        return
    _state.scale = percent
    font = QFont(app.font())
    font.setPointSizeF(_state.usual_points * percent / 100)
    app.setFont(font)
    _put_on(app, _state.theme)


def type_scale() -> int:
    """The type size in use, in percent of the system's."""
    return _state.scale


def grown(px: float) -> float:
    """Room for words at the type size in use; what it is at the system's, and at smaller ones."""
    return px * max(1.0, _state.scale / 100)


def next_scale(step: int) -> int:
    """The type size so many steps from the present one."""
    place = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - _state.scale))
    return SCALES[min(max(place + step, 0), len(SCALES) - 1)]


def icon(name: str, colour: str = "text") -> QIcon:
    """A shipped icon by file name, drawn in a colour of the theme (a field of ``Theme``) that is in use when it is painted."""
    return QIcon(ThemedIconEngine(name, colour, current))


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is for, so that the style sheet dresses it."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def number_font(base: QFont | None = None) -> QFont:
    """The interface font with digits of equal width, for numbers that stand in columns or change in place."""
    font = QFont(base) if base is not None else QFont(QApplication.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _system_theme(app: QApplication) -> Theme:
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _put_on(app: QApplication, theme: Theme) -> None:
    _state.theme = theme
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme, app.font()))
    signals.changed.emit()


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colours = {
        role.Window: theme.window, role.WindowText: theme.text, role.Base: theme.surface, role.AlternateBase: theme.raised,
        role.ToolTipBase: theme.raised, role.ToolTipText: theme.text, role.Text: theme.text, role.PlaceholderText: theme.muted,
        role.Button: theme.raised, role.ButtonText: theme.text, role.BrightText: theme.bad, role.Link: theme.accent,
        role.Highlight: theme.accent, role.HighlightedText: theme.accent_text, role.Accent: theme.accent,
        role.Light: theme.raised, role.Midlight: theme.border, role.Mid: theme.border, role.Dark: theme.border, role.Shadow: theme.border,
    }  # fmt: skip
    for where, colour in colours.items():
        palette.setColor(where, QColor(colour))
    faint = QColor(theme.muted)
    faint.setAlpha(150)
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.border))
    return palette


__all__ = [
    "DARK", "LIGHT", "SCALES", "SCHEMES", "Scheme", "Theme", "apply", "current", "icon", "next_scale", "number_font", "scheme", "set_role",
    "set_scale", "signals", "type_scale",
]  # fmt: skip
