"""Numbers of findings in words: each is shown once."""

import pytest

from ae_workbench.analysis.experiments.experiment import Findings, Number, Table
from ae_workbench.analysis.experiments.wording import numbers_apart, value_text

TABLE = Table("By model", ("Model", "Error", "Share"), (("Simple, 32", 0.123456, "95.8%"), ("Deep, 32", 0.1, "50%")))


def test_numbers_that_stand_in_a_table_are_not_repeated_unless_the_article_has_them():
    there = Number("simple", "Error, Simple, 32", 0.123456)
    share = Number("share", "Share, Simple, 32", 0.9583)
    published = Number("deep", "Error, Deep, 32", 0.1, published=0.097)
    other_row = Number("other", "Error, Deep, 32", 0.123456)
    apart = Number("count", "Models", 2.0)
    findings = Findings("open", (), (there, share, published, other_row, apart), (TABLE,))
    assert numbers_apart(findings) == (published, other_row, apart)
    assert numbers_apart(Findings("open", (), (there,))) == (there,)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (9999.6, "10,000"), (-9999.6, "−10,000"), (9999.4, "9,999"), (1234.4, "1,234"), (12345.6, "12,346"), (70000, "70,000"),
        (123.45, "123.5"), (99.999, "100"), (0.01234, "0.01234"), (0.000012, "1.2e−5"), (2.0, "2"), (0.0, "0"),
    ],
)  # fmt: skip
def test_values_have_four_digits_that_count_and_those_that_come_to_whole_ones_commas(value, text):
    assert value_text(value) == text
