"""The card with the plan: its layers drawn, and four numbers, which are all that it shows where the window is low."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.plan import Plan
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.empty_state import EmptyState
from ae_workbench.ui.panels.plan_summary import PlanSummary
from ae_workbench.ui.panels.plan_view import PlanView
from ae_workbench.ui.panels.section import Section, UprightScroll, column

SCROLL_BAR_PX = 14
LOW_PX = 800
"""A panel of less, at the usual type size, has no room for a form and for layers."""
ANY_HEIGHT_PX = 16_777_215
"""Source: QWIDGETSIZE_MAX, which PySide doesn't have."""


class PlanCard(QWidget):
    """``folded`` says whether only the numbers are left, which the person may choose; until then the room decides, told by ``suit``."""

    folded = Signal(bool)

    def __init__(self) -> None:
        super().__init__(objectName="plan_card")
        self.view = PlanView()
        self.summary = PlanSummary()
        self.is_folded = False
        self._chosen = False
        self._plan: Plan | None = None
        self._nothing = EmptyState(
            "triangle-alert", self.tr("No plan"), self.tr("There is nothing to draw until what is said below is mended.")
        )
        self._scroll = UprightScroll("plan_scroll", column([self.view]))
        self._build()
        theme.signals.changed.connect(self._limit)

    def _build(self) -> None:
        self.fold_button = tool_button("plan_fold_button", "chevron-down", self.tr("Hide the layers"))
        self.fold_button.clicked.connect(self._choose)
        card = Section("plan", self.tr("Plan"), "terms/compression")
        card.add_to_heading(self.fold_button)
        card.add(self._scroll, stretch=1)
        card.add(self._nothing, stretch=1)
        card.add(self.summary)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, SCROLL_BAR_PX, 0)
        self._column.addWidget(card)

    def show_plan(self, plan: Plan | None, problem: WorkbenchError | None) -> None:
        """A plan, or why there is none."""
        self._plan = plan
        self.view.show_plan(plan)
        self.summary.show_plan(plan, problem)
        self._arrange()

    def suit(self, height: int) -> None:
        """Fold or unfold for a panel of this height, unless the person has chosen."""
        if not self._chosen:
            self._fold(height < theme.grown(LOW_PX))

    @Slot()
    def _choose(self) -> None:
        self._chosen = True
        self._fold(not self.is_folded)

    def _fold(self, folds: bool) -> None:
        if folds == self.is_folded:
            return
        self.is_folded = folds
        said = self.tr("Show the layers") if folds else self.tr("Hide the layers")
        self.fold_button.setIcon(theme.icon("chevron-up" if folds else "chevron-down"))
        self.fold_button.setToolTip(said)
        self.fold_button.setAccessibleName(said)
        self._arrange()
        self.folded.emit(folds)

    def _arrange(self) -> None:
        self._scroll.setVisible(self._plan is not None and not self.is_folded)
        self._nothing.setVisible(self._plan is None and not self.is_folded)
        self._limit()

    @Slot()
    def _limit(self) -> None:
        """Folded it is as high as its numbers, or the sentence in their place."""
        layout = self._column
        needed = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.setMaximumHeight(needed if self.is_folded else ANY_HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._limit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._limit()
        return done
