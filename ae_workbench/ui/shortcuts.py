"""All keys on one sheet, gathered from the commands themselves when it opens, and from what widgets say about theirs."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ae_workbench.ui import theme
from ae_workbench.ui.keys import keys_said
from ae_workbench.ui.palette.entries import menu_actions, plain
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

Group = tuple[str, list[tuple[str, str]]]
COLUMNS = 2
WIDTH_PX, HEIGHT_PX = 860, 620
WIDGET_KEYS = {
    QT_TRANSLATE_NOOP("keys", "Canvas"): (
        ("B", QT_TRANSLATE_NOOP("keys", "Draw")),
        ("E", QT_TRANSLATE_NOOP("keys", "Erase")),
        ("[", QT_TRANSLATE_NOOP("keys", "Smaller brush")),
        ("]", QT_TRANSLATE_NOOP("keys", "Larger brush")),
        ("T", QT_TRANSLATE_NOOP("keys", "Take the picked test example")),
        ("N", QT_TRANSLATE_NOOP("keys", "Other noise of the same kind")),
        ("Del", QT_TRANSLATE_NOOP("keys", "Clear")),
        ("Ctrl+Z", QT_TRANSLATE_NOOP("keys", "Take back the last stroke")),
        ("Ctrl+V", QT_TRANSLATE_NOOP("keys", "Paste an image")),
    ),
    QT_TRANSLATE_NOOP("keys", "Latent plane"): (
        ("← ↑ → ↓", QT_TRANSLATE_NOOP("keys", "Move the marker")),
        ("+", QT_TRANSLATE_NOOP("keys", "Nearer")),
        ("−", QT_TRANSLATE_NOOP("keys", "Farther")),
        ("Home", QT_TRANSLATE_NOOP("keys", "Show everything")),
        ("Return", QT_TRANSLATE_NOOP("keys", "Pick the nearest example")),
        ("Space", QT_TRANSLATE_NOOP("keys", "Path, Group: set a corner at the marker")),
        ("Enter", QT_TRANSLATE_NOOP("keys", "Path, Group: end the line at the marker")),
    ),
    QT_TRANSLATE_NOOP("keys", "Code of one image"): (
        ("← →", QT_TRANSLATE_NOOP("keys", "Choose a unit; on maps all arrows")),
        ("Home", QT_TRANSLATE_NOOP("keys", "To the first unit")),
        ("End", QT_TRANSLATE_NOOP("keys", "To the last unit")),
        ("PgUp PgDown", QT_TRANSLATE_NOOP("keys", "To the map before or after")),
        ("+ −", QT_TRANSLATE_NOOP("keys", "Change the unit's value, with Shift by more; on bars ↑ and ↓ as well")),
        ("Del", QT_TRANSLATE_NOOP("keys", "Give the unit its value back")),
        ("Ctrl+Z", QT_TRANSLATE_NOOP("keys", "Take back the last change")),
        ("Esc", QT_TRANSLATE_NOOP("keys", "Take back every change")),
    ),
    QT_TRANSLATE_NOOP("keys", "Test examples"): (("← ↑ → ↓", QT_TRANSLATE_NOOP("keys", "Pick another one")),),
    QT_TRANSLATE_NOOP("keys", "List of runs"): (
        ("Return", QT_TRANSLATE_NOOP("keys", "Show this run")),
        ("F2", QT_TRANSLATE_NOOP("keys", "Rename")),
        ("Del", QT_TRANSLATE_NOOP("keys", "Put into the trash")),
        ("Esc", QT_TRANSLATE_NOOP("keys", "Back from comparing")),
    ),
    QT_TRANSLATE_NOOP("keys", "Layers"): (
        ("Ins", QT_TRANSLATE_NOOP("keys", "Add a layer")),
        ("Del", QT_TRANSLATE_NOOP("keys", "Take a layer out")),
        ("Alt+↑ Alt+↓", QT_TRANSLATE_NOOP("keys", "Move a layer")),
        ("Return", QT_TRANSLATE_NOOP("keys", "Change its size")),
    ),
    QT_TRANSLATE_NOOP("keys", "The article"): (
        ("Ctrl+PgDown", QT_TRANSLATE_NOOP("keys", "To the next chapter")),
        ("Ctrl+PgUp", QT_TRANSLATE_NOOP("keys", "To the chapter before")),
    ),
    QT_TRANSLATE_NOOP("keys", "Pages and sound"): (
        ("← →", QT_TRANSLATE_NOOP("keys", "Move the handle, with Shift by more")),
        ("Home End", QT_TRANSLATE_NOOP("keys", "The handle to the left or right edge")),
        ("+ −", QT_TRANSLATE_NOOP("keys", "Nearer or farther")),
        ("0", QT_TRANSLATE_NOOP("keys", "Show everything")),
        ("1", QT_TRANSLATE_NOOP("keys", "Show it in its real size")),
    ),
    QT_TRANSLATE_NOOP("keys", "Everywhere"): (
        ("Tab", QT_TRANSLATE_NOOP("keys", "To the next control")),
        ("Shift+Tab", QT_TRANSLATE_NOOP("keys", "To the one before")),
        ("Alt", QT_TRANSLATE_NOOP("keys", "With an underlined letter: to that menu or control")),
        ("Shift+F10", QT_TRANSLATE_NOOP("keys", "Menu of what has the focus")),
    ),
}
"""Keys that widgets take themselves, without a command of the menus, in Qt's way of writing on every system."""


