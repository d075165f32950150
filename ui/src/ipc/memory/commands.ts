import type { Commands } from '../backend';
import type { Jobs } from './jobs';
import type { Library } from './library';
import { formats } from './samples';

/** One handler a command. */
export type Handlers = {
  [N in keyof Commands]: (input: Commands[N][0]) => Commands[N][1] | Promise<Commands[N][1]>;
};

export function commands(library: Library, jobs: Jobs): Handlers {
  return {
    studio: () => library.studio(),
    savePreferences: (preferences) => {
      library.preferences = preferences;
      return null;
    },
    openSample: () => {
      const document = library.installSamples();
      return { studio: library.studio(), document };
    },
    createBrand: (brand) => library.createBrand(brand),
    documents: ({ brand }) => library.cards(brand),
    createDocument: ({ brand, title, outline }) => library.create(brand, title, outline).view(),
    duplicateDocument: ({ document }) => library.duplicate(document),
    trashDocument: ({ document }) => library.trash(document, true),
    restoreDocument: ({ document }) => library.trash(document, false),
    openDocument: ({ document }) => library.document(document).view(),
    edit: ({ document, edit }) => library.document(document).edit(edit),
    undo: ({ document }) => library.document(document).undo(),
    redo: ({ document }) => library.document(document).redo(),
    setPicture: ({ document, page, path }) => library.document(document).setPicture(page, path),
    outline: ({ document }) => library.document(document).outline(),
    startExport: ({ document, choices, as, folder }) => {
      const gathered = (id: string) =>
        as === 'pdf' || (formats.find((format) => format.id === id)?.isDocument ?? false);
      return jobs.start(document, choices, folder, gathered);
    },
    cancelJob: ({ job }) => jobs.cancel(job),
    jobs: () => jobs.all,
  };
}
