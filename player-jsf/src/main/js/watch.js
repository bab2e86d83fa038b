import { openPage } from './page.js';

const stage = document.getElementById('stage');
openPage(stage, JSON.parse(stage.dataset.page), null, (_, parts) => /[?#]/.test(location.href) && import('./wished.js').then(({ heedAddress }) => heedAddress(parts), () => {}));
