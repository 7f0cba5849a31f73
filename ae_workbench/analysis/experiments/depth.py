"""Deeper, convolutional: what more layers are worth at the same code size."""

from dataclasses import dataclass

from ae_workbench.analysis.experiments.experiment import Chart, Experiment, Findings, Number, Pictures, Series, Table, Verdict
from ae_workbench.analysis.experiments.lab import Floats, Lab, Model
from ae_workbench.analysis.experiments.making import (
    error_within,
    held_out,
    lower_by,
    metric_by_epoch,
    need_images,
    recipe_for,
    seconds_spent,
    shown,
    verdict_of,
)
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.variants.parts import pooled_dims
from ae_workbench.variants.recipes import make_plan

CODE_SIZE = 32
FILTERS = (16, 8, 8)
WORTH = 0.01
"""By which share an error must be lower to count: another seed changes it by some tenths of a per cent."""
SHOWN = 10
COLUMNS = ("Model", "Numbers in the code", "Parameters", "Multiply–adds an image", "Epochs", "Seconds", "Error", "Error at equal time")


@dataclass(frozen=True)
class Contestant:
    """A model under its name; ``published`` is the article's loss."""

    key: str
    name: str
    model: Model
    published: float | None = None

    @property
    def error(self) -> float:
        return metric_by_epoch(self.model)[-1]

    @property
    def seconds(self) -> float:
        return seconds_spent(self.model)[-1]


def measure(lab: Lab) -> Findings:
    """Validation error of simple, deep and convolutional autoencoders whose codes are of the same size."""
    need_images(lab)
    contestants = _trained(lab)
    simple, deep, convolutional = contestants[:3]
    verdict, reason = judged(simple.error, deep.error, convolutional.error)
    if lab.quick and verdict != "holds":
        verdict = "open"  # convolutions had the fewest epochs, and are far from done
    rows = tuple(_row(each, min(one.seconds for one in contestants[:3])) for each in contestants)
    return Findings(
        verdict,
        (
            reason,
            _parameters(simple, convolutional),
            *_size_matters(contestants[3:], lab.quick),
            *_at_equal_time(contestants[:3]),
            *_caveats(lab),
        ),
        tuple(Number(f"error_{each.key}", each.name, each.error, "nats per pixel", each.published) for each in contestants),
        (Table("The same code size, and the article's", COLUMNS, rows),),
        (_against_time(contestants), _against_parameters(contestants), _pictures(lab, contestants)),
    )


def judged(simple: float, deep: float, convolutional: float) -> tuple[Verdict, str]:
    """The claim has two parts: deep beats simple, convolutional beats deep."""
    first, second = lower_by(simple, deep), lower_by(deep, convolutional)
    verdict = verdict_of([first > WORTH, second > WORTH])
    errors = f"simple {simple:.4f}, deep {deep:.4f}, convolutional {convolutional:.4f} nats per pixel"
    if verdict == "holds":
        return verdict, f"With codes of one size each step lowers the error, by {first:.1%} and then by {second:.1%}: {errors}."
    if first > WORTH:
        return (
            verdict,
            f"With codes of one size deep layers lower the error by {first:.1%}, but convolutions don't lower it further: {errors}.",
        )
    if second > WORTH:
        return (
            verdict,
            f"With codes of one size convolutions beat deep layers by {second:.1%}, but deep ones don't beat simple ones: {errors}.",
        )
    return verdict, f"With codes of one size neither deep layers nor convolutions lower the error by more than {WORTH:.0%}: {errors}."


def small_code_filters(shape: Shape) -> tuple[int, ...]:
    """The article's filters with fewer maps at the end: for 28×28 pixels 4×4 places with 2 maps each are 32 numbers.

    One more pooling with more maps comes to the same size, but ends worse (digits, 30 epochs: 0.175 against 0.161).
    """
    height, width, _ = pooled_dims(shape, FILTERS)
    return (*FILTERS[:-1], max(1, round(CODE_SIZE / (height * width))))


