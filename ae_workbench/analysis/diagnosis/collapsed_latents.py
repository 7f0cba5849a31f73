"""Posterior collapse: latents whose distribution is the prior for every example, so that they say nothing.

Source: Burda, Grosse and Salakhutdinov 2016, "Importance weighted autoencoders" (arXiv:1509.00519), section 5.2, on latents in use.
"""

from ae_workbench.analysis.codes import COLLAPSED_BELOW_NATS, collapsed_units
from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, Malady
from ae_workbench.analysis.diagnosis.facts import Codes, Facts

KEY = "collapsed_latents"
MANY = 0.5
"""Some unused latents are usual and harmless; when it is most of them the code may as well be shorter."""
USUAL_WEIGHT = 1.0


def look(facts: Facts) -> Diagnosis | None:
    """All latents, or more than half of them."""
    codes = facts.codes
    if codes is None or not facts.is_judgeable or not codes.kl.size:
        return None
    gone, count = len(collapsed_units(codes.kl)), codes.kl.size
    if gone == count:
        return _all(facts, codes)
    return _most(facts, codes, gone) if gone > MANY * count else None


def _all(facts: Facts, codes: Codes) -> Diagnosis:
    weight = facts.plan.kl_weight
    lower = USUAL_WEIGHT if weight > USUAL_WEIGHT else weight / 10
    return Diagnosis(
        KEY,
        "problem",
        "All latents have collapsed",
        (
            _seen(codes, codes.kl.size),
            "So the decoder knows nothing of its input and gives the same blurred mean for each one.",
            f"The KL term is too strong for these data: train with β = {lower:g} instead of {weight:g}.",
        ),
        (Change(f"β = {lower:g}", (f"kl_weight={lower:g}",)),),
        "terms/posterior-collapse",
        explains=("stalled", "overfitting", "unfinished"),
    )


def _most(facts: Facts, codes: Codes, gone: int) -> Diagnosis:
    used = codes.kl.size - gone
    return Diagnosis(
        KEY,
        "hint",
        "Most latents are not used",
        (
            _seen(codes, gone),
            f"The model does with {used}. That does no harm, but a code of {used} latents would tell you the same and be smaller.",
        ),
        (Change(f"Code of {used} latents", (f"code_size={used}",)),),
        "terms/posterior-collapse",
    )


def _seen(codes: Codes, gone: int) -> str:
    return f"{gone} of {codes.kl.size} latents carry less than {COLLAPSED_BELOW_NATS:g} nats, judged by {codes.examples} examples."


MALADY = Malady(KEY, "Collapsed latents", look)
