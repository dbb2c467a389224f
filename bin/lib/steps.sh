# Steps that run one after the other, whatever became of the one before, and a summary at the end. Needs say.sh.

steps=()
failed=0
running=

# step NAME COMMAND...: runs it, keeps a copy of its output in .build/steps, remembers how it went and its closing line.
step() {
    local name=$1 log=.build/steps/$1.log pipe=.build/steps/$1.pipe began=$SECONDS code=0 copier
    shift
    say "$name: $*"
    mkdir -p .build/steps
    rm -f "$pipe"
    mkfifo "$pipe"
    tee "$log" <"$pipe" &
    copier=$!
    # In the background, so that a signal to this script is handled at once and not after the command.
    "$@" >"$pipe" 2>&1 &
    running=$!
    wait "$running" || code=$?
    running=
    wait "$copier" || true
    rm -f "$pipe"
    local closing
    closing=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E 'Test run with|=+ .*(passed|failed|error|skipped).* =+|error:' | tail -n 1 || true)
    if ((code == 0)); then
        steps+=("passed  $name ($((SECONDS - began)) s)  $closing")
    else
        steps+=("FAILED  $name ($((SECONDS - began)) s)  $closing")
        failed=1
    fi
    return 0
}

# Ends the step that runs, when this script is told to end.
end_running_step() {
    if [[ -n $running ]] && kill -TERM "$running" 2>/dev/null; then wait "$running" || true; fi
}
trap 'end_running_step; exit 143' TERM
trap 'end_running_step; exit 130' INT

# summary: what passed. Fails if anything failed.
summary() {
    say "Summary"
    printf '    %s\n' "${steps[@]}"
    return $failed
}
