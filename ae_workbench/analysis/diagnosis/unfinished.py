"""A healthy training that ended before the model was done: a friendly hint."""

from math import ceil

from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, GoOn, Malady, Remedy
from ae_workbench.analysis.diagnosis.facts import MANY_STEPS, Facts

KEY = "unfinished"
LAST = 5
"""What the last fifth of the epochs brought is compared …"""
SHARE = 0.10
"""… with all that was learned beyond the mean example. Modern presets on the built-in digits end at 0.2 to 1.3 %, the article's, made
for 40 times as many examples, at 14 to 46 %."""

MANY_EPOCHS = 10
"""Whoever trains for fewer is trying something out."""


def look(facts: Facts) -> Diagnosis | None:
    """Where the training came to its end as planned and was still learning fast."""
    errors = facts.curve("val_reconstruction")
    plain = facts.plain_error
    if facts.outcome != "finished":
        return None
    if not facts.is_judgeable:
        return _few_steps(facts)
    if plain is None or errors.size < 2:
        return None
    recent = max(1, errors.size // LAST)
    brought, learned = float(errors[-1 - recent] - errors[-1]), plain - float(errors[-1])
    if brought <= 0 or brought < SHARE * learned:
        return None
    return Diagnosis(
        KEY,
        "hint",
        "It was still learning",
        (
            f"In its last {recent} epochs the reconstruction error fell from {errors[-1 - recent]:.4g} to {errors[-1]:.4g}.",
            "Nothing is wrong: the training was too short for the model to show what it can do.",
            "Train it longer.",
        ),
        (_longer(facts, 2 * facts.recipe.training.epochs),),
        "terms/epoch",
    )


def _few_steps(facts: Facts) -> Diagnosis | None:
    """All epochs of a recipe on so few examples that they are hardly a beginning."""
    epochs, steps = len(facts.history), facts.steps
    if epochs < max(MANY_EPOCHS, facts.recipe.training.epochs) or not steps:
        return None
    enough = ceil(MANY_STEPS * epochs / steps)
    return Diagnosis(
        KEY,
        "hint",
        "Very few steps",
        (
            f"The training took {steps} steps, one for each batch: {epochs} epochs of few examples.",
            "A model learns by steps. With so few it is hardly past its beginning, however many epochs they are.",
            "Train for more epochs, or on more examples.",
        ),
        (_longer(facts, enough),),
        "terms/epoch",
    )


def _longer(facts: Facts, epochs: int) -> Remedy:
    """A schedule that has come to its end leaves no steps to go on with."""
    if facts.recipe.training.schedule == "constant":
        more = epochs - max(len(facts.history), facts.recipe.training.epochs)
        return GoOn(f"Go on for {more} epochs", more)
    return Change(f"Train {epochs} epochs", (f"epochs={epochs}",))


MALADY = Malady(KEY, "Training too short", look)
