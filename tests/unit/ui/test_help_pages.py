import pytest

from ae_workbench.core.parameters import specs
from ae_workbench.core.recipe import Training
from ae_workbench.core.resources import resource
from ae_workbench.data import SOURCES
from ae_workbench.ui.help.markup import formulas, to_html
from ae_workbench.ui.help.pages import ENGLISH, FIRST_PAGE, GROUPS, Library, read_page
from ae_workbench.variants import VARIANTS

LIBRARY = Library()
SETTINGS = {
    name for kind in (*(v.parameters for v in VARIANTS), *(s.parameters for s in SOURCES), Training) for name in specs(kind)
}  # fmt: skip
LANGUAGES = sorted(path.name for path in resource("help").iterdir() if path.is_dir())
TERMS = (
    "code", "bottleneck", "compression", "loss", "bce", "mse", "psnr", "ssim", "kl", "beta", "posterior-collapse", "reparameterisation",
    "latent-space", "manifold", "tsne", "pca", "l1-activity", "noise", "epoch", "batch", "learning-rate", "optimizer", "overfitting",
    "early-stopping", "seed", "activation", "convolution", "pooling", "lstm",
)  # fmt: skip


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_every_variant_has_a_page(key):
    assert f"variants/{key}" in LIBRARY


@pytest.mark.parametrize("term", TERMS)
def test_every_term_has_a_page(term):
    assert f"terms/{term}" in LIBRARY


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_every_setting_is_explained_on_a_page(name):
    key = LIBRARY.for_parameter(name)
    assert key != FIRST_PAGE
    assert name in LIBRARY[key].parameters


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_links_lead_to_pages(language):
    library = Library(language)
    broken = [(page.key, link) for page in library for link in page.links if link not in library]
    assert broken == []


def test_every_page_can_be_reached_by_links_from_the_first_one():
    seen, ahead = set(), [FIRST_PAGE]
    while ahead:
        key = ahead.pop()
        if key not in seen:
            seen.add(key)
            ahead += LIBRARY[key].links
    assert {page.key for page in LIBRARY} - seen == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_short_and_begin_with_their_title(language):
    for page in Library(language):
        assert page.title and page.text.startswith(f"# {page.title}\n"), page.key
        assert len(page.text) < 2600, page.key
        assert page.group in GROUPS


def test_a_page_that_is_not_translated_is_the_english_one():
    library = Library("xx")
    assert {page.language for page in library} == {ENGLISH}
    assert len(list(library)) == len(list(LIBRARY))


@pytest.mark.parametrize(
    ("query", "first"),
    [("kl", "terms/kl"), ("vae", "variants/variational"), ("adam", "terms/optimizer"), ("t-sne", "terms/tsne"), ("runs", "viewers/runs")],
)
def test_searching_finds_the_page_that_is_meant_first(query, first):
    assert LIBRARY.find(query)[0].key == first


def test_searching_needs_every_word():
    assert LIBRARY.find("noise median")[0].key == "viewers/denoising"
    assert LIBRARY.find("noise zebra") == []


def test_formulas_are_found_and_become_images():
    text = "Before\n\n$$ a\n + b $$\n\nAfter"
    assert formulas(text) == ["a + b"]
    assert '<img src="formula:a%20%2B%20b"' in to_html(text)


def test_markup_makes_html_and_lets_none_in():
    body = to_html("# Title\n\nA **b** *c* `d` <script> [e](terms/code) z_{i}\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> note")
    for piece in (
        "<h1>Title</h1>", "<b>b</b>", "<i>c</i>", "<code>d</code>", "&lt;script&gt;", '<a href="terms/code">e</a>', "z<sub>i</sub>",
        "<li>two</li>", "<th>b</th>", "<td>2</td>", "note",
    ):  # fmt: skip
        assert piece in body


def test_a_page_tells_its_fields(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("<!-- keywords: one, two words -->\n<!-- parameters: p -->\n# A title\n\nText", encoding="utf-8")
    page = read_page(path, "terms/x")
    assert (page.title, page.group, page.keywords, page.parameters) == ("A title", "terms", ("one", "two words"), ("p",))
    assert page.text == "# A title\n\nText"
