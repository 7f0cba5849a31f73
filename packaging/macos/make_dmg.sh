#!/bin/bash
# Makes a disk image to drag the application from:  make_dmg.sh "AE Workbench.app" OUT.dmg
# With AE_WORKBENCH_NOTARY (a keychain profile of notarytool) the image is notarised and stapled.
set -euo pipefail
app=${1:?"the application comes first"}
image=${2:?"the image to make comes second"}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ditto "$app" "$work/$(basename "$app")"
ln -s /Applications "$work/Applications"
# The licences came in after PyInstaller had signed it: seal it again.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
codesign --force --sign "${AE_WORKBENCH_SIGN:--}" --options runtime --entitlements "$here/entitlements.plist" "$work/$(basename "$app")"
codesign --verify --deep --strict "$work/$(basename "$app")"
rm -f "$image"
hdiutil create -volname "AE Workbench" -srcfolder "$work" -format ULMO -ov "$image"
if [[ -n "${AE_WORKBENCH_SIGN:-}" ]]; then
    codesign --sign "$AE_WORKBENCH_SIGN" --timestamp "$image"
fi
if [[ -n "${AE_WORKBENCH_NOTARY:-}" ]]; then
    xcrun notarytool submit "$image" --keychain-profile "$AE_WORKBENCH_NOTARY" --wait
    xcrun stapler staple "$image"
fi
