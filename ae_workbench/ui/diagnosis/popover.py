"""The list of findings, over the button that opened it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ae_workbench.analysis.diagnosis.diagnosis import Diagnosis
from ae_workbench.ui import theme
from ae_workbench.ui.diagnosis import words
from ae_workbench.ui.diagnosis.card import FindingCard
from ae_workbench.ui.diagnosis.watch import Finding
from ae_workbench.ui.help.context import HelpButton, help_for, set_help, signals
from ae_workbench.ui.panels.section import UprightScroll

WIDTH_PX, HIGHEST_PX, MARGIN_PX, AWAY_PX = 460, 520, 14, 6


class FindingsPopover(QDialog):
    """Shows a finding; what its cards ask for goes on by its signals. Closes with Esc or a click beside it."""

    remedy_chosen = Signal(object, object)
    dismissed = Signal(str)
    restore_requested = Signal()
    start_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("findings_popover")
        self.setAccessibleName(self.tr("Findings"))
        set_help(self, "panels/findings")
        self.cards: list[FindingCard] = []
        self._shown: tuple[object, ...] = ()
        self._build()

    def _build(self) -> None:
        title = QLabel(self.tr("Findings"))
        theme.set_role(title, "heading")
        self.about = QLabel(objectName="findings_about")
        theme.set_role(self.about, "muted")
        head = QHBoxLayout(spacing=8)
        head.addWidget(title)
        head.addWidget(HelpButton("findings", title.text(), self))
        head.addStretch(1)
        head.addWidget(self.about)
        self.nothing = QLabel(wordWrap=True, objectName="findings_nothing")
        self.basis = QLabel(wordWrap=True, objectName="findings_basis")
        self.looked = QLabel(wordWrap=True, objectName="findings_looked_for")
        for label in (self.basis, self.looked):
            theme.set_role(label, "muted")
        self.restore_button = QPushButton(objectName="restore_findings_button")
        self.restore_button.setAccessibleName(self.tr("Show what was dismissed"))
        theme.set_role(self.restore_button, "quiet")
        self.restore_button.clicked.connect(self.restore_requested)
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list, spacing=8)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.area = UprightScroll("findings_scroll", self.list)
        self._column = QVBoxLayout(self, spacing=10)
        self._column.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 12)
        self._column.addLayout(head)
        for widget in (self.nothing, self.area, self.basis, self.looked, self.restore_button):
            self._column.addWidget(widget)

    def show_finding(self, name: str, finding: Finding, diagnoses: Sequence[Diagnosis], hidden: int) -> None:
        """Show what was found in the run called ``name``; ``hidden`` more were dismissed."""
        self.about.setText(self.tr("{name} · epoch {epoch}").format(name=name, epoch=finding.epoch))
        has_bad = any(diagnosis.severity != "hint" for diagnosis in diagnoses)
        self.nothing.setText(self.tr("No problems found.") if finding.is_judged else words.tip(finding, ()))
        self.nothing.setVisible(not has_bad)
        self.basis.setText(words.basis(finding))
        self.basis.setVisible(bool(self.basis.text()))
        self.looked.setText(words.looked_for())
        self.restore_button.setText(self.tr("Show what was dismissed ({count})").format(count=hidden))
        self.restore_button.setVisible(hidden > 0)
        if self._shown != (finding.run, tuple(diagnoses)):
            self._shown = (finding.run, tuple(diagnoses))
            self._make_cards(diagnoses)
        self.fit()

    def show_failure(self, why: str) -> None:
        """Say why the run can't be judged."""
        self._shown = ()
        self._make_cards(())
        self.about.clear()
        self.nothing.setText(why)
        self.nothing.show()
        for widget in (self.basis, self.looked, self.restore_button):
            widget.hide()
        self.fit()

    def _make_cards(self, diagnoses: Sequence[Diagnosis]) -> None:
        focused = self.focusWidget().objectName() if self.focusWidget() else ""
        for card in self.cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [FindingCard(diagnosis) for diagnosis in diagnoses]
        for card in self.cards:
            card.remedy_chosen.connect(self.remedy_chosen)
            card.dismissed.connect(self.dismissed)
            card.start_requested.connect(self.start_requested)
            card.undo_requested.connect(self.undo_requested)
            self._rows.addWidget(card)
        self.area.setVisible(bool(self.cards))
        again = self.findChild(QPushButton, focused) if focused else None
        if again is not None:
            again.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Keys of the window that are wanted here, too."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.key() == Qt.Key.Key_F1:
            signals.wanted.emit(help_for(self.focusWidget() or self))
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """As high as its contents, up to a point; its lower edge stays."""
        width = WIDTH_PX - 2 * MARGIN_PX
        wanted = self._rows.totalHeightForWidth(width) if self.cards else 0
        self.area.setFixedHeight(min(wanted, HIGHEST_PX))
        bottom = self.geometry().bottom()
        self.setFixedSize(WIDTH_PX, self._column.totalHeightForWidth(WIDTH_PX))
        if self.isVisible():
            self.move(self.x(), bottom + 1 - self.height())

    def open_over(self, button: QWidget) -> None:
        """Above the button, inside the window as far as that goes."""
        window = button.window()
        corner = button.mapToGlobal(QPoint(0, 0))
        edges = window.mapToGlobal(QPoint(0, 0)), window.mapToGlobal(QPoint(window.width(), window.height()))
        left = min(max(corner.x(), edges[0].x() + AWAY_PX), edges[1].x() - self.width() - AWAY_PX)
        self.move(left, max(corner.y() - self.height() - AWAY_PX, edges[0].y() + AWAY_PX))
        self.show()
        buttons = [button for card in self.cards for button in card.remedy_buttons]
        (buttons[0] if buttons else self).setFocus(Qt.FocusReason.PopupFocusReason)
