"""Colours of curves and classes, told apart by colour-blind people too; on the screen and in figures alike.

Source: Okabe and Ito 2008, "Color Universal Design", tuned to each background.
"""

ON_LIGHT = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6f5bd0", "#8c564b", "#3c1e5a", "#5d6675")
ON_DARK = ("#4aa8e0", "#ff8a47", "#2fc49b", "#e29cc4", "#f2bd4b", "#8ccdf2", "#a794ff", "#c69284", "#a53cff", "#f4f2b8")
