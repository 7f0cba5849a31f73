"""The window stands, with its first data, before TensorFlow is imported."""

import json
import subprocess
import sys

STARTS_WITHOUT_TENSORFLOW = """
import json, sys
from ae_workbench.ui.application import make_application
app = make_application()
from ae_workbench.ui.main_window import MainWindow
slow = ("tensorflow", "keras", "sklearn", "scipy", "matplotlib", "PIL")
window = MainWindow(load_engine=lambda: "later", find_sample=lambda: None)
made = [name for name in slow if name in sys.modules]
window.workspace.dataset_changed.connect(window.close)
window.closed.connect(app.quit)
window.show()
app.exec()
print(json.dumps([made, [name for name in ("tensorflow", "keras") if name in sys.modules], window.workspace.dataset.name]))
"""


SHOWS_ITS_SAMPLE = """
import sys
from ae_workbench.ui.application import make_application
app = make_application()
from PySide6.QtCore import QTimer
from ae_workbench.ui.main_window import MainWindow
window = MainWindow(load_engine=lambda: "later")
plane = window.centre.viewers["latent_plane"]
def look():
    if plane.shows_content and plane.codes is not None and plane.plane.backdrop is not None:
        window.close()
turn = QTimer(interval=50)
turn.timeout.connect(look)
turn.start()
window.closed.connect(app.quit)
window.show()
app.exec()
print(len(plane.codes), "tensorflow" in sys.modules)
"""


def test_the_sample_s_latent_plane_does_not_wait_for_tensorflow():
    done = subprocess.run([sys.executable, "-c", SHOWS_ITS_SAMPLE], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["360", "False"], done.stderr


def test_the_window_and_its_first_data_need_no_tensorflow():
    done = subprocess.run([sys.executable, "-c", STARTS_WITHOUT_TENSORFLOW], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    made, loaded, name = json.loads(done.stdout)
    assert made == []
    assert loaded == []
    assert "igits" in name
