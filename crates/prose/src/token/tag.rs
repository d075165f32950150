/// The length of the hashtag that a text begins with, its sign included: one letter at least.
pub fn hashtag(rest: &str, before: Option<char>) -> Option<usize> {
    let name = rest.strip_prefix(['#', '＃'])?;
    let is_part = |letter: char| {
        letter.is_alphanumeric() || letter == '_' || unicode_normalization::char::is_combining_mark(letter)
    };
    let length = name.find(|letter| !is_part(letter)).unwrap_or(name.len());
    let has_letter = name[..length].contains(char::is_alphabetic);
    (has_letter && stands_alone(before)).then_some(rest.len() - name.len() + length)
}

/// The length of the account's name that a text begins with, its sign included.
pub fn mention(rest: &str, before: Option<char>) -> Option<usize> {
    let name = rest.strip_prefix('@')?;
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    let length = name.find(|letter| !is_part(letter)).unwrap_or(name.len());
    let length = name[..length].trim_end_matches('.').len();
    (length > 0 && stands_alone(before)).then_some(1 + length)
}

fn stands_alone(before: Option<char>) -> bool {
    !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '&')
}
