"""From a look at a run to the chip, the list and what its buttons do. One object beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ae_workbench.analysis.diagnosis.diagnosis import Change, ChooseData, Diagnosis, GoOn, Remedy, ShowEpoch
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Recipe
from ae_workbench.engine.changes import changed
from ae_workbench.ui.diagnosis import words
from ae_workbench.ui.diagnosis.card import FindingCard
from ae_workbench.ui.diagnosis.chip import Saying
from ae_workbench.ui.diagnosis.popover import FindingsPopover
from ae_workbench.ui.diagnosis.settings_words import settings_text
from ae_workbench.ui.diagnosis.watch import Finding, Watch
from ae_workbench.ui.help import context
from ae_workbench.ui.sentences import in_words, sentence

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow


class DiagnosisFlow(QObject):
    """``finding`` is the newest look at the shown run, None before there is one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.chip = window.training.controls.findings_chip
        self.watch = Watch(window.workspace, window.codec, self)
        self.popover = FindingsPopover(window)
        self.finding: Finding | None = None
        self._failure = ""
        self._starts_when_idle = False
        self._connect()

    def _connect(self) -> None:
        window, popover = self.window, self.popover
        self.watch.found.connect(self._show)
        self.watch.failed.connect(self._show_failure)
        self.chip.clicked.connect(self.open)
        window.actions_["findings"].triggered.connect(self.open)
        window.trainer.happened.connect(self.watch.follow)
        window.trainer.idle.connect(self._start_if_wanted)
        window.closing.began.connect(self.watch.stop)
        context.signals.wanted.connect(popover.close)
        popover.remedy_chosen.connect(self.apply)
        popover.dismissed.connect(self.dismiss)
        popover.restore_requested.connect(self.restore)
        popover.start_requested.connect(self.start)
        popover.undo_requested.connect(self._undo)
        self._follow()

    # Showing

    @property
    def shown(self) -> tuple[Diagnosis, ...]:
        """What was found and not dismissed."""
        if self.finding is None:
            return ()
        dismissed = self.window.settings.dismissed_findings
        return tuple(each for each in self.finding.diagnoses if self._mark(each.key) not in dismissed)

    def _mark(self, key: str) -> str:
        """How a dismissed finding is remembered."""
        return f"{key} {self.finding.run if self.finding else ''}"

    @Slot(object)
    def _show(self, finding: Finding | None) -> None:
        self.finding, self._failure = finding, ""
        self._follow()

    @Slot(str)
    def _show_failure(self, why: str) -> None:
        self.finding, self._failure = None, why
        self._follow()

    def _follow(self) -> None:
        """Chip, command and open list say what is known now."""
        finding, shown = self.finding, self.shown
        self.window.actions_["findings"].setEnabled(finding is not None or bool(self._failure))
        if finding is not None:
            self.chip.say(words.saying(finding, shown), words.tip(finding, shown))
            run = self.window.workspace.run_folder
            name = (run.recipe.name if run else "") or finding.run.name
            self.popover.show_finding(name, finding, shown, len(finding.diagnoses) - len(shown))
        elif self._failure:
            self.chip.say(Saying("idle", (self.tr("Can't be judged"), "")), self._failure)
            self.popover.show_failure(self._failure)
        else:
            self.chip.hide()
            self.popover.close()

    @Slot()
    def open(self) -> None:
        """Show the list."""
        self.window.modes.show_workbench()
        self.window.training_dock.show()
        self.window.training_dock.raise_()
        self.popover.open_over(self.chip)

    # What the buttons do

    @Slot(object, object)
    def apply(self, card: FindingCard, remedy: Remedy) -> None:
        """Do what a remedy says."""
        window = self.window
        match remedy:
            case Change():
                self._change(card, remedy)
            case ShowEpoch(epoch=epoch):
                self.popover.close()
                window.workspace.set_epoch(epoch)
            case GoOn(epochs=epochs):
                self.popover.close()
                window.training.more_box.setValue(epochs)
                window.training.more_button.click()
            case ChooseData():
                self.popover.close()
                window.comfort.places.go_to("designer")
                window.designer.show_data()

    def _change(self, card: FindingCard, remedy: Change) -> None:
        model = self.window.model
        try:
            recipe = changed(self._base(), remedy.settings)
        except WorkbenchError as problem:
            self.popover.close()
            self.window.messages.say(sentence(problem))
            return
        model.change(recipe, in_words(remedy.words))
        said = self.tr("Now in the designer: {settings}. Ctrl+Z takes it back.")
        start = self.tr("Stop, and start anew") if self.window.trainer.is_busy else self.tr("&Start training")
        card.show_change(said.format(settings=settings_text(recipe, remedy.settings)), start)
        self.popover.fit()

    def _base(self) -> Recipe:
        """The designed recipe where it is for the same model and data, so that several remedies add up; otherwise the run's own."""
        designed, run = self.window.model.recipe, self.window.workspace.run_folder
        if run is None or (designed.variant, designed.data.key) == (run.recipe.variant, run.recipe.data.key):
            return designed
        return run.recipe

    @Slot()
    def _undo(self) -> None:
        self.window.model.undo_stack.undo()
        for card in self.popover.cards:
            card.forget_change()
        self.popover.fit()

    @Slot()
    def start(self) -> None:
        """Train the designed recipe; a training that is under way is stopped first, and what it learned is kept."""
        self.popover.close()
        if self.window.trainer.is_busy:
            self._starts_when_idle = True
            self.window.training.stop_button.click()
        else:
            self.window.training.start_button.click()

    @Slot()
    def _start_if_wanted(self) -> None:
        wanted, self._starts_when_idle = self._starts_when_idle, False
        if wanted and not self.window.closing.is_under_way:
            self.window.training.start_button.click()

    @Slot(str)
    def dismiss(self, key: str) -> None:
        """Don't show this finding for this run any more."""
        self.window.settings.dismiss_finding(self._mark(key))
        self._follow()

    @Slot()
    def restore(self) -> None:
        """Show the dismissed findings of this run again."""
        for diagnosis in self.finding.diagnoses if self.finding else ():
            self.window.settings.restore_finding(self._mark(diagnosis.key))
        self._follow()
