"""Every control of the window has a name and is explained."""

from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QSpinBox, QWidget


def test_the_public_names_are_there(window):
    kinds = {
        "variant_cards": QWidget, "preset_box": QComboBox, "data_box": QComboBox, "start_button": QPushButton,
        "pause_button": QPushButton, "epoch_button": QPushButton, "stop_button": QPushButton, "epochs_box": QSpinBox,
        "progress_bar": QProgressBar, "loss_plot": QWidget, "reconstructions_view": QWidget,
    }  # fmt: skip
    for name, kind in kinds.items():
        assert len(window.findChildren(kind, name)) == 1, name


def test_every_control_can_be_named_and_is_explained(window):
    for button in window.training.findChildren(QPushButton):
        assert button.objectName() and (button.accessibleName() or button.text()) and button.toolTip(), button.text()
