import type { Treatment } from '../../../ipc/wire';
import type { MessageKey } from '../../../lib/words.svelte';

type Quantity = keyof Omit<Treatment, 'duotone'>;

/** What is set by feel, and the most it can be. */
export const QUANTITIES: readonly { part: Quantity; label: MessageKey; max: number }[] = [
  { part: 'brightness', label: 'charter.brightness', max: 2 },
  { part: 'contrast', label: 'charter.contrasts', max: 2 },
  { part: 'saturation', label: 'charter.saturation', max: 2 },
  { part: 'blur', label: 'charter.blur', max: 0.1 },
  { part: 'grain', label: 'charter.grain', max: 0.5 },
];

/** Photographs as they are. */
export const plain: Treatment = { blur: 0, brightness: 1, contrast: 1, saturation: 1, duotone: null, grain: 0 };

export function isPlain(treatment: Treatment): boolean {
  return treatment.duotone === null && QUANTITIES.every(({ part }) => treatment[part] === plain[part]);
}
