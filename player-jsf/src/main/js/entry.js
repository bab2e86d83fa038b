import { AuthenticationFlow } from './authentication-flow.js';
import { countDown } from './countdown.js';
import { EntryView } from './entry-view.js';
import { guard } from './guard.js';
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
 * @param {object} parts
 * @param {import('./kept-session.js').KeptSession} parts.kept
 * @param {import('./calls.js').Calls} parts.calls
 * @param {import('./words.js').Words} parts.words
 * @param {import('./pauses.js').Pauses} parts.pauses
 * @param {() => Promise<import('./session-manager.js').SessionManager>} parts.bringSessions
 * @param {import('./server-time.js').ServerTime} parts.time
 * @param {import('./watch-page.js').WatchPage} parts.watching
 */
export function openEntry(main, page, parts) {
  const { words } = parts;
  const view = new EntryView(main, words, page.lang);
  const flow = new AuthenticationFlow({ id: page.eventId, lang: page.lang }, { calls: parts.calls, view, fresh });
  /** @type {ReturnType<typeof import('./paying.js').openPaying> | undefined} */
  let paying;
  const bringPaying = (sessions) =>
    (paying ??= import('./paying.js').then(({ openPaying }) =>
      openPaying(main.querySelector('[data-panel=pay]'), page, { ...parts, view, sessions, countDown, fresh }),
    ));
  for (const panel of view.panels) {
    const form = new RegistrationForm(view.formOf(panel), words);
    view.forms.set(panel, form);
    form.settle();
    view.listen(panel, {
      changed: () => form.settle(),
      sent: async (hidden, button) => {
        if (panel === 'pay') return paying ? (await paying).sent(button) : view.say(panel, 'other');
        view.busy(panel, true);
        await words.load();
        view.busy(panel, false);
        if (panel === 'link') return flow.follow(hidden.get('link'));
        if (form.check()) return flow.send(panel, form.answers());
        view.say(panel, 'validation_failed');
        view.focusWrong(panel);
      },
    });
  }
  view.onTurn((panel) => view.turn(panel));
  // Who begins to answer will soon be answered.
  main.addEventListener('focusin', () => words.load(), { once: true });
  flow.awaitCode(view.hidden('verify', 'email'));
  const mark = async (text) => (await import('./watermark.js')).mark(main.querySelector('.stage'), text);
  return guard(page, { ...parts, flow, view, bringPaying, mark, timers: window });
}

function fresh() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
