//! The settings that there are, and the layers in which they are given.

use std::borrow::Cow;

use strum::{Display, EnumIter, EnumString, IntoEnumIterator, IntoStaticStr, VariantNames};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{ColorChoice, Detail, GlyphChoice, LinkChoice, MouseChoice, Sessions, theme_names, views::VIEWS};
use crate::diag::{Diagnostic, SourceMap, Span, did_you_mean};

/// The defaults, with their comments; what a user's own file is laid over.
pub const DEFAULT_CONFIG: &str = include_str!("../../assets/config.toml");

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

    /// Returns the words that it can be set to; of lanes, formats and the user's own themes, those of `named`.
    pub(super) fn words<'a>(self, named: &Named<'a>) -> Vec<&'a str> {
        match self {
            Self::Theme => {
                theme_names().chain([AUTO]).map(|it| -> &str { it }).chain(named.themes.iter().copied()).collect()
            }
            Self::Color => ColorChoice::VARIANTS.to_vec(),
            Self::Glyphs => GlyphChoice::VARIANTS.to_vec(),
            Self::Lanes => named.lanes.to_vec(),
            Self::Detail => Detail::VARIANTS.to_vec(),
            Self::Mouse => MouseChoice::VARIANTS.to_vec(),
            Self::Hyperlinks => LinkChoice::VARIANTS.to_vec(),
            Self::ExportFormat => named.formats.to_vec(),
            Self::Session => Sessions::VARIANTS.to_vec(),
        }
    }
}

/// The theme that is light or dark as the terminal's background is.
pub(super) const AUTO: &str = "auto";

/// Names that are not known before the program runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Named<'a> {
    /// Of formats; without any, every format will do.
    pub(super) formats: &'a [&'a str],
    /// Of what lanes can be by.
    pub(super) lanes: &'a [&'a str],
    /// Of the user's own themes.
    pub(super) themes: Vec<&'a str>,
}

/// What flags of the command line set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// `--theme`.
    pub theme: Option<String>,
    /// `--color`.
    pub color: Option<String>,
    /// `--glyphs`.
    pub glyphs: Option<String>,
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
                faults.push(Diagnostic { help: words_of(setting, &Named::default()), ..fault.at(span(value.span())) });
            }
            (Err(_), _) => {
                let known = || Setting::iter().map(Setting::name).chain([VIEWS, ROLES]);
                let meant = did_you_mean(name.get_ref(), known()).map(|it| format!("did you mean `{it}`?"));
                let all = || format!("settings are {}", known().collect::<Vec<_>>().join(", "));
                let fault = Diagnostic::error("unknown-setting", format!("`{}` is not a setting", name.get_ref()));
                faults.push(fault.at(span(name.span())).help(meant.unwrap_or_else(all)));
            }
        }
    }
    (given, faults)
}

/// Returns whether an entry is no table of its own, and has a value: one that is not TOML is empty, and has been told.
fn is_setting((name, value): &(&Spanned<Cow<str>>, &Spanned<DeValue>)) -> bool {
    ![ROLES, VIEWS].contains(&&**name.get_ref()) && !value.span().is_empty()
}

fn word(value: &Spanned<DeValue>) -> Option<String> {
    let value = value.get_ref();
    value.as_str().map(str::to_owned).or_else(|| value.as_bool().map(|it| it.to_string()))
}

/// Returns the settings in the environment, whose values become texts of `files`.
pub(super) fn from_env(env: &dyn Fn(&str) -> Option<String>, files: &mut SourceMap) -> Vec<Given> {
    let set = Setting::iter().filter_map(|it| Some((it, env(&it.variable()).filter(|it| !it.is_empty())?)));
    set.map(|(setting, word)| single(setting, word, format!("${}", setting.variable()), files)).collect()
}

/// Returns the settings in flags, whose values become texts of `files`.
pub(super) fn from_flags(flags: &Overrides, files: &mut SourceMap) -> Vec<Given> {
    let Overrides { theme, color, glyphs } = flags;
    let set = [(Setting::Theme, theme), (Setting::Color, color), (Setting::Glyphs, glyphs)];
    let set = set.into_iter().filter_map(|(setting, word)| Some((setting, word.clone()?)));
    set.map(|(setting, word)| single(setting, word, format!("--{setting}"), files)).collect()
}

fn single(setting: Setting, word: String, name: String, files: &mut SourceMap) -> Given {
    let end = word.len();
    let file = files.add(name, word.as_str());
    Given { setting, word, span: Span::new(file, 0, end) }
}

/// Returns what is wrong with a setting's word, if anything is.
pub(super) fn fault(given: &Given, named: &Named) -> Option<Diagnostic> {
    let words = given.setting.words(named);
    if words.is_empty() || words.contains(&&*given.word) {
        return None;
    }
    let message = format!("`{}` cannot be set to `{}`", given.setting, given.word);
    let meant = did_you_mean(&given.word, words).map(|it| format!("did you mean `{it}`?"));
    let help = meant.or_else(|| words_of(given.setting, named));
    Some(Diagnostic { help, ..Diagnostic::error("bad-setting", message).at(given.span) })
}

fn words_of(setting: Setting, named: &Named) -> Option<String> {
    let words = setting.words(named);
    (!words.is_empty()).then(|| format!("it can be set to {}", words.join(", ")))
}
