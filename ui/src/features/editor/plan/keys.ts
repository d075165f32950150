import type { Page, Uuid } from '../../../ipc/wire';
import { onMac } from '../../../lib/shortcut';
import type { Desk } from '../desk.svelte';
import type { Caret } from '../editing.svelte';
import { neighbour } from '../selection.svelte';
import type { TextField } from '../typing';

/** What a key does in a field of the plan; `null` leaves it to the field. */
export type PlanKey = 'insert' | 'body' | 'removeEmpty' | 'layout' | 'leave' | 'earlier' | 'later';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

export function readKey(
  press: Press,
  field: TextField,
  page: { title: string; body: string },
  mac = onMac(),
): PlanKey | null {
  if (press.isComposing) return null;
  const empty = page[field] === '';
  const command = mac ? press.metaKey : press.ctrlKey;
  if (press.key === 'Enter') return command ? 'insert' : field === 'title' && !press.shiftKey ? 'body' : null;
  if (press.altKey && press.key === 'ArrowUp') return 'earlier';
  if (press.altKey && press.key === 'ArrowDown') return 'later';
  if (press.key === 'Backspace' && !page.title && !page.body) return 'removeEmpty';
  if (press.key === '/' && empty) return 'layout';
  return press.key === 'Escape' ? 'leave' : null;
}

export function planKey(event: KeyboardEvent, desk: Desk, page: Page, field: TextField): void {
  const { editing } = desk;
  const texts = { title: editing.text(page, 'title'), body: editing.text(page, 'body') };
  const key = readKey(event, field, texts);
  if (!key) return;
  event.preventDefault();
  event.stopPropagation();
  act(
    key,
    desk,
    { page: page.id, field, at: (event.currentTarget as HTMLTextAreaElement).selectionStart },
    event.currentTarget as HTMLElement,
  );
}

function act(key: PlanKey, desk: Desk, caret: Caret, area: HTMLElement): void {
  const { editing } = desk;
  const { page } = caret;
  // A field that moves in the page loses the caret: it is given back where it stood.
  const move = (step: 1 | -1) => void editing.step(page, step).then(() => (editing.caret = caret));
  const acts: Record<PlanKey, () => void> = {
    insert: () => void editing.insertAfter(page),
    body: () => (editing.caret = { page, field: 'body' }),
    removeEmpty: () => void removeEmpty(desk, page),
    layout: () => (desk.layoutMenu = page),
    leave: () => area.closest<HTMLElement>('[data-plan-page]')?.focus(),
    earlier: () => move(-1),
    later: () => move(1),
  };
  acts[key]();
}

/** The only page stays: there is no page before it to go back to. */
async function removeEmpty({ editing }: Desk, page: Uuid): Promise<void> {
  if (editing.document.order.length > 1) await editing.remove(page, { back: true });
}

/** Keys on a page of the plan once its fields are left: the list is walked with arrows. */
export function listKey(event: KeyboardEvent, desk: Desk, page: Page): void {
  if (event.target !== event.currentTarget) return;
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  const block = event.currentTarget as HTMLElement;
  if (step !== 0 && event.altKey) void desk.editing.step(page.id, step).then(() => block.focus());
  else if (step !== 0) walk(desk, page, step, block);
  else if (event.key === 'Enter') desk.editing.caret = { page: page.id, field: 'title' };
  else if (event.key === '/') desk.layoutMenu = page.id;
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function walk({ editing }: Desk, page: Page, step: number, block: HTMLElement): void {
  const next = neighbour(editing.document.order, page.id, step);
  if (!next) return;
  editing.selection.select(next);
  block.parentElement?.querySelector<HTMLElement>(`[data-plan-page="${next}"]`)?.focus();
}
