#!/bin/sh
# Removes an installed AE Workbench; your runs and settings stay. Lies in the folder that install.sh made.
set -eu
program=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
prefix=${program%/lib/ae-workbench}
if [ "$prefix" = "$program" ]; then
    echo "This is no installed AE Workbench: start the uninstall.sh in PREFIX/lib/ae-workbench." >&2
    exit 2
fi
for name in ae-workbench ae-workbench-window; do
    if [ "$(readlink "$prefix/bin/$name" || true)" = "$program/$name" ]; then rm -f "$prefix/bin/$name"; fi
done
(cd "$program/share" && find . -type f) | while IFS= read -r file; do
    rm -f "$prefix/share/$file"
done
rm -rf "$program"
refresh() { if command -v "$1" > /dev/null 2>&1; then "$@" > /dev/null 2>&1 || true; fi; }
refresh update-desktop-database "$prefix/share/applications"
refresh update-mime-database "$prefix/share/mime"
refresh gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor"
echo "AE Workbench is removed from $prefix. Your runs and settings are where they were."
