//! Whether to use colours, and how many.

use super::Choice;

/// How many colours to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColorMode {
    /// None: plain output has no escape sequences, and the explorer says by bold, dim and reverse what colours say.
    None,
    /// The terminal's own sixteen.
    Ansi16,
    /// The 256 of xterm.
    Ansi256,
    /// Any.
    TrueColor,
}

/// What standard output is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Output {
    /// A terminal.
    Terminal,
    /// A file or a pipe.
    Other,
}

/// Returns how many colours to use on `output`.
///
/// A choice that a person wrote for this program goes before the environment, as <https://no-color.org> asks. Left to `auto`,
/// `NO_COLOR` goes before `CLICOLOR_FORCE`, and that before `TERM=dumb`, `CLICOLOR=0` and a file.
pub fn color_mode(choice: Choice, env: &dyn Fn(&str) -> Option<String>, output: Output) -> ColorMode {
    let set = |name| env(name).is_some_and(|it| !it.is_empty());
    let forced = env("CLICOLOR_FORCE").is_some_and(|it| !it.is_empty() && it != "0");
    let refused = env("TERM").as_deref() == Some("dumb") || env("CLICOLOR").as_deref() == Some("0");
    let colored = match choice {
        Choice::Always => true,
        Choice::Never => false,
        Choice::Auto => !set("NO_COLOR") && (forced || !refused && output == Output::Terminal),
    };
    if colored { depth(env) } else { ColorMode::None }
}

/// Returns how many colours the terminal can show, if it shows any.
fn depth(env: &dyn Fn(&str) -> Option<String>) -> ColorMode {
    // These can, but `COLORTERM`, by which they say so, is lost over ssh.
    const CAPABLE: [&str; 5] = ["kitty", "ghostty", "alacritty", "foot", "wezterm"];
    let term = env("TERM").unwrap_or_default();
    let says_so = matches!(env("COLORTERM").as_deref(), Some("truecolor" | "24bit"));
    if says_so || term.ends_with("-direct") || CAPABLE.iter().any(|it| term.contains(it)) || env("WT_SESSION").is_some()
    {
        ColorMode::TrueColor
    } else if term.contains("256color") {
        ColorMode::Ansi256
    } else {
        ColorMode::Ansi16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(choice: Choice, env: &str, output: Output, expect: ColorMode) {
        let find = |name: &str| {
            env.split(' ').filter_map(|it| it.split_once('=')).find(|it| it.0 == name).map(|it| it.1.to_owned())
        };
        assert_eq!(color_mode(choice, &find, output), expect, "{choice} {env}");
    }

    #[test]
    fn the_table() {
        use Choice::{Always, Auto, Never};
        use ColorMode::{Ansi16, Ansi256, None, TrueColor};
        use Output::{Other, Terminal};
        check(Auto, "TERM=xterm", Terminal, Ansi16);
        check(Auto, "", Terminal, Ansi16);
        check(Auto, "TERM=xterm-256color", Terminal, Ansi256);
        check(Auto, "TERM=xterm-256color COLORTERM=truecolor", Terminal, TrueColor);
        check(Auto, "TERM=xterm-kitty", Terminal, TrueColor);
        check(Auto, "TERM=xterm", Other, None);
        check(Auto, "TERM=dumb", Terminal, None);
        check(Auto, "TERM=xterm CLICOLOR=0", Terminal, None);
        check(Auto, "TERM=xterm NO_COLOR=1", Terminal, None);
        check(Auto, "TERM=xterm NO_COLOR=", Terminal, Ansi16);
        check(Auto, "TERM=xterm CLICOLOR_FORCE=1", Other, Ansi16);
        check(Auto, "TERM=xterm CLICOLOR_FORCE=0", Other, None);
        check(Auto, "NO_COLOR=1 CLICOLOR_FORCE=1", Terminal, None);
        check(Always, "TERM=xterm NO_COLOR=1", Other, Ansi16);
        check(Never, "CLICOLOR_FORCE=1", Terminal, None);
    }
}
