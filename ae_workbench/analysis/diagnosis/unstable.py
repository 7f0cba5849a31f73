"""The learning rate is too high: the loss diverged, rose again, jumps about, or leapt up on the way."""

import numpy as np

from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, Malady, Severity
from ae_workbench.analysis.diagnosis.facts import Facts

KEY = "unstable"
RISEN = 0.10
JUMPING = 0.05
LEAP, RECOVERED = 2.0, 0.5
"""Times the lowest loss before a leap: how high that goes, and where a training ends that has recovered. Schedules that restart stay far
below the first; an LSTM may leap once and still learn well."""
LAST_THIRD, FEWEST_RECENT = 3, 4


def look(facts: Facts) -> Diagnosis | None:
    """By the training loss, which falls nearly every epoch in a healthy run."""
    if facts.outcome == "diverged":
        seen = "The loss stopped being a finite number, so the training ended."
        return _diagnosis(facts, "problem", "The training diverged", seen)
    whole = facts.curve("loss")
    losses = whole[facts.restarted_after :]  # at a restart it rises by design
    if not facts.is_judgeable or losses.size < 2:
        return None
    least, last = float(losses.min()), float(losses[-1])
    if least <= 0:
        return None
    if last > (1 + RISEN) * least:
        epoch = facts.history[facts.restarted_after + int(losses.argmin())].epoch
        seen = f"The training loss was down to {least:.4g} after epoch {epoch} and is up at {last:.4g} again."
        return _diagnosis(facts, "warning" if _outlook(facts) else "problem", "The training loss rises", seen)
    recent = losses[-max(FEWEST_RECENT, losses.size // LAST_THIRD) :]
    jumps = _jumps(recent)
    if jumps > JUMPING:
        seen = f"The training loss jumps up and down: in the last {recent.size} epochs by {jumps:.0%} of its level an epoch."
        return _diagnosis(facts, "warning", "The training loss jumps", seen)
    seen = _leapt(facts, whole)
    return _diagnosis(facts, "warning", "The training loss leapt up", seen) if seen else None


def _outlook(facts: Facts) -> tuple[str, ...]:
    """A schedule that has epochs left may calm the training by itself."""
    left = facts.recipe.training.epochs - facts.epoch
    if facts.outcome or facts.recipe.training.schedule == "constant" or left <= 0:
        return ()
    return (f"The schedule still lowers the rate in the {left} epochs that are left, so it may recover.",)


def _jumps(recent: np.ndarray) -> float:
    """Mean rise an epoch, as a share of the level there."""
    return float(np.maximum(np.diff(recent), 0).mean() / recent.mean())


def _leapt(facts: Facts, losses: np.ndarray) -> str:
    """What is seen where the loss leapt up on the way and the training hasn't recovered; otherwise nothing."""
    before = np.minimum.accumulate(losses)[:-1]
    place = int((losses[1:] / before).argmax())
    low, high, last = float(before[place]), float(losses[place + 1]), float(losses[-1])
    if high <= LEAP * low or last <= RECOVERED * low:
        return ""
    epoch = facts.history[place + 1].epoch
    return f"The training loss was down to {low:.4g}, leapt up to {high:.4g} in epoch {epoch} and is now at {last:.4g}."


def _diagnosis(facts: Facts, severity: Severity, title: str, seen: str) -> Diagnosis:
    training = facts.recipe.training
    lower = facts.lower_rate
    return Diagnosis(
        KEY,
        severity,
        title,
        (
            seen,
            *_outlook(facts),
            f"At a learning rate of {training.learning_rate:g} the steps are so large that they leap over what they should go down into.",
            f"Train with a learning rate of {lower:g}.",
        ),
        (Change(f"Learning rate {lower:g}", (f"learning_rate={lower:g}",)),),
        "terms/learning-rate",
        explains=("stalled", "dead_units", "overfitting", "unfinished"),
    )


MALADY = Malady(KEY, "Learning rate too high", look)
