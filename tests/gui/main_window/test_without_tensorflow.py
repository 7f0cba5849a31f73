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


def test_the_window_and_its_first_data_need_no_tensorflow():
    done = subprocess.run([sys.executable, "-c", STARTS_WITHOUT_TENSORFLOW], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    made, loaded, name = json.loads(done.stdout)
    assert made == []
    assert loaded == []
    assert "igits" in name
