"""Layer-wise pretraining: a deep autoencoder started from a stack of shallow ones, with old and with modern initialisation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ae_workbench.analysis.experiments.experiment import Chart, Experiment, Findings, Number, Series, Table, Verdict
from ae_workbench.analysis.experiments.lab import Floats, Lab, Model
from ae_workbench.analysis.experiments.making import lower_by, metric_by_epoch, need_images, seconds_spent
from ae_workbench.core.parameters import to_json
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.variants.recipes import find_recipe, make_plan, with_settings

SMALL_STD = 0.01
START_SEED = 11
WORTH = 0.01
"""By which share an error must be lower to count: another seed changes it by some tenths of a per cent."""


@dataclass(frozen=True)
class Era:
    """How weights used to begin: drawn from N(0, ``start_std``²), or by Glorot's rule, which is Keras's, where that is None."""

    key: str
    name: str
    activation: str
    start_std: float | None


OLD = Era("old", f"Sigmoid, N(0, {SMALL_STD}²)", "sigmoid", SMALL_STD)
BETWEEN = Era("between", "Sigmoid, Glorot", "sigmoid", None)
MODERN = Era("modern", "relu, Glorot", "relu", None)


@dataclass(frozen=True)
class Trial:
    """The deep autoencoder of an era: from scratch, from scratch in twice the epochs, and after pretraining, which took ``seconds``.

    Pretraining takes about as long as training does, so only the one with twice the epochs is a fair match for it.
    """

    era: Era
    plain: Model
    longer: Model
    pretrained: Model
    seconds: float

    @property
    def ways(self) -> tuple[tuple[str, str, Model, float], ...]:
        """Key, name, model and the seconds of pretraining before it."""
        return (
            ("plain", "from scratch", self.plain, 0.0),
            ("longer", "twice as long from scratch", self.longer, 0.0),
            ("pretrained", "after pretraining", self.pretrained, self.seconds),
        )

    @property
    def gain(self) -> float:
        """By which share pretraining lowers the error of the better one from scratch."""
        plain, longer, pretrained = (metric_by_epoch(model)[-1] for _, _, model, _ in self.ways)
        return lower_by(min(plain, longer), pretrained)


def measure(lab: Lab) -> Findings:
    """Validation error of the deep autoencoder in each era, with and without greedy layer-wise pretraining.

    All epochs also in a quick lab, where they take a second: what starts from small random numbers needs them.
    """
    need_images(lab)
    eras = (OLD, MODERN) if lab.quick else (OLD, BETWEEN, MODERN)
    trials = []
    for done, era in enumerate(eras):
        lab.progress(done / len(eras), f"Training: {era.name}")
        trials.append(_tried(lab, era))
    verdict, reason = judged(trials[0].gain, trials[-1].gain)
    return Findings(
        verdict,
        (
            reason,
            *(_told(trial) for trial in trials),
            "All are trained alike, with Adam: only start and activation differ.",
        ),
        tuple(
            Number(f"{trial.era.key}_{key}", f"{trial.era.name}, {how}", metric_by_epoch(model)[-1], "nats per pixel")
            for trial in trials
            for key, how, model, _ in trial.ways
        ),
        (_table(trials),),
        (_by_epoch(trials), _by_time(trials)),
    )


def judged(old_gain: float, modern_gain: float) -> tuple[Verdict, str]:
    """The claim has two parts: pretraining helped once, and no longer does. ``…_gain``: by which share it lowers the error."""
    if old_gain <= WORTH:
        return "fails", f"Even with old initialisation pretraining lowers the error by no more than {WORTH:.0%} ({old_gain:+.1%})."
    if modern_gain > WORTH:
        return (
            "partly",
            f"Pretraining lowers the error by {old_gain:.1%} with old initialisation, and still by {modern_gain:.1%} with modern one.",
        )
    return (
        "holds",
        f"Pretraining lowers the error by {old_gain:.1%} with old initialisation, and no longer with modern one, where it changes by "
        f"{-modern_gain:+.1%}.",
    )


def _tried(lab: Lab, era: Era) -> Trial:
    recipe = with_settings(find_recipe("deep"), [f"activation={era.activation}"])
    longer = replace(recipe, training=replace(recipe.training, epochs=2 * recipe.training.epochs))
    begin = _start(make_plan(recipe, lab.dataset.shape), era)
    plain, patient = lab.model(recipe, start=begin), lab.model(longer, start=begin)
    start, seconds = stacked(lab, recipe, era)
    return Trial(era, plain, patient, lab.model(recipe, start=start), seconds)


def stacked(lab: Lab, deep: Recipe, era: Era) -> tuple[list[Floats], float]:
    """Weights for the deep model from shallow autoencoders, each trained on the codes of the one before, and the seconds they took.

    Source: Hinton and Salakhutdinov 2006, "Reducing the Dimensionality of Data with Neural Networks", figure 1, and
    Bengio et al. 2007, "Greedy Layer-Wise Training of Deep Networks", with autoencoders in place of Boltzmann machines.
    """
    data, seconds = lab.dataset, 0.0
    encoder: list[Floats] = []
    decoder: list[Floats] = []
    for units in _sizes(deep):
        recipe = _shallow(deep, units, era)
        first = data is lab.dataset
        model = lab.model(recipe, None if first else data, _start(make_plan(recipe, data.shape), era))
        codes, test_codes = (model.encode(data.scaling.apply(split.examples)) for split in (data.train, data.test))
        kernel, bias, *back = model.weights()
        if not first and era.activation != "sigmoid":  # the shallow one ends in a sigmoid, this layer of the deep one doesn't
            back = fitted(codes, data.train.examples.reshape(len(codes), -1))
        encoder += [kernel if first else kernel * np.float32(data.scaling.scale[0]), bias]
        decoder = [*back, *decoder]
        seconds += seconds_spent(model)[-1]
        data = codes_as_data(codes, test_codes)
    return [*encoder, *decoder], seconds


def fitted(codes: Floats, wanted: Floats) -> list[Floats]:
    """Kernel and bias that come nearest to what is wanted (n, outputs) from codes (n, units), by least squares."""
    with_one = np.concatenate([codes, np.ones((len(codes), 1), np.float32)], axis=1)
    found = np.linalg.lstsq(with_one, wanted, rcond=None)[0].astype(np.float32)
    return [found[:-1], found[-1]]


def codes_as_data(train: Floats, test: Floats) -> Dataset:
    """Codes (n, units) as images one pixel high, scaled so that the largest number is 1 where it is larger."""
    units = train.shape[1]
    scale = 1 / max(1.0, float(train.max()))
    learned, judged_by = (Split(codes.reshape(len(codes), 1, units, 1)) for codes in (train, test))
    return Dataset(f"Codes of {units} numbers", Shape((1, units, 1)), learned, judged_by, scaling=Scaling((0.0,), (scale,)))


def _sizes(deep: Recipe) -> tuple[int, ...]:
    values = to_json(deep.parameters)
    return (*values["hidden"], values["code_size"])


def _shallow(deep: Recipe, units: int, era: Era) -> Recipe:
    """One layer of the deep model as an autoencoder, trained as the deep one will be."""
    recipe = with_settings(find_recipe("simple"), [f"code_size={units}", f"activation={era.activation}"])
    return replace(recipe, training=deep.training)


def _start(plan: Plan, era: Era) -> list[Floats] | None:
    """Small random kernels and biases of zero; None leaves the beginning to Keras."""
    if era.start_std is None:
        return None
    rng = np.random.default_rng(START_SEED)
    drawn = (rng.normal(0, era.start_std, dims) if len(dims) > 1 else np.zeros(dims) for dims in plan.weight_dims)
    return [weights.astype(np.float32) for weights in drawn]


def _told(trial: Trial) -> str:
    plain, longer, pretrained = (metric_by_epoch(model)[-1] for _, _, model, _ in trial.ways)
    return (
        f"{trial.era.name}: from scratch {plain:.4f} nats per pixel, in twice the epochs {longer:.4f}, "
        f"after {trial.seconds:.1f} s of pretraining {pretrained:.4f}."
    )


def _table(trials: Sequence[Trial]) -> Table:
    columns = ("Start", "Training", "Error after one epoch", "Error at the end", "Seconds of pretraining", "Seconds after it")
    rows = []
    for trial in trials:
        for _, how, model, seconds in trial.ways:
            errors = metric_by_epoch(model)
            rows.append((trial.era.name, how, errors[0], errors[-1], seconds, seconds_spent(model)[-1]))
    return Table("With and without layer-wise pretraining", columns, tuple(rows))


def _named(trials: Sequence[Trial]) -> list[tuple[str, Model, float]]:
    return [(f"{trial.era.name}, {how}", model, seconds) for trial in trials for _, how, model, seconds in trial.ways]


def _by_epoch(trials: Sequence[Trial]) -> Chart:
    lines = tuple(Series(name, _numbers_of(model), metric_by_epoch(model)) for name, model, _ in _named(trials))
    return Chart("The whole deep model, epoch by epoch", "Epoch", "Error (nats per pixel)", lines)


def _numbers_of(model: Model) -> tuple[float, ...]:
    return tuple(float(epoch.number) for epoch in model.epochs)


def _by_time(trials: Sequence[Trial]) -> Chart:
    """The time of pretraining counts too."""
    lines = tuple(
        Series(name, tuple(before + spent for spent in seconds_spent(model)), metric_by_epoch(model))
        for name, model, before in _named(trials)
    )
    return Chart("The same against all the time it took", "Seconds, pretraining included", "Error (nats per pixel)", lines)


EXPERIMENT = Experiment(
    "pretraining",
    "closing",
    "Layer-wise pretraining, then and now",
    "To pretrain a deep network layer by layer was useful once; with better initialisation it no longer is.",
    measure,
)
