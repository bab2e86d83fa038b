import { Figures } from '../../main/js/figures.js';
import { FakeTime, FakeVideo } from './fakes.js';

export const START = Date.UTC(2030, 4, 1, 12);

/** Somebody who asked to play at 1,000 by the page's clock. */
export function aScreen({ startsAt = START, time = { now: () => START }, around } = {}) {
  const video = Object.assign(new FakeVideo(), { readyState: 4, paused: false, seeking: false, ended: false });
  const player = new EventTarget();
  const clock = new FakeTime(1000);
  const document = Object.assign(new EventTarget(), { hidden: false });
  let names = 0;
  const figures = new Figures(video, { clock, time, startsAt, around, document, name: () => `screen-${++names}` });
  figures.follow(player, { asked: 1000, bitrate: () => 3_000_000 });
  return { video, player, clock, document, figures };
}

/** Lets it play for so many seconds, as browsers tell of it. */
export async function plays({ video, clock }, seconds, { speed = 1 } = {}) {
  video.happens('playing');
  for (let quarter = 0; quarter < 4 * seconds; quarter++) {
    await clock.advance(250);
    video.currentTime += speed / 4;
    video.happens('timeupdate');
  }
}

/** The first picture comes, 850 ms after it was asked for. */
export async function starts(screen) {
  await screen.clock.advance(850);
  screen.video.happens('playing');
}
