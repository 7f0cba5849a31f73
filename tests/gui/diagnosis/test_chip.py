"""The chip that says how the run is."""

import pytest

from ae_workbench.ui import theme
from ae_workbench.ui.diagnosis.chip import FindingsChip, Saying
from tests.gui.diagnosis.findings import DEAD, HINT, STALLED, tell
from tests.gui.viewing import pixels


def test_without_a_run_there_is_nothing_to_say(window):
    assert not window.diagnosis.chip.isVisible()
    assert not window.actions_["findings"].isEnabled()


@pytest.mark.parametrize(
    ("diagnoses", "rest", "tone", "text"),
    [
        ((), {}, "good", "No problems found"),
        ((), {"inputs": None}, "good", "No problems in its curves"),
        ((), {"is_judged": False}, "waiting", "Too early to judge"),
        ((HINT,), {}, "good", "No problems, 1 hint"),
        ((DEAD,), {}, "warning", "Many code units are dead"),
        ((STALLED, DEAD, HINT), {}, "bad", "The optimizer has stalled +1"),
    ],
)
def test_the_chip_says_how_the_run_is(window, diagnoses, rest, tone, text):
    chip = tell(window, *diagnoses, **rest)
    assert chip.isVisible()
    assert (chip.saying.tone, chip.text()) == (tone, text)
    assert text in chip.accessibleName()
    assert all(diagnosis.title in chip.toolTip() for diagnosis in diagnoses)


def test_the_chip_shortens_its_words_to_the_room_there_is(qtbot):
    chip = FindingsChip()
    qtbot.addWidget(chip)
    chip.say(Saying("bad", ("The optimizer has stalled +1", "Stalled optimizer +1", "2 findings", "2")), "")
    widest = chip.sizeHint().width()
    shown = []
    for width in range(widest, chip.minimumSizeHint().width() - 1, -1):
        chip.resize(width, chip.height())
        if chip.shown_words not in shown:
            shown.append(chip.shown_words)
        assert chip.pill.left() >= 0
    assert shown == list(chip.saying.words)


def test_what_is_wrong_is_tinted_in_both_schemes(qtbot, qapp):
    chip = FindingsChip()
    qtbot.addWidget(chip)
    for scheme in ("light", "dark"):
        theme.apply(qapp, scheme)
        seen = []
        for tone in ("good", "bad"):
            chip.say(Saying(tone, ("Word",)), "")
            chip.resize(chip.sizeHint())
            seen.append(pixels(chip).astype(int))
        assert abs(seen[0] - seen[1]).mean() > 3
    theme.apply(qapp, "light")


def test_the_chip_takes_no_more_height_than_there_is(window):
    controls = window.training.controls
    before = controls.sizeHint().height()
    tell(window, STALLED, DEAD)
    window.training.speed_label.setText("51,200 images/s")
    controls.layout().activate()
    assert controls.sizeHint().height() - before <= 6
    assert controls.findings_chip.geometry().right() <= controls.width()
    assert controls.findings_chip.shown_words
