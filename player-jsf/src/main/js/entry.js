import { countDown } from './countdown.js';
import { EntryView } from './entry-view.js';
import { RegistrationForm } from './registration-form.js';

/** The most that a browser's timers count. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Brings the panels to life that the server rendered. What leads on from them comes when somebody begins to answer, or was here
 * before.
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
 * @param {import('./screen.js').Screen} parts.screen
 * @param {import('./watch-page.js').WatchPage} parts.watching
 */
export function openEntry(main, page, parts) {
  const { words, kept, time, pauses } = parts;
  const view = new EntryView(main, words, page.lang);
  /** @type {Promise<ReturnType<typeof import('./leading-in.js').leadIn>> | undefined} */
  let leading;
  const lead = () => (leading ??= bring());
  for (const panel of view.panels) {
    const form = new RegistrationForm(view.formOf(panel), words, page.lang);
    view.forms.set(panel, form);
    form.settle();
    view.listen(panel, {
      changed: (name) => {
        form.settle();
        form.mend(name);
      },
      sent: async (hidden, button) => {
        view.busy(panel, true);
        const [leader] = await Promise.all([lead(), words.load()]).catch(() => []);
        view.busy(panel, false);
        // Without what leads on the server does it by itself.
        if (!leader) return view.send(panel);
        return leader.sent(panel, hidden, button);
      },
    });
  }
  view.onTurn((panel) => view.turn(panel));
  main.addEventListener('focusin', () => Promise.all([lead(), words.load()]).catch(() => {}), { once: true });
  if (page.session || kept.read() || ['wait', 'pay'].includes(view.panel)) leadAtLast();
  // Who waits for the form is shown it, but not all at the same moment.
  const opensInMs = view.opensAt - time.now() + pauses.upTo(3000);
  if (opensInMs < LONGEST_TIMER_MS) setTimeout(() => view.panel === 'refused' && location.reload(), opensInMs);

  /** Who was here before asks for nothing that would bring it. */
  function leadAtLast(failed = 0) {
    lead().catch(() => setTimeout(leadAtLast, pauses.backoff(failed), failed + 1));
  }

  async function bring() {
    try {
      return (await import('./leading-in.js')).leadIn(main, page, { ...parts, view, countDown });
    } catch (away) {
      leading = undefined;
      throw away;
    }
  }
}
