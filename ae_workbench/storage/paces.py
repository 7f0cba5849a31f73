"""How long epochs took here before: the only honest ground for saying how long others will take."""

from pathlib import Path
from statistics import median

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Recipe
from ae_workbench.storage.paths import runs_home, sweeps_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.sweeps import RUNS, sweep_paths

MOST_LOOKED_AT = 40
LAST = 8


def epoch_seconds(recipe: Recipe) -> float | None:
    """Seconds that an epoch of this variant on these data took lately, median; None where nothing of the kind was trained here."""
    for path in _newest_runs():
        try:
            run = RunFolder.open(path)
        except WorkbenchError:
            continue
        if (run.recipe.variant, run.recipe.data, run.recipe.limit) != (recipe.variant, recipe.data, recipe.limit):
            continue
        seconds = [record.seconds for record in run.history() if not record.partial]
        if seconds:
            return median(seconds[-LAST:])
    return None


def _newest_runs() -> list[Path]:
    homes = [path / RUNS for path in sweep_paths(sweeps_home())[:3]] + [runs_home()]
    found = [path / "run.json" for home in homes if home.is_dir() for path in home.iterdir() if (path / "run.json").is_file()]
    return [path.parent for path in sorted(found, key=lambda path: -path.stat().st_mtime)[:MOST_LOOKED_AT]]
