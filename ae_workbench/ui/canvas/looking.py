"""Has the drawing looked at by the shown run, and by the compared ones, and shows what comes back."""

from pathlib import Path

from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.analysis.canvas import Framing
from ae_workbench.core.corruption import Corruption
from ae_workbench.data.dataset import Dataset
from ae_workbench.ui.canvas.evaluator import Evaluator
from ae_workbench.ui.canvas.jobs import Answer, Question, Row, judged
from ae_workbench.ui.canvas.noise import NoiseRow
from ae_workbench.ui.canvas.pictures_in import PictureJob
from ae_workbench.ui.canvas.results import CanvasResults
from ae_workbench.ui.canvas.standing import KnownErrors
from ae_workbench.ui.canvas.view import CanvasView
from ae_workbench.ui.missing import why_no_output
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

NOISE_SEED = 3


class Looking(QObject):
    """Looks at the drawing whenever it changes.

    ``framed`` gives how the data are framed, ``picture_read`` the pixels of an image that was asked for,
    ``refused`` a sentence where it can't be read.
    """

    framed = Signal(object)
    picture_read = Signal(object)
    refused = Signal(str)

    def __init__(self, workspace: Workspace, codec: CodecThread, view: CanvasView, noise: NoiseRow, results: CanvasResults) -> None:
        super().__init__(view)
        self.workspace = workspace
        self.view, self.noise, self.results = view, noise, results
        self.evaluator = Evaluator(workspace, codec, self)
        self.known_errors = KnownErrors(workspace, codec, self)
        self.framing: Framing | None = None
        self.is_centred = True
        self.asked = 0
        self._noise_seed = NOISE_SEED
        self._run: Path | None = None
        self._connect()

    def _connect(self) -> None:
        workspace, evaluator = self.workspace, self.evaluator
        workspace.run_changed.connect(self._follow_run)
        workspace.snapshot_changed.connect(self.start_over)
        workspace.compared_changed.connect(self.look)
        workspace.colour_map_changed.connect(self._follow_colour_map)
        self.view.drawn.connect(self.look)
        self.view.entered.connect(self._want_errors)
        self.noise.changed.connect(self._follow_noise)
        evaluator.answered.connect(self._show_answer)
        evaluator.compared.connect(self._show_rows)
        evaluator.framed.connect(self._take_framing)
        evaluator.picture_read.connect(self.picture_read)
        evaluator.failed.connect(self._show_failure)
        self.known_errors.known.connect(self._show_standing)

    # Asking

    @Slot()
    def look(self) -> None:
        """Ask about the drawing as it is now; of several questions only the newest is answered."""
        pad = self.view.pad
        if not self.view.isVisible():
            return
        if pad is None or pad.is_blank:
            self._show_blank()
            return
        self.asked += 1
        framing = self.framing if self.is_centred else None
        question = Question(self.asked, pad.shape, pad.content, pad.example, framing, self.noise.corruption, self._noise_seed)
        self.evaluator.ask_drawing(question)
        if self.workspace.compared:
            self.evaluator.ask_compared(question, self.workspace.compared)
        else:
            self.results.show_rows((), None)

    @Slot()
    def start_over(self) -> None:
        """Another snapshot, or the canvas is seen again."""
        self.results.code.rescale()
        if self.view.isVisible():
            if self.is_used:
                self._want_errors()
            self.look()

    @property
    def is_used(self) -> bool:
        """Whether somebody draws, or is about to."""
        return self.view.isVisible() and (self.view.underMouse() or (self.view.pad is not None and not self.view.pad.is_blank))

    @Slot()
    def _want_errors(self) -> None:
        """Measure the test examples, which is only worth it when somebody draws."""
        self.known_errors.want(self.noise.corruption)

    def pause(self) -> None:
        """Nobody sees the canvas."""
        self.evaluator.forget()
        self.known_errors.forget()
        self._place(None)

    def take_data(self, dataset: Dataset | None) -> None:
        """Other data: learn how they are framed."""
        self.framing = None
        if dataset is not None and dataset.shape.is_image:
            self.evaluator.ask_framing(dataset)
        self.start_over()

    def read_picture(self, job: PictureJob) -> None:
        """Have an image read; ``picture_read`` gives its pixels."""
        self.evaluator.ask_picture(job)

    def set_centred(self, centred: bool) -> None:
        """Whether the drawing is centred and scaled as the data are, or taken as it lies."""
        self.is_centred = centred
        self.look()

    @Slot()
    def shake_noise(self) -> None:
        """Draw other noise of the same kind."""
        self._noise_seed += 1
        self.look()

    # Following

    @Slot()
    def _follow_run(self) -> None:
        """A denoiser begins with the noise it was trained for."""
        run = self.workspace.run_folder
        path = run.path if run else None
        if path != self._run:
            self._run = path
            self.noise.set_corruption(run.plan.corruption if run else Corruption())

    @Slot(object)
    def _follow_noise(self, corruption: Corruption) -> None:
        if self.is_used:
            self._want_errors()
        self.look()

    @Slot()
    def _follow_colour_map(self) -> None:
        self.results.set_colour_map(self.workspace.colour_map)

    @Slot(object, object)
    def _take_framing(self, dataset: Dataset, framing: Framing) -> None:
        if dataset is self.workspace.dataset:
            self.framing = framing
            self.framed.emit(framing)
            self.look()

    # Showing

    def _show_blank(self) -> None:
        self.evaluator.forget()
        self.results.show_nothing(self._advice(is_blank=True))
        self.results.show_rows((), None)
        self._place(None)

    @Slot(object)
    def _show_answer(self, answer: Answer) -> None:
        pad = self.view.pad
        if pad is None or pad.is_blank or pad.shape != answer.shape or not self.view.isVisible():
            return
        errors = self.known_errors.of(answer)
        if errors is None and answer.code is not None:
            self.known_errors.want(answer.corruption)
        self.results.show_answer(answer, errors, self._judged_count)
        self.results.say("" if answer.code is not None else self._advice(is_blank=False))
        self._place(answer.code)

    @Slot(object)
    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        pad = self.view.pad
        if pad is not None and not pad.is_blank and tuple(row.run for row in rows) == self.workspace.compared:
            self.results.show_rows(rows, pad.shape)

    @Slot()
    def _show_standing(self) -> None:
        answer = self.results.answer
        if answer is not None:
            self.results.show_standing(self.known_errors.of(answer), self._judged_count)

    @Slot(str, object)
    def _show_failure(self, what: str, error: Exception) -> None:
        if what == "picture":
            self.refused.emit(sentence(error))
        elif what == "drawing":
            self.results.show_nothing(sentence(error))
            self._place(None)

    def _place(self, code: NDArray | None) -> None:
        """Tell the other viewers where the drawing lies among the codes."""
        if code is not None or self.workspace.drawing_code is not None:
            self.workspace.set_drawing_code(code)

    @property
    def _judged_count(self) -> int:
        dataset = self.workspace.dataset
        return len(judged(len(dataset.test))) if dataset is not None and self.workspace.run_fits_data else 0

    def _advice(self, is_blank: bool) -> str:
        """What to do to see more."""
        workspace, pad = self.workspace, self.view.pad
        if pad is None:
            return self.tr("Choose data in the designer: the canvas takes their shape.")
        if workspace.run_folder is None:
            return self.tr("Press Start, or open a run: what the model makes of the drawing appears here while you draw.")
        if workspace.run_folder.facts.shape != pad.shape or workspace.shown_epoch is None:
            return why_no_output(workspace.run_folder, pad.shape, workspace.shown_epoch)
        return self.tr("What the model makes of the drawing appears here while you draw.") if is_blank else ""
