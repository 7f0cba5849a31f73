"""The mode in which pages and sounds are cleaned, with a handle to drag between before and after."""
