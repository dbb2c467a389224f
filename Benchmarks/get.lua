-- Prints the result of a run in one line that bench.py reads.
function done(summary, latency)
  local errors = summary.errors
  print(string.format("RESULT requests=%d seconds=%f p50=%f p99=%f refused=%d broken=%d",
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
