"""Where data can come from, in the order of a combo box. A new source is one file here and one line in the registry."""

from ae_workbench.core.registry import Registry
from ae_workbench.data import array_file, csv_file, digits, image_folder, mnist, sequences
from ae_workbench.data.pages import source as pages
from ae_workbench.data.sounds import source as sounds
from ae_workbench.data.source import DataSource

SOURCES: Registry[DataSource] = Registry(
    "data source",
    digits.SOURCE,
    mnist.MNIST,
    mnist.FASHION_MNIST,
    sequences.SOURCE,
    pages.SOURCE,
    sounds.SOURCE,
    image_folder.SOURCE,
    array_file.SOURCE,
    csv_file.SOURCE,
)

__all__ = ["SOURCES", "DataSource"]
