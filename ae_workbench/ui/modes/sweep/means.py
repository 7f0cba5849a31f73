"""How the sweep page says what the seeds of a combination have in common."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from ae_workbench.core.combinations import Combination, combinations
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.ui.modes.sweep.words import title_of
from ae_workbench.ui.wording import metric_text


def combination_of(sweep: Sweep, trials: Iterable[Trial], trial: Trial) -> Combination:
    """The combination that a trial is of."""
    return next(each for each in combinations(sweep, trials) if each.values == trial.values)


def mean_text(sweep: Sweep, found: Combination) -> str:
    """``Validation error: 0.4321 ± 0.0042, mean ± standard deviation over 2 of 3 seeds``; nothing where there is one seed."""
    if found.seeds == 1:
        return ""
    if not found.count:
        text = QCoreApplication.translate("sweep", "No mean: none of {seeds} seeds has a whole trial")
        return text.format(seeds=found.seeds)
    text = QCoreApplication.translate("sweep", "{metric}: {mean}, mean ± standard deviation over {count} of {seeds} seeds")
    mean = metric_text(found.mean) + (f" ± {metric_text(found.deviation)}" if found.count > 1 else "")
    return text.format(metric=title_of(sweep, sweep.objective), mean=mean, count=found.count, seeds=found.seeds)
