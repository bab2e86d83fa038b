import { ALLOWED } from './frames.js';

const PATIENCE_MS = 15_000;

/**
 * Tells the page's makers, in the console, what keeps an embed from working and what to change.
 *
 * @param {HTMLIFrameElement} frame
 * @param {Promise<void>} ready
 */
export function examine(frame, ready) {
  const say = (words) => console.warn(`Foyer: ${words}`, frame);
  const { sandbox } = frame;
  const missing = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups'].filter((flag) => !sandbox.contains(flag));
  if (frame.hasAttribute('sandbox') && missing.length) say(`the frame's sandbox keeps the player from working. Add to it: ${missing.join(' ')}`);
  const denied = ALLOWED.filter((feature) => !frame.allow.includes(feature) && !(feature === 'fullscreen' && frame.allowFullscreen));
  if (denied.length) say(`the frame may not do everything. Give it allow="${ALLOWED.join('; ')}" (missing: ${denied.join(', ')}).`);
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === 'frame-src' && frame.src.startsWith(blockedURI)) {
      say(`this page's Content-Security-Policy keeps the player out. Add to its frame-src: ${new URL(frame.src).origin}`);
    }
  });
  // One that loads when it is scrolled to is not late before.
  frame.addEventListener('load', () => {
    const timer = setTimeout(() => say(`the player does not answer. Is ${location.origin} among the event's embedConfig.allowedOrigins, and the event published?`), PATIENCE_MS);
    ready.then(() => clearTimeout(timer), () => {});
  }, { once: true });
}
