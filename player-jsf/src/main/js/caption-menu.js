import { CHOICES, CaptionLook } from './caption-look.js';

export { CaptionLook };

/**
 * The panel in which viewers choose how captions look: shown over the picture until it is closed, and each choice is seen at once.
 *
 * @param {HTMLElement} stage
 * @param {object} parts
 * @param {import('./caption-look.js').CaptionLook} parts.look
 * @param {import('./words.js').Words} parts.words
 * @param {string} parts.lang
 * @param {() => void} parts.closed
 */
export async function openCaptionMenu(stage, { look, words, lang, closed }) {
  // Beside this module, where it is published: few open the panel.
  await Promise.all([words.load(new URL(`texts/captions/${lang}.properties`, import.meta.url).href), dressed(stage.ownerDocument)]);
  if (stage.querySelector('.caption-look')) return;
  const { ownerDocument: document } = stage;
  const element = (tag, more = {}, ...inside) => {
    const made = Object.assign(document.createElement(tag), more);
    made.append(...inside);
    return made;
  };
  const title = element('h2', { id: 'caption-look', textContent: words.of('captions.look') });
  const example = element('span', { textContent: words.of('captions.example') });
  const selects = Object.entries(CHOICES).map(([about, choices]) =>
    element('select', { name: about }, ...Object.keys(choices).map((choice) => element('option', { value: choice, textContent: words.of(`captions.${about}.${choice}`) }))),
  );
  const reset = element('button', { type: 'reset', textContent: words.of('captions.reset') });
  const done = element('button', { type: 'submit', textContent: words.of('captions.done') });
  const form = element(
    'form',
    {},
    title,
    ...selects.map((select) => element('label', {}, words.of(`captions.${select.name}`), select)),
    element('p', { className: 'example' }, example),
    element('p', {}, reset, done),
    // The choice is kept on this device, and in a partner's frame no other link leads to what is.
    element('p', {}, element('a', { href: '/privacy', target: '_blank', textContent: words.of('privacy') })),
  );
  example.setAttribute('aria-hidden', 'true');
  const panel = element('dialog', { className: 'caption-look' }, form);
  panel.setAttribute('aria-labelledby', title.id);

  const show = () => {
    for (const select of selects) select.value = look.of(select.name);
    example.style.cssText = look.declarations;
  };
  const choose = (chosen) => {
    look.choose(chosen);
    show();
  };
  const close = () => {
    panel.remove();
    closed();
  };
  form.addEventListener('change', () => choose(Object.fromEntries(selects.map(({ name, value }) => [name, value]))));
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    choose({});
  });
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
  show();
  stage.append(panel);
  panel.show();
  selects[0].focus();
}

/** Styles that do not come leave a panel that can be read and used all the same. */
function dressed(document) {
  const href = new URL('captions.css', import.meta.url).href;
  if (document.querySelector(`link[href="${href}"]`)) return undefined;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((come) => (link.onload = link.onerror = come));
}
