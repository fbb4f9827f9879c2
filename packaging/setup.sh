# Sourced by run and test: makes .venv once and again when the pins change. Wants $root and $extra ("" or "[dev]").

fail() { echo "$1" >&2; exit 2; }

# System libraries of Qt and the venv module, where this user may install them (Debian, Ubuntu and their children).
libraries="libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3 libxcb-cursor0 libxcb-icccm4
libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"

install_system() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then as=""; elif sudo -n true 2>/dev/null; then as="sudo"; else return 1; fi
    echo "Installing system packages: $*"
    $as env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null &&
        $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

missing_libraries() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    for library in $libraries; do
        # libglib2.0-0 is called libglib2.0-0t64 on newer systems.
        dpkg-query -W -f '${db:Status-Abbrev}' "$library" 2>/dev/null | grep -q '^ii' ||
            dpkg-query -W -f '${db:Status-Abbrev}' "${library}t64" 2>/dev/null | grep -q '^ii' || printf '%s ' "$library"
    done
}

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

set_up() {
    stamp="$root/.venv/ready$extra"
    wanted=$(cat "$root/packaging/constraints.txt" "$root/pyproject.toml" | cksum)
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then return; fi

    python=$(find_python)
    if [ -z "$python" ]; then
        install_system python3 || true
        python=$(find_python)
    fi
    [ -n "$python" ] || fail "Ganztag needs Python 3.11 or later. Please install it (python3) and start again."

    absent=$(missing_libraries)
    if [ -n "$absent" ]; then
        # shellcheck disable=SC2086 -- a list of words
        install_system $absent || echo "Please let an administrator install: $absent" >&2
    fi
    if [ ! -x "$root/.venv/bin/python" ] || ! "$root/.venv/bin/python" -m pip --version >/dev/null 2>&1; then
        rm -rf "$root/.venv"
        if ! "$python" -m venv "$root/.venv" >/dev/null 2>&1; then
            rm -rf "$root/.venv"
            install_system python3-venv || fail "Python's venv module is missing. Please install it: apt install python3-venv"
            "$python" -m venv "$root/.venv"
        fi
    fi
    echo "Setting up $root/.venv (once; a minute or two) ..."
    PIP_CONSTRAINT="$root/packaging/constraints.txt" "$root/.venv/bin/python" -m pip install --quiet \
        --disable-pip-version-check --no-input --root-user-action=ignore -e "$root$extra"
    "$root/.venv/bin/python" "$root/packaging/compile_translations"
    echo "$wanted" >"$stamp"
}
