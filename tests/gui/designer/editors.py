"""The fields of the designer, as a test finds them."""


def editor(panel, name):
    """The one widget of that name."""
    found = [widget for widget in panel.findChildren(object) if widget.objectName() == name]
    assert len(found) == 1, f"{name}: {found}"
    return found[0]
