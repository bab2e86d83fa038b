/** What the server knows countries in: before the script came they may have been written in any of these. */
const LANGUAGES = ['en', 'de', 'es', 'fr'];

/**
 * Chooses the country that was written in whatever language, as the server would: neither capitals nor accents make another one.
 *
 * @param {HTMLSelectElement} select by {@link import('./country-select.js').selectCountry}; it stays as it is where something is chosen
 */
export function chooseWritten(select) {
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
  const codes = Array.from(select.options, ({ value }) => value).filter(Boolean);
  const written = select.dataset.written.trim();
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    select.value ||= codes.find((code) => [code, names.of(code) ?? code].some((name) => compare(name, written) === 0)) ?? '';
  }
}
