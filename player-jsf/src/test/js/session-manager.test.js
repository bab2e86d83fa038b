import assert from 'node:assert/strict';
import test from 'node:test';
import { Calls } from '../../main/js/calls.js';
import { KeptSession, deviceStorage } from '../../main/js/kept-session.js';
import { Pauses } from '../../main/js/pauses.js';
import { PlaybackRight } from '../../main/js/playback-right.js';
import { SessionManager } from '../../main/js/session-manager.js';
import { FakeServer, FakeStorage, FakeTime, FakeVideo, answered, refusal } from './fakes.js';

const PAUSES = new Pauses(() => 0.5);
const NOON = Date.UTC(2030, 4, 1, 12);
const SESSION = { sessionId: 's', sessionToken: 't', expiresAt: '2030-05-01T20:00:00Z', playback: { url: 'm' } };
const GO_ON = { body: { nextInSeconds: 30, continue: true } };

function aManager({ answers = [GO_ON], remembered = true, storage = () => kept, kept = new FakeStorage(), time = new FakeTime(NOON) } = {}) {
  const server = new FakeServer(...answers);
  const calls = new Calls({ fetch: server.fetch, timers: time, pauses: PAUSES });
  const keeping = new KeptSession('e', storage);
  const right = new PlaybackRight();
  const sessions = new SessionManager('e', remembered ? keeping : null, { calls, fetch: server.fetch, time, timers: time, pauses: PAUSES, right });
  const over = [];
  sessions.addEventListener('over', ({ detail }) => over.push(detail.reason));
  const video = Object.assign(new FakeVideo(), { readyState: 4, paused: false, seeking: false, ended: false });
  return { sessions, server, time, kept, keeping, over, video, right };
}

/** Lets an answer be read, and time pass. */
async function after(time, ms) {
  await time.advance(ms);
  await answered();
}

test('a session is there again on the next visit', () => {
  const { sessions, kept } = aManager();
  sessions.keep(SESSION);

  const next = aManager({ kept });

  assert.equal(next.sessions.resume(), true);
  assert.equal(next.sessions.session.sessionToken, 't');
});

test('one that is over is not', () => {
  const { sessions, kept } = aManager();
  sessions.keep(SESSION);

  assert.equal(aManager({ kept, time: new FakeTime(NOON + 24 * 3_600_000) }).sessions.resume(), false);
});

test('nothing is kept on the device of somebody who was asked nothing', () => {
  const { sessions, kept } = aManager({ remembered: false });

  sessions.keep(SESSION);

  assert.equal(kept.kept.size, 0);
});

test('a browser that keeps nothing lets people watch all the same', () => {
  const { sessions } = aManager({ storage: () => { throw new Error('denied'); } });

  sessions.keep(SESSION);

  assert.equal(sessions.resume(), false);
  assert.equal(sessions.session.sessionId, 's');
});

test('a frame without storage keeps the session in a cookie of its partition', () => {
  const jar = new Map();
  const written = [];
  const window = {
    get localStorage() {
      throw new Error('denied');
    },
    document: {
      get cookie() {
        return [...jar].map((pair) => pair.join('=')).join('; ');
      },
      set cookie(text) {
        written.push(text);
        const [name, value] = text.split(';')[0].split('=');
        if (text.includes('Max-Age=0')) jar.delete(name);
        else jar.set(name, value);
      },
    },
  };
  const kept = new KeptSession('e', () => deviceStorage(window));

  assert.equal(kept.read(), null);
  kept.write(SESSION);
  assert.equal(kept.read().sessionToken, 't');
  assert.match(written[0], /^__Host-foyer\.session\.e=[^;]*; Path=\/; Max-Age=86400; Secure; SameSite=None; Partitioned$/);
  kept.forget();
  assert.equal(kept.read(), null);
});

