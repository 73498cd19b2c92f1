//! The settings that there are, and the layers in which they are given.

use std::borrow::Cow;

use strum::{Display, EnumIter, EnumString, IntoEnumIterator, IntoStaticStr, VariantNames};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Choice, GlyphChoice, Switch, lint::LINT, theme_names, views::VIEWS};
use crate::diag::{Diagnostic, SourceMap, Span, meant_or_all};

/// The defaults, with their comments; what a user's own file is laid over.
pub const DEFAULT_CONFIG: &str = include_str!("../../assets/config.toml");

const CAN_BE: &str = "it can be set to";

/// The table of the configuration that is not a setting: styles over those of the theme.
pub(super) const ROLES: &str = "roles";

/// Something that can be set to one of a few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Setting {
    /// The explorer's theme.
    Theme,
    /// Whether to use colour.
    Color,
    /// What to draw with.
    Glyphs,
    /// What makes a lane at the start.
    Lanes,
    /// Whether the detail is shown at the start.
    Detail,
    /// Whether the explorer takes the mouse.
    Mouse,
    /// Whether pages are told to the terminal as links.
    Hyperlinks,
    /// The format that is proposed first.
    ExportFormat,
    /// Whether what was on is remembered.
    Session,
}

impl Setting {
    /// Returns the name that configuration files use.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the variable of the environment that sets it: `DATELINE_THEME`.
    pub fn variable(self) -> String {
        format!("DATELINE_{}", self.name().to_uppercase())
    }

    /// Returns the words that it can be set to; of lanes, formats and the user's own themes, those of `names`.
    pub(super) fn words<'a>(self, names: &Names<'a>) -> Vec<&'a str> {
        match self {
            Self::Theme => {
                let mut words: Vec<&str> = theme_names().chain([AUTO]).collect();
                words.extend(&names.themes);
                words
            }
            Self::Color | Self::Hyperlinks => Choice::VARIANTS.to_vec(),
            Self::Glyphs => GlyphChoice::VARIANTS.to_vec(),
            Self::Lanes => names.lanes.to_vec(),
            Self::Detail | Self::Mouse | Self::Session => Switch::VARIANTS.to_vec(),
            Self::ExportFormat => names.formats.to_vec(),
        }
    }
}

/// The theme that is light or dark as the terminal's background is.
pub(super) const AUTO: &str = "auto";

/// Names that are not known before the program runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Names<'a> {
    /// Of formats; without any, every format will do.
    pub(super) formats: &'a [&'a str],
    /// Of what lanes can be by.
    pub(super) lanes: &'a [&'a str],
    /// Of the user's own themes.
    pub(super) themes: Vec<&'a str>,
}

/// A setting as it was given somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Given {
    /// Which.
    pub setting: Setting,
    /// Set to what.
    pub word: String,
    /// Where.
    pub span: Span,
}

/// Returns the settings in a configuration's table, the text number `file`, and what is wrong with it.
pub(super) fn from_table(table: &DeTable, file: usize) -> (Vec<Given>, Vec<Diagnostic>) {
    let mut given = Vec::new();
    let mut faults = Vec::new();
    for (name, value) in table.iter().filter(is_setting) {
        let span = |it: std::ops::Range<usize>| Span::new(file, it.start, it.end);
        match (name.get_ref().parse::<Setting>(), word(value)) {
            (Ok(setting), Some(word)) => given.push(Given { setting, word, span: span(value.span()) }),
            (Ok(setting), None) => {
                let fault = Diagnostic::error("bad-setting", format!("`{setting}` is set to a word"));
                let words = setting.words(&Names::default()).join(", ");
                let help = (!words.is_empty()).then(|| format!("{CAN_BE} {words}"));
                faults.push(Diagnostic { help, ..fault.at(span(value.span())) });
            }
            (Err(_), _) => {
                let known = Setting::iter().map(Setting::name).chain([VIEWS, ROLES, LINT]);
                let help = meant_or_all(name.get_ref(), "settings are", known);
                let fault = Diagnostic::error("unknown-setting", format!("`{}` is not a setting", name.get_ref()));
                faults.push(fault.at(span(name.span())).help(help));
            }
        }
    }
    (given, faults)
}

/// Returns whether an entry is no table of its own, and has a value: one that is not TOML is empty, and has been told.
fn is_setting((name, value): &(&Spanned<Cow<str>>, &Spanned<DeValue>)) -> bool {
    ![ROLES, VIEWS, LINT].contains(&&**name.get_ref()) && !value.span().is_empty()
}

fn word(value: &Spanned<DeValue>) -> Option<String> {
    let value = value.get_ref();
    value.as_str().map(str::to_owned).or_else(|| value.as_bool().map(|it| it.to_string()))
}

/// Returns the settings in the environment and then those in flags, whose values become texts of `files`.
pub(super) fn from_outside(
    env: &dyn Fn(&str) -> Option<String>,
    flags: &[(Setting, String)],
    files: &mut SourceMap,
) -> Vec<Given> {
    let set = |it: Setting| env(&it.variable()).filter(|it| !it.is_empty());
    let env = Setting::iter().filter_map(|it| Some((it, set(it)?, format!("${}", it.variable()))));
    let flags = flags.iter().map(|(it, word)| (*it, word.clone(), format!("--{it}")));
    let given = env.chain(flags).map(|(setting, word, name)| {
        let span = Span::new(files.add(name, word.as_str()), 0, word.len());
        Given { setting, word, span }
    });
    given.collect()
}

/// Returns what is wrong with a setting's word, if anything is.
pub(super) fn fault(given: &Given, names: &Names) -> Option<Diagnostic> {
    let words = given.setting.words(names);
    if words.is_empty() || words.contains(&&*given.word) {
        return None;
    }
    let message = format!("`{}` cannot be set to `{}`", given.setting, given.word);
    let help = meant_or_all(&given.word, CAN_BE, words);
    Some(Diagnostic::error("bad-setting", message).at(given.span).help(help))
}
