"""What the palette offers: gathered anew each time it opens, from the window as it stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QMenuBar, QTabWidget, QWidget

from ae_workbench.core.recipe import Choice
from ae_workbench.data import SOURCES
from ae_workbench.ui import theme
from ae_workbench.ui.help.pages import Library
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.wording import data_word, said
from ae_workbench.ui.words import without_mnemonic
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import presets

PRESETS = QT_TRANSLATE_NOOP("palette", "Preset")
DATA = QT_TRANSLATE_NOOP("palette", "Data")
HELP = QT_TRANSLATE_NOOP("palette", "Help page")
MODERN = QT_TRANSLATE_NOOP("palette", "{variant}, modern")
PUBLISHED = QT_TRANSLATE_NOOP("palette", "{variant}, as published")


@dataclass(frozen=True)
class Entry:
    """``key`` is the same from one start to the next; ``place`` says where it is found otherwise."""

    key: str
    title: str
    place: str
    run: Callable[[], object]
    keys: str = ""
    icon: QIcon | None = None
    enabled: bool = True

    @property
    def goes_to(self) -> bool:
        """Whether it brings a viewer or a panel to the front."""
        return self.key.startswith("action:go_to_")


def plain(text: str) -> str:
    """A menu's or button's text without the mark of its mnemonic and without dots."""
    return without_mnemonic(text).removesuffix("…").strip()


def tr(text: str) -> str:
    return QCoreApplication.translate("palette", text)


def menu_actions(bar: QMenuBar) -> Iterator[tuple[QAction, tuple[str, ...]]]:
    """Every command of the menus with the titles of the menus it is in."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _inside(menu, (plain(action.text()),))


def _inside(menu: QMenu, path: tuple[str, ...]) -> Iterator[tuple[QAction, tuple[str, ...]]]:
    menu.aboutToShow.emit()  # menus that are filled when they open
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _inside(inner, (*path, plain(action.text())))
        elif not action.isSeparator() and action.text() and action.isVisible() and not _is_remark(action):
            yield action, path


def _is_remark(action: QAction) -> bool:
    """Such as that a menu has nothing to offer yet; commands have names, also while they are off."""
    return not action.isEnabled() and not action.objectName()


def from_menus(bar: QMenuBar) -> Iterator[Entry]:
    for action, path in menu_actions(bar):
        key = action.objectName() or f"{'/'.join(path)}/{action.text()}"
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        yield Entry(f"action:{key}", plain(action.text()), " › ".join(path), action.trigger, keys, action.icon(), action.isEnabled())


def from_buttons(place: str, panel: QWidget) -> Iterator[Entry]:
    """The buttons of a panel that can be seen now."""
    for button in panel.findChildren(QAbstractButton):
        title = plain(button.accessibleName() or button.text() or button.toolTip().partition("\n")[0])
        if button.objectName() and title and button.isVisible() and "help_button" not in button.objectName():
            yield Entry(f"button:{button.objectName()}", title, place, button.click, "", button.icon(), button.isEnabled())


def from_tabs(tabs: QTabWidget) -> Iterator[Entry]:
    """The buttons of the viewer in front."""
    current = tabs.currentWidget()
    if current is not None:
        yield from from_buttons(tabs.tabText(tabs.currentIndex()), current)


def from_presets(model: RecipeModel) -> Iterator[Entry]:
    for preset in presets().values():
        words = tr(PUBLISHED if preset.as_published else MODERN)
        title = said(preset.recipe.name) if preset.is_task else words.format(variant=said(VARIANTS[preset.recipe.variant].title))
        yield Entry(f"preset:{preset.key}", title, tr(PRESETS), ChoosePreset(model, preset.key, title), icon=theme.icon("layers"))


def from_data(model: RecipeModel) -> Iterator[Entry]:
    """Data that need no file."""
    for source in SOURCES:
        if not source.needs_path:
            yield Entry(f"data:{source.key}", data_word(source.title), tr(DATA), ChooseData(model, source.key), icon=theme.icon("database"))


def from_help(library: Library, open_page: Callable[[str], object]) -> Iterator[Entry]:
    for page in library:
        yield Entry(f"help:{page.key}", page.title, tr(HELP), OpenPage(open_page, page.key), icon=theme.icon("circle-help"))


@dataclass(frozen=True)
class ChoosePreset:
    """Puts a preset into the designer, on the data that are chosen there."""

    model: RecipeModel
    key: str
    title: str

    def __call__(self) -> None:
        recipe = self.model.recipe
        self.model.change(presets()[self.key].on(recipe.data, recipe.limit), self.title)


@dataclass(frozen=True)
class ChooseData:
    """Puts a data source into the designer."""

    model: RecipeModel
    key: str

    def __call__(self) -> None:
        self.model.change(replace(self.model.recipe, data=Choice(self.key)), data_word(SOURCES[self.key].title))


@dataclass(frozen=True)
class OpenPage:
    open_page: Callable[[str], object]
    key: str

    def __call__(self) -> None:
        self.open_page(self.key)
