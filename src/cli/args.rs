//! What can be asked for on the command line; the doc comments are its help.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use strum::IntoStaticStr;

use crate::formats::FORMATS;

/// What to try, a line each, of at most 80 columns.
pub(super) const EXAMPLES: &str = "  dateline                                      open the built-in chronology
  dateline case.toml notes/                     a file, and a folder over it
  dateline list -q '@netflix in:2011..2016'     what Netflix did in those years
  dateline export -q 'surely:2013..2015' -F md  a table, with its sources below
  dateline --plain < commands.txt               the explorer as text, by command
  dateline check case.toml                      every fault, and its remedy
  dateline export -F toml -q '#inbox-api' | dateline list -";

/// What the two ways without a picture are, and how they differ.
pub(super) const LINE_BY_LINE: &str = "Line by line: --plain and --screen-reader read a command a line, and `help` lists \
them. Both are the explorer, with its filters, ranges, marks, undo and export. --plain prints numbered events in columns, \
a page at a time. --screen-reader says the event that it is on first, then one fact a line; dates and statuses are words, \
and no title is cut.";

/// The store where none is named.
pub(super) const NO_STORE: &str = "$DATELINE_STORE, or ./events.toml, or the built-in chronology.";

/// Exit codes, and what they mean.
pub(super) const EXIT_CODES: &str =
    "0 done; 1 nothing matched, or check found errors; 2 could not run; 130 interrupted.";

fn after_help() -> String {
    format!("Examples:\n{EXAMPLES}\n\n{LINE_BY_LINE}\n\nWithout a STORE: {NO_STORE}\n\nExit codes: {EXIT_CODES}")
}

fn formats() -> String {
    let names: Vec<&str> = FORMATS.iter().map(|it| it.name).collect();
    format!("Formats: {}. What a format cannot carry is said on standard error.", names.join(", "))
}

/// Explore chronologies that have to hold up: dated, sourced, disputed events in plain TOML
#[derive(Debug, Parser)]
#[command(name = "dateline", version, after_help = after_help(), subcommand_precedence_over_arg = true, disable_help_subcommand = true)]
pub struct Args {
    /// What to do; the explorer opens without.
    #[command(subcommand)]
    pub command: Option<CliCommand>,
    /// What to explore, and how.
    #[command(flatten)]
    pub explore: ExploreArgs,
    /// What every command takes.
    #[command(flatten)]
    pub globals: Globals,
}

/// What every command takes.
#[derive(Clone, Debug, Default, ClapArgs)]
#[command(next_help_heading = "Options for every command")]
pub struct Globals {
    /// Use colours: auto, always or never [default: auto]
    #[arg(long, global = true, value_name = "WHEN", value_parser = ["auto", "always", "never"], hide_possible_values = true)]
    pub color: Option<String>,
    /// Draw with: auto, blocks or ascii [default: auto]
    #[arg(long, global = true, value_name = "SET", value_parser = ["auto", "blocks", "ascii"], hide_possible_values = true)]
    pub glyphs: Option<String>,
    /// Draw the explorer in this theme [default: ansi]
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// Read settings from this file instead of the usual one
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Print every setting with its default, and leave
    #[arg(long, global = true)]
    pub print_config: bool,
    /// Show only what was public on this date (EDTF)
    #[arg(long, global = true, value_name = "DATE", allow_hyphen_values = true)]
    pub as_of: Option<String>,
}

/// Stores.
#[derive(Clone, Debug, Default, PartialEq, Eq, ClapArgs)]
pub struct StoreArgs {
    /// Files, folders (every *.toml below), or - for standard input
    #[arg(value_name = "STORE")]
    pub paths: Vec<PathBuf>,
}

/// Stores, and which of their events.
#[derive(Clone, Debug, Default, PartialEq, Eq, ClapArgs)]
pub struct SelectedArgs {
    /// In which stores.
    #[command(flatten)]
    pub stores: StoreArgs,
    /// Keep the events that this query finds: words, @party, #tag, in:2011..2016, status:alleged; several must all match
    #[arg(short, long, value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Vec<String>,
    /// Keep what this view of the settings shows, beside QUERY
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
}

/// Arguments of the explorer.
#[derive(Clone, Debug, Default, PartialEq, Eq, ClapArgs)]
pub struct ExploreArgs {
    /// What to explore.
    #[command(flatten)]
    pub selected: SelectedArgs,
    /// Neither bring back what was on in this store nor remember it
    #[arg(long)]
    pub no_session: bool,
    /// In which way.
    #[command(flatten)]
    pub way: WayArgs,
}

