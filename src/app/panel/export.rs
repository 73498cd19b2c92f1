//! The export dialog: what, how and where to, with the first lines of what would be written.

use std::path::PathBuf;

use strum::VariantArray;
use tui_input::Input;

use crate::{
    app::{answers::Topic, look::Scope, msg::Command, panel::overlay::turned},
    catalog::{Catalog, IdSet},
    formats::{self, FORMATS, Format, Overwrite, Subset},
    keys::Context,
};

use super::overlay::{Accepted, Behind, Overlay};

/// Lines of the preview that are made.
const PREVIEW: usize = 40;
/// Events that the preview is made of: enough for its lines in every format.
const PREVIEWED: usize = 12;

/// A field of the dialog, from the top down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum DialogField {
    /// Which events.
    Scope,
    /// In which format.
    Format,
    /// To which file.
    Path,
}

/// The export dialog.
#[derive(Clone, Debug)]
pub struct ExportDialog {
    /// Every scope that holds something, with its events.
    pub scopes: Vec<(Scope, IdSet)>,
    /// Which of them is chosen.
    pub scope: usize,
    /// Which format is chosen, in [`FORMATS`].
    pub format: usize,
    /// Where to.
    pub path: Input,
    /// Which field has the keys.
    pub field: DialogField,
    /// The first lines of the file.
    pub preview: Vec<String>,
    /// Whether what the format cannot carry of these events has been asked for.
    is_counted: bool,
    /// What is done with a file that is there: only where the reader has been told of it, it is replaced.
    pub overwrite: Overwrite,
    /// Why the last try failed.
    pub fault: Option<String>,
}

impl ExportDialog {
    /// Returns a dialog over every scope that holds something, the narrowest of them chosen, in the format of the settings.
    pub(in crate::app) fn new(behind: Behind) -> Self {
        let format = behind.settings.export_format.as_str();
        let format = FORMATS.iter().position(|it| it.name == format).unwrap_or(0);
        let mut dialog = Self {
            scopes: scopes(behind),
            scope: 0,
            format,
            path: Input::new(format!("dateline.{}", FORMATS[format].extension)),
            field: DialogField::Scope,
            preview: Vec::new(),
            is_counted: false,
            overwrite: Overwrite::Refuse,
            fault: None,
        };
        dialog.refresh(&behind.shelf.data.catalog);
        dialog
    }

    /// Returns the events that would be written.
    pub fn ids(&self) -> Option<&IdSet> {
        self.scopes.get(self.scope).map(|(_, ids)| ids)
    }

    /// Returns the format.
    pub fn format(&self) -> &'static Format {
        &FORMATS[self.format]
    }

    /// Returns the file to write, or nothing where no path is typed.
    fn typed_path(&self) -> Option<PathBuf> {
        let path = self.path.value().trim();
        (!path.is_empty()).then(|| PathBuf::from(path))
    }

    /// Moves to the next field, or with a negative step to the one before.
    fn step_field(&mut self, step: isize) {
        let at = turned(self.field as usize, step, DialogField::VARIANTS.len());
        self.field = DialogField::VARIANTS[at];
        self.overwrite = Overwrite::Refuse;
    }

    /// Chooses the next scope or format, round the end to the first.
    fn step_choice(&mut self, step: isize, catalog: &Catalog) {
        match self.field {
            DialogField::Scope => self.scope = turned(self.scope, step, self.scopes.len()),
            DialogField::Format => {
                let before = self.format().extension;
                self.format = turned(self.format, step, FORMATS.len());
                let path = self.path.value().to_owned();
                // A name of the reader's own keeps its ending when that is none of ours.
                if let Some(stem) = path.strip_suffix(before) {
                    self.path = Input::new(format!("{stem}{}", self.format().extension));
                }
            }
            DialogField::Path => return,
        }
        self.overwrite = Overwrite::Refuse;
        self.refresh(catalog);
    }

    /// Chooses the format that the path's ending names, if it names one.
    fn follow_path(&mut self, catalog: &Catalog) {
        let named = self.typed_path().and_then(|it| formats::format_for_path(&it));
        let at = named.and_then(|it| FORMATS.iter().position(|one| one.name == it.name));
        if let Some(at) = at.filter(|it| FORMATS[*it].extension != self.format().extension) {
            self.format = at;
            self.refresh(catalog);
        }
        self.overwrite = Overwrite::Refuse;
        self.fault = None;
    }

    /// Makes the preview anew, and has the losses counted anew.
    fn refresh(&mut self, catalog: &Catalog) {
        self.preview.clear();
        self.is_counted = false;
        let Some(ids) = self.ids() else { return };
        let few = IdSet::from_iter(catalog.len(), ids.iter().take(PREVIEWED));
        let mut text = Vec::new();
        // Writing to memory does not fail.
        if self.format().write(Subset { catalog, ids: &few }, &mut text).is_ok() {
            let text = String::from_utf8_lossy(&text);
            self.preview = text.lines().take(PREVIEW).map(str::to_owned).collect();
        }
    }
}

impl Overlay for ExportDialog {
    fn list(&mut self, _: Behind) -> Option<(&mut usize, usize)> {
        None
    }

    fn context(&self) -> Context {
        if self.field == DialogField::Path { Context::Prompt } else { Context::Menu }
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(&mut self.path).filter(|_| self.field == DialogField::Path)
    }

    fn typed(&mut self, behind: Behind) {
        self.follow_path(&behind.shelf.data.catalog);
    }

    fn step(&mut self, rows: isize, _: Behind) {
        self.step_field(rows.signum());
    }

    fn step_right(&mut self, steps: isize, behind: Behind) {
        self.step_choice(steps, &behind.shelf.data.catalog);
    }

    fn turn(&mut self, step: isize, _: Behind) {
        self.step_field(step);
    }

    fn accept(&mut self, _: Behind) -> Accepted {
        let Some(path) = self.typed_path() else {
            self.fault = Some("type the file to write".to_owned());
            self.field = DialogField::Path;
            return Accepted::Stay(None);
        };
        let scope = self.scopes.get(self.scope).map(|it| it.0);
        Accepted::Stay(scope.map(|scope| Command::Export {
            scope,
            format: self.format(),
            path,
            overwrite: self.overwrite,
        }))
    }

    /// Stays with the scope that is chosen, where it still holds something.
    fn renew(&mut self, _: &Catalog, behind: Behind) -> bool {
        let chosen = self.scopes.get(self.scope).map(|it| it.0);
        self.scopes = scopes(behind);
        self.scope = self.scopes.iter().position(|it| Some(it.0) == chosen).unwrap_or(0);
        self.refresh(&behind.shelf.data.catalog);
        !self.scopes.is_empty()
    }

    fn question(&mut self, _: Behind) -> Option<Topic> {
        let is_counted = std::mem::replace(&mut self.is_counted, true);
        let ids = self.ids().filter(|_| !is_counted)?;
        Some(Topic::Lose { format: self.format(), ids: ids.clone() })
    }
}

fn scopes(behind: Behind) -> Vec<(Scope, IdSet)> {
    behind.look.scopes(behind.events(), behind.find).map(|(scope, ids)| (scope, ids.into_owned())).collect()
}
