-- Takes an attempt of a sliding window, or gives one back.
--
-- KEYS[1]  whose attempts
-- ARGV[1]  'take' or 'back'
-- ARGV[2]  how many microseconds the window is long
-- ARGV[3]  how many there are in it at most; of what is given back, its stamp
--
-- Answers {1, the attempt's stamp} where one was taken, and {0, microseconds until the next can be} where none was left.
--
-- Stored are the last stamp, when the key was last asked for, and of each attempt, oldest first, its time and its stamp. A stamp
-- is the time too, but one more than the one before where that is needed, so that no two are the same. All are microseconds,
-- which are whole and below 2^53.
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local per, number = tonumber(ARGV[2]), tonumber(ARGV[3])

local stored = {}
for word in string.gmatch(redis.call('GET', KEYS[1]) or '', '%d+') do
  stored[#stored + 1] = tonumber(word)
end
local last, seen = stored[1] or 0, stored[2] or now

-- A clock that was set back by more than a second goes on from where it was; within that, it stands still.
local back = 0
if seen > now then
  if seen - now > 1000000 then back = seen - now else now = seen end
end

local times, stamps = {}, {}
for i = 3, #stored, 2 do
  local at = stored[i] - back
  if at > now - per and (ARGV[1] == 'take' or stored[i + 1] ~= number) then
    times[#times + 1], stamps[#stamps + 1] = at, stored[i + 1]
  end
end

local answer
if ARGV[1] == 'back' then
  answer = {1, number}
elseif #times < number then
  last = math.max(now, last + 1)
  times[#times + 1], stamps[#stamps + 1] = now, last
  answer = {1, last}
else
  answer = {0, times[#times - number + 1] + per - now}
end

if #times == 0 then
  redis.call('DEL', KEYS[1])
else
  local state = {string.format('%.0f %.0f', last, now)}
  for i = 1, #times do state[i + 1] = string.format('%.0f %.0f', times[i], stamps[i]) end
  local left = times[#times] + per - now
  redis.call('SET', KEYS[1], table.concat(state, ' '), 'PX', string.format('%.0f', (left - left % 1000) / 1000 + 1000))
end
return answer
