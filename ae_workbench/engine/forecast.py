"""How long steps of the article will take, and from the pace so far how long is left."""

from collections.abc import Sequence
from time import perf_counter

from ae_workbench.analysis.chapters import CHAPTERS, Chapter
from ae_workbench.analysis.chapters.measuring import QUICK_OWN
from ae_workbench.analysis.chapters.settings import modern_recipe, published_recipe
from ae_workbench.analysis.chapters.steps import OF_CHAPTERS, Step
from ae_workbench.analysis.experiments.making import cut_short
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import shape_of
from ae_workbench.engine.lab import QUICK_TRAIN
from ae_workbench.variants.recipes import make_plan

STARTING_S = 4.0
"""Building, tracing and compiling one model."""
PER_SECOND, STEP_BY_STEP = 3e10, 5e9
"""Multiply–adds of a training, forward and backward, on two processors, the second of recurrent layers: right within a factor of three."""
OWN_EXAMPLES = 1600
"""Of a chapter that brings its own data."""
SOON_S = 2.0


class Forecast:
    """``expected`` are seconds that each step may take; only how they compare counts once some of them are over."""

    def __init__(self, expected: Sequence[float]) -> None:
        self._expected = list(expected)
        self._began = perf_counter()
        self._waited = 0.0

    def share(self, step: int, share: float) -> float:
        """Of all steps, in the one numbered ``step`` from 0, of which ``share`` is done."""
        total = sum(self._expected)
        return (sum(self._expected[:step]) + self._expected[step] * share) / total if total else 1.0

    def seconds_left(self, step: int, share: float) -> float | None:
        """None before there is a pace."""
        done, spent = self.share(step, share), perf_counter() - self._began - self._waited
        return spent / done * (1 - done) if done > 0 and spent > SOON_S else None

    def wait(self, seconds: float) -> None:
        """So long nothing was done."""
        self._waited += seconds


def expected_seconds(steps: Sequence[Step], dataset: Dataset, quick: bool, known: dict[str, float]) -> list[float]:
    """A first guess for each step; ``known`` are seconds that some took before. What nothing is known of takes the mean of the others."""
    guesses = [known.get(step.key) or _guess(step, dataset, quick) for step in steps]
    found = [guess for guess in guesses if guess is not None]
    mean = sum(found) / len(found) if found else 1.0
    return [mean if guess is None else guess for guess in guesses]


def _guess(step: Step, dataset: Dataset, quick: bool) -> float | None:
    return _training_seconds(CHAPTERS[step.chapter], dataset, quick) if step.key.startswith(f"{OF_CHAPTERS}/") else None


def _training_seconds(chapter: Chapter, dataset: Dataset, quick: bool) -> float | None:
    if chapter.data is None:
        shape, examples, most = dataset.shape, len(dataset.train), QUICK_TRAIN
    else:
        shape, examples, most = shape_of(chapter.data), OWN_EXAMPLES, QUICK_OWN
    seconds = 0.0
    for recipe in (published_recipe(chapter), modern_recipe(chapter)):
        try:
            plan = make_plan(recipe, shape)
        except WorkbenchError:  # said when the step is made
            return None
        epochs = (cut_short(recipe) if quick else recipe).training.epochs
        work = 3.0 * plan.multiply_adds * epochs * (min(examples, most) if quick else examples)
        seconds += STARTING_S + work / (PER_SECOND if plan.shape.is_image else STEP_BY_STEP)
    return seconds