def keys_of(action: QAction) -> str:
    """The first keys of a command in the system's way of writing; others are for other keyboards."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def gather(bar: QMenuBar) -> list[Group]:
    """Title of a menu or place, and what each key does there."""
    found: dict[str, list[tuple[str, str]]] = {}
    for action, path in menu_actions(bar):
        if keys_of(action):
            found.setdefault(path[0], []).append((keys_of(action), plain(action.text())))
    for place, lines in WIDGET_KEYS.items():
        found[_tr(place)] = [(said, _tr(what)) for keys, what in lines if (said := keys_said(keys))]
    return list(found.items())


def _tr(text: str) -> str:
    return QCoreApplication.translate("keys", text)


class ShortcutSheet(QDialog):
    """The groups in columns, with a field that keeps only the lines with a word."""

    def __init__(self, groups: Iterable[Group], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcut_sheet")
        self.setWindowTitle(self.tr("Keyboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit(objectName="shortcut_search", clearButtonEnabled=True)
        self.lines: list[tuple[QWidget, str]] = []
        self._groups: list[QWidget] = []
        self._build(list(groups))
        self.field.textChanged.connect(self._search)
        self.resize(min(WIDTH_PX, parent.width() - 40), min(HEIGHT_PX, parent.height() - 40))

    def _build(self, groups: list[Group]) -> None:
        self.field.setPlaceholderText(self.tr("Search keys and commands"))
        self.field.setAccessibleName(self.tr("Search keys and commands"))
        inside = QWidget()
        columns = QHBoxLayout(inside, spacing=26)
        columns.setContentsMargins(4, 0, 12, 0)
        for share in _balanced(groups):
            column = QVBoxLayout(spacing=16)
            for title, lines in share:
                column.addWidget(self._group(title, lines))
            column.addStretch()
            columns.addLayout(column, 1)
        scroll = QScrollArea(objectName="shortcut_scroll", widgetResizable=True)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self, spacing=12)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(self.field)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)

    def _group(self, title: str, lines: list[tuple[str, str]]) -> QWidget:
        group = QWidget()
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        heading = QLabel(title)
        theme.set_role(heading, "heading")
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, (keys, what) in enumerate(lines, 1):
            name, key = QLabel(what), QLabel(keys)
            name.setWordWrap(True)
            theme.set_role(key, "key")
            grid.addWidget(name, row, 0)
            grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            words = f"{title} {what} {keys}".lower()
            self.lines += [(name, words), (key, words)]
        self._groups.append(group)
        return group

    def _search(self, query: str) -> None:
        wanted = query.lower().split()
        for widget, words in self.lines:
            widget.setVisible(all(word in words for word in wanted))
        for group in self._groups:
            mine = [widget for widget, _ in self.lines if widget.parentWidget() is group]
            group.setVisible(any(not widget.isHidden() for widget in mine))


def _balanced(groups: list[Group]) -> list[list[Group]]:
    """Columns of about the same height, in order."""
    total = sum(len(lines) + 2 for _, lines in groups)
    columns: list[list[Group]] = [[] for _ in range(COLUMNS)]
    done = 0
    for group in groups:
        columns[min(COLUMNS - 1, done * COLUMNS // max(total, 1))].append(group)
        done += len(group[1]) + 2
    return columns
