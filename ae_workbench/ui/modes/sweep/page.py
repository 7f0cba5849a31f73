"""The sweep page: what is varied on the left, what came of it on the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.trials import Trial
from ae_workbench.engine.sweep.listing import SweepSummary
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.ui.empty_state import EmptyState
from ae_workbench.ui.message_bar import MessageBar
from ae_workbench.ui.modes.mode import ModePage
from ae_workbench.ui.modes.side_column import SideColumn
from ae_workbench.ui.modes.sweep.files import SweepFiles
from ae_workbench.ui.modes.sweep.reader import SweepReader
from ae_workbench.ui.modes.sweep.results import SweepResults
from ae_workbench.ui.modes.sweep.runner import MakeSweep, SweepRunner, make_sweep
from ae_workbench.ui.modes.sweep.setup import SetupForm
from ae_workbench.ui.modes.sweep.shown import ShownSweep
from ae_workbench.ui.modes.sweep.sweep_list import SweepsView
from ae_workbench.ui.sentences import sentence

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow

LEFT_PX = 336


class SweepPage(ModePage):
    """Follows the designer's recipe while a new sweep is set up. One sweep runs at a time; any other can be looked at meanwhile."""

    key = "sweep"

    def __init__(self, window: MainWindow, make: MakeSweep = make_sweep) -> None:
        super().__init__(window)
        self.runner = SweepRunner(make, self)
        self._build()
        self.shown = ShownSweep(self.results, self.runner)
        self.files = SweepFiles(self, window.codec)
        self.reader = SweepReader(self, window.codec)
        self.setup.computer.recall(window.settings.sweep_computer)
        self._connect()
        self._follow_recipe()

    def _build(self) -> None:
        self.setup = SetupForm()
        self.sweeps = SweepsView()
        self.tabs = QTabWidget(objectName="sweep_tabs", documentMode=True)
        self.tabs.setAccessibleName(self.tr("Sweeps"))
        self.tabs.addTab(self.setup, self.tr("New"))
        self.tabs.addTab(self.sweeps, self.tr("Earlier"))
        self.messages = MessageBar()
        self.results = SweepResults()
        self.empty = EmptyState(
            "chart-spline", self.tr("What does a smaller code cost?"),
            self.tr("Choose on the left what to vary, such as the code size over 2, 4, 8, 16, and press Start. Every value is trained as a "
                    "run of its own, and what came of it is drawn here while it comes."),
        )  # fmt: skip
        self.pages = QStackedWidget(objectName="sweep_pages")
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.results)
        right = QVBoxLayout(spacing=6)
        right.addWidget(self.messages)
        right.addWidget(self.pages, 1)
        layout = QHBoxLayout(self, spacing=10)
        layout.setContentsMargins(10, 6, 10, 10)
        layout.addWidget(SideColumn(self.tabs, LEFT_PX))
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        window, results = self.main_window, self.results
        window.model.changed.connect(self._follow_recipe)
        window.modes.changed.connect(self._follow_recipe)
        self.runner.idle.connect(self._end)
        self.setup.start_requested.connect(self.start)
        self.setup.changed.connect(self._ask_pace)
        self.setup.computer.changed.connect(self._remember)
        self.sweeps.opened.connect(self.open_sweep)
        self.reader.listed.connect(self._show_list)
        self.reader.opened.connect(self._show)
        self.reader.paced.connect(self.setup.set_pace)
        self.reader.refused.connect(self.messages.say)
        self.sweeps.delete_requested.connect(self._delete)
        head = results.head
        head.pause_requested.connect(self.runner.pause)
        head.resume_requested.connect(self.runner.resume)
        head.stop_requested.connect(self._stop_sweep)
        head.go_on_requested.connect(self.go_on)
        head.best_requested.connect(self._open_best)
        results.run_requested.connect(self.open_run)
        results.recipe_requested.connect(self.use_recipe)
        results.folder_requested.connect(self.files.show_folder)
        results.table_requested.connect(self._save_table)
        head.means_requested.connect(partial(self._save_table, True))
        results.plot_requested.connect(self._save_plot)
        self.files.told.connect(partial(self.messages.say, tone="good"))
        self.files.refused.connect(self.messages.say)
        self.files.changed.connect(self.reader.list_sweeps)
        self.shown.noticed.connect(partial(self.messages.say, tone="warning"))

    @property
    def folder(self) -> SweepFolder | None:
        """The sweep that is shown."""
        return self.shown.folder

    # The mode

    @property
    def is_busy(self) -> bool:
        return self.runner.is_running

    def work(self) -> str:
        return self.tr("A sweep is running.") if self.runner.is_running else ""

    def stop(self) -> None:
        self.shown.rest()
        self.runner.stop()

    def look(self) -> None:
        self.reader.list_sweeps()
        self._follow_recipe()

    # A new sweep

    @property
    def _is_in_front(self) -> bool:
        return self.main_window.modes.page is self

    @Slot()
    def _follow_recipe(self) -> None:
        """The designer has another recipe."""
        model = self.main_window.model
        if self._is_in_front or self.setup.sweep is None:
            self.setup.show_recipe(model.recipe, model.shape, sentence(model.problem) if model.problem else "")

    def vary(self, name: str) -> None:
        """Vary a parameter of the designer's recipe."""
        self._follow_recipe()
        self.tabs.setCurrentWidget(self.setup)
        if name:
            self.setup.vary(name)

    @Slot()
    def _ask_pace(self) -> None:
        recipe = self.setup.recipe
        if recipe is not None and self._is_in_front:
            self.reader.ask_pace(recipe)

    @Slot()
    def _remember(self) -> None:
        self.main_window.settings.sweep_computer = self.setup.computer.remembered()

    @Slot()
    def start(self) -> None:
        """Begin the sweep of the form."""
        try:
            folder = self.files.create(self.setup)
            if folder is None:
                return
            self._show(folder, [])
            self._run(folder)
        except WorkbenchError as problem:
            self.messages.say(sentence(problem))

    @Slot()
    def go_on(self) -> None:
        """Train what the shown sweep lacks."""
        if self.folder is not None and not self.runner.is_running:
            try:
                self._run(self.folder)
            except WorkbenchError as problem:
                self.messages.say(sentence(problem))

    def _run(self, folder: SweepFolder) -> None:
        self.messages.dismiss()
        self.runner.start(folder, self.setup.computer.limits, self.setup.computer.address)
        self.setup.set_refusal(self.tr("A sweep is running: another can begin when it has ended."))
        self.sweeps.set_running(folder.path)
        self.shown.show_head()
        self.reader.list_sweeps()

    # The one that runs

    @Slot()
    def _end(self) -> None:
        self.shown.end()
        self.setup.set_refusal("")
        self.sweeps.set_running(None)
        if self.setup.recipe is not None:
            self.reader.ask_pace(self.setup.recipe, again=True)
        self.reader.list_sweeps()
        self.idle.emit()

    @Slot()
    def _stop_sweep(self) -> None:
        self.results.head.show_stopping()
        self.runner.stop()

    # Those on disk

    @Slot(object)
    def open_sweep(self, path: Path) -> None:
        """Show a sweep that is on disk."""
        self.reader.open_sweep(path)

    @Slot(object)
    def _show_list(self, found: list[SweepSummary]) -> None:
        self.sweeps.show_sweeps(found)
        self.tabs.setTabText(1, self.tr("Earlier ({count})").format(count=len(found)) if found else self.tr("Earlier"))

    @Slot(object)
    def _delete(self, path: Path) -> None:
        if self.runner.is_running and self.runner.folder is not None and self.runner.folder.path == path:
            return
        deleted = self.files.delete(path)
        if deleted is None:
            return
        workspace = self.main_window.workspace
        if workspace.run is not None and path in workspace.run.parents:
            workspace.set_run(None)
            self.main_window.modes.show(self.key)
        if self.folder is not None and self.folder.path == path:
            self.shown.forget()
            self.pages.setCurrentWidget(self.empty)
        text = self.tr("The sweep {name} is in the trash.").format(name=path.name)
        self.messages.offer(text, self.tr("&Undo"), partial(self.files.restore, deleted))

    @Slot(object, object)
    def _show(self, folder: SweepFolder, trials: list[Trial]) -> None:
        self.shown.show(folder, trials)
        self.pages.setCurrentWidget(self.results)

    # What can be done with a trial

    @Slot()
    def _open_best(self) -> None:
        best = self.shown.best
        if best is not None:
            self.open_run(best.trial.number)

    @Slot(int)
    def open_run(self, number: int) -> None:
        """Show a trial's run in the workbench."""
        if self.folder is None:
            return
        if self.shown.trials[number].state == "running" and self.runner.is_running:
            self.messages.say(self.tr("This trial is still running: it can be opened when it has ended."), "warning")
        elif not self.main_window.documents.open_path(self.folder.run_path(number)):
            self.messages.say(self.main_window.messages.text())

    @Slot(int)
    def use_recipe(self, number: int) -> None:
        """Put a trial's recipe into the designer."""
        if self.folder is not None:
            self.files.use_recipe(self.main_window, self.folder, self.shown.trials[number])

    @Slot()
    def _save_table(self, is_of_means: bool = False) -> None:
        if self.folder is not None:
            self.files.ask_table(self.folder, tuple(self.shown.trials.values()), is_of_means)

    @Slot(str)
    def _save_plot(self, kind: str) -> None:
        if self.folder is not None:
            self.files.ask_plot(kind, self.folder, tuple(self.shown.trials.values()), self.results.rate_view.rate)
