"""The optimizer hardly moves: Adadelta at Keras 3's default of 0.001, or any other rate that is far too small."""

from dataclasses import dataclass
from math import inf, log

import numpy as np

from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, Malady
from ae_workbench.analysis.diagnosis.facts import FAST, MANY_STEPS, Facts

KEY = "stalled"
HALFWAY = 0.5
"""Of the way from an untrained output, 0.5 for every pixel, to the mean example. On the built-in digits the slowest preset that isn't
stalled, the article's LSTM, has come 80 % of it after 60 steps; Adadelta or SGD at a hundredth of their rate 1 to 8 % after 60 epochs."""
CALM = 0.05
"""Of its level: an error that changes more in an epoch isn't stalled but unstable."""
STILL = 0.002
BETTER = 0.02
"""Below the mean example's error; without that a training has learned nothing of its own. An LSTM may stay there for its first 1,200
steps and learn all the same, so this is said at the end, or after many steps and half of the epochs."""
LEARNED = 0.8
"""Of the mean example's error over the training examples. What stalls or learns nothing stays at it or above."""
DONE = ("finished", "early_stopped")
RECENT = 5
"""The last fifth of the epochs tells the present pace."""
ADADELTA_NEEDS, OTHERS_NEED, KERAS_DEFAULT = 0.1, 3e-4, 0.001
ENDLESS = 100_000


@dataclass(frozen=True)
class _Course:
    """Of the reconstruction error: ``plain`` is the mean example's, ``pace`` how it falls an epoch, ``moves`` its largest change."""

    last: float
    plain: float
    pace: float
    moves: float

    @property
    def needed(self) -> float:
        """Epochs down to the mean example's error at this pace."""
        return (self.last - self.plain) / self.pace if self.pace > 0 else inf


def look(facts: Facts) -> Diagnosis | None:
    """Still near its start, or no better than the mean example, and too slow for that to change."""
    errors, plain = facts.curve("val_reconstruction"), facts.plain_error
    if plain is None or not facts.is_judgeable or errors.size < 2 or _has_learned_by_heart(facts):
        return None
    recent = min(errors.size - 1, max(2, errors.size // RECENT))
    changes = -np.diff(errors[-1 - recent :])
    course = _Course(float(errors[-1]), plain, float(changes.mean()), float(np.abs(changes).max()))
    if course.moves > CALM * course.last:
        return None
    if _is_near_start(facts, course):
        return _diagnosis(facts, "The optimizer has stalled", _far(errors.size, course), _pace(course))
    is_long = facts.outcome in DONE or (facts.steps >= MANY_STEPS and 2 * errors.size >= facts.recipe.training.epochs)
    if is_long and course.last >= (1 - BETTER) * plain and course.pace < STILL * plain:
        return _diagnosis(facts, "The model has learned nothing yet", _level(errors.size, course), "Nor does it get better any more.")
    return None


def _has_learned_by_heart(facts: Facts) -> bool:
    """Whether the training examples come back far better than their mean: then it is overfitting that keeps validation bad."""
    errors, plain = facts.curve("reconstruction"), facts.plain_train_error
    return plain is not None and errors.size > 0 and errors[-1] < LEARNED * plain


def _is_near_start(facts: Facts, course: _Course) -> bool:
    """For images: standardised sequences start at the mean example's error already."""
    way = log(2) - course.plain if facts.plan.loss == "bce" else 0.0
    covered = (log(2) - course.last) / way if way > BETTER else 1.0
    return covered < HALFWAY and course.needed > facts.recipe.training.epochs


def _far(epochs: int, course: _Course) -> str:
    return (
        f"After {epochs} epochs the reconstruction error is {course.last:.3g}, {course.last / course.plain:.1f} times as large as "
        f"if every output were the mean training example ({course.plain:.3g})."
    )


def _level(epochs: int, course: _Course) -> str:
    return (
        f"After {epochs} epochs the reconstruction error is {course.last:.3g}, no better than if every output were "
        f"the mean training example ({course.plain:.3g})."
    )


def _pace(course: _Course) -> str:
    if course.needed > ENDLESS:
        return "It no longer falls: the steps are so small that the weights stay where they began."
    fall = 100 * course.pace / course.last
    return f"It falls by {fall:.1g}% an epoch: at this pace it takes {course.needed:,.0f} more epochs to get down even to that."


def _diagnosis(facts: Facts, title: str, *seen: str) -> Diagnosis:
    words, remedies = _cause(facts)
    return Diagnosis(KEY, "problem", title, (*seen, *words), remedies, "terms/optimizer", explains=("overfitting", "unfinished"))


def _cause(facts: Facts) -> tuple[tuple[str, ...], tuple[Change, ...]]:
    training = facts.recipe.training
    rate = training.learning_rate
    adam = Change("Use Adam at 0.001", ("optimizer=adam", "learning_rate=0.001"))
    if training.optimizer == "adadelta" and rate < ADADELTA_NEEDS:
        trap = f"Adadelta was made for a learning rate of 1.0 and nearly stands still at {rate:g}."
        if rate == KERAS_DEFAULT:
            trap = "Adadelta was made for a learning rate of 1.0 and nearly stands still at 0.001, which is Keras 3's default."
        advice = "Train with Adam at 0.001, or give Adadelta its own rate."
        return (trap, advice), (adam, Change("Keep Adadelta, at 1.0", ("learning_rate=1.0",)))
    if training.optimizer in FAST and rate >= OTHERS_NEED:
        return ("The learning rate is usual, so look at the data, take another activation, or train longer.",), ()
    return ("The steps are too small for these data: train with Adam at 0.001.",), (adam,)


MALADY = Malady(KEY, "Stalled optimizer", look)
