import { comeBack } from './paid.js';

const { home, cancelled } = document.querySelector('main').dataset;
comeBack(window, { home, cancelled: cancelled === 'true' });
