/**
 * What requests of a picture tell of how it plays, for the logs of whoever delivers it: Common Media Client Data (CTA-5004), as an
 * argument of the address, for headers would have to be asked for first (CORS). Only where the media are ours, which is where addresses
 * carry a right: those of others may be signed with their arguments. And only where it may be measured how well it plays.
 *
 * @param {string} url of the manifest, a plain one
 * @param {object} parts
 * @param {Pick<import('./playback-right.js').PlaybackRight, 'carries'>} parts.right
 * @param {boolean} parts.measured
 * @param {string} parts.name of this viewing, at random: neither a session nor a screen is known by it
 * @param {string} parts.eventId
 * @returns {object} for the settings of hls.js
 */
export function clientData(url, { right, measured, name, eventId }) {
  return measured && right.carries(url) ? { cmcd: { version: 1, sessionId: name, contentId: eventId } } : {};
}
