/// Endings of the domains that French brands write without `https://`. A dot without a space after it is more often a
/// mistake than a rare domain.
const ENDINGS: [&str; 27] = [
    "fr", "com", "net", "org", "io", "eu", "bzh", "co", "app", "shop", "store", "studio", "paris", "be", "ch", "ca",
    "info", "alsace", "corsica", "immo", "tv", "link", "ly", "gle", "ee", "example", "bio",
];

/// What is read of an address, in bytes: browsers open no longer ones.
const LONGEST: usize = 2_048;

/// The length of the URL, domain or e-mail address that a text begins with.
pub fn length(rest: &str) -> Option<usize> {
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    if rest.len() < 4 {
        return None;
    }
    url(rest).or_else(|| name(rest))
}

fn url(rest: &str) -> Option<usize> {
    let begins = |prefix: &str| rest.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    let prefix = ["https://", "http://", "www."].into_iter().find(|prefix| begins(prefix))?;
    let end = path_end(rest);
    (end > prefix.len()).then_some(end)
}

/// Up to the first space, without the punctuation of the sentence around it.
fn path_end(rest: &str) -> usize {
    let mut end =
        rest.find(|letter: char| letter.is_whitespace() || "«»\"<>`“”".contains(letter)).unwrap_or(rest.len());
    while let Some(last) = rest[..end].chars().next_back() {
        let closes = |opening: char| rest[..end].matches(opening).count() < rest[..end].matches(last).count();
        let is_outside = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '…' | '\'' | '’' | '*' | '=' => true,
            ')' => closes('('),
            ']' => closes('['),
            _ => false,
        };
        if !is_outside {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

/// A domain, with what is before an `@` and with the path after it.
fn name(rest: &str) -> Option<usize> {
    let is_part = |letter: char| letter.is_alphanumeric() || ".-_+".contains(letter);
    // The longest name that mail and domains have is of 254 bytes (RFC 5321).
    let rest_of_name = &rest[..rest.floor_char_boundary(254)];
    let end = rest_of_name.find(|letter| !is_part(letter)).unwrap_or(rest_of_name.len());
    match rest[end..].strip_prefix('@') {
        Some(domain) => mail(domain).map(|length| end + 1 + length),
        None => domain(&rest[..end]).map(|length| with_path(rest, length)),
    }
}

fn mail(domain: &str) -> Option<usize> {
    let is_part = |letter: char| letter.is_alphanumeric() || ".-".contains(letter);
    let end = domain.find(|letter| !is_part(letter)).unwrap_or(domain.len());
    let name = domain[..end].trim_end_matches(['.', '-']);
    let (host, ending) = name.rsplit_once('.')?;
    (!host.is_empty() && ending.len() >= 2).then_some(name.len())
}

fn domain(letters: &str) -> Option<usize> {
    let name = letters.trim_end_matches(['.', '-']);
    let (host, ending) = name.rsplit_once('.')?;
    let is_host = host.split('.').all(|part| !part.is_empty()) && host.len() >= 2;
    (is_host && ENDINGS.contains(&ending)).then_some(name.len())
}

fn with_path(rest: &str, domain: usize) -> usize {
    if rest[domain..].starts_with('/') { domain + path_end(&rest[domain..]) } else { domain }
}
