"""What to export, how and where to; stays open beside the window while it writes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.source import Progress
from ae_workbench.storage.place import with_ending, with_other_ending
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.exporting.context import ExportContext
from ae_workbench.ui.exporting.form import ExportForm
from ae_workbench.ui.exporting.item_list import ItemList
from ae_workbench.ui.exporting.items import Item, every_ending
from ae_workbench.ui.exporting.requests import Request, check, file_name, replaced, work_of
from ae_workbench.ui.sentences import breakable, in_words, sentence

SIZE = QSize(780, 620)


class ExportDialog(QDialog):
    """``asked`` gives the work to be done when Export is pressed, ``cancel_asked`` comes when it shall stop."""

    asked = Signal(object)
    cancel_asked = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self.is_busy = False
        self._folder = folder
        self._build()
        self._connect()
        self.resize(SIZE)

    def _build(self) -> None:
        self.list = ItemList()
        self.list.setAccessibleName(self.tr("What to export"))
        self.title, self.help = QLabel(objectName="export_title"), QLabel(objectName="export_help", wordWrap=True)
        theme.set_role(self.title, "heading")
        theme.set_role(self.help, "muted")
        self.form = ExportForm()
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.form)
        self.name_field = QLineEdit(objectName="export_name_field")
        self.name_field.setAccessibleName(self.tr("File name"))
        self.name_field.setToolTip(self.tr("Where to write it: a name in the folder used last, or a whole path"))
        self.choose_button = IconButton("export_choose_button", "folder-open", self.tr("&Choose…"), self.tr("Choose folder and name"))
        self.folder_label, self.problem = ElidedLabel("export_folder_label"), QLabel(objectName="export_problem", wordWrap=True)
        theme.set_role(self.folder_label, "muted")
        self.bar = QProgressBar(objectName="export_progress", textVisible=False, minimum=0, maximum=0)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.doing = QLabel(objectName="export_doing")
        theme.set_role(self.doing, "muted")
        self.export_button = QPushButton(self.tr("E&xport"), objectName="export_button", default=True)
        theme.set_role(self.export_button, "primary")
        self.cancel_button = QPushButton(self.tr("Close"), objectName="export_cancel_button")
        self._lay_out(area)
        self._show_busy(False)

    def _lay_out(self, area: QScrollArea) -> None:
        place = QHBoxLayout(spacing=8)
        place.addWidget(self.name_field, 1)
        place.addWidget(self.choose_button)
        box, buttons = QDialogButtonBox(), QHBoxLayout(spacing=8)  # in the platform's order, as in other dialogs
        box.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addWidget(self.doing, 1)
        buttons.addWidget(box)
        right = QVBoxLayout(spacing=10)
        for widget in (self.title, self.help):
            right.addWidget(widget)
        right.addWidget(area, 1)
        right.addLayout(place)
        for widget in (self.folder_label, self.problem, self.bar):
            right.addWidget(widget)
        right.addLayout(buttons)
        layout = QHBoxLayout(self, spacing=18)
        layout.setContentsMargins(16, 16, 20, 16)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._follow_list)
        self.form.changed.connect(self._follow_form)
        self.name_field.textEdited.connect(self._keep_name)
        self.name_field.textChanged.connect(self._check)
        self.choose_button.clicked.connect(self._choose)
        self.export_button.clicked.connect(self._ask)
        self.cancel_button.clicked.connect(self.reject)
        self._has_own_name = False

    # What is chosen

    @property
    def item(self) -> Item | None:
        return self.list.item_chosen

    @property
    def path(self) -> Path:
        """Where to: a bare name is in the folder used last."""
        return self._folder / self.name_field.text().strip()

    @property
    def folder(self) -> Path:
        return self.path.parent

    def show_for(self, context: ExportContext, key: str) -> None:
        """Offer to export this; while something is written only come to the front."""
        if not self.is_busy:
            self._has_own_name = False
            self.form.show_context(context)
            self.select(key)
            self._follow_list()
        self.show()
        self.raise_()
        self.activateWindow()

    def select(self, key: str) -> None:
        """Choose what to export; the first thing where there is nothing of that key."""
        self.list.choose(key)

    @Slot()
    def _follow_list(self) -> None:
        if self.item is not None:
            self.title.setText(self.item.title)
            self.help.setText(self.item.help)
            self.form.show_item(self.item)

    @Slot()
    def _follow_form(self) -> None:
        """The name follows what is chosen, unless somebody typed one; its ending always does."""
        item, context = self.item, self.form.context
        if item is None or context is None:
            return
        ending = self.form.ending_box.currentData() or (item.endings[0] if item.endings else "")
        if self._has_own_name:
            self.name_field.setText(str(with_other_ending(Path(self.name_field.text()), every_ending(), ending)))
        else:
            self.name_field.setText(file_name(item, context, self.form.epoch, ending))
        self._check()

    @Slot()
    def _keep_name(self) -> None:
        self._has_own_name = bool(self.name_field.text().strip())

    @Slot()
    def _choose(self) -> None:
        item = self.item
        if item is None:
            return
        if item.endings:
            ending = self.form.ending_box.currentData() or item.endings[0]
            kinds = f"{ending[1:].upper()} (*{ending})"
            options = QFileDialog.Option.DontConfirmOverwrite  # the dialog below says it
            name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), str(self.path), kinds, options=options)
        else:
            parent = QFileDialog.getExistingDirectory(self, self.tr("Folder to make it in"), str(self.folder))
            name = str(Path(parent) / self.path.name) if parent else ""
        if name:
            chosen = Path(name)
            self._folder, self._has_own_name = chosen.parent, True
            self.name_field.setText(with_ending(chosen, item.endings, ending).name if item.endings else chosen.name)

    # Asking for it

    def _request(self) -> Request | None:
        if self.item is None or self.form.context is None:
            return None
        return self.form.export_request(self.path) if self.item.exporter else self.form.figure_request(self.path)

    @Slot()
    def _check(self) -> None:
        """Say at once what is wrong; the button is for what can be done."""
        item, request = self.item, self._request()
        self.folder_label.setText(self.tr("in {folder}").format(folder=self.folder))
        if item is None or request is None or self.is_busy:
            return
        said, is_wrong = "", False
        if not self.name_field.text().strip():
            said, is_wrong = self.tr("Type a name for the file."), True
        else:
            try:
                check(item, request)
                said = self._said_of(replaced(item, request))
            except WorkbenchError as problem:
                said, is_wrong = sentence(problem), True
        self._say(said, is_wrong)
        self.export_button.setEnabled(not is_wrong)

    def _said_of(self, replaced: Sequence[Path]) -> str:
        *names, last = [path.name for path in replaced] or [""]
        if names:
            return self.tr("{names} and {last} are there already and will be replaced.").format(names=", ".join(names), last=last)
        return self.tr("{name} is there already and will be replaced.").format(name=last) if last else ""

    def _say(self, text: str, is_wrong: bool) -> None:
        self.problem.setText(breakable(text))
        self.problem.setVisible(bool(text))
        theme.set_role(self.problem, "problem" if is_wrong else "muted")

    @Slot()
    def _ask(self) -> None:
        item, request = self.item, self._request()
        if item is not None and request is not None and not self.is_busy:
            self._show_busy(True)
            work: Callable[[Progress], Path] = work_of(item, request)
            self.asked.emit(work)

    # While it is written

    @Slot(float, str)
    def show_progress(self, share: float, doing: str) -> None:
        self.doing.setText(in_words(doing) + "…")
        self.bar.setRange(0, 100 if share >= 0 else 0)
        if share >= 0:
            self.bar.setValue(round(100 * share))

    @Slot()
    def show_end(self) -> None:
        """It is written, failed or was cancelled."""
        self._show_busy(False)
        self._check()

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        self.show_end()
        self._say(sentence(error), is_wrong=True)

    def _show_busy(self, busy: bool) -> None:
        self.is_busy = busy
        for widget in (self.list, self.form, self.name_field, self.choose_button, self.export_button):
            widget.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0)
        self.doing.setText(self.tr("Starting…") if busy else "")
        self.problem.setVisible(not busy and bool(self.problem.text()))
        self.cancel_button.setText(self.tr("Cancel") if busy else self.tr("Close"))

    def reject(self) -> None:
        """Cancel what is being written; then, or where nothing is, close."""
        if self.is_busy:
            self.cancel_asked.emit()
            self.doing.setText(self.tr("Stopping…"))
        else:
            super().reject()
