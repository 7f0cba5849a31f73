"""Help inside the program: pages, formulas, the window that shows them, and what F1 opens where."""
