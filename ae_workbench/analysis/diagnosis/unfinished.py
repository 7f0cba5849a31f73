"""A healthy training that ended before the model was done: a friendly hint."""

from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, GoOn, Malady, Remedy
from ae_workbench.analysis.diagnosis.facts import Facts

KEY = "unfinished"
LAST = 5
"""What the last fifth of the epochs brought is compared …"""
SHARE = 0.10
"""… with all that was learned beyond the mean example. Modern presets on the built-in digits end at 0.2 to 1.3 %, the article's, made
for 40 times as many examples, at 14 to 46 %."""


def look(facts: Facts) -> Diagnosis | None:
    """Where the training came to its end as planned and was still learning fast."""
    errors = facts.curve("val_reconstruction")
    plain = facts.plain_error
    if plain is None or not facts.is_judgeable or errors.size < 2 or facts.outcome != "finished":
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
        (_remedy(facts),),
        "terms/epoch",
    )


def _remedy(facts: Facts) -> Remedy:
    """A schedule that has come to its end leaves no steps to go on with."""
    more = facts.recipe.training.epochs
    if facts.recipe.training.schedule == "constant":
        return GoOn(f"Go on for {more} epochs", more)
    return Change(f"Train {2 * more} epochs", (f"epochs={2 * more}",))


MALADY = Malady(KEY, "Training too short", look)
