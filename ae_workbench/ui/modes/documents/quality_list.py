"""The ways to clean with their numbers: choosing one puts it at the right of the handle."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from ae_workbench.engine.cleaning import Kind
from ae_workbench.export.cleaning import BEFORE
from ae_workbench.ui import theme
from ae_workbench.ui.modes.documents.jobs import RUN, Quality, filters_for
from ae_workbench.ui.modes.documents.words import METRICS, best_way, metric_text, metric_tip, metric_title, way_tip, way_title

UNKNOWN = "–"


class QualityList(QWidget):
    """``chosen`` gives the way that shall be seen. The best number of each column is in bold."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: Kind = "pages"
        self.buttons: dict[str, QRadioButton] = {}
        self.numbers: dict[tuple[str, str], QLabel] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._group.buttonClicked.connect(self._tell)
        self._build("pages")

    @property
    def way(self) -> str:
        """The way that is chosen."""
        return next((way for way, button in self.buttons.items() if button.isChecked()), RUN)

    def choose(self, way: str) -> None:
        """Choose without telling."""
        self.buttons[way].setChecked(True)

    def enable(self, way: str, enabled: bool) -> None:
        self.buttons[way].setEnabled(enabled)

    def show_kind(self, kind: Kind) -> None:
        """The ways for pages or for sounds, without numbers."""
        if kind != self.kind:
            self._build(kind)
        self.show_quality({})

    def show_quality(self, quality: Mapping[str, Quality]) -> None:
        """What is known; a way without numbers shows a dash."""
        for (way, metric), label in self.numbers.items():
            value = quality.get(way, {}).get(metric)
            label.setText(UNKNOWN if value is None else metric_text(self.kind, metric, value))
            font = QFont(label.font())
            font.setBold(best_way(quality, metric) == way)
            label.setFont(font)
            label.setAccessibleName(f"{metric_title(self.kind, metric)}, {way_title(way)}: {label.text()}")

    def _build(self, kind: Kind) -> None:
        self.kind = kind
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.buttons, self.numbers = {}, {}
        for column, metric in enumerate(METRICS[kind], 1):
            title = QLabel(metric_title(kind, metric), alignment=Qt.AlignmentFlag.AlignRight)
            title.setToolTip(metric_tip(kind, metric))
            theme.set_role(title, "muted")
            self._grid.addWidget(title, 0, column)
        for row, way in enumerate((BEFORE, RUN, *filters_for(kind)), 1):
            self._add_row(row, way)
        self.choose(RUN)

    def _add_row(self, row: int, way: str) -> None:
        button = QRadioButton(way_title(way), objectName=f"way_{way}_button")
        button.setToolTip(way_tip(way))
        button.setAccessibleName(way_title(way))
        self._group.addButton(button)
        self.buttons[way] = button
        self._grid.addWidget(button, row, 0)
        for column, metric in enumerate(METRICS[self.kind], 1):
            label = QLabel(
                UNKNOWN, objectName=f"{way}_{metric}_label", alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
            label.setFont(theme.number_font(label.font()))
            label.setToolTip(metric_tip(self.kind, metric))
            self.numbers[way, metric] = label
            self._grid.addWidget(label, row, column)

    @Slot(object)
    def _tell(self, button: QRadioButton) -> None:
        self.chosen.emit(self.way)
