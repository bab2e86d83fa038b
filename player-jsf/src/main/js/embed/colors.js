import { Refused } from './refused.js';

/** What each of Vimeo's four colors paints here, by the styles' names, and how it is at first. */
const PARTS = {
  One: { property: '--control-ground', color: '12161f' },
  Two: { property: '--accent', color: '9db8ff' },
  Three: { property: '--control-text', color: 'ffffff' },
  Four: { property: '--picture-ground', color: '000000' },
};

/** Below this a control is not told from its ground (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;

/** A page sets its four colors one after the other; they are judged together. */
const TOGETHER_MS = 50;

/**
 * The player's colors, as six hexadecimal digits: grounds, accent, text, picture.
 *
 * @param {HTMLElement} stage
 * @param {Pick<Window, 'setTimeout'>} [timers]
 */
export function colors(stage, timers = window) {
  // The stage knows them: its address may have wished for one, too.
  const now = (part) => stage.style.getPropertyValue(PARTS[part].property).slice(1) || PARTS[part].color;
  const paint = async (part, wish) => {
    const color = hexOf(wish);
    stage.style.setProperty(PARTS[part].property, `#${color}`);
    await new Promise((resolve) => timers.setTimeout(resolve, TOGETHER_MS));
    const beside = part === 'One' ? [now('Two'), now('Three')] : part === 'Four' ? [] : [now('One')];
    if (beside.some((other) => contrast(color, other) < LEAST_CONTRAST)) {
      throw new Refused('ContrastError', 'It is hard to tell from the colors beside it.');
    }
    return color;
  };
  const methods = { getColor: () => now('Two'), setColor: (wish) => paint('Two', wish) };
  for (const part of Object.keys(PARTS)) {
    methods[`getColor${part}`] = () => now(part);
    methods[`setColor${part}`] = (wish) => paint(part, wish);
  }
  return methods;
}

function hexOf(wish) {
  const text = `${wish}`.trim().toLowerCase().replace(/^#/, '');
  if (/^[0-9a-f]{6}$/.test(text)) return text;
  if (/^[0-9a-f]{3}$/.test(text)) return text.replace(/./g, '$&$&');
  const [, ...channels] = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text) ?? [];
  if (!channels.length || channels.some((channel) => +channel > 255)) throw new Refused('TypeError', 'This is no color: give it as "9db8ff" or "rgb(157, 184, 255)".');
  return channels.map((channel) => (+channel).toString(16).padStart(2, '0')).join('');
}

/** By WCAG 2.2: 1 for the same color, 21 for black on white. */
function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex) {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
