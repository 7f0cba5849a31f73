"""The report: what it holds as a page and as a PDF, in words of another language, and what it refuses."""

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest
from pypdf import PdfReader

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.measuring import measure
from ae_workbench.analysis.chapters.settings import modern_recipe, published_recipe, settings
from ae_workbench.analysis.chapters.steps import all_steps
from ae_workbench.analysis.experiments import EXPERIMENTS
from ae_workbench.analysis.experiments.experiment import Chart, Findings, Number, Pictures, ScatterMap, Series, Table
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice, recipe_to_json
from ae_workbench.engine.findings import Result, keep, results_home
from ae_workbench.export.report import ReportRequest, typeface, write_report
from ae_workbench.export.report.chinese import has_chinese, lines
from ae_workbench.export.report.paper import Paper, shared_width
from ae_workbench.export.report.plates import plot_in_words
from tests.unit.analysis.experiments.labs import PcaLab, blobs

DATA = blobs(80, side=28)
DIGITS = Choice("digits")
FINDINGS = Findings(
    "partly",
    ("Half of it is so: 3 < 4 & 5.", "The rest isn't."),
    (Number("error", "Error of the best", 0.098765, "nats", 0.097), Number("count", "Models", 12345.0)),
    (Table("Models by size", ("Model", "Error"), (("small", 0.123456), ("large", 0.1))),),
    (
        Chart("Error by size", "Size", "Error", (Series("one", (1.0, 2.0), (0.3, 0.2)),)),
        *(
            ScatterMap(name, np.random.default_rng(1).normal(size=(30, 2)).astype(np.float32), np.arange(30) % 3, ("a", "b", "c"))
            for name in ("Codes", "Their map", "Another")
        ),
        Pictures("Images", (("first", np.zeros((3, 8, 8), np.float32)),)),
    ),
)


def result(key: str, findings: Findings, **rest) -> Result:
    values = {
        "quick": False, "data": DATA.name, "fingerprint": DATA.fingerprint, "seconds": 12.3, "when": "2026-03-01T10:00:00+01:00",
        "versions": {"ae-workbench": "1.2.3", "keras": "3.99"}, "machine": "Linux, a processor, 2 processors, Python 3.11",
    }  # fmt: skip
    return Result(key, findings, **{**values, **rest})


def keep_some(home) -> None:
    """Results of one chapter, whose runs are gone, and of one experiment."""
    folder = results_home(home, DIGITS, False)
    recipes = tuple(recipe_to_json(recipe(CHAPTERS["simple"])) for recipe in (published_recipe, modern_recipe))
    found = measure(CHAPTERS["simple"], PcaLab(DATA, quick=False))
    keep(folder, result("chapters/simple", found, runs=("simple-1", "simple-2"), recipes=recipes))
    keep(folder, result("experiments/depth", FINDINGS))


@pytest.fixture
def home(tmp_path):
    keep_some(tmp_path / "article")
    return tmp_path / "article"


@pytest.fixture
def request_for(home, tmp_path):
    def make(*names, **rest):
        return ReportRequest(home, DIGITS, False, tuple(tmp_path / name for name in names), dataset=DATA, **rest)

    return make


class Text(HTMLParser):
    """The text of a page, and the addresses it takes anything from."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words, self.addresses, self.open = [], [], []
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        self.addresses += [value for name, value in attributes if name in ("src", "srcset", "href")]
        if tag not in ("meta", "img", "source"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page(request) -> Text:
    write_report(request)
    return in_page(request.out[0])


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Both forms of one report, written once: the page and the document."""
    folder = tmp_path_factory.mktemp("report")
    keep_some(folder / "article")
    files = (folder / "report.html", folder / "report.pdf")
    write_report(ReportRequest(folder / "article", DIGITS, False, files, dataset=DATA))
    return files


def in_page(path) -> Text:
    return Text(path.read_text(encoding="utf-8"))


def in_document(path) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(path).pages)


