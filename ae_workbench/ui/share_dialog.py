"""Asks which epochs of a run travel, and says what goes into the file."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ae_workbench.storage.run_folder import RunFolder, weights_name
from ae_workbench.ui import theme
from ae_workbench.ui.forms import add_field

TEXT_WIDTH_PX = 420


class ShareDialog(QDialog):
    """``words`` is what was chosen, as ``chosen_epochs`` takes it."""

    def __init__(self, run: RunFolder, shown_epoch: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share_dialog")
        self.setWindowTitle(self.tr("Share run"))
        self.run = run
        self._stored = run.epochs()
        self._bytes = _size(run, self._stored[-1:])
        about = QLabel(self.tr(
            "One .aew file for anybody with AE Workbench: the recipe, the curves, the weights of the epochs you choose and a small "
            "picture. Your data, the places of your files and the optimizer's state stay here."
        ))  # fmt: skip
        about.setWordWrap(True)
        about.setMinimumWidth(TEXT_WIDTH_PX)
        self.epochs_box = QComboBox(objectName="share_epochs_box")
        self.epochs_box.setToolTip(self.tr("The epoch slider has these epochs for whoever opens the file"))
        self.epochs_box.setAccessibleName(self.tr("Epochs to share"))
        self._fill(shown_epoch)
        self.size_label = QLabel(objectName="share_size_label")
        theme.set_role(self.size_label, "muted")
        form = QFormLayout()
        add_field(form, self.tr("&Epochs"), self.epochs_box)
        form.addRow("", self.size_label)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        choose = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        choose.setObjectName("share_choose_button")
        choose.setText(self.tr("&Choose file…"))
        theme.set_role(choose, "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self, spacing=14)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.epochs_box.currentIndexChanged.connect(self._say)
        self._say()

    def _fill(self, shown: int | None) -> None:
        self.epochs_box.addItem(self.tr("First, best, last and some between"), "selection")
        self.epochs_box.addItem(self.tr("The best one"), "best")
        self.epochs_box.addItem(self.tr("The last one"), "last")
        if shown is not None and shown in self._stored and shown != self._stored[-1]:
            self.epochs_box.addItem(self.tr("The shown one, {epoch}").format(epoch=shown), str(shown))
        self.epochs_box.addItem(self.tr("All {count}").format(count=len(self._stored)), "all")

    @property
    def words(self) -> str:
        return self.epochs_box.currentData()

    @Slot()
    def _say(self) -> None:
        """The size of the file; that of a selection is only known when it is made."""
        counts = {"all": len(self._stored), "selection": min(len(self._stored), self._stored[-1].bit_length() + 3)}
        size = self.tr("at most about {size} MB") if self.words == "selection" else self.tr("about {size} MB")
        self.size_label.setText(size.format(size=f"{counts.get(self.words, 1) * self._bytes / 1e6:.1f}"))


def _size(run: RunFolder, epochs: list[int]) -> int:
    """Bytes of the weights of one epoch, of which all have the same."""
    paths = [run.path / weights_name(epoch) for epoch in epochs]
    return sum(path.stat().st_size for path in paths if path.is_file())
