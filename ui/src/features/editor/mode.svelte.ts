import { tick, untrack } from 'svelte';
import { prefersReducedMotion } from 'svelte/motion';
import type { Mode } from './view.svelte';

/** The mode on screen, which follows the wanted one in a single movement of the chosen frame where the engine can. */
export class ModeChange {
  shown = $state<Mode>('view');

  constructor(readonly wanted: () => Mode) {
    this.shown = wanted();
  }

  follow(): void {
    const wanted = this.wanted();
    untrack(() => {
      if (wanted !== this.shown) this.#change(wanted);
    });
  }

  #change(mode: Mode): void {
    const show = () => {
      this.shown = mode;
      return tick();
    };
    if (prefersReducedMotion.current || !('startViewTransition' in document)) void show();
    // A movement cut short by the next one rejects `ready`; the mode is shown all the same.
    else document.startViewTransition(show).ready.catch(() => undefined);
  }
}
