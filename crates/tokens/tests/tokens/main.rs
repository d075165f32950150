//! Palettes as other programs write them, and charters as we do.

mod adobe;
mod css;
mod dtcg;
mod gimp;
mod hostile;
mod laid;
mod round_trip;
mod told;
