/**
 * Does what the address of a page wishes, in a partner's frame or on its own.
 *
 * @param {object} parts
 * @param {HTMLElement} parts.stage
 * @param {HTMLVideoElement} parts.video
 */
export function heedAddress(parts) {
  // At once, because what plays by itself begins before anything else is brought.
  if (/[?&](muted|background)=(1|true)\b/.test(location.search)) parts.video.muted = true;
  if (/[?&]keyboard=(0|false)\b/.test(location.search)) parts.stage.dataset.keyless = '';
  if (/[?&#](t|loop|controls|title|color|quality|texttrack|background|speed|pip)=/.test(location.href)) {
    import('./embed/wishes.js').then(({ grant }) => grant(location, parts), () => {});
  }
}
