"""The window of the help: contents and search on the left, the page on the right."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QToolButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.help.browser import HelpBrowser
from ae_workbench.ui.help.pages import FIRST_PAGE, GROUPS, Library, Page
from ae_workbench.ui.help.style import group_colour
from ae_workbench.ui.workers import CodecThread

USUAL_SIZE = QSize(940, 680)
CONTENTS_PX = 250
KEY = Qt.ItemDataRole.UserRole
MOST_FOUND = 30


class HelpWindow(QWidget):
    """A window of its own beside the main one, closed with Esc."""

    def __init__(self, library: Library, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help_window")
        self.setWindowTitle(self.tr("Help — AE Workbench"))
        self.setWindowIcon(theme.icon("circle-help"))
        self.library = library
        self.browser = HelpBrowser(library, codec)
        self.search_field = QLineEdit(objectName="help_search", clearButtonEnabled=True)
        self.contents = QTreeWidget(objectName="help_contents", headerHidden=True, rootIsDecorated=False, indentation=10)
        self.nothing_found = QLabel()
        self._build()
        self._connect()
        self._list()
        self.resize(USUAL_SIZE)

    def _build(self) -> None:
        self.search_field.setPlaceholderText(self.tr("Search the help"))
        self.search_field.setAccessibleName(self.tr("Search the help"))
        self.search_field.setToolTip(self.tr("Words to look for in all pages (Ctrl+F)"))
        self.contents.setAccessibleName(self.tr("Contents of the help"))
        self.contents.setUniformRowHeights(True)
        self.nothing_found.setWordWrap(True)
        theme.set_role(self.nothing_found, "muted")
        left = QWidget()
        beside = QVBoxLayout(left, spacing=8)
        beside.setContentsMargins(12, 12, 4, 12)
        for widget in (self.search_field, self.nothing_found, self.contents):
            beside.addWidget(widget)
        right = QWidget()
        page = QVBoxLayout(right, spacing=0)
        page.setContentsMargins(0, 8, 0, 0)
        page.addWidget(self._bar())
        page.addWidget(self.browser, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([CONTENTS_PX, USUAL_SIZE.width() - CONTENTS_PX])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar, spacing=4)
        row.setContentsMargins(12, 4, 12, 0)
        self.back_button = self._button("back", "chevron-left", self.tr("Back"), "Alt+Left")
        self.forward_button = self._button("forward", "chevron-right", self.tr("Forward"), "Alt+Right")
        self.first_button = self._button("first", "circle-help", self.tr("First page"), "Alt+Home")
        for button in (self.back_button, self.forward_button, self.first_button):
            row.addWidget(button)
        row.addStretch()
        return bar

    def _button(self, key: str, icon: str, title: str, keys: str) -> QToolButton:
        button = QToolButton(objectName=f"help_{key}_button")
        button.setIcon(theme.icon(icon))
        button.setAccessibleName(title)
        button.setShortcut(QKeySequence(keys))
        button.setToolTip(f"{title} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
        return button

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.browser.go_back)
        self.forward_button.clicked.connect(self.browser.go_forward)
        self.first_button.clicked.connect(self._open_first)
        self.search_field.textChanged.connect(self._list)
        self.search_field.returnPressed.connect(self._open_best)
        self.contents.currentItemChanged.connect(self._open_chosen)
        self.browser.page_shown.connect(self._follow)
        theme.signals.changed.connect(self._list)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Esc closes the help, wherever in it the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # Opening

    def open_page(self, key: str) -> None:
        """Show a page, in front of everything."""
        self.browser.open_page(key)
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open_first(self) -> None:
        self.browser.open_page(FIRST_PAGE)

    @Slot()
    def _open_best(self) -> None:
        found = self.library.find(self.search_field.text())
        if found:
            self.browser.open_page(found[0].key)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _open_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, KEY):
            self.browser.open_page(item.data(0, KEY))

    @Slot()
    def _search(self) -> None:
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    # The contents

    @Slot()
    def _list(self) -> None:
        """All pages by group, or those that were searched for."""
        query = self.search_field.text().strip()
        found = self.library.find(query)[:MOST_FOUND] if query else list(self.library)
        self.contents.blockSignals(True)
        self.contents.clear()
        if query:
            for page in found:
                self.contents.addTopLevelItem(_item(page))
        else:
            self._list_groups(found)
        self.contents.blockSignals(False)
        self.nothing_found.setVisible(not found)
        self.nothing_found.setText(self.tr("No page has these words.") if not found else "")
        self._follow(self.browser.key)

    def _list_groups(self, pages: list[Page]) -> None:
        for group, title in GROUPS.items():
            head = QTreeWidgetItem([QCoreApplication.translate("help", title)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setForeground(0, QColor(group_colour(theme.current())))
            font = self.contents.font()
            font.setBold(True)
            head.setFont(0, font)
            head.addChildren([_item(page) for page in pages if page.group == group])
            self.contents.addTopLevelItem(head)
            head.setExpanded(True)

    @Slot(str)
    def _follow(self, key: str) -> None:
        """Mark the shown page in the contents."""
        self.back_button.setEnabled(self.browser.can_go_back)
        self.forward_button.setEnabled(self.browser.can_go_forward)
        self.contents.blockSignals(True)
        for item in self.contents.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if item.data(0, KEY) == key:
                self.contents.setCurrentItem(item)
                self.contents.scrollToItem(item)
        self.contents.blockSignals(False)


def _item(page: Page) -> QTreeWidgetItem:
    item = QTreeWidgetItem([page.title])
    item.setData(0, KEY, page.key)
    return item
