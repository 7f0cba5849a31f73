"""The trained runs that ship with the program: looked at like any other run, and never written to."""

from datetime import datetime
from pathlib import Path

from ae_workbench.core.errors import RunError
from ae_workbench.core.resources import resource
from ae_workbench.storage.paths import article_home, data_home, new_run_path
from ae_workbench.storage.run_folder import RunFolder, is_run
from ae_workbench.storage.runs import RunSummary, summary
from ae_workbench.storage.sweeps import sweep_of
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import TASKS

FIRST = "variational"


def samples_home() -> Path:
    """The folder of samples, one run for each variant and each task, named by its key."""
    return resource("samples")


def samples() -> list[RunSummary]:
    """Every sample, in the order of the variants, then those of tasks."""
    return [summary(samples_home() / key) for key in (*VARIANTS.keys, *TASKS) if is_run(samples_home() / key)]


def first_sample() -> Path | None:
    """What is shown where there is nothing else; None where the samples weren't made."""
    path = samples_home() / FIRST
    return path if is_run(path) else None


def is_sample(path: Path) -> bool:
    """Whether this run ships with the program, so that nothing may be written into it."""
    return path.resolve().is_relative_to(samples_home().resolve())


def is_only_looked_at(path: Path) -> bool:
    """Whether nothing may be written into this run: a sample, or what has to stay as it was judged, in a sweep or for the article."""
    return is_sample(path) or sweep_of(path) is not None or path.resolve().is_relative_to(article_home().resolve())


def cache_folder(run: Path) -> Path:
    """Where what is worked out from a run may be kept: inside it, for a sample among the program's own files."""
    return data_home() / "cache" / "samples" / run.name if is_sample(run) else run / "cache"


def own_copy(run: RunFolder) -> RunFolder:
    """The same run among one's own, to go on with; files that can be written to even where the sample's can't.

    Raises:
        RunError: it can't be written.
    """
    now = datetime.now().astimezone()
    path = new_run_path(run.recipe.variant, now)
    try:
        return run.copy_to(path, run.history(), created=now.isoformat(timespec="seconds"), outcome="")
    except OSError as problem:
        raise RunError(f"The run can't be copied to {path}: {problem.strerror or problem}.") from None
