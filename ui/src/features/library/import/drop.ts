import type { Backend } from '../../../ipc/backend';

/** Takes in files and folders dropped from the desktop; `over` hears whether some are above the window. */
export function takeDrops(
  backend: Backend,
  over: (inside: boolean) => void,
  take: (paths: string[]) => void,
): () => void {
  return backend.onFileDrop(({ kind, paths }) => {
    over(kind === 'over');
    if (kind === 'drop' && paths.length > 0) take(paths);
  });
}
