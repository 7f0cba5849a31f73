"""Files and folders: recipes, runs and data, by menu, by drop or by name."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.loading import choice_for
from ae_workbench.storage.archive import is_archive
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder, is_run
from ae_workbench.storage.samples import is_only_looked_at
from ae_workbench.ui import theme
from ae_workbench.ui.canvas.pictures_in import ENDINGS as PICTURE_ENDINGS
from ae_workbench.ui.recent_titles import titles
from ae_workbench.ui.recipe_model import RecipeModel
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.settings import Settings
from ae_workbench.ui.workspace import Workspace

RECIPE_ENDING = ".json"


class Documents(QObject):
    """``refused`` gives a sentence where something can't be opened or saved; ``told`` where something was.

    ``picture_opened`` carries the path of a single picture, which is for the canvas, ``archive_opened`` that of an .aew file, which
    becomes a run of one's own beside everything else.
    """

    refused = Signal(str)
    told = Signal(str)
    picture_opened = Signal(object)
    archive_opened = Signal(object)

    def __init__(self, window: QWidget, model: RecipeModel, workspace: Workspace, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._model = model
        self._workspace = workspace
        self._settings = settings
        self.recent_menu = QMenu(self.tr("Recent &files"), window)
        self.recent_menu.setIcon(theme.icon("clock"))
        self.recent_menu.setToolTipsVisible(True)
        self.recent_menu.aboutToShow.connect(self.fill_recent)
        self.recent_menu.triggered.connect(self._open_recent)

    # Opening

    def open_path(self, path: Path) -> bool:
        """Open whatever this is: a run folder, an archive, a recipe file, a picture, or data. False where it can't be."""
        try:
            if is_run(path):
                self._open_run(path)
            elif path.suffix.lower() == RECIPE_ENDING:
                self._open_recipe(path)
            elif is_archive(path):
                self.archive_opened.emit(path)
            elif path.suffix.lower() in PICTURE_ENDINGS and path.is_file():
                self.picture_opened.emit(path)
            else:
                self._open_data(path)
        except WorkbenchError as problem:
            self._settings.forget_recent(path)
            self.refused.emit(sentence(problem))
            return False
        return True

    def _open_recipe(self, path: Path) -> None:
        self._model.open(path)
        self._settings.add_recent(path)
        self.told.emit(self.tr("Opened {name}").format(name=path.name))

    def _open_run(self, path: Path) -> None:
        run = RunFolder.open(path)
        self._design_like(run)
        self._workspace.set_run(run)
        if not is_only_looked_at(path):
            self._settings.add_recent(path)
        self.told.emit(self.tr("Opened the run {name}").format(name=_name_of(run)))

    def _design_like(self, run: RunFolder) -> None:
        """Put a run's recipe into the designer; undoing it brings back the design that was there, and leaves the run shown."""
        self._model.replace(run.recipe, self.tr("Open run {name}").format(name=_name_of(run)))

    def show_imported(self, run: Path, archive: Path) -> None:
        """Show the run that an archive became."""
        if self.show_run(run, with_recipe=True) is not None:
            self.told.emit(self.tr("Opened {name}; it is among your runs").format(name=archive.name))

    def show_run(self, path: Path, with_recipe: bool) -> RunFolder | None:
        """Show a run without making it a recent one; ``with_recipe`` also puts its recipe into the designer. None where it can't be."""
        try:
            run = RunFolder.open(path)
        except WorkbenchError as problem:
            self.refused.emit(sentence(problem))
            return None
        if with_recipe:
            self._design_like(run)
        self._workspace.set_run(run)
        return run

    def fits_design(self, path: Path) -> bool:
        """Whether a run was trained on the data that are chosen in the designer."""
        try:
            return RunFolder.open(path).recipe.data == self._model.recipe.data
        except WorkbenchError:
            return False

    def _open_data(self, path: Path) -> None:
        choice = choice_for(str(path))
        self._model.change(replace(self._model.recipe, data=choice), self.tr("Data set"))
        self._settings.add_recent(path)

    @Slot()
    def ask_recipe(self) -> None:
        title, kinds = self.tr("Open"), self.tr("Recipes and shared runs (*.json *.aew);;Recipes (*.json);;Shared runs (*.aew)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        self._open_chosen(name)

    @Slot()
    def ask_run(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open run"), str(runs_home()))
        if folder and not is_run(Path(folder)):
            no_run = self.tr("There is no run in {folder}: a run is a folder with recipe.json, run.json and weights.")
            self.refused.emit(no_run.format(folder=folder))
            return
        self._open_chosen(folder)

    @Slot()
    def ask_data_file(self) -> None:
        kinds = self.tr("Arrays and tables (*.npz *.npy *.csv *.tsv *.idx *.gz *-ubyte);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open data"), "", kinds)
        self._open_chosen(name)

    @Slot()
    def ask_data_folder(self) -> None:
        self._open_chosen(QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of images")))

    def _open_chosen(self, name: str) -> None:
        if name:
            self.open_path(Path(name))

    # Saving

    @Slot()
    def save(self) -> None:
        """Save the recipe in its file; ask for one if it has none."""
        if self._model.path is None:
            self.save_as()
        else:
            self.save_to(self._model.path)

    @Slot()
    def save_as(self) -> None:
        suggestion = self._model.path or Path(self._folder()) / f"{self._model.recipe.variant}{RECIPE_ENDING}"
        path = ask_place(self._window, self.tr("Save recipe"), suggestion, self.tr("Recipes (*.json)"), (RECIPE_ENDING,))
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Save the recipe as this file."""
        try:
            self._model.save(path)
        except WorkbenchError as problem:
            self.refused.emit(sentence(problem))
            return False
        self._settings.add_recent(path)
        self.told.emit(self.tr("Saved {name}").format(name=path.name))
        return True

    # Recent files and places

    @Slot()
    def fill_recent(self) -> None:
        """Bring the menu up to date."""
        self.recent_menu.clear()
        recent = self._settings.recent
        for path, title in zip(recent, titles(recent), strict=True):
            action = self.recent_menu.addAction(theme.icon(_icon_of(path)), title.replace("&", "&&"))
            action.setData(str(path))
            action.setToolTip(str(path))
        if not recent:
            self.recent_menu.addAction(self.tr("Nothing opened or saved yet")).setEnabled(False)

    @Slot(QAction)
    def _open_recent(self, action: QAction) -> None:
        self._open_chosen(action.data() or "")

    @Slot()
    def open_runs_home(self) -> None:
        """Show the folder of runs in the system's file manager."""
        runs_home().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(runs_home())))

    def _folder(self) -> str:
        return str(self._model.path.parent if self._model.path else Path.home())


def _name_of(run: RunFolder) -> str:
    return run.recipe.name or run.path.name


def _icon_of(path: Path) -> str:
    if is_archive(path) or is_run(path):
        return "history"
    return "file-text" if path.suffix.lower() == RECIPE_ENDING else "database"
