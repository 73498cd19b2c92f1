//! What sources go back to: papers that repeat one letter are one source.

use std::collections::HashMap;

use crate::chronology::Source;

/// What a source goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Root<'a> {
    /// One source, or itself.
    One(&'a str),
    /// Several, or a circle, which has no beginning.
    Many,
}

/// Returns what a source goes back to; one that is not in the store goes back to itself.
pub(super) fn root<'b, 'a: 'b>(roots: &HashMap<&'a str, Root<'a>>, id: &'b str) -> Root<'b> {
    roots.get(id).copied().unwrap_or(Root::One(id))
}

/// Returns what each source goes back to, and each that one of them names.
pub(super) fn roots(sources: &[Source]) -> HashMap<&str, Root<'_>> {
    let sources: HashMap<&str, &Source> = sources.iter().map(|it| (&*it.id, it)).collect();
    // Nothing stands for a source while what it derives from is still being looked at.
    let mut known: HashMap<&str, Option<Root>> = HashMap::new();
    for id in sources.keys() {
        // A chain of sources may be longer than the stack is deep, so the way is kept in a list.
        let mut way = vec![*id];
        while let Some(&next) = way.last() {
            let parents = sources.get(next).map_or(&[][..], |it| &it.derived_from);
            match known.get(next) {
                Some(Some(_)) => {
                    way.pop();
                }
                Some(None) => {
                    // A parent that is still open derives from this source in turn.
                    let mut roots = parents.iter().map(|it| known.get(&**it).copied().flatten().unwrap_or(Root::Many));
                    let first = roots.next().unwrap_or(Root::One(next));
                    let root = if roots.all(|it| it == first) { first } else { Root::Many };
                    known.insert(next, Some(root));
                    way.pop();
                }
                None => {
                    known.insert(next, None);
                    way.extend(parents.iter().map(|it| &**it).filter(|it| !known.contains_key(it)));
                }
            }
        }
    }
    known.into_iter().map(|(id, root)| (id, root.unwrap_or(Root::Many))).collect()
}
