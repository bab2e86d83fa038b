import { CHOICES } from './caption-look.js';

/**
 * The panel in which viewers choose how captions look: shown over the picture until it is closed, and each choice is seen at once.
 *
 * @param {HTMLElement} stage
 * @param {object} parts
 * @param {import('./caption-look.js').CaptionLook} parts.look
 * @param {import('./words.js').Words} parts.words
 * @param {() => void} parts.closed
 */
export async function openCaptionMenu(stage, { look, words, closed }) {
  await words.load();
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
