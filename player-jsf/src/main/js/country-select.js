/**
 * Lets a country be chosen that a page without scripts has to have written: the browser knows the names of all countries in
 * every language, so the page need not bring them along.
 *
 * @param {HTMLInputElement} input holds the codes of the countries in `data-codes`, their second letters in 26 groups, one for each first
 *     letter, and words for no choice in `data-choose`
 * @param {string} lang
 * @returns {HTMLSelectElement} in the input's place, with its answer chosen; a code is its value. `data-written` is what was written, which
 *     may be in another language
 */
export function selectCountry(input, lang) {
  const { codes, choose } = input.dataset;
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const countries = codesOf(codes).map((code) => ({ code, name: names.of(code) ?? code }));
  countries.sort((one, other) => one.name.localeCompare(other.name, lang));
  const select = document.createElement('select');
  for (const name of ['id', 'name', 'required', 'aria-describedby', 'aria-invalid']) {
    if (input.hasAttribute(name)) select.setAttribute(name, input.getAttribute(name));
  }
  select.autocomplete = 'country';
  select.append(new Option(choose, ''), ...countries.map(({ code, name }) => new Option(name, code)));
  select.value = countries.find(({ code, name }) => input.value === name || input.value === code)?.code ?? '';
  select.dataset.written = input.value;
  input.replaceWith(select);
  return select;
}

/** @returns {string[]} `AD`, `AE` … for `DE…`, as the page has them to be short */
export function codesOf(groups) {
  return groups.split(' ').flatMap((seconds, first) => [...seconds].map((second) => String.fromCharCode(65 + first) + second));
}
