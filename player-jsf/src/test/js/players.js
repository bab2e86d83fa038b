import { Pauses } from '../../main/js/pauses.js';
import { VideoPlayer } from '../../main/js/video-player.js';
import { FakeTime, FakeVideo, fakeEngines, settled } from './fakes.js';

export const URL = 'https://media.example/master.m3u8';

export function aPlayer({ Engine = fakeEngines(), loadEngine = async () => Engine, ...parts } = {}) {
  const video = new FakeVideo();
  const timers = new FakeTime();
  const player = new VideoPlayer(video, { loadEngine, timers, pauses: new Pauses(() => 1), attempts: 3, ...parts });
  const changes = [];
  player.addEventListener('change', ({ detail }) => changes.push(detail));
  return { player, video, timers, Engine, changes, states: () => changes.map(({ state }) => state) };
}

export async function aPlayingOne(parts) {
  const one = aPlayer(parts);
  await one.player.load(URL, { patient: one.patient });
  one.Engine.last.happens('parsed');
  one.video.readyState = 4;
  one.video.happens('playing');
  return one;
}
