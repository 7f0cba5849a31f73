"""Over the plots: which sweep is shown, how far it is, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QToolButton, QVBoxLayout, QWidget

from ae_workbench.core.combinations import Best
from ae_workbench.core.sweep import Sweep
from ae_workbench.engine.sweep.events import SweepEnded, SweepPaused, SweepPreparing, SweepProgressed, SweepResumed
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.ui import theme, words
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.modes.sweep.standing import Standing
from ae_workbench.ui.modes.sweep.words import recipe_text, shown_value, sweep_title, title_of
from ae_workbench.ui.sentences import in_words, sentence
from ae_workbench.ui.status_line import StatusLine
from ae_workbench.ui.wording import metric_text

STEPS = 1000


class SweepHead(QFrame):
    """Follows a sweep's events; asks for pause, stop, going on, and for what its menu offers."""

    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()
    go_on_requested = Signal()
    best_requested = Signal()
    means_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_head")
        theme.set_role(self, "card")
        self._is_running = self._is_paused = self._has_more = False
        self.standing = Standing()
        self._build()
        self._update()

    def _build(self) -> None:
        self.title = QLabel(objectName="sweep_title")
        theme.set_role(self.title, "heading")
        self.about = QLabel(objectName="sweep_about")
        theme.set_role(self.about, "muted")
        self.status = StatusLine()
        self.status.label.setObjectName("sweep_status")
        self.progress_bar = QProgressBar(objectName="sweep_progress", textVisible=False, maximum=STEPS)
        self.progress_bar.setAccessibleName(self.tr("Progress of the sweep"))
        self.pause_button = IconButton(
            "sweep_pause_button", "pause", self.tr("&Pause"), self.tr("Hold all trials where they are, or go on")
        )
        self.stop_button = IconButton(
            "sweep_stop_button", "square", self.tr("St&op"), self.tr("End the sweep for now; what its trials learned is kept")
        )
        about_going_on = self.tr("Train what is left; trials that failed are tried again")
        self.go_on_button = IconButton("sweep_go_on_button", "fast-forward", self.tr("&Go on"), about_going_on, "primary")
        self._about_best = self.tr("Show the trial with the lowest error in the workbench, as a run; of several seeds their mean counts")
        self.best_button = IconButton("sweep_best_button", "eye", self.tr("Open &best"), self._about_best)
        self.menu_button = QToolButton(objectName="sweep_export_button", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setIcon(theme.icon("download"))
        self.menu_button.setAccessibleName(self.tr("Export"))
        self.menu_button.setToolTip(self.tr("Save the table or the plots as files"))
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        means = self.menu.addAction(theme.icon("table"), self.tr("Table of &combinations…"))
        means.setObjectName("sweep_save_means_action")
        means.triggered.connect(self.means_requested)
        for button, signal in (
            (self.stop_button, self.stop_requested), (self.go_on_button, self.go_on_requested), (self.best_button, self.best_requested),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self.pause_button.clicked.connect(self._pause_or_resume)
        self._lay_out()

    def _lay_out(self) -> None:
        names = QVBoxLayout(spacing=2)
        names.addWidget(self.title)
        names.addWidget(self.about)
        above = QHBoxLayout(spacing=8)
        above.addLayout(names, 1)
        for button in (self.best_button, self.pause_button, self.stop_button, self.go_on_button, self.menu_button):
            above.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(14, 10, 12, 12)
        layout.addLayout(above)
        layout.addWidget(self.status)
        layout.addWidget(self.progress_bar)

    # What it shows

    def show_sweep(self, folder: SweepFolder, standing: Standing, is_running: bool, can_go_on: bool) -> None:
        """Another sweep, or the same after something happened to it."""
        sweep = folder.sweep
        self.title.setText(sweep_title(sweep))
        self.about.setText(f"{recipe_text(sweep.recipe)} · {folder.path.name}")
        self.about.setToolTip(str(folder.path))
        self._is_running, self._is_paused = is_running, False
        self.standing = standing
        self.progress_bar.setValue(round(STEPS * standing.share))
        if is_running:
            self.status.say(self.tr("Starting…"), "waiting")
        else:
            self.status.say(standing.text(), standing.tone)
        self._has_more = standing.has_more
        self.go_on_button.setEnabled(can_go_on)
        self._update()

    def show_best(self, best: Best | None, sweep: Sweep) -> None:
        """Offer the best combination's run."""
        self.best_button.setEnabled(best is not None)
        self.best_button.setToolTip(self._about_best if best is None else self._best_text(best, sweep))

    def _best_text(self, best: Best, sweep: Sweep) -> str:
        trial, found, metric = best.trial, best.combination, title_of(sweep, sweep.objective)
        value = metric_text(trial.metrics[sweep.objective])
        if found.seeds == 1:
            text = self.tr("Show trial {number} in the workbench, as a run: {metric} {value}")
            return text.format(number=trial.number, metric=metric, value=value)
        values = ", ".join(f"{title_of(sweep, name)} {shown_value(each)}" for name, each in found.values.items())
        spread = f" ± {metric_text(found.deviation)}" if found.count > 1 else ""
        mean = self.tr("The lowest mean: {values}\n{metric} {mean} over {count} of {seeds} seeds (mean ± standard deviation)").format(
            values=values, metric=metric, mean=metric_text(found.mean) + spread, count=found.count, seeds=found.seeds
        )
        shown = self.tr("Show the best of its runs in the workbench: trial {number}, seed {seed}, {value}")
        return f"{mean}\n{shown.format(number=trial.number, seed=trial.seed, value=value)}"

    def follow(self, event: object) -> None:
        """Say what happens."""
        match event:
            case SweepPreparing(doing=doing):
                self.status.say(f"{in_words(doing)}…", "waiting")
            case SweepProgressed(done=done, total=total, share=share, seconds_left=left):
                self.progress_bar.setValue(round(STEPS * share))
                if not self._is_paused:
                    self._say_running(done, total, left)
            case SweepPaused():
                self._is_paused = True
                self.status.say(self.tr("Paused"), "paused")
                self._update()
            case SweepResumed():
                self._is_paused = False
                self._update()
            case SweepEnded():
                self._show_end(event)

    def _say_running(self, done: int, total: int, left: float | None) -> None:
        text = self.tr("{done} of {total} trials").format(done=done, total=total)
        if left is not None:
            text += " · " + self.tr("{time} left").format(time=words.duration(left))
        self.status.say(text, "running")

    def _show_end(self, end: SweepEnded) -> None:
        self._is_running = self._is_paused = False
        self._has_more = end.outcome != "finished" or self.standing.has_more
        self.go_on_button.setEnabled(True)
        if end.error is not None:
            self.status.say(sentence(end.error), "bad")
        elif end.outcome == "finished":
            self.status.say(self.standing.text(), self.standing.tone)
            self.progress_bar.setValue(round(STEPS * self.standing.share))
        else:
            text = self.tr("Stopped after {done} of {total} trials; those under way keep their epochs.")
            self.status.say(text.format(done=end.done, total=end.total), "stopped")
        self._update()

    def show_stopping(self) -> None:
        self.status.say(self.tr("Stopping…"), "waiting")
        self.stop_button.setEnabled(False)
        self.pause_button.setEnabled(False)

    def _update(self) -> None:
        self.pause_button.setVisible(self._is_running)
        self.stop_button.setVisible(self._is_running)
        self.pause_button.setEnabled(self._is_running)
        self.stop_button.setEnabled(self._is_running)
        self.go_on_button.setVisible(not self._is_running and self._has_more)
        self.pause_button.say(self.tr("Resu&me") if self._is_paused else self.tr("&Pause"))
        self.pause_button.setIcon(theme.icon("play" if self._is_paused else "pause"))

    @Slot()
    def _pause_or_resume(self) -> None:
        (self.resume_requested if self._is_paused else self.pause_requested).emit()
