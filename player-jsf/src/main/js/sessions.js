import { KeptSession, deviceStorage } from './kept-session.js';
import { SessionManager } from './session-manager.js';

/**
 * Brings what keeps a viewer's right alive, in this window.
 *
 * @param {{eventId: string, guarded?: boolean}} page
 * @param {{calls: import('./calls.js').Calls, time: import('./server-time.js').ServerTime}} parts
 */
export function openSessions({ eventId, guarded }, { calls, time }) {
  const kept = guarded ? new KeptSession(eventId, () => deviceStorage(window)) : null;
  const sessions = new SessionManager(eventId, kept, {
    calls,
    time,
    fetch: window.fetch.bind(window),
    timers: window,
    random: Math.random,
  });
  addEventListener('pagehide', () => sessions.leave());
  return sessions;
}
