use std::{fmt::Write as _, path::Path};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::{Config, ExportError, TS};

use super::*;

/// The one list of commands: a name on the wire, the method that answers, what goes in and what comes out.
macro_rules! commands {
    ($($name:literal $method:ident: $input:ty => $output:ty;)+) => {
        /// Answers a call by name.
        ///
        /// # Errors
        /// The command's own problem, `unknownCommand`, or `badInput` when the input has another shape.
        pub fn call(studio: &crate::Studio, name: &str, input: Value) -> Result<Value, Problem> {
            match name {
                $($name => {
                    let output: $output = studio.$method(read::<$input>(input)?)?;
                    write(&output)
                })+
                _ => Err(Problem::new("unknownCommand").with("name", name)),
            }
        }

        /// Writes the TypeScript of every command and of all that they carry into `folder`.
        ///
        /// # Errors
        /// The folder cannot be written.
        pub fn write_types(folder: &Path) -> Result<(), ExportError> {
            let config = Config::new().with_out_dir(folder);
            $(export::<$input>(&config)?; export::<$output>(&config)?;)+
            // Inside lists and errors, where the list of commands does not show them.
            export::<DocumentCard>(&config)?;
            export::<ProofPage>(&config)?;
            export::<Problem>(&config)?;
            export::<Job>(&config)?;
            export::<AssetsChanged>(&config)?;
            let mut commands = String::new();
            $(line(&mut commands, $name, &<$input>::name(&config), &<$output>::name(&config));)+
            write_index(folder, &commands)
        }
    };
}

commands! {
    "studio" overview: Nothing => Studio;
    "savePreferences" save_preferences: Preferences => ();
    "openSample" open_sample: Nothing => Sample;
    "createBrand" create_brand: NewBrand => BrandCard;
    "charter" charter: OfBrand => CharterView;
    "saveCharter" save_charter: SaveCharter => CharterView;
    "discardCharter" discard_charter: OfBrand => CharterView;
    "charterImpact" charter_impact: OfBrand => CharterImpact;
    "applyCharter" apply_charter: ApplyCharter => CharterView;
    "compareCharter" compare_charter: OfVersion => Vec<CharterChange>;
    "restoreCharter" restore_charter: OfVersion => CharterView;
    "proof" proof: AskProof => Vec<ProofPage>;
    "addBrandFile" add_brand_file: AddBrandFile => String;
    "readPalette" read_palette: ReadPalette => PaletteProposal;
    "exportCharter" export_charter: ExportCharter => Vec<String>;
    "duplicateBrand" duplicate_brand: OfBrand => BrandCard;
    "importBrand" import_brand: ImportBrand => BrandCard;
    "publishDocument" publish_document: OfDocument => ();
    "unpublishDocument" unpublish_document: OfDocument => ();
    "documents" documents: OfBrand => Vec<DocumentCard>;
    "createDocument" create_document: NewDocument => DocumentView;
    "duplicateDocument" duplicate_document: OfDocument => DocumentCard;
    "trashDocument" trash_document: OfDocument => ();
    "restoreDocument" restore_document: OfDocument => ();
    "openDocument" open_document: OfDocument => DocumentView;
    "edit" edit: EditDocument => DocumentDelta;
    "undo" undo: OfDocument => DocumentDelta;
    "redo" redo: OfDocument => DocumentDelta;
    "fixFinding" fix_finding: OfFinding => DocumentDelta;
    "waiveFinding" waive_finding: WaiveFinding => DocumentDelta;
    "unwaiveFinding" unwaive_finding: OfFinding => DocumentDelta;
    "setPicture" set_picture: SetPicture => DocumentDelta;
    "findAssets" find_assets: FindAssets => AssetPage;
    "assetFacets" asset_facets: CountAssets => AssetFacets;
    "asset" asset: OfAsset => AssetView;
    "changeAssets" change_assets: ChangeAssets => Vec<AssetCard>;
    "undoAssets" undo_assets: Nothing => Vec<AssetCard>;
    "trashAssets" trash_assets: OfAssets => ();
    "restoreAssets" restore_assets: OfAssets => ();
    "saveCollection" save_collection: SaveCollection => CollectionCard;
    "deleteCollection" delete_collection: OfCollection => ();
    "saveConsent" save_consent: SaveConsent => Consent;
    "openConsentFile" open_consent_file: OfConsent => ();
    "withdrawConsent" withdraw_consent: OfConsent => Vec<AssetUse>;
    "replaceAsset" replace_asset: ReplaceAsset => Vec<AssetUse>;
    "startImport" start_import: StartImport => ImportJob;
    "pasteFiles" paste_files: PasteFiles => ImportJob;
    "resumeImports" resume_imports: Nothing => Vec<ImportJob>;
    "cancelImport" cancel_import: OfJob => ();
    "backups" backups: Nothing => Vec<BackupCard>;
    "backUp" back_up: Nothing => BackupCard;
    "restoreBackup" restore_backup: OfBackup => ();
    "verify" verify: Nothing => CheckReport;
    "outline" outline: OfDocument => String;
    "startExport" start_export: StartExport => Job;
    "cancelJob" cancel_job: OfJob => ();
    "jobs" jobs: Nothing => Vec<Job>;
}

pub(crate) fn read<T: DeserializeOwned>(input: Value) -> Result<T, Problem> {
    serde_json::from_value(input).map_err(|error| Problem::new("badInput").with("detail", error))
}

pub(crate) fn write<T: Serialize>(output: &T) -> Result<Value, Problem> {
    serde_json::to_value(output).map_err(|error| Problem::new("internal").with("detail", error))
}

/// Writes a type and all that it names; what TypeScript has of its own needs no file.
fn export<T: TS + 'static>(config: &Config) -> Result<(), ExportError> {
    match T::export_all(config) {
        Err(ExportError::CannotBeExported(_)) => Ok(()),
        done => done,
    }
}

fn line(commands: &mut String, name: &str, input: &str, output: &str) {
    writeln!(commands, "  {name}: [{input}, {output}];").expect("writing to a string does not fail");
}

/// `index.ts`: every generated type, and the commands by name.
fn write_index(folder: &Path, commands: &str) -> Result<(), ExportError> {
    let mut names: Vec<String> = std::fs::read_dir(folder)?
        .filter_map(|entry| entry.ok()?.path().file_stem()?.to_str().map(str::to_owned))
        .filter(|name| name != "index")
        .collect();
    names.sort();
    let list = names.join(", ");
    let exports: String = names.iter().map(|name| format!("import type {{ {name} }} from './{name}';\n")).collect();
    let index = format!(
        "// Written from crates/app/src/wire; `npm run types` writes it again.\n{exports}\nexport type {{ {list} }};\n\n\
         /** What the window may ask: the input and the output by name. */\nexport interface Commands {{\n{commands}}}\n"
    );
    std::fs::write(folder.join("index.ts"), index)?;
    Ok(())
}
