/**
 * Joins the way in with the page behind it: who gets in watches, and whose right is over is led back.
 *
 * @param {object} page
 * @param {string} page.back the panel for those who were in before
 * @param {import('./authentication-flow.js').Session | null} page.session of a viewer who got in without a script
 * @param {object} parts
 * @param {import('./authentication-flow.js').AuthenticationFlow} parts.flow
 * @param {Pick<import('./entry-view.js').EntryView, 'turn' | 'say'>} parts.view
 * @param {import('./kept-session.js').KeptSession} parts.kept
 * @param {() => Promise<import('./session-manager.js').SessionManager>} parts.bringSessions only when there is one
 * @param {Pick<import('./watch-page.js').WatchPage, 'admit' | 'expel'>} parts.watching
 */
export async function guard({ back, session }, { flow, view, kept, bringSessions, watching }) {
  let listening = false;
  flow.addEventListener('in', ({ detail }) => enter(detail, true));
  if (session) return enter(session, false);
  if (!kept.read()) return;
  try {
    const sessions = await bring();
    if (!sessions.resume()) return;
    const { currentStep, sessionData } = await sessions.flow();
    // Who only waits for the start is in.
    if (currentStep !== 'watch' && sessionData?.reason !== 'notStarted') return;
    view.turn('watch');
    watching.admit(sessionData?.playback?.url ?? null, { playing: false, position: sessionData?.position });
  } catch {
    // Whoever cannot be asked for now, or is no longer known, finds the form that the server rendered.
  }

  async function enter(granted, playing) {
    kept.write(granted);
    watching.admit(granted.playback?.url ?? null, { playing, position: granted.position });
    (await bring()).keep(granted);
  }

  async function bring() {
    const sessions = await bringSessions();
    if (!listening) sessions.addEventListener('over', ({ detail: { reason } }) => leave(reason));
    listening = true;
    return sessions;
  }

  function leave(reason) {
    watching.expel();
    view.turn(back);
    view.say(back, reason);
  }
}
