import { MediaThemeElement } from "./media-theme-element.js";
export {
  MediaThemeElement as MediaTheme
};
