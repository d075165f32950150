//! A family that is read holds under every condition.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planche_model::{
    Layout,
    template::{Conditions, Family},
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(family) = Family::parse(&String::from_utf8_lossy(bytes)) else { return };
    for conditions in Conditions::all() {
        for layout in Layout::ALL {
            family.resolve(layout, &conditions).expect("reading a family proves that it holds");
        }
    }
});
