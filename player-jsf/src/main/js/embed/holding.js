import { onceForEach, unloaded } from './kept-wish.js';

/** The states in which the picture is being opened, once more too, and plays by itself then. */
const OPENING = ['loading', 'retrying'];

/**
 * Stops a picture, also one that is not there yet, or not any more: it begins, which shows it, and stops at once.
 *
 * @type {(video: HTMLVideoElement, screen: import('../screen.js').Screen) => Hold}
 */
export const holding = onceForEach((video, screen) => {
  let held = false;
  let failed = screen.state === 'failed';
  // Of what was there the player hears that it was stopped, and keeps it so.
  let begun = video.readyState > 2;
  const coming = () => OPENING.includes(screen.state) || screen.goesOn;
  const stop = (before) => {
    held ||= before && coming() && (video.paused || !begun);
    video.pause();
  };

  video.addEventListener('playing', () => {
    begun = true;
    if (held) video.pause();
    // Once: whoever plays it later wants it to play.
    held = false;
  });
  video.addEventListener('play', () => {
    // What is opened is made to play before anything of it is there; what is there is played by somebody.
    if (!unloaded(video)) held = false;
  });
  screen.addEventListener('change', () => {
    const { state } = screen;
    if (state === 'loading') {
      begun = false;
      // It is tried again because somebody wants to see it.
      if (failed) held = false;
    }
    failed = state === 'failed';
    // What waits for somebody now, or stands there already, plays when it is wanted to.
    if (!coming() && (state !== 'playing' || video.paused)) held = false;
  });

  return {
    get held() {
      return held;
    },

    pause: () => stop(true),
    giveWay: () => stop(screen.state !== 'loading'),

    release() {
      held = false;
    },
  };
});

/**
 * @typedef {object} Hold
 * @property {boolean} held whether it stops as soon as it begins
 * @property {() => void} pause
 * @property {() => void} giveWay to another picture; the one of two that are about to begin stays that begins last
 * @property {() => void} release it may begin after all
 */
