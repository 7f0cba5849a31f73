"""What experiments and diagnoses say, in Chinese: their sentences have gaps, and some of what fills them is translated, too."""

import re

import pytest

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.measuring import measure
from ae_workbench.analysis.chapters.settings import settings
from ae_workbench.analysis.diagnosis import MALADIES
from ae_workbench.analysis.experiments import EXPERIMENTS
from ae_workbench.analysis.experiments.experiment import Chart, Findings
from ae_workbench.ui.help.pages import Library
from ae_workbench.ui.sentences import in_words
from tests.unit.analysis.diagnosis.cases import every_diagnosis
from tests.unit.analysis.experiments.labs import PcaLab, blobs

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b(the|of|with|and|is|are|from)\b")


def texts(findings: Findings) -> list[str]:
    """Sentences, and titles and labels of plots and tables."""
    charts = [plot for plot in findings.plots if isinstance(plot, Chart)]
    return [
        *findings.words,
        *(plot.title for plot in findings.plots),
        *(label for chart in charts for label in (chart.x_label, chart.y_label)),
        *(table.title for table in findings.tables),
    ]


@pytest.mark.parametrize(
    "key", ["data_specific", "compression", "dimensions", "pca", "sparsity", "depth", "probe", "pretraining", "denoising", "kl_weight"]
)
def test_everything_an_experiment_says_is_said_in_chinese(chinese, key):
    experiment = EXPERIMENTS[key]
    said = [in_words(text) for text in (experiment.title, experiment.claim, *texts(experiment.measure(PcaLab(blobs(80, side=28)))))]
    plain = {"PSNR (dB)", "SSIM", "KL（nat）"}
    assert [text for text in said if (not CHINESE.search(text) or ENGLISH.search(text)) and text not in plain] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Letters, Text, Waves", "字母，文本，波形"),
        ("JPEG, a file each", "JPEG，各成一个文件"),
        ("Variational, 32", "变分，32"),
        ("PCA, 32", "PCA，32"),
        ("Simple, 2: 36.1%; Deep, 2: 42.5%", "简单，2: 36.1%；深层，2: 42.5%"),
        ("Simple (as published)", "简单（按文章）"),
        ("nobody knows this, Letters", "nobody knows this, Letters"),
        ("1, 2", "1, 2"),
    ],
)
def test_lists_of_names_are_said_name_by_name(chinese, text, said):
    assert in_words(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gaussian", "高斯"),
        ("Trained on Digits", "在手写数字上训练"),
        ("Trained on MNIST", "在 MNIST 上训练"),
        ("Digits (3 left out)", "手写数字（略去 3 个）"),
    ],
)
def test_a_value_and_the_name_of_data_are_said_as_what_they_are(chinese, text, said):
    assert in_words(text) == said


def test_every_diagnosis_is_said_in_chinese(chinese):
    found = every_diagnosis()
    assert {diagnosis.key for diagnosis in found} == set(MALADIES.keys)
    texts = [text for each in found for text in (each.title, *each.words, *(remedy.words for remedy in each.remedies))]
    said = {text: in_words(text) for text in (*texts, *(malady.name for malady in MALADIES))}
    assert [text for text, words in said.items() if (not CHINESE.search(words) or ENGLISH.search(words)) and "β =" not in text] == []


@pytest.mark.parametrize("key", CHAPTERS.keys)
def test_everything_a_chapter_says_is_said_in_chinese(chinese, key):
    chapter = CHAPTERS[key]
    found = texts(measure(chapter, PcaLab(blobs(80, side=28)))) if chapter.variant and chapter.data is None else []
    written = [chapter.title, chapter.section, chapter.summary, chapter.numbers_stand, *chapter.reasons.values()]
    written += [quantity.label for quantity in chapter.quantities if quantity.label != "PSNR"]
    written += [illustration.theirs for illustration in chapter.illustrations] + [setting.label for setting in settings(chapter)]
    said = [in_words(text) for text in (*written, *found) if text]
    assert [text for text in said if not CHINESE.search(text) or ENGLISH.search(text)] == []


def test_the_help_calls_the_chapters_by_their_titles(chinese):
    for chapter in CHAPTERS:
        assert Library()[f"chapters/{chapter.key}"].title == chapter.title
        assert Library("zh_CN")[f"chapters/{chapter.key}"].title == in_words(chapter.title)
