import type { DocumentCard, DocumentDelta, DocumentView, Edit, Finding, Page, Uuid } from '../wire';
import { infer, read, write, type Draft } from './outline';

interface Sheet extends Draft {
  id: Uuid;
  stamp: string;
}

/** Everything an edit can change; snapshots of it are the history. */
interface State {
  title: string;
  master: string;
  template: string | null;
  formats: string[];
  sheets: Sheet[];
}

/** A picture of the library to show, and the path it is written with when it is not by its id. */
export interface ShownPicture {
  asset: Uuid;
  name: string;
  source?: string;
}

/** Words each layout holds comfortably. */
const BUDGET: Record<string, number> = { cover: 12, point: 40, list: 48, quote: 30, number: 24, call: 24 };

/** One creation: its pages, its history by whole snapshots. */
export class MemoryDocument {
  readonly id: Uuid = crypto.randomUUID();
  trashed = false;
  /** What the checks say: a test writes it. */
  findings: Finding[] = [];
  #waivers = new Map<string, string>();
  published = false;
  changed = new Date();
  #revision = 1;
  #stamps = 0;
  #state: State;
  #past: State[] = [];
  #future: State[] = [];

  constructor(
    readonly brand: Uuid,
    title: string,
    outline: string,
    formats: string[],
  ) {
    this.#state = { title, master: formats[0] ?? '', template: null, formats, sheets: this.#sheets(outline || '# ') };
  }

  card(): DocumentCard {
    const { title, master, formats, sheets } = this.#state;
    const first = sheets[0];
    return {
      id: this.id,
      brand: this.brand,
      title,
      pageCount: sheets.length,
      firstPage: first?.id ?? null,
      firstStamp: first?.stamp ?? '',
      master,
      formats,
      changed: this.changed.toISOString(),
      published: this.published,
    };
  }

  view(): DocumentView {
    const { order, document, focus, ...rest } = this.#delta(null);
    return { ...rest, id: document, brand: this.brand };
  }

  outline(): string {
    return write(this.#state.title, this.#state.sheets);
  }

  edit(edit: Edit): DocumentDelta {
    const [state, focus] = this.#applied(edit, structuredClone(this.#state));
    return this.#commit(state, focus);
  }

  setPicture(page: Uuid, { asset, name, source = `asset:${asset}` }: ShownPicture): DocumentDelta {
    const state = structuredClone(this.#state);
    const sheet = this.#find(state, page);
    const alt = sheet.picture?.alt ?? '';
    sheet.picture = { asset, source, name, alt, focusX: 0.5, focusY: 0.5, missing: false };
    return this.#commit(state, page);
  }

  fix(key: string): DocumentDelta {
    this.findings = this.findings.filter((finding) => finding.key !== key);
    return this.#commit(structuredClone(this.#state), null);
  }

  waive(key: string, reason: string | null): DocumentDelta {
    if (reason === null) this.#waivers.delete(key);
    else this.#waivers.set(key, reason);
    return this.#delta(null);
  }

  undo(): DocumentDelta {
    return this.#travel(this.#past, this.#future);
  }

  redo(): DocumentDelta {
    return this.#travel(this.#future, this.#past);
  }

  #travel(from: State[], to: State[]): DocumentDelta {
    const state = from.pop();
    if (!state) return this.#delta(null);
    const before = this.#state;
    to.push(before);
    this.#state = state;
    this.#touch();
    const moved = state.sheets.find((sheet) => before.sheets.find((old) => old.id === sheet.id)?.stamp !== sheet.stamp);
    return this.#delta(moved?.id ?? null);
  }

  #commit(state: State, focus: Uuid | null): DocumentDelta {
    this.#past.push(this.#state);
    this.#future = [];
    this.#state = state;
    const sheet = state.sheets.find((candidate) => candidate.id === focus);
    if (sheet) sheet.stamp = this.#stamp();
    this.#touch();
    return this.#delta(focus);
  }

