import { colors } from './colors.js';
import { qualities } from './qualities.js';
import { tracks } from './tracks.js';

const YES = ['1', 'true'];
const NO = ['0', 'false'];

/**
 * Grants what the address of an embed wishes, by the names that Vimeo's embeds have: `loop controls title color quality
 * texttrack t background speed pip`. What it cannot grant it leaves as it is.
 *
 * @param {Pick<Location, 'search' | 'hash'>} address
 * @param {{stage: HTMLElement, video: HTMLVideoElement}} parts
 * @param {Pick<Window, 'setTimeout'>} [timers]
 * @param {Pick<Console, 'warn'>} [console]
 */
export function grant({ search, hash }, { stage, video }, timers = window, { warn } = console) {
  const wishes = new URLSearchParams(search);
  const wish = (name) => wishes.get(name) ?? '';
  const background = YES.includes(wish('background'));
  if (background || YES.includes(wish('loop'))) video.loop = true;
  if (background || NO.includes(wish('controls'))) {
    stage.dataset.bare = '';
    // Offered already where the player came first.
    Reflect.deleteProperty(video, 'casting');
  }
  if (background || NO.includes(wish('title'))) stage.dataset.untitled = '';
  if (NO.includes(wish('speed'))) stage.dataset.steady = '';
  if (NO.includes(wish('pip'))) stage.dataset.inPlace = '';
  const from = secondsOf(wish('t') || (new URLSearchParams(hash.slice(1)).get('t') ?? ''));
  if (from) video.currentTime = from;
  if (wish('color')) {
    const { getColor, setColor } = colors(stage, timers);
    const before = getColor();
    setColor(wish('color')).catch(({ name, message }) => {
      warn(`Foyer: color=${wish('color')} was not taken: ${message}`);
      if (name === 'ContrastError') setColor(before).catch(() => {});
    });
  }
  const [language, kind] = wish('texttrack').split(/[.,]/);
  if (language) attempt(() => tracks(video).enableTextTrack({ language, kind }));
  if (wish('quality')) attempt(() => qualities(video).setQuality(wish('quality')));
}

// A wish for what is not there changes nothing of what plays.
function attempt(granting) {
  try {
    granting();
  } catch {
    // It stays as it is.
  }
}

/** @param {string} text as Vimeo writes times: `90`, `90s`, `1m30s`, `1h2m3s` */
function secondsOf(text) {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(text) ?? [];
  return 3600 * +hours + 60 * +minutes + +seconds;
}
