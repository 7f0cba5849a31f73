"""Plots of sweeps: what is drawn, and what is written beside it."""

from itertools import pairwise

import numpy as np
import pytest
from matplotlib.text import Annotation

from ae_workbench.analysis.sweeps import heat_map
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import parse_varied
from ae_workbench.export.figures.plots.sweep_map import draw_map
from ae_workbench.export.figures.plots.sweep_rate import draw_rate
from ae_workbench.export.figures.plots.sweep_words import error_title, lacking_text
from ae_workbench.export.figures.plots.sweeps import draw_parallel
from ae_workbench.export.figures.sheet import Medium, drawing
from ae_workbench.variants.recipes import find_recipe

DEEP = find_recipe("deep")


def sweep_of(*texts, **rest):
    return Sweep(DEEP, tuple(parse_varied(DEEP, text) for text in texts), **rest)


def trials_of(sweep, error=lambda values, seed: 0.1, states=()):
    """Every combination with every seed."""
    names = sweep.names
    points = [()]
    for varied in sweep.varied:
        points = [(*point, value) for point in points for value in varied.values]
    found = []
    for seed in sweep.seeds:
        for point in points:
            values, number = dict(zip(names, point, strict=True)), len(found)
            size = values.get("code_size", 32)
            metrics = {sweep.objective: error(values, seed)}
            found.append(Trial(number, values, seed, dict(states).get(number, "complete"), 5, 5, metrics, 1.0, size, 784 / size))
    return found


def rate_axes(sweep, trials):
    with drawing():
        sheet = draw_rate(sweep, trials, "code_size", Medium(), 6.4)
        return max(sheet.figure.axes[1:], key=lambda axes: axes.get_position().height), texts(sheet)


def texts(sheet):
    return [text.get_text() for axes in sheet.figure.axes for text in axes.texts]


def by_size(values, seed):
    return 1 / values["code_size"] + seed / 100


def test_errors_have_their_spread_their_trials_and_ticks_at_the_varied_values():
    sweep = sweep_of("code_size=4,16", seeds=(1, 2, 3))
    axes, words = rate_axes(sweep, trials_of(sweep, by_size))
    [band] = axes.collections
    ends = band.get_paths()[0].vertices[:, 1]
    assert (ends.min(), ends.max()) == pytest.approx((1 / 16 + 0.01, 1 / 4 + 0.03))
    assert sum(len(line.get_xdata()) for line in axes.lines if line.get_alpha()) == 6  # a point for every trial
    assert [text.get_text() for text in axes.get_xticklabels()] == ["4", "16"]
    assert "Validation error (val_reconstruction, BCE per pixel)" in words and any("n = 3 seeds" in text for text in words)


def test_a_mean_of_fewer_seeds_is_hollow_and_the_caption_says_of_how_many():
    sweep = sweep_of("learning_rate=0.1,30.0", "code_size=4,16", seeds=(1, 2, 3))
    axes, words = rate_axes(sweep, trials_of(sweep, by_size, {3: "failed", 7: "pruned"}))
    hollow = [line for line in axes.lines if line.get_markerfacecolor() == "#ffffff" and len(line.get_xdata())]
    assert [line.get_xdata().tolist() for line in hollow] == [[16]] and "Learning rate:" in words
    assert "learning rate 30, code size 16 (n = 1 of 3: 1 failed, 1 pruned)" in " ".join(words)


def test_names_are_not_joined_by_a_line_and_have_their_trials():
    sweep = sweep_of("optimizer=adam,sgd", "activation=relu,elu", seeds=(1, 2))
    axes, words = rate_axes(sweep, trials_of(sweep, lambda values, seed: seed / 10))
    assert all(line.get_linestyle() == "None" for line in axes.lines) and len(axes.collections) == 2
    assert sum(len(line.get_xdata()) for line in axes.lines if line.get_alpha()) == 8
    places = np.concatenate([line.get_xdata() for line in axes.lines if not line.get_alpha()])
    assert len(set(places)) == 4 and {"Activation:", "ReLU", "ELU"} <= set(words)


