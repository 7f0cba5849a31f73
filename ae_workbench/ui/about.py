"""What this program is, which version of everything it runs on, and whether it uses a GPU."""

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ae_workbench import __version__
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton

LIBRARIES = {
    "TensorFlow": ("tensorflow", "tensorflow-cpu"), "Keras": ("keras",), "PySide6": ("PySide6-Essentials", "PySide6"), "NumPy": ("numpy",),
    "SciPy": ("scipy",), "scikit-learn": ("scikit-learn",), "pyqtgraph": ("pyqtgraph",),
    "matplotlib": ("matplotlib",), "Pillow": ("pillow",),
}  # fmt: skip
WIDTH_PX = 460


def versions() -> dict[str, str]:
    """Versions of program, language and libraries by name; none of them is imported for it."""
    found = {"AE Workbench": __version__, "Python": platform.python_version(), "Qt": qVersion()}
    for title, names in LIBRARIES.items():
        installed = [number for name in names if (number := _version(name))]
        if installed:
            found[title] = installed[0]
    found["System"] = f"{platform.system()} {platform.release()}, {platform.machine()}"
    return found


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


class AboutDialog(QDialog):
    """``device`` is what the engine said when it was loaded, such as “TensorFlow 2.21 · Keras 3.15 · CPU”; empty before."""

    def __init__(self, device: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(self.tr("About AE Workbench"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.versions = versions()
        self.device_label = QLabel(objectName="about_device_label")
        self.device_label.setWordWrap(True)
        self.show_device(device)
        self._build()
        self.setMinimumWidth(WIDTH_PX)

    def _build(self) -> None:
        title = QLabel(f"AE Workbench {__version__}")
        theme.set_role(title, "title")
        what = QLabel(self.tr("Build, train and look inside seven kinds of autoencoders."))
        words = self.tr("Free software under the MIT licence. It uses the libraries below under their own licences.")
        licence = QLabel(words, objectName="about_licence_label")
        for label in (what, licence):
            label.setWordWrap(True)
        theme.set_role(licence, "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        about_copy = self.tr("Put all versions on the clipboard, for a report")
        self.copy_button = IconButton("about_copy_button", "copy", self.tr("&Copy versions"), about_copy)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self.copy)
        layout = QVBoxLayout(self, spacing=12)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.addWidget(title)
        layout.addWidget(what)
        layout.addWidget(licence)
        layout.addWidget(self.device_label)
        layout.addLayout(self._table())
        layout.addWidget(buttons)

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(4)
        for row, (name, number) in enumerate(self.versions.items()):
            label = QLabel(self.tr("System") if name == "System" else name)
            theme.set_role(label, "muted")
            value = QLabel(number)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    @Slot(str)
    def show_device(self, device: str) -> None:
        """What the engine runs on."""
        if not device:
            self.device_label.setText(self.tr("TensorFlow is still being loaded; then it is known whether a GPU is used."))
        elif "GPU" in device:
            self.device_label.setText(self.tr("Trains on {gpu}.").format(gpu=device.rpartition("· ")[2]))
        else:
            self.device_label.setText(self.tr("Trains on the CPU; no GPU is used."))

    @Slot()
    def copy(self) -> None:
        """All versions as text."""
        lines = [f"{name} {number}" for name, number in self.versions.items()]
        QGuiApplication.clipboard().setText("\n".join((*lines, self.device_label.text())))