test('tells where it is, and nothing of how it got there, at the pace the server asks for', async () => {
  const { sessions, server, time, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video);

  for (const position of [1, 1.5, 2]) {
    video.currentTime = position;
    video.happens('timeupdate');
  }
  video.happens('waiting');
  video.readyState = 2;
  await after(time, 5000);
  assert.equal(server.last.path, '/api/sessions/s/heartbeat');
  assert.equal(server.last.headers.Authorization, 'Foyer t');
  assert.deepEqual(server.last.body, { position: 2, state: 'playing' });
  await after(time, 29_000);
  assert.equal(server.asked.length, 1);
  await after(time, 1000);

  assert.equal(server.asked.length, 2);
});

test('a silent server is told again', async () => {
  const { sessions, server, time, video } = aManager({ answers: ['away', GO_ON] });
  sessions.keep(SESSION);
  sessions.watch(video);
  video.currentTime = 2;

  await after(time, 5000);
  await after(time, 5000);

  assert.equal(server.asked.length, 2);
  assert.equal(server.last.body.position, 2);
});

for (const reason of ['replaced_by_newer_screen', 'revoked', 'expired']) {
  test(`a session that is ${reason} is over, and forgotten`, async () => {
    const { sessions, server, time, video, over, kept } = aManager({ answers: [{ body: { nextInSeconds: 30, continue: false, reason } }] });
    sessions.keep(SESSION);
    sessions.watch(video);

    await after(time, 5000);
    await after(time, 600_000);

    assert.deepEqual(over, [reason]);
    assert.equal(kept.kept.size, 0);
    assert.equal(server.asked.length, 1);
  });
}

test('a token that is not taken is over', async () => {
  const { sessions, time, video, over } = aManager({ answers: [refusal(401, 'unauthenticated')] });
  sessions.keep(SESSION);
  sessions.watch(video);

  await after(time, 5000);

  assert.deepEqual(over, ['expired']);
});

test('a screen that made way while it waited is over before it plays', async () => {
  const refused = { body: { currentStep: 'refused', sessionData: { reason: 'replaced_by_newer_screen' } } };
  const { sessions, over, keeping } = aManager({ answers: [refused] });
  sessions.keep(SESSION);

  assert.equal(await sessions.playback(), null);

  assert.deepEqual(over, ['replaced_by_newer_screen']);
  assert.equal(keeping.read(), null);
  assert.equal(sessions.session, null);
});

test('whoever was turned away is not over', async () => {
  const refused = { body: { currentStep: 'refused', sessionData: { reason: 'wrong_state' } } };
  const { sessions, over } = aManager({ answers: [refused] });
  sessions.keep(SESSION);

  assert.equal((await sessions.flow()).currentStep, 'refused');

  assert.deepEqual(over, []);
});

test('where nothing has to be proven a session opens with the first beat, and another one after it', async () => {
  const { sessions, server, time, video, over } = aManager({
    remembered: false,
    answers: [{ body: SESSION }, { body: { nextInSeconds: 30, continue: false, reason: 'expired' } }, { body: SESSION }, GO_ON],
  });
  sessions.watch(video);

  await after(time, 5000);
  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login', '/api/sessions/s/heartbeat']);
  assert.deepEqual(server.asked[0].body, { eventId: 'e' });
  await after(time, 5000);

  assert.equal(server.asked.length, 4);
  assert.deepEqual(over, []);
});

test('whoever pressed play and goes away soon can tell so', async () => {
  const { sessions, server, time, video } = aManager({ remembered: false, answers: [{ body: SESSION }, GO_ON] });
  sessions.watch(video, measures(), { pressed: true });

  await after(time, 200);
  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login']);
  sessions.leave();

  assert.deepEqual(server.last.body.figures, { sequence: 1, last: true });
});

test('those who waited for the start open their sessions one after another', async () => {
  const { sessions, server, time, video } = aManager({ remembered: false, answers: [{ body: SESSION }, GO_ON] });
  sessions.watch(video, measures());

  await after(time, 2400);
  assert.equal(server.asked.length, 0);
  await after(time, 200);
  assert.equal(server.asked.length, 1);
  await after(time, 2400);

  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login', '/api/sessions/s/heartbeat']);
});