def test_trials_have_the_colour_and_shape_of_their_line():
    sweep = sweep_of("optimizer=adam,sgd", "code_size=4,16", seeds=(1, 2))
    axes, _ = rate_axes(sweep, trials_of(sweep, by_size))
    styles = [
        {(line.get_color(), line.get_marker()) for line in axes.lines if bool(line.get_alpha()) is small and line.get_marker() != "None"}
        for small in (True, False)
    ]
    assert styles[0] == styles[1] and len(styles[0]) == 2


def test_what_a_sweep_of_one_seed_lacks_is_said_too():
    sweep = sweep_of("code_size=4,16")
    assert lacking_text(sweep, trials_of(sweep)) == ""
    assert lacking_text(sweep, trials_of(sweep, states={1: "failed"})) == "Without a result: code size 16 (failed)."
    assert error_title(sweep_of("code_size=4,16", objective="loss")) == "Training loss (loss)"


def map_sheet(sweep, trials):
    with drawing():
        sheet = draw_map(sweep, trials, heat_map(sweep, trials), Medium(), 6.4)
        sheet.figure.canvas.draw()
        return sheet


LAYERS = "hidden=512-256-128-64,512-256-128-32,1024-512-256-128-64-32,256-128-64-32-16,128-64-32"


@pytest.mark.parametrize("texts", [(LAYERS, "learning_rate=0.001,0.0033333"), ("learning_rate=0.001,0.0033333", LAYERS)])
def test_names_beside_a_map_are_whole_distinct_and_on_the_page(texts):
    sweep = sweep_of(*texts)
    sheet = map_sheet(sweep, trials_of(sweep, lambda values, seed: len(values["hidden"])))
    plot = max(sheet.figure.axes[1:], key=lambda axes: axes.get_position().width)
    page = sheet.figure.bbox
    for labels in (plot.get_xticklabels(), plot.get_yticklabels()):
        boxes = [label.get_window_extent() for label in labels]
        assert len({label.get_text() for label in labels}) == len(labels)
        assert all(box.x0 >= page.x0 and box.x1 <= page.x1 and box.y0 >= page.y0 for box in boxes)
    shown = [label.get_window_extent() for label in plot.get_yticklabels()]
    assert not any(one.overlaps(other) for one, other in pairwise(shown))


def test_a_map_fills_its_page_has_a_scale_and_as_many_decimals_in_every_cell():
    sweep = sweep_of("learning_rate=0.1,30.0", "code_size=4,16", seeds=(1, 2, 3))
    errors = {(0.1, 4): 0.6, (0.1, 16): 0.432, (30.0, 4): 0.7, (30.0, 16): 0.65}
    trials = trials_of(sweep, lambda values, seed: errors[values["learning_rate"], values["code_size"]], {3: "failed"})
    sheet = map_sheet(sweep, trials)
    plot, bar = sheet.figure.axes[1:3]
    assert sorted(text.get_text() for text in plot.texts) == ["0.432", "0.600", "0.650\nn = 2 of 3", "0.700"]
    assert bar.get_position().x0 > plot.get_position().x1 and bar.get_position().x1 > 0.75
    words = [text.get_text() for text in sheet.figure.axes[0].texts]
    assert "Validation error (val_reconstruction, BCE per pixel)" in words and any("1 failed" in text for text in words)


def test_parallel_axes_name_different_values_differently():
    sweep = sweep_of(LAYERS, "optimizer=adam,rmsprop")
    with drawing():
        sheet = draw_parallel(sweep, trials_of(sweep), Medium())
    ticks = [text.get_text() for axes in sheet.figure.axes for text in axes.texts if isinstance(text, Annotation)]
    assert len([text for text in ticks if "-" in text]) == len({text for text in ticks if "-" in text}) == 5 and "RMSprop" in ticks
