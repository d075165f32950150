import type { Backend } from '../../ipc/backend';
import type { BrandCard, NewBrand, Problem } from '../../ipc/wire';
import { asProblem, wording } from '../../lib/problem';

export type BrandField = 'name' | 'primary' | 'secondary' | 'logo';

/** The brand being described, and what Rust said was wrong with it. Nothing typed is ever lost to an error. */
export class BrandForm {
  name = $state('');
  tagline = $state('');
  primary = $state('#1f3b36');
  secondary = $state('#e9e1d6');
  /** Path of the file; null: initials. */
  logo = $state<string | null>(null);
  fontPair = $state('');
  saving = $state(false);
  #problem = $state.raw<Problem | null>(null);
  #refused = $state.raw<BrandField | null>(null);

  constructor(fontPair: string) {
    this.fontPair = fontPair;
  }

  /** The problem, when it belongs to no field. */
  get problem(): Problem | null {
    return this.#refused ? null : this.#problem;
  }

  /** What is wrong with `field`, in words; empty when nothing is. */
  errorOf(field: BrandField): string {
    if (!this.#problem || this.#refused !== field) return '';
    const { what, hint } = wording(this.#problem);
    return [what, hint].filter(Boolean).join(' ');
  }

  /** The brand once created; null when it was refused, and the form then says why. */
  async save(backend: Backend): Promise<BrandCard | null> {
    if (this.saving) return null;
    this.saving = true;
    try {
      return await backend.call('createBrand', this.#brand());
    } catch (reason) {
      this.#refuse(asProblem(reason));
      return null;
    } finally {
      this.saving = false;
    }
  }

  #brand(): NewBrand {
    const { name, tagline, primary, secondary, logo, fontPair } = this;
    return { name: name.trim(), tagline: tagline.trim(), primary, secondary, logo, fontPair };
  }

  #refuse(problem: Problem): void {
    this.#problem = problem;
    this.#refused = this.#fieldOf(problem);
  }

  #fieldOf({ code, parameters }: Problem): BrandField | null {
    if (code === 'emptyName') return 'name';
    if (code === 'badLogo') return 'logo';
    if (code === 'badColour') return parameters['value'] === this.secondary ? 'secondary' : 'primary';
    return null;
  }
}
