"""What the training panel and the trainer ask and tell each other, and what commands and status bar take over from the panel."""

from PySide6.QtCore import QObject, Slot

from ae_workbench.ui.actions import Actions
from ae_workbench.ui.data_flow import DataFlow
from ae_workbench.ui.panels.training import TrainingPanel
from ae_workbench.ui.panels.training_buttons import with_reason
from ae_workbench.ui.status_bar import StatusBar
from ae_workbench.ui.trainer import Trainer
from ae_workbench.ui.workspace import Workspace


class TrainingFlow(QObject):
    """A command does what the panel's button does, and can be used when it can."""

    def __init__(
        self, panel: TrainingPanel, trainer: Trainer, workspace: Workspace, data_flow: DataFlow, status: StatusBar, actions: Actions
    ) -> None:
        super().__init__(panel)
        self._panel, self._trainer, self._workspace, self._status = panel, trainer, workspace, status
        buttons = {
            "start": panel.start_button, "pause": panel.pause_button, "epoch": panel.epoch_button,
            "stop": panel.stop_button, "more": panel.more_button,
        }  # fmt: skip
        self._buttons = {actions[key]: button for key, button in buttons.items()}
        self._tips = {action: action.toolTip() for action in (actions["start"], actions["epoch"])}
        self._connect(data_flow)

    def _connect(self, data_flow: DataFlow) -> None:
        panel, trainer = self._panel, self._trainer
        data_flow.arrived.connect(self._follow_data)
        data_flow.arrived.connect(trainer.data_arrived)
        self._workspace.run_changed.connect(self._follow_run)
        panel.start_requested.connect(trainer.start)
        panel.pause_requested.connect(trainer.pause)
        panel.resume_requested.connect(trainer.resume)
        panel.epoch_requested.connect(trainer.one_epoch)
        panel.stop_requested.connect(trainer.stop)
        panel.more_requested.connect(trainer.go_on)
        trainer.happened.connect(panel.show_event)
        trainer.waiting.connect(panel.show_waiting)
        trainer.refused.connect(panel.show_refused)
        trainer.cancelled.connect(panel.show_cancelled)
        trainer.idle.connect(self._follow_end)
        panel.state_changed.connect(self.follow_buttons)
        for action, button in self._buttons.items():
            action.triggered.connect(button.click)

    @Slot()
    def follow_buttons(self) -> None:
        """Commands can be used when their buttons can, and say why a training can't start."""
        for action, button in self._buttons.items():
            action.setEnabled(button.isEnabled())
        for action, tip in self._tips.items():
            action.setToolTip(with_reason(tip, self._panel.refusal))

    @Slot()
    def _follow_data(self) -> None:
        dataset = self._workspace.dataset
        self._panel.shows_images = dataset is None or dataset.shape.is_image

    @Slot()
    def _follow_run(self) -> None:
        """Another run is shown; one that is about to train speaks for itself by its events."""
        run = self._workspace.run_folder
        if not self._trainer.is_busy:
            self._panel.show_run(run)

    @Slot()
    def _follow_end(self) -> None:
        """A training ended while another run was looked at."""
        if self._workspace.run_folder is not self._trainer.run:
            self._status.say(self._panel.status.text())
            self._follow_run()
