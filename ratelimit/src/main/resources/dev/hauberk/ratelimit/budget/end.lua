-- Ends what a run holds: the first time, and never again.
--
-- KEYS[1]  what is spent and held, by tool and in all; every run that was not ended; the window, in days
-- KEYS[2]  the runs that hold something, by the millisecond at which that expires
-- ARGV[1]  the run
-- ARGV[2]  what it has cost, or -1 where it is released
-- ARGV[3]  what may be spent on its tool
-- ARGV[4]  what may be spent in all, or 0
--
-- Answers {0 booked, 1 booked and expired before, 2 nothing to book; whether 80 % of a bound are spent by it}.
local t = redis.call('TIME')
local now = t[1] * 1000 + (t[2] - t[2] % 1000) / 1000
local ends = tonumber(redis.call('HGET', KEYS[1], 'ends'))
local run = redis.call('HGET', KEYS[1], 'run ' .. ARGV[1])
if not run or ends * 86400000 <= now then return {2, 0} end

local amount, tool = string.match(run, '^(%d+) (.*)$')
local holds = redis.call('ZSCORE', KEYS[2], ARGV[1])
if holds then
  redis.call('HINCRBY', KEYS[1], 'held ' .. tool, '-' .. amount)
  redis.call('HINCRBY', KEYS[1], 'held', '-' .. amount)
  redis.call('ZREM', KEYS[2], ARGV[1])
end
redis.call('HDEL', KEYS[1], 'run ' .. ARGV[1])

local function spend(field, bound)
  local before = tonumber(redis.call('HGET', KEYS[1], field) or 0)
  -- What is spent stands still at 2^52, which is denied long before.
  local after = math.min(before + ARGV[2], 4503599627370496)
  redis.call('HSET', KEYS[1], field, string.format('%.0f', after))
  local enough = bound - (bound - bound % 5) / 5
  return before < enough and after >= enough
end

local near = 0
if tonumber(ARGV[2]) >= 0 then
  local ofTool, ofAll = spend('spent ' .. tool, tonumber(ARGV[3])), spend('spent', tonumber(ARGV[4]))
  near = (ofTool or ofAll) and 1 or 0
end
return {(holds and tonumber(holds) > now) and 0 or 1, near}
