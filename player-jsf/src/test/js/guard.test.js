import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '../../main/js/calls.js';
import { guard } from '../../main/js/guard.js';
import { Pauses } from '../../main/js/pauses.js';
import { FakeScreen } from './embed-fakes.js';
import { FakeTime, answered } from './fakes.js';

const WATCH = { currentStep: 'watch', sessionData: { playback: { url: 'fresh' } } };
const SESSION = { sessionId: 's', sessionToken: 't', playback: { url: 'm' }, flow: { currentStep: 'watch', sessionData: {} } };

const waitingFor = (reason) => ({ currentStep: 'wait', sessionData: { reason } });

/** The way in and the page behind it, as far as the guard sees them; `flows` are what the server answers in turn. */
function aGuard({ flows = [], session = null, kept = null, panel = 'register', shown = 'ready', leavingComes = async (ways) => ways } = {}) {
  const seen = [];
  const ways = [];
  const backs = [];
  const time = new FakeTime();
  const flow = new EventTarget();
  const sessions = new EventTarget();
  Object.assign(sessions, {
    asked: 0,
    keep: (granted) => seen.push(`keep ${granted.sessionId}`),
    resume: () => kept,
    flow: async () => {
      sessions.asked++;
      const answer = flows.length > 1 ? flows.shift() : flows[0];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const screen = Object.assign(new FakeScreen(), { state: shown });
  const view = {
    panel,
    forms: new Map([['verify', {}]]),
    turn: (to, more) => {
      view.panel = to;
      seen.push(['turn', to, more?.reason].filter(Boolean).join(' '));
    },
    say: (on, words) => seen.push(`say ${on} ${words}`),
  };
  const watching = { admit: (url, { playing, position, registered }) => registered && seen.push(['admit', `${url}`, playing, position].filter((told) => told !== undefined).join(' ')), expel: () => seen.push('expel') };
  const paying = {
    heard: /** @type {any} */ (null),
    begin: (dues, heard) => {
      paying.heard = heard;
      seen.push(`begin ${dues.registrationId}`);
      heard.signal.addEventListener('abort', () => seen.push('end'));
    },
  };
  const leaving = { offer: ({ registered, sold }) => ways.push(`${registered ? 'seat or device' : 'device'}${sold ? ' if unpaid' : ''}`), end: () => ways.push('none') };
  const keeping = { read: () => kept, write: () => seen.push('write') };
  const parts = { flow, view, watching, screen, kept: keeping, words: { load: async () => {} }, timers: time, pauses: new Pauses(() => 1), mark: (text) => seen.push(`mark ${text}`) };
  const guarding = guard({ back: 'code', session }, { ...parts, bringSessions: async () => sessions, bringPaying: async () => paying, bringLeaving: () => leavingComes(leaving), leadBack: (to) => backs.push(to) });
  const enter = async (granted) => {
    flow.dispatchEvent(new CustomEvent('in', { detail: granted }));
    await answered();
  };
  return { seen, ways, backs, guarding, sessions, time, view, screen, enter, paying };
}

test('who gets in watches, and is known on the next visit', async () => {
  const { enter, seen } = aGuard();

  await enter(SESSION);

  assert.deepEqual(seen, ['write', 'turn watch', 'admit m true', 'keep s']);
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

const PAY = { currentStep: 'pay', sessionData: { registrationId: 'r' } };

test('who is to pay keeps the session, pays, and goes on to the picture', async () => {
  const { enter, seen, paying, time } = aGuard();
  await enter({ ...SESSION, playback: undefined, flow: PAY });
  await answered();
  assert.deepEqual(seen, ['write', 'turn pay', 'keep s', 'begin r']);

  paying.heard.moved(WATCH);

  assert.deepEqual(seen.slice(4), ['turn watch', 'admit fresh true', 'end']);
  assert.deepEqual(time.waiting, []);
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
