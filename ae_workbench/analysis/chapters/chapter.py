"""What a chapter of the article is, as plain data: its model in two settings, its numbers, and its figures in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ae_workbench.core.recipe import Choice


@dataclass(frozen=True)
class Quantity:
    """A number of a trained model.

    ``metric`` is its key among those that are measured ("val_loss", "mean_code", …). ``published`` is the article's own as it is printed
    there, so that "0.10" keeps its last digit; empty where the article gives none. ``near``: by which share ours may miss it and still
    count as close. ``lower_is_better``: below the published number is as good as on it.
    """

    metric: str
    label: str
    unit: str = ""
    published: str = ""
    near: float = 0.05
    lower_is_better: bool = False


@dataclass(frozen=True)
class Illustration:
    """``kind`` is the key of the figure of ours that shows the same; ``theirs`` describes the article's, empty where it has none."""

    kind: str
    theirs: str = ""


@dataclass(frozen=True)
class Chapter:
    """A section of the article.

    ``variant`` is the key of the model it builds, empty where it builds none; ``data`` are what the model is made for, where any images
    won't do. ``numbers_stand`` says where in the article its numbers are. ``reasons`` say why the modern preset differs, by the name of
    the setting. The help page ``chapters/<key>`` explains it all.
    """

    key: str
    title: str
    section: str
    summary: str
    variant: str = ""
    data: Choice | None = None
    quantities: tuple[Quantity, ...] = ()
    numbers_stand: str = ""
    illustrations: tuple[Illustration, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
