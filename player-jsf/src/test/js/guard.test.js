import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { SESSION, WATCH, aGuard, waitingFor } from './guards.js';

test('who gets in watches, and is known on the next visit', async () => {
  const { enter, seen } = aGuard();

  await enter(SESSION);

  assert.deepEqual(seen, ['write', 'turn watch', 'admit m true', 'keep s']);
});

test('what keeps the session is asked for until it comes', async () => {
  const { enter, seen, sessions, time } = aGuard({ sessionsAway: 4 });
  await enter(SESSION);
  assert.deepEqual(seen, ['write', 'turn watch', 'admit m true']);

  await time.advance(7000);
  assert.equal(seen.at(-1), 'keep s');

  sessions.dispatchEvent(new CustomEvent('over', { detail: { reason: 'revoked' } }));
  assert.equal(seen.at(-1), 'say code revoked');
});

test('what comes late keeps the session of who was let in last', async () => {
  const { enter, seen, time } = aGuard({ sessionsAway: 4 });
  await enter(SESSION);
  await enter({ ...SESSION, sessionId: 'newer' });

  await time.advance(60_000);

  assert.deepEqual(seen.filter((what) => what.startsWith('keep')), ['keep newer']);
});

test('who got in without a script goes on with one', async () => {
  const { seen, guarding } = aGuard({ session: SESSION });
  await guarding;

  assert.deepEqual(seen, ['write', 'turn watch', 'admit m false', 'keep s']);
});

test('who comes back is asked nothing', async () => {
  const { seen, guarding } = aGuard({ kept: SESSION, flows: [WATCH] });
  await guarding;

  assert.deepEqual(seen, ['turn watch', 'admit fresh false']);
});

test('who comes back goes on where the server, or else the device, says that they were', async () => {
  const told = aGuard({ kept: { ...SESSION, position: 7 }, flows: [{ ...WATCH, sessionData: { ...WATCH.sessionData, position: 42 } }] });
  const remembered = aGuard({ kept: { ...SESSION, position: 7 }, flows: [WATCH] });
  await told.guarding;
  await remembered.guarding;

  assert.equal(told.seen.at(-1), 'admit fresh false 42');
  assert.equal(remembered.seen.at(-1), 'admit fresh false 7');
});

test('who comes back before the start waits for it at the stage', async () => {
  const { seen, guarding, time } = aGuard({ kept: SESSION, flows: [waitingFor('notStarted')] });
  await guarding;

  assert.deepEqual(seen, ['turn watch notStarted', 'admit null false']);
  assert.deepEqual(time.waiting, []);
});

test('who comes back and is no longer known finds the form', async () => {
  const { seen, guarding } = aGuard({ kept: SESSION, flows: [new Refused('unauthenticated')] });
  await guarding;

  assert.deepEqual(seen, []);
});

test('who comes back and has to register again finds the form', async () => {
  const { seen, guarding } = aGuard({ kept: SESSION, flows: [{ currentStep: 'register' }] });
  await guarding;

  assert.deepEqual(seen, []);
});

test('whose right is over is led back with words', async () => {
  const { enter, seen, sessions } = aGuard();
  await enter(SESSION);

  sessions.dispatchEvent(new CustomEvent('over', { detail: { reason: 'replaced_by_newer_screen' } }));

  assert.deepEqual(seen.slice(-3), ['expel', 'turn code', 'say code replaced_by_newer_screen']);
});

test('a picture that is to carry its viewer\'s address does, as soon as they are in', async () => {
  const { enter, seen } = aGuard();

  await enter({ ...SESSION, flow: { currentStep: 'watch', sessionData: { watermark: 'ada@example.com' } } });

  assert.ok(seen.includes('mark ada@example.com'));
});

test('who comes back has it too, and who still waits for a seat has none', async () => {
  const back = aGuard({ kept: SESSION, flows: [{ ...WATCH, sessionData: { watermark: 'ada@example.com' } }] });
  await back.guarding;
  const waits = aGuard({ kept: SESSION, flows: [{ currentStep: 'wait', sessionData: { reason: 'waitingList', watermark: 'ada@example.com' } }] });
  await waits.guarding;

  assert.ok(back.seen.includes('mark ada@example.com'));
  assert.ok(!waits.seen.some((each) => each.startsWith('mark')));
});
