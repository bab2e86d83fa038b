import { findingOf } from './answer-rules.js';
import { AuthenticationFlow } from './authentication-flow.js';
import { guard } from './guard.js';

/** As long as whoever has pressed the button still waits for what it does. */
const PATIENCE_MS = 10_000;

/**
 * Leads on from the panels: sends what is filled in, and knows who was here before.
 *
 * @param {HTMLElement} main
 * @param {Parameters<typeof import('./entry.js').openEntry>[1]} page
 * @param {Parameters<typeof import('./entry.js').openEntry>[2] & {view: import('./entry-view.js').EntryView, countDown: typeof import('./countdown.js').countDown}} parts
 */
export function leadIn(main, page, parts) {
  const { view, words } = parts;
  const flow = new AuthenticationFlow({ id: page.eventId, lang: page.lang }, { calls: parts.calls, view, fresh });
  /** @type {ReturnType<typeof import('./paying.js').openPaying> | undefined} */
  let paying;
  let brought;
  const coming = new Promise((resolve) => (brought = resolve));
  const bringPaying = (sessions) => {
    paying ??= import('./paying.js').then(({ openPaying }) => openPaying(main.querySelector('[data-panel=pay]'), page, { ...parts, sessions, fresh }));
    brought(paying);
    return paying;
  };
  // What pays comes once there is a session: who presses before need not press again.
  const pay = async (button) => {
    view.busy('pay', true);
    const panel = await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).catch(() => undefined);
    view.busy('pay', false);
    return panel ? panel.sent(button) : view.say('pay', 'other');
  };
  const bringLeaving = async (sessions) => {
    const [{ Leaving }, { LeavingView }] = await Promise.all([import('./leaving.js'), import('./leaving-view.js'), words.load()]);
    // Buttons without words would do what nobody expects.
    if (!words.of('leave.sign-out')) throw new Error('The words did not come');
    return new Leaving(sessions, new LeavingView(main, words, parts.screen));
  };
  const leadBack = (panel) => {
    const link = /** @type {HTMLElement | null} */ (main.querySelector('[data-panel=told] [data-turn]'));
    if (link) link.dataset.turn = panel;
  };
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (main.querySelectorAll('select[data-written]:not([data-written=""])'))) {
    if (!select.value) import('./country-names.js').then(({ chooseWritten }) => chooseWritten(select), () => {});
  }
  for (const form of view.forms.values()) form.rules = findingOf;
  flow.awaitCode(view.hidden('verify', 'email'));
  const mark = async (text) => (await import('./watermark.js')).mark(main.querySelector('.stage'), text);
  const guarding = guard(page, { ...parts, flow, bringPaying, bringLeaving, leadBack, mark, timers: window });
  return {
    guarding,

    /**
     * A form was sent.
     *
     * @param {string} panel
     * @param {FormData} hidden what it sends along unseen
     * @param {HTMLElement | null} button that it was sent by
     */
    async sent(panel, hidden, button) {
      const form = view.forms.get(panel);
      leadBack(page.back);
      if (panel === 'pay') return pay(button);
      if (panel === 'link') return flow.follow(hidden.get('link'));
      if (form.check()) return flow.send(panel, form.answers());
      view.say(panel, 'validation_failed');
      view.focusWrong(panel);
    },
  };
}

function fresh() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
