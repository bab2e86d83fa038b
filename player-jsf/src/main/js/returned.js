import { KeptSession, deviceStorage } from './kept-session.js';
import { comeBack, lasts } from './paid.js';

const main = document.querySelector('main');
const { home, cancelled, event, known, alone } = main.dataset;
comeBack(window, {
  home,
  cancelled: cancelled === 'true',
  // Who registered without scripts has no session here, and is known by a cookie.
  known: known === 'true' || lasts(new KeptSession(event, () => deviceStorage(window)).read(), Date.now()),
  stay: () => (main.querySelector('p').textContent = alone),
});
