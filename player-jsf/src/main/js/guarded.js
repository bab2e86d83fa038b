import { openGuarded } from './guarded-page.js';

openGuarded((_, parts) => /[?#]/.test(location.href) && import('./wished.js').then(({ heedAddress }) => heedAddress(parts), () => {}));
