//! Charters of every kind, as they are written and read.

use planche_model::{Charter, strategies};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_charter_is_read_as_it_was_written(charter in strategies::charter()) {
        let written = serde_json::to_string(&charter).unwrap();
        prop_assert_eq!(Charter::parse(&written).unwrap(), charter);
    }
}