@pytest.mark.parametrize("place", [0, 1])
def test_it_has_every_chapter_setting_number_verdict_version_and_the_data(written, place):
    text = in_document(written[1]) if place else in_page(written[0]).text
    for chapter in CHAPTERS:
        assert chapter.title in text and chapter.section in text
    for experiment in EXPERIMENTS:
        assert experiment.title in text
    for setting in settings(CHAPTERS["simple"]):
        assert setting.label in text and setting.published in text and setting.modern in text
        assert setting.reason.split(". ")[0][:30] in text
    for words in ("0.10", "7.30", "24.5", "0.09877", "0.097", "12,345", "0.1235", "Holds in part", "Half of it is so: 3 < 4 & 5."):
        assert words in text
    for words in ("1.2.3", "3.99", "2 processors", "2026-03-01 10:00", "Not run yet", "Learning rate 1", "Blobs"):
        assert words in text
    assert DATA.fingerprint in text.replace(" ", "")


def test_the_page_holds_its_figures_in_both_schemes_and_takes_nothing_from_elsewhere(written):
    found = in_page(written[0])
    images = [address for address in found.addresses if address.startswith("data:image/")]
    assert len(images) == 2 * (len(FINDINGS.plots) + 1) and len(set(images)) == len(images)
    assert all(address.startswith(("data:image/", "#")) for address in found.addresses)
    source = written[0].read_text(encoding="utf-8")
    assert "prefers-color-scheme: dark" in source and "@media print" in source and found.open == []
    targets = set(re.findall(r'id="([^"]+)"', source))
    assert {address[1:] for address in found.addresses if address.startswith("#")} <= targets


