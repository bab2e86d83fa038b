const NATIVE = 'application/vnd.apple.mpegurl';

/** @returns {boolean} whether this browser knows devices beside it, as Apple's do */
export function knowsDevices(scope = globalThis) {
  return 'WebKitPlaybackTargetAvailabilityEvent' in scope;
}

/**
 * Lets another device play what this browser plays by MediaSource, which cannot be sent anywhere: once there is such a device, the
 * element is given a source beside it that the device fetches by itself. While it does so nothing is fetched here.
 *
 * @param {any} engine an instance of hls.js
 * @param {{Events: Record<string, string>}} Engine its class
 * @param {object} parts
 * @param {HTMLVideoElement & {webkitCurrentPlaybackTargetIsWireless?: boolean}} parts.video
 * @param {() => Promise<string>} parts.lasting an address of the stream that needs not be renewed
 */
export function offerDevices(engine, { Events }, { video, lasting }) {
  const gone = new AbortController();
  const hear = (name, listener) => video.addEventListener(name, listener, { signal: gone.signal });
  /** @type {Promise<void> | undefined} */
  let giving;
  /** @type {HTMLSourceElement | undefined} */
  let source;

  // The engine forbids it, because a source that is managed opens only if no device could ask for another one; it is open by then.
  engine.on(Events.MEDIA_ATTACHED, () => {
    video.disableRemotePlayback = false;
    // Whatever the element had for a source the engine takes out of it each time.
    if (source) video.append(source);
  });
  engine.on(Events.DESTROYING, () => {
    gone.abort();
    source?.remove();
  });
  hear('webkitplaybacktargetavailabilitychanged', ({ availability }) => {
    if (availability === 'available') giving ??= give().catch(() => (giving = undefined));
  });
  hear('webkitcurrentplaybacktargetiswirelesschanged', () => (video.webkitCurrentPlaybackTargetIsWireless ? engine.stopLoad() : engine.startLoad()));

  async function give() {
    const src = await lasting();
    if (gone.signal.aborted) return;
    source = Object.assign(video.ownerDocument.createElement('source'), { type: NATIVE, src });
    video.append(source);
  }
}
