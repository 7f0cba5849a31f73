"""What goes into the bundle and what stays out, as tables that the spec applies.

Names are places inside the bundle with forward slashes, as PyInstaller's table of contents has them. Checked with TensorFlow 2.21,
PySide6 6.11 and PyInstaller 6.22: nothing that is kept is linked to what is left out.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

HIDDEN_IMPORTS = ("tensorboard.summary.writer.event_file_writer",)
"""Imported by name only, so that the analysis doesn't see them."""

WHOLE_PACKAGES = ("openTSNE", "ae_workbench.ui.viewers", "ae_workbench.ui.modes")
"""Packages whose modules are imported by name, or whose compiled modules import each other, which the analysis doesn't see either."""

AS_SOURCE = ("fpdf",)
"""Packages under the LGPL lie in the bundle as files of their own, so that they can be replaced."""

EXCLUDED_MODULES = (
    # Never imported by what the program does.
    "IPython", "PIL.ImageTk", "_tkinter", "clang", "grpc", "jax", "lib2to3", "onnxruntime", "openvino", "pandas", "pip", "pydoc_data",
    "pygame",
    "pytest", "readline", "setuptools", "tkinter", "torch", "turtle", "wheel",
    # Optuna keeps its trials in a journal here, not in SQL.
    "alembic", "mako", "optuna.storages._rdb.alembic", "sqlalchemy",
    # Keras's other engines.
    "keras.src.backend.jax", "keras.src.backend.openvino", "keras.src.backend.torch",
    # TensorBoard writes event files here; its server and its plugins' pages belong to an installation of its own.
    "tensorboard.backend", "tensorboard.data", "tensorboard.manager", "tensorboard.notebook", "tensorboard.program",
    "tensorboard_data_server",
    "werkzeug",
    # Of pyqtgraph only plots and images are used.
    "OpenGL", "pyqtgraph.examples", "pyqtgraph.opengl",
    # Of Qt only Core, Gui, Svg, Widgets and what pyqtgraph imports with them (OpenGL, OpenGLWidgets, Test).
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtQml", "PySide6.QtQuick",
    "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtUiTools", "PySide6.QtXml",
    # Tests that travel with libraries.
    "matplotlib.tests", "mpl_toolkits.tests", "numpy.f2py.tests", "onnx.backend.test", "scipy.conftest", "sklearn.conftest",
)  # fmt: skip

MATPLOTLIB_BACKENDS = ("Agg", "pdf", "svg")

UNUSED_FILES = (
    # Sources, headers and types: nothing compiles or checks types in a bundle.
    "*.a", "*.bzl", "*.c", "*.cc", "*.cmake", "*.cpp", "*.f90", "*.h", "*.hpp", "*.lib", "*.pxd", "*.pxi", "*.pyi", "*.pyx", "*.proto",
    "*.td",
    "*/py.typed", "tensorflow/include/*", "tensorflow/xla_aot_runtime_src/*",
    # Test data and samples of libraries.
    "*/tests/*", "*/testing/data/*", "matplotlib/mpl-data/sample_data/*", "onnx/backend/test/*", "scipy/datasets/*",
    "sklearn/datasets/images/*", "sklearn/datasets/descr/[!d]*", "sklearn/datasets/data/[!d]*", "sklearn/datasets/data/diabetes*",
    # Fonts that only a PDF made with its viewer's own fonts needs.
    "matplotlib/mpl-data/fonts/afm/*", "matplotlib/mpl-data/fonts/pdfcorefonts/*", "matplotlib/mpl-data/images/*",
    # Operations that no model of the program has: StableHLO's Python, XLA's operations for graphs, audio.
    "tensorflow/compiler/mlir/stablehlo/*", "tensorflow/compiler/tf2xla/ops/*", "tensorflow/python/_pywrap_stablehlo*",
    # TensorBoard's pages.
    "tensorboard/webfiles.zip", "tensorboard/plugins/*",
    # Qt's other languages; Chinese has a catalogue of its own.
    "PySide6/*translations/qt_*", "PySide6/*translations/qtbase_[!z]*", "PySide6/*translations/qtbase_zh_TW*",
    # Qt for embedded devices, remote screens, PDF as a picture, on-screen keyboards, databases and networks.
    "PySide6/*plugins/egldeviceintegrations/*", "PySide6/*plugins/generic/*", "PySide6/*plugins/imageformats/*qpdf*",
    "PySide6/*plugins/networkinformation/*", "PySide6/*plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/*plugins/platforms/*qeglfs*",
    "PySide6/*plugins/platforms/*qlinuxfb*", "PySide6/*plugins/platforms/*qminimal*", "PySide6/*plugins/platforms/*qvnc*",
    "PySide6/*plugins/platforms/*qvkkhrdisplay*", "PySide6/*plugins/printsupport/*", "PySide6/*plugins/sqldrivers/*",
    "PySide6/*plugins/tls/*",
    "PySide6/*plugins/qmltooling/*", "PySide6/*plugins/vectorimageformats/*",
    "*Qt6Pdf*", "*Qt6Qml*", "*Qt6Quick*", "*Qt6VirtualKeyboard*", "*Qt6EglF*", "*Qt6Network*", "*Qt6PrintSupport*", "*Qt6Sql*",
    "*Qt6WaylandCompositor*", "*Qt6Lottie*", "*/opengl32sw.dll",
    # GTK's theme would draw the whole of GTK into the bundle; Qt's portal theme gives native dialogs instead.
    "PySide6/*plugins/platformthemes/*qgtk3*", "libgtk-3*", "libgdk-3*", "libgdk_pixbuf*", "libatk*", "libatspi*", "libcairo*", "libpango*",
    "libepoxy*", "libharfbuzz*", "libfribidi*", "libthai*", "libdatrie*", "libgraphite2*", "libpixman*", "libjpeg.so*", "libXi.so*",
    "libXcursor*", "libXdamage*", "libXcomposite*", "libXinerama*", "libXrandr*", "libXfixes*", "libcups*", "libgssapi*", "libkrb5*",
    "libk5crypto*", "libkeyutils*", "libcom_err*", "libpcsc*", "libproxy*",
)  # fmt: skip


def is_unused(name: str) -> bool:
    """Whether a file stays out."""
    name = name.replace("\\", "/")
    return any(fnmatchcase(name, pattern) for pattern in UNUSED_FILES)
