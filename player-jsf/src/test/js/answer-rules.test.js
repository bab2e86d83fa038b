import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { findingOf } from '../../main/js/answer-rules.js';

/** What the test `AnswersTableTest` holds the server's rules to; `left` is what the browser leaves to the server. */
const CASES = JSON.parse(readFileSync(new URL('../resources/foyer/player/answers.json', import.meta.url), 'utf8'));
const CONTROLS = { phone: 'tel' };

for (const { type, bounds = {}, answer, times = 1, finding, left = false } of CASES) {
  const text = answer.repeat(times);
  test(`the ${type} “${text.slice(0, 30)}” (${text.length}) is ${finding || 'right'} by ${JSON.stringify(bounds)}, as for the server`, () => {
    const { min = '', max = '', pattern, maxLength: most } = bounds;

    const found = findingOf({ control: CONTROLS[type] ?? type, answers: text === '' ? [] : [text], bounds: { min: `${min}`, max: `${max}`, pattern, most } });

    assert.equal(found, left ? '' : finding);
  });
}

test('what is chosen is left to the server', () => {
  assert.equal(findingOf({ control: 'select', answers: ['nothing there is'] }), '');
  assert.equal(findingOf({ control: 'country', answers: ['Ruritania'] }), '');
});
