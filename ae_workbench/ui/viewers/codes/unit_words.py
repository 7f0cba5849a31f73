"""A unit's statistics over the test set, in words."""

from PySide6.QtCore import QCoreApplication

from ae_workbench.ui.viewers.codes.jobs import Summary
from ae_workbench.ui.wording import signed_text


def unit_words(summary: Summary | None, unit: int) -> list[str]:
    """Mean and deviation, and how much it is used or that it is idle."""
    if summary is None or unit >= summary.units:
        return []
    statistics = summary.statistics
    mean, deviation = float(statistics.means[unit]), float(statistics.deviations[unit])
    words = [_tr("mean {mean} ± {deviation}").format(mean=signed_text(mean, ".3g"), deviation=f"{deviation:.3g}")]
    if summary.kl is not None:
        words.append(_tr("KL {kl} nats").format(kl=f"{float(summary.kl[unit]):.3g}"))
    elif unit not in summary.idle:
        words.append(_tr("active in {share} %").format(share=f"{100 * float(statistics.active_shares[unit]):.0f}"))
    if unit in summary.idle:
        words.append(_tr("dead") if summary.kl is None else _tr("collapsed"))
    return words


def _tr(text: str) -> str:
    return QCoreApplication.translate("codes", text)
