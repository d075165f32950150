/// Faces of punctuation, the longer of those that begin alike first.
const FACES: [&str; 34] = [
    ":'-)", ":'-(", ":-)", ":-(", ":-D", ":-P", ":-p", ":-O", ":-o", ":-/", ":-|", ":-*", ";-)", ";-p", ":')", ":'(",
    ":’)", ":’(", ":)", ":(", ":D", ":P", ":p", ":O", ":o", ":/", ":|", ":*", ";)", ";p", "=)", "^^", "<3", "xD",
];

/// The length of the emoticon that a text begins with.
pub fn length(rest: &str, before: Option<char>) -> Option<usize> {
    let face = FACES.into_iter().find(|face| rest.starts_with(face))?;
    let after = rest[face.len()..].chars().next();
    let ends = !after.is_some_and(|letter| letter.is_alphanumeric() || letter == '/');
    let begins = !face.starts_with(char::is_alphabetic) || !before.is_some_and(char::is_alphanumeric);
    (ends && begins).then_some(face.len())
}
