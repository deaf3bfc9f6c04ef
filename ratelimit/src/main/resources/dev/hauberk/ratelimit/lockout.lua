-- Counts failures in a row, and locks after so many.
--
-- KEYS[1]  whose failures
-- ARGV[1]  'failed', 'succeeded', 'unlock' or 'state'
-- ARGV[2]  at how many failures it is locked
-- ARGV[3]  for how many microseconds it is locked
-- ARGV[4]  after how many milliseconds without another one failures are forgotten
--
-- Answers {0, failures in a row} where one may try, and {1, microseconds until one may, 1 where this very failure locked it}.
--
-- Stored are the failures and, of a lock, when it began. All are whole and below 2^53.
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local what, most, length = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

local function lock(since)
  local left = since + length - now
  redis.call('SET', KEYS[1], string.format('0 %.0f', since), 'PX', string.format('%.0f', (left - left % 1000) / 1000 + 1000))
end

if what == 'unlock' then
  redis.call('DEL', KEYS[1])
  return {0, 0}
end

local failures, since = string.match(redis.call('GET', KEYS[1]) or '0', '(%d+) ?(%d*)')
failures, since = tonumber(failures), tonumber(since)
if since and since > now then
  -- A clock that was set back ends no lock early, and none late.
  since = now
  lock(since)
end
if since and since + length > now then
  return {1, since + length - now, 0}
end

if what == 'failed' then
  failures = failures + 1
  if failures >= most then
    lock(now)
    return {1, length, 1}
  end
  redis.call('SET', KEYS[1], string.format('%.0f', failures), 'PX', ARGV[4])
elseif what == 'succeeded' then
  redis.call('DEL', KEYS[1])
  failures = 0
end
return {0, failures}
