import { CHOICES, CaptionLook } from './caption-look.js';
import { element, preparePanel, showPanel } from './panel.js';

export { CaptionLook };

/**
 * The panel in which viewers choose how captions look: each choice is seen at once.
 *
 * @param {HTMLElement} stage
 * @param {object} parts
 * @param {import('./caption-look.js').CaptionLook} parts.look
 * @param {import('./words.js').Words} parts.words
 * @param {string} parts.lang
 * @param {() => void} parts.closed
 */
export async function openCaptionMenu(stage, { look, words, lang, closed }) {
  await preparePanel('captions', { words, lang, document: stage.ownerDocument });
  if (stage.querySelector('.caption-look')) return;
  const example = element('span', { textContent: words.of('captions.example') });
  const selects = Object.entries(CHOICES).map(([about, choices]) =>
    element('select', { name: about }, ...Object.keys(choices).map((choice) => element('option', { value: choice, textContent: words.of(`captions.${about}.${choice}`) }))),
  );
  example.setAttribute('aria-hidden', 'true');

  const show = () => {
    for (const select of selects) select.value = look.of(select.name);
    example.style.cssText = look.declarations;
  };
  const choose = (chosen) => {
    look.choose(chosen);
    show();
  };
  const form = showPanel(stage, {
    name: 'caption-look',
    title: words.of('captions.look'),
    done: words.of('captions.done'),
    words,
    inside: [...selects.map((select) => element('label', {}, words.of(`captions.${select.name}`), select)), element('p', { className: 'example' }, example)],
    buttons: [element('button', { type: 'reset', textContent: words.of('captions.reset') })],
    closed,
  });
  form.addEventListener('change', () => choose(Object.fromEntries(selects.map(({ name, value }) => [name, value]))));
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    choose({});
  });
  show();
  selects[0].focus();
}
