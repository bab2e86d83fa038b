import { sizeOf } from './qualities.js';

/**
 * What there is to know of the event.
 *
 * @param {object} page
 * @param {string} page.eventId
 * @param {string | undefined} page.vimeoId
 * @param {{document: Document, location: Location, video: HTMLVideoElement}} parts
 */
export function about({ eventId, vimeoId }, { document, location, video }) {
  const of = (place) => `${location.origin}/${place}/${eventId}`;
  return {
    getVideoId: () => idOf({ eventId, vimeoId }),
    getVideoTitle: () => document.title,
    getVideoUrl: () => of('watch'),
    getVideoEmbedCode() {
      const frame = document.createElement('iframe');
      const attributes = { src: of('embed'), title: document.title, width: '640', height: '360', allow: 'autoplay; fullscreen; picture-in-picture', referrerpolicy: 'strict-origin-when-cross-origin' };
      for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
      return frame.outerHTML;
    },
    getVideoWidth: () => sizeOf(video).width,
    getVideoHeight: () => sizeOf(video).height,
  };
}

/** @returns {number | string} Vimeo's number where the event has one, which pages may compare with their own; else our id */
export function idOf({ eventId, vimeoId }) {
  const number = Number(vimeoId);
  return vimeoId === undefined || vimeoId === null ? eventId : Number.isSafeInteger(number) ? number : vimeoId;
}
