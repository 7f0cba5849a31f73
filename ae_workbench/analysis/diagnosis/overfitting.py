"""The model learns its training examples by heart: validation gets worse while training gets better."""

import numpy as np

from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, Malady, Remedy, ShowEpoch
from ae_workbench.analysis.diagnosis.facts import Facts

KEY = "overfitting"
RISEN, MUCH = 0.02, 0.10
"""Above its least; healthy runs end at most 0.1 % above it, `deep` on 30 digits for 300 epochs 19 %."""
LATEST = 3
"""Epochs that must all be above: one bad epoch is chance."""
PATIENCE = 10


def look(facts: Facts) -> Diagnosis | None:
    """The validation loss has risen for good since its best epoch, and the training loss has fallen on."""
    validation, training = facts.curve("val_loss"), facts.curve("loss")
    if not facts.is_judgeable or not training.size or validation.size <= LATEST:
        return None
    best = int(validation.argmin())
    least, last = float(validation[best]), float(np.median(validation[-LATEST:]))
    rise, fall = (last / least - 1, 1 - float(training[-1] / training[best])) if least > 0 and training[best] > 0 else (0.0, 0.0)
    if validation[-LATEST:].min() <= (1 + RISEN) * least or fall <= 0:
        return None
    epoch = facts.history[best].epoch
    return Diagnosis(
        KEY,
        "problem" if rise > MUCH and facts.outcome != "early_stopped" else "warning",
        "The model overfits",
        (
            f"The validation loss was lowest after epoch {epoch} ({least:.4g}). Since then it has risen by {rise:.1%}, "
            f"while the training loss fell by another {fall:.1%}.",
            f"The model now learns its {facts.train_count:,} training examples by heart rather than what they have in common.",
            f"Use it as it was after epoch {epoch}. More examples, a smaller model or stopping early prevent it.",
        ),
        (ShowEpoch(f"Show epoch {epoch}", epoch), *_changes(facts)),
        "terms/overfitting",
        explains=("unfinished",),
    )


def _changes(facts: Facts) -> tuple[Remedy, ...]:
    if facts.recipe.limit:
        return (Change("Use all examples", ("data.limit=0",)),)
    if facts.recipe.training.patience == 0:
        return (Change(f"Stop early, after {PATIENCE} epochs", (f"patience={PATIENCE}",)),)
    return ()


MALADY = Malady(KEY, "Overfitting", look)
