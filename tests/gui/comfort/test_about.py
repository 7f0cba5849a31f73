"""What the program says about itself and about the device it computes on."""

from PySide6.QtWidgets import QApplication

from ae_workbench.ui.about import versions
from tests.gui.comfort.dialogs import dialog


def test_about_names_versions_and_says_whether_a_gpu_is_used(qtbot, window):
    assert {"AE Workbench", "Python", "Qt", "TensorFlow", "Keras", "NumPy"} <= set(versions())
    window.actions_["about"].trigger()
    about = dialog(window, "about_dialog")
    about.show_device("")
    assert "still being loaded" in about.device_label.text()
    about.show_device("TensorFlow 2.21.0 · Keras 3.15.1 · CPU")
    assert "no GPU" in about.device_label.text()
    about.show_device("TensorFlow 2.21.0 · Keras 3.15.1 · 2 GPUs")
    assert "2 GPUs" in about.device_label.text()
    about.copy_button.click()
    assert f"Keras {versions()['Keras']}" in QApplication.clipboard().text()
    about.close()
