import { keptWish, onceForEach, unloaded } from './kept-wish.js';
import { Refused } from './refused.js';

/**
 * The captions and the sound of a stream. What is wished before anything is loaded is answered as the wish that it is, and granted as
 * soon as the stream has it.
 *
 * @type {(video: HTMLVideoElement) => Record<string, (wish?: any) => any>}
 */
export const tracks = onceForEach((video) => {
  const captionsLater = keptWish(video, (wish) => {
    const chosen = find(captions(video), wish);
    if (chosen) show(video, chosen, wish.mode);
    return Boolean(chosen);
  });
  // Some captions come along with the picture, after all else is known. While tracks are still being added, browsers that find one
  // shown choose another one by themselves.
  video.textTracks.addEventListener('addtrack', () => unloaded(video) || captionsLater.look());
  const soundLater = keptWish(video, (wish) => {
    const index = sounds(video).findIndex((track) => fits(track, wish));
    if (index >= 0) select(video, index);
    return true;
  });
  return {
    getTextTracks: () => captions(video).map(described),

    enableTextTrack({ language, kind, showing = true } = {}) {
      const wish = { language: wanted(language), kind, mode: showing ? 'showing' : 'hidden' };
      const chosen = find(captions(video), wish);
      captionsLater.wish = !chosen && unloaded(video) ? wish : null;
      if (chosen) return described(show(video, chosen, wish.mode));
      if (captionsLater.wish) return { ...wish, kind: kind ?? 'subtitles', label: '' };
      if (find(captions(video), { language })) throw new Refused('InvalidTrackError', `There are no ${kind} in "${language}".`);
      throw new Refused('InvalidTrackLanguageError', `There are no captions in "${language}".`);
    },

    disableTextTrack() {
      captionsLater.wish = null;
      show(video, null);
    },

    getAudioTracks: () => sounds(video),
    getEnabledAudioTrack: () => (soundLater.wish ? wished(soundLater.wish) : sounds(video).find(({ enabled }) => enabled)),
    getDefaultAudioTrack: () => sounds(video).find(({ kind }) => kind === 'main'),

    selectAudioTrack({ language, kind } = {}) {
      const wish = { language: wanted(language), kind };
      if (unloaded(video)) return wished((soundLater.wish = wish));
      return select(video, alternatives(video).findIndex((track) => fits(track, wish)));
    },

    selectDefaultAudioTrack() {
      if (unloaded(video)) {
        // The one that streams begin with.
        soundLater.wish = null;
        return wished({ language: '', kind: 'main' });
      }
      return select(video, alternatives(video).findIndex(({ kind }) => kind === 'main'));
    },
  };
});

/** @returns {TextTrack[]} those that can be read */
export function captions({ textTracks }) {
  return Array.from(textTracks).filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
}

function find(all, wish) {
  return all.find((track) => fits(track, wish));
}

function fits(track, { language, kind }) {
  return speaks(track.language, language) && (!kind || track.kind === kind);
}

/** One of them at a time. */
function show(video, chosen, mode = 'disabled') {
  for (const track of captions(video)) if (track !== chosen) track.mode = 'disabled';
  if (chosen) chosen.mode = mode;
  return chosen;
}

/** A sound of which no more is known than that somebody wants it. */
function wished({ language, kind }) {
  return { language, kind: kind ?? 'main', label: '', provenance: '', enabled: true };
}

function described({ language, kind, label, mode }) {
  return { language, kind, label, mode };
}

function sounds({ soundtracks }) {
  return soundtracks?.list ?? [];
}

function alternatives(video) {
  const all = sounds(video);
  if (!all.length) throw new Refused('NoAudioTracksError', 'The stream has no audio tracks to choose from.');
  if (all.length === 1) throw new Refused('NoAlternateAudioTracksError', 'The stream has one audio track only.');
  return all;
}

function select(video, index) {
  if (index < 0) throw new Refused('NoMatchingAudioTrackError', 'There is no such audio track.');
  video.soundtracks.selected = index;
  return { ...sounds(video)[index], enabled: true };
}

function wanted(language) {
  if (typeof language !== 'string' || !language) throw new Refused('TypeError', 'A language is needed.');
  return language;
}

/** Whether who wants `en` is content with `en-GB`. */
function speaks(language, wish) {
  const [own, wished] = [language.toLowerCase(), wish.toLowerCase()];
  return own === wished || own.startsWith(`${wished}-`);
}
