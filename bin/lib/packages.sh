# What the machine must have, and how it gets there. Needs say.sh.

# The libraries Socle is linked with.
socle_packages=(libsqlite3-dev libpq-dev libcurl4-openssl-dev libbrotli-dev zlib1g-dev libqrencode-dev pkg-config)

# need_swift: stops unless a Swift that can build Socle is on the path.
need_swift() {
    command -v swift >/dev/null || fail "Swift is missing. Install Swift 6.2 or newer: https://www.swift.org/install"
    local version major minor
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
    major=${version%%.*}
    minor=${version##*.}
    if ((major < 6 || (major == 6 && minor < 2))); then
        fail "Swift ${version:-of an unknown version} is too old. Install Swift 6.2 or newer: https://www.swift.org/install"
    fi
    note "Swift $version"
}

# need_packages PACKAGE...: installs the Debian packages that are missing; elsewhere says what to install.
need_packages() {
    if [[ $(uname) == Darwin ]]; then
        note "macOS: what is missing comes from Homebrew: brew install $(formulae_for "$@")"
        return
    fi
    if ! command -v apt-get >/dev/null; then
        note "This is neither Debian nor Ubuntu nor macOS. Install what these Debian packages hold, if it is missing: $*"
        return
    fi
    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        note "nothing to install"
        return
    fi
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "Missing: ${missing[*]}. As root: apt-get install ${missing[*]}"
        as_root=(sudo)
        note "sudo may ask for your password, to install: ${missing[*]}"
    else
        note "installing ${missing[*]}"
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# formulae_for PACKAGE...: the Homebrew names of Debian packages.
formulae_for() {
    local package names=()
    for package in "$@"; do
        case $package in
            libsqlite3-dev) names+=(sqlite) ;;
            libpq-dev) names+=(libpq) ;;
            libcurl4-openssl-dev) names+=(curl) ;;
            libbrotli-dev) names+=(brotli) ;;
            zlib1g-dev) names+=(zlib) ;;
            libqrencode-dev) names+=(qrencode) ;;
            pkg-config) names+=(pkgconf) ;;
            python3 | python3-venv) names+=(python) ;;
            postgresql*) names+=(postgresql) ;;
            chromium) names+=("--cask chromium") ;;
            *) names+=("$package") ;;
        esac
    done
    echo "${names[*]}"
}
