import { askAgain } from './waiting.js';

/** What viewers wish themselves is told in a place of its own, and not as something that went wrong. */
const OWN_WISH = ['closed', 'given_back'];

/** Where somebody stands whose money is on its way. */
const FOR_MONEY = nameOf({ currentStep: 'wait', sessionData: { reason: 'payment' } });

/**
 * Joins the way in with the page behind it: who gets in watches, who has to wait moves on by themselves, and whose right is
 * over is led back.
 *
 * @param {object} page
 * @param {string} page.back the panel for those who were in before
 * @param {import('./authentication-flow.js').Session | null} page.session of a viewer who got in without a script
 * @param {object} parts
 * @param {import('./authentication-flow.js').AuthenticationFlow} parts.flow
 * @param {Pick<import('./entry-view.js').EntryView, 'turn' | 'say' | 'panel' | 'forms'>} parts.view
 * @param {import('./kept-session.js').KeptSession} parts.kept
 * @param {Pick<import('./words.js').Words, 'load'>} parts.words
 * @param {() => Promise<import('./session-manager.js').SessionManager>} parts.bringSessions only when there is one
 * @param {(sessions: import('./session-manager.js').SessionManager) => ReturnType<typeof import('./paying.js').openPaying>} parts.bringPaying
 *     only for who is to pay
 * @param {(sessions: import('./session-manager.js').SessionManager) => Promise<Pick<import('./leaving.js').Leaving, 'offer' | 'end'>>}
 *     parts.bringLeaving only for who is in or waits
 * @param {(panel: string) => unknown} parts.leadBack says where who was told to go is led
 * @param {Pick<import('./watch-page.js').WatchPage, 'admit' | 'expel'>} parts.watching
 * @param {(text: string) => unknown} parts.mark shows it in the picture
 * @param {Pick<import('./screen.js').Screen, 'state' | 'addEventListener'>} parts.screen
 * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} parts.timers
 * @param {import('./pauses.js').Pauses} parts.pauses
 */
