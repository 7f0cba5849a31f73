"""What a command's exit code says."""

DONE = 0
FAILED = 1
WRONG_INPUT = 2
INTERRUPTED = 130
