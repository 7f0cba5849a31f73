"""Leaving without losing anything: ask, stop, wait for every thread, and only then close."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from ae_workbench.ui.data_loader import DataLoader
from ae_workbench.ui.modes.switch import Modes
from ae_workbench.ui.trainer import Trainer
from ae_workbench.ui.workers import CodecThread


class Closing(QObject):
    """``begin`` sets it going; ``done`` comes when no thread is left. The event loop runs on meanwhile."""

    began = Signal()
    done = Signal()

    def __init__(
        self, window: QWidget, trainer: Trainer, loader: DataLoader, codec: CodecThread, others: tuple[QThread, ...], modes: Modes
    ) -> None:
        super().__init__(window)
        self._window, self._modes = window, modes
        self._trainer, self._loader, self._codec, self._threads = trainer, loader, codec, (codec, *others)
        self.is_under_way = False
        self.is_done = False
        self.question: QMessageBox | None = None
        self._writing: list[Callable[[], str]] = []
        for ended in (trainer.idle, loader.idle, modes.idle, codec.companions_ended, *(thread.finished for thread in self._threads)):
            ended.connect(self._look)

    @property
    def has_begun(self) -> bool:
        """Whether the window closes, or asks whether it may."""
        return self.is_under_way or self.question is not None

    def ask_about(self, writing: Callable[[], str]) -> None:
        """Ask about this, too: ``writing`` gives a sentence while a file is being written, and nothing otherwise."""
        self._writing.append(writing)

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """What to ask about before closing, each with what becomes of it."""
        reasons = []
        if self._trainer.is_training:
            training = self.tr("A training is running.")
            reasons.append((training, self.tr("Every finished epoch is kept, and the run can be gone on with later.")))
        if work := self._modes.work():
            reasons.append((work, self.tr("What is done is kept, and can be gone on with later.")))
        dropped = self.tr("Nothing half written is left; the file has to be asked for again.")
        return reasons + [(said, dropped) for writing in self._writing if (said := writing())]

    def begin(self) -> None:
        """Close at once, or after asking whether a training, a page's work or the writing of a file may be stopped."""
        if self.has_begun:
            return
        if reasons := self.reasons:
            works, outcomes = zip(*reasons, strict=True)
            self._ask(" ".join(works), " ".join(dict.fromkeys(outcomes)))
        else:
            self._stop_all()

    def _ask(self, work: str, kept: str) -> None:
        box = QMessageBox(self._window, objectName="close_question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Close AE Workbench"))
        box.setText(self.tr("{work} Stop it and close?").format(work=work))
        box.setInformativeText(kept)
        self._stop_button = box.addButton(self.tr("&Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(self.tr("&Don't close"), QMessageBox.ButtonRole.RejectRole))
        box.finished.connect(self._answer)
        self.question = box
        box.open()

    @Slot()
    def _answer(self) -> None:
        box, self.question = self.question, None
        if box is None:
            return
        agreed = box.clickedButton() is self._stop_button
        box.deleteLater()
        if agreed:
            self._stop_all()

    def _stop_all(self) -> None:
        self.is_under_way = True
        self.began.emit()
        self._trainer.stop()
        self._modes.stop()
        self._loader.cancel()
        self._codec.request_stop()
        self._look()

    @Slot()
    def _look(self) -> None:
        """Whether all threads have ended."""
        is_busy = self._trainer.is_busy or self._loader.is_busy or self._modes.is_busy or self._codec.has_companions
        is_busy = is_busy or any(thread.isRunning() for thread in self._threads)
        if not self.is_under_way or self.is_done or is_busy:
            return
        for thread in self._threads:
            thread.wait()
        self.is_done = True
        self.done.emit()
