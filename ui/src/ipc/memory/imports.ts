import type { ImportJob, Problem, Uuid } from '../wire';
import { apart, cardOf, noRights, type StoredAsset } from './asset';
import type { Assets } from './assets';

/** Milliseconds a file takes. */
const PACE = 40;
const READABLE = /\.(jpe?g|png|webp|svg|heic|tiff?|mp4)$/i;

/** Brings files in by their names alone, one at a time: nothing is read from a disk. */
export class Imports {
  readonly #assets: Assets;
  readonly #tell: (job: ImportJob) => void;
  readonly #jobs = new Map<Uuid, ImportJob>();

  constructor(assets: Assets, tell: (job: ImportJob) => void) {
    this.#assets = assets;
    this.#tell = tell;
  }

  start(brand: Uuid, paths: string[]): ImportJob {
    const job: ImportJob = {
      ...{ id: crypto.randomUUID(), brand, state: 'running', done: 0, total: paths.length },
      ...{ imported: 0, merged: 0, failed: [], near: [], secondsLeft: null },
    };
    this.#jobs.set(job.id, job);
    setTimeout(() => this.#advance(job.id, paths), PACE);
    return job;
  }

  cancel(id: Uuid): null {
    const job = this.#jobs.get(id);
    if (job?.state === 'running') this.#update({ ...job, state: 'cancelled', secondsLeft: null });
    return null;
  }

  #advance(id: Uuid, paths: string[]): void {
    const job = this.#jobs.get(id);
    if (job?.state !== 'running') return;
    const path = paths[job.done];
    if (path === undefined) return this.#update({ ...job, state: 'done', secondsLeft: 0 });
    const left = job.total - job.done - 1;
    this.#update({ ...this.#taken(job, path), done: job.done + 1, secondsLeft: Math.ceil((left * PACE) / 1000) });
    setTimeout(() => this.#advance(id, paths), PACE);
  }

  #taken(job: ImportJob, path: string): ImportJob {
    const name = path.split('/').at(-1) ?? path;
    if (!READABLE.test(name)) return { ...job, failed: [...job.failed, unreadable(path)] };
    const own = this.#assets.all.filter(({ brand }) => brand === job.brand);
    if (own.some((asset) => asset.name === name)) return { ...job, merged: job.merged + 1 };
    const asset = arrived(job.brand, name);
    this.#assets.add(asset);
    const like = own.find((other) => apart(other, asset) < 4);
    const near = like ? [...job.near, { asset: cardOf(asset, 0), like: cardOf(like, 0) }] : job.near;
    return { ...job, imported: job.imported + 1, near };
  }

  #update(job: ImportJob): void {
    this.#jobs.set(job.id, job);
    this.#tell(structuredClone(job));
  }
}

function unreadable(path: string): Problem {
  return { code: 'unknownPictureFormat', parameters: { path } };
}

const COLOURS = ['#3e78b8', '#df8a3c', '#c6b9ac', '#8258a6', '#232321'];

/** The same for the same name. */
function colourOf(name: string): string {
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return COLOURS[sum % COLOURS.length]!;
}

function arrived(brand: Uuid, name: string): StoredAsset {
  const color = colourOf(name);
  const paper = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><rect width="4" height="5" fill="${color}"/></svg>`;
  return {
    ...{ id: crypto.randomUUID(), brand, name, kind: 'photo', format: 'jpeg', width: 1600, height: 2000, color },
    ...{ picked: false, rating: 0, focusX: 0.5, focusY: 0.5, created: Date.now(), trashed: null, stamp: '1' },
    ...{ bytes: 2_400_000, taken: null, alt: '', notes: '', tags: [], collections: [], rights: noRights, consents: [] },
    tone: 'grey',
    url: `data:image/svg+xml,${encodeURIComponent(paper)}`,
  };
}
