import { hearPartner } from './embed/framed.js';
import { openGuarded } from './guarded-page.js';

openGuarded(hearPartner);
