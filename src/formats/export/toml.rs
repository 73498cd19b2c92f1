//! `toml`: a store, smaller by what was not selected, that loads to an equal selection.

use std::io::{self, Write};

use crate::{
    formats::{loss::Loss, selection::Selection, subset::subset},
    store,
};

pub(crate) fn toml(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    let (chronology, losses) = subset(*selection);
    out.write_all(store::write(&chronology).as_bytes())?;
    Ok(losses)
}
