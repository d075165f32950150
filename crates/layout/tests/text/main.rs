//! How words are set on a page: in which typefaces, from which side, on which lines, and what is said when they do not
//! fit. Needs the shipped typefaces (`npm run fonts`).

mod bounds;
mod fit;
mod marks;
mod panels;
mod sample;
mod scripts;
