"""What a training panel is told in these tests."""

from ae_workbench.engine.events import Started

METRICS = {"loss": 0.3, "reconstruction": 0.25, "val_loss": 0.35, "val_reconstruction": 0.3}


def started(panel, tmp_path, epochs=10):
    panel.show_event(Started(tmp_path, 0, epochs, 1000, 5000))
