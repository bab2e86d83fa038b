import { Refused } from './refused.js';

const AUTO = 'auto';

/**
 * The qualities of a stream, called by their height: `720p`, or `auto`.
 *
 * @param {HTMLVideoElement & {videoRenditions?: import('../renditions.js').Renditions}} video
 */
export function qualities(video) {
  return {
    getQualities() {
      const now = qualityOf(video);
      const ids = [...new Set(heights(video).sort((one, other) => other - one).map(named))];
      return [{ id: AUTO, label: 'Auto' }, ...ids.map((id) => ({ id, label: id }))].map((quality) => ({ ...quality, active: quality.id === now }));
    },

    getQuality: () => qualityOf(video),

    setQuality(id) {
      // Of two that are as high the better one is the later one.
      const index = heights(video).map(named).lastIndexOf(id);
      if (id !== AUTO && index < 0) throw new Refused('RangeError', `There is no quality "${id}".`);
      if (video.videoRenditions) video.videoRenditions.selectedIndex = index;
      return id;
    },
  };
}

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

function named(height) {
  return `${height}p`;
}
