import type { Face } from '../../../ipc/wire';
import type { MessageKey } from '../../../lib/words.svelte';

interface FaceAxis {
  part: keyof Pick<Face, 'weight' | 'strong' | 'width' | 'tracking' | 'leading' | 'scale'>;
  label: MessageKey;
  min: number;
  max: number;
  step: number;
  unit: string;
}

/** What is set of a face, within what looks like writing. */
export const AXES: readonly FaceAxis[] = [
  { part: 'weight', label: 'charter.face.weight', min: 100, max: 1000, step: 50, unit: '' },
  { part: 'strong', label: 'charter.face.strong', min: 100, max: 1000, step: 50, unit: '' },
  { part: 'width', label: 'charter.face.width', min: 50, max: 150, step: 1, unit: '\u202f%' },
  { part: 'tracking', label: 'charter.face.tracking', min: -0.08, max: 0.2, step: 0.002, unit: '' },
  { part: 'leading', label: 'charter.face.leading', min: 0.8, max: 2, step: 0.01, unit: '' },
  { part: 'scale', label: 'charter.face.scale', min: 0.7, max: 1.4, step: 0.01, unit: '' },
];
