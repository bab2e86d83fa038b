/** What the controls are called, by language; in English they know it by themselves. */
const LANGUAGES = {
  de: () => import('../vendor/media-chrome-4.19.4/dist/lang/de.js'),
  es: () => import('../vendor/media-chrome-4.19.4/dist/lang/es.js'),
  fr: () => import('../vendor/media-chrome-4.19.4/dist/lang/fr.js'),
};

/**
 * Brings the words of the controls in this language, and of no other. Never fails: what does not come is read out in English.
 *
 * @param {string} lang
 */
export async function bringControlWords(lang) {
  await LANGUAGES[lang]?.().catch(() => {});
}
