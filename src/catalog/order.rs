//! The order of events: by time as far as it is known, then the more exact, then as the files have them; within one date as `seq`
//! says; and what follows another behind it, where their dates leave that open.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap, HashSet},
};

use super::table::{Columns, ShapeByte};
use crate::chronology::{Instant, LinkKind, Window};

/// Returns the rows by their time: those that stand at one instant by how exact they are, then in file order, then the undated.
/// Those with a `seq` take turns in their own places, so that they push no other of their day away.
pub(super) fn by_time(columns: &Columns) -> Vec<u32> {
    let dated = |row: u32| columns.shapes[row as usize].is_dated();
    let window = |row: u32| Window { first: columns.starts[row as usize], last: columns.ends[row as usize] };
    let n = columns.len() as u32;
    // Few events stand at one instant: only those are compared further.
    let mut keys: Vec<(Instant, u32)> = (0..n).filter(|it| dated(*it)).map(|it| (stands_at(columns, it), it)).collect();
    keys.sort_unstable();
    for alike in keys.chunk_by_mut(|a, b| a.0 == b.0).filter(|it| it.len() > 1) {
        let fine = |row: u32| columns.fines.of(row as usize).first().copied().unwrap_or_default();
        // Of what begins at one instant of one millisecond, more digits are more exact.
        let exactness = |row: u32| (fine(row).nanos, breadth(window(row)), Reverse(fine(row).digits));
        alike.sort_unstable_by_key(|it| (exactness(it.1), it.1));
        // Events of one date stand together now.
        let date = |row: u32| (window(row), fine(row));
        for of_date in alike.chunk_by_mut(|a, b| date(a.1) == date(b.1)).filter(|it| it.len() > 1) {
            let numbered = |row: u32| columns.seqs.of(row as usize).first().copied();
            let places: Vec<usize> = (0..of_date.len()).filter(|it| numbered(of_date[*it].1).is_some()).collect();
            let mut own: Vec<(Instant, u32)> = places.iter().map(|it| of_date[*it]).collect();
            own.sort_by_key(|it| (numbered(it.1), it.1));
            places.into_iter().zip(own).for_each(|(place, it)| of_date[place] = it);
        }
    }
    let mut order: Vec<u32> = Vec::with_capacity(n as usize);
    order.extend(keys.into_iter().map(|it| it.1));
    order.extend((0..n).filter(|it| !dated(*it)));
    order
}

fn stands_at(columns: &Columns, row: u32) -> Instant {
    let row = row as usize;
    columns.shapes[row].stands_at(columns.starts[row], columns.ends[row])
}

/// Returns how wide a possible range is; one without an end is the widest.
fn breadth(window: Window) -> i128 {
    if window.first.is_end() || window.last.is_end() { i128::MAX } else { window.millis() }
}

/// Returns where each of `rows`, the dated in their order, stands: nowhere before what comes before it.
pub(super) fn places(shapes: &[ShapeByte], (starts, ends): (&[Instant], &[Instant]), rows: &[u32]) -> Vec<Instant> {
    let mut reached = Instant::MIN;
    let place = |row: &u32| {
        let row = *row as usize;
        reached = reached.max(shapes[row].stands_at(starts[row], ends[row]));
        reached
    };
    rows.iter().map(place).collect()
}

