/**
 * Brings what a panel is written and dressed with, from beside this module, where it is published: few open one. Fails where its words
 * do not come, for nobody would know what is to be chosen.
 *
 * @param {'captions' | 'keys'} about whose words
 * @param {object} parts
 * @param {import('./words.js').Words} parts.words
 * @param {string} parts.lang
 * @param {Document} parts.document
 */
export async function preparePanel(about, { words, lang, document }) {
  await Promise.all([words.load(new URL(`texts/${about}/${lang}.properties`, import.meta.url).href), dressPanels(document)]);
  if (!words.of(`${about}.done`)) throw new Error(`The words of ${about} did not come`);
}

/**
 * Shows a panel over the picture until it is closed, in the place of another one. What is chosen in it takes effect at once.
 *
 * @param {HTMLElement} stage
 * @param {object} parts
 * @param {string} parts.name its class
 * @param {string} parts.title
 * @param {string} parts.done on the button that closes it
 * @param {import('./words.js').Words} parts.words
 * @param {Node[]} parts.inside
 * @param {Node[]} [parts.buttons] before the one that closes it
 * @param {() => void} parts.closed
 * @returns {HTMLFormElement}
 */
export function showPanel(stage, { name, title, done, words, inside, buttons = [], closed }) {
  stage.querySelector('.choices')?.remove();
  const heading = element('h2', { id: `${name}-title`, textContent: title });
  const form = element(
    'form',
    {},
    heading,
    ...inside,
    element('p', {}, ...buttons, element('button', { type: 'submit', textContent: done })),
    // A choice is kept on this device, and in a partner's frame no other link leads to what is.
    element('p', {}, element('a', { href: '/privacy', target: '_blank', textContent: words.of('privacy') })),
  );
  const panel = element('dialog', { className: `choices ${name}` }, form);
  panel.setAttribute('aria-labelledby', heading.id);
  const close = () => {
    panel.remove();
    closed();
  };
  form.addEventListener('submit', (event) => {
    // Whatever the page allows forms to do: this one is sent nowhere.
    event.preventDefault();
    close();
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  stage.append(panel);
  panel.show();
  return form;
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {object} [more] its properties
 * @param {...(Node | string)} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, more = {}, ...inside) {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...inside);
  return made;
}

/** Styles that do not come leave a panel that can be read and used all the same. */
export function dressPanels(document) {
  const href = new URL('panels.css', import.meta.url).href;
  if (document.querySelector(`link[href="${href}"]`)) return undefined;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((come) => (link.onload = link.onerror = come));
}
