"""Every command of the menus: what it is called, its icon, its keys and what it is for."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup

from ae_workbench.ui import theme
from ae_workbench.ui.languages import LANGUAGES, SYSTEM
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers import VIEWERS

Key = QKeySequence.StandardKey
MOST_NUMBERED = 9
PANELS = (
    ("designer", QT_TRANSLATE_NOOP("actions", "Designer"), "sliders-horizontal", "Alt+1"),
    ("training", QT_TRANSLATE_NOOP("actions", "Training"), "activity", "Alt+2"),
    ("canvas", QT_TRANSLATE_NOOP("actions", "Canvas"), "paintbrush", "Alt+3"),
)


@dataclass(frozen=True)
class Command:
    """One line of the table; ``text`` and ``tip`` are translated in the context "actions"."""

    key: str
    icon: str
    keys: QKeySequence.StandardKey | str | tuple[str, ...] | None
    text: str
    tip: str


TABLE = (
    Command(
        "open_recipe", "folder-open", Key.Open,
        QT_TRANSLATE_NOOP("actions", "&Open…"),
        QT_TRANSLATE_NOOP("actions", "Open a recipe or a shared run from a file"),
    ),
    Command(
        "save_recipe", "save", Key.Save,
        QT_TRANSLATE_NOOP("actions", "&Save recipe"),
        QT_TRANSLATE_NOOP("actions", "Save the recipe in its file"),
    ),
    Command(
        "save_recipe_as", "file-plus", "Ctrl+Shift+S",
        QT_TRANSLATE_NOOP("actions", "Save recipe &as…"),
        QT_TRANSLATE_NOOP("actions", "Save the recipe in another file"),
    ),
    Command(
        "open_run", "history", "Ctrl+R",
        QT_TRANSLATE_NOOP("actions", "Open &run…"),
        QT_TRANSLATE_NOOP("actions", "Open the folder of an earlier training"),
    ),
    Command(
        "share_run", "send", "Ctrl+Shift+R",
        QT_TRANSLATE_NOOP("actions", "S&hare run as .aew…"),
        QT_TRANSLATE_NOOP("actions", "Write the shown run as one file, to keep or to give away"),
    ),
    Command(
        "open_data_file", "database", "Ctrl+D",
        QT_TRANSLATE_NOOP("actions", "Open &data file…"),
        QT_TRANSLATE_NOOP("actions", "Use an array or CSV file as data"),
    ),
    Command(
        "open_data_folder", "images", "Ctrl+Shift+D",
        QT_TRANSLATE_NOOP("actions", "Open &image folder…"),
        QT_TRANSLATE_NOOP("actions", "Use a folder of images as data"),
    ),
    Command(
        "quit", "log-out", "Ctrl+Q",
        QT_TRANSLATE_NOOP("actions", "&Quit"),
        QT_TRANSLATE_NOOP("actions", "Close the program"),
    ),
    Command(
        "start", "play", "F5",
        QT_TRANSLATE_NOOP("actions", "&Start"),
        QT_TRANSLATE_NOOP("actions", "Train the designed model as a new run"),
    ),
    Command(
        "pause", "pause", "F6",
        QT_TRANSLATE_NOOP("actions", "&Pause or resume"),
        QT_TRANSLATE_NOOP("actions", "Hold the training, or go on"),
    ),
    Command(
        "epoch", "step-forward", "F7",
        QT_TRANSLATE_NOOP("actions", "One &epoch"),
        QT_TRANSLATE_NOOP("actions", "Train for one epoch and pause"),
    ),
    Command(
        "stop", "square", "F8",
        QT_TRANSLATE_NOOP("actions", "S&top"),
        QT_TRANSLATE_NOOP("actions", "End the training and keep what it learned"),
    ),
    Command(
        "more", "fast-forward", "Shift+F5",
        QT_TRANSLATE_NOOP("actions", "&Go on for more epochs"),
        QT_TRANSLATE_NOOP("actions", "Train the shown run further"),
    ),
    Command(
        "findings", "scan-search", "Shift+F8",
        QT_TRANSLATE_NOOP("actions", "&Findings"),
        QT_TRANSLATE_NOOP("actions", "What is wrong with the shown run, and what to do about it"),
    ),
    Command(
        "event_files", "chart-spline", None,
        QT_TRANSLATE_NOOP("actions", "Write Tensor&Board logs"),
        QT_TRANSLATE_NOOP("actions", "The next trainings also write event files for TensorBoard, into the folder tensorboard of their run"),
    ),
    Command(
        "reset_layout", "rotate-ccw", None,
        QT_TRANSLATE_NOOP("actions", "&Reset layout"),
        QT_TRANSLATE_NOOP("actions", "Put all panels back in their places"),
    ),
    Command(
        "help", "circle-help", "F1",
        QT_TRANSLATE_NOOP("actions", "&What is this?"),
        QT_TRANSLATE_NOOP("actions", "Open the help page about whatever has the focus"),
    ),
    Command(
        "contents", "circle-help", "Ctrl+F1",
        QT_TRANSLATE_NOOP("actions", "Help &contents"),
        QT_TRANSLATE_NOOP("actions", "Open the first page of the help"),
    ),
    Command(
        "palette", "search", "Ctrl+K",
        QT_TRANSLATE_NOOP("actions", "&Find command…"),
        QT_TRANSLATE_NOOP("actions", "Find any command, viewer, preset or help page by a few letters"),
    ),
    Command(
        "keys", "keyboard", "?",
        QT_TRANSLATE_NOOP("actions", "&Keyboard"),
        QT_TRANSLATE_NOOP("actions", "All keys on one sheet"),
    ),
    Command(
        "hints", "sparkles", None,
        QT_TRANSLATE_NOOP("actions", "First &steps"),
        QT_TRANSLATE_NOOP("actions", "Be led through the parts of the window"),
    ),
    Command(
        "larger", "zoom-in", ("Ctrl++", "Ctrl+="),
        QT_TRANSLATE_NOOP("actions", "&Larger type"),
        QT_TRANSLATE_NOOP("actions", "Make all texts larger"),
    ),
    Command(
        "smaller", "zoom-out", "Ctrl+-",
        QT_TRANSLATE_NOOP("actions", "S&maller type"),
        QT_TRANSLATE_NOOP("actions", "Make all texts smaller"),
    ),
    Command(
        "usual_size", "rotate-ccw", "Ctrl+0",
        QT_TRANSLATE_NOOP("actions", "&Usual type size"),
        QT_TRANSLATE_NOOP("actions", "Texts as large as the system says"),
    ),
    Command(
        "notify", "bell", None,
        QT_TRANSLATE_NOOP("actions", "&Notify when a training ends"),
        QT_TRANSLATE_NOOP("actions", "Say so when a long training ends while you are in another program"),
    ),
    Command(
        "about", "info", None,
        QT_TRANSLATE_NOOP("actions", "&About AE Workbench"),
        QT_TRANSLATE_NOOP("actions", "Version and parts of this program"),
    ),
    Command(
        "open_runs_home", "external-link", None,
        QT_TRANSLATE_NOOP("actions", "Open runs &folder"),
        QT_TRANSLATE_NOOP("actions", "Show the folder where runs are kept"),
    ),
)  # fmt: skip
SCHEMES = (
    Command("system", "monitor", None, QT_TRANSLATE_NOOP("actions", "Follow the &system"), ""),
    Command("light", "sun", None, QT_TRANSLATE_NOOP("actions", "&Light"), ""),
    Command("dark", "moon", None, QT_TRANSLATE_NOOP("actions", "&Dark"), ""),
)


class Actions(QObject):
    """Actions by key of the table, ``undo`` and ``redo``, and ``schemes`` by name."""

    def __init__(self, parent: QObject, undo_group: QUndoGroup) -> None:
        super().__init__(parent)
        self._by_key: dict[str, QAction] = {}
        for command in TABLE:
            action = self._add(command.key, command)
            if isinstance(command.keys, tuple):
                action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            elif command.keys is not None:
                action.setShortcut(QKeySequence(command.keys))
        for key, made, icon, keys in (
            ("undo", undo_group.createUndoAction(self, self._tr("&Undo")), "undo-2", Key.Undo),
            ("redo", undo_group.createRedoAction(self, self._tr("&Redo")), "redo-2", Key.Redo),
        ):
            made.setObjectName(f"{key}_action")
            made.setIcon(theme.icon(icon))
            made.setShortcuts(keys)
            self._by_key[key] = made
        for key in ("event_files", "notify"):
            make_checkable(self[key])
        self.group = QActionGroup(self)
        self.schemes = {command.key: self._add(f"scheme_{command.key}", command) for command in SCHEMES}
        for action in self.schemes.values():
            make_checkable(action)
            self.group.addAction(action)

        self.languages = QActionGroup(self)
        for key, title in ((SYSTEM, self._tr("Follow the s&ystem")), *((language.key, language.title) for language in LANGUAGES)):
            action = self.languages.addAction(QAction(title, self, objectName=f"language_{key}_action", checkable=True))
            action.setData(key)
        self.places = {key: self._add_place(key, title, icon, keys) for key, title, icon, keys in _places()}

    def language(self, key: str) -> QAction:
        """The command that chooses a language."""
        return next(action for action in self.languages.actions() if action.data() == key)

    def _add_place(self, key: str, title: str, icon: str, keys: str) -> QAction:
        action = QAction(theme.icon(icon), title, self, objectName=f"go_to_{key}_action")
        action.setShortcut(QKeySequence(keys))
        self._by_key[f"go_to_{key}"] = action
        return action

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def _add(self, key: str, command: Command) -> QAction:
        action = QAction(theme.icon(command.icon), self._tr(command.text), self, objectName=f"{key}_action")
        if command.tip:
            action.setToolTip(self._tr(command.tip))
            action.setStatusTip(self._tr(command.tip))
        self._by_key[key] = action
        return action

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("actions", text)


def make_checkable(action: QAction) -> None:
    """A menu shows the tick in the place where its icon would hide it; a tool bar keeps the icon."""
    action.setCheckable(True)
    action.setIconVisibleInMenu(False)


def _places() -> list[tuple[str, str, str, str]]:
    """Key, title, icon and keys of every viewer and panel."""
    viewers = [
        (kind.key, QCoreApplication.translate("viewers", kind.title), kind.icon, f"Ctrl+{number}" if number <= MOST_NUMBERED else "")
        for number, kind in enumerate(VIEWERS, 1)
    ]
    panels = [(key, QCoreApplication.translate("actions", title), icon, keys) for key, title, icon, keys in PANELS]
    return [*viewers, *panels]
