import { SessionManager } from './session-manager.js';

/**
 * Brings what keeps a viewer's right alive, in this window.
 *
 * @param {string} eventId
 * @param {import('./kept-session.js').KeptSession | null} kept
 * @param {object} parts
 * @param {import('./calls.js').Calls} parts.calls
 * @param {import('./server-time.js').ServerTime} parts.time
 * @param {import('./pauses.js').Pauses} parts.pauses
 * @param {import('./playback-right.js').PlaybackRight} parts.right
 */
export function openSessions(eventId, kept, { calls, time, pauses, right }) {
  const sessions = new SessionManager(eventId, kept, { calls, time, pauses, right, fetch: window.fetch.bind(window), timers: window });
  addEventListener('pagehide', () => sessions.leave());
  document.addEventListener('visibilitychange', () => document.hidden && sessions.hide());
  return sessions;
}
