"""What stands beside and below the plots of sweeps."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from ae_workbench.core.combinations import Combination, combinations
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import Value, value_text, varied_spec
from ae_workbench.core.wording import option_name
from ae_workbench.data.loading import shape_of

TITLES = {
    "val_reconstruction": "Validation error", "reconstruction": "Training error", "val_loss": "Validation loss", "loss": "Training loss",
}  # fmt: skip
MOST_LISTED = 6


def title(sweep: Sweep, key: str) -> str:
    """A parameter by its label, anything else by its word."""
    return varied_spec(sweep.recipe, key).label if key in sweep.names else TITLES.get(key, key.replace("_", " ").capitalize())


def heading(sweep: Sweep) -> str:
    return f"{sweep.recipe.name or sweep.recipe.variant}: {' × '.join(title(sweep, name) for name in sweep.names)}"


def error_title(sweep: Sweep) -> str:
    """``Validation error (val_reconstruction, BCE per pixel)``; without the measure where the data are not at hand to tell."""
    parts = [sweep.objective]
    if sweep.objective.endswith("reconstruction"):
        with suppress(WorkbenchError):
            parts.append("BCE per pixel" if shape_of(sweep.recipe.data).is_image else "MSE")
    return f"{title(sweep, sweep.objective)} ({', '.join(parts)})"


def value_name(sweep: Sweep, key: str, text: str) -> str:
    """A value beside the axis; options by their own names."""
    return option_name(text) if key in sweep.names and hasattr(varied_spec(sweep.recipe, key), "options") else text


def point_name(sweep: Sweep, values: Mapping[str, Value]) -> str:
    """``code size 16, learning rate 30``."""
    return ", ".join(f"{_within(title(sweep, name))} {value_name(sweep, name, value_text(value))}" for name, value in values.items())


def lacking_text(sweep: Sweep, trials: Iterable[Trial]) -> str:
    """A sentence about the combinations that have fewer whole trials than seeds; nothing where all have."""
    lacking = [each for each in combinations(sweep, trials) if each.count < each.seeds]
    if not lacking:
        return ""
    named = "; ".join(f"{point_name(sweep, each.values)} ({_why(each)})" for each in lacking[:MOST_LISTED])
    more = f"; and {len(lacking) - MOST_LISTED} more" if len(lacking) > MOST_LISTED else ""
    return f"{'Of fewer seeds' if len(sweep.seeds) > 1 else 'Without a result'}: {named}{more}."


def _why(found: Combination) -> str:
    """``n = 1 of 3: 1 failed, 1 pruned``; of one seed only what became of it."""
    counts = {
        "failed": sum(trial.state == "failed" or (trial.state == "complete" and trial not in found.whole) for trial in found.trials),
        "pruned": sum(trial.state == "pruned" for trial in found.trials),
    }
    open_ones = found.seeds - found.count - sum(counts.values())
    told = [(count, word) for word, count in {**counts, "not ended": open_ones}.items() if count > 0]
    if found.seeds == 1:
        return ", ".join(word for _, word in told)
    return f"n = {found.count} of {found.seeds}: {', '.join(f'{count} {word}' for count, word in told)}"


def _within(label: str) -> str:
    """A label inside a sentence: only its first letter is small, unless it is an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
