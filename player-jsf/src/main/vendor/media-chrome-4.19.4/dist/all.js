export * from "./index.js";
export * from "./menu/index.js";
export * from "./media-theme-element.js";