/// Moves each row to just behind the last of what it follows or responds to, where the two may have been at one time; nothing
/// else moves. Links that lead around in a circle count for nothing.
pub(super) fn after_what_they_follow(
    columns: &Columns,
    order: Vec<u32>,
    find: impl Fn(u64) -> Option<u32>,
) -> Vec<u32> {
    let mut before: HashMap<u32, Vec<u32>> = HashMap::new();
    let follows = columns.links.iter().filter(|it| matches!(it.1.0, LinkKind::Follows | LinkKind::RespondsTo));
    for (row, (_, id)) in follows {
        let Some(target) = find(*id).filter(|it| *it != row && may_be_at_one_time(columns, row, *it)) else { continue };
        before.entry(row).or_default().push(target);
    }
    if before.is_empty() {
        return order;
    }
    leave_out_circles(&mut before);
    let mut waiting: HashMap<u32, Vec<u32>> = HashMap::new();
    let mut missing: HashMap<u32, usize> = HashMap::new();
    for (row, targets) in &before {
        let distinct: HashSet<u32> = targets.iter().copied().collect();
        missing.insert(*row, distinct.len());
        distinct.into_iter().for_each(|it| waiting.entry(it).or_default().push(*row));
    }
    let mut place = vec![0; order.len()];
    (0_u32..).zip(&order).for_each(|(at, row)| place[*row as usize] = at);
    let mut sorted = Vec::with_capacity(order.len());
    let mut reached = HashSet::new();
    for row in order {
        if missing.get(&row).is_some_and(|it| *it > 0) {
            reached.insert(row);
            continue;
        }
        // What waited for this one comes now, and what waited for that.
        let mut next = BTreeSet::from([(place[row as usize], row)]);
        while let Some((_, row)) = next.pop_first() {
            sorted.push(row);
            let mut freed: Vec<u32> = waiting.remove(&row).unwrap_or_default();
            freed.retain(|it| {
                let left = missing.get_mut(it);
                left.is_some_and(|left| {
                    *left -= 1;
                    *left == 0 && reached.contains(it)
                })
            });
            next.extend(freed.into_iter().map(|it| (place[it as usize], it)));
        }
    }
    sorted
}

/// Returns whether two dated events can touch one instant.
fn may_be_at_one_time(columns: &Columns, a: u32, b: u32) -> bool {
    let windows = |row: u32| -> Vec<Window> {
        let row = row as usize;
        let members = columns.members.of(row);
        if members.is_empty() {
            vec![Window { first: columns.starts[row], last: columns.ends[row] }]
        } else {
            members.iter().map(|it| it.window).collect()
        }
    };
    let dated = |row: u32| columns.shapes[row as usize].is_dated();
    dated(a) && dated(b) && windows(a).iter().any(|it| windows(b).iter().any(|other| it.touches(*other)))
}

/// Takes out every link from a row to one that leads back to it.
fn leave_out_circles(before: &mut HashMap<u32, Vec<u32>>) {
    let circles = circles(before);
    let together = |a: u32, b: u32| circles.get(&a).is_some_and(|it| circles.get(&b) == Some(it));
    for (row, targets) in before.iter_mut() {
        targets.retain(|it| !together(*row, *it));
    }
    before.retain(|_, it| !it.is_empty());
}

/// Returns for each row the number of its strongly connected component, by Tarjan's algorithm without recursion: chains may be
/// as long as the store.
fn circles(before: &HashMap<u32, Vec<u32>>) -> HashMap<u32, u32> {
    let none = Vec::new();
    let targets = |row: u32| before.get(&row).unwrap_or(&none);
    let (mut numbers, mut lows): (HashMap<u32, u32>, HashMap<u32, u32>) = Default::default();
    let (mut circle_of, mut open): (HashMap<u32, u32>, Vec<u32>) = Default::default();
    for root in before.keys().copied() {
        if numbers.contains_key(&root) {
            continue;
        }
        let mut path: Vec<(u32, usize)> = vec![(root, 0)];
        while let Some((row, at)) = path.pop() {
            if at == 0 {
                let number = numbers.len() as u32;
                numbers.insert(row, number);
                lows.insert(row, number);
                open.push(row);
            }
            if let Some(target) = targets(row).get(at).copied() {
                path.push((row, at + 1));
                match numbers.get(&target) {
                    None => path.push((target, 0)),
                    Some(number) if !circle_of.contains_key(&target) => {
                        let low = lows[&row].min(*number);
                        lows.insert(row, low);
                    }
                    Some(_) => {}
                }
                continue;
            }
            if lows[&row] == numbers[&row] {
                while let Some(member) = open.pop() {
                    circle_of.insert(member, numbers[&row]);
                    if member == row {
                        break;
                    }
                }
            }
            if let Some((above, _)) = path.last() {
                let low = lows[above].min(lows[&row]);
                lows.insert(*above, low);
            }
        }
    }
    circle_of
}
