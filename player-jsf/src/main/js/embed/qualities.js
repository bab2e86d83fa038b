import { keptWish, onceForEach, unloaded } from './kept-wish.js';
import { Refused } from './refused.js';

const AUTO = 'auto';

/**
 * The qualities of a stream, called by their height: `720p`, or `auto`. One that is wished before anything is loaded is granted
 * then, or the next lower one that there is.
 *
 * @type {(video: HTMLVideoElement & {videoRenditions?: import('../renditions.js').Renditions}) => Record<string, (id?: any) => any>}
 */
export const qualities = onceForEach((video) => {
  const later = keptWish(video, (id) => {
    select(video, nearest(heights(video), parseInt(id)));
    return true;
  });
  const now = () => later.wish ?? qualityOf(video);
  return {
    getQualities() {
      const ids = idsOf(video);
      if (later.wish && !ids.includes(later.wish)) ids.unshift(later.wish);
      return [{ id: AUTO, label: 'Auto' }, ...ids.map((id) => ({ id, label: id }))].map((quality) => ({ ...quality, active: quality.id === now() }));
    },

    getQuality: now,

    setQuality(id) {
      const ids = idsOf(video);
      if (id !== AUTO && !(ids.length ? ids.includes(id) : /^\d{2,4}p$/.test(id))) throw new Refused('RangeError', `There is no quality "${id}".`);
      if (unloaded(video)) later.wish = id === AUTO ? null : id;
      // Of two that are as high the better one is the later one.
      else select(video, heights(video).map(named).lastIndexOf(id));
      return id;
    },
  };
});

/** @returns {string} the one that was chosen, by its id */
export function qualityOf({ videoRenditions }) {
  const chosen = videoRenditions?.[videoRenditions.selectedIndex];
  return chosen ? named(chosen.height) : AUTO;
}

/** How large the picture is; before there is one, how large it can get, or the size that an embed has. */
export function sizeOf({ videoWidth, videoHeight, videoRenditions }) {
  if (videoWidth) return { width: videoWidth, height: videoHeight };
  const largest = [...(videoRenditions ?? [])].sort((one, other) => other.height - one.height)[0];
  return largest ? { width: largest.width, height: largest.height } : { width: 640, height: 360 };
}

function heights({ videoRenditions }) {
  return [...(videoRenditions ?? [])].map(({ height }) => height);
}

/** By their ids, the best one first. */
function idsOf(video) {
  return [...new Set(heights(video).sort((one, other) => other - one).map(named))];
}

/** The place of the highest that is no higher, else of the lowest; of two that are as high that of the later one. */
function nearest(all, wished) {
  const fitting = all.filter((height) => height <= wished);
  return all.lastIndexOf(fitting.length ? Math.max(...fitting) : Math.min(...all));
}

function select({ videoRenditions }, index) {
  if (videoRenditions) videoRenditions.selectedIndex = index;
}

function named(height) {
  return `${height}p`;
}
