//! The id that a mistyped one most likely meant.

use crate::{catalog::Catalog, diag::did_you_mean};

/// Ids that a wrong one is compared with.
const COMPARED: usize = 50_000;

/// Returns the id of an event that `id` most likely meant.
pub fn nearest_id(catalog: &Catalog, id: &str) -> Option<String> {
    let ids: Vec<String> = catalog.iter().take(COMPARED).map(|(_, it)| it.id.clone()).collect();
    did_you_mean(id, ids.iter().map(String::as_str)).map(str::to_owned)
}
