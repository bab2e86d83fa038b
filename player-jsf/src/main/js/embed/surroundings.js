import { Refused, unsupported } from './refused.js';

/** What browsers call what they do not do here; pages know one name for it. */
const NOT_HERE = ['InvalidStateError', 'NotSupportedError', 'InvalidAccessError'];

/**
 * Where the picture is shown: on the whole screen, in a window of its own, on another device.
 *
 * @param {HTMLElement} stage
 * @param {HTMLVideoElement & {casting?: {prompt: () => Promise<void>}}} video
 * @param {(name: string, detail?: object) => void} tell
 */
export function surroundings(stage, video, tell) {
  const { ownerDocument: document } = stage;
  const { remote } = video;
  let filling = false;
  let available = Boolean(video.casting);
  const fill = (whole) => {
    if (whole !== filling) tell('fullscreenchange', { fullscreen: (filling = whole) });
  };
  document.addEventListener('fullscreenchange', () => fill(Boolean(document.fullscreenElement)));
  for (const name of ['connecting', 'connect', 'disconnect']) remote?.addEventListener(name, () => tell(`remoteplayback${name}`));
  const offer = (now) => {
    if (now !== available) tell('remoteplaybackavailabilitychange');
    available = now;
  };
  // Where browsers cannot watch for devices, none is known.
  remote?.watchAvailability?.((now) => offer(now || Boolean(video.casting))).catch(() => {});
  // Whether one is near shows only when the viewer asks, for only then something plays that could be sent.
  video.addEventListener('castable', () => offer(true));

  return {
    requestFullscreen: async () => {
      if (!document.fullscreenEnabled) throw new Refused('UnsupportedError', 'This frame may not fill the screen. Give it allow="fullscreen".');
      await stage.requestFullscreen();
    },
    exitFullscreen: async () => {
      if (document.fullscreenElement) await document.exitFullscreen();
    },
    getFullscreen: () => filling,
    // The page around made the frame fill the screen by itself, and tells so.
    fullscreenchange: (whole) => fill(Boolean(whole)),

    requestPictureInPicture: async () => {
      if (!document.pictureInPictureEnabled) throw new Refused('UnsupportedError', 'This browser, or this frame, has no picture in picture. Give it allow="picture-in-picture".');
      if (!video.readyState) throw new Refused('NotFoundError', 'There is no picture yet.');
      await video.requestPictureInPicture().catch(byName);
    },
    exitPictureInPicture: async () => {
      if (document.pictureInPictureElement) await document.exitPictureInPicture();
    },
    getPictureInPicture: () => Boolean(document.pictureInPictureElement),

    remotePlaybackPrompt: async () => {
      if (!remote) throw new Refused('UnsupportedError', 'This browser plays on no other device.');
      await (video.casting ?? remote).prompt().catch(byName);
    },
    getRemotePlaybackAvailability: () => available,
    getRemotePlaybackState: () => remote?.state ?? 'disconnected',

    getCameraProps: unsupported('camera'),
    setCameraProps: unsupported('camera'),
  };
}

function byName({ name, message }) {
  throw new Refused(NOT_HERE.includes(name) ? 'UnsupportedError' : name, message);
}
