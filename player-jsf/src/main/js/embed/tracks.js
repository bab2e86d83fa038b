import { Refused } from './refused.js';

/**
 * The captions and the sound of a stream.
 *
 * @param {HTMLVideoElement} video
 */
export function tracks(video) {
  return {
    getTextTracks: () => captions(video).map(described),

    enableTextTrack({ language, kind, showing = true } = {}) {
      const spoken = captions(video).filter((track) => speaks(track.language, wanted(language)));
      if (!spoken.length) throw new Refused('InvalidTrackLanguageError', `There are no captions in "${language}".`);
      const chosen = spoken.find((track) => !kind || track.kind === kind);
      if (!chosen) throw new Refused('InvalidTrackError', `There are no ${kind} in "${language}".`);
      for (const track of captions(video)) if (track !== chosen) track.mode = 'disabled';
      chosen.mode = showing ? 'showing' : 'hidden';
      return described(chosen);
    },

    disableTextTrack() {
      for (const track of captions(video)) track.mode = 'disabled';
    },

    getAudioTracks: () => sounds(video),
    getEnabledAudioTrack: () => sounds(video).find(({ enabled }) => enabled),
    getDefaultAudioTrack: () => sounds(video).find(({ kind }) => kind === 'main'),

    selectAudioTrack({ language, kind } = {}) {
      const all = alternatives(video);
      return select(video, all.findIndex((track) => speaks(track.language, wanted(language)) && (!kind || track.kind === kind)));
    },

    selectDefaultAudioTrack: () => select(video, alternatives(video).findIndex(({ kind }) => kind === 'main')),
  };
}

/** @returns {TextTrack[]} those that can be read */
export function captions({ textTracks }) {
  return Array.from(textTracks).filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
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
