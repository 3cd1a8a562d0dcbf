#!/usr/bin/env bash
# What winget, scoop and Homebrew are told of a release: build/manifests.sh RELEASE TO. Made from the files in RELEASE and their
# checksums; what is not there is not told of. The address and the publisher are placeholders: docs/building.md names them.
set -euo pipefail
package=$(cd "$(dirname "$0")/.." && pwd)/package.json
release=$(cd "$1" && pwd)
rm -rf "$2" && mkdir -p "$2" && cd "$2"
{ read -r version && read -r about; } < <(node -p 'const { version, description } = require(process.argv[1]); `${version}\n${description}`' "$package")
home=https://example.org/coprod
publisher=Example
files=$home/releases/download/v$version
short="Look honestly at how ready a charity is to co-produce"

sum() { shasum -a 256 "$release/$1" | cut -d ' ' -f 1; }

# winget_part KIND TEXT: its first lines and its last ones are the same in all three.
winget_part() {
  cat <<END
# yaml-language-server: \$schema=https://aka.ms/winget-manifest.$1.1.10.0.schema.json
PackageIdentifier: $publisher.coprod
PackageVersion: $version
$2
ManifestType: $1
ManifestVersion: 1.10.0
END
}

winget() {
  # The folders are those of winget's own collection.
  local folder=$1 to=winget/e/$publisher/coprod/$version/$publisher.coprod
  mkdir -p "$(dirname "$to")"
  winget_part version "DefaultLocale: en-GB" >"$to.yaml"
  winget_part installer "InstallerType: zip
NestedInstallerType: portable
NestedInstallerFiles:
  - RelativeFilePath: $folder\\coprod.exe
    PortableCommandAlias: coprod
Commands: [coprod]
Installers:
  - Architecture: x64
    InstallerUrl: $files/$folder.zip
    InstallerSha256: $(sum "$folder.zip")" >"$to.installer.yaml"
  winget_part defaultLocale "PackageLocale: en-GB
Publisher: The coprod maintainers
PackageName: coprod
PackageUrl: $home
License: Apache-2.0
ShortDescription: $short.
Description: $about
Tags: [charity, co-production, self-assessment]" >"$to.locale.en-GB.yaml"
}

scoop() {
  cat >coprod.json <<END
{
  "\$schema": "https://raw.githubusercontent.com/ScoopInstaller/Scoop/master/schema.json",
  "version": "$version",
  "description": "$short.",
  "homepage": "$home",
  "license": "Apache-2.0",
  "architecture": {
    "64bit": { "url": "$files/$1.zip", "hash": "$(sum "$1.zip")", "extract_dir": "$1" }
  },
  "bin": "coprod.exe",
  "shortcuts": [["Start coprod.cmd", "coprod"]]
}
END
}

# brew_part SYSTEM CPU ARCHIVE
brew_part() {
  [ ! -e "$release/$3.tar.gz" ] || cat <<END

  on_$1 do
    on_$2 do
      url "$files/$3.tar.gz"
      sha256 "$(sum "$3.tar.gz")"
    end
  end
END
}

brew() {
  cat <<END
class Coprod < Formula
  desc "$short"
  homepage "$home"
  version "$version"
  license "Apache-2.0"
END
  brew_part macos arm "coprod-$version-darwin-arm64"
  brew_part linux intel "coprod-$version-linux-x64"
  cat <<'END'

  def install
    # An Apple computer starts it only when it is signed, by anybody.
    system "codesign", "--force", "--sign", "-", "coprod" if OS.mac?
    bin.install "coprod"
  end

  test do
    system bin/"coprod", "demo", "example"
    assert_path_exists testpath/"example/river-house-plan.html"
  end
end
END
}

windows=coprod-$version-win-x64
if [ -e "$release/$windows.zip" ]; then winget "$windows" && scoop "$windows"; fi
if compgen -G "$release/coprod-$version-*.tar.gz" >/dev/null; then brew >coprod.rb; fi
