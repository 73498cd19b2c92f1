//! `dateline completions` and `dateline man`: both from the arguments themselves.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Exit, Io, args::Args};

/// What the manual says beyond the arguments.
const MORE: &str = "\
.SH FILES
.TP
.I $XDG_CONFIG_HOME/dateline/config.toml
Settings; dateline \\-\\-print\\-config prints every one with its default.
.TP
.I $XDG_CONFIG_HOME/dateline/keymap.toml
Keys, laid over the defaults.
.SH ENVIRONMENT
.TP
.B DATELINE_STORE
The store where none is named.
.TP
.B DATELINE_THEME, DATELINE_COLOR, DATELINE_GLYPHS, DATELINE_LANES
Settings of the same names.
.TP
.B NO_COLOR, CLICOLOR_FORCE, TERM
Whether to use colours.
.TP
.B VISUAL, EDITOR
The editor that e opens in the explorer.
";

/// Prints the completions of one shell.
pub(super) fn completions(shell: Shell, io: &mut Io) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "dateline", &mut script);
    io.out.write_all(&script)?;
    Ok(Exit::Done)
}

/// Prints the manual page.
pub(super) fn man(io: &mut Io) -> anyhow::Result<Exit> {
    clap_mangen::Man::new(Args::command()).render(&mut io.out)?;
    for command in Args::command().get_subcommands().filter(|it| it.get_name() != "help") {
        writeln!(io.out, ".SH \"DATELINE {}\"", command.get_name().to_uppercase())?;
        let man = clap_mangen::Man::new(command.clone());
        man.render_description_section(&mut io.out)?;
        man.render_options_section(&mut io.out)?;
    }
    write!(io.out, "{MORE}")?;
    Ok(Exit::Done)
}
