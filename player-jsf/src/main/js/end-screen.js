/**
 * Offers to watch a recording again, once it has ended. The styles show it then.
 *
 * @param {HTMLElement} stage
 * @param {import('./words.js').Words} words
 */
export function offerReplay(stage, words) {
  const { ownerDocument: document } = stage;
  const video = stage.querySelector('video');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'replay', textContent: words.of('replay') });
  button.addEventListener('click', () => {
    // Opened anew it would go on where it was opened before; what has ended begins at its beginning by itself.
    video.play().catch(() => {});
    video.focus({ preventScroll: true });
  });
  // Where its words did not come there is nothing to press.
  if (button.textContent) stage.querySelector('.veil').append(button);
}
