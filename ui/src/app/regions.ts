/** Moves the focus to the next region of the window, the elements marked `data-region`, in document order. */
export function focusNextRegion(from: Element | null = document.activeElement): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const current = regions.findLastIndex((region) => region.contains(from));
  const next = regions[(current + 1) % regions.length];
  if (next) (firstStop(next) ?? next).focus();
}

function firstStop(region: HTMLElement): HTMLElement | null {
  return region.querySelector<HTMLElement>(
    'a[href], button:not(:disabled):not([tabindex="-1"]), input, textarea, [tabindex="0"]',
  );
}
