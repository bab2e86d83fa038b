import { Calls } from '../../main/js/calls.js';
import { KeptSession } from '../../main/js/kept-session.js';
import { Pauses } from '../../main/js/pauses.js';
import { PlaybackRight } from '../../main/js/playback-right.js';
import { SessionManager } from '../../main/js/session-manager.js';
import { FakeServer, FakeStorage, FakeTime, FakeVideo, answered } from './fakes.js';

const PAUSES = new Pauses(() => 0.5);
export const NOON = Date.UTC(2030, 4, 1, 12);
export const SESSION = { sessionId: 's', sessionToken: 't', expiresAt: '2030-05-01T20:00:00Z', playback: { url: 'm' } };
export const GO_ON = { body: { nextInSeconds: 30, continue: true } };

export function aManager({ answers = [GO_ON], remembered = true, storage = () => kept, kept = new FakeStorage(), time = new FakeTime(NOON) } = {}) {
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
export async function after(time, ms) {
  await time.advance(ms);
  await answered();
}

/** Somebody who measures something new each time. */
export function measures() {
  const told = { sequence: 0, to: 0, stopped: false, renewed: 0 };
  return Object.assign(told, {
    report: ({ last } = {}) => (told.stopped ? undefined : { sequence: ++told.sequence, ...(last && { last }) }),
    counted: (to) => (told.to = to),
    stop: () => (told.stopped = true),
    anew: () => told.renewed++,
  });
}
