# Words on the terminal, the same in every script; bold only where someone looks.

if [[ -t 1 ]]; then bold=$'\033[1m' plain=$'\033[0m'; else bold='' plain=''; fi

say() { printf '%s==> %s%s\n' "$bold" "$*" "$plain"; }
note() { printf '    %s\n' "$*"; }
fail() { printf '%s==> %s%s\n' "$bold" "$*" "$plain" >&2; exit 1; }
