import assert from 'node:assert/strict';
import test from 'node:test';
import { answered } from './fakes.js';
import { WATCH, aPayer, payment } from './payers.js';

test('a click opens a popup, which goes to where one pays', async () => {
  const { press, asked, opened, left, states } = aPayer();

  await press();

  assert.equal(opened.length, 1);
  assert.equal(opened[0].url, 'https://pay.example/c');
  assert.deepEqual(left, []);
  assert.deepEqual(asked('/api/payments/checkout'), [{ path: '/api/payments/checkout', body: { registrationId: 'r', voucher: '' }, key: 'key-1', token: 't' }]);
  assert.deepEqual(states, ['ready', 'asking', 'open']);
});

test('the popup is opened within the click, before the server is asked', () => {
  const { processor, opened } = aPayer();

  processor.pay('');

  assert.equal(opened.length, 1);
});

test('a double click is one click', async () => {
  const { processor, opened, asked, left } = aPayer();

  processor.pay('');
  processor.pay('');
  await answered();
  await processor.pay('');

  assert.equal(opened.length, 1);
  assert.equal(opened[0].focused, 1);
  assert.equal(asked('/api/payments/checkout').length, 1);
  assert.deepEqual(left, []);
});

test('where popups are blocked the whole page goes there, once', async () => {
  const { press, left, states } = aPayer({ popups: false });

  await press();
  await press();

  assert.deepEqual(left, ['https://pay.example/c']);
  assert.equal(states.at(-1), 'leaving');
});

test('where neither is allowed there is a link', async () => {
  const { press, states } = aPayer({ popups: false, navigable: false });

  await press();

  assert.equal(states.at(-1), 'blocked');
});

test('who comes back from where the page went may try again', async () => {
  const { press, left, see, states } = aPayer({ popups: false });
  await press();

  see();
  await answered();
  assert.equal(states.at(-1), 'cancelled');
  await press();

  assert.equal(left.length, 2);
});

test('the partner’s page is where the payer belongs', async () => {
  const { press, asked } = aPayer({ returnUrl: 'https://partner.example/talk' });

  await press();

  assert.equal(asked('/api/payments/checkout')[0].body.returnUrl, 'https://partner.example/talk');
});

test('who comes back from paying is led on at once', async () => {
  const world = aPayer({ payments: [payment('completed')], flows: [WATCH] });
  await world.press();

  world.comeBack(false);
  await answered();

  assert.deepEqual(world.last('moved'), WATCH);
  assert.deepEqual(world.time.waiting, []);
});

test('a popup that is closed makes the server ask at once', async () => {
  const { press, opened, time, asked, states } = aPayer();
  await press();

  opened[0].open = false;
  await time.advance(500);
  await answered();

  assert.equal(asked('/api/payments/p').length, 1);
  assert.equal(states.at(-1), 'closed');
});

test('who turned back is told so, and may pay on the same checkout', async () => {
  const world = aPayer();
  await world.press();

  world.comeBack(true);
  await answered();
  assert.equal(world.states.at(-1), 'cancelled');
  await world.press();

  assert.equal(world.opened.length, 2);
  assert.equal(world.opened[1].url, 'https://pay.example/c');
});
