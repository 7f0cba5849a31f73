"""How the sweep page says states, axes and trials."""

from PySide6.QtCore import QCoreApplication

from ae_workbench.core.parameters import Choice
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import Value, value_text, varied_spec
from ae_workbench.core.wording import factor
from ae_workbench.data import SOURCES
from ae_workbench.ui import words
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.wording import count_text, data_word, metric_text, option_title, said
from ae_workbench.variants import VARIANTS

CONTEXT = "sweep"
STATES = {
    "running": (QT_TRANSLATE_NOOP("sweep", "Running"), "accent"),
    "interrupted": (QT_TRANSLATE_NOOP("sweep", "Interrupted"), "warning"),
    "complete": (QT_TRANSLATE_NOOP("sweep", "Complete"), "good"),
    "pruned": (QT_TRANSLATE_NOOP("sweep", "Pruned"), "muted"),
    "failed": (QT_TRANSLATE_NOOP("sweep", "Failed"), "bad"),
}
"""Words, and the theme's colour for them."""
METRICS = {
    "val_reconstruction": QT_TRANSLATE_NOOP("sweep", "Validation error"),
    "val_loss": QT_TRANSLATE_NOOP("sweep", "Validation loss"),
    "reconstruction": QT_TRANSLATE_NOOP("sweep", "Training error"),
    "loss": QT_TRANSLATE_NOOP("sweep", "Training loss"),
}
COLUMNS = {
    "seed": QT_TRANSLATE_NOOP("sweep", "Seed"),
    "epochs": QT_TRANSLATE_NOOP("sweep", "Epochs"),
    "seconds": QT_TRANSLATE_NOOP("sweep", "Seconds"),
    "code_size": QT_TRANSLATE_NOOP("sweep", "Code size"),
    "compression": QT_TRANSLATE_NOOP("sweep", "Compression"),
    "parameter_count": QT_TRANSLATE_NOOP("sweep", "Parameters"),
    "number": QT_TRANSLATE_NOOP("sweep", "Trial"),
    "state": QT_TRANSLATE_NOOP("sweep", "State"),
}


def told(text: str) -> str:
    """One of the texts above, translated."""
    return QCoreApplication.translate(CONTEXT, text)


def title_of(sweep: Sweep, key: str) -> str:
    """An axis or a column: a parameter by its label, anything else by its word."""
    if key in sweep.names:
        return said(varied_spec(sweep.recipe, key).label)
    return told(METRICS.get(key) or COLUMNS.get(key, key))


def shown_value(value: Value) -> str:
    """A parameter's value as it is shown; words of choices as in the forms."""
    return option_title(value) if isinstance(value, str) else value_text(value)


def tick_text(sweep: Sweep, key: str, text: str) -> str:
    """A value on an axis; words of choices as in the forms."""
    is_choice = key in sweep.names and isinstance(varied_spec(sweep.recipe, key), Choice)
    return option_title(text) if is_choice else text


def recipe_text(recipe: Recipe) -> str:
    """``Deep · Digits (built in) · Adam 0.001``."""
    training = recipe.training
    taught = f"{option_title(training.optimizer)} {training.learning_rate:g}"
    return " · ".join((said(VARIANTS[recipe.variant].title), data_title(recipe.data.key), taught))


def data_title(key: str) -> str:
    """A data source as in its list, without the dots of those that ask for a file; a key that nobody knows as it is."""
    return data_word(SOURCES[key].title).removesuffix("…") if key in SOURCES else key


def sweep_title(sweep: Sweep) -> str:
    """``Deep: code size and learning rate``."""
    names = [title_of(sweep, name) for name in sweep.names]
    return f"{said(VARIANTS[sweep.recipe.variant].title)}: {' × '.join(names)}"


def trial_tip(sweep: Sweep, trial: Trial) -> str:
    """Everything worth knowing of a trial, a line each."""
    lines = [f"{told('Trial')} {trial.number} · {told(STATES[trial.state][0])}"]
    lines += [f"{title_of(sweep, name)}: {shown_value(value)}" for name, value in trial.values.items()]
    lines.append(f"{told('Seed')}: {trial.seed}")
    if trial.code_size:
        lines.append(f"{told('Code size')}: {count_text(trial.code_size)} ({factor(trial.compression)})")
    if trial.epochs:
        lines.append(f"{told('Epochs')}: {trial.epochs} / {trial.planned_epochs} · {words.duration(trial.seconds)}")
    lines += [f"{title_of(sweep, name)}: {metric_text(value)}" for name, value in trial.metrics.items()]
    return "\n".join([*lines, in_words(trial.error)] if trial.error else lines)
