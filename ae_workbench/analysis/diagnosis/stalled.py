"""The optimizer hardly moves: Adadelta at Keras 3's default of 0.001, or any other rate that is far too small."""

import numpy as np

from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, Malady
from ae_workbench.analysis.diagnosis.facts import Facts

KEY = "stalled"
ABOVE = 1.05
"""Times the mean example's error. All presets get below it in their first 100 steps, stalled ones are at 2.3 to 2.7 after 60 epochs."""
CALM = 0.05
"""Of its level: a loss that moves more in an epoch isn't stalled but unstable."""
RECENT = 5
"""The last fifth of the epochs tells the present pace."""
ADADELTA_NEEDS = 0.1


def look(facts: Facts) -> Diagnosis | None:
    """Still far above the mean example's error, and too slow to get there in as many epochs as the recipe has."""
    errors = facts.curve("val_reconstruction")
    plain = facts.plain_error
    if plain is None or not facts.is_judgeable or errors.size < 2:
        return None
    last = float(errors[-1])
    recent = min(errors.size - 1, max(2, errors.size // RECENT))
    pace = float(errors[-1 - recent] - last) / recent
    moves = float(np.abs(np.diff(errors[-1 - recent :])).max())
    needed = (last - plain) / pace if pace > 0 else float("inf")
    if last < ABOVE * plain or moves > CALM * last or needed <= facts.recipe.training.epochs:
        return None
    seen = (
        f"After {errors.size} epochs the reconstruction error is {last:.3g}, {last / plain:.1f} times as large as "
        f"if every output were the mean training example ({plain:.3g})."
    )
    return Diagnosis(
        KEY,
        "problem",
        "The optimizer has stalled",
        (seen, _pace(pace / last, needed), *_cause(facts)),
        _remedies(facts),
        "terms/optimizer",
        explains=("overfitting", "unfinished"),
    )


def _pace(fall: float, needed: float) -> str:
    if needed > 100_000:
        return "It no longer falls: the steps are so small that the weights stay where they began."
    return f"It falls by {100 * fall:.1g}% an epoch: at this pace it takes {needed:,.0f} more epochs to get down even to that."


def _cause(facts: Facts) -> tuple[str, ...]:
    training = facts.recipe.training
    if training.optimizer == "adadelta" and training.learning_rate < ADADELTA_NEEDS:
        trap = (
            f"Adadelta was made for a learning rate of 1.0 and nearly stands still at {training.learning_rate:g}, which Keras 3 gives it."
        )
        return (trap, "Train with Adam at 0.001, or give Adadelta its own rate.")
    if training.optimizer in ("adam", "rmsprop") and training.learning_rate >= 1e-3:
        return ("The learning rate is usual, so something else is in the way: look at the data, or take another activation.",)
    return ("The learning rate is far too small for this optimizer: train with Adam at 0.001.",)


def _remedies(facts: Facts) -> tuple[Change, ...]:
    training = facts.recipe.training
    adam = Change("Use Adam at 0.001", ("optimizer=adam", "learning_rate=0.001"))
    if training.optimizer == "adadelta" and training.learning_rate < ADADELTA_NEEDS:
        return (adam, Change("Keep Adadelta, at 1.0", ("learning_rate=1.0",)))
    if training.optimizer in ("adam", "rmsprop") and training.learning_rate >= 1e-3:
        return ()
    return (adam,)


MALADY = Malady(KEY, "Stalled optimizer", look)
