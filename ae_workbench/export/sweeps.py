"""A sweep's trials, and its combinations, as tables."""

from collections.abc import Iterable, Sequence
from typing import Any

from ae_workbench.core.combinations import Combination, combinations
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import Value, value_text
from ae_workbench.storage.sweeps import SweepFolder

Table = tuple[list[str], list[list[Any]]]


def metric_names(sweep: Sweep, trials: Iterable[Trial]) -> list[str]:
    """Metrics that trials have, the objective first."""
    found = dict.fromkeys(name for trial in trials for name in trial.metrics)
    return [sweep.objective, *(name for name in found if name != sweep.objective)]


def trial_table(folder: SweepFolder, trials: Sequence[Trial]) -> Table:
    """Titles and a row for each trial, with everything that is known of it; empty cells where it isn't."""
    sweep = folder.sweep
    metrics = metric_names(sweep, trials)
    titles = ["trial", "state", *sweep.names, "seed", "epochs", *metrics, "seconds", "code_size_of_plan", "compression", "parameters"]
    rows = [
        [
            trial.number, trial.state, *(_cell(trial.values[name]) for name in sweep.names), trial.seed, trial.epochs,
            *(trial.metrics.get(name, "") for name in metrics), round(trial.seconds, 3), trial.code_size or "", trial.compression or "",
            trial.parameter_count or "", str(folder.run_path(trial.number)), trial.error,
        ]
        for trial in trials
    ]  # fmt: skip
    return [*titles, "run", "error"], rows


def combination_table(folder: SweepFolder, trials: Sequence[Trial]) -> Table:
    """Titles and a row for each combination: the objective over its ``n`` whole trials, how many were lost, and its best run.

    ``sd`` is the sample's; it is empty of fewer than two trials.
    """
    sweep = folder.sweep
    titles = [*sweep.names, "objective", "seeds", "n", "mean", "sd", "min", "max", "failed", "pruned", "best_seed", "best_run"]
    return titles, [
        [*(_cell(each.values[name]) for name in sweep.names), sweep.objective, each.seeds, *_statistics(folder, each)]
        for each in combinations(sweep, trials)
    ]


def _statistics(folder: SweepFolder, found: Combination) -> list[Any]:
    pruned = sum(trial.state == "pruned" for trial in found.trials)
    if not found.count:
        return [0, "", "", "", "", found.lost - pruned, pruned, "", ""]
    best = min(found.whole, key=lambda trial: (trial.metrics[found.objective], trial.number))
    spread = found.deviation if found.count > 1 else ""
    return [
        found.count, found.mean, spread, min(found.errors), max(found.errors), found.lost - pruned, pruned, best.seed,
        str(folder.run_path(best.number)),
    ]  # fmt: skip


def _cell(value: Value) -> int | float | str:
    """A number with all its digits, so that the trial can be repeated; anything else as a person writes it."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number else value_text(value)  # type: ignore[return-value]
