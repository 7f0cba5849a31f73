"""A chapter's two presets beside each other, with what differs on a tinted ground and why beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ae_workbench.analysis.chapters.settings import Setting
from ae_workbench.export.report.wording import SETTINGS_HEADS
from ae_workbench.ui import theme
from ae_workbench.ui.modes.article.words import prose
from ae_workbench.ui.sentences import in_words

PADDING_PX, GAP_PX = 10, 18
REASON = 3


class SettingsTable(QWidget):
    """A line for each setting. Its texts can be selected."""

    def __init__(self, settings: Sequence[Setting], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chapter_settings")
        self.setAccessibleName(in_words("The model in two settings"))
        self._differing = {row for row, setting in enumerate(settings, 1) if setting.differs}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(PADDING_PX, 0, PADDING_PX, 0)
        self.grid.setHorizontalSpacing(GAP_PX)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(REASON, 1)
        for column, name in enumerate(SETTINGS_HEADS):
            head = QLabel(in_words(name))
            theme.set_role(head, "muted")
            head.setContentsMargins(0, 0, 0, 5)
            self.grid.addWidget(head, 0, column)
        for row, setting in enumerate(settings, 1):
            self._add(row, setting)
        theme.signals.changed.connect(self.update)

    def _add(self, row: int, setting: Setting) -> None:
        for column, text in enumerate((setting.label, setting.published, setting.modern)):
            label = QLabel(in_words(text))
            if column and setting.differs:
                font = label.font()
                font.setBold(True)
                label.setFont(font)
            self._put(label, row, column)
        self._put(QLabel(prose(in_words(setting.reason)) if setting.reason else "", wordWrap=True), row, REASON)

    def _put(self, label: QLabel, row: int, column: int) -> None:
        label.setContentsMargins(0, 6, 0, 6)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if column in (0, REASON):
            theme.set_role(label, "quiet")
        self.grid.addWidget(label, row, column)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(1, self.grid.rowCount()):
            labels = [item.geometry() for column in range(REASON + 1) if (item := self.grid.itemAtPosition(row, column)) is not None]
            top, bottom = min(each.top() for each in labels), max(each.bottom() for each in labels) + 1
            line = QRectF(0, top, self.width(), bottom - top)
            if row in self._differing:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.accent_soft))
                painter.drawRect(line)
            painter.setPen(QPen(QColor(colours.surface if row in self._differing else colours.grid)))
            painter.drawLine(line.topLeft(), line.topRight())
