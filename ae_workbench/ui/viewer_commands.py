"""What can be done with any viewer: copy, save, animate, recolour. One menu for the menu bar and for right clicks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QTableView, QTabWidget

from ae_workbench.export.tables import ENDINGS, tab_separated
from ae_workbench.ui import theme
from ae_workbench.ui.colour_map_menu import ColourMapMenu
from ae_workbench.ui.copied_rows import CopiedRows
from ae_workbench.ui.menu_letters import keep_letters
from ae_workbench.ui.panels.epoch_bar import EpochBar
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.saving import SavePicture, Saver, SaveTable
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.viewers.viewer import Viewer
from ae_workbench.ui.wording import count_text
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

if TYPE_CHECKING:
    from ae_workbench.ui.animation_dialog import ProgressBox
    from ae_workbench.ui.animation_export import AnimationExport

PICTURE_SCALE = 2.0
MOST_COPIED = 500_000
"""Numbers; more would stop the window for longer than one likes, and are no use on a clipboard."""


class ViewerCommands(QObject):
    """``told`` says what was done, ``refused`` why something can't be; ``figure_wanted`` asks for the viewer in front as a figure."""

    told = Signal(str)
    refused = Signal(str)
    figure_wanted = Signal()

    def __init__(self, workspace: Workspace, codec: CodecThread, tabs: QTabWidget, epochs: EpochBar) -> None:
        super().__init__(tabs)
        self.workspace, self.codec = workspace, codec
        self._tabs, self._epochs = tabs, epochs
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        self._export: AnimationExport | None = None
        self.progress_box: ProgressBox | None = None
        self._is_in_place = False
        self.menu = QMenu(self.tr("V&iewer"), tabs)
        self.menu.setObjectName("viewer_menu")
        self.colour_maps = ColourMapMenu(workspace, self.menu)
        self.saver = Saver(codec, self)
        self.saver.saved.connect(self._keep_folder)
        self.saver.told.connect(self.told)
        self.saver.refused.connect(self.refused)
        self._build()

    def _build(self) -> None:
        self.copy_action = self._add("copy_image", "copy", self.tr("&Copy image"), QKeySequence.StandardKey.Copy, self.copy_image)
        self.copy_table_action = self._add("copy_table", "table", self.tr("Copy &table"), "Ctrl+Shift+C", self.copy_table)
        self.figure_action = self._add("save_figure", "image", self.tr("Save &figure…"), "Ctrl+Shift+F", self.figure_wanted.emit)
        self.picture_action = self._add("save_picture", "image-up", self.tr("Save &picture as shown…"), "Ctrl+Shift+P", self.ask_picture)
        self.table_action = self._add("save_table", "download", self.tr("Save &data…"), "Ctrl+Shift+E", self.ask_table)
        self.animation_action = self._add("export_animation", "film", self.tr("Export &animation…"), "Ctrl+Shift+A", self.ask_animation)
        self.back_action = self._add("epoch_back", "chevron-left", self.tr("Epoch &before"), "Alt+Left", self._epochs.back)
        self.forward_action = self._add("epoch_forward", "chevron-right", self.tr("Epoch &after"), "Alt+Right", self._epochs.forward)
        self.play_action = self._add("play", "play", self.tr("P&lay through the epochs"), "F9", self._epochs.play_button.click)
        self.live_action = self._add("go_live", "activity", self.tr("Go li&ve"), "Alt+End", self._epochs.go_live)
        self.copy_action.setToolTip(self.tr("Put a picture of this viewer on the clipboard"))
        self.copy_table_action.setToolTip(self.tr("Put the numbers of this viewer on the clipboard, to paste them into a spreadsheet"))
        self.figure_action.setToolTip(self.tr("Draw what this viewer shows for a paper, as PNG, SVG or PDF"))
        self.picture_action.setToolTip(self.tr("This viewer as it stands on the screen, as a PNG"))
        self.table_action.setToolTip(self.tr("The numbers of this viewer as CSV or NPZ"))
        self.menu.aboutToShow.connect(self.fill)
        keep_letters(self.menu)
        self.workspace.run_changed.connect(self._follow_epochs)
        self.workspace.epochs_changed.connect(self._follow_epochs)
        self._follow_epochs()
        self.fill()

    def _add(self, key: str, icon: str, text: str, keys: QKeySequence.StandardKey | str, slot: Callable[[], object]) -> QAction:
        action = QAction(theme.icon(icon), text, self, objectName=f"{key}_action")
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self._tabs.addAction(action)
        return action

    @property
    def viewer(self) -> Viewer | None:
        """The viewer in front."""
        current = self._tabs.currentWidget()
        return current if isinstance(current, Viewer) else None

    # The menu

    @Slot()
    def fill(self) -> None:
        """What the viewer in front can do, its own things first; where it was clicked, only what changes it."""
        viewer = self.viewer
        self.menu.clear()
        if viewer is None:
            return
        own = viewer.menu_actions()
        self.menu.addActions(own)
        if own:
            self.menu.addSeparator()
        has_table = viewer.table() is not None
        for action in (self.table_action, self.copy_table_action):
            action.setVisible(has_table)
        copies, saves = (self.copy_action, self.copy_table_action), (self.figure_action, self.picture_action, self.table_action)
        self.menu.addActions([*copies, *saves])
        if self._is_in_place and not viewer.follows_epochs:
            return
        self.menu.addAction(self.animation_action)
        self.menu.addSeparator()
        self.menu.addMenu(self.colour_maps)
        self.menu.addSeparator()
        self.menu.addActions([self.back_action, self.forward_action, self.play_action, self.live_action])

    @Slot()
    def _follow_epochs(self) -> None:
        count = len(self._epochs.stored)
        self.live_action.setEnabled(count > 0)
        for action in (self.back_action, self.forward_action, self.play_action, self.animation_action):
            action.setEnabled(count > 1)

    @Slot(QPoint)
    def pop_up(self, place: QPoint) -> None:
        """Open the menu for the viewer in front."""
        self._is_in_place = True
        self.menu.popup(place)
        self._is_in_place = False

    # Doing it

    @Slot()
    def copy_image(self) -> None:
        if self.viewer is not None:
            QGuiApplication.clipboard().setImage(self.viewer.picture(PICTURE_SCALE))
            self.told.emit(self.tr("The picture is on the clipboard"))

    @Slot()
    def copy_table(self) -> None:
        """The numbers of the viewer in front as spreadsheets take them."""
        table = self.viewer.table() if self.viewer is not None else None
        if table is None:
            self.refused.emit(self.tr("This viewer shows no numbers that could be copied yet."))
            return
        titles, rows = table
        if len(rows) * max(1, len(titles)) > MOST_COPIED:
            self.refused.emit(self.tr("These are too many numbers for the clipboard: save them as a file instead."))
            return
        QGuiApplication.clipboard().setText(tab_separated(titles, rows))
        self._tell_rows(len(rows))

    def copy_rows_of(self, viewer: Viewer) -> None:
        """Have the key copy rows while the focus is in one of the viewer's tables."""
        for view in viewer.findChildren(QTableView):
            CopiedRows(view).copied.connect(self._tell_rows)

    @Slot(int)
    def _tell_rows(self, count: int) -> None:
        self.told.emit(self.tr("{count} rows are on the clipboard").format(count=count_text(count)))

    @Slot()
    def ask_picture(self) -> None:
        path = self._ask_path(self.tr("Save picture"), (".png",))
        if path is not None:
            self.save_picture(path)

    def save_picture(self, path: Path) -> None:
        """The viewer in front as a PNG, two pixels for each on the screen."""
        if self.viewer is not None:
            self.saver.save(SavePicture(path, self.viewer.picture(PICTURE_SCALE)))

    @Slot()
    def ask_table(self) -> None:
        table = self.viewer.table() if self.viewer is not None else None
        if table is None:
            self.refused.emit(self.tr("This viewer shows no numbers that could be saved yet."))
            return
        path = self._ask_path(self.tr("Save data"), ENDINGS)
        if path is not None:
            self.saver.save(SaveTable(path, table))

    @Slot()
    def ask_animation(self) -> None:
        from ae_workbench.export.animation import ENDINGS as ANIMATED
        from ae_workbench.ui.animation_dialog import AnimationDialog

        if self.viewer is None or len(self._epochs.stored) < 2 or self._export is not None:
            return
        dialog = AnimationDialog(self._epochs.stored, self._tabs.window())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        path = self._ask_path(self.tr("Export animation"), ANIMATED) if accepted else None
        if path is not None:
            self.export_animation(path, dialog.epochs, dialog.frame_ms)

    def export_animation(self, path: Path, epochs: list[int], frame_ms: int) -> None:
        """Step the viewer in front through epochs, and write what it shows."""
        if self.viewer is None:
            return
        from ae_workbench.ui.animation_dialog import ProgressBox
        from ae_workbench.ui.animation_export import AnimationExport

        self._epochs.stop_playing()
        export = AnimationExport(self.viewer, self.codec, epochs, path, frame_ms)
        box = ProgressBox(len(epochs), self._tabs.window())
        box.rejected.connect(export.cancel)
        export.progressed.connect(box.bar.setValue)
        export.writing.connect(box.show_writing)
        export.finished.connect(self._end_export)
        export.failed.connect(self._end_export)
        export.cancelled.connect(self._end_export)
        self._export, self.progress_box = export, box
        box.open()
        export.begin()

    def work(self) -> str:
        """What is being done, as a sentence; empty where nothing is."""
        return self.tr("An animation is being written.") if self._export is not None else ""

    @Slot()
    def put_away(self) -> None:
        """The window closes: no more epochs are stepped through, and a file that is begun is written to its end."""
        if self._export is not None:
            self._export.cancel()
            self._end_export()

    @Slot()
    @Slot(object)
    def _end_export(self, outcome: object = None) -> None:
        export, box = self._export, self.progress_box
        self._export = self.progress_box = None
        if export is None or box is None:
            return
        box.accept()
        box.deleteLater()
        export.deleteLater()
        if isinstance(outcome, Path):
            self.saver.tell(outcome)
        elif isinstance(outcome, Exception):
            self.refused.emit(sentence(outcome))

    # Where to

    @Slot(object)
    def _keep_folder(self, path: Path) -> None:
        self._folder = path.parent

    def _ask_path(self, title: str, endings: tuple[str, ...]) -> Path | None:
        """A file name with one of these endings; None where the person would rather not."""
        if self.viewer is None:
            return None
        epoch = "" if self.workspace.shown_epoch is None else f" epoch {self.workspace.shown_epoch}"
        suggestion = self._folder / f"{self.viewer.key.replace('_', ' ')}{epoch}{endings[0]}"
        kinds = ";;".join(f"{ending[1:].upper()} (*{ending})" for ending in endings)
        return ask_place(self._tabs.window(), title, suggestion, kinds, endings)
