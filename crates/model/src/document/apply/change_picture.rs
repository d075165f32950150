use crate::{
    PageId,
    document::{Content, EditError, Focus, Node, draft::Draft},
    outline,
};

pub(in crate::document) fn set_picture(
    draft: &mut Draft<'_>,
    page: PageId,
    source: String,
    alt: Option<&str>,
) -> Result<(), EditError> {
    draft.page(page)?;
    if !outline::is_source(&source) {
        return Err(EditError::BadSource(source));
    }
    let alt = alt.map(outline::one_line);
    match draft.document().picture(page).cloned() {
        Some(node) => replace(draft, node, source, alt),
        None => append(draft, page, source, alt.unwrap_or_default()),
    }
    Ok(())
}

/// Another picture has its own centre of interest and is not described by the words of the one before.
fn replace(draft: &mut Draft<'_>, node: Node, source: String, alt: Option<String>) {
    if let Content::Picture { source: old_source, alt: old_alt, focus: old_focus } = node.content.clone() {
        let (kept, focus) = if old_source == source { (old_alt, old_focus) } else { <_>::default() };
        let content = Content::Picture { source, alt: alt.unwrap_or(kept), focus };
        draft.put_node(Node { content, ..node });
    }
}

fn append(draft: &mut Draft<'_>, page: PageId, source: String, alt: String) {
    let last = draft.document().nodes(page).last().map(|node| node.order.clone());
    draft.add_node(page, last.as_ref(), None, Content::Picture { source, alt, focus: Focus::default() });
}

pub(in crate::document) fn describe_picture(draft: &mut Draft<'_>, page: PageId, alt: &str) -> Result<(), EditError> {
    let mut node = picture(draft, page)?;
    if let Content::Picture { alt: old, .. } = &mut node.content {
        *old = outline::one_line(alt);
    }
    draft.put_node(node);
    Ok(())
}

pub(in crate::document) fn focus_picture(draft: &mut Draft<'_>, page: PageId, x: f64, y: f64) -> Result<(), EditError> {
    let mut node = picture(draft, page)?;
    if let Content::Picture { focus, .. } = &mut node.content {
        *focus = Focus::new(x, y).ok_or(EditError::BadFocus { x, y })?;
    }
    draft.put_node(node);
    Ok(())
}

pub(in crate::document) fn remove_picture(draft: &mut Draft<'_>, page: PageId) -> Result<(), EditError> {
    let node = picture(draft, page)?;
    draft.remove_node(node.id);
    Ok(())
}

fn picture(draft: &Draft<'_>, page: PageId) -> Result<Node, EditError> {
    draft.page(page)?;
    draft.document().picture(page).cloned().ok_or(EditError::PictureMissing(page))
}
