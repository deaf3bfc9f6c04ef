// Reads a JSON list of content security policies, and prints for each the findings that csp_evaluator calls high or medium.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
const require = createRequire(import.meta.url);
const {CspParser} = require('csp_evaluator/dist/parser.js');
const {CspEvaluator} = require('csp_evaluator/dist/evaluator.js');
const {Severity} = require('csp_evaluator/dist/finding.js');

const policies = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(policies.map(policy => new CspEvaluator(new CspParser(policy).csp).evaluate()
    .filter(finding => finding.severity <= Severity.MEDIUM)
    .map(finding => `${finding.directive} ${finding.value ?? ''}: ${finding.description}`))));
