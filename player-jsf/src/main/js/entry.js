import { AuthenticationFlow } from './authentication-flow.js';
import { EntryView } from './entry-view.js';
import { guard } from './guard.js';
import { KeptSession, deviceStorage } from './kept-session.js';
import { RegistrationForm } from './registration-form.js';

/**
 * Brings the panels to life that the server rendered.
 *
 * @param {HTMLElement} main
 * @param {object} page
 * @param {string} page.eventId
 * @param {string} page.lang
 * @param {string} page.back
 * @param {import('./authentication-flow.js').Session | null} page.session
 * @param {Record<string, string>} page.words
 * @param {object} parts
 * @param {import('./calls.js').Calls} parts.calls
 * @param {() => Promise<import('./session-manager.js').SessionManager>} parts.bringSessions
 * @param {import('./watch-page.js').WatchPage} parts.watching
 */
export function openEntry(main, page, { calls, bringSessions, watching }) {
  const { words } = page;
  const view = new EntryView(main, words);
  const flow = new AuthenticationFlow({ id: page.eventId, lang: page.lang }, { calls, view, fresh });
  for (const panel of view.panels) {
    const form = new RegistrationForm(view.formOf(panel), words);
    view.forms.set(panel, form);
    form.settle();
    view.listen(panel, {
      changed: () => form.settle(),
      sent: (hidden) => {
        if (panel === 'link') return flow.follow(hidden.get('link'));
        if (form.check()) return flow.send(panel, form.answers());
        view.say(panel, 'validation_failed');
        view.focusWrong(panel);
      },
    });
  }
  view.onTurn((panel) => view.turn(panel));
  flow.awaitCode(view.hidden('verify', 'email'));
  const kept = new KeptSession(page.eventId, () => deviceStorage(window));
  return guard(page, { flow, view, kept, bringSessions, watching });
}

function fresh() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
