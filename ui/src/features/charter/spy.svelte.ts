import { anchor, sections, type SectionId } from './sections';

/** How far under the top edge a section counts as the one being read, CSS px. */
const READING = 120;

/** The section being read in a column that scrolls, and the way to another. */
export class SectionSpy {
  current = $state<SectionId>('colors');
  #column: HTMLElement | null = null;

  /** Follows the column it is attached to. */
  readonly follow = (column: HTMLElement) => {
    this.#column = column;
    const look = () => (this.current = this.#read(column));
    column.addEventListener('scroll', look, { passive: true });
    return () => {
      column.removeEventListener('scroll', look);
      this.#column = null;
    };
  };

  /** Brings a section to the top, and the reader with it. */
  go(id: SectionId): void {
    const section = document.getElementById(anchor(id));
    if (!section || !this.#column) return;
    this.#column.scrollTop = section.offsetTop;
    section.focus({ preventScroll: true });
    this.current = id;
  }

  #read(column: HTMLElement): SectionId {
    const atEnd = column.scrollTop + column.clientHeight >= column.scrollHeight - 2;
    const tops = sections.map(({ id }) => document.getElementById(anchor(id))?.offsetTop ?? 0);
    return sections[sectionAt(tops, column.scrollTop, atEnd)]!.id;
  }
}

/** Which of the sections that begin at `tops` is read when the column is scrolled by `scroll`. */
export function sectionAt(tops: readonly number[], scroll: number, atEnd: boolean): number {
  if (atEnd && scroll > 0) return tops.length - 1;
  return Math.max(
    0,
    tops.findLastIndex((top) => top <= scroll + READING),
  );
}
