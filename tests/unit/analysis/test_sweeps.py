"""What is drawn of a sweep: places on axes, means over seeds, maps."""

from math import isnan, nan

import numpy as np
import pytest

from ae_workbench.analysis.scales import Scale, scale_of
from ae_workbench.analysis.sweeps import heat_map, parallel_axes, rate_plot
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import parse_varied
from ae_workbench.variants.recipes import find_recipe

DEEP = find_recipe("deep")


def sweep_of(*texts, **rest):
    return Sweep(DEEP, tuple(parse_varied(DEEP, text) for text in texts), **rest)


def trial(number, error, seed=1, state="complete", code_size=8, **values):
    return Trial(number, values, seed, state, 5, 5, {"val_reconstruction": error}, 2.0 + number, code_size, 784 / code_size)


def test_numbers_far_apart_lie_on_a_logarithmic_axis_and_others_on_an_even_one():
    far, near = scale_of([1, 100, 10]), scale_of([1, 2, 3])
    assert far.log and far.place(10) == pytest.approx(0.5) and [text for _, text in far.ticks] == ["1", "10", "100"]
    assert not near.log and near.place(2) == 0.5
    assert isnan(far.place(0)) and isnan(near.place(nan)) and scale_of([4]).place(4) == 0.5 and scale_of([]) == Scale()
    assert len(scale_of(list(range(1, 40))).ticks) == 5


def test_few_values_are_ticks_of_their_own_unless_they_would_touch():
    assert scale_of([4, 16]).is_listed and scale_of([1, 2, 4, 8, 512]).is_listed
    assert not scale_of([0.5, 0.51, 3.0]).is_listed and not scale_of(list(range(1, 40))).is_listed
    assert not scale_of([0.1, 0.2], measured=True).is_listed


def test_different_numbers_never_have_the_same_tick():
    assert [text for _, text in scale_of([0.12341, 0.12349, 0.2]).ticks] == ["0.1234", "0.1235", "0.2"]
    assert [text for _, text in scale_of([0.0033333, 0.001]).ticks] == ["0.001", "0.00333"]


def test_words_and_lists_are_spread_evenly():
    scale = scale_of(["adam", "sgd", "adadelta"])
    assert [scale.place(each) for each in ("adam", "sgd", "adadelta")] == [0, 0.5, 1]
    assert scale_of([(64, 32), ()]).names == ("64-32", "none") and isnan(scale.place("rmsprop"))


def test_axes_are_the_parameters_the_seed_and_the_objective():
    sweep = sweep_of("code_size=2,8,32", seeds=(1, 2))
    axes = parallel_axes(sweep, [Trial(0, {"code_size": 2}, 1, "running")])
    assert [axis.key for axis in axes] == ["code_size", "seed", "seconds", "val_reconstruction"]
    assert axes[0].places[0] == 0 and axes[1].places[0] == 0 and np.isnan(axes[3].places).all()
    assert [text for _, text in axes[0].scale.ticks] == ["2", "8", "32"]  # also of trials to come


def test_a_code_that_layers_make_has_an_axis_of_its_own():
    sweep = sweep_of("hidden=64,32")
    axes = parallel_axes(sweep, [trial(0, 0.2, code_size=4, hidden=(64,)), trial(1, 0.1, code_size=8, hidden=(32,))])
    assert [axis.key for axis in axes] == ["hidden", "code_size", "seconds", "val_reconstruction"]


def test_error_against_rate_is_a_mean_over_seeds_with_its_spread():
    sweep = sweep_of("code_size=2,8", seeds=(1, 2))
    trials = [
        Trial(n, {"code_size": c}, s, "complete", 5, 5, {"val_reconstruction": e}, 1.0, c, 784 / c)
        for n, (c, s, e) in enumerate([(8, 1, 0.1), (2, 1, 0.3), (8, 2, 0.2), (2, 2, 0.5)])
    ]
    plot = rate_plot(sweep, [*trials, Trial(9, {"code_size": 2}, 1, "pruned", metrics={"val_reconstruction": 9.0})])
    [curve] = plot.curves
    assert (plot.key, curve.name) == ("code_size", "") and curve.x.tolist() == [2, 8]
    assert curve.mean.tolist() == pytest.approx([0.4, 0.15]) and (curve.low[0], curve.high[0]) == (0.3, 0.5)
    assert plot.numbers == (0, 1, 2, 3) and plot.dots.shape == (4, 2)
    assert rate_plot(sweep, trials, "compression").curves[0].x.tolist() == [98, 392]


