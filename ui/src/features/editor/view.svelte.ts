import { COLUMN, zoomColumn, zoomScale } from './zoom';

export type Mode = 'view' | 'sheet';

/** Widths of the plan, CSS px. */
export const PLAN = { least: 200, most: 480 };
const KEYS = { plan: 'editor.plan', folded: 'editor.plan.folded', column: 'editor.column', sheet: 'editor.sheet' };

/** How the person looks at the document; nothing of it is part of the document. */
export class EditorView {
  mode = $state<Mode>('view');
  /** The format that is looked at, not the master. */
  format = $state('');
  safeZones = $state(false);
  /** Scale of the single view, CSS px a nominal px; `null` fits the page in the scene. */
  scale = $state<number | null>(null);
  /** The scale in use: `scale`, or what fits now. */
  shownScale = $state(0.3);
  /** Width of a sheet column, CSS px. */
  column = $state(COLUMN.usual);
  /** Width of the plan, CSS px; `null` until the person drags it. */
  planWidth = $state<number | null>(null);
  #folded = $state({ view: false, sheet: true });

  constructor(panels: Record<string, number>, format: string) {
    this.format = format;
    this.mode = panels[KEYS.sheet] ? 'sheet' : 'view';
    this.column = panels[KEYS.column] ?? COLUMN.usual;
    this.planWidth = panels[KEYS.plan] ?? null;
    this.#folded.view = Boolean(panels[KEYS.folded]);
  }

  /** What is remembered of it, for `preferences.panels`. */
  get panels(): Record<string, number> {
    const plan = this.planWidth === null ? {} : { [KEYS.plan]: this.planWidth };
    const folded = { [KEYS.folded]: Number(this.#folded.view), [KEYS.sheet]: Number(this.mode === 'sheet') };
    return { ...plan, ...folded, [KEYS.column]: this.column };
  }

  /** Each way of looking folds the plan on its own: the sheet needs the room, the single view does not. */
  get planFolded(): boolean {
    return this.#folded[this.mode];
  }

  foldPlan(): void {
    this.#folded[this.mode] = !this.#folded[this.mode];
  }

  resizePlan(width: number): void {
    this.planWidth = Math.round(Math.min(PLAN.most, Math.max(PLAN.least, width)));
  }

  /** `steps` of 0 goes back to the usual size. */
  zoom(steps: number): void {
    if (this.mode === 'sheet') this.column = steps === 0 ? COLUMN.usual : zoomColumn(this.column, steps);
    else this.scale = steps === 0 ? null : zoomScale(this.shownScale, steps);
  }

  stepFormat(formats: readonly string[], step: number): void {
    const place = Math.max(0, formats.indexOf(this.format));
    this.format = formats[Math.min(formats.length - 1, Math.max(0, place + step))] ?? this.format;
  }
}
