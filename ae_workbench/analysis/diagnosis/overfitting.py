"""The model learns its training examples by heart: validation gets worse while training gets better."""

import numpy as np

from ae_workbench.analysis.codes import Values
from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, Malady, Remedy, ShowEpoch
from ae_workbench.analysis.diagnosis.facts import Facts

KEY = "overfitting"
RISEN, MUCH = 0.02, 0.10
"""Above its least; healthy runs end at most 0.1 % above it, `deep` on 30 digits for 300 epochs 19 %."""
FEWEST, TENTH = 3, 10
"""Medians of at least so many epochs, or of a tenth of all, are compared: one bad epoch is chance, and so is one good one."""
PATIENCE = 10


def look(facts: Facts) -> Diagnosis | None:
    """The validation loss has risen for good since its best epoch, and the training loss has fallen on."""
    validation, training = facts.curve("val_loss"), facts.curve("loss")
    if not facts.is_judgeable or not training.size or validation.size <= FEWEST:
        return None
    best = int(validation.argmin())
    least, fallen = float(validation[best]), float(training[best] - training[-1])
    if least <= 0 or fallen <= 0 or not _has_risen(validation, best):
        return None
    width = _width(validation)
    rise, fall = float(np.median(validation[-width:])) / least - 1, fallen / float(training[best])
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
        (*_best_kept(facts), *_changes(facts)),
        "terms/overfitting",
        explains=("unfinished",),
    )


def _width(validation: Values) -> int:
    return max(FEWEST, validation.size // TENTH)


def _has_risen(validation: Values, best: int) -> bool:
    """Whether it is higher now than around its best epoch, by more than twice what it changes in an epoch anyway."""
    width = _width(validation)
    around = validation[max(0, best - width // 2) : best + width // 2 + 1]
    before, now = float(np.median(around)), float(np.median(validation[-width:]))
    usual = float(np.median(np.abs(np.diff(validation[-3 * width :]))))
    return now - before > max(2 * usual, RISEN * before)


def _best_kept(facts: Facts) -> tuple[Remedy, ...]:
    """The best epoch whose weights are there, unless that is the one that is judged."""
    kept = [record for record in facts.history if record.epoch in facts.stored]
    if not kept:
        return ()
    epoch = min(kept, key=lambda record: record.metrics["val_loss"]).epoch
    return (ShowEpoch(f"Show epoch {epoch}", epoch),) if epoch != facts.epoch else ()


def _changes(facts: Facts) -> tuple[Remedy, ...]:
    if facts.recipe.limit:
        return (Change("Use all examples", ("data.limit=0",)),)
    if facts.recipe.training.patience == 0:
        return (Change(f"Stop early, after {PATIENCE} epochs", (f"patience={PATIENCE}",)),)
    return ()


MALADY = Malady(KEY, "Overfitting", look)
