"""What there is to be run: each chapter's trainings, and the experiments behind its claims, in reading order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.chapter import Chapter
from ae_workbench.analysis.chapters.measuring import measure
from ae_workbench.analysis.experiments import EXPERIMENTS
from ae_workbench.analysis.experiments.experiment import Experiment, Findings
from ae_workbench.analysis.experiments.lab import Lab
from ae_workbench.core.errors import WorkbenchError

OF_CHAPTERS, OF_EXPERIMENTS = "chapters", "experiments"


@dataclass(frozen=True)
class Step:
    """``key`` is "chapters/simple" or "experiments/depth"; ``chapter`` the key of the chapter it stands in."""

    key: str
    chapter: str
    title: str
    measure: Callable[[Lab], Findings]


def chapter_step(chapter: Chapter) -> Step | None:
    """The trainings of a chapter; None where it builds no model."""
    if not chapter.variant:
        return None
    return Step(f"{OF_CHAPTERS}/{chapter.key}", chapter.key, chapter.title, partial(measure, chapter))


def experiment_step(experiment: Experiment) -> Step:
    return Step(f"{OF_EXPERIMENTS}/{experiment.key}", experiment.chapter, experiment.title, experiment.measure)


def experiments_of(chapter: Chapter) -> tuple[Experiment, ...]:
    """The experiments that stand in a chapter."""
    return tuple(experiment for experiment in EXPERIMENTS if experiment.chapter == chapter.key)


def steps_of(chapter: Chapter) -> tuple[Step, ...]:
    """The chapter's trainings, then its experiments."""
    own = chapter_step(chapter)
    return (*([own] if own else []), *map(experiment_step, experiments_of(chapter)))


def all_steps() -> tuple[Step, ...]:
    """Everything, in reading order."""
    return tuple(step for chapter in CHAPTERS for step in steps_of(chapter))


def chosen_steps(keys: Iterable[str]) -> tuple[Step, ...]:
    """The steps that these keys mean, in reading order.

    A chapter's key means all that stands in it, an experiment's key that one, and "chapters/simple" a chapter's trainings alone.

    Raises:
        WorkbenchError: a key that there isn't.
    """
    everything = all_steps()
    wanted: set[str] = set()
    for key in keys:
        found = {step.key for step in everything if key in (step.key, step.chapter, step.key.partition("/")[2])}
        if key in CHAPTERS:
            found = {step.key for step in everything if step.chapter == key}
        if not found:
            raise WorkbenchError(_unknown(key))
        wanted |= found
    return tuple(step for step in everything if step.key in wanted)


def _unknown(key: str) -> str:
    known = [*CHAPTERS.keys, *EXPERIMENTS.keys]
    close = get_close_matches(key, known, n=1)
    hint = f"did you mean “{close[0]}”?" if close else f"choose one of {', '.join(dict.fromkeys(known))}."
    return f"The article has no chapter and no experiment called “{key}”: {hint}"
