/**
 * The parts of a recording, as Vimeo's SDK knows them.
 *
 * @param {HTMLVideoElement} video
 * @param {{startTime: number, title: string}[]} list in their order
 * @param {(chapter: Chapter) => void} changed is told of each one that begins to be seen
 */
export function chapters(video, list, changed) {
  const numbered = list.map((chapter, index) => ({ ...chapter, index: index + 1 }));
  const current = () => numbered.filter(({ startTime }) => startTime <= video.currentTime).at(-1);
  let last;
  video.addEventListener('timeupdate', () => {
    const now = current();
    if (now && now !== last) changed(now);
    last = now;
  });
  return {
    getChapters: () => numbered,
    getCurrentChapter: current,
  };
}

/** @typedef {{startTime: number, title: string, index: number}} Chapter startTime in seconds, index from 1 */
