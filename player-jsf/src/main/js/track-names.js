/**
 * What a menu calls a track of sound or captions. A file that gives it no name gives its language's code (ISO 639 or BCP 47), which then
 * is told by the language's name; all other names are somebody's words, and stay.
 *
 * @param {{label?: string, language?: string}} track as the stream says
 * @param {string} lang the viewer's
 * @returns {string}
 */
export function trackName({ label = '', language = '' }, lang) {
  const name = label || language;
  // Those of one language are told apart by a number.
  const [, code, number] = /^(.+?)( \d+)?$/.exec(name) ?? [];
  if (!language || code?.toLowerCase() !== language.toLowerCase()) return name;
  const known = languageName(language, lang);
  return known ? known + (number ?? '') : name;
}

/** @returns {string} as menus write it; empty: nobody speaks it */
function languageName(code, lang) {
  try {
    const name = new Intl.DisplayNames(lang, { type: 'language', fallback: 'none' }).of(code) ?? '';
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  } catch {
    // It is no code at all.
    return '';
  }
}
