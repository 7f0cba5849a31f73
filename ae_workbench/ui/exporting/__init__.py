"""Exports from the window: the menu, the dialog and the thread that writes."""
