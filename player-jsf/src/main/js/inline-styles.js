/**
 * Lets the styles through the page's content security policy that the elements write inline: the nonce is put into what they
 * write, since they know of none. To be called before the first of them is made.
 *
 * @param {Iterable<string>} tags
 * @param {string} nonce
 */
export function admitStyles(tags, nonce) {
  const types = new Set();
  for (const tag of tags) {
    for (let type = customElements.get(tag); type && type !== HTMLElement; type = Object.getPrototypeOf(type)) types.add(type);
  }
  for (const type of types) {
    for (const name of ['getTemplateHTML', 'getSlotTemplateHTML']) {
      if (!Object.hasOwn(type, name)) continue;
      const write = type[name];
      type[name] = function (...about) {
        return write.apply(this, about).replace(/<style(?! nonce)/g, `<style nonce="${nonce}"`);
      };
    }
  }
}

/** @returns {string[]} of media-chrome's elements in this markup */
export function tagsIn(markup) {
  return markup.match(/(?<=<)media-[a-z-]+/g) ?? [];
}
