// What /embed.mjs exports, and /embed.js sets as Foyer.Player: the surface of Vimeo's SDK.

export type Seconds = number;

export interface PlayerOptions {
  /** The event's id. */
  event?: string;
  /** The event's id, or the number of its video at Vimeo. */
  id?: string | number;
  /** The event's address, here or at Vimeo. */
  url?: string;
  /** Where the player is; else where the script came from. */
  host?: string;
  autoplay?: boolean;
  muted?: boolean;
  loop?: boolean;
  controls?: boolean;
  title?: boolean;
  background?: boolean;
  /** Whether viewers choose a speed. */
  speed?: boolean;
  /** Whether they may take the picture into a window of its own. */
  pip?: boolean;
  /** Whether keys control the player. */
  keyboard?: boolean;
  /** Whether it pauses when another player begins, on the page or in another tab with the same site. */
  autopause?: boolean;
  dnt?: boolean;
  /** Six hexadecimal digits. */
  color?: string;
  /** Such as `720p`; where the stream has it not, the next lower one. */
  quality?: string;
  /** Such as `en`. */
  texttrack?: string;
  /** Where to begin: `90`, `1m30s`. */
  t?: string | number;
  /** Vimeo's, as the three after it; they may stay and change nothing. */
  h?: string;
  byline?: boolean;
  portrait?: boolean;
  playsinline?: boolean;
  width?: number;
  height?: number;
  /** No wider than so many pixels, nor than what it is put into. */
  maxwidth?: number;
  /** No higher, and as wide as that makes it. */
  maxheight?: number;
  /** Fills the width there is, even with a width and a height, which are its shape then. */
  responsive?: boolean;
  /** Shows a picture first, and the player on a click. */
  lite?: boolean;
  /** The picture's address; else the event's own. */
  poster?: string;
  /** What the frame is called, for those who do not see it; else the event's title. */
  label?: string;
}

export interface TimeEvent {
  seconds: Seconds;
  percent: number;
  duration: Seconds;
}

export interface CuePoint<T = Record<string, unknown>> {
  time: Seconds;
  data: T;
  id: string;
}

export interface TextTrack {
  language: string;
  kind: string;
  label: string;
  mode: 'showing' | 'hidden' | 'disabled';
}

/** One that was chosen before anything is loaded has no label. */
export interface AudioTrack {
  language: string;
  kind: 'main' | 'translation' | 'descriptions' | 'commentary';
  label: string;
  provenance: string;
  enabled: boolean;
}

export interface Quality {
  id: string;
  label: string;
  active: boolean;
}

export interface Chapter {
  startTime: Seconds;
  title: string;
  index: number;
}

export interface PlayerError {
  name: string;
  message: string;
  method: string;
}

/** A pair that also has names. */
export type TimeRange = [number, number] & { start: Seconds; end: Seconds };

export interface PlayerEvents {
  play: TimeEvent;
  playing: TimeEvent;
  pause: TimeEvent;
  ended: TimeEvent;
  timeupdate: TimeEvent;
  progress: TimeEvent;
  seeking: TimeEvent;
  seeked: TimeEvent;
  texttrackchange: { kind: string | null; label: string | null; language: string | null };
  chapterchange: Chapter;
  cuechange: { cues: { text: string; html: string }[]; kind: string; label: string; language: string };
  cuepoint: CuePoint;
  loaded: { id: number | string };
  loadedmetadata: { duration: Seconds };
  volumechange: { volume: number; muted: boolean };
  playbackratechange: { playbackRate: number };
  qualitychange: { quality: string };
  fullscreenchange: { fullscreen: boolean };
  resize: { videoWidth: number; videoHeight: number };
  durationchange: { duration: Seconds };
  enterpictureinpicture: undefined;
  leavepictureinpicture: undefined;
  bufferstart: undefined;
  bufferend: undefined;
  remoteplaybackavailabilitychange: undefined;
  remoteplaybackconnecting: undefined;
  remoteplaybackconnect: undefined;
  remoteplaybackdisconnect: undefined;
  error: PlayerError;
  /** This and the next two never happen: events are no 360° videos, and not interactive. */
  camerachange: never;
  interactivehotspotclicked: never;
  interactiveoverlaypanelclicked: never;
}

export declare class Player {
  static host: string;
  static isVimeoUrl(url: string): boolean;
  element: HTMLElement;

