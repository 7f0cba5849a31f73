"""A figure of the article in words, and beside it ours, as published or modern."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ae_workbench.analysis.chapters import Illustration
from ae_workbench.analysis.chapters.measuring import MODERN, NAMES, PUBLISHED
from ae_workbench.export.report.wording import THEIR_FIGURE
from ae_workbench.ui import theme
from ae_workbench.ui.modes.article.jobs import RunDrawing
from ae_workbench.ui.modes.article.plot_view import PlotView
from ae_workbench.ui.modes.article.studio import Studio
from ae_workbench.ui.modes.article.words import prose
from ae_workbench.ui.sentences import in_words

EDITIONS = (PUBLISHED, MODERN)


class IllustrationView(QWidget):
    """``runs`` are those of both editions, none before the chapter was run."""

    def __init__(self, chapter: str, illustration: Illustration, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"illustration_{illustration.kind}")
        self._chapter, self._illustration = chapter, illustration
        self._runs: tuple[Path, ...] = ()
        self.plot = PlotView(studio, in_words(illustration.theirs) or illustration.kind)
        self.plot.waiting_words = self.tr("Run the chapter, and our figure is drawn here.")
        self.switch = QButtonGroup(self)
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._words())
        layout.addWidget(self.plot)
        self.switch.idClicked.connect(self._show)

    def _words(self) -> QHBoxLayout:
        """Theirs on the left, the choice between ours on the right."""
        row = QHBoxLayout(spacing=4)
        theirs = QLabel(wordWrap=True)
        theirs.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.set_role(theirs, "quiet")
        if self._illustration.theirs:
            theirs.setText(prose(f"{in_words(THEIR_FIGURE)} {in_words(self._illustration.theirs)}"))
        row.addWidget(theirs, 1)
        row.addSpacing(18)
        ours = QLabel(self.tr("Ours:"))
        theme.set_role(ours, "muted")
        row.addWidget(ours, 0, Qt.AlignmentFlag.AlignVCenter)
        for number, edition in enumerate(EDITIONS):
            button = QPushButton(in_words(NAMES[edition]), objectName=f"{self.objectName()}_{edition}_button", checkable=True)
            theme.set_role(button, "quiet")
            self.switch.addButton(button, number)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.switch.button(0).setChecked(True)
        return row

    def show_runs(self, runs: tuple[Path, ...]) -> None:
        """Draw anew where the runs are others."""
        if runs == self._runs:
            return
        self._runs = runs
        for number in range(len(EDITIONS)):
            self.switch.button(number).setEnabled(number < len(runs))
        self._show(self.switch.checkedId())

    @Slot(int)
    def _show(self, number: int) -> None:
        if number < len(self._runs):
            name = f"{self._chapter}-{EDITIONS[number]}-{self._illustration.kind}"
            self.plot.show_drawing(RunDrawing(self._runs[number], self._illustration.kind, name))
        else:
            self.plot.show_drawing(None)
