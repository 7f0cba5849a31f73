"""Trials as they stand on disk: what Optuna's journal says, with what their runs hold."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ae_workbench.core.errors import RunError, WorkbenchError
from ae_workbench.core.trials import Trial
from ae_workbench.engine.sweep.journal import AGAIN, ERROR, decoded, kept_trials, state_of
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.variants.sweeps import recipe_at, trains_alike

if TYPE_CHECKING:
    from optuna.trial import FrozenTrial


class AnotherRun(RunError):
    """What lies in a trial's place is no run of that trial."""


def read_trials(folder: SweepFolder) -> list[Trial]:
    """Every trial of a sweep that was begun. Takes about a millisecond for each, and half a second to import Optuna."""
    return [trial_on_disk(folder, kept) for kept in kept_trials(folder)]


def trial_on_disk(folder: SweepFolder, kept: "FrozenTrial") -> Trial:
    """One of them; of a run that can't be read only what the journal says. A whole one without its run is open again."""
    values, seed = decoded(folder.sweep, kept.params)
    state, noted = state_of(kept), kept.user_attrs
    again = state == "failed" and bool(noted.get(AGAIN))
    trial = Trial(kept.number, values, seed, state, error=noted.get(ERROR, ""), is_tried_again=again)
    try:
        found = with_run(trial, run_of(folder, trial))
    except WorkbenchError:
        found = trial
    objective = folder.sweep.objective
    if trial.state != "complete" or objective in found.metrics:
        return found
    return replace(found, state="interrupted", metrics={objective: kept.value}, error=gone())


def gone() -> str:
    """The error of a whole trial without its run."""
    return "The run of this trial is gone or broken: it is trained again when the sweep goes on."


def run_of(folder: SweepFolder, trial: Trial) -> RunFolder:
    """A trial's own run. A number alone says nothing: a journal can be older than the runs beside it.

    Raises:
        AnotherRun: the run there is of another recipe. WorkbenchError: there is none, or it can't be read.
    """
    run = RunFolder.open(folder.run_path(trial.number))
    if not trains_alike(run.recipe, recipe_at(folder.sweep, trial.values, trial.seed)):
        raise AnotherRun(f"The run in {run.path} is of another recipe than trial {trial.number}: it is left as it is.")
    return run


def with_run(trial: Trial, run: RunFolder) -> Trial:
    """The trial with what its run holds."""
    plan = run.plan
    whole = [record for record in run.history() if not record.partial]
    return replace(
        trial,
        epochs=whole[-1].epoch if whole else 0,
        planned_epochs=run.recipe.training.epochs,
        metrics=dict(whole[-1].metrics) if whole else {},
        seconds=sum(record.seconds for record in whole),
        code_size=plan.code_size,
        compression=plan.compression,
        parameter_count=plan.parameter_count,
    )
