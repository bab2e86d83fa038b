/** @returns {number} in seconds; before it is loaded what the server knows of it, as `expectedDuration`, and 0 where nobody does */
export function durationOf({ duration, seekable, expectedDuration = 0 }) {
  if (Number.isFinite(duration)) return rounded(duration);
  // What is live goes on: it is as long as what can be seen of it.
  return seekable.length ? rounded(seekable.end(seekable.length - 1)) : expectedDuration;
}

/** Where the picture is, as time events tell it. */
export function timeOf(video, at = video.currentTime) {
  const seconds = rounded(at);
  const duration = durationOf(video);
  return { seconds, percent: duration ? rounded(seconds / duration) : 0, duration };
}

/** How far the picture is loaded. */
export function loadedOf(video) {
  const { buffered, currentTime } = video;
  for (let index = 0; index < buffered.length; index++) {
    if (buffered.start(index) <= currentTime && currentTime <= buffered.end(index)) return timeOf(video, buffered.end(index));
  }
  return timeOf(video, 0);
}

/** Stretches as Vimeo's player tells them, by pairs, and as its types describe them, by name. */
export function stretches(ranges) {
  return Array.from({ length: ranges.length }, (_, index) => {
    const [start, end] = [rounded(ranges.start(index)), rounded(ranges.end(index))];
    return Object.assign([start, end], { start, end });
  });
}

function rounded(seconds) {
  return Math.round(seconds * 1000) / 1000;
}
