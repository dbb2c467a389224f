# The Python of the browser and fault tests. Needs say.sh; packages.sh has installed python3 and python3-venv.

# The environment that the tests run in, made once and renewed when its requirements change.
venv=.build/venv

need_venv() {
    local wanted=Tests/Browser/requirements.txt have=$venv/requirements.txt
    if cmp -s "$wanted" "$have"; then
        note "$venv is ready"
        return
    fi
    note "making $venv"
    mkdir -p .build
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$wanted"
    cp "$wanted" "$have"
}
