"""What the last session left behind: trainings that were cut off, reports of crashes, settings that couldn't be used."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.engine.events import Event, Incomplete, Started
from ae_workbench.storage import interrupted, reports
from ae_workbench.storage.crash_file import collect_crashes
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.documents import Documents
from ae_workbench.ui.message_bar import MessageBar, Offer
from ae_workbench.ui.report_dialog import ReportDialog
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.trainer import Trainer
from ae_workbench.ui.workers import CodecThread

RUNS, REPORTS = "aftermath runs", "aftermath reports"
CUT_OFF, REPORT, SETTINGS = "cut-off training", "report", "settings"


def find_reports() -> list[Path]:
    """Reports that nobody has seen, with those of crashes that are made here."""
    collect_crashes()
    return reports.new_reports()


class Aftermath(QObject):
    """Says it in the message bar, with what can be done. ``left``: a run is not gone on with."""

    left = Signal()

    def __init__(self, window: QWidget, messages: MessageBar, documents: Documents, trainer: Trainer, codec: CodecThread) -> None:
        super().__init__(window)
        self._window, self._messages, self._documents = window, messages, documents
        self._trainer, self._codec = trainer, codec
        self.dialog: ReportDialog | None = None
        self._offered: Path | None = None
        codec.answered.connect(self._take)
        codec.failed.connect(self._note)
        trainer.happened.connect(self._follow)

    def look_back(self) -> None:
        """Begin to look; what is found is told later."""
        self._codec.ask(RUNS, interrupted.interrupted_runs)
        self._codec.ask(REPORTS, find_reports)

    def tell_of_settings(self, settings: Settings) -> None:
        """Say that the settings were reset."""
        if settings.backup is not None:
            said = self.tr("The settings were unreadable and are back to their first values; the old file is kept as {name}.")
            self._messages.stand(SETTINGS, said.format(name=settings.backup.name))
        else:
            self._messages.stand(
                SETTINGS, self.tr("The settings are unreadable and can't be put aside: this session begins with first values.")
            )

    @Slot(str, object)
    def _take(self, asker: str, found: list[Path]) -> None:
        if asker == RUNS:
            self._take_runs(found)
        elif asker == REPORTS and found:
            self._offer_report(found)

    @Slot(str, object)
    def _note(self, asker: str, error: Exception) -> None:
        """Nobody asked for it, so nobody is told that it can't be had."""
        if asker in (RUNS, REPORTS):
            logging.getLogger(__name__).error("There was no looking at what the last session left", exc_info=error)

    def _take_runs(self, found: list[Path]) -> None:
        busy = self._trainer.run.path if self._trainer.is_busy and self._trainer.run is not None else None
        runs = [path for path in found if path != busy]
        if runs:
            self._offer_run(runs[0], len(runs) - 1)

    # A training that was cut off

    def _offer_run(self, path: Path, others: int) -> None:
        try:
            run = RunFolder.open(path)
        except WorkbenchError:  # the list of runs says what is wrong with it
            return
        last = run.last_full_epoch
        said = self.tr("The training of “{name}” was cut off after epoch {epoch} of {epochs}.")
        text = said.format(name=run.recipe.name or path.name, epoch=last, epochs=last + interrupted.epochs_left(run))
        if others:
            text += " " + self.tr("So were {count} others; they are in the list of runs.").format(count=others)

        self._offered = path

        def go_on() -> None:
            self.go_on(path)

        def leave() -> None:
            self.leave(path)

        self._messages.stand(CUT_OFF, text, Offer(self.tr("&Go on"), go_on), Offer(self.tr("&Leave it"), leave))

    @Slot(object)
    def _follow(self, event: Event) -> None:
        """The run that is offered may be gone on with in another way; of one that is broken only a part may be there."""
        if isinstance(event, Incomplete):
            self._messages.say(sentence(event.problem), "warning")
        if isinstance(event, Started) and event.run == self._offered:
            self._messages.withdraw(CUT_OFF)

    def go_on(self, path: Path) -> None:
        """Show the run and train it to where it was to end."""
        if self._trainer.is_busy:
            self._messages.say(self.tr("Another training is running: go on with this one from the list of runs when that has ended."))
            return
        run = self._documents.show_run(path, with_recipe=False)
        if run is not None:
            self._trainer.finish(run)

    def leave(self, path: Path) -> None:
        """Don't offer this run again; it stays in the list."""
        self._messages.withdraw(CUT_OFF)
        try:
            interrupted.leave(path)
        except (OSError, WorkbenchError) as problem:
            self._messages.say(sentence(problem))
        self.left.emit()

    # Reports

    def _offer_report(self, found: list[Path]) -> None:
        def show() -> None:
            self.show_reports(found)

        def put_by() -> None:
            for path in found:
                reports.mark_seen(path)

        text = self.tr("Something went wrong in AE Workbench the last time. There is a report of it.")
        self._messages.stand(REPORT, text, Offer(self.tr("&Show report"), show), closed=put_by)

    def show_reports(self, found: list[Path]) -> None:
        """Show them; they are not offered again."""
        self.dialog = ReportDialog([reports.mark_seen(path) for path in found], self._window)
        self.dialog.open()
