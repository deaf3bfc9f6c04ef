// Reads a JSON list of responses' headers, and prints what others' parsers read in them of a limit.
import {readFileSync} from 'node:fs';
import {parseList} from 'structured-headers';
import {parseRateLimit} from 'ratelimit-header-parser';

const structured = value => value === undefined ? null
    : parseList(value).map(([name, parameters]) => ({name, ...Object.fromEntries(parameters)}));
console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(headers => ({
  policy: structured(headers['ratelimit-policy']),
  limit: structured(headers['ratelimit']),
  legacy: parseRateLimit(headers, {reset: 'seconds'}) ?? null,
}))));
