"""What is wrong with a run, in words, and what to do about it. A new malady is a file here and a line in ``MALADIES``.

Causes come before what they cause, because a diagnosis takes those that it explains off the list.
"""

from ae_workbench.analysis.diagnosis import (
    collapsed_latents,
    dead_units,
    input_range,
    overfitting,
    stalled,
    strong_penalty,
    unfinished,
    unstable,
)
from ae_workbench.analysis.diagnosis.diagnosis import SEVERITIES, Diagnosis, Malady
from ae_workbench.analysis.diagnosis.facts import Facts
from ae_workbench.core.registry import Registry

MALADIES: Registry[Malady] = Registry(
    "malady",
    input_range.MALADY,
    unstable.MALADY,
    strong_penalty.MALADY,
    dead_units.MALADY,
    collapsed_latents.MALADY,
    stalled.MALADY,
    overfitting.MALADY,
    unfinished.MALADY,
)


def diagnose(facts: Facts) -> tuple[Diagnosis, ...]:
    """What these facts show, the worst first; what is only a consequence of something else that was found is left out."""
    found: list[Diagnosis] = []
    explained: set[str] = set()
    for malady in MALADIES:
        diagnosis = malady.look(facts) if malady.key not in explained else None
        if diagnosis is not None:
            found.append(diagnosis)
            explained.update(diagnosis.explains)
    return tuple(sorted(found, key=lambda diagnosis: SEVERITIES.index(diagnosis.severity)))
