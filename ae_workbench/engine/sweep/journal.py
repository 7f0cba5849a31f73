"""What stands in Optuna's journal of a sweep: its trials, with their values and states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ae_workbench.core.errors import RunError
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import State
from ae_workbench.core.varying import Value, value_text
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.variants.sweeps import Point

if TYPE_CHECKING:
    from optuna.trial import FrozenTrial

NAME = "sweep"
SEED = "seed"
ERROR, AGAIN, SAMPLED, REPEATS, LEFT = "error", "again", "sampled", "repeats", "left"
"""Noted beside a trial: why it failed, whether it is worth another try, that a sampler chose its point, which trial had it before,
that its number is no longer used."""
BROKEN = (ValueError, TypeError, AttributeError, AssertionError, UnicodeError)
"""What Optuna raises for lines that it didn't write."""
Key = tuple[str, ...]


class _OwnLock:
    """Whoever writes holds the sweep's folder, with a lock that no crash leaves behind."""

    def acquire(self) -> bool:
        return True

    def release(self) -> None:
        return None


def kept_trials(folder: SweepFolder) -> list[FrozenTrial]:
    """What stands in a sweep's journal, also while somebody writes it; nothing before its first start."""
    if not folder.journal.is_file():
        return []
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    try:
        study = optuna.load_study(storage=storage_of(folder), study_name=NAME)
    except KeyError:  # killed before its first line was whole
        return []
    except BROKEN:
        raise RunError(f"The journal of the sweep in {folder.path} is broken: its trials can't be read.") from None
    return newest(folder.sweep, study.get_trials(deepcopy=False))


def newest(sweep: Sweep, trials: Sequence[FrozenTrial]) -> list[FrozenTrial]:
    """The newest of each point and seed that was trained, in the order of their numbers."""
    begun = [
        trial for trial in trials if trial.state.name != "WAITING" and SEED in trial.params and not {REPEATS, LEFT} & set(trial.user_attrs)
    ]
    return sorted({key_of(sweep, trial.params): trial for trial in begun}.values(), key=lambda trial: trial.number)


def key_of(sweep: Sweep, params: Mapping[str, Any]) -> Key:
    """Tells points and seeds apart."""
    return tuple(repr(params.get(name)) for name in (*sweep.names, SEED))


def storage_of(folder: SweepFolder) -> Any:
    from optuna.storages import JournalStorage
    from optuna.storages.journal import JournalFileBackend

    return JournalStorage(JournalFileBackend(str(folder.journal), _OwnLock()))


def encoded(value: Value) -> Any:
    """As Optuna can keep it: lists of layers as text."""
    return value_text(value) if isinstance(value, tuple) else value


def decoded(sweep: Sweep, params: Mapping[str, Any]) -> tuple[Point, int]:
    """Values and seed of a trial from Optuna's parameters."""
    values = {}
    for each in sweep.varied:
        kept = params[each.parameter]
        values[each.parameter] = next((value for value in each.values if encoded(value) == kept), kept)
    return values, int(params[SEED])


def state_of(trial: FrozenTrial) -> State:
    """One that is not ended is open: interrupted, unless somebody trains it now."""
    states: dict[str, State] = {"COMPLETE": "complete", "PRUNED": "pruned", "FAIL": "failed"}
    return states.get(trial.state.name, "interrupted")
