//! From stores to what the explorer and the commands show.

use std::sync::Arc;

use crate::{
    app::{Data, Loading},
    catalog::Catalog,
    chronology::CivilDate,
    store::{self, Input, LoadError},
};

/// Reads `inputs` and checks them as of `today`.
pub fn load(inputs: &[Input], name: &str, today: CivilDate) -> Result<Data, LoadError> {
    let mut loaded = store::load(inputs)?;
    let lint = store::check(&loaded, today);
    loaded.diagnostics.extend(lint);
    Ok(Data {
        catalog: Arc::new(Catalog::build(loaded.chronology)),
        files: Arc::new(loaded.files),
        diagnostics: Arc::new(loaded.diagnostics),
        name: name.to_owned(),
        loading: Loading::Complete,
    })
}
