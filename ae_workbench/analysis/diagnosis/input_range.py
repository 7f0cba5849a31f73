"""Inputs whose range doesn't fit the loss: pixels that aren't in [0, 1] or use little of it, sequences that aren't standardised."""

from ae_workbench.analysis.diagnosis.diagnosis import Change, ChooseData, Diagnosis, Malady, Remedy, Severity
from ae_workbench.analysis.diagnosis.facts import Facts, Inputs

KEY = "input_range"
NARROW, TINY = 0.5, 0.1
"""Of [0, 1]. Digits, MNIST and Fashion-MNIST use all of it; masks of 0 and 1 read as 0 to 255 use 0.4 %, scikit-learn's own digits 6 %."""
OUTLIER = 20.0
"""Standard deviations; the built-in waves stay below 3, the largest of a million normal numbers is about 5."""
SHIFTED, STRETCHED = 1.0, 3.0
"""How far the test inputs' mean may be from 0, and by which factor their standard deviation from 1, where training's are 0 and 1."""
FULL, STRETCHABLE = "full", ("array", "images")
"""The option that does it, and the sources of data that have it."""
AS_LOUD_AS_THEY_ARE = ("sounds",)
"""Sources whose numbers are brightness of spectra: quiet recordings use little of the range, and learn well."""
CONSEQUENCES = ("stalled", "dead_units", "unfinished")


def look(facts: Facts) -> Diagnosis | None:
    """Needs no training: it can be said at once."""
    if facts.inputs is None:
        return None
    return _pixels(facts, facts.inputs) if facts.plan.loss == "bce" else _sequences(facts, facts.inputs)


def _pixels(facts: Facts, inputs: Inputs) -> Diagnosis | None:
    low, high = min(inputs.train.low, inputs.test.low), max(inputs.train.high, inputs.test.high)
    if low < 0 or high > 1:
        return _diagnosis(
            facts,
            "problem",
            "Pixels lie outside 0 to 1",
            f"Pixels go from {low:.3g} to {high:.3g}, but the output can only be from 0 to 1.",
            "There the cross-entropy has no least value at the right answer, so the loss means nothing.",
            "Bring the pixels into 0 to 1.",
        )
    used = inputs.train.high - inputs.train.low
    if used > NARROW or facts.recipe.data.key in AS_LOUD_AS_THEY_ARE:
        return None
    return _diagnosis(
        facts,
        "problem" if used < TINY else "warning",
        "Pixels use little of their range",
        f"All pixels lie between {inputs.train.low:.3g} and {inputs.train.high:.3g}, that is in {used:.1%} of the range from 0 to 1.",
        "To the loss all images look nearly the same, so the model learns little but their common brightness.",
        "Stretch the pixels, so that the darkest becomes 0 and the brightest 1.",
    )


def _sequences(facts: Facts, inputs: Inputs) -> Diagnosis | None:
    peak = max(abs(inputs.train.low), abs(inputs.train.high))
    if peak > OUTLIER:
        return _diagnosis(
            facts,
            "warning",
            "A few values are far off",
            f"The training sequences have values up to {peak:.0f} standard deviations from the mean.",
            "The squared error counts such a value like hundreds of usual ones, so the model attends to little else.",
            "Look for faulty values in the data, and mend or leave them out.",
        )
    test = inputs.test
    if abs(test.mean) <= SHIFTED and 1 / STRETCHED <= test.deviation <= STRETCHED:
        return None
    return _diagnosis(
        facts,
        "warning",
        "The test data are of another range",
        f"The training data have mean 0 and standard deviation 1, the test data {test.mean:.2g} and {test.deviation:.2g}.",
        "So the validation loss judges the model by something that it never saw.",
        "Test with data of the same kind: shuffle the examples, or choose the data that the run was trained on.",
    )


def _diagnosis(facts: Facts, severity: Severity, title: str, *words: str) -> Diagnosis:
    return Diagnosis(KEY, severity, title, words, _remedies(facts), "terms/input-range", explains=CONSEQUENCES)


def _remedies(facts: Facts) -> tuple[Remedy, ...]:
    choose = ChooseData("Show the data")
    if facts.plan.shape.is_image and facts.recipe.data.key in STRETCHABLE and facts.recipe.data.parameters.get("pixel_range") != FULL:
        return (Change("Stretch the pixels", (f"data.pixel_range={FULL}",)), choose)
    return (choose,)


MALADY = Malady(KEY, "Input range", look)
