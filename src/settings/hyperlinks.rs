//! Whether the terminal opens links (OSC 8), as far as its environment tells.

use super::{Choice, Switch};

/// Values of `TERM_PROGRAM` of terminals that open links.
const PROGRAMS: [&str; 8] = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby", "WarpTerminal"];
/// Beginnings of `TERM` of terminals that open links.
const TERMS: [&str; 6] = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour"];
/// The first version of VTE (GNOME Terminal and its kin) that opens links.
const VTE: u32 = 5000;

/// Returns whether pages are told to the terminal as links: others would show nothing, or print the codes. That is as `choice` has it; `auto` is decided by what `env` says of the terminal. Within tmux or screen it says nothing of
/// the terminal outside, and links are not told.
pub fn hyperlinks(choice: Choice, env: &dyn Fn(&str) -> Option<String>) -> Switch {
    let is = |name: &str| env(name).is_some_and(|it| !it.is_empty());
    let term = env("TERM").unwrap_or_default();
    let inside = is("TMUX") || is("STY") || term.starts_with("tmux") || term.starts_with("screen");
    let by_program = env("TERM_PROGRAM").is_some_and(|it| PROGRAMS.contains(&it.as_str()));
    let by_term = TERMS.iter().any(|it| term.starts_with(it));
    let by_version = env("VTE_VERSION").and_then(|it| it.parse::<u32>().ok()).is_some_and(|it| VTE <= it);
    let known =
        by_program || by_term || by_version || is("WT_SESSION") || is("KITTY_WINDOW_ID") || is("KONSOLE_VERSION");
    match choice {
        Choice::Always => Switch::On,
        Choice::Auto if known && !inside && term != "dumb" => Switch::On,
        Choice::Auto | Choice::Never => Switch::Off,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_terminals_and_no_others() {
        let check = |vars: &[(&str, &str)], choice: Choice| {
            let env = |name: &str| vars.iter().find(|it| it.0 == name).map(|it| it.1.to_owned());
            hyperlinks(choice, &env) == Switch::On
        };
        assert!(check(&[("TERM", "xterm-kitty")], Choice::Auto));
        assert!(check(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7200")], Choice::Auto));
        assert!(!check(&[("TERM", "xterm-256color"), ("VTE_VERSION", "4400")], Choice::Auto));
        assert!(!check(&[("TERM", "xterm-256color")], Choice::Auto));
        assert!(!check(&[("TERM", "tmux-256color"), ("TERM_PROGRAM", "WezTerm"), ("TMUX", "x")], Choice::Auto));
        assert!(check(&[("TERM", "dumb")], Choice::Always));
        assert!(!check(&[("TERM", "foot")], Choice::Never));
    }
}
