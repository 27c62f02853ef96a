# SPDX-License-Identifier: GPL-3.0-or-later
# Read by app/run.sh and tests/run.sh: what a fresh Debian 12 or Ubuntu 24.04 needs, and how it gets there.

build_packages="ca-certificates ccache cmake g++ lld ninja-build pkg-config
    qt6-base-dev qt6-positioning-dev libqt6charts6-dev libqt6svg6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libgl-dev libxkbcommon-dev qtkeychain-qt6-dev libgdal-dev libproj-dev libsqlite3-dev libyaml-cpp-dev libsimdjson-dev zlib1g-dev
    libmosquitto-dev libprotobuf-dev protobuf-compiler libpq-dev libxlsxwriter-dev libpoppler-cpp-dev libqpdf-dev libcurl4-openssl-dev libxmlsec1-dev qt6-speech-dev"
run_packages="libqt6sql6-sqlite qt6-qpa-plugins qt6-translations-l10n proj-data fonts-noto-core fonts-noto-cjk"
test_packages="openssl nginx-light mosquitto gnome-keyring libsecret-1-0 dbus-daemon cgi-mapserver fcgiwrap postgresql postgresql-postgis gdal-bin file xvfb xauth ffmpeg
    poppler-utils qpdf python3-openpyxl python3-aiosmtpd x11-xserver-utils"
fuzz_packages="clang libclang-rt-dev"

# A browser for web pages of reports: Ubuntu has none as a package (its chromium is a snap); there that test is skipped.
case "$(. /etc/os-release && echo "$ID")" in debian) test_packages="$test_packages chromium" ;; esac

# Installs what is missing of the packages named; says nothing when all are there.
need() {
    local missing="" package installed
    # A name may be one that an installed package provides ("libqt6charts6-dev" is provided by qt6-charts-dev).
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' | sed -n 's/^installed //p' |
        tr ',' '\n' | sed 's/^ *//; s/ .*//' | sort -u)
    for package in "$@"; do
        grep -qx -- "$package" <<<"$installed" || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    local as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "These packages are missing; install them as root:$missing" >&2; return 1; }
        as_root="sudo"
    fi
    echo "Installing:$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
