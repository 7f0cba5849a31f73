"""Ways of laying codes on a plane, which figures use too."""

from ae_workbench.analysis.plane_maps import LineMap, PcaMap, PlaneMap, Point, TsneMap, UnitsMap, ellipse, unit_name

__all__ = ["LineMap", "PcaMap", "PlaneMap", "Point", "TsneMap", "UnitsMap", "ellipse", "unit_name"]