  constructor(target: HTMLElement | string, options?: PlayerOptions);

  ready(): Promise<void>;
  destroy(): Promise<void>;
  on<E extends keyof PlayerEvents>(event: E, listener: (data: PlayerEvents[E]) => void): void;
  once<E extends keyof PlayerEvents>(event: E, listener: (data: PlayerEvents[E]) => void): void;
  off<E extends keyof PlayerEvents>(event: E, listener?: (data: PlayerEvents[E]) => void): void;
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<unknown>;
  callMethod(name: string, ...values: unknown[]): Promise<unknown>;

  play(): Promise<void>;
  pause(): Promise<void>;
  unload(): Promise<void>;
  /** Wishes of the page's go on, and those that are given here come before them. */
  loadVideo(event: string | number | PlayerOptions): Promise<number | string>;
  getPaused(): Promise<boolean>;
  getEnded(): Promise<boolean>;
  getSeeking(): Promise<boolean>;
  getCurrentTime(): Promise<Seconds>;
  setCurrentTime(seconds: Seconds): Promise<Seconds>;
  /** Before anything is loaded that of a recording which the deployment made, and 0 of any other. */
  getDuration(): Promise<Seconds>;
  getBuffered(): Promise<TimeRange[]>;
  getPlayed(): Promise<TimeRange[]>;
  getSeekable(): Promise<TimeRange[]>;
  getLoop(): Promise<boolean>;
  setLoop(loop: boolean): Promise<boolean>;
  getVolume(): Promise<number>;
  setVolume(volume: number): Promise<number>;
  getMuted(): Promise<boolean>;
  setMuted(muted: boolean): Promise<boolean>;
  getPlaybackRate(): Promise<number>;
  setPlaybackRate(rate: number): Promise<number>;
  getAutopause(): Promise<boolean>;
  setAutopause(autopause: boolean): Promise<boolean>;
  getQualities(): Promise<Quality[]>;
  getQuality(): Promise<string>;
  setQuality(id: string): Promise<string>;
  getTextTracks(): Promise<TextTrack[]>;
  enableTextTrack(language: string, kind?: string | null, showing?: boolean): Promise<TextTrack>;
  disableTextTrack(): Promise<void>;
  getAudioTracks(): Promise<AudioTrack[]>;
  getEnabledAudioTrack(): Promise<AudioTrack | undefined>;
  getDefaultAudioTrack(): Promise<AudioTrack | undefined>;
  selectAudioTrack(language: string, kind?: string): Promise<AudioTrack>;
  selectDefaultAudioTrack(): Promise<AudioTrack>;
  getChapters(): Promise<Chapter[]>;
  getCurrentChapter(): Promise<Chapter | undefined>;
  addCuePoint(time: Seconds, data?: object): Promise<string>;
  removeCuePoint(id: string): Promise<string>;
  getCuePoints(): Promise<CuePoint[]>;
  getColor(): Promise<string>;
  setColor(color: string): Promise<string>;
  getColors(): Promise<string[]>;
  setColors(colors: (string | null)[]): Promise<(string | null)[]>;
  requestFullscreen(): Promise<void>;
  exitFullscreen(): Promise<void>;
  getFullscreen(): Promise<boolean>;
  requestPictureInPicture(): Promise<void>;
  exitPictureInPicture(): Promise<void>;
  getPictureInPicture(): Promise<boolean>;
  remotePlaybackPrompt(): Promise<void>;
  getRemotePlaybackAvailability(): Promise<boolean>;
  getRemotePlaybackState(): Promise<'connecting' | 'connected' | 'disconnected'>;
  /** Refused with `UnsupportedError`, as the next two: events are no 360° videos, and follow no timing object. */
  getCameraProps(): Promise<never>;
  setCameraProps(camera: object): Promise<never>;
  setTimingSrc(timing: unknown): Promise<never>;
  getVideoId(): Promise<number | string>;
  getVideoTitle(): Promise<string>;
  getVideoUrl(): Promise<string>;
  getVideoEmbedCode(): Promise<string>;
  getVideoWidth(): Promise<number>;
  getVideoHeight(): Promise<number>;
}

declare global {
  interface Window {
    /** By /embed.js. */
    Foyer?: { Player: typeof Player };
    /** By /embed.js, where the page has none. */
    Vimeo?: { Player: typeof Player };
  }
}

export default Player;
