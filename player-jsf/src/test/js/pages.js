import { Pauses } from '../../main/js/pauses.js';
import { PlaybackRight } from '../../main/js/playback-right.js';
import { WatchPage } from '../../main/js/watch-page.js';
import { FakeTime } from './fakes.js';

export const NOON = Date.UTC(2030, 4, 1, 12);
export const MANIFEST = 'https://media.example/master.m3u8';
export const MINUTE = 60_000;

export class FakePlayer extends EventTarget {
  calls = [];

  left = { from: 0, paused: false };

  load(url, { patient, from, paused }) {
    this.calls.push(`load ${url}${patient ? ' patiently' : ''}${from ? ` from ${from}` : ''}${paused ? ' paused' : ''}`);
  }

  retryNow() {
    this.calls.push('retryNow');
  }

  destroy() {
    this.calls.push('destroy');
  }

  changes(state, more = {}) {
    this.dispatchEvent(new CustomEvent('change', { detail: { state, live: false, ...more } }));
  }
}

/** A page that a viewer has open; what the server would answer is in `server`. */
export function aPage(event, { autoplay = false, now = NOON - 10 * MINUTE } = {}) {
  const time = new FakeTime(now);
  const server = { event, asked: 0, away: false };
  const shown = [];
  const counted = [];
  const players = [];
  const page = new WatchPage({ event, autoplay }, {
    screen: { show: (state, { reason = '' } = {}) => shown.push(reason ? `${state} ${reason}` : state), countdown: (parts) => counted.push(parts) },
    answers: {
      ask: async () => {
        server.asked++;
        if (server.away) throw new Error('away');
        return server.event;
      },
    },
    time,
    timers: time,
    right: new PlaybackRight(),
    pauses: new Pauses(() => 0.5),
    openPlayer: async () => {
      players.push(new FakePlayer());
      return players.at(-1);
    },
  });
  page.start();
  return { page, time, server, shown, counted, players };
}

export const published = { state: 'published', startsAt: NOON, manifestUrl: MANIFEST, open: true };
export const live = { ...published, state: 'live' };
export const ended = { ...published, state: 'ended' };
