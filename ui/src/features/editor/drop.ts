import type { FileDrop } from '../../ipc/backend';
import type { Desk } from './desk.svelte';
import { pageAt, type Target } from './hit';
import type { Carry } from './picking';

/** Takes in files dropped from the desktop on a page; several files fill the pages that follow. */
export function takeDrops(desk: Desk, root: HTMLElement): () => void {
  return desk.editing.backend.onFileDrop((drop) => {
    const page = drop.kind === 'leave' ? null : pageAt(drop.x, drop.y, targets(root));
    desk.droppingOn = drop.kind === 'over' ? page : null;
    if (page && dropped(drop)) void desk.editing.setPictures(page, drop.paths);
  });
}

/** Lights the page a picture of the library is carried over; true when it is let go on one, which shows it. */
export function takeCarry(desk: Desk, root: HTMLElement, carry: Carry | null): boolean {
  const page = carry && pageAt(carry.x, carry.y, targets(root));
  desk.droppingOn = carry?.kind === 'over' ? page : null;
  if (!page || carry.kind !== 'drop') return false;
  void desk.editing.setAsset(page, carry.asset);
  return true;
}

function dropped({ kind, paths }: FileDrop): boolean {
  return kind === 'drop' && paths.length > 0;
}

/** Only what is in sight is hit: a frame scrolled under a panel keeps its rectangle there. */
function targets(root: HTMLElement): Target[] {
  return [...root.querySelectorAll<HTMLElement>('[data-drop-page]')].map((element) => {
    const page = element.dataset['dropPage'] ?? '';
    return { page, ...visiblePart(element) };
  });
}

function visiblePart(element: HTMLElement): Omit<Target, 'page'> {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const pane = element.closest('[data-region]')?.getBoundingClientRect();
  if (!pane) return { left, top, right, bottom };
  return {
    left: Math.max(left, pane.left),
    top: Math.max(top, pane.top),
    right: Math.min(right, pane.right),
    bottom: Math.min(bottom, pane.bottom),
  };
}
