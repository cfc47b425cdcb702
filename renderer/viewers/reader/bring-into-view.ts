const margin = 40;

/** Scrolls so that a spot stands at a third of the view, unless it is in sight already. Moves nothing but the scroller. */
export function bringIntoView(spot: DOMRect, scroller: HTMLElement): void {
  const view = scroller.getBoundingClientRect();
  if (spot.top < view.top + margin || spot.bottom > view.bottom - margin)
    scroller.scrollTop += spot.top - view.top - view.height / 3;
  if (spot.left < view.left || spot.right > view.right) scroller.scrollLeft += spot.left - view.left - view.width / 3;
}
