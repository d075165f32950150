import type { Desk } from '../desk.svelte';

/** Keys on a cell: arrows go to the next one, Alt and an arrow moves the page, Enter opens it. */
export function sheetKey(event: KeyboardEvent, desk: Desk): void {
  if (event.ctrlKey || event.metaKey || !(event.target as HTMLElement).closest('[data-cell]')) return;
  const act = event.altKey ? altKey(event.key, desk) : plainKey(event.key, desk);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function plainKey(key: string, desk: Desk): (() => void) | undefined {
  const { editing, view } = desk;
  const order = editing.document.order;
  const formats = desk.formats.map((format) => format.id);
  const acts: Record<string, () => void> = {
    ArrowLeft: () => editing.selection.move(order, -1),
    ArrowRight: () => editing.selection.move(order, 1),
    Home: () => editing.selection.move(order, -order.length),
    End: () => editing.selection.move(order, order.length),
    ArrowUp: () => view.stepFormat(formats, -1),
    ArrowDown: () => view.stepFormat(formats, 1),
    Enter: () => (view.mode = 'view'),
  };
  return acts[key];
}

function altKey(key: string, { editing }: Desk): (() => void) | undefined {
  const page = editing.selection.page;
  const step = { ArrowLeft: -1 as const, ArrowRight: 1 as const }[key];
  return page && step ? () => void editing.step(page, step) : undefined;
}
