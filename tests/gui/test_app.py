"""The one entry: window, tour or command line, and the tour itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ae_workbench.app import _go_offscreen, main
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.application import make_application


def start(*arguments, **environment):
    command = [sys.executable, "-m", "ae_workbench", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env={**os.environ, **environment})


def test_help_needs_no_qt():
    code = "import sys; from ae_workbench.app import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += "print([name for name in ('PySide6', 'pyqtgraph', 'tensorflow', 'keras') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert "usage: ae-workbench" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_commands_go_to_the_command_line(capsys):
    assert main(["list", "variants"]) == 0
    assert "convolutional" in capsys.readouterr().out


def without_streams(*arguments):
    """What comes of it where there are no streams, as in a windowed program on Windows: the exit code, and which path a window opens."""
    code = "import sys\nfrom ae_workbench import app\nsay = sys.stdout.write\nsys.stdout = sys.stderr = None\n"
    code += "app._open_window = lambda path: say(f'opens {path}') and 0\nsay(f' code {app.main(sys.argv[1:])}')"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_a_data_file_dropped_on_a_program_without_streams_opens_in_the_window(tmp_path):
    path = tmp_path / "data.npz"
    path.touch()
    assert without_streams(path) == f"opens {path} code 0"


def test_a_command_runs_where_there_are_no_streams(tmp_path):
    assert without_streams("list", "variants") == " code 0"
    assert without_streams("evaluate", tmp_path / "nothing") == " code 2"


def test_a_document_that_is_not_there_is_refused(capsys, tmp_path):
    assert main([str(tmp_path / "nothing.json")]) == 2
    assert "There is no file or folder" in capsys.readouterr().err


def test_without_a_screen_the_window_is_refused_with_advice(capsys, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert "no screen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("system", "screen", "fonts"),
    [("win32", None, Path("windows", "Fonts")), ("win32", "windows", None), ("linux", None, None)],
)
def test_without_a_screen_windows_is_told_where_its_fonts_are(monkeypatch, system, screen, fonts):
    monkeypatch.setattr(os, "environ", {"WINDIR": "windows"} | ({"QT_QPA_PLATFORM": screen} if screen else {}))
    monkeypatch.setattr(sys, "platform", system)
    _go_offscreen()
    assert os.environ["QT_QPA_PLATFORM"] == (screen or "offscreen")
    assert os.environ.get("QT_QPA_FONTDIR") == (str(fonts) if fonts else None)


def test_the_tour_trains_and_writes_pictures(tmp_path):
    done = start("tour", "--out", tmp_path / "pictures", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    written = [line for line in done.stdout.splitlines() if line.endswith(".png")]
    names = [line.rsplit("/", 1)[-1] for line in written]
    assert {"01-start.png", "03-trained-light-1280x800.png", "05-drawn.png", "06-compared.png", "reconstructions.png"} <= set(names)
    for path in written:
        picture = QImage(path)
        assert not picture.isNull(), path
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
        assert len(colours) > 10, path
    page = (tmp_path / "pictures" / "index.html").read_text()
    assert all(f"{name}'" in page for name in names)
    exports = {path.name for path in (tmp_path / "pictures" / "exports").iterdir()}
    assert {"script.py", "onnx.onnx", "codes.csv", "manifold.png"} <= exports
    [run] = (tmp_path / "pictures" / "runs").iterdir()
    assert RunFolder.open(run).facts.outcome == "finished"


@pytest.mark.parametrize("words", [["tour"], ["tour", "--out"], ["tour", "--out", "pictures", "--quick"]])
def test_a_tour_of_wrong_words_is_refused_in_a_sentence(capsys, words):
    assert main(words) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("ae-workbench: ") and line.endswith("(see ae-workbench tour --help).")


def test_a_tour_that_cannot_write_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    done = start("tour", "--out", tmp_path / "file" / "pictures", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "No pictures can be kept" in done.stderr


def test_ctrl_c_closes_the_window_cleanly(tmp_path):
    code = """
import os, signal, sys
from PySide6.QtCore import QTimer
from ae_workbench.ui import application
from ae_workbench.ui.main_window import MainWindow
shown = MainWindow.showEvent
def interrupt_soon(window, event):
    shown(window, event)
    QTimer.singleShot(300, lambda: os.kill(os.getpid(), signal.SIGINT))
MainWindow.showEvent = interrupt_soon
sys.exit(application.open_window()())
"""
    environment = {**os.environ, "AE_WORKBENCH_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "settings" / "window.ini").is_file()


def test_the_application_has_its_icon(qtbot):
    icon = make_application().windowIcon()
    image = icon.pixmap(64, 64).toImage()
    colours = {image.pixelColor(x, y).rgb() for x in range(0, 64, 4) for y in range(0, 64, 4)}
    assert image.width() == 64 and len(colours) > 10
