"""What macOS is told about the application: its documents, and what it may be."""

TYPE = "io.github.ae-workbench.run"
INFO_PLIST = {
    "CFBundleExecutable": "AE Workbench",  # the console program is beside it
    "LSBackgroundOnly": False,  # which PyInstaller takes from the console program
    "CFBundleDisplayName": "AE Workbench",
    "CFBundleName": "AE Workbench",
    "CFBundleDevelopmentRegion": "en",
    "CFBundleLocalizations": ["en", "zh-Hans"],
    "LSApplicationCategoryType": "public.app-category.education",
    "LSMinimumSystemVersion": "14.0",  # what the wheels of NumPy and SciPy are built for that pip takes on the runner
    "NSHighResolutionCapable": True,
    "NSRequiresAquaSystemAppearance": False,  # light or dark as the system is
    "CFBundleDocumentTypes": [
        {"CFBundleTypeName": "AE Workbench run", "CFBundleTypeRole": "Editor", "LSHandlerRank": "Owner", "LSItemContentTypes": [TYPE]}
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": TYPE,
            "UTTypeDescription": "AE Workbench run",
            "UTTypeConformsTo": ["public.data", "public.zip-archive"],
            "UTTypeTagSpecification": {"public.filename-extension": ["aew"], "public.mime-type": ["application/x-ae-workbench"]},
        }
    ],
}
