"""An experiment in its chapter: claim, button, verdict, and what was found."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ae_workbench.analysis.chapters.steps import Step, experiment_step
from ae_workbench.analysis.experiments.experiment import Experiment
from ae_workbench.ui import theme
from ae_workbench.ui.modes.article.findings_view import FindingsView
from ae_workbench.ui.modes.article.results import Results
from ae_workbench.ui.modes.article.step_head import StepHead
from ae_workbench.ui.modes.article.studio import Studio
from ae_workbench.ui.modes.article.verdict_card import VerdictCard
from ae_workbench.ui.modes.article.words import error_text, state_of, when_text
from ae_workbench.ui.sentences import in_words


class ExperimentCard(QFrame):
    """``run_requested`` gives its step, and whether it is to be made anew."""

    run_requested = Signal(object, bool)

    def __init__(self, experiment: Experiment, results: Results, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step: Step = experiment_step(experiment)
        self._results = results
        self.setObjectName(f"experiment_{experiment.key}")
        self.setAccessibleName(in_words(experiment.title))
        theme.set_role(self, "card")
        title = QLabel(in_words(experiment.title), wordWrap=True)
        theme.set_role(title, "heading")
        claim = QLabel(in_words(experiment.claim), wordWrap=True)
        theme.set_role(claim, "claim")
        self.head = StepHead(f"experiment_{experiment.key}")
        self.head.set_words(
            self.tr("Run"),
            self.tr("Run again"),
            self.tr("Put this claim to the test: models are trained once, and kept for other experiments"),
        )
        self.verdict = VerdictCard(f"experiment_{experiment.key}_verdict")
        self.findings = FindingsView(studio, shows_numbers=True)
        layout = QVBoxLayout(self, spacing=12)
        layout.setContentsMargins(20, 16, 20, 18)
        for part in (title, claim, self.head, self.verdict, self.findings):
            layout.addWidget(part)
        self.head.run_requested.connect(self._ask)
        self.follow()

    @Slot(bool)
    def _ask(self, anew: bool) -> None:
        self.run_requested.emit(self.step, anew)

    def follow(self) -> None:
        """Show how it stands now."""
        key, results = self.step.key, self._results
        result = results.found.get(key)
        text, tone = state_of(results, key)
        self.head.show_state(text, tone, when_text(result) if result else "", result is not None)
        problem = error_text(results, key)
        if problem:
            self.verdict.say("", [problem], "bad")
        elif result is not None:
            self.verdict.say("", [in_words(word) for word in result.findings.words], tone)
        self.verdict.setVisible(bool(problem) or result is not None)
        self.findings.show_result(result)