def test_a_second_parameter_gives_a_curve_for_each_of_its_values_in_their_order():
    sweep = sweep_of("optimizer=sgd,adam", "code_size=2,8")
    trials = [
        Trial(n, {"optimizer": o, "code_size": c}, 1, "complete", 5, 5, {"val_reconstruction": e}, 1.0, c, 784 / c)
        for n, (o, c, e) in enumerate([("adam", 2, 0.3), ("adam", 8, 0.1), ("sgd", 2, 0.6)])
    ]
    plot = rate_plot(sweep, trials)
    assert [curve.name for curve in plot.curves] == ["sgd", "adam"] and plot.other == "optimizer"
    assert plot.curves[1].mean.tolist() == [0.3, 0.1]


def test_where_all_codes_are_alike_the_first_parameter_lies_on_the_axis():
    plot = rate_plot(sweep_of("optimizer=sgd,adam"), [trial(0, 0.4, optimizer="sgd"), trial(1, 0.2, optimizer="adam")])
    assert (plot.key, plot.scale.names, plot.curves[0].x.tolist()) == ("optimizer", ("sgd", "adam"), [0, 1])
    empty = rate_plot(sweep_of("optimizer=sgd,adam"), [])
    assert empty.curves == () and empty.dots.shape == (0, 2)


def test_a_map_holds_means_over_seeds_where_there_are_any():
    sweep = sweep_of("learning_rate=0.1,0.2,0.3", "optimizer=sgd,adam", seeds=(1, 2))
    trials = [trial(n, e, s, learning_rate=0.2, optimizer="adam") for n, (e, s) in enumerate([(0.2, 1), (0.4, 2)])]
    found = heat_map(sweep, trials)
    assert (found.x_names, found.y_names) == (("0.1", "0.2", "0.3"), ("sgd", "adam"))
    assert found.values[1, 1] == pytest.approx(0.3) and np.isnan(found.values).sum() == 5
    assert heat_map(sweep_of("code_size=2,8"), trials) is None


def test_means_of_fewer_seeds_are_told_apart():
    sweep = sweep_of("learning_rate=0.1,0.2,0.3", "code_size=2,8", seeds=(1, 2))
    trials = [
        Trial(n, {"learning_rate": r, "code_size": c}, s, state, 5, 5, {"val_reconstruction": 0.1 * n}, 1.0, c, 784 / c)
        for n, (r, c, s, state) in enumerate([
            (0.1, 2, 1, "complete"), (0.1, 2, 2, "failed"), (0.1, 8, 1, "complete"), (0.1, 8, 2, "complete"),
            (0.2, 2, 1, "failed"), (0.2, 2, 2, "pruned"), (0.2, 8, 1, "running"),
        ])
    ]  # fmt: skip
    plot = rate_plot(sweep, trials)
    [curve] = plot.curves
    assert (curve.counts.tolist(), curve.wanted.tolist(), curve.lacking.tolist()) == ([1, 2], [2, 2], [True, False])
    assert plot.names == ("0.1",) * 3 and [each.values for each in plot.unseen] == [{"learning_rate": 0.2, "code_size": 2}]
    found = heat_map(sweep, trials)
    assert found.counts.tolist() == [[1, 0, -1], [2, -1, -1]] and found.seeds == 2
    assert [found.lacks(0, column) for column in range(3)] == [True, True, False] and not found.lacks(1, 0)


def test_several_combinations_at_one_place_are_wanted_with_all_their_seeds():
    sweep = sweep_of("code_size=log:2:8", "learning_rate=log:0.1:0.2", sampler="random", trials=2, seeds=(1, 2))
    trials = [
        Trial(n, {"code_size": c, "learning_rate": r}, s, "complete", 5, 5, {"val_reconstruction": 0.1}, 1.0, c, 784 / c)
        for n, (c, r, s) in enumerate([(8, 0.11, 1), (8, 0.12, 1), (8, 0.12, 2), (2, 0.1, 1), (2, 0.1, 2)])
    ]
    [curve] = rate_plot(sweep, trials).curves
    assert (curve.x.tolist(), curve.counts.tolist(), curve.wanted.tolist()) == ([2, 8], [2, 3], [2, 4])
