import '../vendor/media-chrome-4.19.4/dist/media-airplay-button.js';
import '../vendor/media-chrome-4.19.4/dist/media-chrome-button.js';
import '../vendor/media-chrome-4.19.4/dist/media-control-bar.js';
import '../vendor/media-chrome-4.19.4/dist/media-fullscreen-button.js';
import '../vendor/media-chrome-4.19.4/dist/media-live-button.js';
import '../vendor/media-chrome-4.19.4/dist/media-mute-button.js';
import '../vendor/media-chrome-4.19.4/dist/media-pip-button.js';
import '../vendor/media-chrome-4.19.4/dist/media-play-button.js';
import '../vendor/media-chrome-4.19.4/dist/media-time-display.js';
import '../vendor/media-chrome-4.19.4/dist/media-time-range.js';
import '../vendor/media-chrome-4.19.4/dist/media-volume-range.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-audio-track-menu.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-audio-track-menu-button.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-captions-menu.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-captions-menu-button.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-chrome-menu-item.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-playback-rate-menu.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-playback-rate-menu-button.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-rendition-menu.js';
import '../vendor/media-chrome-4.19.4/dist/menu/media-rendition-menu-button.js';
import { addCaptionEntry } from './caption-entry.js';
import { offerReplay } from './end-screen.js';
import { admitStyles, tagsIn } from './inline-styles.js';
import { Keys } from './keys.js';
import { trackName } from './track-names.js';

// Time goes on to the right, as it does on every device, wherever one begins to read.
const CONTROLS = `
  <media-audio-track-menu hidden anchor="auto"></media-audio-track-menu>
  <media-captions-menu hidden anchor="auto"></media-captions-menu>
  <media-playback-rate-menu hidden anchor="auto" rates="0.5 0.75 1 1.25 1.5 2"></media-playback-rate-menu>
  <media-rendition-menu hidden anchor="auto"></media-rendition-menu>
  <media-chrome-button slot="top-chrome" class="leave" tooltipplacement="bottom"><svg viewBox="0 0 26 24" aria-hidden="true"><path d="M6 4h8v2H8v12h6v2H6V4Zm11.5 3.5L22 12l-4.5 4.5-1.400-1.400L18.200 13H11v-2h7.200l-2.100-2.100Z"/></svg><span slot="tooltip-content"></span></media-chrome-button>
  <div class="bar" dir="ltr">
    <media-control-bar class="seek">
      <media-time-range></media-time-range>
    </media-control-bar>
    <media-control-bar>
      <media-play-button></media-play-button>
      <media-mute-button></media-mute-button>
      <media-volume-range class="wide"></media-volume-range>
      <media-time-display showduration class="recorded"></media-time-display>
      <media-live-button class="live"><span slot="text" class="at-edge"></span><span slot="text" class="behind"></span></media-live-button>
      <span class="space"></span>
      <media-audio-track-menu-button></media-audio-track-menu-button>
      <media-captions-menu-button></media-captions-menu-button>
      <media-playback-rate-menu-button class="recorded"></media-playback-rate-menu-button>
      <media-rendition-menu-button></media-rendition-menu-button>
      <media-chrome-button class="keys"><svg viewBox="0 0 26 24" aria-hidden="true"><path d="M4 5h18a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Zm1 3v2h2V8Zm4 0v2h2V8Zm4 0v2h2V8Zm4 0v2h4V8ZM5 11.5v2h2v-2Zm4 0v2h2v-2Zm4 0v2h2v-2Zm4 0v2h4v-2ZM8 15v2h10v-2Z"/></svg><span slot="tooltip-content"></span></media-chrome-button>
      <media-airplay-button></media-airplay-button>
      <media-chrome-button class="cast"><svg viewBox="0 0 26 24" aria-hidden="true"><path d="M4 4h18a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-7v-2h7V6H4v3H2V6a2 2 0 0 1 2-2ZM2 11a9 9 0 0 1 9 9H9a7 7 0 0 0-7-7Zm0 4a5 5 0 0 1 5 5H5a3 3 0 0 0-3-3Zm0 4 1 1H2Z"/></svg><span slot="tooltip-content"></span></media-chrome-button>
      <media-pip-button class="wide"></media-pip-button>
      <media-fullscreen-button></media-fullscreen-button>
    </media-control-bar>
  </div>`;

/** Where a viewer's choice of how captions look is kept, on their device, once they have made one. */
const CAPTION_LOOK = 'foyer.captions';

/** The elements that those above bring with them. */
const INSIDE = ['media-chrome-menu-item', 'media-preview-chapter-display', 'media-preview-thumbnail', 'media-preview-time-display', 'media-tooltip'];

