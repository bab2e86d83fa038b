/**
 * Marks the parts of a recording, for the bar that leads through it.
 *
 * @param {HTMLVideoElement} video
 * @param {{startTime: number, title: string}[]} chapters
 * @param {new (from: number, to: number, text: string) => any} [Cue]
 */
export function markChapters(video, chapters, Cue = globalThis.VTTCue) {
  const track = video.addTextTrack('chapters');
  track.mode = 'hidden';
  // How long the last one is shows when the recording is over.
  chapters.forEach(({ startTime, title }, index) => track.addCue(new Cue(startTime, chapters[index + 1]?.startTime ?? Number.MAX_SAFE_INTEGER, title)));
}
