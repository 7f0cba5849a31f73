"""What the program says about itself and about the device it computes on."""

from PySide6.QtWidgets import QApplication, QLabel

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


def test_the_libraries_stand_below_the_words_about_them(window):
    window.actions_["about"].trigger()
    about = dialog(window, "about_dialog")
    licence = about.findChild(QLabel, "about_licence_label")
    [keras] = [label for label in about.findChildren(QLabel) if label.text() == "Keras"]
    assert "libraries below" in licence.text() and licence.geometry().bottom() < keras.geometry().top()
    about.close()
