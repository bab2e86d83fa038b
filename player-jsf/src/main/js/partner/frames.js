import { frameAddress } from './addresses.js';

/** What the player needs of the browser in a frame. */
export const ALLOWED = ['autoplay', 'fullscreen', 'picture-in-picture'];

/** Whatever a page in a frame says, it does not take the page around over. */
const MOST_ROOM = 3000;

/** The arrow on the button of an embed that waits for a click. */
const ARROW = '<svg viewBox="0 0 24 24" width="28" height="28" fill="currentColor" aria-hidden="true"><path d="M6 3.5v17a1 1 0 0 0 1.5.9l14-8.5a1 1 0 0 0 0-1.8l-14-8.5A1 1 0 0 0 6 3.5Z"/></svg>';

/**
 * Makes the frame of an event; without a width it fills what it is put into.
 *
 * @param {string} host
 * @param {Record<string, any>} options
 * @returns {HTMLIFrameElement}
 */
export function makeFrame(host, options) {
  const frame = document.createElement('iframe');
  const { maxwidth, maxheight, height } = options;
  // Others, as `100%`, are for the browser to understand.
  const counted = options.width > 0;
  const shape = counted && height > 0 ? options.width / height : 16 / 9;
  const most = Math.min(+maxwidth || Infinity, (+maxheight || Infinity) * shape);
  const width = counted && Math.min(options.width, most);
  const fixed = !yes(options.responsive);
  Object.assign(frame, {
    src: frameAddress(host, options),
    allow: ALLOWED.join('; '),
    title: typeof options.label === 'string' ? options.label : 'Video',
    referrerPolicy: 'strict-origin-when-cross-origin',
    loading: 'lazy',
  });
  Object.assign(frame.style, { border: '0', display: 'block', maxWidth: most < Infinity ? `min(100%, ${Math.round(most)}px)` : '100%' });
  if (width && fixed) {
    frame.width = `${Math.round(width)}`;
    frame.height = `${Math.round(width / shape)}`;
  } else if (options.width && height && !counted && fixed) {
    Object.assign(frame, { width: options.width, height });
  } else {
    Object.assign(frame.style, { width: '100%', aspectRatio: counted && height > 0 ? `${options.width} / ${height}` : '16 / 9' });
  }
  return frame;
}

/**
 * A picture with a button in the frame's place, until somebody clicks: no byte of the player comes before.
 *
 * @param {HTMLElement} place
 * @param {string} host
 * @param {Record<string, any>} options `poster`: the address of a picture, else that of the event; `label`: what the button is called
 * @param {() => void} clicked
 */
export function makePoster(place, host, options, clicked) {
  const button = document.createElement('button');
  button.type = 'button';
  button.innerHTML = ARROW;
  button.setAttribute('aria-label', typeof options.label === 'string' ? options.label : 'Play video');
  Object.assign(button.style, {
    ...{ aspectRatio: '16 / 9', background: '#12161f center / cover no-repeat', border: '0', color: '#fff', cursor: 'pointer' },
    ...{ display: 'grid', font: 'inherit', padding: '0', placeItems: 'center', width: '100%' },
  });
  const disc = /** @type {SVGElement} */ (button.firstElementChild);
  Object.assign(disc.style, { background: '#000a', borderRadius: '50%', padding: '20px' });
  const show = (/** @type {string} */ poster) => (button.style.backgroundImage = `url(${JSON.stringify(poster)})`);
  button.addEventListener('click', clicked, { once: true });
  place.append(button);
  if (typeof options.poster === 'string') show(options.poster);
  else {
    const { origin, pathname } = new URL(frameAddress(host, options));
    const told = (/** @type {string} */ path) => fetch(`${host}/api/${path}`).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
    told(`oembed.json?url=${encodeURIComponent(origin + pathname)}`)
      // Of an event that asks its viewers something first nobody is told but the pages that may show it.
      .catch((refused) => (pathname.startsWith('/embed/') ? told(pathname.replace('/embed', 'events')) : Promise.reject(refused)))
      .then((/** @type {any} */ { thumbnail_url: poster, videoConfig, title }) => {
        const picture = poster ?? videoConfig?.thumbnailUrl;
        if (picture) show(picture);
        if (title && !options.label) button.setAttribute('aria-label', title);
      })
      // Without one the button stands on its ground.
      .catch(() => {});
  }
  return button;
}

/**
 * Makes room in a frame for what is to be filled in, and takes it back for the picture: the frame is never lower than its shape makes
 * it.
 *
 * @param {HTMLIFrameElement} frame
 * @param {{height?: number | null}} wish pixels; none: its shape alone counts
 */
export function makeRoom(frame, { height }) {
  frame.style.minHeight = Number.isFinite(height) && height > 0 ? `${Math.min(height, MOST_ROOM)}px` : '';
}

export function yes(wish) {
  return [true, 'true', 1, '1'].includes(wish);
}
