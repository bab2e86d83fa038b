import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { answered } from './fakes.js';
import { HOLD_MS, PAY, REGISTER, WAIT, WATCH, aPayer, inLine, payment } from './payers.js';

test('money that takes its time leads to the wait', async () => {
  const world = aPayer({ payments: [payment('processing')], flows: [WAIT] });
  await world.press();

  world.comeBack(false);
  await answered();

  assert.deepEqual(world.last('moved'), WAIT);
});

for (const status of ['failed', 'expired', 'refunded', 'underReview']) {
  test(`a payment that is ${status} is told, and the next one is another`, async () => {
    const world = aPayer({ payments: [payment(status)] });
    await world.press();
    world.comeBack(false);
    await answered();
    assert.equal(world.states.at(-1), status);

    await world.press();

    assert.equal(world.opened.length, 2);
    assert.deepEqual(world.log.filter(({ key }) => key).map(({ key }) => key), ['key-1', 'key-2']);
  });
}

test('the time that is left is told', async () => {
  const { processor, time } = aPayer();
  const seen = [];
  processor.addEventListener('hold', ({ detail }) => seen.push(detail));

  await time.advance(1000);

  assert.deepEqual(seen.at(-1), { days: 0, hours: 0, minutes: 29, seconds: 59 });
});

test('who is in line is told of the time that the payment has', async () => {
  const { processor, press, time } = aPayer({ checkout: [{ ...inLine(20), holdExpiresAt: new Date(60_000).toISOString() }] });
  const seen = [];
  processor.addEventListener('hold', ({ detail }) => seen.push(detail));

  await press();
  await time.advance(1000);

  assert.deepEqual(seen.at(-1), { days: 0, hours: 0, minutes: 0, seconds: 59 });
});

test('when the hold is gone the flow says whether the seat is', async () => {
  const { time, states } = aPayer({ flows: [REGISTER] });

  await time.advance(HOLD_MS);

  assert.equal(states.at(-1), 'gone');
});

test('as long as the seat is there one may try once more', async () => {
  const world = aPayer({ flows: [PAY] });
  await world.press();

  await world.time.advance(HOLD_MS);
  assert.equal(world.states.at(-1), 'expired');
  await world.press();

  assert.equal(world.opened.length, 2);
});

test('a bank that declined is told even though the seat is gone with it', async () => {
  const world = aPayer({ payments: [payment('failed')], flows: [REGISTER] });
  const said = [];
  world.processor.addEventListener('state', ({ detail: { state, why } }) => said.push([state, why]));
  await world.press();
  world.comeBack(false);
  await answered();
  await world.time.advance(60_000);

  assert.deepEqual(said.at(-1), ['gone', 'failed']);
});

test('money that came late after all leads on', async () => {
  const world = aPayer({ flows: [REGISTER] });
  await world.time.advance(HOLD_MS);
  assert.equal(world.states.at(-1), 'gone');

  world.flows.push(WATCH);
  await world.time.advance(120_000);

  assert.deepEqual(world.last('moved'), WATCH);
});

test('whom the server knows no longer is lost, once', async () => {
  const { time, told } = aPayer({ flows: [new Refused('token_expired')] });

  await time.advance(8000);
  await time.advance(60_000);

  assert.equal(told.filter(([what]) => what === 'lost').length, 1);
});

test('after the end nothing is asked, opened or told', async () => {
  const world = aPayer();
  await world.press();
  world.processor.end();
  const before = [world.log.length, world.states.length, world.told.length];

  world.see();
  world.comeBack(false);
  await world.time.advance(HOLD_MS);
  await world.press();

  assert.deepEqual([world.log.length, world.states.length, world.told.length], before);
  assert.deepEqual(world.time.waiting, []);
});

test('an answer that comes after the end opens nothing', async () => {
  const { processor, opened } = aPayer();
  processor.pay('');
  processor.end();
  await answered();

  assert.equal(opened[0].url, '');
  assert.equal(opened[0].open, false);
});

test('an answer from the line that comes after the end tells nothing', async () => {
  let answer = (_) => {};
  const { press, processor, time, states } = aPayer({ checkout: [inLine(1)], payments: [new Promise((resolve) => (answer = resolve))] });
  await press();
  await time.advance(1000);
  processor.end();

  answer(inLine(1));
  await answered();

  assert.deepEqual(states, ['ready', 'asking', 'queued']);
  assert.deepEqual(time.waiting, []);
});
