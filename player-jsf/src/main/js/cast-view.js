import { Casting } from './casting.js';

/** Long enough to be read. */
const READ_MS = 8000;

/**
 * Says over the picture that another device plays, or that none could be found, and on the button what a press of it does.
 *
 * @param {import('./video-player.js').VideoPlayer} player
 * @param {HTMLVideoElement} video
 * @param {object} how
 * @param {HTMLElement} how.stage
 * @param {import('./words.js').Words} how.words
 * @param {() => Promise<string>} how.address of the stream, under which this browser will send it
 * @param {Pick<Window, 'setTimeout' | 'clearTimeout'>} [how.timers]
 * @param {{now: () => number}} [how.clock]
 * @returns {Casting}
 */
export function openCasting(player, video, { stage, words, address, timers = window, clock = performance }) {
  const casting = new Casting(player, video, { address, timers, clock });
  const note = stage.querySelector('.cast-note') ?? aNote(stage);
  let timer = 0;
  const say = (key) => {
    timers.clearTimeout(timer);
    const text = key && words.of(key);
    // Set anew it would be read out once more.
    if (note.textContent !== text) note.textContent = text;
  };
  casting.addEventListener('change', () => {
    const { away, elsewhere } = casting;
    stage.toggleAttribute('data-cast', away);
    // What was said of a refusal outlives what is over by it.
    if (away) say(elsewhere ? 'cast.on' : '');
    else if (note.textContent === words.of('cast.on')) say('');
    name(stage, words.of(elsewhere ? 'cast.stop' : 'cast.start'));
  });
  casting.addEventListener('refused', () => {
    say('cast.none');
    timer = timers.setTimeout(() => say(''), READ_MS);
  });
  return casting;
}

function aNote(stage) {
  const note = stage.ownerDocument.createElement('p');
  note.className = 'cast-note';
  note.setAttribute('role', 'status');
  stage.append(note);
  return note;
}

/** Where there is a button: what a page around asks for needs none. */
function name(stage, label) {
  const button = stage.querySelector('.cast');
  if (!button || !label) return;
  button.setAttribute('aria-label', label);
  button.querySelector('span').textContent = label;
}
