"""The sequences viewer: curves over each other, values under the pointer, classes, features, and images row by row."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.data.loading import load
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.ui.viewers.sequences.jobs import MOST_POINTS, PageJob, Wanted
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.conftest import TINY, train_tiny
from tests.gui.viewing import near, pixels, settle, show, shown_viewer


@pytest.fixture
def viewer(qtbot):
    with shown_viewer(qtbot, "sequences") as viewer:
        yield viewer


@pytest.fixture(scope="module")
def waves():
    return load(Choice("waves", {"count": 200, "timesteps": 24}))


@pytest.fixture(scope="module")
def waves_run(tmp_path_factory, waves):
    return train_tiny(tmp_path_factory.mktemp("waves") / "run", with_settings(find_recipe("sequence"), TINY), waves)


def several_features(timesteps=30, features=3):
    rng = np.random.default_rng(1)
    x = rng.normal(size=(20, timesteps, features)).astype(np.float32)
    return Dataset("Several", Shape((timesteps, features), "sequence"), Split(x), Split(x))


def test_without_data_it_says_what_to_expect(qtbot, viewer):
    settle(qtbot, viewer)
    assert "as soon as data are loaded" in viewer.empty.sentence.text()


def test_images_need_a_run_of_the_sequence_variant(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits)
    assert "variant Sequence" in viewer.empty.sentence.text()
    show(qtbot, viewer, digits, trained_runs["simple"])
    assert not viewer.shows_content


def test_sequences_without_a_run_are_shown_alone(qtbot, viewer, waves):
    show(qtbot, viewer, waves)
    assert viewer.page.outputs is None and viewer.page.errors == ()
    assert "Press Start" in viewer.frame.note_label.text()


def test_reconstructions_lie_over_the_inputs_in_the_datas_units(qtbot, viewer, waves, waves_run):
    show(qtbot, viewer, waves, waves_run)
    page, snapshot = viewer.page, open_snapshot(waves_run, 3)
    np.testing.assert_allclose(page.inputs, waves.test.examples[list(page.indices)], atol=1e-5)
    x = waves.scaling.apply(waves.test.examples[list(page.indices)])
    np.testing.assert_allclose(page.outputs, waves.scaling.undo(snapshot.reconstruct(x)), atol=1e-4)
    np.testing.assert_allclose(page.errors, np.square(x - snapshot.reconstruct(x)).mean(axis=(1, 2)), rtol=1e-3)
    assert len(page.indices) == viewer.frame.waves.capacity


def test_the_pointer_reads_the_same_time_step_everywhere(qtbot, viewer, waves, waves_run):
    show(qtbot, viewer, waves, waves_run)
    grid = viewer.frame.waves
    area = grid.area(1)
    QTest.mouseMove(grid, near(QPointF(area.left() + area.width() * 10 / 23, area.center().y())))
    qtbot.waitUntil(lambda: grid.pointer is not None)
    page = viewer.page
    for number in (0, 1, 3):
        wanted = f"t 10: {page.inputs[number, 10, 0]:.3g} / {page.outputs[number, 10, 0]:.3g}".replace("-", "−")
        assert grid.reading(number, grid.pointer[1], page) == wanted


def test_one_class_and_its_pages(qtbot, viewer, waves):
    show(qtbot, viewer, waves)
    viewer.frame.class_box.setFocus()
    for _ in range(2):
        QTest.keyClick(viewer.frame.class_box, Qt.Key.Key_Down)
    settle(qtbot, viewer)
    squares = np.flatnonzero(waves.test.labels == 1)
    count = viewer.frame.waves.capacity
    assert viewer.page.indices == tuple(squares[:count])
    qtbot.mouseClick(viewer.frame.forward_button, Qt.MouseButton.LeftButton)
    settle(qtbot, viewer)
    assert viewer.page.indices == tuple(squares[count : 2 * count])
    assert viewer.frame.back_button.isEnabled()


def test_a_click_picks_the_example(qtbot, viewer, waves):
    show(qtbot, viewer, waves)
    qtbot.mouseClick(viewer.frame.waves, Qt.MouseButton.LeftButton, pos=near(viewer.frame.waves.area(2).center()))
    assert viewer.workspace.picked == viewer.page.indices[2] == viewer.frame.waves.marked


def test_several_features_together_or_one_alone(qtbot, viewer):
    show(qtbot, viewer, several_features())
    assert viewer.page.lines[0].features == (0, 1, 2)
    assert viewer.frame.feature_box.isVisible() and not viewer.frame.class_box.isVisible()
    viewer.frame.feature_box.setFocus()
    for _ in range(2):
        QTest.keyClick(viewer.frame.feature_box, Qt.Key.Key_Down)
    settle(qtbot, viewer)
    assert viewer.page.lines[0].features == (1,)


def test_images_are_built_up_row_by_row(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["sequence"])
    slider, grid = viewer.frame.step_slider, viewer.frame.rows
    assert grid.isVisible() and slider.value() == slider.maximum() == 27
    whole = pixels(grid)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert "row  1 of 28" in viewer.frame.step_label.text()
    assert (pixels(grid) != whole).any()
    assert pixels(grid).astype(int).std() < whole.astype(int).std()


def test_playing_goes_from_the_first_row_to_the_last_and_ends(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["sequence"])
    seen = []
    viewer.frame.step_slider.valueChanged.connect(seen.append)
    viewer.frame._timer.setInterval(1)
    qtbot.mouseClick(viewer.frame.play_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not viewer.frame.play_button.isChecked())
    assert seen == list(range(28))


def test_playing_stops_when_the_viewer_is_hidden(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["sequence"])
    qtbot.mouseClick(viewer.frame.play_button, Qt.MouseButton.LeftButton)
    viewer.hide()
    assert not viewer.frame._timer.isActive()


def test_a_long_sequence_is_thinned_for_the_eye_only():
    dataset = several_features(timesteps=3000, features=1)
    page = PageJob(dataset, dataset.scaling, Wanted(count=2))()
    assert page.inputs.shape == (2, 3000, 1)
    assert page.lines[0].inputs[0].size() <= MOST_POINTS


@pytest.mark.parametrize("output", [1e38, np.inf, np.nan])
def test_outputs_far_from_all_inputs_are_drawn_near_the_cell(output):
    dataset = several_features(timesteps=20)
    diverged = SimpleNamespace(reconstruct=lambda x: np.full_like(x, output), plan=SimpleNamespace(loss="mse"), epoch=1)
    page = PageJob(dataset, Scaling((0.0,), (1.0,)), Wanted(count=2))(diverged)
    heights = [point.y() for line in page.lines[0].outputs for point in line]
    assert np.isfinite(heights).all()
    assert all(abs(height) < 20 for height in heights)


@pytest.mark.parametrize("value", [0.0, 5.0, 4.7e21, -3e38])
def test_sequences_that_never_change_are_level_lines_within_their_cells(value):
    x = np.full((20, 8, 1), value, np.float32)
    dataset = Dataset("Level", Shape((8, 1), "sequence"), Split(x), Split(x), scaling=Scaling((0.0,), (1.0,)))
    page = PageJob(dataset, dataset.scaling, Wanted(count=2))()
    [line] = page.lines[0].inputs
    assert [point.y() for point in line] == pytest.approx([0.5] * 8)


def test_the_table_has_a_line_per_step(qtbot, viewer, waves, waves_run):
    show(qtbot, viewer, waves, waves_run)
    titles, lines = viewer.table()
    assert titles == ["index", "step", "feature", "input", "output"]
    assert len(lines) == len(viewer.page.indices) * 24
    assert lines[25][:3] == [viewer.page.indices[1], 1, 0]
