-- Says that a node is alive, and answers how many are.
--
-- KEYS[1]  the nodes
-- ARGV[1]  the node
-- ARGV[2]  after how many milliseconds without a word it counts as gone
local t = redis.call('TIME')
local now = t[1] * 1000 + (t[2] - t[2] % 1000) / 1000
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('(%.0f', now - ARGV[2]))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {redis.call('ZCARD', KEYS[1])}
