/** What is left free below a panel and all that stands under it, 1.8rem, in whole pixels. */
const ROOM_BELOW = 29;

/**
 * Tells the page around, which asked for it, how high its frame has to be for what is to be filled in: pixels, or null for whatever
 * height the picture has.
 *
 * @param {HTMLElement} main
 * @param {(message: object) => void} say
 * @param {{Observer?: typeof ResizeObserver, window?: Pick<Window, 'scrollY'>}} [parts]
 */
export function tellHeight(main, say, { Observer = ResizeObserver, window: page = window } = {}) {
  let told;
  const panels = /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll('.panel'));
  const look = () => {
    // In a wide frame the panels scroll by themselves.
    const [bottom] = Array.from(panels, (panel) => panel.offsetHeight && bottomOf(panel.parentElement) + panel.parentElement.scrollTop).filter(Boolean);
    const height = bottom ? Math.ceil(bottom + page.scrollY + ROOM_BELOW) : null;
    if (height === told) return;
    told = height;
    say({ event: 'foyerheight', data: { height } });
  };
  const observer = new Observer(look);
  for (const panel of panels) observer.observe(panel);
  // What comes and goes below them changes no panel.
  if (panels.length) observer.observe(panels[0].parentElement);
}

/** Of the lowest thing in it that is shown: what is not has its bottom at zero. */
function bottomOf({ children }) {
  return Math.max(...Array.from(children, (child) => child.getBoundingClientRect().bottom));
}
