import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { answered } from './fakes.js';
import { PAY, SESSION, WATCH, aGuard, waitingFor } from './guards.js';

test('who is to pay keeps the session, pays, and goes on to the picture', async () => {
  const { enter, seen, paying, time } = aGuard();
  await enter({ ...SESSION, playback: undefined, flow: PAY });
  await answered();
  assert.deepEqual(seen, ['write', 'turn pay', 'keep s', 'begin r']);

  paying.heard.moved(WATCH);

  assert.deepEqual(seen.slice(4), ['turn watch', 'admit fresh true', 'end']);
  assert.deepEqual(time.waiting, []);
});

test('who is to pay does so once what keeps the session has come', async () => {
  const { enter, seen, time } = aGuard({ sessionsAway: 3 });
  await enter({ ...SESSION, playback: undefined, flow: PAY });

  await time.advance(60_000);
  await answered();

  assert.deepEqual(seen, ['write', 'turn pay', 'keep s', 'begin r']);
});

test('money that takes its time is waited for', async () => {
  const { enter, seen, paying, time } = aGuard({ flows: [WATCH] });
  await enter({ ...SESSION, flow: PAY });
  await answered();

  paying.heard.moved(waitingFor('payment'));
  assert.deepEqual(seen.slice(4), ['turn wait payment', 'end']);
  await time.advance(8000);
  await answered();

  assert.equal(seen.at(-1), 'admit fresh true');
});

test('who reloads the page finds what is to be paid', async () => {
  const { guarding, seen } = aGuard({ kept: SESSION, panel: 'pay', flows: [PAY] });
  await guarding;
  await answered();

  assert.deepEqual(seen, ['begin r']);
});

test('who is to pay and is known by a cookie alone proves themselves', async () => {
  const { guarding, seen } = aGuard({ panel: 'pay', flows: [PAY] });
  await guarding;
  await answered();

  assert.deepEqual(seen, ['expel', 'turn code', 'say code unproven_payer']);
});

test('whose session is over while they are to pay proves themselves too', async () => {
  const { guarding, seen } = aGuard({ kept: SESSION, panel: 'pay', flows: [new Refused('token_expired')] });
  await guarding;

  assert.deepEqual(seen, ['expel', 'turn code', 'say code unproven_payer']);
});

test('who turns elsewhere before the panel has come to life leaves it dead', async () => {
  const { enter, seen, paying } = aGuard();
  enter({ ...SESSION, flow: PAY });
  await enter(SESSION);
  await answered();

  assert.equal(paying.heard.signal.aborted, true);
  assert.equal(seen.at(-1), 'begin r');
});

test('who is no longer known while they pay is led back', async () => {
  const { enter, seen, paying } = aGuard();
  await enter({ ...SESSION, flow: PAY });
  await answered();

  paying.heard.lost();

  assert.deepEqual(seen.slice(-4), ['end', 'expel', 'turn code', 'say code expired']);
});
