//! The house's invariants (`ARCHITECTURE.md`), read from the manifests and the sources.

mod dependencies;
mod documents;
mod lengths;
mod sources;
