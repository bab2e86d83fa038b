import { hearPartner } from './embed/framed.js';
import { openPage } from './page.js';

const stage = document.getElementById('stage');
openPage(stage, JSON.parse(stage.dataset.page), null, hearPartner);
