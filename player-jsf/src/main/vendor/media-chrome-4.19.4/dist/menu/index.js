import { MediaChromeMenu } from "./media-chrome-menu.js";
import { MediaChromeMenuItem } from "./media-chrome-menu-item.js";
import { MediaSettingsMenu } from "./media-settings-menu.js";
import { MediaSettingsMenuItem } from "./media-settings-menu-item.js";
import { MediaSettingsMenuButton } from "./media-settings-menu-button.js";
import { MediaAudioTrackMenu } from "./media-audio-track-menu.js";
import { MediaAudioTrackMenuButton } from "./media-audio-track-menu-button.js";
import { MediaCaptionsMenu } from "./media-captions-menu.js";
import { MediaCaptionsMenuButton } from "./media-captions-menu-button.js";
import { MediaPlaybackRateMenu } from "./media-playback-rate-menu.js";
import { MediaPlaybackRateMenuButton } from "./media-playback-rate-menu-button.js";
import { MediaRenditionMenu } from "./media-rendition-menu.js";
import { MediaRenditionMenuButton } from "./media-rendition-menu-button.js";
import { MediaChromeMenuButton } from "./media-chrome-menu-button.js";
import { MediaContextMenu } from "./media-context-menu.js";
import { MediaContextMenuItem } from "./media-context-menu-item.js";
export {
  MediaAudioTrackMenu,
  MediaAudioTrackMenuButton,
  MediaCaptionsMenu,
  MediaCaptionsMenuButton,
  MediaChromeMenu,
  MediaChromeMenuButton,
  MediaChromeMenuItem,
  MediaContextMenu,
  MediaContextMenuItem,
  MediaPlaybackRateMenu,
  MediaPlaybackRateMenuButton,
  MediaRenditionMenu,
  MediaRenditionMenuButton,
  MediaSettingsMenu,
  MediaSettingsMenuButton,
  MediaSettingsMenuItem
};
