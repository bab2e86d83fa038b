const EVERY_MS = 1000;
const NEAR_MS = 100;
const FAR_MS = 1500;
// Whoever is further behind went back, or paused, and is left alone.
const AWAY_MS = 20_000;
const MOST_FASTER = 0.05;

/**
 * Keeps what plays as live at the second that is to be seen now, the same for everybody: a little faster or slower where it is nearly
 * there, by a jump where it is not.
 *
 * @param {HTMLVideoElement} video
 * @param {object} parts
 * @param {() => Date | null | undefined} parts.seenAt when what is shown now was to be seen, by the playlist
 * @param {{now: () => number}} parts.time
 * @param {Pick<Window, 'setInterval' | 'clearInterval'>} parts.timers
 * @returns {() => void} ends it
 */
export function keepTogether(video, { seenAt, time, timers }) {
  let rate = 1;
  const timer = timers.setInterval(() => {
    const shown = seenAt();
    // A speed that the viewer chose is theirs.
    if (!shown || video.paused || video.seeking || video.readyState < 3 || video.playbackRate !== rate) return;
    const behind = time.now() - shown.getTime();
    if (Math.abs(behind) > AWAY_MS) return run(1);
    if (Math.abs(behind) > FAR_MS && reachable(video.currentTime + behind / 1000)) {
      video.currentTime += behind / 1000;
      return run(1);
    }
    run(Math.abs(behind) < NEAR_MS ? 1 : 1 + Math.max(-MOST_FASTER, Math.min(MOST_FASTER, behind / 10_000)));
  }, EVERY_MS);
  return () => {
    timers.clearInterval(timer);
    if (video.playbackRate === rate) video.playbackRate = 1;
  };

  function run(at) {
    video.playbackRate = rate = at;
  }

  function reachable(second) {
    const { seekable } = video;
    return seekable.length > 0 && second >= seekable.start(0) && second <= seekable.end(seekable.length - 1);
  }
}
