import { contrast, readableOn } from '../../../lib/colour';
import type { Colors } from '../../../ipc/wire';

/** What to write in on a colour: the brand's own ink or ground, unless neither can be read there (WCAG 2.2, 1.4.3). */
export function inkOn({ ink, ground }: Colors, color: string): string {
  const own = readableOn(color, [ink.value, ground.value]);
  return contrast(own, color) >= 4.5 ? own : readableOn(color, ['#171716', '#ffffff']);
}
