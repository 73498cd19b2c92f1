//! `dateline completions` and `dateline man`: both from the arguments themselves.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::{
    Exit, Io,
    args::{Args, EXAMPLES, EXIT_CODES, LINE_BY_LINE, NO_STORE},
};
use crate::query::{RULES, guide};

/// What the manual says beyond the arguments.
const MORE: &str = "\
.SH FILES
.TP
.I $XDG_CONFIG_HOME/dateline/config.toml
Settings; dateline \\-\\-print\\-config prints every one with its default.
.TP
.I $XDG_CONFIG_HOME/dateline/keymap.toml
Keys, laid over the defaults.
.TP
.I $XDG_CONFIG_HOME/dateline/themes/NAME.toml
A theme of your own: styles of roles, laid over the default theme.
.TP
.I $XDG_STATE_HOME/dateline/sessions/
What was on in each store, to be brought back: view, filter, marks, bookmarks, lines typed.
.SH ENVIRONMENT
.TP
.B DATELINE_STORE
The store where none is named.
.TP
.B DATELINE_THEME, DATELINE_COLOR, DATELINE_GLYPHS, DATELINE_LANES, DATELINE_SESSION
Settings of the same names.
.TP
.B NO_COLOR, CLICOLOR_FORCE, TERM
Whether to use colours.
.TP
.B VISUAL, EDITOR
The editor that e opens in the explorer, and edit line by line.
";

/// Prints the completions of one shell.
pub(in crate::cli) fn completions(shell: Shell, io: &mut Io) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "dateline", &mut script);
    io.out.write_all(&script)?;
    Ok(Exit::Done)
}

/// Prints the manual page.
pub(in crate::cli) fn man(io: &mut Io) -> anyhow::Result<Exit> {
    let man = clap_mangen::Man::new(Args::command());
    man.render_title(&mut io.out)?;
    man.render_name_section(&mut io.out)?;
    man.render_synopsis_section(&mut io.out)?;
    man.render_options_section(&mut io.out)?;
    writeln!(io.out, ".PP\nWithout a STORE: {}", roff(NO_STORE))?;
    for command in Args::command().get_subcommands().filter(|it| it.get_name() != "help") {
        writeln!(io.out, ".SH DATELINE {}", command.get_name().to_uppercase())?;
        writeln!(io.out, "{}.", roff(&command.get_about().unwrap_or_default().to_string()))?;
        if let Some(more) = command.get_after_help() {
            writeln!(io.out, ".PP\n{}", roff(&more.to_string()))?;
        }
        // The heading of its options is none of the whole page.
        let mut options = Vec::new();
        clap_mangen::Man::new(command.clone()).render_options_section(&mut options)?;
        write!(io.out, "{}", String::from_utf8_lossy(&options).replace(".SH OPTIONS", ".PP"))?;
    }
    writeln!(io.out, ".SH LINE BY LINE\n{}", roff(LINE_BY_LINE.trim_start_matches("Line by line: ")))?;
    writeln!(io.out, ".SH QUERIES")?;
    for it in guide() {
        let (form, means, example) = (roff(it.form), roff(it.means), roff(it.example));
        writeln!(io.out, ".TP\n\\fB{form}\\fR\n{means}: {example}")?;
    }
    writeln!(io.out, ".PP\n{}", roff(&RULES.join(" ")))?;
    // Lines that are not filled, or the examples would run into each other.
    writeln!(io.out, ".SH EXAMPLES\n.nf\n{}\n.fi", roff(EXAMPLES))?;
    writeln!(io.out, ".SH EXIT STATUS\n{}", roff(EXIT_CODES))?;
    write!(io.out, "{MORE}")?;
    Ok(Exit::Done)
}

/// Returns text as the manual's language has it: a dash that can be searched for and copied, and a straight quote.
fn roff(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq")
}
