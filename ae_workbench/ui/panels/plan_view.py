"""The plan drawn: input, encoder, code and decoder from top to bottom, each layer as large as its shape."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ae_workbench.core.plan import Plan
from ae_workbench.ui import theme
from ae_workbench.ui.panels.plan_painter import PART_GAP_PX, ROW_PX, SLIM_PX, PlanPainter
from ae_workbench.ui.panels.plan_rows import Row, rows

FEWEST_PX = 230
USUAL_PX = 290


class PlanView(QWidget):
    """Shows a plan, or nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan_view")
        self.setAccessibleName(self.tr("Layers of the plan"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: list[Row] = []
        theme.signals.changed.connect(self._follow_theme)

    @property
    def rows(self) -> list[Row]:
        return self._rows

    def show_plan(self, plan: Plan | None) -> None:
        """Draw another plan."""
        self._rows = rows(plan) if plan else []
        self.setAccessibleDescription("\n".join(row.text for row in self._rows))
        self.setVisible(bool(self._rows))
        self.updateGeometry()
        self.update()

    @Slot()
    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(USUAL_PX, round(self._places()[-1].bottom()) + 2 if self._rows else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(FEWEST_PX, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            for row, place in zip(self._rows, self._places(), strict=True):
                if place.contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), row.text, self)
                    return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        PlanPainter(painter, theme.current(), self.font(), self.width(), self._rows).paint(self._places())

    def _places(self) -> list[QRectF]:
        y = 0.0
        found = []
        for row in self._rows:
            y += theme.grown(PART_GAP_PX) if row.is_first and row.part != "input" else 0
            height = theme.grown(SLIM_PX if row.is_slim else ROW_PX)
            found.append(QRectF(0, y, self.width(), height))
            y += height
        return found
