/** What the page around may ask takes a line; whatever is longer is nobody's that we know. */
const LONGEST = 65_536;

/** Of the specification of player.js, whose library looks at it. */
const VERSION = '0.0.11';

const EVENTS = ['ready', 'progress', 'timeupdate', 'play', 'pause', 'ended', 'error'];
const METHODS = ['play', 'pause', 'getPaused', 'mute', 'unmute', 'getMuted', 'setVolume', 'getVolume', 'getDuration', 'setCurrentTime', 'getCurrentTime', 'setLoop', 'getLoop', 'addEventListener', 'removeEventListener'];

/**
 * What the page around asks, in one of two dialects: that of player.js, which says so by its `context`, or Vimeo's.
 *
 * @typedef {object} Request
 * @property {string} method
 * @property {any} [value]
 * @property {string} [listener] names the one who asks, in player.js
 * @property {string} [context]
 * @property {string} [version] of player.js
 * @property {string} [origin] of the page around
 * @property {boolean} textual whether it came as JSON, and is answered so
 */

/**
 * Hears the page around this one from its first message on, and brings what answers no sooner than that. Says first that
 * the player is there, in one message that both dialects understand.
 *
 * @param {Window} window
 * @param {string[]} origins whom to hear, beside pages of our own
 * @param {(say: (message: object | string) => void) => Promise<(request: Request) => void>} bring
 * @param {(say: (message: object) => void) => void} [followed] our own script around, which is of neither dialect, wants to hear how
 *     high its frame has to be
 * @returns {() => Promise<unknown>} brings it unasked
 */
export function openDoor(window, origins, bring, followed = (say) => say({ event: 'foyerheight', data: { height: null } })) {
  const { parent, location } = window;
  if (parent === window) return async () => {};
  const welcome = [location.origin, ...origins];
  // Whoever frames this page is welcome, for browsers frame it nowhere else; who it is becomes known by their message.
  let to = '*';
  let answering = null;
  const say = (message) => parent.postMessage(message, to);
  const announce = (listener) =>
    say(JSON.stringify({ context: 'player.js', version: VERSION, event: 'ready', value: { src: location.href, title: window.document.title, events: EVENTS, methods: METHODS }, listener }));

  const wake = () => (answering ??= bring(say));

  window.addEventListener('message', ({ source, origin, data }) => {
    const request = source === parent && welcome.includes(origin) ? read(data) : null;
    if (!request) return;
    to = origin;
    const { context, method, value, listener, textual } = request;
    if (method === 'ping') return say(textual ? '{"method":"ping"}' : { method });
    if (method === 'followHeight') return followed(say);
    if (context && method === 'addEventListener' && value === 'ready') return announce(listener);
    wake().then((hear) => hear({ ...request, origin }), ({ message }) => {
      // Who asks again has it brought again.
      answering = null;
      say(JSON.stringify({ event: 'error', data: { method, name: 'Error', message } }));
    });
  });
  announce();
  return wake;
}

/** @returns {Request | null} null for what is no request, whatever it is */
function read(data) {
  try {
    const textual = typeof data === 'string';
    // What came as an object is written as JSON and read again, so that it is plain and known to be short.
    const text = textual ? data : JSON.stringify(data);
    const request = text.length > LONGEST ? null : JSON.parse(text);
    return typeof request?.method === 'string' ? { ...request, textual } : null;
  } catch {
    return null;
  }
}
