import type { ImportJob } from '../../../ipc/wire';
import { t } from '../../../lib/words.svelte';

/** "17 sur 22 fichiers, encore 6 s". */
export function runningWords({ done, total, secondsLeft }: ImportJob): string {
  if (total === 0) return t('library.import.counting');
  if (secondsLeft === null) return t('library.import.count', { done, total });
  return t('library.import.countLeft', { done, total, seconds: secondsLeft });
}

/** "18 médias importés, 3 déjà là, 1 refusé." Only what there is to say. */
export function endWords({ state, imported, merged, failed, near }: ImportJob): string {
  const parts = [
    t('library.import.imported', { count: imported }),
    merged > 0 ? t('library.import.merged', { count: merged }) : '',
    failed.length > 0 ? t('library.import.failed', { count: failed.length }) : '',
    near.length > 0 ? t('library.import.near', { count: near.length }) : '',
  ];
  const words = parts.filter(Boolean).join(', ');
  if (state === 'cancelled') return t('library.import.cancelled', { words });
  return state === 'failed' ? t('library.import.stopped', { words }) : words;
}
