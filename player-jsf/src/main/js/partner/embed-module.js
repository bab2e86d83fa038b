import { Player } from './player.js';

Player.host = new URL(import.meta.url).origin;

export { Player };
export default Player;
