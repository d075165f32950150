use heifer_isobmff::{
    HeifFile, ItemId,
    boxes::{ColorInfo, Property},
};

use super::{Flaw, av1, frame::Coding, frame::Frame, hevc};
use crate::pixels::Pixels;

/// A picture in tiles of one size, row by row. Most have one tile.
pub struct Mosaic {
    /// In pixels, before it is cut or turned.
    pub width: u32,
    pub height: u32,
    /// At least one.
    pub tiles: Vec<ItemId>,
    columns: u32,
    tile_width: u32,
    tile_height: u32,
}

impl Mosaic {
    /// What `item` is made of.
    pub fn of(file: &HeifFile<'_>, item: ItemId) -> Result<Self, Flaw> {
        if file.item(item)?.item_type.0 == *b"grid" { Self::in_tiles(file, item) } else { Self::whole(file, item) }
    }

    /// The most bytes that are held at once while it is laid: the canvas, the pixels of a tile, and twelve bytes a pixel
    /// for the frame it comes from (three planes of 16 bits, then of 8, and what its codec keeps).
    pub fn codec_bytes(&self) -> u64 {
        let area = |width: u32, height: u32| u64::from(width) * u64::from(height);
        4 * area(self.width, self.height) + 16 * area(self.tile_width, self.tile_height)
    }

    /// The pixels, as the numbers of the file.
    pub fn laid(&self, file: &HeifFile<'_>) -> Result<Pixels, Flaw> {
        let mut canvas = Pixels::clear(self.width, self.height);
        for (index, tile) in (0..).zip(&self.tiles) {
            let pixels = self.tile(file, *tile)?;
            canvas.paste(&pixels, index % self.columns * self.tile_width, index / self.columns * self.tile_height);
        }
        Ok(canvas)
    }

    fn whole(file: &HeifFile<'_>, item: ItemId) -> Result<Self, Flaw> {
        let (width, height) = file.image_size(item)?.ok_or(Flaw::Damaged)?;
        Ok(Self { width, height, tiles: vec![item], columns: 1, tile_width: width, tile_height: height })
    }

    fn in_tiles(file: &HeifFile<'_>, item: ItemId) -> Result<Self, Flaw> {
        let grid = file.grid(item)?;
        let tiles = file.referenced_items(item, b"dimg").to_vec();
        let (columns, rows) = (u32::from(grid.columns), u32::from(grid.rows));
        let first = *tiles.first().ok_or(Flaw::Damaged)?;
        let (tile_width, tile_height) = file.image_size(first)?.ok_or(Flaw::Damaged)?;
        let (width, height) = (grid.output_width, grid.output_height);
        let covered = covers(columns, tile_width, width) && covers(rows, tile_height, height);
        if !covered || tiles.len() as u64 != u64::from(columns) * u64::from(rows) {
            return Err(Flaw::Damaged);
        }
        Ok(Self { width, height, tiles, columns, tile_width, tile_height })
    }

    fn tile(&self, file: &HeifFile<'_>, item: ItemId) -> Result<Pixels, Flaw> {
        let most_pixels = self.most_coded_pixels();
        let mut frame = match &file.item(item)?.item_type.0 {
            b"hvc1" => hevc::decode(&file.hevc_bitstream(item)?, most_pixels)?,
            b"av01" => av1::decode(file.item_data(item)?.into_owned(), most_pixels)?,
            _ => return Err(Flaw::Unsupported),
        };
        if frame.width < self.tile_width || frame.height < self.tile_height {
            return Err(Flaw::Damaged);
        }
        frame.coding = stated_coding(file, item)?.unwrap_or(frame.coding);
        Frame::pixels(&frame)
    }

    /// The most pixels that a codec may find in a tile: the tile's, in whole blocks of 64, the largest of either codec.
    fn most_coded_pixels(&self) -> u64 {
        let blocks = |length: u32| u64::from(length).next_multiple_of(64);
        blocks(self.tile_width) * blocks(self.tile_height)
    }
}

/// Whether `count` tiles cover `length` and none lies beyond it: so that a small picture cannot ask for many tiles.
fn covers(count: u32, tile: u32, length: u32) -> bool {
    let covered = |count: u32| u64::from(count) * u64::from(tile);
    count > 0 && covered(count) >= u64::from(length) && covered(count - 1) < u64::from(length)
}

/// How colours are coded, by the container; it has the last word over the frame.
fn stated_coding(file: &HeifFile<'_>, item: ItemId) -> Result<Option<Coding>, Flaw> {
    Ok(file.item_properties(item)?.find_map(|property| match property {
        Property::Color(ColorInfo::Nclx { matrix, full_range, .. }) => {
            Some(Coding { matrix: *matrix, full_range: *full_range })
        }
        _ => None,
    }))
}
