"""``sweep``: many trainings on the command line, begun or gone on with."""

import sys
from argparse import Namespace
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ae_workbench.cli.interrupting import interrupt_stops
from ae_workbench.cli.loading import load_choice
from ae_workbench.cli.printing import command_line, shown_by
from ae_workbench.cli.recipes import recipe_to_train
from ae_workbench.cli.sweep_display import Bar, Lines
from ae_workbench.core.errors import RecipeError, WorkbenchError
from ae_workbench.core.exit_codes import DONE, FAILED, INTERRUPTED
from ae_workbench.core.sweep import FORMAT, Sampler, Sweep
from ae_workbench.core.varying import default_varied, parse_varied
from ae_workbench.data.loading import shape_of
from ae_workbench.engine.sweep.crew import Crew
from ae_workbench.engine.sweep.events import SweepEnded, SweepEvent
from ae_workbench.engine.sweep.limits import Limits, usual_limits
from ae_workbench.engine.sweep.local import LocalCrew
from ae_workbench.engine.sweep.records import read_trials
from ae_workbench.engine.sweep.session import SweepSession
from ae_workbench.export.figures.plots.sweeps import check_plot, write_plot
from ae_workbench.export.sweeps import combination_table, trial_table
from ae_workbench.export.tables import ENDINGS as TABLE_ENDINGS
from ae_workbench.export.tables import write_table
from ae_workbench.storage.paths import new_sweep_path
from ae_workbench.storage.place import check_place
from ae_workbench.storage.sweeps import SweepFolder, is_sweep
from ae_workbench.variants.sweeps import check_sweep, read_sweep

OF_A_NEW_SWEEP = {
    "--vary": "vary", "--set": "settings", "--seeds": "seeds", "--sampler": "sampler", "--trials": "trials", "--objective": "objective",
    "--prune": "prune", "--epochs": "epochs", "--limit": "limit", "--data": "data", "--out": "out",
}  # fmt: skip
OF_A_RECIPE = tuple(name for name in OF_A_NEW_SWEEP if name != "--out")


def run_sweep(chosen: Namespace) -> int:
    limits = _limits(chosen)
    if chosen.cluster:
        _check_cluster(chosen)
    tables = [(path, make) for path, make in ((chosen.csv, trial_table), (chosen.means, combination_table)) if path is not None]
    for path, _ in tables:
        check_place(path, TABLE_ENDINGS)
    sweep, folder = _chosen_sweep(chosen)
    plots = [_plot(text, sweep) for text in chosen.plots]
    dataset = load_choice(sweep.recipe.data)
    check_sweep(sweep, dataset.shape)
    folder = folder or SweepFolder.create(chosen.out or new_sweep_path(sweep.recipe.variant, datetime.now()), sweep)
    session = SweepSession(folder, lambda: _crew(chosen, limits), load=lambda choice, progress: dataset)
    show = Lines(folder) if chosen.json else Bar(folder)
    ended: list[SweepEnded] = []

    def tell(event: SweepEvent) -> None:
        if isinstance(event, SweepEnded):
            ended.append(event)
        show.event(event)

    with interrupt_stops(session), shown_by(tell, session) as emit:
        session.run(emit)
    [end] = ended
    trials = read_trials(folder)
    show.result(trials)
    for path, make in tables:
        write_table(path, *make(folder, trials))
    for kind, path in plots:
        write_plot(path, kind, folder.sweep, trials)
    if end.outcome == "stopped":
        print(f"Stopped; go on with: {command_line('sweep', str(folder.path))}", file=sys.stderr)
        return INTERRUPTED
    if end.error is not None:
        print(f"ae-workbench: {end.error}", file=sys.stderr)
        return FAILED
    return DONE if any(trial.state != "failed" for trial in trials) else FAILED


def _crew(chosen: Namespace, limits: Limits) -> Crew:
    if not chosen.cluster:
        return LocalCrew(limits)
    from ae_workbench.engine.sweep.cluster import RayCrew

    return RayCrew(chosen.cluster, limits.threads, chosen.workers)


def _check_cluster(chosen: Namespace) -> None:
    from ae_workbench.engine.sweep.cluster import check_address

    if chosen.memory_gb is not None:
        raise WorkbenchError("The memory of a cluster's workers is Ray's business: leave --memory-gb out.")
    check_address(chosen.cluster)


def _plot(text: str, sweep: Sweep) -> tuple[str, Path]:
    """``KIND=FILE``, once it is known that such a plot can be drawn."""
    kind, _, name = text.partition("=")
    check_plot(kind.strip(), Path(name.strip()), sweep)
    return kind.strip(), Path(name.strip())


def _limits(chosen: Namespace) -> Limits:
    named = {"workers": chosen.workers, "threads": chosen.threads, "memory_gb": chosen.memory_gb}
    return replace(usual_limits(), **{name: value for name, value in named.items() if value is not None})


# Which sweep


def _chosen_sweep(chosen: Namespace) -> tuple[Sweep, SweepFolder | None]:
    """The sweep that is there, or a new one: its folder is made once everything that can be known is found right."""
    path = Path(chosen.recipe)
    if is_sweep(path):
        _refuse(chosen, OF_A_NEW_SWEEP, "A sweep that is there goes on as it began")
        folder = SweepFolder.open(path)
        return folder.sweep, folder
    if _is_sweep_file(path):
        _refuse(chosen, OF_A_RECIPE, "A sweep's file says everything that is trained")
        sweep = read_sweep(path)
    else:
        sweep = _new(chosen)
    check_sweep(sweep, shape_of(sweep.recipe.data))
    return sweep, None


def _is_sweep_file(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return f'"{FORMAT}"'.encode() in file.read(200)
    except OSError:
        return False


def _refuse(chosen: Namespace, options: Any, why: str) -> None:
    given = [name for name in options if getattr(chosen, OF_A_NEW_SWEEP[name]) not in (None, [], False)]
    if given:
        raise RecipeError(f"{why}: leave {', '.join(given)} out, or begin a new sweep of a preset or recipe.")


def _new(chosen: Namespace) -> Sweep:
    recipe = recipe_to_train(chosen)
    varied = tuple(parse_varied(recipe, text) for text in chosen.vary) or (default_varied(recipe),)
    sampler: Sampler = chosen.sampler or ("grid" if chosen.trials is None and all(each.values for each in varied) else "tpe")
    seeds = _seeds(chosen.seeds) if chosen.seeds else (recipe.training.seed,)
    return Sweep(recipe, varied, seeds, sampler, chosen.trials or 0, chosen.objective or "val_reconstruction", chosen.prune)


def _seeds(text: str) -> tuple[int, ...]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    if not all(word.isdecimal() for word in words):
        raise WorkbenchError(f"The seeds must be whole numbers such as 1,2,3, not “{text}”.")
    return tuple(map(int, words))
