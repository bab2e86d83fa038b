import { about } from './about.js';
import { autopause } from './autopause.js';
import { chapters } from './chapters.js';
import { colors } from './colors.js';
import { cuePoints } from './cue-points.js';
import { Happenings } from './happenings.js';
import { handedOver, loading, restore, stateOf } from './loading.js';
import { playback } from './playback.js';
import { PlayerJs } from './player-js.js';
import { qualities } from './qualities.js';
import { surroundings } from './surroundings.js';
import { tracks } from './tracks.js';
import { Vimeo } from './vimeo.js';

/**
 * Brings all that answers the page around, in both of its dialects.
 *
 * @param {object} page what the server says of it
 * @param {object} parts
 * @param {HTMLElement} parts.stage
 * @param {HTMLVideoElement} parts.video
 * @param {import('../screen.js').Screen} parts.screen
 * @param {import('../watch-page.js').WatchPage} parts.watching
 * @param {(message: object | string) => void} parts.say
 * @param {string} [parts.handed] by the document before this one, see `loading.js`
 * @returns {(request: import('./door.js').Request) => void}
 */
export function openAnswers({ eventId, embed, event: { chapters: list = [] } }, { stage, video, screen, watching, say, handed = '' }) {
  Object.assign(video, { expectedDuration: embed.duration });
  const happenings = new Happenings(video, screen);
  const tell = (name, detail) => happenings.tell(name, detail);
  const event = { eventId, vimeoId: embed.vimeoId };
  let origin = '';
  const methods = {
    ...playback({ video, screen, watching, password: embed.password }),
    ...autopause(video, screen),
    ...tracks(video),
    ...qualities(video),
    ...colors(stage),
    ...chapters(video, list, (chapter) => tell('chapterchange', chapter)),
    ...cuePoints(video, (point) => tell('cuepoint', point)),
    ...surroundings(stage, video, tell),
    ...about(event, { document, location, video }),
    ...loading(event, { watching, tell, fetch: window.fetch.bind(window), location, handOver: () => ({ origin, vimeo: vimeo.handOver(), playerJs: playerJs.handOver(), state: stateOf(methods, video) }) }),
  };
  const vimeo = new Vimeo(methods, happenings, say);
  const playerJs = new PlayerJs(methods, happenings, say);
  const before = handed ? handedOver(handed) : null;
  if (before) {
    restore(methods, before.state);
    vimeo.takeOver(before.vimeo);
    playerJs.takeOver(before.playerJs);
  }
  return (request) => {
    origin = request.origin ?? '';
    (request.context === 'player.js' ? playerJs : vimeo).hear(request);
  };
}