impl ExploreArgs {
    /// Returns whether nothing is named that only the explorer takes. That nothing is to be remembered is true of every command.
    pub fn is_empty(&self) -> bool {
        Self { no_session: false, ..self.clone() } == Self::default()
    }
}

/// Ways to explore; without one, there is a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, ClapArgs)]
#[group(multiple = false)]
pub struct WayArgs {
    /// Learn the explorer in two minutes, on the built-in chronology
    #[arg(long)]
    pub tour: bool,
    /// Explore line by line: commands on standard input, answers in text, no picture
    #[arg(long)]
    pub plain: bool,
    /// Explore line by line in words to be listened to: one fact a line, no columns, no signs
    #[arg(long)]
    pub screen_reader: bool,
}

/// What to do.
#[derive(Debug, IntoStaticStr, Subcommand)]
#[strum(serialize_all = "lowercase")]
pub enum CliCommand {
    /// Print events, one a line
    List(ListArgs),
    /// Print one event, whole
    Show(ShowArgs),
    /// Write events in another format
    #[command(after_help = formats())]
    Export(ExportArgs),
    /// Find every fault, with its place and its remedy
    Check(CheckArgs),
    /// Count events and sum money
    Stats(StatsArgs),
    /// Print parties with their number of events
    Parties(PartiesArgs),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Print paths, settings and what the terminal can show
    Info(StoreArgs),
    /// Print the help of a command, or teach a subject: store, queries
    Help(HelpArgs),
}

/// Arguments of `help`.
#[derive(Debug, ClapArgs)]
pub struct HelpArgs {
    /// A command, store or queries
    #[arg(value_name = "SUBJECT")]
    pub subject: Option<String>,
}

/// Arguments of `list`.
#[derive(Debug, ClapArgs)]
pub struct ListArgs {
    /// What to list.
    #[command(flatten)]
    pub selected: SelectedArgs,
    /// Order by date, title or amount (largest first)
    #[arg(long, value_name = "ORDER", value_enum, default_value_t = Sort::Date, hide_possible_values = true)]
    pub sort: Sort,
    /// Stop after this many events
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// Orders of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// Earliest first, undated last.
    Date,
    /// By title, whatever its case and accents.
    Title,
    /// Largest amount first, of one currency, rates apart; events without one last.
    Amount,
}

/// Arguments of `show`.
#[derive(Debug, ClapArgs)]
pub struct ShowArgs {
    /// The event's id
    pub id: String,
    /// In which stores.
    #[command(flatten)]
    pub stores: StoreArgs,
}

/// Arguments of `export`.
#[derive(Debug, ClapArgs)]
pub struct ExportArgs {
    /// What to export.
    #[command(flatten)]
    pub selected: SelectedArgs,
    /// Write in this format [default: by the ending of FILE, or text]
    #[arg(short = 'F', long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write nothing if the format cannot carry everything
    #[arg(long)]
    pub strict: bool,
    /// Replace FILE if it is there
    #[arg(long)]
    pub force: bool,
}

/// Arguments of `check`.
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// In which stores.
    #[command(flatten)]
    pub stores: StoreArgs,
    /// Print for a human, or as json, one object a line
    #[arg(long, value_enum, default_value_t = Report::Human, hide_possible_values = true)]
    pub format: Report,
    /// Print every fault, and not only the first 20 of a kind
    #[arg(long)]
    pub all: bool,
    /// Count warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Explain a rule by its code, or list every rule with `all`
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,
}

/// Forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// With an excerpt and a caret.
    Human,
    /// One object a line.
    Json,
}

/// Arguments of `stats`.
#[derive(Debug, ClapArgs)]
pub struct StatsArgs {
    /// What to count.
    #[command(flatten)]
    pub selected: SelectedArgs,
    /// Print tables of text, or one object of json
    #[arg(long, value_enum, default_value_t = Form::Text, hide_possible_values = true)]
    pub format: Form,
    /// List the amounts that each sum is of, and those in none
    #[arg(long)]
    pub amounts: bool,
}

/// Forms of statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// A table.
    Text,
    /// One object.
    Json,
}

/// Arguments of `parties`.
#[derive(Debug, ClapArgs)]
pub struct PartiesArgs {
    /// In which stores, and in which of their events.
    #[command(flatten)]
    pub selected: SelectedArgs,
    /// Keep the parties whose name or alias matches, best first
    #[arg(long, value_name = "TEXT")]
    pub r#match: Option<String>,
}
