import { PayWindow } from './pay-window.js';
import { PaymentProcessor } from './payment-processor.js';
import { PaymentView } from './payment-view.js';
import { sumsIn } from './sums.js';

/**
 * Brings the panel to life in which somebody pays: loaded only for those who are to.
 *
 * @param {HTMLFormElement} form
 * @param {object} page
 * @param {string} page.lang
 * @param {{currency: string, digits: number, texts: string}} page.payment texts: the address of the words on paying
 * @param {object} parts
 * @param {import('./calls.js').Calls} parts.calls
 * @param {import('./words.js').Words} parts.words
 * @param {import('./entry-view.js').EntryView} parts.view
 * @param {import('./session-manager.js').SessionManager} parts.sessions
 * @param {typeof import('./countdown.js').countDown} parts.countDown
 * @param {{now: () => number}} parts.time
 * @param {import('./pauses.js').Pauses} parts.pauses
 * @param {() => string} parts.fresh
 */
export async function openPaying(form, { lang, payment }, { view, words, sessions, ...parts }) {
  await Promise.all([words.load(), words.load(payment.texts)]);
  const panel = new PaymentView(form, words, sumsIn(lang, payment.currency, payment.digits));
  const windows = new PayWindow(window, words.of('pay.state.asking'));
  const processor = new PaymentProcessor({
    ...parts,
    windows,
    token: () => sessions.session?.sessionToken,
    ask: () => sessions.flow(),
    returnUrl: partnersPage(),
    sight: { hidden: () => document.hidden, onSeen },
    timers: window,
  });
  const on = (what, heard) => processor.addEventListener(what, ({ detail }) => heard(detail));
  on('state', (detail) => panel.state(detail));
  on('price', (detail) => panel.price(detail));
  on('hold', (detail) => panel.hold(detail));
  on('busy', ({ busy }) => view.busy('pay', busy));
  on('problem', ({ code }) => view.say('pay', code));
  on('refused', ({ fields }) => view.refuse('pay', fields));
  let live = () => {};
  const begun = new Promise((resolve) => (live = () => resolve(undefined)));
  return {
    /**
     * @param {import('./payment-processor.js').Dues} dues
     * @param {object} how
     * @param {AbortSignal} how.signal ends it
     * @param {(flow: import('./authentication-flow.js').Flow) => void} how.moved
     * @param {() => void} how.lost
     */
    begin(dues, { signal, moved, lost }) {
      if (signal.aborted) return;
      signal.addEventListener('abort', () => processor.end());
      processor.addEventListener('moved', ({ detail }) => moved(detail), { signal });
      processor.addEventListener('lost', lost, { signal });
      panel.voucher ||= dues.voucher ?? '';
      processor.begin(dues);
      live();
    },

    /** @param {HTMLElement | null} button that the form was sent by */
    async sent(button) {
      // Whoever clicks as soon as there is a button is no faster than what they are to pay.
      await begun;
      return button?.matches('.apply') ? processor.quote(panel.voucher) : processor.pay(panel.voucher);
    },
  };
}

/** The page that holds this one, where it says which it is and not only whose. */
function partnersPage() {
  if (window.top === window || !document.referrer) return undefined;
  const { origin, pathname, href } = new URL(document.referrer);
  return origin === location.origin || pathname === '/' ? undefined : href;
}

function onSeen(seen) {
  const heard = () => document.hidden || seen();
  const restored = ({ persisted }) => persisted && seen();
  document.addEventListener('visibilitychange', heard);
  window.addEventListener('pageshow', restored);
  return () => {
    document.removeEventListener('visibilitychange', heard);
    window.removeEventListener('pageshow', restored);
  };
}
