"""Metrics by epoch: what is kept, replaced and found, and how an epoch under way goes on from it."""

import numpy as np

from ae_workbench.ui.panels.metric_history import COURSE_POINTS, MetricHistory


def history_of(*rows: tuple[int, dict[str, float]]) -> MetricHistory:
    history = MetricHistory()
    history.extend(rows)
    return history


def test_a_repeated_epoch_replaces_it_and_what_came_after() -> None:
    history = history_of((1, {"loss": 3.0}), (2, {"loss": 2.0, "kl": 1.0}), (3, {"loss": 1.0, "kl": 1.0}))
    history.add(2, {"loss": 5.0})
    np.testing.assert_array_equal(history.curve("loss"), [[1, 2], [3, 5]])
    assert history.curve("kl")[0].size == 0
    assert history.at(2) == {"loss": 5.0}


def test_the_nearest_epoch_is_found_from_anywhere() -> None:
    history = history_of(*((epoch, {"loss": 1.0}) for epoch in (1, 5, 9)))
    assert [history.nearest_epoch(place) for place in (-3, 2.9, 3.1, 6, 99)] == [1, 1, 5, 5, 9]
    assert MetricHistory().nearest_epoch(1) is None


def test_the_first_epoch_is_seen_to_come_about() -> None:
    history = MetricHistory()
    for position in (0.1, 0.2, 0.5):
        history.run_on(position, {"loss": 1 - position})
    np.testing.assert_allclose(history.tip("loss"), [[0.1, 0.2, 0.5], [0.9, 0.8, 0.5]])
    assert history.metrics == ("loss",)
    assert history.tip("val_loss")[0].size == history.curve("loss")[0].size == 0
    history.add(1, {"loss": 0.4})
    assert history.tip("loss")[0].size == 0


def test_a_long_first_epoch_has_few_points_and_the_last_of_them() -> None:
    history = MetricHistory()
    for step in range(1, 5001):
        history.run_on(step / 5000, {"loss": 1 / step})
    positions, losses = history.tip("loss")
    assert COURSE_POINTS / 2 <= len(positions) <= 1.1 * COURSE_POINTS
    assert (positions[-1], losses[-1]) == (1.0, 1 / 5000)
    assert (np.diff(positions) > 0).all()


def test_a_later_epoch_goes_on_from_the_last_finite_value() -> None:
    history = history_of((1, {"loss": 0.3, "val_loss": 0.35}), (2, {"loss": float("nan"), "val_loss": 0.3}))
    history.run_on(2.2, {"loss": 0.25})
    history.run_on(2.5, {"loss": 0.2})
    np.testing.assert_allclose(history.tip("loss"), [[1, 2.5], [0.3, 0.2]])
    assert history.tip("val_loss")[0].size == 0


def test_another_training_begins_its_first_epoch_anew() -> None:
    history = MetricHistory()
    history.run_on(0.5, {"loss": 0.5})
    history.run_on(0.1, {"loss": 0.9})
    np.testing.assert_allclose(history.tip("loss"), [[0.1], [0.9]])


def test_a_tip_begins_where_the_drawn_curve_ends() -> None:
    history = history_of((1, {"loss": 0.4, "val_loss": 0.5}), (2, {"loss": 0.3}), (3, {"loss": 0.2, "val_loss": 0.3}))
    np.testing.assert_allclose(history.tip("loss", 1), [[1, 2, 3], [0.4, 0.3, 0.2]])
    np.testing.assert_allclose(history.tip("val_loss", 2), [[1, 3], [0.5, 0.3]])
    history.run_on(3.5, {"loss": 0.1})
    np.testing.assert_allclose(history.tip("loss", 2), [[2, 3, 3.5], [0.3, 0.2, 0.1]])
    np.testing.assert_allclose(history.tip("loss", 0), [[1, 2, 3, 3.5], [0.4, 0.3, 0.2, 0.1]])
    assert history.tip("val_loss", 3)[0].size == 0
