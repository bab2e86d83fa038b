import assert from 'node:assert/strict';
import test from 'node:test';
import { answered } from './fakes.js';
import { PAY, SESSION, aGuard, waitingFor } from './guards.js';

test('who is in, or waits in a line, finds the ways out', async () => {
  const watches = aGuard();
  await watches.enter(SESSION);
  const waits = aGuard({ kept: SESSION, flows: [waitingFor('waitingList')] });
  await waits.guarding;
  await answered();
  const passwordOnly = aGuard();
  passwordOnly.view.forms.clear();
  await passwordOnly.enter(SESSION);

  assert.deepEqual([watches.ways, waits.ways, passwordOnly.ways], [['seat or device'], ['seat or device'], ['device']]);
});

for (const shown of ['countdown', 'ready', 'playing']) {
  test(`who is in finds them, also in a frame, while the stage shows ${shown}`, async () => {
    const { enter, ways } = aGuard({ shown });

    await enter(SESSION);
    await answered();

    assert.deepEqual(ways, ['seat or device']);
  });
}

test('who pays has them by the API alone, and who may have paid is told so', async () => {
  const pays = aGuard();
  await pays.enter({ ...SESSION, flow: PAY });
  const paid = aGuard();
  paid.view.forms.set('pay', {});
  await paid.enter(SESSION);
  await answered();

  assert.deepEqual([pays.ways, paid.ways], [[], ['seat or device if unpaid']]);
});

test('who is known by a cookie alone, or not at all, finds none', async () => {
  const known = aGuard({ panel: 'wait', flows: [waitingFor('notStarted')] });
  await known.guarding;
  const unknown = aGuard();
  await unknown.guarding;
  await answered();

  assert.deepEqual([known.ways, unknown.ways], [[], []]);
});

for (const reason of ['closed', 'given_back']) {
  test(`that ${reason} is what the viewer wished is told as such`, async () => {
    const { enter, seen, ways, sessions } = aGuard();
    await enter(SESSION);

    sessions.dispatchEvent(new CustomEvent('over', { detail: { reason } }));
    await answered();

    assert.deepEqual(seen.slice(-2), ['expel', `turn refused ${reason}`]);
    assert.equal(ways.at(-1), 'none');
  });
}

test('who comes after all is led to the form, where there is one', async () => {
  const { enter, backs, view, sessions } = aGuard();
  view.forms.set('register', {});
  await enter(SESSION);

  for (const reason of ['given_back', 'closed']) sessions.dispatchEvent(new CustomEvent('over', { detail: { reason } }));

  assert.deepEqual(backs, ['register', 'code']);
});

test('who is in watches although the ways out do not come', async () => {
  const { enter, seen } = aGuard({ leavingComes: async () => Promise.reject(new Error('away')) });

  await enter(SESSION);

  assert.deepEqual(seen, ['write', 'turn watch', 'admit m true', 'keep s']);
});
