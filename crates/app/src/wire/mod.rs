//!
//! The TypeScript in `ui/src/ipc/generated` is written from these types by `cargo test -p planche-app`; a difference
//! fails the tests. Nothing inside the core uses these shapes.

mod asset;
mod brand;
mod charter;
mod command;
mod document;
mod export;
mod import;
mod input;
mod problem;
mod storage;
mod studio;

pub use asset::{
    AssetCard, AssetFacets, AssetPage, AssetUse, AssetView, AssetsChanged, ChangeAssets, CollectionCard, CountAssets,
    FindAssets, FrameCount, KindCount, OfAsset, OfAssets, OfCollection, OfConsent, ReplaceAsset, SaveCollection,
    SaveConsent, StandingCount, TagCard, ToneCount,
};
pub use brand::{BrandCard, ExportBrand, ImportBrand, NewBrand, Swatch, Tile};
pub use charter::{
    AddBrandFile, ApplyCharter, AskProof, CharterChange, CharterImpact, CharterKind, CharterVersion, CharterView,
    Contrast, ExportCharter, LeftOut, OfVersion, PaletteProposal, ProofPage, ReadPalette, SaveCharter,
};
pub use command::{call, write_types};
pub(crate) use command::{read, write};
pub use document::{
    DocumentCard, DocumentDelta, DocumentView, Finding, OfFinding, Page, Picture, WaiveFinding, Waived,
};
pub use export::{ExportAs, ExportChoice, Job, JobPoint, JobState, JobStep};
pub use import::{ImportJob, NearPair, PasteFiles, StartImport};
pub use input::{EditDocument, NewDocument, Nothing, OfBrand, OfDocument, OfJob, SetPicture, StartExport};
pub use planche_model::{Edit, asset::Consent};
pub use problem::Problem;
pub use storage::{BackupCard, CheckReport, OfBackup};
pub use studio::{Crop, FontPair, FormatCard, Insets, Language, Preferences, Sample, Size, Studio, Theme};
