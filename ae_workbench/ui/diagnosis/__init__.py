"""What is wrong with the shown run, in words, and the buttons that do something about it."""
