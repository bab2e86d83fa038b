import '../vendor/media-chrome-4.19.4/dist/media-controller.js';
import '../vendor/media-chrome-4.19.4/dist/media-loading-indicator.js';
import { setLanguage } from '../vendor/media-chrome-4.19.4/dist/utils/i18n.js';
import { admitStyles, tagsIn } from './inline-styles.js';
import { Keys } from './keys.js';

// The preferences are left out because they would store something on the viewer's device unasked.
const CHROME = `
  <media-controller breakpoints="xs:420 sm:480" nomutedpref novolumepref nosubtitleslangpref>
    <media-loading-indicator slot="centered-chrome" noautohide><span slot="icon" class="turning"></span></media-loading-indicator>
  </media-controller>`;

/** The elements that those above bring with them. */
const INSIDE = ['media-gesture-receiver'];

/**
 * Puts a video element into what answers to keys and gestures. What is seen of it, the controls, follows the first picture.
 *
 * @param {HTMLVideoElement} video is moved inside
 * @param {object} how
 * @param {string} how.lang
 * @param {string} how.styles the address of those of the controls
 * @param {string} how.nonce lets the elements' own styles through the page's content security policy
 * @returns {HTMLElement} the controller, in the video's place
 */
export function dress(video, { lang, nonce, styles }) {
  const dressed = /** @type {HTMLElement | null} */ (video.closest('media-controller'));
  if (dressed) return dressed;
  setLanguage(lang);
  admitStyles([...tagsIn(CHROME), ...INSIDE], nonce);
  const template = document.createElement('template');
  template.innerHTML = CHROME;
  const controller = /** @type {HTMLElement & {fullscreenElement: Element | null}} */ (document.importNode(template.content, true).firstElementChild);
  controller.setAttribute('lang', lang);
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles }));
  video.replaceWith(controller);
  video.slot = 'media';
  controller.prepend(video);
  // By its attribute the controller looks for it before it is on the page, and does not find it.
  const stage = /** @type {HTMLElement} */ (controller.closest('.stage'));
  controller.fullscreenElement = stage;
  new Keys(stage).recall().hear();
  // Whoever was let in has the focus on the stage around it.
  for (const name of ['keydown', 'keyup']) {
    stage.addEventListener(name, (event) => event.target === stage && !controller.dispatchEvent(new KeyboardEvent(name, event)) && event.preventDefault());
  }
  return controller;
}
