import { holding } from './holding.js';
import { Refused, numberWithin, truth } from './refused.js';
import { durationOf, stretches } from './times.js';

/** The states in which nothing plays, and something would. */
const AT_REST = ['ready', 'recording', 'failed'];

/** The states in which the picture is on its way, or there. */
const ON_THE_WAY = ['loading', 'playing', 'retrying', 'blocked', 'finished'];

/**
 * What is asked of a picture: to play, to stop, to be elsewhere, louder, faster.
 *
 * @param {object} parts
 * @param {HTMLVideoElement} parts.video
 * @param {import('../screen.js').Screen} parts.screen
 * @param {Pick<import('../watch-page.js').WatchPage, 'play' | 'unload'>} parts.watching
 * @param {boolean} parts.password whether it takes a password to get in
 */
export function playback({ video, screen, watching, password }) {
  const hold = holding(video, screen);

  /** Settles once the picture moves, or will not. */
  const moving = () =>
    new Promise((resolve, reject) => {
      const ended = new AbortController();
      const settle = (how) => {
        ended.abort();
        how();
      };
      video.addEventListener('playing', () => settle(resolve), { signal: ended.signal });
      video.addEventListener('pause', () => settle(() => reject(new Refused('AbortError', 'It was stopped before it began.'))), { signal: ended.signal });
      screen.addEventListener('change', () => {
        const reason = whyNot(screen.state, password);
        if (reason) settle(() => reject(reason));
      }, { signal: ended.signal });
    });

  return {
    async play() {
      const { held } = hold;
      hold.release();
      const atRest = AT_REST.includes(screen.state);
      const reason = atRest ? null : whyNot(screen.state, password, ON_THE_WAY);
      if (reason) throw reason;
      if (!atRest && !video.paused && video.readyState > 2) return;
      const started = moving();
      // Of what the browser refuses the browser tells more.
      started.catch(() => {});
      if (atRest) watching.play();
      else if (screen.state !== 'loading') await video.play();
      // What is being opened plays by itself once it is there, but for what was stopped after it was made to.
      else if (held && video.paused) video.play().catch(() => {});
      await started;
    },

    pause: () => hold.pause(),

    getPaused: () => video.paused,
    getEnded: () => video.ended,
    getSeeking: () => video.seeking,
    getCurrentTime: () => video.currentTime,

    setCurrentTime(seconds) {
      video.currentTime = numberWithin(seconds, 0, durationOf(video) || Infinity, 'The time');
      return video.currentTime;
    },

    getDuration: () => durationOf(video),
    getBuffered: () => stretches(video.buffered),
    getPlayed: () => stretches(video.played),
    getSeekable: () => stretches(video.seekable),
    getLoop: () => video.loop,
    setLoop: (loop) => (video.loop = truth(loop, 'The loop')),
    getPlaybackRate: () => video.playbackRate,
    // Whatever is opened begins with the speed that is the element's own.
    setPlaybackRate: (rate) => (video.playbackRate = video.defaultPlaybackRate = numberWithin(rate, 0.5, 2, 'The speed')),
    getVolume: () => video.volume,
    setVolume: (volume) => (video.volume = numberWithin(volume, 0, 1, 'The volume')),
    getMuted: () => video.muted,
    setMuted(muted) {
      video.muted = truth(muted, 'Whether it is muted');
      // What the browser mutes, because it plays nothing aloud unasked, is told from what the page does.
      video.defaultMuted = video.muted;
      return video.muted;
    },
    unload: () => watching.unload(),
    // Its page takes the frame away by itself.
    destroy: () => watching.unload(),
  };
}

/** @returns {Refused | null} why nothing plays; null while it does, or will */
function whyNot(state, password, fine = ON_THE_WAY.filter((one) => one !== 'blocked')) {
  if (fine.includes(state)) return null;
  switch (state) {
    case 'registration':
      return password ? new Refused('PasswordError', 'The viewer must give the password first.') : new Refused('PrivacyError', 'The viewer must get in first.');
    case 'blocked':
      return new Refused('NotAllowedError', 'This browser plays nothing that the viewer did not ask for. Give the frame allow="autoplay".');
    case 'failed':
      return new Refused('Error', 'The stream could not be played.');
    case 'ready':
    case 'recording':
      return new Refused('AbortError', 'The player was taken back to its beginning.');
    default:
      return new Refused('NotFoundError', `There is no picture: the event is in the state "${state}".`);
  }
}
