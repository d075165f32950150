import type { BackupCard, CheckReport } from '../wire';

const DAY = 86_400_000;
const WEIGHT = 48_000_000;

/** Backups that hold nothing: their names, dates and reasons. */
export class Backups {
  all: BackupCard[] = [card('scheduled', Date.now() - DAY), card('scheduled', Date.now() - 2 * DAY)];

  make(): BackupCard {
    const made = card('asked', Date.now());
    this.all = [made, ...this.all];
    return made;
  }

  restore(name: string): null {
    if (!this.all.some((backup) => backup.name === name)) throw { code: 'notFound', parameters: {} };
    this.all = [card('restore', Date.now()), ...this.all];
    return null;
  }

  check(assets: number): CheckReport {
    return { assets, blobs: assets, problems: [] };
  }
}

function card(reason: string, at: number): BackupCard {
  return { name: `library-${new Date(at).toISOString()}.db`, at, bytes: WEIGHT, reason };
}
