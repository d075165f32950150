// Written from crates/app/src/wire; `npm run types` writes it again.
import type { BrandCard } from './BrandCard';
import type { Crop } from './Crop';
import type { DocumentCard } from './DocumentCard';
import type { DocumentDelta } from './DocumentDelta';
import type { DocumentView } from './DocumentView';
import type { Edit } from './Edit';
import type { EditDocument } from './EditDocument';
import type { ExportAs } from './ExportAs';
import type { ExportChoice } from './ExportChoice';
import type { Finding } from './Finding';
import type { FontPair } from './FontPair';
import type { FormatCard } from './FormatCard';
import type { FormatId } from './FormatId';
import type { Insets } from './Insets';
import type { Job } from './Job';
import type { JobPoint } from './JobPoint';
import type { JobState } from './JobState';
import type { JobStep } from './JobStep';
import type { Language } from './Language';
import type { Layout } from './Layout';
import type { NewBrand } from './NewBrand';
import type { NewDocument } from './NewDocument';
import type { Nothing } from './Nothing';
import type { OfBrand } from './OfBrand';
import type { OfDocument } from './OfDocument';
import type { OfJob } from './OfJob';
import type { Page } from './Page';
import type { PageId } from './PageId';
import type { Picture } from './Picture';
import type { Preferences } from './Preferences';
import type { Problem } from './Problem';
import type { Sample } from './Sample';
import type { SetPicture } from './SetPicture';
import type { Shape } from './Shape';
import type { Size } from './Size';
import type { StartExport } from './StartExport';
import type { Studio } from './Studio';
import type { Swatch } from './Swatch';
import type { Theme } from './Theme';
import type { Tile } from './Tile';

export type { BrandCard, Crop, DocumentCard, DocumentDelta, DocumentView, Edit, EditDocument, ExportAs, ExportChoice, Finding, FontPair, FormatCard, FormatId, Insets, Job, JobPoint, JobState, JobStep, Language, Layout, NewBrand, NewDocument, Nothing, OfBrand, OfDocument, OfJob, Page, PageId, Picture, Preferences, Problem, Sample, SetPicture, Shape, Size, StartExport, Studio, Swatch, Theme, Tile };

/** What the window may ask: the input and the output by name. */
export interface Commands {
  studio: [Nothing, Studio];
  savePreferences: [Preferences, null];
  openSample: [Nothing, Sample];
  createBrand: [NewBrand, BrandCard];
  documents: [OfBrand, Array<DocumentCard>];
  createDocument: [NewDocument, DocumentView];
  duplicateDocument: [OfDocument, DocumentCard];
  trashDocument: [OfDocument, null];
  restoreDocument: [OfDocument, null];
  openDocument: [OfDocument, DocumentView];
  edit: [EditDocument, DocumentDelta];
  undo: [OfDocument, DocumentDelta];
  redo: [OfDocument, DocumentDelta];
  setPicture: [SetPicture, DocumentDelta];
  outline: [OfDocument, string];
  startExport: [StartExport, Job];
  cancelJob: [OfJob, null];
  jobs: [Nothing, Array<Job>];
}