/**
 * Puts what a viewer controls the picture by over it, once.
 *
 * @param {HTMLElement} controller as {@link import('./chrome.js').dress} made it
 * @param {object} how
 * @param {string} how.lang
 * @param {import('./words.js').Words} how.words of the controls that media-chrome has none for
 * @param {string} how.nonce lets the elements' own styles through the page's content security policy
 * @returns {Element} the bar on which viewers point at a time
 */
export function addControls(controller, { lang, nonce, words }) {
  const times = () => controller.querySelector('media-time-range');
  if (times()) return times();
  admitStyles([...tagsIn(CONTROLS), ...INSIDE], nonce);
  const template = document.createElement('template');
  template.innerHTML = CONTROLS;
  const controls = document.importNode(template.content, true);
  const { soundtracks } = /** @type {any} */ (controller.querySelector('video'));
  /** @type {any} */ (controls.querySelector('media-audio-track-menu')).formatMenuItemText = (_, { id, language }) => trackName({ label: soundtracks.nameOf(id), language }, lang);
  // Beside the captions there is an entry for none, which is told by its words alone.
  /** @type {any} */ (controls.querySelector('media-captions-menu')).formatMenuItemText = (words, track) => (track ? trackName(track, lang) : words);
  // No menu is inside of another one; a way back that is never shown is a child that menus may not have.
  for (const { shadowRoot } of controls.querySelectorAll('[anchor]')) shadowRoot.querySelector('[part~=back]').style.display = 'none';
  controller.append(controls);
  words.load().then(() => {
    for (const name of ['at-edge', 'behind']) controller.querySelector(`.${name}`).textContent = words.of(`control.${name}`);
    offerReplay(controller.closest('.stage'), words);
    offerCaptionLook(controller, { words, lang, nonce });
    offerCasting(controller, words);
    offerKeys(controller, { words, lang });
    offerLeaving(controller, words);
  });
  return times();
}

/** As a viewer has chosen before, and may choose anew: what that takes is brought only then. */
function offerCaptionLook(controller, { words, lang, nonce }) {
  const stage = controller.closest('.stage');
  const storage = () => localStorage;
  let bringing;
  const bring = () =>
    (bringing ??= import('./caption-menu.js').then(({ CaptionLook, openCaptionMenu }) => {
      const style = Object.assign(document.createElement('style'), { nonce });
      document.head.append(style);
      const look = new CaptionLook(CAPTION_LOOK, { storage, style });
      return () => openCaptionMenu(stage, { look, words, lang, closed: () => controller.querySelector('media-captions-menu-button').focus() });
    }));
  addCaptionEntry(controller.querySelector('media-captions-menu'), {
    words: () => words.of('captions.look'),
    chosen: () => bring().then((open) => open()).catch(ignored),
  });
  if (keeps(storage)) bring().catch(ignored);
}

/** Where the browser casts. What is told of it, and what the button says meanwhile, comes with what does it. */
function offerCasting(controller, words) {
  const video = /** @type {any} */ (controller.querySelector('video'));
  if (video.casting) named(controller.querySelector('.cast'), words.of('cast.start'), () => video.casting.prompt().catch(ignored));
}

/** What keys do, and whether they do it, by a button and by the key that asks for it. */
function offerKeys(controller, { words, lang }) {
  const stage = controller.closest('.stage');
  const keys = new Keys(stage);
  // What the address wishes may have come later than what hears keys.
  keys.hear();
  const open = () => {
    const from = document.activeElement;
    const closed = () => {
      from.focus();
      // Where there is little room the button goes with the need for it.
      if (document.activeElement !== from) controller.querySelector('media-play-button').focus();
    };
    import('./keys-menu.js').then(({ openKeysMenu }) => openKeysMenu(stage, { keys, words, lang, closed })).catch(ignored);
  };
  if (!named(controller.querySelector('.keys'), words.of('control.keys'), open)) return;
  controller.addEventListener('keydown', ({ key, shiftKey, ctrlKey, altKey, metaKey }) => {
    // By some keyboards the question mark is the slash's other half, by others a key beside.
    if (keys.on && (key === '?' || (key === '/' && shiftKey)) && !ctrlKey && !altKey && !metaKey) open();
  });
}

/** For who is in by a proof: the styles show it where nothing else leads out, and what is outside of the controls does what it is for. */
function offerLeaving(controller, words) {
  const stage = controller.closest('.stage');
  named(controller.querySelector('.leave'), words.of('leave.title'), () => stage.dispatchEvent(new Event('leave')));
}

/** @returns {boolean} false where its words did not come: nobody would know what it is, and the styles hide it */
function named(button, name, pressed) {
  if (!name) return false;
  button.setAttribute('aria-label', name);
  button.querySelector('span').textContent = name;
  button.handleClick = pressed;
  return true;
}

// Where a panel does not come all stays as it is.
function ignored() {}

function keeps(storage) {
  try {
    return storage().getItem(CAPTION_LOOK) !== null;
  } catch {
    return false;
  }
}
