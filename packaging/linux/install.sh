#!/bin/sh
# Installs AE Workbench from the folder this script lies in: for you alone in ~/.local, or with --system for everybody in /usr/local.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
prefix=$HOME/.local
case ${1:-} in
    "") ;;
    --system) prefix=/usr/local ;;
    --prefix) prefix=${2:?"--prefix wants a folder"} ;;
    *)
        echo "usage: ./install.sh [--system | --prefix DIR]" >&2
        exit 2
        ;;
esac
program=$prefix/lib/ae-workbench
if [ "$here" = "$program" ]; then
    echo "AE Workbench is installed in $program already." >&2
    exit 2
fi
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
# The new one is whole before the old one goes.
rm -rf "$program.new" "$program.old"
cp -R "$here" "$program.new"
if [ -d "$program" ]; then mv "$program" "$program.old"; fi
mv "$program.new" "$program"
rm -rf "$program.old"
for name in ae-workbench ae-workbench-window; do
    ln -sf "$program/$name" "$prefix/bin/$name"
done
(cd "$program/share" && find . -type f) | while IFS= read -r file; do
    mkdir -p "$prefix/share/$(dirname -- "$file")"
    cp "$program/share/$file" "$prefix/share/$file"
done
entry=$prefix/share/applications/ae-workbench.desktop
sed -e "s|^Exec=.*|Exec=\"$program/ae-workbench-window\" %f|" -e "s|^TryExec=.*|TryExec=$program/ae-workbench-window|" \
    "$program/share/applications/ae-workbench.desktop" > "$entry.new"
mv "$entry.new" "$entry"
refresh() { if command -v "$1" > /dev/null 2>&1; then "$@" > /dev/null 2>&1 || true; fi; }
refresh update-desktop-database "$prefix/share/applications"
refresh update-mime-database "$prefix/share/mime"
refresh gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor"
echo "AE Workbench is installed in $program. Start it from the menu, or with: $prefix/bin/ae-workbench-window"
case :$PATH: in
    *:"$prefix/bin":*) ;;
    *) echo "For the command line put $prefix/bin into your PATH." ;;
esac
