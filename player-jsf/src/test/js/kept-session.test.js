import assert from 'node:assert/strict';
import test from 'node:test';
import { KeptSession, deviceStorage } from '../../main/js/kept-session.js';
import { FakeTime } from './fakes.js';
import { NOON, SESSION, aManager, after } from './session-fakes.js';

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