export async function guard({ back, session }, parts) {
  const { flow, view, kept, words, bringSessions, bringPaying, bringLeaving, leadBack, watching, mark, screen, timers, pauses } = parts;
  let listening = false;
  let holding = false;
  let standing = '';
  let stopAsking = () => {};
  let keeping;
  /** @type {import('./authentication-flow.js').Session | null} of who was let in last */
  let entered = null;
  /** @type {Promise<Pick<import('./leaving.js').Leaving, 'offer' | 'end'>> | undefined} */
  let leaving;
  flow.addEventListener('in', ({ detail }) => enter(detail, true));
  if (session) {
    await words.load();
    return enter(session, false);
  }
  try {
    holding = kept.read() && (await bring()).resume();
    // Who had to wait or to pay, and has no session, is known by a cookie.
    if (holding || ['wait', 'pay'].includes(view.panel)) await comeBack();
  } catch {
    // Whoever cannot be asked for now, or is no longer known, finds the form that the server rendered; but who pays is known.
    if (view.panel === 'pay') leave('unproven_payer');
  }

  async function enter(granted, playing) {
    holding = true;
    entered = granted;
    kept.write(granted);
    const { flow: found, playback, position } = granted;
    keeping = keep(granted);
    stand({ ...found, sessionData: { playback, position, ...found.sessionData } }, playing);
    await keeping;
  }

  /** What keeps a session may not come at once: until it does nobody hears of the viewer, nor that the right is over. */
  async function keep(granted) {
    for (let failed = 0; entered === granted; failed++) {
      const sessions = await bring().catch(() => null);
      if (sessions) return sessions.keep(granted);
      await new Promise((resolve) => timers.setTimeout(resolve, pauses.backoff(failed)));
    }
  }

  async function comeBack() {
    const [found] = await Promise.all([ask(), words.load()]);
    if (admitted(found) || offered(found) || ['wait', 'pay'].includes(found.currentStep)) stand(found, false);
  }

  async function ask() {
    return (await bring()).flow();
  }

  /** Shows where the server says that the viewer stands. */
  function stand(found, playing) {
    const { currentStep, sessionData = {} } = found;
    const { reason, playback, position, watermark } = sessionData;
    const first = !standing;
    standing = nameOf(found);
    // A cookie alone lets nobody in, and nobody pay.
    if (currentStep === 'pay' && !holding) return leave('unproven_payer');
    const panel = holding && admitted(found) ? 'watch' : currentStep === 'watch' ? back : offered(found) ? 'wait' : currentStep;
    // What the server rendered is shown already.
    if (!first || view.panel !== panel) view.turn(panel, { reason: offered(found) ? 'offered' : reason });
    // The server knows where those were who registered, the device where all others were.
    if (panel === 'watch') watching.admit(playback?.url ?? null, { playing, position: position ?? kept.read()?.position, registered: view.forms.has('verify') });
    // What an earlier viewer of this page was shown goes with the picture that they saw.
    if (panel === 'watch' && watermark) mark(watermark);
    letLeave(holding && ['wait', 'watch'].includes(panel));
    stopAsking();
    const forgotten = () => leave('expired');
    if (panel === 'wait') stopAsking = reason === 'notStarted' ? untilItBegins() : askAgain(ask, { timers, pauses, heard, forgotten });
    if (panel === 'pay') {
      // The panel asks for itself how the payment stands.
      const ended = new AbortController();
      stopAsking = () => ended.abort();
      Promise.resolve(keeping)
        .then(bring)
        .then((sessions) => bringPaying(sessions))
        .then((paying) => paying.begin(sessionData, { signal: ended.signal, moved: (flow) => stand(flow, true), lost: forgotten }))
        .catch(() => view.say(panel, 'other'));
    }
  }

  /** The stage counts down and knows when it is time; then who is known by a cookie alone has to prove themselves. */
  function untilItBegins() {
    const ended = new AbortController();
    screen.addEventListener('change', () => screen.state !== 'countdown' && view.panel === 'wait' && view.turn(back), { signal: ended.signal });
    return () => ended.abort();
  }

  function heard(found) {
    // Who turned to another panel meanwhile is not to be disturbed there.
    if (view.panel !== 'wait') return stopAsking();
    if (nameOf(found) === standing) return;
    const unpaid = standing === FOR_MONEY && found.currentStep === 'register';
    stand(found, true);
    // Who only saw a form again would not know why.
    if (unpaid) view.say('register', 'money_missing');
  }

  async function bring() {
    const sessions = await bringSessions();
    if (!listening) sessions.addEventListener('over', ({ detail: { reason } }) => leave(reason));
    listening = true;
    return sessions;
  }

  /** Those who are in find the ways out; that these do not come keeps nobody from the picture. */
  async function letLeave(may) {
    if (may) leaving ??= bring().then(bringLeaving);
    try {
      const ways = await leaving;
      if (may && holding) ways?.offer({ registered: view.forms.has('verify'), sold: view.forms.has('pay') });
      else ways?.end();
    } catch {
      leaving = undefined;
    }
  }

  function leave(reason) {
    holding = false;
    entered = null;
    stopAsking();
    letLeave(false);
    watching.expel();
    // Whose registration has ended is known by nothing that they could type elsewhere.
    leadBack(reason === 'given_back' && view.forms.has('register') ? 'register' : back);
    if (OWN_WISH.includes(reason)) return view.turn('refused', { reason });
    view.turn(back);
    view.say(back, reason);
  }
}

/** Whether nothing is left but to wait for the start, which the stage does. */
function admitted({ currentStep, sessionData }) {
  return currentStep === 'watch' || (currentStep === 'wait' && sessionData?.reason === 'notStarted');
}

/** Whether a seat became free for one who waited, which the link of a letter takes. */
function offered({ currentStep }) {
  return currentStep === 'verify';
}

function nameOf({ currentStep, sessionData }) {
  return `${currentStep} ${sessionData?.reason}`;
}
