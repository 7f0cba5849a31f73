"""The page of pages and sound: opened, cleaned, compared, measured, saved, trained for; with real runs, files and widgets."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSizeF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from scipy.io import wavfile

from ae_workbench.core.recipe import Choice
from ae_workbench.core.registry import Registry
from ae_workbench.data.pages.source import sample_pages
from ae_workbench.data.sounds.source import sample_sounds
from ae_workbench.engine.session import Session
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.modes import Mode
from ae_workbench.ui.modes.documents import asking
from ae_workbench.ui.modes.documents.jobs import RUN
from ae_workbench.ui.modes.documents.page import DocumentsPage
from ae_workbench.ui.modes.documents.pictures import envelope, page_levels, spectrogram_levels
from ae_workbench.ui.modes.documents.viewport import LARGEST, Viewport
from ae_workbench.variants.recipes import presets, with_settings
from tests.gui.fakes import endless_session
from tests.gui.viewing import pixels
from tests.gui.windows import open_window

WAIT_MS = 60_000
LEFT = Qt.MouseButton.LeftButton
FEW = {"documents": {"pages": 4, "patch": 16, "patches": 12}, "sound": {"sounds": 4, "pieces": 4, "frames": 16, "window": "256"}}


def small_session(recipe, dataset, run, until, event_files):
    """A real one."""
    return Session(recipe, dataset, run, 2, event_files)


def small_page(window):
    return DocumentsPage(window, small_session)


def endless_page(window):
    return DocumentsPage(window, endless_session)


def modes(home):
    return Registry("mode", Mode("documents", "Pages", "file-text", "Pages", f"{__name__}:{home}"))


@pytest.fixture
def small_presets(monkeypatch):
    """What the page trains, small enough for a test."""
    made = dict(presets())
    for key, parameters in FEW.items():
        recipe = with_settings(made[key].recipe, ["filters=4", "epochs=2"])
        made[key] = replace(made[key], recipe=replace(recipe, data=Choice(recipe.data.key, parameters)))
    monkeypatch.setattr("ae_workbench.ui.modes.documents.page.presets", lambda: made)


@pytest.fixture
def window(qtbot):
    with open_window(qtbot, modes=modes("small_page")) as window:
        yield window


@pytest.fixture
def page(qtbot, window):
    """With the built-in page cleaned by the run that ships with the program."""
    window.modes.show("documents")
    page = window.modes.page
    settle(qtbot, page)
    return page


def settle(qtbot, page):
    """Until something is seen at the right and everything is measured."""

    def is_settled():
        desk = page.desk
        if desk.opened is None or desk.result is None:
            return False
        return desk.opened.clean is None or set(page.side.quality.buttons) <= set(desk.quality)

    qtbot.waitUntil(is_settled, timeout=WAIT_MS)


def number(page, way, metric):
    return float(page.side.quality.numbers[way, metric].text())


def saved_page(path, seed=5, colour=False):
    [(clean, noisy)] = sample_pages(seed)
    for name, whole in (("noisy", noisy), ("clean", clean)):
        (path / name).mkdir(parents=True, exist_ok=True)
        part = whole[:150, :200]
        yellowed = np.stack([part, part, part // 6 * 5], axis=2) if colour and name == "noisy" else part
        Image.fromarray(yellowed).save(path / name / f"{seed}.png")
    return path / "noisy" / f"{seed}.png"


# The page


def test_the_first_look_shows_a_page_cleaned_and_measured_beside_filters(page):
    assert page.side.run.name == "documents" and page.view.after is not None
    before, after, best_filter = (number(page, way, "rmse") for way in ("before", RUN, "background"))
    assert after < best_filter < before < number(page, "median", "rmse")
    assert page.side.quality.numbers[RUN, "psnr"].font().weight() > page.side.quality.numbers["median", "psnr"].font().weight()
    assert not page.waves.isVisible()


def test_the_handle_is_dragged_and_shows_more_of_either_side(qtbot, page):
    view = page.view
    y = view.height() // 2
    brightness = []
    for share in (0.9, 0.1):
        qtbot.mousePress(view, LEFT, pos=QPoint(round(view.handle_x), y))
        qtbot.mouseMove(view, QPoint(round(share * view.width()), y))
        qtbot.mouseRelease(view, LEFT, pos=QPoint(round(share * view.width()), y))
        assert view.split == pytest.approx(share, abs=0.01)
        brightness.append(pixels(view).mean())
    assert brightness[1] > brightness[0] + 2  # the cleaned one is white


def test_keys_move_the_handle_and_zoom(qtbot, page):
    view = page.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.split == pytest.approx(0.48)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.split == 1
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.port.zoom > 1
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert view.port.scale == pytest.approx(max(1 / view.devicePixelRatioF(), view.port.fitted.width() / view.port.picture.width()))
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.port.zoom == 1


def test_the_wheel_zooms_at_the_pointer_and_a_zoomed_picture_is_dragged(qtbot, page):
    view = page.view
    at = QPointF(view.port.seen.center().x() + 40, view.height() / 2 - 60)
    place = view.port.source(view.port.seen)

    def under():
        whole = view.port.place
        return (at.x() - whole.x()) / whole.width(), (at.y() - whole.y()) / whole.height()

    before = under()
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 480), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.port.zoom > 2 and under() == pytest.approx(before, abs=1e-6)
    start = view.port.place.topLeft()
    view.set_split(0.0)
    far = QPoint(view.width() // 2, view.height() // 2)
    qtbot.mousePress(view, LEFT, pos=far)
    qtbot.mouseMove(view, far + QPoint(30, 20))
    qtbot.mouseRelease(view, LEFT, pos=far + QPoint(30, 20))
    assert view.port.place.topLeft() == start + QPointF(30, 20) and view.split == 0
    assert view.port.source(view.port.seen).width() < place.width()
    qtbot.mouseDClick(view, LEFT, pos=far)
    assert view.port.zoom == 1


def test_a_filter_is_seen_in_place_of_the_run(qtbot, page):
    cleaned = page.view.after
    qtbot.mouseClick(page.side.quality.buttons["median"], LEFT, pos=QPoint(8, 8))
    settle(qtbot, page)
    assert page.view.after is page.desk.results["median"].shown.levels is not cleaned
    assert page.view.titles[1] == "Median filter"
    qtbot.mouseClick(page.side.quality.buttons["before"], LEFT, pos=QPoint(8, 8))
    assert page.view.after is None and not page.tools.save_button.isEnabled()
    qtbot.mouseClick(page.side.quality.buttons[RUN], LEFT, pos=QPoint(8, 8))
    settle(qtbot, page)
    assert page.view.after is cleaned


def test_a_page_of_ones_own_is_dropped_and_measured_against_its_clean_version(qtbot, page, tmp_path, monkeypatch):
    noisy = saved_page(tmp_path, colour=True)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(noisy))])
    actions, no = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(page.desk.opened_changed, timeout=WAIT_MS):
        page.dropEvent(QDropEvent(QPointF(9, 9), actions, data, LEFT, no))
    settle(qtbot, page)
    assert page.desk.seen.shown.media.shape == (150, 200, 3) and page.side.name_label.text() == "5.png"
    assert "200×150" in page.side.about_label.text() and page.side.clean_label.isVisible()
    monkeypatch.setattr(asking, "clean_version", lambda parent, kind: tmp_path / "clean" / "5.png")
    qtbot.mouseClick(page.side.clean_button, LEFT)
    qtbot.waitUntil(lambda: page.desk.opened.clean is not None, timeout=WAIT_MS)
    settle(qtbot, page)
    assert number(page, RUN, "rmse") < number(page, "before", "rmse")


@pytest.mark.parametrize("name", ["broken.png", "broken.wav", "none.png"])
def test_what_cannot_be_opened_is_said_and_what_is_open_stays(qtbot, page, tmp_path, name):
    if "broken" in name:
        (tmp_path / name).write_bytes(b"nonsense")
    opened = page.desk.opened
    with qtbot.waitSignal(page.desk.refused, timeout=WAIT_MS):
        page.open_path(tmp_path / name)
    assert "can't be read" in page.messages.text() and page.desk.opened is opened
    assert not page.tools.progress.isVisible()


def test_the_result_is_saved_and_copied(qtbot, page, tmp_path, monkeypatch):
    made = page.desk.seen.shown.media
    monkeypatch.setattr(asking, "place_to_save", lambda parent, suggested, kind: tmp_path / "mine.png")
    with qtbot.waitSignal(page.desk.saved, timeout=WAIT_MS):
        qtbot.mouseClick(page.tools.save_button, LEFT)
    np.testing.assert_array_equal(np.asarray(Image.open(tmp_path / "mine.png"))[..., None], made)
    assert "mine.png" in page.messages.text()
    qtbot.mouseClick(page.tools.copy_button, LEFT)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.image().size() == page.view.after.size
    copied = Path(clipboard.mimeData().urls()[0].toLocalFile())
    assert copied == page.tools.drag_button.file
    np.testing.assert_array_equal(np.asarray(Image.open(copied))[..., None], made)


def test_a_place_to_save_gets_an_ending(monkeypatch, page, tmp_path):
    typed = iter([str(tmp_path / "a"), str(tmp_path / "b.jpg"), ""])
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *arguments: (next(typed), ""))
    assert asking.place_to_save(page, "x.png", "pages") == tmp_path / "a.png"
    assert asking.place_to_save(page, "x.png", "pages") == tmp_path / "b.jpg"
    assert asking.place_to_save(page, "x.png", "pages") is None


def test_a_folder_is_cleaned_with_what_went_wrong_told(qtbot, page, tmp_path, monkeypatch):
    for seed in (5, 6):
        saved_page(tmp_path, seed)
    (tmp_path / "noisy" / "broken.png").write_bytes(b"nonsense")
    monkeypatch.setattr(asking, "folders", lambda parent: (tmp_path / "noisy", tmp_path / "made"))
    with qtbot.waitSignal(page.desk.batch_ended, timeout=WAIT_MS):
        qtbot.mouseClick(page.tools.folder_button, LEFT)
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == ["5.png", "6.png"]
    assert "broken.png" in page.messages.text() and "made" in page.messages.text()


def test_cleaning_is_cancelled(qtbot, page, tmp_path, monkeypatch):
    Image.fromarray(np.zeros((3000, 3000), np.uint8)).save(tmp_path / "large.png")
    page.open_path(tmp_path / "large.png")
    qtbot.waitUntil(lambda: page.tools.progress.isVisible() and page.tools.progress.value() > 0, timeout=WAIT_MS)
    qtbot.mouseClick(page.tools.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not page.tools.progress.isVisible(), timeout=WAIT_MS)
    with qtbot.waitSignal(page.desk.runs_changed, timeout=WAIT_MS):  # the thread is free again
        page.desk.list_runs()
    assert page.view.after is None and page.messages.text() == ""


# Sound


def test_a_sound_is_cleaned_with_waves_that_follow_the_handle(qtbot, page, tmp_path):
    qtbot.mouseClick(page.side.sound_button, LEFT)
    qtbot.waitUntil(lambda: page.desk.opened.kind == "sounds", timeout=WAIT_MS)
    settle(qtbot, page)
    assert page.waves.isVisible() and page.side.run.name == "sound"
    assert number(page, RUN, "snr") > number(page, "subtraction", "snr") > number(page, "before", "snr")
    page.view.set_split(0.25)
    assert page.waves.split == pytest.approx(0.25)
    before = pixels(page.waves).copy()
    qtbot.mouseClick(page.waves, LEFT, pos=QPoint(round(0.75 * page.waves.width()), 20))
    assert page.view.split == pytest.approx(0.75, abs=0.01) and (pixels(page.waves) != before).any()
    page.view.zoom_in()
    assert page.waves.place == (page.view.port.place.left(), page.view.port.place.right())
    qtbot.mouseClick(page.tools.copy_button, LEFT)
    rate, samples = wavfile.read(QGuiApplication.clipboard().mimeData().urls()[0].toLocalFile())
    assert rate == 16_000 and len(samples) == 64_000


def test_a_recording_of_another_rate_is_opened(qtbot, page, tmp_path):
    [(_, noisy)] = sample_sounds(3, 22_050)
    wavfile.write(tmp_path / "talk.wav", 22_050, np.stack([noisy, noisy], axis=1)[:30_000])
    page.open_path(tmp_path / "talk.wav")
    qtbot.waitUntil(lambda: page.desk.opened.name == "talk.wav", timeout=WAIT_MS)
    settle(qtbot, page)
    assert page.desk.seen.shown.media.samples.shape == (30_000, 2)
    assert "22.05 kHz, stereo" in page.side.about_label.text()


# Training


def test_a_cleaner_is_trained_and_seen_at_work_after_every_epoch(qtbot, page, small_presets):
    seen = []
    page.desk.seen_changed.connect(lambda: seen.append(page.desk.seen and (page.desk.seen.run, page.desk.seen.epoch)))
    page.side.train_made_action.trigger()
    assert page.training.is_running and page.side.stop_button.isVisible() and not page.side.train_button.isVisible()
    with qtbot.waitSignal(page.training.ended, timeout=WAIT_MS):
        pass
    [run] = list(runs_home().iterdir())
    qtbot.waitUntil(lambda: (run, 2) in seen, timeout=WAIT_MS)
    assert page.side.run == run and page.side.train_button.isVisible()
    assert RunFolder.open(run).recipe.data.key == "pages" and "among your runs" in page.messages.text()
    assert not page.is_busy or page.desk.thread_.isRunning()


def test_training_on_a_folder_of_ones_own(qtbot, page, small_presets, tmp_path, monkeypatch):
    for seed in range(3):
        saved_page(tmp_path, seed)
    monkeypatch.setattr(asking, "folder_of_pairs", lambda parent: tmp_path)
    with qtbot.waitSignal(page.training.ended, timeout=WAIT_MS):
        page.side.train_own_action.trigger()
    [run] = list(runs_home().iterdir())
    assert RunFolder.open(run).recipe.data.parameters["path"] == str(tmp_path)


def test_a_folder_that_will_not_do_is_said(qtbot, page, small_presets, tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "folder_of_pairs", lambda parent: tmp_path)
    with qtbot.waitSignal(page.training.ended, timeout=WAIT_MS):
        page.side.train_own_action.trigger()
    assert "no pages" in page.messages.text() and page.side.train_button.isVisible()
    assert not runs_home().exists()


def test_closing_asks_about_the_training_and_waits_for_it(qtbot, small_presets):
    with open_window(qtbot, modes=modes("endless_page")) as window:
        window.modes.show("documents")
        page = window.modes.page
        page.side.train_made_action.trigger()
        qtbot.waitUntil(lambda: page.side.progress.value() > 0 or "Epoch" in page.side.progress_label.text(), timeout=WAIT_MS)
        window.close()
        question = window.closing.question
        assert "A cleaner is being trained" in question.text()
        stop = next(b for b in question.findChildren(QPushButton) if question.buttonRole(b) is question.ButtonRole.AcceptRole)
        with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
            qtbot.mouseClick(stop, LEFT)
        assert not page.is_busy


def test_while_the_workbench_trains_the_page_does_not(qtbot, window, page, monkeypatch):
    monkeypatch.setattr(type(window.trainer), "is_busy", property(lambda trainer: True))
    page.side.train_made_action.trigger()
    assert not page.training.is_running and "in the workbench" in page.messages.text()
    monkeypatch.undo()


# Pictures and places


@pytest.mark.parametrize("size", [(40, 30), (3000, 2000), (300, 5000)])
def test_every_level_is_half_the_one_before(size):
    height, width = size
    levels = page_levels(np.zeros((height, width, 1), np.uint8))
    assert (levels.size.width(), levels.size.height()) == (width, height)
    sizes = [image.width() for image in levels.images]
    assert all(after == before // 2 for before, after in pairwise(sizes))
    wide = spectrogram_levels(np.zeros((64, 4000), np.float32))
    assert {image.height() for image in wide.images} == {64} and wide.images[-1].width() <= 512


def test_an_envelope_has_the_loudest_moment():
    samples = np.zeros((100_000, 2), np.float32)
    samples[70_001, 1] = 0.9
    samples[30_000, 0] = -0.4
    found = envelope(samples, 100)
    assert found.shape == (100, 2) and found[:, 1].argmax() == 70 and found[:, 0].argmin() == 30


def test_a_viewport_never_leaves_the_picture():
    port = Viewport(QSizeF(1000, 500), QSizeF(500, 500))
    port.zoom_to(1e9, QPointF(10, 10))
    assert port.scale == pytest.approx(LARGEST)
    port.pan(QPointF(1e6, -1e6))
    assert port.place.left() == pytest.approx(0) and port.place.bottom() == pytest.approx(500)
    port.zoom_to(0.01, QPointF(10, 10))
    assert port.zoom == 1 and port.place.center() == QPointF(250, 250)
