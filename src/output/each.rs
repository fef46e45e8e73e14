//! Does the same to many things on all cores. Not by rayon: Typst uses it while it sets a document, and a thread that waits
//! there would begin the next document on top of the one at hand.

use std::cmp::Reverse;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` gives for each item, in their order, however long each takes. Those of the greatest `weight` are begun first, so
/// that no core waits for a long one at the end.
pub(super) fn each<T: Sync, R: Send>(
    items: &[T],
    weight: impl Fn(&T) -> usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let mut order: Vec<(usize, &T)> = items.iter().enumerate().collect();
    order.sort_by_key(|(_, item)| Reverse(weight(item)));
    let next = AtomicUsize::new(0);
    let take = || {
        let (at, item) = order.get(next.fetch_add(1, Ordering::Relaxed))?;
        Some((*at, work(item)))
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores.min(items.len()))
            .map(|_| scope.spawn(|| std::iter::from_fn(take).collect::<Vec<_>>()))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..1000).collect();
        let doubled: Vec<u32> = items.iter().map(|item| item * 2).collect();
        let weight = |item: &u32| *item as usize;
        assert_eq!(each(&items, weight, |item| item * 2), doubled);
        assert_eq!(each(&[], weight, |item: &u32| *item), Vec::<u32>::new());
    }
}
