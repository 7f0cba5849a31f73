"""Which buttons of the training panel can be used, and what they say."""

from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.panels.focus_turns import FocusTurns
from ae_workbench.ui.panels.training_controls import TrainingControls


class State(Enum):
    """What the panel's buttons are for at the moment."""

    IDLE = auto()
    WAITING = auto()
    RUNNING = auto()
    PAUSING = auto()
    PAUSED = auto()
    STOPPING = auto()
    UNSAVED = auto()


class TrainingButtons(QObject):
    """Those of ``controls`` in ``panel``, which holds the focus while none of them can."""

    def __init__(self, controls: TrainingControls, panel: QWidget) -> None:
        super().__init__(panel)
        self._controls = controls
        self._turns = FocusTurns(panel)
        self._tips = {button: button.toolTip() for button in (controls.start_button, controls.epoch_button)}

    def follow(self, state: State, has_run: bool, refusal: str) -> None:
        """``refusal`` is why nothing can be started; where that is why a button is off, its tooltip says so."""
        controls, is_idle = self._controls, state is State.IDLE
        can_start = is_idle and not refusal
        self._turns.turn({
            controls.pause_button: state in (State.RUNNING, State.PAUSING, State.PAUSED),
            controls.stop_button: state in (State.WAITING, State.RUNNING, State.PAUSING, State.PAUSED, State.UNSAVED),
            controls.start_button: can_start,
            controls.more_button: is_idle and has_run,
            controls.epoch_button: state is State.PAUSED or can_start,
        })  # fmt: skip
        controls.start_button.setIcon(theme.icon("play", "accent_text" if can_start else "text"))
        for button, tip in self._tips.items():
            button.setToolTip(with_reason(tip, refusal if is_idle else ""))
        resumes = state in (State.PAUSING, State.PAUSED)
        controls.pause_button.say(self.tr("Resume") if resumes else self.tr("Pause"))
        controls.pause_button.setIcon(theme.icon("play" if resumes else "pause"))


def with_reason(tip: str, why: str) -> str:
    """A tooltip of what can't be used, with the reason below."""
    return f"{tip}\n\n{why}" if why else tip
