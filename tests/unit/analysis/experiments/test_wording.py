"""Numbers of findings in words: each is shown once."""

from ae_workbench.analysis.experiments.experiment import Findings, Number, Table
from ae_workbench.analysis.experiments.wording import numbers_apart

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