test('who is not to be measured has a session with the first heartbeat only', async () => {
  const { sessions, server, time, video } = aManager({ remembered: false, answers: [{ body: SESSION }, GO_ON] });
  sessions.watch(video, null, { pressed: true });

  await after(time, 4900);

  assert.equal(server.asked.length, 0);
});

test('a session that is still being opened is waited for by the first heartbeat', async () => {
  const { sessions, server, time, video } = aManager({ remembered: false, answers: ['away', { body: SESSION }, GO_ON] });
  sessions.watch(video, measures());

  await after(time, 2600);
  await after(time, 2400);
  await after(time, 2400);

  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login', '/api/auth/login', '/api/sessions/s/heartbeat']);
});

test('who looks away tells at once what the next heartbeat would tell, once in each interval', async () => {
  const { sessions, server, time, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video, measures());
  await after(time, 5000);
  await after(time, 10_000);

  sessions.hide();
  await answered();
  assert.equal(server.asked.length, 2);
  assert.equal(server.last.keepalive, true);
  assert.deepEqual(server.last.body.figures, { sequence: 2 });
  await after(time, 5000);
  sessions.hide();
  await after(time, 44_000);
  assert.equal(server.asked.length, 2);
  await after(time, 1000);

  assert.equal(server.asked.length, 3);
});

test('who looks away with the page gone tells nothing twice', async () => {
  const { sessions, server, time, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video, measures());
  await after(time, 5000);
  sessions.leave();

  sessions.hide();

  assert.equal(server.asked.length, 2);
});

test('the last report outlives the page', () => {
  const { sessions, server, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video);
  video.currentTime = 61.2345;

  sessions.leave();

  assert.equal(server.last.keepalive, true);
  assert.equal(server.last.body.position, 61.235);
});

test('the device remembers where its screen was', async () => {
  const { sessions, time, video, keeping } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video);

  video.currentTime = 12;
  await after(time, 5000);
  assert.equal(keeping.read().position, 12);
  video.currentTime = 20;
  sessions.leave();

  assert.deepEqual(keeping.read(), { sessionId: 's', sessionToken: 't', expiresAt: SESSION.expiresAt, position: 20 });
});

test('who has seen all of it begins anew', () => {
  const { sessions, server, video, keeping } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video);
  Object.assign(video, { currentTime: 3600, ended: true });

  sessions.leave();

  assert.equal(server.last.body.position, 0);
  assert.equal(keeping.read().position, 0);
});

test('who leaves before there is a picture stays where they were', () => {
  const { sessions, server, video, keeping } = aManager();
  sessions.keep({ ...SESSION, position: 42 });
  sessions.watch(video);
  video.readyState = 0;

  sessions.leave();

  assert.equal(server.last.body.position, undefined);
  assert.equal(keeping.read().position, 42);
});

test('what another page of the same browser keeps since is left alone', async () => {
  const { sessions, time, video, keeping, over } = aManager({ answers: [{ body: { continue: false, reason: 'replaced_by_newer_screen' } }] });
  sessions.keep(SESSION);
  sessions.watch(video);
  keeping.write({ ...SESSION, sessionId: 'newer', position: 7 });

  await after(time, 5000);

  assert.deepEqual(over, ['replaced_by_newer_screen']);
  assert.equal(keeping.read().sessionId, 'newer');
  assert.equal(keeping.read().position, 7);
});

test('a page that showed nothing has nothing to report', () => {
  const { sessions, server } = aManager();

  sessions.leave();

  assert.equal(server.asked.length, 0);
});

const PLAIN = 'https://media.example/e/master.m3u8';

function addressGood({ from, until }) {
  return `https://media.example/t/1.key.${from / 1000}.${until / 1000}.e.s.path.mac/e/master.m3u8`;
}

test('an address of the picture is renewed by the heartbeat once half of its time is over', async () => {
  const fresh = addressGood({ from: NOON + 6000, until: NOON + 66_000 });
  const { sessions, server, time, video, right } = aManager({
    answers: [GO_ON, { body: { nextInSeconds: 30, continue: true, playback: { url: fresh } } }],
  });
  right.take(addressGood({ from: NOON - 20_000, until: NOON + 40_000 }));
  sessions.keep(SESSION);

  sessions.watch(video);
  await after(time, 5000);
  await after(time, 30_000);

  const [first, second] = server.asked.map(({ body }) => body);
  assert.equal(first.playbackToken, undefined);
  assert.match(second.playbackToken, /^1\.key\./);
  assert.equal(right.address(PLAIN), fresh);
});

