/**
 * Writes sums of money as a language's readers do.
 *
 * @param {string} lang
 * @param {string} currency by ISO 4217
 * @param {number} digits how many decimals the currency has, which browsers know otherwise for some
 * @returns {(minorUnits: number) => string}
 */
export function sumsIn(lang, currency, digits) {
  const format = new Intl.NumberFormat(lang, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
  // As text, for a quotient would be rounded before it is written.
  return (minorUnits) => format.format(/** @type {any} */ (`${minorUnits}e-${digits}`));
}
