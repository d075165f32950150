//! Whatever palette is read makes a charter whose words can be read, and that charter comes back from its own tokens.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use planche_model::Charter;
use planche_tokens::{Target, read, write};

static SAMPLE: LazyLock<Charter> = LazyLock::new(|| {
    Charter::parse(include_str!("../../../assets/brands/maree-basse/charter.json")).expect("the sample is a charter")
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(palette) = read(bytes) else { return };
    assert!(palette.roles.values().all(|at| *at < palette.colors.len()), "a role without a colour");
    let Ok(laid) = palette.lay_on(&SAMPLE) else { return };
    let charter = laid.charter;
    if !laid.origins.is_empty() {
        let ratio = charter.colors.ink.value.contrast(charter.colors.ground.value);
        assert!(ratio >= 7.0, "words that cannot be read: {ratio}");
    }
    let again = read(&write(&charter, Target::Tokens)).expect("our own tokens are read");
    assert_eq!(again.lay_on(&SAMPLE).expect("our own tokens make a charter").charter, charter);
    for target in Target::ALL {
        read(&write(&charter, target)).expect("what is written is read");
    }
});
