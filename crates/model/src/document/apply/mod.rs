//! What each edit does, one verb a file. They change rows through the draft and through nothing else.

mod arrange_pages;
mod change_picture;
mod rename;
mod set_formats;
mod set_template;
mod write_body;
mod write_title;

pub(super) use arrange_pages::{duplicate_page, insert_page, move_page, remove_page};
pub(super) use change_picture::{describe_picture, focus_picture, remove_picture, set_picture};
pub(super) use rename::rename;
pub(super) use set_formats::set_formats;
pub(super) use set_template::set_template;
pub(super) use write_body::write_body;
pub(super) use write_title::write_title;
