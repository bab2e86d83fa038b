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
 */
export function openSessions(eventId, kept, { calls, time, pauses }) {
  const sessions = new SessionManager(eventId, kept, { calls, time, pauses, fetch: window.fetch.bind(window), timers: window });
  addEventListener('pagehide', () => sessions.leave());
  return sessions;
}
