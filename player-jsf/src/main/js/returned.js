import { KeptSession, deviceStorage } from './kept-session.js';
import { comeBack, lasts } from './paid.js';

const main = document.querySelector('main');
const { home, cancelled, event, alone } = main.dataset;
comeBack(window, {
  home,
  cancelled: cancelled === 'true',
  known: lasts(new KeptSession(event, () => deviceStorage(window)).read(), Date.now()),
  stay: () => (main.querySelector('p').textContent = alone),
});
