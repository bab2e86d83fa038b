import { openGuarded } from './guarded-page.js';

openGuarded();
