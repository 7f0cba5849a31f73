"""Metrics in words."""

from PySide6.QtCore import QCoreApplication

from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

TITLES = {
    "loss": QT_TRANSLATE_NOOP("metrics", "Loss"),
    "reconstruction": QT_TRANSLATE_NOOP("metrics", "Reconstruction"),
    "reconstruction_nats": QT_TRANSLATE_NOOP("metrics", "Reconstruction, nats"),
    "penalty": QT_TRANSLATE_NOOP("metrics", "Penalty"),
    "kl": QT_TRANSLATE_NOOP("metrics", "KL"),
}
SHORT_TITLES = {
    "reconstruction": QT_TRANSLATE_NOOP("metrics", "Recon."),
    "reconstruction_nats": QT_TRANSLATE_NOOP("metrics", "Nats"),
    "penalty": QT_TRANSLATE_NOOP("metrics", "L1"),
}
MEANINGS = {
    "loss": QT_TRANSLATE_NOOP("metrics", "What training makes small: reconstruction plus penalty or KL."),
    "reconstruction": QT_TRANSLATE_NOOP(
        "metrics", "How far outputs are from inputs: binary cross-entropy per pixel for images, squared error for sequences."
    ),
    "reconstruction_nats": QT_TRANSLATE_NOOP("metrics", "The reconstruction error summed over the pixels of an image, in nats."),
    "penalty": QT_TRANSLATE_NOOP("metrics", "The L1 activity penalty that pushes codes toward zero."),
    "kl": QT_TRANSLATE_NOOP("metrics", "How far codes are from the standard normal distribution (Kullback–Leibler divergence), in nats."),
}


def metric_title(metric: str) -> str:
    """As long as it is; a metric that nobody knows by its key."""
    return QCoreApplication.translate("metrics", TITLES.get(metric, metric))
