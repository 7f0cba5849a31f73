"""The article's claims as experiments, in its order. A new one is a file here and a line in ``EXPERIMENTS``."""

from ae_workbench.analysis.experiments import (
    compression,
    data_specific,
    denoising,
    depth,
    dimensions,
    kl_weight,
    pca,
    pretraining,
    probe,
    sparsity,
)
from ae_workbench.analysis.experiments.experiment import Experiment
from ae_workbench.core.registry import Registry

EXPERIMENTS: Registry[Experiment] = Registry(
    "experiment",
    data_specific.EXPERIMENT,
    compression.EXPERIMENT,
    dimensions.EXPERIMENT,
    pca.EXPERIMENT,
    sparsity.EXPERIMENT,
    depth.EXPERIMENT,
    probe.EXPERIMENT,
    pretraining.EXPERIMENT,
    denoising.EXPERIMENT,
    kl_weight.EXPERIMENT,
)
