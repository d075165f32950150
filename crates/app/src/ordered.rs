use std::{
    collections::BTreeMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

/// Works on every item with so many threads, and hands the results over in the order of the items.
///
/// Items are taken one by one, and none is taken that is far ahead of the results handed over: whatever there is of
/// both, only a few are held.
pub(crate) fn work_in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut hand_over: impl FnMut(R),
) {
    let threads = threads.max(1);
    let queue = Queue {
        state: Mutex::new(State { items: items.enumerate(), taken: 0, handed_over: 0 }),
        moved: Condvar::new(),
        ahead: threads * AHEAD,
    };
    thread::scope(|scope| {
        let (results, done) = mpsc::channel();
        for _ in 0..threads {
            let results = results.clone();
            scope.spawn(|| {
                let results = results;
                while let Some((at, item)) = queue.take() {
                    if results.send((at, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(results);
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        for (at, result) in done {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&next) {
                hand_over(result);
                next += 1;
            }
            queue.move_on(next);
        }
    });
}

/// How many items a thread may be ahead of the results handed over.
const AHEAD: usize = 4;

struct Queue<I> {
    state: Mutex<State<I>>,
    moved: Condvar,
    ahead: usize,
}

struct State<I> {
    items: I,
    taken: usize,
    handed_over: usize,
}

impl<T, I: Iterator<Item = (usize, T)>> Queue<I> {
    fn take(&self) -> Option<(usize, T)> {
        let is_far = |state: &mut State<I>| state.taken >= state.handed_over + self.ahead;
        let waited = self.moved.wait_while(self.lock(), is_far);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        state.taken += 1;
        state.items.next()
    }

    fn move_on(&self, handed_over: usize) {
        self.lock().handed_over = handed_over;
        self.moved.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<I>> {
        // A thread that panics ends the whole batch: nobody reads what it left.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    use super::*;

    #[test]
    fn results_come_in_order_whoever_is_quick() {
        for threads in [0, 1, 2, 8] {
            let mut results = Vec::new();
            let slow_first = |item: u64| {
                thread::sleep(Duration::from_millis(if item.is_multiple_of(7) { 5 } else { 0 }));
                item * 2
            };
            work_in_order(0..50, threads, slow_first, |result| results.push(result));
            assert_eq!(results, (0..50).map(|item| item * 2).collect::<Vec<u64>>());
        }
    }

    #[test]
    fn few_items_are_held() {
        let (taken, mut most, mut handed_over) = (AtomicUsize::new(0), 0, 0);
        let items = (0..1000).inspect(|_| {
            taken.fetch_add(1, Ordering::Relaxed);
        });
        let slow_start = |item| {
            if item == 0 {
                thread::sleep(Duration::from_millis(30));
            }
        };
        work_in_order(items, 2, slow_start, |()| {
            most = most.max(taken.load(Ordering::Relaxed) - handed_over);
            handed_over += 1;
        });
        assert_eq!(handed_over, 1000);
        assert!(most <= 2 * AHEAD + 1, "{most} were held");
    }
}
