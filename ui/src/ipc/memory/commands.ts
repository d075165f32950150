import type { Commands } from '../backend';
import type { Assets } from './assets';
import type { Backups } from './backups';
import type { Charters } from './charters';
import type { Imports } from './imports';
import type { Jobs } from './jobs';
import type { Library } from './library';
import { formats } from './samples';

/** One handler a command. */
export type Handlers = {
  [N in keyof Commands]: (input: Commands[N][0]) => Commands[N][1] | Promise<Commands[N][1]>;
};

/** What the commands work on. */
export interface Studio {
  library: Library;
  jobs: Jobs;
  assets: Assets;
  charters: Charters;
  imports: Imports;
  backups: Backups;
}

export function commands(studio: Studio): Handlers {
  return { ...creating(studio), ...looking(studio), ...changing(studio), ...keeping(studio), ...styling(studio) };
}

function creating({ library, jobs, assets }: Studio) {
  return {
    studio: () => library.studio(),
    savePreferences: (preferences) => {
      library.preferences = preferences;
      return null;
    },
    openSample: () => {
      const document = library.installSamples();
      assets.addSamples(400);
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
    fixFinding: ({ document, key }) => library.document(document).fix(key),
    waiveFinding: ({ document, key, reason }) => library.document(document).waive(key, reason),
    unwaiveFinding: ({ document, key }) => library.document(document).waive(key, null),
    redo: ({ document }) => library.document(document).redo(),
    setPicture: ({ document, page, path, asset }) => {
      const shown = asset
        ? { asset, name: assets.name(asset) }
        : { asset: crypto.randomUUID(), name: path!.split('/').at(-1)!, source: path! };
      return library.document(document).setPicture(page, shown);
    },
    outline: ({ document }) => library.document(document).outline(),
    startExport: ({ document, choices, as, folder }) => {
      const gathered = (id: string) =>
        as === 'pdf' || (formats.find((format) => format.id === id)?.isDocument ?? false);
      return jobs.start(document, choices, folder, gathered);
    },
    cancelJob: ({ job }) => jobs.cancel(job),
    jobs: () => jobs.all,
  } satisfies Partial<Handlers>;
}

function looking({ assets }: Studio) {
  return {
    findAssets: ({ brand, query, after, limit }) => assets.find(brand, query, after, limit),
    assetFacets: ({ brand, query }) => assets.facets(brand, query),
    asset: ({ asset }) => assets.view(asset),
  } satisfies Partial<Handlers>;
}

function changing({ assets, imports }: Studio) {
  return {
    changeAssets: ({ assets: ids, change }) => assets.change(ids, change),
    undoAssets: () => assets.undo(),
    trashAssets: ({ assets: ids }) => assets.trash(ids, true),
    restoreAssets: ({ assets: ids }) => assets.trash(ids, false),
    saveCollection: ({ brand, collection, name, query }) => assets.saveCollection(brand, collection, name, query),
    deleteCollection: ({ collection }) => assets.deleteCollection(collection),
    saveConsent: ({ assets: ids, consent, attach }) => assets.saveConsent(ids, consent, attach),
    openConsentFile: ({ consent }) => assets.openConsentFile(consent),
    withdrawConsent: ({ consent }) => assets.withdrawConsent(consent),
    replaceAsset: ({ asset, by }) => assets.replaceAsset(asset, by),
    startImport: ({ brand, paths }) => imports.start(brand, paths),
    pasteFiles: ({ brand, name }) => imports.start(brand, [`/copied/${name}.png`]),
    resumeImports: () => [],
    cancelImport: ({ job }) => imports.cancel(job),
  } satisfies Partial<Handlers>;
}

function keeping({ assets, backups }: Studio) {
  return {
    backups: () => backups.all,
    backUp: () => backups.make(),
    restoreBackup: ({ name }) => backups.restore(name),
    verify: () => backups.check(assets.all.length),
  } satisfies Partial<Handlers>;
}

function styling({ library, charters, assets }: Studio) {
  return {
    charter: ({ brand }) => charters.view(brand),
    saveCharter: ({ brand, charter }) => charters.save(brand, charter),
    discardCharter: ({ brand }) => charters.discard(brand),
    charterImpact: ({ brand }) => charters.impact(brand),
    applyCharter: ({ brand, name }) => charters.apply(brand, name),
    compareCharter: ({ brand, number }) => charters.compare(brand, number),
    restoreCharter: ({ brand, number }) => charters.restore(brand, number),
    proof: ({ brand, turn }) => charters.proof(brand, turn),
    addBrandFile: ({ brand, path }) => charters.addFile(brand, path),
    duplicateBrand: ({ brand }) => charters.duplicate(brand),
    importBrand: () => charters.duplicate(library.brands[0]!.id),
    readPalette: ({ brand, path, asset }) => charters.readPalette(brand, asset ? assets.name(asset) : path),
    exportCharter: ({ brand, folder, kinds }) => charters.export(brand, folder, kinds),
    publishDocument: ({ document }) => library.publish(document, true),
    unpublishDocument: ({ document }) => library.publish(document, false),
  } satisfies Partial<Handlers>;
}
