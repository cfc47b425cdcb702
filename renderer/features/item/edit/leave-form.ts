/** Runs `leave` unless a field of the open form holds something that could not be saved: then it goes there instead. */
export function leaveForm(leave: () => void): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement) active.blur();
  // The blur shows what is wrong one frame later.
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>('form[data-item-form] [aria-invalid="true"]');
    if (wrong === null) leave();
    else wrong.focus();
  });
}