test('where nothing has to be proven a session is opened for who asks for another address', async () => {
  const url = addressGood({ from: NOON, until: NOON + 60_000 });
  const { sessions, server, right } = aManager({
    remembered: false,
    answers: [{ body: SESSION }, { body: { currentStep: 'watch', sessionData: { playback: { url } } } }],
  });

  assert.equal(await sessions.playback(), PLAIN);
  assert.equal(right.address(PLAIN), url);
  assert.deepEqual(server.asked.map(({ path }) => path), ['/api/auth/login', '/api/events/e/flow']);
});

test('what plays by itself is given an address that lasts, as it is', async () => {
  const url = addressGood({ from: NOON, until: NOON + 3_600_000 });
  const { sessions, server, right } = aManager({
    answers: [{ body: { currentStep: 'watch', sessionData: { playback: { url } } } }],
  });
  sessions.keep(SESSION);

  assert.equal(await sessions.playback({ lasting: true }), url);
  assert.equal(server.asked[0].path, '/api/events/e/flow?playback=lasting');
  assert.equal(right.carries(PLAIN), false);
});

/** Somebody who measures something new each time. */
function measures() {
  const told = { sequence: 0, to: 0, stopped: false, renewed: 0 };
  return Object.assign(told, {
    report: ({ last } = {}) => (told.stopped ? undefined : { sequence: ++told.sequence, ...(last && { last }) }),
    counted: (to) => (told.to = to),
    stop: () => (told.stopped = true),
    anew: () => told.renewed++,
  });
}

test('what was measured goes with the heartbeat, and the server says what is counted', async () => {
  const { sessions, server, time, video } = aManager({ answers: [{ body: { nextInSeconds: 30, continue: true, figuresTo: 1 } }] });
  const figures = measures();
  sessions.keep(SESSION);
  sessions.watch(video, figures);

  await after(time, 5000);

  assert.deepEqual(server.last.body.figures, { sequence: 1 });
  assert.equal(server.asked.length, 1);
  assert.equal(figures.to, 1);
});

test('the last report says that it is the last', () => {
  const { sessions, server, video } = aManager();
  sessions.keep(SESSION);
  sessions.watch(video, measures());

  sessions.leave();

  assert.deepEqual(server.last.body.figures, { sequence: 1, last: true });
});

test('figures that the server does not take keep nobody from watching', async () => {
  const { sessions, server, time, video, over } = aManager({ answers: [refusal(400, 'validation_failed', [{ field: 'figures.startup', code: 'out_of_range' }]), GO_ON] });
  const figures = measures();
  sessions.keep(SESSION);
  sessions.watch(video, figures);

  await after(time, 5000);
  sessions.watch(video, figures);
  await after(time, 5000);

  assert.equal(server.asked.length, 2);
  assert.equal(figures.stopped, true);
  assert.equal(server.last.body.figures, undefined);
  assert.deepEqual(over, []);
});

test('figures are told on where the server refuses something else', async () => {
  const { sessions, server, time, video } = aManager({ answers: [refusal(400, 'validation_failed', [{ field: 'position', code: 'out_of_range' }]), GO_ON] });
  sessions.keep(SESSION);
  sessions.watch(video, measures());

  await after(time, 5000);
  await after(time, 5000);

  assert.deepEqual(server.last.body.figures, { sequence: 2 });
});

test('figures that are refused late take along none that came since', async () => {
  const { sessions, server, time, video } = aManager({ answers: [refusal(400, 'validation_failed', [{ field: 'figures', code: 'wrong_type' }]), GO_ON] });
  const other = measures();
  sessions.keep(SESSION);
  sessions.watch(video, measures());

  const refused = time.advance(5000);
  sessions.watch(video, other);
  await refused;
  await answered();
  await after(time, 5000);

  assert.equal(server.asked.length, 2);
  assert.equal(other.stopped, false);
  assert.deepEqual(server.last.body.figures, { sequence: 1 });
});

