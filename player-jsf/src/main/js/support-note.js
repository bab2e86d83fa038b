/**
 * Shows the code under the words that say what is wrong, to be read out or copied.
 *
 * @param {HTMLElement} stage
 * @param {import('./words.js').Words} words
 * @returns {{show: (code: string, sent?: boolean) => void, hide: () => void}}
 */
export function supportNote(stage, words) {
  const { ownerDocument: document } = stage;
  const note = document.createElement('p');
  note.className = 'support';
  note.setAttribute('role', 'status');
  const place = document.createElement('b');
  const copy = document.createElement('button');
  copy.type = 'button';
  const after = document.createElement('span');
  note.append(document.createElement('span'), place, copy, after);
  copy.addEventListener('click', async () => {
    if (await copied(place)) copy.textContent = words.of('support.copied');
  });
  return {
    show: (code, sent) => {
      if (!note.isConnected) stage.querySelector('.veil').append(note);
      note.firstElementChild.textContent = words.of('support.code');
      if (place.textContent !== code) copy.textContent = words.of('support.copy');
      if (place.textContent !== code || sent !== undefined) after.textContent = sent === false ? words.of('support.unsent') : '';
      place.textContent = code;
    },
    hide: () => note.remove(),
  };
}

/** Selects it too, for those whom the browser does not let copy. */
async function copied(place) {
  const { ownerDocument: document } = place;
  document.getSelection()?.selectAllChildren(place);
  try {
    await navigator.clipboard.writeText(place.textContent);
    return true;
  } catch {
    // In a partner's frame the old way is the only one.
    return document.execCommand('copy');
  }
}