  #applied(edit: Edit, state: State): [State, Uuid | null] {
    switch (edit.kind) {
      case 'rename':
        return [{ ...state, title: edit.title }, null];
      case 'setFormats':
        return [{ ...state, formats: edit.formats, master: edit.master }, null];
      case 'setTemplate':
        return [{ ...state, template: edit.template }, null];
      case 'insertPage':
        return this.#inserted(state, edit.after, this.#sheets('# '));
      case 'duplicatePage':
        return this.#inserted(state, edit.page, [{ ...this.#find(state, edit.page), id: crypto.randomUUID() }]);
      case 'movePage':
        return this.#moved(state, edit.page, edit.after);
      case 'removePage':
        return [{ ...state, sheets: state.sheets.filter((sheet) => sheet.id !== edit.page) }, null];
      case 'writeBody':
        return this.#written(state, edit.page, edit.text);
      default:
        this.#change(this.#find(state, edit.page), edit);
        return [state, edit.page];
    }
  }

  #change(sheet: Sheet, edit: Edit): void {
    if (edit.kind === 'writeTitle') sheet.title = edit.text;
    if (edit.kind === 'setLayout') sheet.layout = edit.layout;
    if (edit.kind === 'removePicture') sheet.picture = null;
    if (edit.kind === 'describePicture' && sheet.picture) sheet.picture.alt = edit.alt;
    if (edit.kind === 'focusPicture' && sheet.picture) Object.assign(sheet.picture, { focusX: edit.x, focusY: edit.y });
  }

  /** A `# …` line in a body opens new pages after it. */
  #written(state: State, page: Uuid, text: string): [State, Uuid | null] {
    const opens = /^#\s/m.exec(text);
    const sheet = this.#find(state, page);
    sheet.body = (opens ? text.slice(0, opens.index) : text).trim();
    if (!opens) return [state, page];
    return this.#inserted(state, page, this.#sheets(text.slice(opens.index)));
  }

  #inserted(state: State, after: Uuid | null, sheets: Sheet[]): [State, Uuid | null] {
    const at = after === null ? 0 : state.sheets.findIndex((sheet) => sheet.id === after) + 1;
    return [{ ...state, sheets: state.sheets.toSpliced(at, 0, ...sheets) }, sheets[0]?.id ?? null];
  }

  #moved(state: State, page: Uuid, after: Uuid | null): [State, Uuid | null] {
    const sheet = this.#find(state, page);
    const others = { ...state, sheets: state.sheets.filter((other) => other.id !== page) };
    return this.#inserted(others, after, [sheet]);
  }

  #delta(focus: Uuid | null): DocumentDelta {
    const { title, master, template, formats, sheets } = this.#state;
    return {
      document: this.id,
      revision: this.#revision,
      title,
      master,
      template,
      formats,
      order: sheets.map((sheet) => sheet.id),
      pages: sheets.map((sheet, index) => page(sheet, index, sheets.length)),
      findings: this.findings.filter(({ key }) => !this.#waivers.has(key)),
      waived: this.findings.flatMap((finding) => {
        const reason = this.#waivers.get(finding.key);
        return reason === undefined ? [] : [{ finding, reason }];
      }),
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
      focus,
    };
  }

  #find(state: State, id: Uuid): Sheet {
    const sheet = state.sheets.find((candidate) => candidate.id === id);
    if (!sheet) throw { code: 'notFound', parameters: {} };
    return sheet;
  }

  #sheets(outline: string): Sheet[] {
    return read(outline).map((draft) => ({ ...draft, id: crypto.randomUUID(), stamp: this.#stamp() }));
  }

  #stamp(): string {
    return `${this.id.slice(0, 8)}-${++this.#stamps}`;
  }

  #touch(): void {
    this.#revision += 1;
    this.changed = new Date();
  }
}

function page(sheet: Sheet, index: number, count: number): Page {
  const { id, title, body, picture, stamp } = sheet;
  const layout = sheet.layout ?? infer(sheet, index, count);
  const words = `${title} ${body}`.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
  const chosen = sheet.layout !== null;
  return { id, number: index + 1, layout, chosen, title, body, picture, words, budget: BUDGET[layout] ?? 40, stamp };
}
