//! A charter that is read is read again from what is written of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planche_model::{Charter, Layout};

fuzz_target!(|bytes: &[u8]| {
    let Ok(charter) = Charter::parse(&String::from_utf8_lossy(bytes)) else { return };
    let written = serde_json::to_string(&charter).expect("a charter is plain data");
    assert_eq!(Charter::parse(&written).expect("what is written is a charter"), charter);
    for layout in Layout::ALL {
        let moods = charter.moods.get(&layout).map_or(1, |moods| moods.len().max(1));
        assert_eq!(charter.mood(layout, 0), charter.mood(layout, moods), "moods come in turn");
    }
    assert!(charter.files().is_sorted());
});
