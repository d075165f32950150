import type { FormatCard } from '../ipc/wire';

/** Width over height of a format; 4:5, the commonest, for one this version does not know. */
export function ratioOf(formats: readonly FormatCard[], id: string): number {
  const size = formats.find((format) => format.id === id)?.size;
  return size ? size.width / size.height : 4 / 5;
}
