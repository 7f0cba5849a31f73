"""Units that say the same for every example, mostly 0: a ReLU whose input is always negative has no gradient and never comes back.

Source: Maas, Hannun and Ng 2013, "Rectifier nonlinearities improve neural network acoustic models", section 2.
"""

from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, Malady
from ae_workbench.analysis.diagnosis.facts import Codes, Facts, Hidden
from ae_workbench.core.layers import LSTM
from ae_workbench.core.parameters import specs
from ae_workbench.core.shape import format_dims

KEY = "dead_units"
MANY = 0.5
"""Healthy presets and samples on the built-in digits have up to 45 % dead code units (the data need no more), ones whose rate is too
high from 53 %. Hidden layers are judged only when wholly dead: of a healthy variational encoder's 256 units 83 % can be."""


def look(facts: Facts) -> Diagnosis | None:
    """More than half of a deterministic code, or the whole of any hidden layer."""
    codes = facts.codes
    if codes is None or not facts.is_judgeable:
        return None
    layer = next((hidden for hidden in codes.hidden if hidden.dead == hidden.units), None)
    units = 0 if facts.plan.is_variational or facts.plan.has(LSTM) else codes.swings.size  # an LSTM's can come back
    if layer is None and (not units or codes.dead <= MANY * units):
        return None
    if layer is None and codes.dead < units:
        return _some(facts, codes, units)
    return Diagnosis(
        KEY,
        "problem",
        "Nothing gets through: units are dead",
        (_seen(facts, codes, layer), "So every output is the same, whatever the input.", *_advice(facts)),
        _remedies(facts),
        "terms/dead-unit",
        explains=("stalled", "collapsed_latents", "overfitting", "unfinished"),
    )


def _some(facts: Facts, codes: Codes, units: int) -> Diagnosis:
    alive = units - codes.dead
    spare: tuple[Change, ...] = ()
    if "code_size" in specs(type(facts.recipe.parameters)):
        spare = (Change(f"Code of {alive} units", (f"code_size={alive}",)),)
    return Diagnosis(
        KEY,
        "warning",
        "Many code units are dead",
        (_seen(facts, codes, None), f"The model makes do with the other {alive}.", *_advice(facts)),
        (*_remedies(facts), *spare),
        "terms/dead-unit",
    )


def _seen(facts: Facts, codes: Codes, layer: Hidden | None) -> str:
    if layer is not None:
        return f"All {layer.units} units of the hidden layer of {format_dims(layer.dims)} are 0 for each of {codes.examples} examples."
    if len(facts.plan.code_dims) == 3:
        return f"{codes.dead} of {codes.swings.size} maps of the code stay 0, or at one value, for all of {codes.examples} examples."
    return f"{codes.dead} of {codes.swings.size} code units stay 0, or at one value, for all of {codes.examples} examples."


def _advice(facts: Facts) -> tuple[str, ...]:
    if facts.is_fast:
        rate = facts.recipe.training.learning_rate
        return (f"Large steps push units to where they have no slope to come back by, and a learning rate of {rate:g} is high: lower it.",)
    return ("A unit that is the same for every example has no slope to learn from: take an activation that keeps one, or smaller steps.",)


def _remedies(facts: Facts) -> tuple[Change, ...]:
    rate = facts.lower_rate
    lower = Change(f"Learning rate {rate:g}", (f"learning_rate={rate:g}",))
    leaky = Change("Use leaky ReLU", ("activation=leaky_relu",))
    has_relu = getattr(facts.recipe.parameters, "activation", "") == "relu"
    return (*((lower,) if facts.is_fast or not has_relu else ()), *((leaky,) if has_relu else ()))


MALADY = Malady(KEY, "Dead units", look)
