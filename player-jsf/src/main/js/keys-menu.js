import { element, preparePanel, showPanel } from './panel.js';

/**
 * What keys do while the focus is in the player, in media-chrome's controller; a key that has a name of its own is written as `keys.`
 * says.
 */
const LIST = {
  play: ['K', 'space'],
  mute: ['M'],
  full: ['F'],
  captions: ['C'],
  window: ['P'],
  back: ['J', '←'],
  ahead: ['L', '→'],
  louder: ['↑'],
  softer: ['↓'],
  slower: ['<'],
  faster: ['>'],
  list: ['?'],
};

/**
 * The panel that says what keys do, and in which viewers switch them off and on.
 *
 * @param {HTMLElement} stage
 * @param {object} parts
 * @param {import('./keys.js').Keys} parts.keys
 * @param {import('./words.js').Words} parts.words
 * @param {string} parts.lang
 * @param {() => void} parts.closed
 */
export async function openKeysMenu(stage, { keys, words, lang, closed }) {
  await preparePanel('keys', { words, lang, document: stage.ownerDocument });
  if (stage.querySelector('.keys-list')) return;
  const use = element('input', { type: 'checkbox', name: 'keys', checked: keys.on });
  const heard = Object.entries(LIST).filter(([, [first]]) => !keys.without.includes(first.toLowerCase()));
  const list = element('dl', { hidden: !keys.on }, ...heard.map(([does, names]) => entry(does, names, words)));
  showPanel(stage, {
    name: 'keys-list',
    title: words.of('control.keys'),
    done: words.of('keys.done'),
    words,
    inside: [element('label', {}, use, words.of('keys.use')), element('p', { textContent: words.of('keys.where') }), list],
    closed,
  });
  use.addEventListener('change', () => {
    keys.choose(use.checked);
    list.hidden = !use.checked;
  });
  use.focus();
}

function entry(does, all, words) {
  const [first, ...others] = all;
  const names = [key(first, words), ...others.flatMap((other) => [` ${words.of('keys.or')} `, key(other, words)])];
  return element('div', {}, element('dt', {}, ...names), element('dd', { textContent: words.of(`keys.${does}`) }));
}

function key(name, words) {
  return element('kbd', { textContent: words.of(`keys.${name}`) || name });
}
