#!/usr/bin/env bash
# What people without Node download, in `sea/release`: build/release.sh [linux-x64|win-x64|darwin-arm64]...
# Each system's program is made by `npm run build:sea`; SHA256SUMS and the list of parts cover all that is there. What winget, scoop
# and Homebrew are told of them goes to `sea/manifests`.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(node -p 'require("./package.json").version')
out=$PWD/sea/release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

# The papers that go with each of them: papers FOLDER
papers() {
  cp README.md CHANGELOG.md LICENSE "$1"
  cp dist/THIRD-PARTY-LICENCES.txt "$1"
}

debian() {
  local root=$work/deb docs=$work/deb/usr/share/doc/coprod
  mkdir -p "$root/DEBIAN" "$root/usr/bin" "$docs"
  install -m 755 sea/linux-x64/coprod "$root/usr/bin/coprod"
  papers "$docs"
  mv "$docs/LICENSE" "$docs/copyright"
  gzip -9n "$docs/CHANGELOG.md" && mv "$docs/CHANGELOG.md.gz" "$docs/changelog.gz"
  # Node 26 needs libatomic, which a plain Debian lacks.
  cat >"$root/DEBIAN/control" <<END
Package: coprod
Version: $version
Architecture: amd64
Maintainer: The coprod maintainers <maintainers@example.org>
Installed-Size: $(du -k -s "$root/usr" | cut -f 1)
Depends: libc6 (>= 2.28), libstdc++6, libatomic1
Section: misc
Priority: optional
Description: look honestly at how ready a charity is to co-produce
 One workshop with the people who use a charity's services, its staff and its
 trustees; then an action plan for the trustees. Works offline, keeps no names.
END
  dpkg-deb --root-owner-group -Zzstd --build "$root" "$out/coprod_${version}_amd64.deb" >/dev/null
}

archive() {
  local name=coprod-$version-$1
  mkdir -p "$work/$name"
  cp "sea/$1/coprod" "$work/$name/"
  # A Mac starts only what is signed, by anybody; only a Mac can sign it.
  if [ "$1" = darwin-arm64 ] && command -v codesign >/dev/null; then codesign --force --sign - "$work/$name/coprod"; fi
  papers "$work/$name"
  local owner=(--uid 0 --gid 0)
  if tar --version | grep -q GNU; then owner=(--owner=0 --group=0); fi
  tar -C "$work" "${owner[@]}" -czf "$out/$name.tar.gz" "$name"
}

windows() {
  local name=coprod-$version-win-x64
  mkdir -p "$work/$name"
  cp sea/win-x64/coprod.exe "$work/$name/"
  papers "$work/$name"
  # In the folder of the program, where its files are found again; a window of 80 letters by 30 rows.
  printf '%s\r\n' '@echo off' 'title coprod' 'cd /d "%~dp0"' 'mode con: cols=80 lines=30' 'coprod.exe' 'echo.' 'pause' \
    >"$work/$name/Start coprod.cmd"
  (cd "$work" && zip -qr "$out/$name.zip" "$name")
}

for system in "${@:-linux-x64}"; do
  npm run --silent build:sea -- "$system"
  case $system in
    linux-x64) debian && archive linux-x64 ;;
    win-x64) windows ;;
    darwin-arm64) archive darwin-arm64 ;;
  esac
done
# npm calls the whole by the name of this folder.
npm sbom --sbom-format cyclonedx --sbom-type application |
  node -e 'const list = JSON.parse(fs.readFileSync(0, "utf8")); list.metadata.component.name = "coprod"; console.log(JSON.stringify(list, null, 2))' \
    >"$out/coprod-$version.cdx.json"
(cd "$out" && rm -f SHA256SUMS && shasum -a 256 -- * >SHA256SUMS && cat SHA256SUMS)
bash build/manifests.sh "$out" sea/manifests
