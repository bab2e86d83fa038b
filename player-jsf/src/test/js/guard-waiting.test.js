import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { answered } from './fakes.js';
import { SESSION, WATCH, aGuard, waitingFor } from './guards.js';

test('who waits is asked for again, and goes on to the picture by themselves', async () => {
  const { enter, seen, time } = aGuard({ flows: [waitingFor('approval'), WATCH] });
  await enter({ ...SESSION, playback: undefined, flow: waitingFor('approval') });
  assert.deepEqual(seen, ['write', 'turn wait approval', 'keep s']);

  await time.advance(8000);
  await answered();
  assert.deepEqual(seen.slice(3), [], 'the same answer changes nothing');

  await time.advance(16_000);
  await answered();
  assert.deepEqual(seen.slice(3), ['turn watch', 'admit fresh true']);
  assert.deepEqual(time.waiting, []);
});

test('what there is to wait for may change', async () => {
  const { enter, seen, time } = aGuard({ flows: [waitingFor('approval'), { currentStep: 'refused', sessionData: { reason: 'wrong_state' } }] });
  await enter({ ...SESSION, flow: waitingFor('waitingList') });

  await time.advance(8000);
  await answered();
  assert.equal(seen.at(-1), 'turn wait approval');

  await time.advance(8000);
  await answered();
  assert.equal(seen.at(-1), 'turn refused wrong_state');
});

test('whom a seat is offered is sent to their mail, and goes on when they have taken it', async () => {
  const { enter, seen, time } = aGuard({ flows: [{ currentStep: 'verify' }, WATCH] });
  await enter({ ...SESSION, flow: waitingFor('waitingList') });

  await time.advance(8000);
  await answered();
  assert.equal(seen.at(-1), 'turn wait offered');

  await time.advance(8000);
  await answered();
  assert.equal(seen.at(-1), 'admit fresh true');
});

test('who waits for their money to come is told why there is a form again', async () => {
  for (const [reason, said] of [['payment', ['say register money_missing']], ['approval', []]]) {
    const { enter, seen, time } = aGuard({ flows: [{ currentStep: 'register' }] });
    await enter({ ...SESSION, playback: undefined, flow: waitingFor(reason) });

    await time.advance(8000);
    await answered();

    assert.deepEqual(seen.slice(seen.indexOf('turn register') + 1).filter((one) => one.startsWith('say')), said);
    assert.ok(seen.includes('turn register'), seen.join());
  }
});

test('it is asked ever more seldom, and goes on after silence', async () => {
  const { enter, sessions, time } = aGuard({ flows: [new Refused('unreachable')] });
  await enter({ ...SESSION, flow: waitingFor('approval') });

  const waits = [];
  for (let asked = 1; asked <= 5; asked++) {
    waits.push(time.waiting[0]);
    await time.advance(time.waiting[0]);
    await answered();
    assert.equal(sessions.asked, asked);
  }

  assert.deepEqual(waits, [8000, 16_000, 32_000, 60_000, 60_000]);
});

test('who waited too long is led back', async () => {
  const { enter, seen, time } = aGuard({ flows: [new Refused('token_expired')] });
  await enter({ ...SESSION, flow: waitingFor('approval') });

  await time.advance(8000);
  await answered();

  assert.deepEqual(seen.slice(-2), ['turn code', 'say code expired']);
  assert.deepEqual(time.waiting, []);
});

test('who came back to wait by a cookie alone proves themselves when it is time', async () => {
  const { guarding, seen, time } = aGuard({ panel: 'wait', flows: [waitingFor('approval'), WATCH] });
  await guarding;
  assert.deepEqual(seen, [], 'what the server rendered is shown already');

  await time.advance(8000);
  await answered();

  assert.equal(seen.at(-1), 'turn code');
});

test('who is known by a cookie alone is told that they are registered, and asks nobody until it begins', async () => {
  const { guarding, seen, time, screen } = aGuard({ panel: 'wait', flows: [waitingFor('notStarted')] });
  await guarding;
  assert.deepEqual(seen, [], 'what the server rendered is shown already');
  assert.deepEqual(time.waiting, []);

  screen.shows('countdown');
  assert.deepEqual(seen, []);
  screen.shows('registration');

  assert.deepEqual(seen, ['turn code']);
});

test('who was approved in time, and is known by a cookie alone, is told that they are registered', async () => {
  const { guarding, seen, time } = aGuard({ panel: 'wait', flows: [waitingFor('approval'), waitingFor('notStarted')] });
  await guarding;

  await time.advance(8000);
  await answered();

  assert.deepEqual(seen, ['turn wait notStarted']);
  assert.deepEqual(time.waiting, []);
});

test('who turned to another panel is left alone there', async () => {
  const { enter, seen, time, view } = aGuard({ flows: [WATCH] });
  await enter({ ...SESSION, flow: waitingFor('approval') });
  view.turn('code');

  await time.advance(8000);
  await answered();

  assert.equal(seen.at(-1), 'turn code');
  assert.deepEqual(time.waiting, []);
});
