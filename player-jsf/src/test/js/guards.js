import { guard } from '../../main/js/guard.js';
import { Pauses } from '../../main/js/pauses.js';
import { FakeScreen } from './embed-fakes.js';
import { FakeTime, answered } from './fakes.js';

export const WATCH = { currentStep: 'watch', sessionData: { playback: { url: 'fresh' } } };
export const SESSION = { sessionId: 's', sessionToken: 't', playback: { url: 'm' }, flow: { currentStep: 'watch', sessionData: {} } };
export const PAY = { currentStep: 'pay', sessionData: { registrationId: 'r' } };

export const waitingFor = (reason) => ({ currentStep: 'wait', sessionData: { reason } });

/** The way in and the page behind it, as far as the guard sees them; `flows` are what the server answers in turn. */
export function aGuard({ flows = [], session = null, kept = null, panel = 'register', shown = 'ready', sessionsAway = 0, leavingComes = async (ways) => ways } = {}) {
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
  const bringSessions = async () => {
    if (sessionsAway-- > 0) throw new Error('The module did not come');
    return sessions;
  };
  const guarding = guard({ back: 'code', session }, { ...parts, bringSessions, bringPaying: async () => paying, bringLeaving: () => leavingComes(leaving), leadBack: (to) => backs.push(to) });
  const enter = async (granted) => {
    flow.dispatchEvent(new CustomEvent('in', { detail: granted }));
    await answered();
  };
  return { seen, ways, backs, guarding, sessions, time, view, screen, enter, paying };
}
