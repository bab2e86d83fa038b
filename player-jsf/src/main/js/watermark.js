const STAY_MS = 30_000;
const CORNERS = 4;

/**
 * Shows a text in the picture that moves from corner to corner, so that no part of the picture is without it for long. It is no part of
 * the page for those who have it read to them, and nothing is pressed through it.
 *
 * @param {HTMLElement} stage fills the screen with it
 * @param {string} text in the place of an earlier one
 * @param {Pick<Window, 'setTimeout'>} [timers]
 */
export function mark(stage, text, timers = window) {
  stage.querySelector('.watermark')?.remove();
  const shown = stage.ownerDocument.createElement('p');
  shown.className = 'watermark';
  shown.textContent = text;
  shown.setAttribute('aria-hidden', 'true');
  stage.append(shown);
  const stay = (corner) => {
    if (!shown.isConnected) return;
    shown.dataset.corner = `${corner}`;
    timers.setTimeout(() => stay((corner + 1) % CORNERS), STAY_MS);
  };
  stay(0);
}