test('another session where nothing has to be proven is measured anew', async () => {
  const { sessions, time, video } = aManager({
    remembered: false,
    answers: [{ body: SESSION }, { body: { nextInSeconds: 30, continue: false, reason: 'expired' } }, { body: SESSION }, GO_ON],
  });
  const figures = measures();
  sessions.watch(video, figures);

  await after(time, 5000);
  await after(time, 5000);

  assert.equal(figures.renewed, 1);
});

test('a session that is over leaves nothing to be told under the next one', async () => {
  const { sessions, time, video } = aManager({ answers: [{ body: { nextInSeconds: 30, continue: false, reason: 'revoked' } }] });
  const figures = measures();
  sessions.keep(SESSION);
  sessions.watch(video, figures);

  await after(time, 5000);

  assert.equal(figures.renewed, 1);
});

test('when another player opens there is no request beside the heartbeat', async () => {
  const { sessions, server, time, video } = aManager();
  const [one, other] = [measures(), measures()];
  sessions.keep(SESSION);
  sessions.watch(video, one);

  sessions.watch(video, other);

  assert.equal(server.asked.length, 0);
  await after(time, 5000);
  assert.equal(server.asked.length, 1);
  assert.deepEqual(server.last.body.figures, { sequence: 1 });
});

test('what went wrong is told by the session, and by a new one where nothing has to be proven', async () => {
  const { sessions, server } = aManager({ answers: [{ body: {} }] });
  sessions.keep(SESSION);

  await sessions.report({ code: 'BCDF-1234', happenings: [] });

  assert.equal(server.last.path, '/api/sessions/s/support');
  assert.equal(server.last.headers.Authorization, 'Foyer t');
  assert.deepEqual(server.last.body, { code: 'BCDF-1234', happenings: [] });
  const open = aManager({ answers: [{ body: SESSION }, { body: {} }], remembered: false });
  await open.sessions.report({ code: 'BCDF-1234', happenings: [] });
  assert.deepEqual(open.server.asked.map(({ path }) => path), ['/api/auth/login', '/api/sessions/s/support']);
});

test('without a session nothing is told of what went wrong, and what is refused is not told again', async () => {
  const { sessions, server } = aManager({ answers: [refusal(429, 'too_many_requests')] });

  await assert.rejects(sessions.report({}));
  assert.equal(server.asked.length, 0);
  sessions.keep(SESSION);

  await assert.rejects(sessions.report({}));
  assert.equal(server.asked.length, 1);
});

test('who signs out ends the session, of which nothing is kept', async () => {
  const { sessions, server, time, video, over, kept } = aManager({ answers: [{ body: {} }] });
  sessions.keep(SESSION);
  sessions.watch(video);

  await sessions.close();
  await after(time, 600_000);

  assert.deepEqual(server.asked.map(({ method, path, headers }) => [method, path, headers.Authorization]), [['DELETE', '/api/sessions/s', 'Foyer t']]);
  assert.deepEqual([over, kept.kept.size], [['closed'], 0]);
});

/** The answer to the first heartbeat is kept until it is given; all else is answered at once. */
function aHolding(first) {
  let give = () => {};
  const held = new Promise((resolve) => (give = () => resolve(undefined)));
  const manager = aManager({ answers: [{ ...first, held }, GO_ON] });
  return { ...manager, give };
}

