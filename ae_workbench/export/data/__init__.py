"""Numbers for other tools, one kind a file, as CSV or NPZ.

Rows carry ``id``, the example's position in the split, ``label`` and ``class`` where the data have labels, and ``file`` where examples
come from files of their own. NPZ has the same as arrays ``ids``, ``labels``, ``class_names`` and ``files``, and opens without pickle.
"""
