-- Holds an amount of one budget for a run, or leaves all as it is.
--
-- KEYS[1]  what is spent and held, by tool and in all; every run that was not ended; the window, in days
-- KEYS[2]  the runs that hold something, by the millisecond at which that expires
-- ARGV[1]  'day' or 'month', which is how long a window is
-- ARGV[2]  the run
-- ARGV[3]  its tool
-- ARGV[4]  the amount
-- ARGV[5]  what may be spent on the tool
-- ARGV[6]  what may be spent in all, or -1
-- ARGV[7]  after how many milliseconds what is held expires
-- ARGV[8]  'always' where it is held even without room
--
-- Answers {granted, whether the tool's bound decided and not that of all, spent of it before, held of it before, milliseconds until the
-- next window}. Amounts are micro-dollars below 2^53.
local t = redis.call('TIME')
local now = t[1] * 1000 + (t[2] - t[2] % 1000) / 1000

local function part(a, b) return (a - a % b) / b end

-- Howard Hinnant's civil_from_days, of which the day of the month is wanted.
local function dayOfMonth(day)
  local shifted = day + 719468
  local inEra = shifted % 146097
  local year = part(inEra - part(inEra, 1460) + part(inEra, 36524) - part(inEra, 146096), 365)
  local inYear = inEra - (365 * year + part(year, 4) - part(year, 100))
  local month = part(5 * inYear + 2, 153)
  return inYear - part(153 * month + 2, 5) + 1
end

local from = part(now, 86400000)
local ends = from + 1
if ARGV[1] == 'month' then
  from = from - dayOfMonth(from) + 1
  ends = from + 31
  ends = ends - dayOfMonth(ends) + 1
end

-- A clock that was set back begins no window anew.
local stored = tonumber(redis.call('HGET', KEYS[1], 'ends'))
if stored and stored >= ends then
  ends = stored
else
  redis.call('DEL', KEYS[1], KEYS[2])
  redis.call('HSET', KEYS[1], 'ends', ends)
end

local function hold(tool, amount)
  redis.call('HINCRBY', KEYS[1], 'held ' .. tool, amount)
  redis.call('HINCRBY', KEYS[1], 'held', amount)
end

for _, run in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', string.format('%.0f', now))) do
  local amount, tool = string.match(redis.call('HGET', KEYS[1], 'run ' .. run), '^(%d+) (.*)$')
  hold(tool, '-' .. amount)
  redis.call('ZREM', KEYS[2], run)
end

local function number(field) return tonumber(redis.call('HGET', KEYS[1], field) or 0) end

local tool, total = ARGV[3], tonumber(ARGV[6])
local spent, held, ofTool = number('spent ' .. tool), number('held ' .. tool), 1
local granted = spent + held < tonumber(ARGV[5])
if total >= 0 then
  local all, heldOfAll = number('spent'), number('held')
  if all + heldOfAll >= total then
    spent, held, ofTool, granted = all, heldOfAll, 0, false
  end
end
if granted or ARGV[8] == 'always' then
  redis.call('HSET', KEYS[1], 'run ' .. ARGV[2], ARGV[4] .. ' ' .. tool)
  redis.call('ZADD', KEYS[2], string.format('%.0f', now + ARGV[7]), ARGV[2])
  hold(tool, ARGV[4])
end
local left = ends * 86400000 - now
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', left + 1000))
redis.call('PEXPIRE', KEYS[2], string.format('%.0f', left + 1000))
return {granted and 1 or 0, ofTool, spent, held, left}
