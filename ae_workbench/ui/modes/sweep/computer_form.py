"""How much of this computer a sweep may take, or which cluster trains instead."""

from importlib.util import find_spec

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.engine.sweep.limits import MOST_THREADS, MOST_WORKERS, Limits, core_count, usual_limits
from ae_workbench.ui import theme
from ae_workbench.ui.modes.sweep.rows import form, spin
from ae_workbench.ui.spin_fields import prepare_spin


class ComputerForm(QWidget):
    """``limits`` and ``address``; the limit of memory is this computer's only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_computer_form")
        self._build()
        for box in (self.workers_box, self.threads_box, self.memory_box):
            box.valueChanged.connect(self._tell)
        self.cluster_edit.textEdited.connect(self._tell)

    def _build(self) -> None:
        usual = usual_limits()
        cores = core_count()
        self.workers_box = spin("workers", 1, MOST_WORKERS, self.tr("How many trials are trained at once, each in a process of its own"))
        self.workers_box.setValue(usual.workers)
        self.threads_box = spin("threads", 1, MOST_THREADS, self.tr("With how many cores each of them computes"))
        self.threads_box.setValue(usual.threads)
        self.memory_box = QDoubleSpinBox(objectName="sweep_memory_box", minimum=0.1, maximum=9999, decimals=1, singleStep=0.5, suffix=" GB")
        self.memory_box.setValue(usual.memory_gb)
        self.memory_box.setToolTip(self.tr("A trial whose process takes more memory than this is ended; TensorFlow alone takes half a GB"))
        prepare_spin(self.memory_box)
        self.cluster_edit = QLineEdit(objectName="sweep_cluster_edit")
        self.cluster_edit.setPlaceholderText(self.tr("this computer"))
        self.cluster_edit.setEnabled(find_spec("ray") is not None)
        self.cluster_edit.setToolTip(
            self.tr(
                "Address of a Ray cluster that trains instead of this computer, such as ray://host:10001; every node needs this program"
            )
            if self.cluster_edit.isEnabled()
            else self.tr("For a cluster install the package ray: pip install 'ae-workbench[cluster]'")
        )
        cores_label = QLabel(self.tr("{cores} cores in all; workers give way to the window.").format(cores=cores), wordWrap=True)
        theme.set_role(cores_label, "muted")
        rows = [
            (self.tr("Workers"), self.workers_box),
            (self.tr("Cores each"), self.threads_box),
            (self.tr("Memory each"), self.memory_box),
            (self.tr("Cluster"), self.cluster_edit),
        ]
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form(rows))
        layout.addWidget(cores_label)

    @property
    def limits(self) -> Limits:
        return Limits(self.workers_box.value(), self.threads_box.value(), self.memory_box.value())

    @property
    def address(self) -> str:
        """Of a cluster; empty for this computer."""
        return self.cluster_edit.text().strip() if self.cluster_edit.isEnabled() else ""

    def remembered(self) -> str:
        """What is chosen, for the next time."""
        limits = self.limits
        return f"{limits.workers} {limits.threads} {limits.memory_gb:g} {self.cluster_edit.text().strip()}".strip()

    def recall(self, text: str) -> None:
        """Choose what was chosen the last time; anything else is left as it is."""
        words = text.split()
        try:
            limits = Limits(int(words[0]), int(words[1]), float(words[2]))
        except (ValueError, IndexError, WorkbenchError):
            return
        self.workers_box.setValue(limits.workers)
        self.threads_box.setValue(limits.threads)
        self.memory_box.setValue(limits.memory_gb)
        self.cluster_edit.setText(" ".join(words[3:]))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.memory_box.setEnabled(not self.address)
        self.changed.emit()
