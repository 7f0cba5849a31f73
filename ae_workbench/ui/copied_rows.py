"""Copy in a table: its rows as text, where the window's own command for the key would copy a picture of the viewer."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ae_workbench.export.tables import tab_separated


class CopiedRows(QObject):
    """Takes the key while ``view`` has the focus and rows to copy; ``copied`` carries their number."""

    copied = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not is_key or not isinstance(event, QKeyEvent) or not event.matches(QKeySequence.StandardKey.Copy):
            return False
        rows = rows_to_copy(self._view)
        if rows and event.type() == QEvent.Type.KeyPress:
            QGuiApplication.clipboard().setText(as_text(self._view, rows))
            self.copied.emit(len(rows))
        if rows:
            event.accept()
        return bool(rows)


def rows_to_copy(view: QTableView) -> list[int]:
    """The chosen ones from top to bottom; all where none can be chosen."""
    if view.selectionMode() is QAbstractItemView.SelectionMode.NoSelection:
        return list(range(view.model().rowCount()))
    return sorted({index.row() for index in view.selectionModel().selectedIndexes()})


def as_text(view: QTableView, rows: list[int]) -> str:
    """Rows under the titles of their columns, as spreadsheets take them: what is seen, from left to right."""
    model, header = view.model(), view.horizontalHeader()
    columns = [column for place in range(header.count()) if not header.isSectionHidden(column := header.logicalIndex(place))]
    titles = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    return tab_separated(titles, [[model.index(row, column).data() for column in columns] for row in rows])
