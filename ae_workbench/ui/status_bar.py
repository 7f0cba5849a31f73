"""The line at the bottom: what is being loaded, which data are here, and whether TensorFlow is."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from ae_workbench.core.shape import format_dims
from ae_workbench.data.dataset import Dataset
from ae_workbench.ui import theme
from ae_workbench.ui.sentences import in_words

UNKNOWN = 0
MESSAGE_MS = 6000


class StatusBar(QStatusBar):
    """``cancel_requested`` asks to give up what is being loaded."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.doing_label = QLabel(objectName="doing_label")
        self.doing_bar = QProgressBar(objectName="doing_bar", textVisible=False, maximum=1000)
        self.doing_bar.setFixedWidth(140)
        self.doing_bar.setAccessibleName(self.tr("Progress of loading"))
        self.cancel_button = QToolButton(objectName="cancel_load_button", autoRaise=True)
        self.cancel_button.setIcon(theme.icon("x"))
        self.cancel_button.setIconSize(QSize(12, 12))
        self.cancel_button.setAccessibleName(self.tr("Stop loading"))
        self.cancel_button.setToolTip(self.tr("Stop loading these data"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.data_label = QLabel(objectName="data_label")
        self.engine_label = QLabel(objectName="engine_label")
        for widget in (self.doing_label, self.doing_bar, self.cancel_button):
            self.addWidget(widget)
        for label in (self.doing_label, self.data_label, self.engine_label):
            theme.set_role(label, "muted")
        self.addPermanentWidget(self.data_label)
        self.addPermanentWidget(self.engine_label)
        self.setContentsMargins(8, 0, 12, 0)
        self.stop_loading()

    def say(self, text: str) -> None:
        """Something worth a glance, for some seconds."""
        self.showMessage(text, MESSAGE_MS)

    @Slot(float, str)
    def show_loading(self, share: float, doing: str) -> None:
        """How far the loading is; a share below 0 is unknown. What was said before gives way: it would be painted over."""
        self.clearMessage()
        self.doing_bar.setMaximum(1000 if share >= 0 else UNKNOWN)
        self.doing_bar.setValue(round(1000 * max(0.0, share)))
        self.doing_label.setText(in_words(doing))
        for widget in (self.doing_label, self.doing_bar, self.cancel_button):
            widget.show()

    def stop_loading(self) -> None:
        """Nothing is being loaded any more."""
        for widget in (self.doing_label, self.doing_bar, self.cancel_button):
            widget.hide()

    def show_data(self, dataset: Dataset) -> None:
        """Which data are here."""
        counts = self.tr("{train:,} to train, {test:,} to test").format(train=len(dataset.train), test=len(dataset.test))
        shape = self.tr("image {dims}") if dataset.shape.is_image else self.tr("sequence {dims}")
        self.data_label.setText(f"{in_words(dataset.name)} · {counts} · {shape.format(dims=format_dims(dataset.shape.dims))}     ")

    def show_engine(self, text: str, colour: str) -> None:
        """``colour`` is a field of the theme, for the dot in front."""
        self._engine = text, colour
        self.dress()

    _engine = ("", "muted")

    @Slot()
    def dress(self) -> None:
        """Draw the dot in the theme's colour."""
        text, colour = self._engine
        self.engine_label.setText(f'<span style="color:{getattr(theme.current(), colour)}">●</span>&nbsp; {text}' if text else "")
