import { Refused, numberWithin } from './refused.js';
import { durationOf } from './times.js';

/** So many are kept for one page. */
const MOST = 1000;

/**
 * Moments of the picture at which the page around wants to hear of it.
 *
 * @param {HTMLVideoElement} video
 * @param {(point: {time: number, data: object, id: string}) => void} reached
 */
export function cuePoints(video, reached) {
  /** @type {Map<string, {time: number, data: object, id: string}>} */
  const points = new Map();
  let named = 0;
  let last = video.currentTime;
  video.addEventListener('seeking', () => (last = video.currentTime));
  video.addEventListener('timeupdate', () => {
    const now = video.currentTime;
    const passed = [...points.values()].filter(({ time }) => now > last && time <= now && (time > last || (time === 0 && last === 0)));
    last = now;
    passed.sort((one, other) => one.time - other.time).forEach(reached);
  });

  return {
    addCuePoint({ time, data = {} } = {}) {
      numberWithin(time, 0, durationOf(video) || Infinity, 'The time');
      if (points.size === MOST) throw new Refused('RangeError', `There are ${MOST} cue points already.`);
      const id = `cue-${++named}`;
      points.set(id, { time, data, id });
      return id;
    },

    removeCuePoint(id) {
      if (!points.delete(id)) throw new Refused('InvalidCuePoint', `There is no cue point "${id}".`);
      return id;
    },

    getCuePoints: () => [...points.values()],
  };
}