for (const [told, first] of Object.entries({
  'to go on': GO_ON,
  'that it was revoked': { body: { nextInSeconds: 30, continue: false, reason: 'revoked' } },
  'that nobody knows it': refusal(401, 'unauthenticated'),
  nothing: refusal(503, 'internal'),
})) {
  test(`a heartbeat that is told ${told} after its session was closed begins nothing`, async () => {
    const { sessions, server, time, video, over, give } = aHolding(first);
    sessions.keep(SESSION);
    sessions.watch(video);
    await after(time, 5000);

    await sessions.close();
    give();
    await answered();
    await after(time, 600_000);

    assert.deepEqual(server.asked.map(({ method, path }) => `${method} ${path}`), ['POST /api/sessions/s/heartbeat', 'DELETE /api/sessions/s']);
    assert.deepEqual(over, ['closed']);
  });

  test(`one that is told ${told} when its viewer has come in again ends no newer session`, async () => {
    const { sessions, server, time, video, over, give } = aHolding(first);
    sessions.keep(SESSION);
    sessions.watch(video);
    await after(time, 5000);
    await sessions.close();
    sessions.keep({ ...SESSION, sessionId: 'newer' });
    sessions.watch(video);

    give();
    await answered();
    await after(time, 6000);

    assert.deepEqual([server.last.path, over], ['/api/sessions/newer/heartbeat', ['closed']]);
  });
}

test('who had to prove something and is out opens no session by a picture that comes late', async () => {
  const { sessions, server, time, video } = aManager();
  sessions.keep(SESSION);
  await sessions.close();

  sessions.watch(video);
  await after(time, 600_000);
  assert.equal(server.asked.length, 1);
  sessions.keep(SESSION);
  sessions.watch(video);
  await after(time, 5000);

  assert.equal(server.last.path, '/api/sessions/s/heartbeat');
});

test('what another page of the same browser has kept since is forgotten by who signs out', async () => {
  const { sessions, keeping } = aManager({ answers: [{ body: {} }] });
  sessions.keep(SESSION);
  keeping.write({ ...SESSION, sessionId: 'newer' });

  await sessions.close();

  assert.equal(keeping.read(), null);
});

test('who gives their seat back ends the registration that the server names', async () => {
  const flow = { currentStep: 'watch', sessionData: { registrationId: 'r' } };
  const { sessions, server, over, kept } = aManager({ answers: [{ body: flow }, { body: {} }] });
  sessions.keep(SESSION);

  await sessions.giveBack();

  assert.deepEqual([server.last.method, server.last.path, server.last.headers.Authorization], ['DELETE', '/api/registrations/r', 'Foyer t']);
  assert.deepEqual([over, kept.kept.size], [['given_back'], 0]);
});

test('who may not give back goes on', async () => {
  const flow = { currentStep: 'watch', sessionData: { registrationId: 'r' } };
  const { sessions, over, keeping } = aManager({ answers: [{ body: flow }, refusal(409, 'already_paid')] });
  sessions.keep(SESSION);

  await assert.rejects(sessions.giveBack(), { code: 'already_paid' });

  assert.deepEqual([over, keeping.read().sessionId], [[], 's']);
});

test('whether a seat is paid for is asked by who may want to give it back', async () => {
  const flow = { currentStep: 'watch', sessionData: { registrationId: 'r' } };
  const { sessions, server } = aManager({ answers: [{ body: flow }, { body: { paymentStatus: 'completed' } }, { body: flow }, { body: { paymentStatus: 'not_required' } }] });
  sessions.keep(SESSION);

  assert.deepEqual([await sessions.paid(), await sessions.paid()], [true, false]);
  assert.deepEqual([server.last.path, server.last.headers.Authorization], ['/api/registrations/r', 'Foyer t']);
});

for (const code of ['unauthenticated', 'token_expired']) {
  test(`who gives back by a session that is ${code} is told that it is over`, async () => {
    const { sessions, over, keeping } = aManager({ answers: [refusal(401, code)] });
    sessions.keep(SESSION);

    await assert.rejects(sessions.giveBack(), { code });

    assert.deepEqual([over, keeping.read()], [['expired'], null]);
  });
}

test('on a line that breaks who leaves is told that it goes on', async () => {
  const { sessions, time, over } = aManager({ answers: ['away', { body: {} }] });
  const retries = [];
  sessions.keep(SESSION);

  const closing = sessions.close(() => retries.push('again'));
  await answered();
  await after(time, 5000);
  await closing;

  assert.deepEqual([retries, over], [['again'], ['closed']]);
});
