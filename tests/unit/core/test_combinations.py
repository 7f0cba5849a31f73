"""Which combination of a sweep is best, and what its seeds say together."""

from math import isnan

import pytest

from ae_workbench.core.combinations import best_of, combinations
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import parse_varied
from ae_workbench.variants.recipes import find_recipe

SIMPLE = find_recipe("simple")


def sweep_of(*seeds):
    return Sweep(SIMPLE, (parse_varied(SIMPLE, "code_size=2,8,32"),), seeds)


def trial(number, code_size, seed, error, state="complete"):
    return Trial(number, {"code_size": code_size}, seed, state, metrics={} if error is None else {"val_reconstruction": error})


def test_a_lucky_seed_does_not_make_a_combination_the_best():
    trials = [trial(0, 2, 1, 0.1), trial(1, 8, 1, 0.22), trial(2, 2, 2, 0.5), trial(3, 8, 2, 0.2)]
    best = best_of(sweep_of(1, 2), trials)
    assert best.combination.values == {"code_size": 8} and best.trial.number == 3  # the best of its seeds
    assert (best.combination.mean, best.combination.count) == (pytest.approx(0.21), 2)
    assert best.combination.deviation == pytest.approx(0.02 / 2**0.5)


def test_one_that_lost_a_seed_is_the_best_only_where_no_other_has_more():
    lost = [trial(0, 2, 1, 0.1), trial(1, 2, 2, None, "failed")]
    assert best_of(sweep_of(1, 2), [*lost, trial(2, 8, 1, 0.3), trial(3, 8, 2, 0.4)]).combination.values == {"code_size": 8}
    alone = best_of(sweep_of(1, 2), lost).combination
    assert (alone.values, alone.count, alone.lost, alone.seeds) == ({"code_size": 2}, 1, 1, 2) and isnan(alone.deviation)


def test_what_is_not_whole_is_not_compared():
    trials = [trial(0, 2, 1, 0.5), trial(1, 8, 1, 0.2, "pruned"), trial(2, 32, 1, float("nan"))]
    assert best_of(sweep_of(1), trials).trial.number == 0 and best_of(sweep_of(1), []) is None
    assert [(each.count, each.lost) for each in combinations(sweep_of(1), trials)] == [(1, 0), (0, 1), (0, 1)]
