//! The library on a real disk.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod said;
mod sample;
mod session;

mod assets;
mod backups;
mod blobs;
mod brands;
mod charters;
mod consent_files;
mod documents;
mod files;
mod frozen;
mod history;
mod opening;
mod place;
mod preferences;
mod restore;
mod transact;
mod verify;
mod wall;
