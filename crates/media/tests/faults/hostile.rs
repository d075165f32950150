use std::path::Path;

/// Words that are outside of every drawing.
pub const SECRET: &str = "WORDS-FROM-OUTSIDE";

/// A drawing that others may not use.
pub const OUTSIDE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs>
<linearGradient id="g"><stop stop-color="#c0ffee"/></linearGradient><clipPath id="c"><rect width="2" height="2"/></clipPath>
<mask id="m"><rect width="2" height="2"/></mask><filter id="f"><feFlood flood-color="#c0ffee"/></filter>
<pattern id="p" width="9" height="9"><path d="M0 0h9v9z"/></pattern><marker id="k"><path d="M0 0h9v9z"/></marker></defs>
<path id="a" fill="#c0ffee" d="M0 0h9v9z"/></svg>"##;

/// What shows where something else might.
const RECT: &str = r#"<rect width="9" height="9"/>"#;

/// Drawings that ask for the files of a folder, for what is at an address, or to be run.
pub fn drawings(folder: &Path, address: &str) -> Vec<String> {
    let path = folder.display().to_string().replace('\\', "/");
    let from = |name: &str| addresses(&path, address, name);
    let mut bodies: Vec<String> = scripts().map(str::to_owned).into();
    bodies.extend(from("a.png").iter().flat_map(|at| pictures(at)));
    bodies.extend(from("a.svg").iter().flat_map(|at| parts(at)));
    bodies.extend(from("a.css").iter().flat_map(|at| sheets(at)));
    bodies.extend(from("a.txt").iter().flat_map(|at| texts(at)));
    let mut drawings: Vec<String> = bodies.iter().map(|body| svg("", body)).collect();
    drawings.extend(from("a.css").iter().map(|at| format!(r#"<?xml-stylesheet href="{at}"?>{}"#, svg("", RECT))));
    drawings.extend(from("a.dtd").iter().flat_map(|at| entities(at)));
    drawings.extend(from("a.svg").iter().map(|at| svg(&format!(r#"xml:base="{at}""#), r##"<use href="#a"/>"##)));
    drawings
}

/// The ways to name a file and what is on the network.
fn addresses(folder: &str, address: &str, name: &str) -> Vec<String> {
    let up = "../".repeat(12);
    vec![
        format!("{folder}/{name}"),
        format!("file://{folder}/{name}"),
        format!("file://localhost{folder}/{name}"),
        format!("FILE:{folder}/{name}"),
        format!("{up}{folder}/{name}").replace("//", "/"),
        format!("http://{address}/{name}"),
        format!("https://{address}/{name}"),
        format!("//{address}/{name}"),
        format!(r"\\{address}\{name}"),
        format!("ftp://{address}/{name}"),
    ]
}

fn svg(attributes: &str, body: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50" {attributes}>{body}</svg>"#
    )
}

fn pictures(at: &str) -> Vec<String> {
    let size = r#"width="9" height="9""#;
    vec![
        format!(r#"<image {size} href="{at}"/>"#),
        format!(r#"<image {size} xlink:href="{at}"/>"#),
        format!(r#"<image {size} href="  {at}  "/>"#),
        format!(
            r#"<image {size} href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Cimage href='{at}' {size}/%3E%3C/svg%3E"/>"#
        ),
        format!(r#"<filter id="f"><feImage href="{at}"/></filter><g filter="url(#f)">{RECT}</g>"#),
        format!(r#"<pattern id="p" {size}><image {size} href="{at}"/></pattern><rect {size} fill="url(#p)"/>"#),
        format!(r#"<mask id="m"><image {size} href="{at}"/></mask><rect {size} mask="url(#m)"/>"#),
        format!(r#"<foreignObject {size}><img xmlns="http://www.w3.org/1999/xhtml" src="{at}"/></foreignObject>"#),
        format!(r#"<foreignObject {size}><iframe xmlns="http://www.w3.org/1999/xhtml" src="{at}"/></foreignObject>"#),
        format!(r#"<image {size} href="a.png"><set attributeName="href" to="{at}"/></image>"#),
        format!(r#"<rect {size} style="background: url({at}); cursor: url({at})"/>"#),
        format!(r#"<video xmlns="http://www.w3.org/1999/xhtml" src="{at}"/><audio xlink:href="{at}"/>"#),
    ]
}

fn parts(at: &str) -> Vec<String> {
    let size = r#"width="9" height="9""#;
    vec![
        format!(r#"<use href="{at}#a"/>"#),
        format!(r#"<use xlink:href="{at}#a"/><use href="{at}"/>"#),
        format!(r#"<image {size} href="{at}"/>"#),
        format!(r#"<linearGradient id="h" href="{at}#g"/><rect {size} fill="url(#h)"/>"#),
        format!(r#"<rect {size} fill="url({at}#g)" stroke="url('{at}#p')"/>"#),
        format!(r#"<rect {size} clip-path="url({at}#c)" mask="url({at}#m)" filter="url({at}#f)"/>"#),
        format!(r#"<path d="M0 0h9v9z" marker-start="url({at}#k)"/>"#),
        format!(r#"<text>a<textPath href="{at}#a">b</textPath><tref xlink:href="{at}#a"/></text>"#),
        format!(r#"<a href="{at}"><rect {size}/></a><script href="{at}"/>"#),
        format!(r#"<animate href="{at}#a" attributeName="d" to="M0 0"/><mpath href="{at}#a"/>"#),
    ]
}

fn sheets(at: &str) -> Vec<String> {
    let hidden = "rect { display: none }";
    vec![
        format!(r#"<style>@import url("{at}"); {hidden}</style>{RECT}"#),
        format!(r#"<style>@import '{at}'; {hidden}</style>{RECT}"#),
        format!(
            r#"<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="{at}"/><style>{hidden}</style>{RECT}"#
        ),
        format!(r#"<style href="{at}" src="{at}">{hidden}</style>{RECT}"#),
        format!(r#"<style>@font-face {{ font-family: a; src: url({at}) }}</style><text font-family="a">a</text>"#),
    ]
}

fn texts(at: &str) -> Vec<String> {
    vec![
        format!(r#"<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="{at}"/>{RECT}"#),
        format!(r#"<text><tref xlink:href="{at}"/></text><desc><include href="{at}"/></desc>{RECT}"#),
        format!(
            r#"<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title rdf:resource="{at}"/></rdf:Description></rdf:RDF></metadata>{RECT}"#
        ),
    ]
}

fn entities(at: &str) -> Vec<String> {
    let document = |entities: &str, body: &str| format!("<!DOCTYPE svg {entities}>{}", svg("", body));
    let secret = r#"<text>&secret;</text><rect width="9" height="9" id="&secret;"/>"#;
    vec![
        document(&format!(r#"SYSTEM "{at}""#), secret),
        document(&format!(r#"PUBLIC "-//W3C//DTD SVG 1.1//EN" "{at}""#), RECT),
        document(&format!(r#"[<!ENTITY secret SYSTEM "{at}">]"#), secret),
        document(&format!(r#"[<!ENTITY % all SYSTEM "{at}"> %all;]"#), secret),
        document(&format!(r#"[<!ENTITY % out "<!ENTITY secret SYSTEM '{at}'>"> %out;]"#), secret),
    ]
}

/// What would run, were it read by a browser.
fn scripts() -> [&'static str; 12] {
    [
        r#"<script>document.title = 1</script><rect width="9" height="9"/>"#,
        r#"<script type="text/javascript"><![CDATA[while (true) {}]]></script>"#,
        r#"<rect width="9" height="9" onload="alert(1)" onclick="alert(2)"/>"#,
        r#"<a xlink:href="javascript:alert(1)"><rect width="9" height="9"/></a>"#,
        r#"<image width="9" height="9" href="javascript:alert(1)"/>"#,
        r#"<image width="9" height="9" href="data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;"/>"#,
        r#"<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>"#,
        r#"<foreignObject width="9" height="9"><form xmlns="http://www.w3.org/1999/xhtml" action="javascript:alert(1)"/></foreignObject>"#,
        r#"<set attributeName="onmouseover" to="alert(1)"/><rect width="9" height="9"/>"#,
        r#"<handler xmlns="http://www.w3.org/2001/xml-events" type="application/ecmascript">alert(1)</handler>"#,
        r#"<style>rect { behavior: url(#default#time2); -moz-binding: url(data:text/xml,x#y) }</style><rect width="9" height="9"/>"#,
        r#"<?php system('id') ?><rect width="9" height="9"/><!--#exec cmd="id"-->"#,
    ]
}
