"""The trials of a sweep as Optuna judges them: which comes next, which lags behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ae_workbench.core.parameters import Size
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.varying import Varied, varied_spec
from ae_workbench.engine.sweep.journal import (
    AGAIN,
    ERROR,
    LEFT,
    NAME,
    REPEATS,
    SAMPLED,
    SEED,
    decoded,
    encoded,
    kept_trials,
    key_of,
    newest,
    state_of,
    storage_of,
)
from ae_workbench.storage.atomic import cut_to_whole_lines
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.variants.sweeps import Point, grid_points

if TYPE_CHECKING:
    from optuna.trial import FrozenTrial

FIRST_WHOLE = 5
"""So many trials run to their end before any is pruned."""
UNJUDGED = 0.2
"""Of the epochs, in which no trial is pruned."""


class Study:
    """``begin`` gives one trial after the other. Only the holder of the folder may begin and end trials; others may look.

    Trials that a crash or a stop left open come first; those that failed, unless they diverged, once again last, and those that are to
    be trained anew with them.
    """

    def __init__(self, folder: SweepFolder) -> None:
        import optuna

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        self.sweep = folder.sweep
        self._optuna = optuna
        cut_to_whole_lines(folder.journal)
        kept_trials(folder)  # says what is wrong with a broken journal
        self._study = optuna.create_study(
            storage=storage_of(folder), study_name=NAME, load_if_exists=True, pruner=_pruner(self.sweep), direction="minimize"
        )
        found = self.trials()
        self._study.sampler = _sampler(self.sweep, len(found))
        self._open = [trial.number for trial in found if trial.state.name == "RUNNING"]
        self._anew: set[int] = set()
        self._again = [trial.number for trial in found if trial.state.name == "FAIL" and trial.user_attrs.get(AGAIN)]

    def trials(self) -> list[FrozenTrial]:
        """Optuna's own, the newest of each point and seed."""
        return newest(self.sweep, self._study.get_trials(deepcopy=False))

    @property
    def total(self) -> int:
        """How many there will be; a sampler may choose a point twice, which is trained once."""
        repeats = sum(REPEATS in trial.user_attrs for trial in self._study.get_trials(deepcopy=False))
        return self.sweep.trial_count - repeats * len(self.sweep.seeds)

    @property
    def done(self) -> int:
        """How many trials have ended."""
        return sum(state_of(trial) != "interrupted" and trial.number not in self._anew for trial in self.trials())

    def train_anew(self, number: int) -> None:
        """Have ``begin`` give a whole trial once more, under another number: its run is gone."""
        self._anew.add(number)
        self._again.append(number)

    # One after the other

    def begin(self) -> int | None:
        """The number of the next trial; None where all are begun."""
        if self._open:
            return self._open.pop(0)
        while (following := self._next()) is not None:
            fixed, is_sampled = following
            self._study.enqueue_trial(dict(fixed), user_attrs={SAMPLED: is_sampled})
            trial = self._study.ask(self._distributions())
            known = self._known(trial.params) if is_sampled else None
            if known is None or known.number == trial.number:
                return trial.number
            trial.set_user_attr(REPEATS, known.number)
            if state_of(known) == "complete":
                self._study.tell(trial, known.value)
            else:
                self._study.tell(trial, state=self._optuna.trial.TrialState.FAIL)
        return None

    def _known(self, params: Mapping[str, Any]) -> FrozenTrial | None:
        """The first trial of this point and seed."""
        wanted = key_of(self.sweep, params)
        return next((trial for trial in self._used() if key_of(self.sweep, trial.params) == wanted), None)

    def _used(self) -> list[FrozenTrial]:
        """All but those whose numbers were left."""
        return [trial for trial in self._study.get_trials(deepcopy=False) if LEFT not in trial.user_attrs]

    def _next(self) -> tuple[Mapping[str, Any], bool] | None:
        """What is fixed of the next trial's parameters, and whether the rest is sampled."""
        begun = self.trials()
        taken = {key_of(self.sweep, trial.params) for trial in begun}
        for fixed in self._planned(begun):
            if key_of(self.sweep, fixed) not in taken:
                return fixed, False
        sampled = sum(bool(trial.user_attrs.get(SAMPLED)) for trial in self._used())
        if self.sweep.sampler != "grid" and sampled < self.sweep.trials:
            return {SEED: self.sweep.seeds[0]}, True
        return (self._trial(self._again.pop(0)).params, False) if self._again else None

    def _planned(self, begun: list[FrozenTrial]) -> Iterator[Mapping[str, Any]]:
        """Every point of a grid, one seed after the other; of a sampled sweep what the other seeds of known points still lack."""
        if self.sweep.sampler == "grid":
            points = [{name: encoded(value) for name, value in point.items()} for point in grid_points(self.sweep)]
        else:
            points = [{name: trial.params[name] for name in self.sweep.names} for trial in begun]
        return ({**point, SEED: seed} for seed in self.sweep.seeds for point in points)

    def point(self, number: int) -> tuple[Point, int]:
        """Values and seed of a trial."""
        return decoded(self.sweep, self._trial(number).params)

    # What becomes of them

    def report(self, number: int, epoch: int, value: float) -> bool:
        """Note an objective's value after an epoch; gives whether the trial should be pruned."""
        frozen = self._trial(number)
        trial = self._optuna.trial.Trial(self._study, frozen._trial_id)  # as Optuna's own tell does
        if epoch not in frozen.intermediate_values:
            trial.report(value, epoch)
        return trial.should_prune()

    def reopen(self, number: int) -> None:
        """Have ``begin`` give an open trial once more."""
        self._open.append(number)

    def leave(self, number: int) -> None:
        """Have ``begin`` give an open trial once more, but under another number."""
        left = self._trial(number)
        self._optuna.trial.Trial(self._study, left._trial_id).set_user_attr(LEFT, True)
        self._study.tell(number, state=self._optuna.trial.TrialState.FAIL)
        before = self._known(left.params)
        if before is not None:  # one that failed, and is tried again
            self._again.append(before.number)

    def complete(self, number: int, value: float) -> None:
        self._study.tell(number, value)

    def prune(self, number: int) -> None:
        self._study.tell(number, state=self._optuna.trial.TrialState.PRUNED)

    def fail(self, number: int, error: str, again: bool) -> None:
        """``again``: it may succeed another time, as with more memory."""
        trial = self._optuna.trial.Trial(self._study, self._trial(number)._trial_id)
        trial.set_user_attr(ERROR, error)
        trial.set_user_attr(AGAIN, again)
        self._study.tell(number, state=self._optuna.trial.TrialState.FAIL)

    def _trial(self, number: int) -> FrozenTrial:
        return self._study.get_trials(deepcopy=False)[number]

    # As Optuna has it

    def _distributions(self) -> dict[str, Any]:
        seeds = self._optuna.distributions.CategoricalDistribution(self.sweep.seeds)
        return {**{each.parameter: self._distribution(each) for each in self.sweep.varied}, SEED: seeds}

    def _distribution(self, varied: Varied) -> Any:
        kinds = self._optuna.distributions
        if varied.values:
            return kinds.CategoricalDistribution([encoded(value) for value in varied.values])
        if isinstance(varied_spec(self.sweep.recipe, varied.parameter), Size):
            return kinds.IntDistribution(int(varied.low), int(varied.high), log=varied.log)
        return kinds.FloatDistribution(varied.low, varied.high, log=varied.log)


def _pruner(sweep: Sweep) -> Any:
    import optuna

    if not sweep.prunes:
        return optuna.pruners.NopPruner()
    return optuna.pruners.MedianPruner(FIRST_WHOLE, 1 + round(UNJUDGED * sweep.recipe.training.epochs))


def _sampler(sweep: Sweep, begun: int) -> Any:
    """A sweep that is gone on with must not sample once more what it began with."""
    import optuna

    seed = sweep.recipe.training.seed + begun
    if sweep.sampler == "tpe":
        return optuna.samplers.TPESampler(seed=seed, constant_liar=True)
    return optuna.samplers.RandomSampler(seed=seed)
