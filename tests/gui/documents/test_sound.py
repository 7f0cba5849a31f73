"""Sound: cleaned, compared by its waves, and recordings of any rate."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from scipy.io import wavfile

from ae_workbench.data.sounds.source import sample_sounds
from ae_workbench.ui.modes.documents.jobs import RUN
from tests.gui.documents.cleaning import LEFT, WAIT_MS, number, settle
from tests.gui.viewing import pixels


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
