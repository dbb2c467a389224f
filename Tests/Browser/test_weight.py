"""How heavy pages are, compressed, as a browser receives them; and how soon a page can be read on a bad line."""

from collections import Counter
from statistics import median

import pytest

from places import KINDS

# kB of 1000 bytes: HTML + CSS, everything but photos, scripts.
ALLOWED = {"home": (30, 45, 10)}
OTHERS = (18, 25, 10)
# Seconds until the first words are painted at 0.5 Mbps and 300 ms; the wish is reported, the test fails far above it.
WISH = {"home": 1.3}
LINE = {"offline": False, "latency": 300, "downloadThroughput": 500_000 / 8, "uploadThroughput": 500_000 / 8}
PAINT = """() => new Promise(done => new PerformanceObserver(list => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint) done(paint.startTime / 1000);
}).observe({ type: 'paint', buffered: true }))"""


def weigh(page, open_page) -> Counter:
    """Bytes by kind of resource, headers included."""
    kinds, bytes_of = {}, Counter()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    devtools.on("Network.loadingFinished", lambda event: bytes_of.update({event["requestId"]: event["encodedDataLength"]}))
    open_page()
    page.wait_for_load_state("networkidle")
    total = Counter()
    for request, size in bytes_of.items():
        total[kinds.get(request, "Other")] += size
    return total


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("form with errors", "filter with errors", "wrong code")])
def test_a_first_view_is_light(visitors, places, measured, kind):
    page = visitors.come()
    weights = weigh(page, lambda: places.open(page, kind))
    words = (weights["Document"] + weights["Stylesheet"]) / 1000
    everything = (sum(weights.values()) - weights["Image"]) / 1000
    scripts = weights["Script"] / 1000
    assert words > 1, "nothing was weighed"
    most_words, most, most_scripts = ALLOWED.get(kind, OTHERS)
    measured(
        f"{kind}: HTML + CSS, everything, script",
        f"{words:.1f} kB, {everything:.1f} kB, {scripts:.1f} kB",
        f"at most {most_words}, {most}, {most_scripts} kB",
    )
    assert words <= most_words
    assert everything <= most
    assert scripts <= most_scripts


@pytest.mark.parametrize("kind", ["home", "campaign", "organisations", "why"])
def test_a_page_is_soon_readable_on_a_bad_line(visitors, places, measured, kind):
    seconds = []
    for _ in range(3):
        page = visitors.come()
        # DevTools slow down requests, not the connection: it is excluded.
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", LINE)
        places.open(page, kind)
        seconds.append(page.evaluate(PAINT))
    wish = WISH.get(kind, 1.0)
    measured(f"{kind}: first words at 0.5 Mbps, 300 ms", f"{median(seconds):.2f} s", f"wished {wish} s")
    assert median(seconds) < 2 * wish
