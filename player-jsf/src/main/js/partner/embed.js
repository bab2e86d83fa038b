import { Player, showAll } from './player.js';

// The plain script: what a page pastes where Vimeo's was.
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
Player.host = new URL(src).origin;
const page = /** @type {any} */ (window);
page.Foyer = { Player };
let shown = '[data-foyer-event], [data-foyer-url]';
if (!page.Vimeo?.Player) {
  page.Vimeo = { ...page.Vimeo, Player };
  shown += ', [data-vimeo-id], [data-vimeo-url]';
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => showAll(shown));
else showAll(shown);
