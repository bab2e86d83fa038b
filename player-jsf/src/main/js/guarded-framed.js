import { hearPartner } from './embed/framed.js';
import { openGuarded } from './guarded-page.js';

openGuarded((page, parts) => {
  /** @type {Promise<void> | undefined} */
  let told;
  hearPartner(page, parts, (say) => (told ??= import('./embed/growth.js').then(({ tellHeight }) => tellHeight(parts.stage.closest('main'), say), () => {})));
});
