import pytest

from ae_workbench.ui.palette.fuzzy import score

TITLES = ("Open recipe", "Open run", "Save recipe as", "Reset layout", "Reconstructions", "Latent plane", "Go live")


def best(query: str) -> str:
    ranked = [(value, title) for title in TITLES if (value := score(query, title)) is not None]
    return max(ranked)[1]


@pytest.mark.parametrize(
    ("query", "title"),
    [("rec", "Reconstructions"), ("lat", "Latent plane"), ("sra", "Save recipe as"), ("run open", "Open run"),
     ("LIVE", "Go live"), ("rl", "Reset layout")],
)  # fmt: skip
def test_a_few_letters_find_what_is_meant(query, title):
    assert best(query) == title


def test_a_missing_letter_is_no_match():
    assert score("zebra", "Open recipe") is None
    assert score("open x", "Open recipe") is None


def test_letters_in_a_row_beat_scattered_ones():
    assert score("plan", "Latent plane") > score("plan", "Play the last animation")


@pytest.mark.parametrize(
    ("query", "title", "other"),
    [("lat", "Latent plane", "Larger type"), ("go l", "Go live while it trains and show every epoch", "Go on long")],
)
def test_a_title_that_begins_so_beats_letters_at_the_beginnings_of_words(query, title, other):
    assert score(query, title) > score(query, other)
