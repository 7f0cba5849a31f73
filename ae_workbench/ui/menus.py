"""Where the commands stand: the menu bar, and the slim bar of icons under it."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.actions import Actions
from ae_workbench.ui.menu_letters import keep_letters

ICON_PX = 18


class WholeToolBar(QToolBar):
    """Never narrower than all of its buttons, which makes the window's least width one for all modes."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return super().minimumSizeHint().expandedTo(QSize(self.sizeHint().width(), 0))


def build_menus(
    window: QMainWindow, actions: Actions, recent: QMenu, export: QMenu, modes: list[QAction], panels: list[QAction], viewer: QMenu,
    colour_maps: QMenu,
) -> None:  # fmt: skip
    """The menu bar; the menus given, the ``modes`` and the ``panels``' switches belong to the window."""
    bar = window.menuBar()

    def menu(title: str, *keys: str | QMenu | None) -> QMenu:
        made = bar.addMenu(title)
        keep_letters(made)
        _fill(made, actions, keys)
        return made

    files = (
        "open_recipe", "save_recipe", "save_recipe_as", recent, None, "open_run", "open_data_file", "open_data_folder", None,
        "share_run", export, None, "quit",
    )  # fmt: skip
    menu(window.tr("&File"), *files)
    menu(window.tr("&Edit"), "undo", "redo")
    view = menu(window.tr("&View"))
    view.addActions(modes if len(modes) > 1 else [])
    view.addSeparator()
    view.addActions(panels)
    view.addSeparator()
    look = view.addMenu(window.tr("&Theme"))
    look.addActions(list(actions.schemes.values()))
    view.addMenu(colour_maps)
    tongue = view.addMenu(theme.icon("languages"), window.tr("Lan&guage"))
    tongue.addActions(actions.languages.actions())
    view.addSeparator()
    places = view.addMenu(theme.icon("crosshair"), window.tr("&Go to"))
    places.addActions(list(actions.places.values()))
    _fill(view, actions, (None, "larger", "smaller", "usual_size", None, "notify", "reset_layout"))
    for inner in (look, tongue, places, colour_maps):
        keep_letters(inner)
    bar.addMenu(viewer)
    menu(window.tr("&Train"), "start", "pause", "epoch", "stop", None, "more", None, "findings", None, "event_files")
    helps = ("help", "contents", "palette", "keys", "hints", None, "open_runs_home", None, "about")
    menu(window.tr("&Help"), *helps)


def build_toolbar(window: QMainWindow, actions: Actions, add_modes: Callable[[QToolBar], None]) -> QToolBar:
    """The slim bar of icons under the menus, with the buttons of the modes in its middle."""
    bar = WholeToolBar(window.tr("Toolbar"), window, objectName="toolbar", movable=False)
    bar.setIconSize(QSize(ICON_PX, ICON_PX))
    bar.toggleViewAction().setText(window.tr("&Toolbar"))
    for key in ("open_recipe", "save_recipe", "open_run", None, "undo", "redo", None, "start", "pause", "epoch", "stop"):
        if key:
            bar.addAction(actions[key])
        else:
            bar.addSeparator()
    bar.addWidget(_space())
    add_modes(bar)
    bar.addWidget(_space())
    for action in actions.schemes.values():
        bar.addAction(action)
    window.addToolBar(bar)
    return bar


def _space() -> QWidget:
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return space


def _fill(menu: QMenu, actions: Actions, keys: tuple[str | QMenu | None, ...]) -> None:
    for key in keys:
        if key is None:
            menu.addSeparator()
        elif isinstance(key, QMenu):
            menu.addMenu(key)
        else:
            menu.addAction(actions[key])
