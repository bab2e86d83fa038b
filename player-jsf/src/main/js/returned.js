import { KeptSession, deviceStorage } from './kept-session.js';
import { comeBack } from './paid.js';

const main = document.querySelector('main');
const { home, cancelled, event, alone } = main.dataset;
comeBack(window, {
  home,
  cancelled: cancelled === 'true',
  known: new KeptSession(event, () => deviceStorage(window)).read() !== null,
  stay: () => (main.querySelector('p').textContent = alone),
});
