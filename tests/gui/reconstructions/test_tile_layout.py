"""Where tiles lie: inside, apart, large enough, and found under the pointer."""

from itertools import product

from ae_workbench.ui.viewers.tile_layout import GAP_PX, Space, lay_out


def test_tiles_stay_inside_and_apart():
    for count, rows, area in product((1, 5, 17, 40), (1, 2, 3), ((900.0, 380.0), (300.0, 900.0), (1600.0, 200.0))):
        layout = lay_out(Space(count, rows, (28, 28), area, (40.0, 16.0), 70.0, 1.5))
        check_inside_and_apart(layout, area)


def check_inside_and_apart(layout, area):
    count, rows = layout.count, layout.rows
    corners = [(*layout.place(n, row), layout.width, layout.height) for n in range(count) for row in range(rows)]
    for x, y, width, height in corners:
        assert x >= 0 and y >= 0
        assert x + width <= area[0] + 1 and y + height <= area[1] + 1
    for n, (x, y, width, height) in enumerate(corners):
        for a, b, other_width, other_height in corners[n + 1 :]:
            assert x + width <= a or a + other_width <= x or y + height <= b or b + other_height <= y


def test_a_tile_is_found_under_the_pointer():
    layout = lay_out(Space(12, 2, (28, 28), (900.0, 400.0)))
    for n in range(12):
        x, y = layout.place(n, 1)
        assert layout.at(x + 1, y + 1) == n
    assert layout.at(-50, 10) is None
    assert layout.at(layout.left + layout.columns * (layout.cell_width + GAP_PX) + 5, layout.top) is None


def test_small_pictures_are_enlarged_evenly_where_that_costs_little():
    layout = lay_out(Space(1, 1, (28, 28), (290.0, 290.0)))
    assert layout.width / 28 == int(layout.width / 28)
