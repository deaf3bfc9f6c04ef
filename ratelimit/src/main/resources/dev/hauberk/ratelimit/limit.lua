-- Takes from one limit, or leaves all as it is: one or more bandwidths, of which each must grant.
--
-- KEYS[1]  by what is counted
-- ARGV[1]  how many microseconds a tick has
-- ARGV[2]  how many are taken
-- ARGV[3…] of each bandwidth: how many there are, in how many ticks, and 'even' or 'at-once', which is how they are refilled
--
-- Answers {granted, remaining, ticks until asking again can succeed, ticks until all is there again}.
--
-- What is left is counted in whole units, of which one token has as many as its bandwidth has ticks, so that a tick refills a whole
-- number of them. Nothing here is above 2^52, and nothing is rounded. A bucket that is full is not stored.
local t = redis.call('TIME')
local unit, cost = tonumber(ARGV[1]), tonumber(ARGV[2])
local micros = t[1] * 1000000 + t[2]
local now = (micros - micros % unit) / unit

local stored = {}
for word in string.gmatch(redis.call('GET', KEYS[1]) or '', '%d+') do
  stored[#stored + 1] = tonumber(word)
end

local function up(a, b)
  local part = a % b
  return (a - part) / b + (part > 0 and 1 or 0)
end

local granted, back, remaining, retry, reset = 1, false, nil, 0, 0
local bandwidths = {}
for i = 3, #ARGV, 3 do
  local n, per, even = tonumber(ARGV[i]), tonumber(ARGV[i + 1]), ARGV[i + 2] == 'even'
  local full, at = n * per, (i - 3) / 3 * 2
  local level, since = stored[at + 1] or full, stored[at + 2] or now
  if level > full then level = full end
  if since > now then
    -- Nothing is refilled twice. A clock that was set back by more than a second goes on from where it is.
    if (since - now) * unit > 1000000 then since, back = now, true end
    now = since
  end
  if even then
    level = math.min(full, level + math.min(now - since, per) * n)
    since = now
  elseif now - since >= per then
    level, since = full, now - (now - since) % per
  end
  local missing = cost * per - level
  if missing > 0 then
    granted = 0
    retry = math.max(retry, even and up(missing, n) or since + per - now)
  end
  bandwidths[#bandwidths + 1] = {n = n, per = per, even = even, full = full, level = level, since = since}
end

local state = {}
for _, one in ipairs(bandwidths) do
  if granted == 1 then one.level = one.level - cost * one.per end
  local left = (one.level - one.level % one.per) / one.per
  remaining = math.min(remaining or left, left)
  if one.level < one.full then
    reset = math.max(reset, one.even and up(one.full - one.level, one.n) or one.since + one.per - now)
  end
  state[#state + 1] = string.format('%.0f %.0f', one.level, one.since)
end
if granted == 1 or back then
  redis.call('SET', KEYS[1], table.concat(state, ' '), 'PX', string.format('%.0f', up(reset * unit, 1000) + 1000))
end
return {granted, remaining, retry, reset}
