"""pyqtgraph, which takes longer to import than everything else a window needs, so that nothing imports it before the first paint."""

import pyqtgraph as pg

pg.setConfigOption("exitCleanup", False)

__all__ = ["pg"]
