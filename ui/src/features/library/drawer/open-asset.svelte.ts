import type { Backend } from '../../../ipc/backend';
import type { AssetView, Problem, Uuid } from '../../../ipc/wire';
import { asProblem } from '../../../lib/problem';

/** The file under the hand with all that is known of it: the latest asked for wins. */
export class OpenAsset {
  view = $state.raw<AssetView | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly #backend: Backend;
  #asked: Uuid | null = null;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async read(asset: Uuid): Promise<void> {
    this.#asked = asset;
    try {
      const view = await this.#backend.call('asset', { asset });
      if (this.#asked !== asset) return;
      this.view = view;
      this.problem = null;
    } catch (reason) {
      if (this.#asked === asset) this.problem = asProblem(reason);
    }
  }
}
