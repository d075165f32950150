use fractional_index::FractionalIndex;
use serde::{Deserialize, Serialize};

/// A place among siblings: there is always room for another between two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Order(FractionalIndex);

impl Order {
    /// A place after `before` and before `after`; `None` is the end of the row.
    ///
    /// # Panics
    /// When `before` does not come before `after`.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let index = match (before, after) {
            (None, None) => FractionalIndex::default(),
            (Some(before), None) => FractionalIndex::new_after(&before.0),
            (None, Some(after)) => FractionalIndex::new_before(&after.0),
            (Some(before), Some(after)) => midway(&before.0, &after.0),
        };
        Self(index)
    }
}

/// `FractionalIndex::new_between` subtracts one from every byte the two share, so that a shared zero overflows (2.0.2).
/// It is given only what differs; this can go when it compares without subtracting.
fn midway(before: &FractionalIndex, after: &FractionalIndex) -> FractionalIndex {
    let (left, right) = (before.as_bytes(), after.as_bytes());
    let longest = left.len().min(right.len()) - 1;
    let shared = left.iter().zip(right).take(longest).take_while(|(left, right)| left == right).count();
    let tail = FractionalIndex::new_between(&index(left[shared..].to_vec()), &index(right[shared..].to_vec()))
        .expect("the callers pass neighbours in their order, so there is room between them");
    index([&left[..shared], tail.as_bytes()].concat())
}

fn index(bytes: Vec<u8>) -> FractionalIndex {
    FractionalIndex::from_bytes(bytes).expect("the end of an index is an index: it keeps the terminator")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(places: impl IntoIterator<Item = usize>) {
        let mut row: Vec<Order> = Vec::new();
        for place in places {
            let at = place % (row.len() + 1);
            let order = Order::between(at.checked_sub(1).map(|before| &row[before]), row.get(at));
            row.insert(at, order);
        }
        assert!(row.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn there_is_room_after_a_thousand_insertions_at_the_same_place() {
        for place in 0..4 {
            check(std::iter::repeat_n(place, 1000));
        }
        check((0..1000).map(|step| if step < 300 { 1 } else { step % 5 }));
    }

    proptest! {
        #[test]
        fn there_is_room_anywhere(places in prop::collection::vec(0_usize..1000, 0..300)) {
            check(places);
        }

        #[test]
        fn there_is_room_near_the_start(places in prop::collection::vec(0_usize..4, 0..600)) {
            check(places);
        }
    }
}
