"""How numbers are said."""

import pytest

from ae_workbench.ui.wording import metric_text, seconds_text


@pytest.mark.parametrize(("value", "text"), [
    (None, "–"), (0.0, "0.0000"), (0.25, "0.2500"), (57.1234, "57.1234"), (138.04, "138.0"), (12345.6, "12345.6"),
    (0.00012, "1.20e-04"), (3e7, "3.000e+07"),
])  # fmt: skip
def test_metrics_keep_their_digits(value, text):
    assert metric_text(value) == text


@pytest.mark.parametrize(("seconds", "text"), [(0.0412, "0.0412"), (1.2, "1.20"), (9.876, "9.88"), (12.345, "12.3")])
def test_short_times_have_three_digits(seconds, text):
    assert seconds_text(seconds) == text
