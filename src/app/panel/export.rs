//! The export dialog: what, how and where to, with the first lines of what would be written.

use std::path::PathBuf;

use tui_input::Input;

use crate::{
    app::{command::Command, look::Scope},
    catalog::{Catalog, IdSet},
    formats::{self, FORMATS, Format, Overwrite, Subset},
    keys::Context,
};

use super::{
    menu::Menu,
    overlay::{Accepted, Behind, Overlay, Renewed},
};

/// Lines of the preview that are made.
const PREVIEW: usize = 40;
/// Events that the preview is made of: enough for its lines in every format.
const PREVIEWED: usize = 12;

/// A field of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogField {
    /// Which events.
    Scope,
    /// In which format.
    Format,
    /// To which file.
    Path,
}

/// Whether a file that is there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Nothing was asked.
    Nothing,
    /// The file is there, and the dialog asks whether to replace it.
    Replace,
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
    /// What the format cannot carry of these events; nothing until it is counted.
    pub losses: Option<Vec<String>>,
    /// Whether that is to be counted anew.
    pub(in crate::app) uncounted: bool,
    /// Whether it asks about a file that is there.
    pub asking: Asking,
    /// Why the last try failed.
    pub fault: Option<String>,
}

impl ExportDialog {
    /// Returns a dialog over `scopes`, the first of them chosen, in the format called `format`.
    pub(in crate::app) fn new(scopes: Vec<(Scope, IdSet)>, catalog: &Catalog, format: &str) -> Self {
        let format = FORMATS.iter().position(|it| it.name == format).unwrap_or(0);
        let path = Input::new(format!("dateline.{}", FORMATS[format].extension));
        let mut dialog = Self {
            scopes,
            scope: 0,
            format,
            path,
            field: DialogField::Scope,
            preview: Vec::new(),
            losses: None,
            uncounted: true,
            asking: Asking::Nothing,
            fault: None,
        };
        dialog.refresh(catalog);
        dialog
    }

    /// Returns the events that would be written.
    pub fn ids(&self) -> Option<&IdSet> {
        self.scopes.get(self.scope).map(|(_, ids)| ids)
    }

    /// Returns the format.
    pub fn format(&self) -> &'static Format {
        &FORMATS[self.format.min(FORMATS.len() - 1)]
    }

    /// Returns the file to write, or nothing where no path is typed.
    fn typed_path(&self) -> Option<PathBuf> {
        let path = self.path.value().trim();
        (!path.is_empty()).then(|| PathBuf::from(path))
    }

    /// Moves to the next field, or with a negative step to the one before.
    fn step_field(&mut self, step: isize) {
        const ORDER: [DialogField; 3] = [DialogField::Scope, DialogField::Format, DialogField::Path];
        let at = ORDER.iter().position(|it| *it == self.field).unwrap_or(0);
        self.field = ORDER[(at as isize + step).rem_euclid(3) as usize];
        self.asking = Asking::Nothing;
    }

    /// Chooses the next scope or format, round the end to the first.
    fn step_choice(&mut self, step: isize, catalog: &Catalog) {
        let turn = |at: usize, len: usize| (at as isize + step).rem_euclid(len.max(1) as isize) as usize;
        match self.field {
            DialogField::Scope => self.scope = turn(self.scope, self.scopes.len()),
            DialogField::Format => {
                let before = self.format().extension;
                self.format = turn(self.format, FORMATS.len());
                let path = self.path.value().to_owned();
                // A name of the reader's own keeps its ending when that is none of ours.
                if let Some(stem) = path.strip_suffix(before) {
                    self.path = Input::new(format!("{stem}{}", self.format().extension));
                }
            }
            DialogField::Path => return,
        }
        self.asking = Asking::Nothing;
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
        self.asking = Asking::Nothing;
        self.fault = None;
    }

    /// Makes the preview anew, and has the losses counted anew.
    fn refresh(&mut self, catalog: &Catalog) {
        self.preview.clear();
        self.losses = None;
        self.uncounted = true;
        let Some((_, ids)) = self.scopes.get(self.scope) else { return };
        let mut few = IdSet::new(catalog.len());
        for id in ids.iter().take(PREVIEWED) {
            few.insert(id);
        }
        let mut text = Vec::new();
        // Writing to memory does not fail.
        if self.format().write(Subset { catalog, ids: &few }, &mut text).is_ok() {
            let text = String::from_utf8_lossy(&text);
            self.preview = text.lines().take(PREVIEW).map(str::to_owned).collect();
        }
    }
}

impl Overlay for ExportDialog {
    fn menu(&mut self) -> Option<&mut Menu> {
        None
    }

    fn len(&self, _: Behind) -> usize {
        0
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
        let overwrite = match self.asking {
            Asking::Nothing => Overwrite::Refuse,
            Asking::Replace => Overwrite::Replace,
        };
        let scope = self.scopes.get(self.scope).map(|it| it.0);
        Accepted::Stay(scope.map(|scope| Command::Export { scope, format: self.format(), path, overwrite }))
    }

    /// Stays with the scope that is chosen, where it still holds something.
    fn renew(&mut self, _: &Catalog, behind: Behind) -> Renewed {
        let chosen = self.scopes.get(self.scope).map(|it| it.0);
        self.scopes = behind.look.scopes(behind.events(), behind.find);
        self.scope = self.scopes.iter().position(|it| Some(it.0) == chosen).unwrap_or(0);
        self.refresh(&behind.shelf.data.catalog);
        if self.scopes.is_empty() { Renewed::Closes } else { Renewed::Stays }
    }
}
