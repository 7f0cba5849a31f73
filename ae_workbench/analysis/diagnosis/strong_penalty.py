"""A penalty that costs more than it buys: L1 that kills the code, or β that leaves most latents nearly silent."""

from ae_workbench.analysis.codes import collapsed_units
from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, Malady
from ae_workbench.analysis.diagnosis.facts import Codes, Facts

KEY = "strong_penalty"
MANY = 0.5
"""Of the code. With L1 of 1e-4 ``sparse`` has 38 % dead units on the built-in digits (the sample 45 %), with 1e-3 59 %, with 3e-3 97 %."""
USUAL_L1 = 1e-4
"""The article's own isn't to blame; nor is a little more where the learning rate is high, which kills units, too."""
FAINT_NATS = 0.1
"""Of 16 latents on the built-in digits one carries less at β = 1, nine at 4 and thirteen at 10."""
USUAL_BETA = 1.0
CONSEQUENCES = ("stalled", "dead_units", "collapsed_latents", "overfitting", "unfinished")


def look(facts: Facts) -> Diagnosis | None:
    """By the share of the code that the penalty silences."""
    if facts.codes is None or not facts.is_judgeable:
        return None
    return _by_l1(facts, facts.codes) if facts.plan.activity_l1 else _by_beta(facts, facts.codes)


def _by_l1(facts: Facts, codes: Codes) -> Diagnosis | None:
    units, weight = codes.swings.size, facts.plan.activity_l1
    if codes.dead <= MANY * units or weight <= (10 * USUAL_L1 if facts.is_fast else USUAL_L1):
        return None
    has_all = codes.dead == units
    meaning = "Being 0 costs least, so nothing gets through." if has_all else "The others have to draw everything, so images lose detail."
    return Diagnosis(
        KEY,
        "problem" if has_all else "warning",
        "The L1 penalty is too strong",
        (
            f"{codes.dead} of {units} code units stay 0, or at one value, for all of {codes.examples} examples.",
            meaning,
            f"The penalty's weight of {weight:g} is too much for these data: train with {USUAL_L1:g}.",
        ),
        (Change(f"L1 penalty {USUAL_L1:g}", (f"activity_l1={USUAL_L1:g}",)),),
        "terms/l1-activity",
        explains=CONSEQUENCES,
    )


def _by_beta(facts: Facts, codes: Codes) -> Diagnosis | None:
    weight, faint = facts.plan.kl_weight, int((codes.kl < FAINT_NATS).sum())
    if weight <= USUAL_BETA or faint <= MANY * codes.kl.size or len(collapsed_units(codes.kl)) == codes.kl.size:
        return None
    return Diagnosis(
        KEY,
        "problem" if faint == codes.kl.size else "warning",
        "β is too high",
        (
            f"{faint} of {codes.kl.size} latents carry less than {FAINT_NATS:g} nats each at β = {weight:g}.",
            "Saying anything costs more than it saves in the reconstruction, so images are blurred.",
            f"Train with β = {USUAL_BETA:g}, and go up from there as far as the images stay good.",
        ),
        (Change(f"β = {USUAL_BETA:g}", (f"kl_weight={USUAL_BETA:g}",)),),
        "terms/beta",
        explains=CONSEQUENCES,
    )


MALADY = Malady(KEY, "Penalty too strong", look)
