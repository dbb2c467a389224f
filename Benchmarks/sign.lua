-- Sends the petition's form again and again, each time with another name and mailbox.
-- Arguments: the run's name, and the form with NAME and MAILBOX where these belong.
dofile("Benchmarks/get.lua")

local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(arguments)
  run, form = arguments[1], arguments[2]
  sent = 0
  headers = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Sec-Fetch-Site"] = "same-origin" }
end

function request()
  sent = sent + 1
  local someone = run .. "." .. number .. "." .. sent
  local body = form:gsub("MAILBOX", someone .. "%%40example.org", 1):gsub("NAME", "Bench+" .. someone, 1)
  return wrk.format("POST", nil, headers, body)
end