def test_the_pdf_embeds_its_fonts_and_has_an_outline_and_its_figures_as_drawings(written):
    reader = PdfReader(written[1])
    fonts = {}
    for sheet in reader.pages:
        for font in (sheet["/Resources"].get("/Font") or {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[descendant["/BaseFont"]] = descendant["/FontDescriptor"].get_object()
    assert fonts and all("/FontFile2" in found or "/FontFile3" in found for found in fonts.values())
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == [f"{number}  {chapter.title}" for number, chapter in enumerate(CHAPTERS, 1)] + ["How this was made"]
    assert "Error by size" in in_document(written[1])  # the title inside the chart can be found and copied


def test_maps_stand_beside_each_other(written):
    source = written[0].read_text(encoding="utf-8")
    [row] = re.findall(r'<div class="beside">(.*?)</div>', source, re.DOTALL)
    assert re.findall(r'alt="([^"]+)"', row) == ["Codes", "Their map", "Another"]
    [sheet] = [text for text in (page.extract_text() for page in PdfReader(written[1]).pages) if "Their map" in text]
    assert "Codes" in sheet


def test_figures_of_runs_that_are_gone_are_missed_in_words(written):
    assert in_page(written[0]).text.count("There is no run in") == 2 * len(CHAPTERS["simple"].illustrations)


def test_chosen_steps_bring_their_chapters_alone(request_for):
    text = page(request_for("report.html", steps=["experiments/depth"])).text
    assert CHAPTERS["deep"].title in text
    assert CHAPTERS["variational"].title not in text and EXPERIMENTS["depth"].title in text


def test_results_of_other_settings_than_today_s_say_so(request_for, home):
    recipes = [recipe_to_json(recipe(CHAPTERS["simple"])) for recipe in (published_recipe, modern_recipe)]
    other = {**recipes[1], "training": {**recipes[1]["training"], "learning_rate": 0.5}}
    keep(results_home(home, DIGITS, False), result("chapters/simple", FINDINGS, recipes=(recipes[0], other)))
    request = request_for("report.html", "report.pdf", steps=["chapters/simple", "experiments/depth"])
    for text in (page(request).text, in_document(request.out[1])):
        assert text.count("Settings changed") == 2, "among the contents and at the verdict, and at no experiment"
        assert "settings have changed since" in text and text.count("Half of it is so") == 2


def test_a_report_of_nothing_says_so(request_for, tmp_path):
    request = replace(request_for("report.html", "report.pdf"), home=tmp_path / "nothing")
    text = page(request).text
    assert "Nothing has been run yet." in text and text.count("Not run yet") >= len(all_steps())
    assert len(PdfReader(request.out[1]).pages) > 3


def test_everything_is_said_in_the_language_of_the_report(request_for):
    request = request_for("report.html", say=lambda text: f"⟦{text}⟧", language="zh_CN")
    found = page(request)
    said = [words.strip() for words in found.words if len(re.findall(r"[a-z]{3,}", words)) > 1 and not words.startswith("\n")]
    assert [words for words in said if "⟦" not in words and not words.startswith(("Linux", "ae-"))][1:] == []
    assert f"⟦{DATA.name}⟧" in found.words
    assert '<html lang="zh-CN">' in request.out[0].read_text(encoding="utf-8")


def test_plots_are_said_too():
    chart, scatter, *_, pictures = (plot_in_words(plot, str.upper) for plot in FINDINGS.plots)
    assert (chart.title, chart.x_label, chart.series[0].name) == ("ERROR BY SIZE", "SIZE", "ONE")
    assert scatter.class_names == ("A", "B", "C") and pictures.rows[0][0] == "FIRST"


def test_without_a_chinese_font_only_the_pdf_is_refused(request_for, monkeypatch):
    monkeypatch.setattr(typeface, "chinese_faces", dict)
    request = request_for("report.html", "report.pdf", language="zh_CN", steps=["chapters/deep"])
    with pytest.raises(WorkbenchError, match="No Chinese font was found"):
        write_report(request)
    assert request.out[0].is_file() and not request.out[1].exists()


def test_columns_of_a_table_break_no_number_while_there_is_room():
    assert shared_width([10, 10], [20, 10], 60) == [40, 20]
    assert shared_width([10, 10, 20], [50, 10, 60], 80) == [30, 10, 40]
    heads = ("Model", "Reconstruction", *(f"Number {place}" for place in range(5)))
    row = ("A model with a name that may well be broken into lines", *["0.0001498"] * 6)
    paper = Paper("", {})
    widths = paper.column_widths(heads, [row])
    assert sum(widths) == pytest.approx(paper.epw)
    assert min(widths[1:]) > paper.get_string_width("0.0001498") + 2 and widths[1] > paper.get_string_width("Reconstruction") + 2
    assert paper.column_widths(("Model", "Error"), []) and widths[0] < paper.get_string_width(row[0])
    paper.add_page()
    paper.finished()  # closes the files of its fonts


def test_every_line_of_two_scripts_has_its_font():
    faces = typeface.chinese_faces()
    if not faces:
        pytest.skip("no Chinese font is installed")
    paper = Paper("", faces)
    paper.add_page()
    text = ("批大小 64 · 轮数 30 · 种子 1 · " * 12).strip()
    paper.words(text, 7)
    [page] = PdfReader(io.BytesIO(paper.finished())).pages
    fonts = [None]
    for operands, operator in page.get_contents().operations:
        if operator == b"q":
            fonts.append(fonts[-1])
        elif operator == b"Q":
            fonts.pop()
        elif operator == b"Tf":
            fonts[-1] = operands[0]
        elif operator in (b"Tj", b"TJ"):
            assert fonts[-1] is not None
    assert "".join(text.split()) in "".join(page.extract_text().replace("\x00", "").split())


def test_chinese_breaks_between_letters_but_not_before_a_mark_or_in_a_word():
    assert lines("编码器做出编码，好 Adadelta。", 5, len) == ["编码器做出", "编码，好", "Adadelta。"]
    assert lines("四个字，再四", 3, len) == ["四个", "字，再", "四"]
    assert lines("", 5, len) == [""] and has_chinese("a 好") and not has_chinese("plain “text”")


@pytest.mark.parametrize(
    ("name", "why"), [("report.doc", "must end in .html or .pdf"), ("gone/report.html", "doesn't exist"), ("folder.html", "is a folder")]
)
def test_places_that_can_not_be_written_are_refused_before_anything_is_drawn(request_for, tmp_path, name, why):
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(WorkbenchError, match=why):
        write_report(request_for(name, progress=lambda share, text: pytest.fail("it went on")))
