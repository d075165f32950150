use planche_app::{
    Door, Studio,
    id::{AssetId, BrandId, DocumentId, FormatId, PageId},
    wire::Problem,
};
use tauri::{
    Manager, UriSchemeContext, UriSchemeResponder, Wry,
    http::{Request, Response, StatusCode, header},
};

use crate::call::Opened;

/// Answers `planche://…/page/<document>/<page>/<format>?w=<pixels>` with a PNG,
/// `…/photo/<asset>?w=<pixels>` with a JPEG or a PNG, `…/proof/<brand>/<document>/<page>/<format>?w=<pixels>` with a page as
/// the draft of the charter sets it, `…/logo/<brand>` and `…/drawing/<brand>/<stamp>` with a
/// brand's files, and `…/typeface/<place>` with letters to write with.
///
/// Addresses carry a stamp that changes with what they show, so that answers can be kept for ever. They name things of
/// the library, never files of the disk.
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands the context over by value")]
pub fn answer(context: UriSchemeContext<'_, Wry>, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    let app = context.app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || {
        let opened = app.state::<Opened>();
        let answer = opened
            .door()
            .and_then(Door::studio)
            .and_then(|studio| find(&studio, request.uri().path(), request.uri().query().unwrap_or_default()));
        responder.respond(answer.map_or_else(|problem| refusal(&problem), |(bytes, kind)| picture(bytes, kind)));
    });
}

type Answer = (Vec<u8>, &'static str);

fn find(studio: &Studio, path: &str, query: &str) -> Result<Answer, Problem> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        ["page", document, page, format] => {
            let (document, page) = (DocumentId(id(document)?), PageId(id(page)?));
            Ok((studio.preview(document, page, &FormatId::from(*format), width(query)?)?, "image/png"))
        }
        ["photo", asset] => studio.photo(AssetId(id(asset)?), width(query)?),
        ["proof", brand, document, page, format] => {
            let (brand, document, page) = (BrandId(id(brand)?), DocumentId(id(document)?), PageId(id(page)?));
            let picture = studio.proof_picture(brand, document, page, &FormatId::from(*format), width(query)?)?;
            Ok((picture, "image/png"))
        }
        ["logo", brand] => studio.brand_drawing(BrandId(id(brand)?), None),
        ["typeface", place] => studio.typeface(place.parse().map_err(|_| Problem::new("badInput"))?),
        ["drawing", brand, stamp] => studio.brand_drawing(BrandId(id(brand)?), Some(stamp)),
        _ => Err(Problem::new("notFound")),
    }
}

fn width(query: &str) -> Result<u32, Problem> {
    parameter(query, "w").and_then(|width| width.parse().ok()).ok_or_else(|| Problem::new("badInput"))
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn id(text: &str) -> Result<uuid::Uuid, Problem> {
    text.parse().map_err(|_| Problem::new("badInput"))
}

fn picture(bytes: Vec<u8>, kind: &str) -> Response<Vec<u8>> {
    respond(StatusCode::OK, kind, "max-age=31536000, immutable", bytes)
}

fn refusal(problem: &Problem) -> Response<Vec<u8>> {
    let status = if problem.code == "notFound" { StatusCode::NOT_FOUND } else { StatusCode::BAD_REQUEST };
    respond(status, "text/plain", "no-store", problem.code.clone().into_bytes())
}

fn respond(status: StatusCode, kind: &str, cache: &str, body: Vec<u8>) -> Response<Vec<u8>> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CACHE_CONTROL, cache)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        // The page and its pictures have different origins: `tauri://localhost` and `planche://localhost`.
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .body(body)
        .expect("the headers are well formed")
}
