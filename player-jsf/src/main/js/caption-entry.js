/**
 * Adds an entry to the list of captions that leads to how they look. The list makes itself anew whenever something else is to be
 * chosen, and then lacks it.
 *
 * @param {HTMLElement & {defaultSlot: HTMLElement, anchorElement: HTMLElement | null}} menu of media-chrome
 * @param {object} parts
 * @param {() => string} parts.words
 * @param {() => void} parts.chosen
 */
export function addCaptionEntry(menu, { words, chosen }) {
  const entry = document.createElement('media-chrome-menu-item');
  const label = document.createElement('span');
  entry.append(label);
  entry.part.add('menu-item', 'look');
  const choose = () => {
    // Who leaves the list is led back to its button, and from there on.
    menu.anchorElement?.focus();
    menu.hidden = true;
    chosen();
  };
  entry.addEventListener('click', choose);
  entry.addEventListener('keydown', (event) => ['Enter', ' '].includes(event.key) && choose());
  const add = () => {
    label.textContent = words();
    // Where its words did not come there is nothing to choose.
    if (label.textContent && menu.defaultSlot.lastElementChild !== entry) menu.defaultSlot.append(entry);
  };
  menu.addEventListener('addmenuitem', add);
  add();
}
