// A partner's page in TypeScript, as the compiler is to take it; what it is to refuse stands below a line that expects an error.
import Player, { Player as Named, type AudioTrack, type Chapter, type CuePoint, type PlayerError, type PlayerOptions, type Quality, type TextTrack, type TimeEvent, type TimeRange } from 'https://foyer.example/embed.mjs';

const options: PlayerOptions = { event: 'uWtsonW3VPiHfzGBNcNYWw', autoplay: true, muted: true, color: '9db8ff', t: '1m30s', lite: true, label: 'An evening' };
const fromVimeo: PlayerOptions = { id: 76979871, h: 'a1b2c3', byline: false, portrait: false, playsinline: true };
const player = new Player('here', { ...fromVimeo, ...options });
const another: Named = new Named(document.createElement('iframe'));

player.on('timeupdate', ({ seconds, percent, duration }: TimeEvent) => show(seconds + percent + duration));
player.once('error', ({ name, message, method }: PlayerError) => show(name + message + method));
player.on('cuepoint', (point: CuePoint) => show(`${point.time} ${point.id} ${point.data['part']}`));
player.on('volumechange', ({ volume, muted }) => show(muted ? 0 : volume));
player.on('fullscreenchange', ({ fullscreen }) => show(fullscreen));
player.on('chapterchange', ({ title, index }: Chapter) => show(title + index));
player.on('resize', ({ videoWidth, videoHeight }) => show(videoWidth / videoHeight));
player.on('bufferstart', () => show('waiting'));
player.off('bufferstart');

await player.ready();
await player.play();
const at: number = await player.setCurrentTime((await player.getDuration()) / 2);
const buffered: TimeRange[] = await player.getBuffered();
const [[from, to] = [0, 0]] = buffered;
show(at + from + to + (buffered[0]?.start ?? 0));
const qualities: Quality[] = await player.getQualities();
show(await player.setQuality(qualities.find(({ active }) => active)?.id ?? 'auto'));
const captions: TextTrack = await player.enableTextTrack('en', 'subtitles');
const sound: AudioTrack | undefined = await player.getEnabledAudioTrack();
show(captions.label + (sound?.kind === 'descriptions'));
const point: string = await player.addCuePoint(15, { part: 'overture' });
show((await player.removeCuePoint(point)) + (await player.getCuePoints()).length);
show((await player.setColors(['101010', null, 'ffffff', null]))[1]);
const loaded: number | string = await another.loadVideo({ id: 76979871, loop: true });
show(loaded);
show(await player.callMethod('setVolume', 0.5));
show(Player.isVimeoUrl('https://vimeo.com/76979871') ? Player.host : another.element.id);
show((await player.getRemotePlaybackState()) === 'connected');
window.Foyer?.Player.isVimeoUrl('');
new (window.Vimeo ?? { Player }).Player('there').pause();
await player.destroy();

// @ts-expect-error no such event
player.on('finish', show);
// @ts-expect-error no such option
new Player('here', { autostart: true });
// @ts-expect-error it happens with a time
player.on('play', ({ volume }) => show(volume));
// @ts-expect-error seconds are a number
await player.setCurrentTime('12');
// @ts-expect-error no element
new Player(7);
// @ts-expect-error an answer comes later
const volume: number = player.getVolume();
// @ts-expect-error the state of nothing
show((await player.getRemotePlaybackState()) === 'playing');
// @ts-expect-error no such method
await player.fly();

function show(what: unknown): void {
  document.body.append(`${what}`);
}
show(volume);
