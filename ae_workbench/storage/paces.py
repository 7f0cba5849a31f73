"""How long epochs took here before: the only honest ground for saying how long others will take."""

from pathlib import Path
from statistics import median

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Recipe
from ae_workbench.storage.paths import runs_home, sweeps_home
from ae_workbench.storage.run_folder import RunFolder, is_run
from ae_workbench.storage.stamp import stamp
from ae_workbench.storage.sweeps import RUNS, sweep_paths

MOST_LOOKED_AT = 40
LAST = 8


def epoch_seconds(recipe: Recipe) -> float | None:
    """Seconds that an epoch of this variant on these data took lately, median; None where nothing of the kind was trained here."""
    for path in _newest_runs():
        try:
            seconds = _seconds(RunFolder.open(path), recipe)
        except WorkbenchError:
            continue
        if seconds:
            return median(seconds[-LAST:])
    return None


def _seconds(run: RunFolder, recipe: Recipe) -> list[float]:
    """Those of each full epoch, if this run is of the kind."""
    if (run.recipe.variant, run.recipe.data, run.recipe.limit) != (recipe.variant, recipe.data, recipe.limit):
        return []
    return [record.seconds for record in run.history() if not record.partial]


def _newest_runs() -> list[Path]:
    homes = [path / RUNS for path in sweep_paths(sweeps_home())[:3]] + [runs_home()]
    found = [path for home in homes if home.is_dir() for path in home.iterdir() if is_run(path)]
    return sorted(found, key=lambda path: stamp(path / "run.json"), reverse=True)[:MOST_LOOKED_AT]
