"""What can go wrong, each with a sentence that says what is wrong and what to do."""


class WorkbenchError(Exception):
    """Base of every error that is shown to a person as one sentence."""


class ParameterError(WorkbenchError):
    """A parameter has a value it can't have; ``field`` is its name, for showing the sentence at the field."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class PlanError(WorkbenchError):
    """The layers don't fit together, or don't fit the data's shape; ``field`` names the parameter to change, if one does."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class RecipeError(WorkbenchError):
    """A recipe file is unreadable, of an unknown version or has unknown keys."""


class DataError(WorkbenchError):
    """Data can't be read, or don't fit the variant."""


class RunError(WorkbenchError):
    """A run folder is missing, broken or in use."""


class ArchiveError(WorkbenchError):
    """An ``.aew`` file is broken, of an unknown version or not what it says it is."""
