use planche_model::{
    AssetId, BrandId, Color,
    asset::{Description, Rights, Standing},
    document::Focus,
};
use rusqlite::{Row, named_params};

use super::{Asset, AssetFile};
use crate::{LibraryError, column::Name, database::Database};

/// An asset without its subjects and collections, which are in rows of their own.
pub(super) fn asset(row: &Row<'_>) -> rusqlite::Result<Asset> {
    let Name(standing) = row.get("standing")?;
    Ok(Asset {
        id: AssetId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        file: file(row)?,
        created: row.get("created")?,
        description: description(row)?,
        standing,
        ends: row.get("ends")?,
        trashed: row.get("trashed")?,
    })
}

fn file(row: &Row<'_>) -> rusqlite::Result<AssetFile> {
    let Name(kind) = row.get("kind")?;
    let palette: Vec<u8> = row.get("palette")?;
    let (colors, _) = palette.as_chunks::<3>();
    Ok(AssetFile {
        blob: row.get("blob")?,
        kind,
        format: row.get("format")?,
        width: row.get("width")?,
        height: row.get("height")?,
        bytes: row.get("bytes")?,
        taken: row.get("taken")?,
        look: row.get::<_, Option<i64>>("hash")?.map(i64::cast_unsigned),
        palette: colors.iter().map(|[red, green, blue]| Color { red: *red, green: *green, blue: *blue }).collect(),
        faces: row.get("faces")?,
    })
}

fn description(row: &Row<'_>) -> rusqlite::Result<Description> {
    Ok(Description {
        name: row.get("name")?,
        alt: row.get("alt")?,
        notes: row.get("notes")?,
        rating: row.get("rating")?,
        picked: row.get("picked")?,
        focus: Focus { x: row.get("focus_x")?, y: row.get("focus_y")? },
        aimed: row.get("aimed")?,
        rights: rights(row)?,
        ..Description::default()
    })
}

fn rights(row: &Row<'_>) -> rusqlite::Result<Rights> {
    let Name(licence) = row.get("licence")?;
    let Name(people) = row.get("people")?;
    let until: Option<Name<_>> = row.get("until")?;
    Ok(Rights {
        author: row.get("author")?,
        credit: row.get("credit")?,
        licence,
        terms: row.get("terms")?,
        source: row.get("source")?,
        until: until.map(|Name(day)| day),
        people,
    })
}

/// Adds the row, with the name as all that is said of it.
pub(super) fn insert(database: &Database, asset: &Asset) -> Result<(), LibraryError> {
    let AssetFile { blob, kind, format, width, height, bytes, taken, look, palette, faces } = &asset.file;
    let sql = "INSERT INTO assets (id, brand, blob, kind, format, width, height, bytes, created, taken, hash, palette,
                   tones, faces, name, trashed)
               VALUES (:id, :brand, :blob, :kind, :format, :width, :height, :bytes, :created, :taken, :hash, :palette,
                   :tones, :faces, :name, :trashed)";
    let row = named_params! {
        ":id": asset.id.0, ":brand": asset.brand.0, ":blob": blob, ":kind": Name(kind), ":format": format,
        ":width": width, ":height": height, ":bytes": bytes, ":created": asset.created, ":taken": taken,
        ":hash": look.map(u64::cast_signed), ":palette": flat(palette), ":tones": asset.file.tones(), ":faces": faces,
        ":name": asset.description.name, ":trashed": asset.trashed,
    };
    database.execute(sql, row).map(drop)
}

fn flat(palette: &[Color]) -> Vec<u8> {
    palette.iter().flat_map(|Color { red, green, blue }| [*red, *green, *blue]).collect()
}

/// Makes the row say this, but for subjects and collections; whether there is one.
pub(super) fn keep_description(
    database: &Database,
    id: AssetId,
    description: &Description,
) -> Result<bool, LibraryError> {
    let Description { name, alt, notes, rating, picked, focus, aimed, rights, .. } = description;
    let Rights { author, credit, licence, terms, source, until, people } = rights;
    let sql = "UPDATE assets SET name = :name, alt = :alt, notes = :notes, rating = :rating, picked = :picked,
                   focus_x = :x, focus_y = :y, aimed = :aimed, author = :author, credit = :credit, licence = :licence,
                   terms = :terms, source = :source, until = :until, people = :people
               WHERE id = :id";
    let row = named_params! {
        ":id": id.0, ":name": name, ":alt": alt, ":notes": notes, ":rating": rating, ":picked": picked,
        ":x": focus.x, ":y": focus.y, ":aimed": aimed, ":author": author, ":credit": credit,
        ":licence": Name(licence), ":terms": terms, ":source": source, ":until": until.as_ref().map(Name),
        ":people": Name(people),
    };
    Ok(database.execute(sql, row)? > 0)
}

/// Keeps what may be done with it.
pub(super) fn keep_standing(
    database: &Database,
    id: AssetId,
    standing: Standing,
    ends: Option<&str>,
) -> Result<(), LibraryError> {
    let sql = "UPDATE assets SET standing = ?2, ends = ?3 WHERE id = ?1";
    database.execute(sql, (id.0, Name(&standing), ends)).map(drop)
}
