import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { answered } from './fakes.js';
import { DUES, OPEN, PAY, WATCH, aPayer, inLine, payment } from './payers.js';

test('without a word of the popup the flow is asked for, ever more seldom', async () => {
  const { press, time, asked } = aPayer();
  await press();

  const before = asked('flow').length;
  await time.advance(2000);
  await time.advance(4000);
  await time.advance(8000);

  assert.equal(asked('flow').length, before + 3);
});

test('nobody is asked for a page that nobody sees, and at once when it is seen again', async () => {
  const world = aPayer();
  await world.press();
  world.hidden = true;
  await world.time.advance(2000);
  const before = world.log.length;

  await world.time.advance(60_000);
  assert.equal(world.log.length, before);

  world.hidden = false;
  world.see();
  await answered();
  assert.equal(world.log.at(-1).path, '/api/payments/p');
  assert.equal(world.states.at(-1), 'open');
});

test('another tab may have paid', async () => {
  const { time, last } = aPayer({ flows: [PAY, WATCH] });

  await time.advance(8000);
  await time.advance(16_000);

  assert.deepEqual(last('moved'), WATCH);
});

test('what was paid already leads on', async () => {
  const { press, opened, last } = aPayer({ checkout: [new Refused('already_paid')], flows: [WATCH] });

  await press();

  assert.equal(opened[0].open, false);
  assert.deepEqual(last('moved'), WATCH);
});

test('a seat for nothing needs no popup', async () => {
  const world = aPayer({ quotes: [{ amount: 1200, discount: 1200, due: 0, currency: 'EUR' }], checkout: [payment('completed', { amount: 0 })], flows: [WATCH] });
  await world.processor.quote('FREE');
  assert.deepEqual(world.last('price'), { full: 1200, due: 0 });

  await world.press('FREE');

  assert.deepEqual(world.opened, []);
  assert.deepEqual(world.last('moved'), WATCH);
});

test('who expected a seat for nothing is not led away to pay', async () => {
  const world = aPayer({ quotes: [{ amount: 1200, discount: 1200, due: 0, currency: 'EUR' }] });
  await world.processor.quote('FREE');

  await world.press('FREE');

  assert.deepEqual([world.opened, world.left], [[], []]);
  assert.equal(world.states.at(-1), 'blocked');
});

test('a voucher that does not count is told beside it, and the popup goes', async () => {
  const fields = [{ field: 'voucher', code: 'used_up' }];
  const { press, opened, last } = aPayer({ checkout: [new Refused('validation_failed', fields)] });

  await press('OFTEN');

  assert.equal(opened[0].open, false);
  assert.deepEqual(last('refused'), { fields });
  assert.deepEqual(last('problem'), { code: '' });
});

test('a voucher that counts takes back what was said of another', async () => {
  const fields = [{ field: 'voucher', code: 'used_up' }];
  const { processor, last } = aPayer({ quotes: [new Refused('validation_failed', fields), { amount: 1200, discount: 200, due: 1000, currency: 'EUR' }] });

  await processor.quote('OFTEN');
  assert.deepEqual(last('refused'), { fields });
  await processor.quote('EARLY');

  assert.deepEqual(last('refused'), { fields: [] });
  assert.deepEqual(last('price'), { full: 1200, due: 1000 });
});

test('a way back that the event does not know is left out', async () => {
  const fields = [{ field: 'returnUrl', code: 'not_allowed' }];
  const { press, asked, last } = aPayer({ checkout: [new Refused('validation_failed', fields), OPEN], returnUrl: 'https://elsewhere.example/talk' });
  await press();
  assert.deepEqual(last('problem'), { code: 'validation_failed' });

  await press();

  assert.equal(asked('/api/payments/checkout')[1].body.returnUrl, undefined);
});

test('the voucher of the registration is counted from the beginning', async () => {
  const world = aPayer({ quotes: [{ amount: 1200, discount: 200, due: 1000, currency: 'EUR' }] });

  world.processor.begin({ ...DUES, voucher: 'EARLY' });
  await answered();

  assert.deepEqual(world.log.at(-1).body, { registrationId: 'r', voucher: 'EARLY' });
  assert.deepEqual(world.last('price'), { full: 1200, due: 1000 });
});

test('after a lost answer the same is asked for under the same key, and after an answer under another', async () => {
  const { press, asked, checkout, last, opened } = aPayer({ checkout: [new Refused('unreachable'), OPEN] });
  await press();
  assert.deepEqual(last('problem'), { code: 'unreachable' });

  await press();
  opened[1].open = false;
  checkout.push(OPEN);
  await press();

  assert.deepEqual(asked('/api/payments/checkout').map(({ key }) => key), ['key-1', 'key-1', 'key-2']);
});

test('a slow answer is said to be slow', async () => {
  const { press, states } = aPayer({ checkout: ['slow', OPEN] });

  await press();

  assert.deepEqual(states, ['ready', 'asking', 'retrying', 'open']);
});

test('who is in line is told for how long, and paid for by the popup that waits', async () => {
  const { press, time, opened, states, asked } = aPayer({ checkout: [inLine(20)], payments: [inLine(3), new Refused('unreachable'), OPEN] });
  await press();
  assert.equal(states.at(-1), 'queued');

  await time.advance(10_000);
  assert.equal(asked('/api/payments/p').length, 1);
  assert.equal(opened[0].url, '');
  await time.advance(3000);
  await time.advance(3000);

  assert.equal(opened[0].url, 'https://pay.example/c');
  assert.equal(states.at(-1), 'open');
});

test('who closes the popup in line finds the checkout when it is open', async () => {
  const { press, time, opened, states } = aPayer({ checkout: [inLine(1), OPEN] });
  await press();
  opened[0].open = false;

  await time.advance(1000);
  assert.equal(states.at(-1), 'closed');
  await press();

  assert.equal(opened[1].url, 'https://pay.example/c');
});
