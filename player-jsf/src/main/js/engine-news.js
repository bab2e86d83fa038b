import { isInLast, isWhole } from './stream-ends.js';

/**
 * Listens to an engine, and ends for it what it does not see the end of.
 *
 * @param {any} engine
 * @param {{Events: Record<string, string>}} Engine
 * @param {HTMLVideoElement} video that it plays in
 * @param {object} hear
 * @param {() => void} hear.begins it knows what there is to play
 * @param {(list: any) => void} hear.lists a playlist came
 * @param {() => void} hear.comes a piece of picture or sound came
 * @param {(reason: 'absent' | 'network' | 'broken') => void} hear.breaks it does not get on by itself
 * @returns {() => boolean} ends it where it waits for what never comes; false where it waits for something else
 */
export function followEngine(engine, { Events }, video, { begins, lists, comes, breaks }) {
  const { MANIFEST_PARSED, LEVEL_LOADED, FRAG_BUFFERED, BUFFER_EOS, ERROR } = Events;
  // Where the sound has a small gap, as a break leaves it, the engine itself never sees that all of it is there.
  const end = () => isWhole(video.buffered, engine.latestLevelDetails) && engine.trigger(BUFFER_EOS, {});
  engine.on(MANIFEST_PARSED, begins);
  engine.on(LEVEL_LOADED, (_, { details }) => {
    lists(details);
    end();
  });
  engine.on(FRAG_BUFFERED, () => {
    comes();
    end();
  });
  engine.on(ERROR, (_, error) => error.fatal && breaks(reasonOf(error)));
  return () => {
    const waitsForNothing = isInLast(video.currentTime, engine.latestLevelDetails);
    if (waitsForNothing) engine.trigger(BUFFER_EOS, {});
    return waitsForNothing;
  };
}

/** @returns {'absent' | 'network' | 'broken'} */
function reasonOf({ type, details, response }) {
  if (type !== 'networkError') return 'broken';
  const code = response?.code ?? 0;
  return details === 'manifestLoadError' && code >= 400 && code < 500 ? 'absent' : 'network';
}
