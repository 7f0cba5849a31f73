"""Colours, style sheet and icons."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget

from ae_workbench.core.resources import resource
from ae_workbench.ui import theme
from ae_workbench.ui.style_sheet import style_sheet


@pytest.fixture(autouse=True)
def undressed(qapp):
    yield
    theme.apply(qapp, "light")


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_applying_a_scheme_dresses_the_application_and_tells(qapp, qtbot):
    for scheme in ("dark", "light"):
        with qtbot.waitSignal(theme.signals.changed):
            theme.apply(qapp, scheme)
        assert theme.current().name == scheme == theme.scheme()
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.current().window)
        assert theme.current().accent in qapp.styleSheet()


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)
def test_text_can_be_read(colours):
    for ground in (colours.window, colours.surface, colours.raised, colours.accent_soft):
        assert contrast(colours.text, ground) >= 7
        assert contrast(colours.muted, ground) >= 4.5
    assert contrast(colours.bad, colours.surface) >= 4.5
    assert contrast(colours.accent_text, colours.accent) >= 4.5


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda t: t.name)
def test_the_style_sheet_names_files_that_are_there_in_the_colours_of_the_scheme(qapp, colours):
    names = re.findall(r'url\("(.+?)"\)', style_sheet(colours, qapp.font()))
    assert names
    for name in names:
        svg = resource("themes", colours.name, name.rsplit("/", 1)[1]).read_text()
        assert colours.muted in svg or colours.accent_text in svg


def test_icons_take_the_colour_of_the_scheme_they_are_painted_in(qapp):
    icon = theme.icon("square")
    seen = {}
    for scheme in ("light", "dark"):
        theme.apply(qapp, scheme)
        image = icon.pixmap(48, 48).toImage()
        inks = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 250]
        assert inks
        seen[scheme] = inks[0]
        assert all(abs(a - b) <= 3 for a, b in zip(inks[0].getRgb(), QColor(theme.current().text).getRgb(), strict=True))
    assert seen["light"] != seen["dark"]


def test_every_icon_that_is_asked_for_ships(qapp):
    root = resource("icons").parent.parent / "ae_workbench" / "ui"
    asked = {name for path in root.rglob("*.py") for name in re.findall(r'theme\.icon\(\s*"([a-z0-9-]+)"', path.read_text())}
    assert asked
    for name in asked:
        assert not theme.icon(name).pixmap(16, 16).isNull()


def test_an_unknown_icon_fails_where_it_is_asked_for(qapp):
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_a_role_changes_how_a_label_looks(qapp, qtbot):
    theme.apply(qapp, "light")
    label = QLabel("text")
    qtbot.addWidget(label)
    theme.set_role(label, "problem")
    label.ensurePolished()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.LIGHT.bad)
    assert isinstance(QApplication.instance(), QApplication)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", ["", "quiet"])
@pytest.mark.parametrize("kind", [QToolButton, QPushButton])
def test_a_button_with_the_focus_looks_otherwise_whether_it_is_on_or_off(qapp, qtbot, kind, role, scheme):
    theme.apply(qapp, scheme)
    window = QWidget()
    qtbot.addWidget(window)
    button = kind(window, text="Live", checkable=True)
    theme.set_role(button, role)
    with qtbot.waitActive(window):
        window.show()
    looks = []
    for on in (False, True):
        for step in (button.clearFocus, button.setFocus):
            button.setChecked(on)
            step()
            looks.append(button.grab().toImage())
    assert not [one for place, one in enumerate(looks) if one in looks[:place]]
    assert len({(look.width(), look.height()) for look in looks}) == 1