def _trained(lab: Lab) -> list[Contestant]:
    shape = lab.dataset.shape
    published = recipe_for(lab, "convolutional")
    small = recipe_for(lab, "convolutional", f"filters={','.join(map(str, small_code_filters(shape)))}")
    size, large_size = (make_plan(recipe, shape).code_size for recipe in (small, published))
    wanted: list[tuple[str, str, Recipe, float | None]] = [
        ("simple", f"Simple, {size}", recipe_for(lab, "simple", f"code_size={size}"), 0.10),
        ("deep", f"Deep, {size}", recipe_for(lab, "deep", f"code_size={size}"), 0.097),
        ("convolutional", f"Convolutional, {size}", small, None),
    ]
    if large_size != size:  # of small images the article's convolutional code is small, too
        wanted += [
            ("simple_large", f"Simple, {large_size}", recipe_for(lab, "simple", f"code_size={large_size}"), None),
            ("convolutional_large", f"Convolutional, {large_size}", published, 0.094),
        ]
    found = []
    for done, (key, name, recipe, loss) in enumerate(wanted):
        lab.progress(done / len(wanted), f"Training: {name}")
        found.append(Contestant(key, name, lab.model(recipe), loss))
    return found


def _row(one: Contestant, seconds: float) -> tuple[str | float, ...]:
    plan = one.model.plan
    known = (one.name, plan.code_size, plan.parameter_count, plan.multiply_adds, len(one.model.epochs))
    return (*known, one.seconds, one.error, error_within(one.model, seconds))


def _size_matters(larger: list[Contestant], quick: bool) -> list[str]:
    """The article's convolutional code is larger than its dense ones, so a lower error alone says little."""
    if not larger:
        return []
    simple, convolutional = larger
    gain = lower_by(simple.error, convolutional.error)
    size = convolutional.model.plan.code_size
    if gain > WORTH:
        return [f"The article's convolutional code has {size} numbers; against a simple one of that size its error is {gain:.1%} lower."]
    better = (
        f"The article's convolutional code has {size} numbers, and a simple one of that size does as well or better "
        f"({simple.error:.4f} against {convolutional.error:.4f})"
    )
    return [f"{better} after so few epochs." if quick else f"{better}: what looks like a gain of convolutions is the larger code."]


def _at_equal_time(three: list[Contestant]) -> tuple[str, ...]:
    quickest = min(three, key=lambda one: one.seconds)
    best = min(three, key=lambda one: error_within(one.model, quickest.seconds))
    slowest = max(three, key=lambda one: one.seconds)
    ratio = slowest.seconds / max(quickest.seconds, 1e-9)
    return (
        f"“{slowest.name}” took {ratio:.1f} times as long as “{quickest.name}”.",
        f"Given only the {quickest.seconds:.1f} s of the quickest, “{best.name}” has the lowest error.",
    )


def _parameters(simple: Contestant, convolutional: Contestant) -> str:
    few, many = convolutional.model.plan.parameter_count, simple.model.plan.parameter_count
    return f"The convolutional model has {few:,} parameters, the simple one {many:,}."


def _caveats(lab: Lab) -> list[str]:
    words = [f"The article's losses are of MNIST, after its own numbers of epochs; these are of {lab.dataset.name}."]
    if lab.quick:
        words.append(
            "This was a quick test with few images and epochs, of which convolutions need more than dense layers do: "
            "only a full one can judge."
        )
    return words


def _against_time(contestants: list[Contestant]) -> Chart:
    lines = tuple(Series(one.name, seconds_spent(one.model), metric_by_epoch(one.model)) for one in contestants)
    return Chart("Error against training time", "Seconds, without compiling", "Error (nats per pixel)", lines, log_x=True)


def _against_parameters(contestants: list[Contestant]) -> Chart:
    points = tuple(Series(one.name, (float(one.model.plan.parameter_count),), (one.error,), "points") for one in contestants)
    return Chart("Error against parameters", "Parameters", "Error (nats per pixel)", points, log_x=True)


def _pictures(lab: Lab, contestants: list[Contestant]) -> Pictures:
    images, _ = held_out(lab, SHOWN)
    rows: list[tuple[str, Floats]] = [("Input", shown(images))]
    rows += [(one.name, shown(one.model.reconstruct(images))) for one in contestants]
    return Pictures("What each draws again", tuple(rows))


EXPERIMENT = Experiment(
    "depth",
    "deep",
    "Deeper, and convolutional",
    "At the same code size more layers reconstruct a little better, and convolutions better still.",
    measure,
)
