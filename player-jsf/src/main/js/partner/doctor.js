import { ALLOWED } from './frames.js';

const PATIENCE_MS = 15_000;

/** Of the frame's sandbox, where it has one; without the first two the player cannot answer. */
const NEEDED = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups'];

/**
 * Tells the page's makers, in the console, what keeps an embed from working and what to change.
 *
 * @param {HTMLIFrameElement} frame
 * @param {Promise<void>} ready
 * @param {any} [page] the window
 */
export function examine(frame, ready, page = window) {
  const { origin } = new URL(frame.src);
  const say = (words) => page.console.warn(`Foyer: ${words}`, frame);
  const missing = frame.hasAttribute('sandbox') ? NEEDED.filter((flag) => !frame.sandbox.contains(flag)) : [];
  if (missing.length) say(`the frame's sandbox keeps the player from working. Add to it: ${missing.join(' ')}`);
  const denied = ALLOWED.filter((feature) => !allows(frame, feature, origin));
  if (denied.length) say(`the frame may not do everything. Give it allow="${ALLOWED.join('; ')}" (missing: ${denied.join(', ')}).`);
  // Once there is an answer, or a reason why there is none.
  let known = NEEDED.slice(0, 2).some((flag) => missing.includes(flag));
  ready.then(() => (known = true), () => {});
  const blocked = (directive, address) => {
    if (known || directive !== 'frame-src' || !address || !frame.src.startsWith(address)) return;
    known = true;
    say(`this page's Content-Security-Policy keeps the player out. Add to its frame-src: ${origin}`);
  };
  page.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => blocked(effectiveDirective, blockedURI));
  // A frame of the page itself was blocked before this script ran.
  if (page.ReportingObserver) {
    const hear = (reports) => reports.forEach(({ body }) => blocked(body.effectiveDirective, body.blockedURL));
    new page.ReportingObserver(hear, { types: ['csp-violation'], buffered: true }).observe();
  }
  const wait = () =>
    page.setTimeout(() => known || !frame.isConnected || say(`the player does not answer. Is ${page.location.origin} among the event's embedConfig.allowedOrigins, and the event published?`), PATIENCE_MS);
  if (frame.loading !== 'lazy') return wait();
  // One that loads when it is scrolled to is not late before.
  const sight = new page.IntersectionObserver((found) => {
    if (!found.some(({ isIntersecting }) => isIntersecting)) return;
    sight.disconnect();
    wait();
  });
  sight.observe(frame);
}

/** Whether the frame's attributes let what is in it do this (W3C Permissions Policy, 9.2 and 9.7). */
export function allows({ allow, allowFullscreen }, feature, origin) {
  const directives = allow.split(';').map((part) => part.trim().split(/\s+/));
  const directive = directives.find(([name]) => name.toLowerCase() === feature);
  // A window of its own is allowed to every frame that it is not forbidden.
  if (!directive) return feature === 'picture-in-picture' || (feature === 'fullscreen' && allowFullscreen);
  const [, ...whom] = directive;
  return !whom.length || whom.some((one) => ['*', "'src'", origin].includes(one));
}
