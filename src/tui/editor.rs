//! The reader's editor, opened on a file at a line.

use std::{path::Path, process::Command};

/// Opens `file` at `line` in the reader's editor, or in `vi` where there is none, and waits until it is closed.
pub fn edit(editor: Option<&str>, file: &Path, line: usize) -> Result<(), String> {
    let editor = editor.filter(|it| !it.trim().is_empty()).unwrap_or("vi");
    let command =
        command(editor, file, line).ok_or_else(|| format!("`{editor}` is no command: set $VISUAL or $EDITOR"))?;
    match Command::new(&command[0]).args(&command[1..]).status() {
        Ok(it) if it.success() => Ok(()),
        Ok(it) => Err(format!("{} ended with {it}", command[0])),
        Err(fault) => Err(format!("cannot start {}: {fault}; set $VISUAL or $EDITOR", command[0])),
    }
}

/// Returns the command and its arguments, or nothing where `editor` is no command.
///
/// Most editors take `+LINE FILE`. Those that do not are listed here; an editor that is not listed gets the common form.
fn command(editor: &str, file: &Path, line: usize) -> Option<Vec<String>> {
    let mut words = shell_words::split(editor).ok().filter(|it| !it.is_empty())?;
    let name = Path::new(&words[0]).file_stem()?.to_string_lossy().into_owned();
    let path = file.to_string_lossy().into_owned();
    match name.as_str() {
        "code" | "codium" | "code-insiders" | "cursor" => words.extend(["--goto".to_owned(), format!("{path}:{line}")]),
        "subl" | "hx" | "helix" | "zed" => words.push(format!("{path}:{line}")),
        "idea" | "pycharm" => words.extend(["--line".to_owned(), line.to_string(), path]),
        "notepad" | "ed" => words.push(path),
        _ => words.extend([format!("+{line}"), path]),
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_open_at_the_line() {
        let check = |editor: &str, expect: &[&str]| {
            let command = command(editor, Path::new("a b.toml"), 7).expect("a command");
            assert_eq!(command, expect);
        };
        check("vim", &["vim", "+7", "a b.toml"]);
        check("emacsclient -nw", &["emacsclient", "-nw", "+7", "a b.toml"]);
        check("code --wait", &["code", "--wait", "--goto", "a b.toml:7"]);
        check("'/opt/my editor/hx'", &["/opt/my editor/hx", "a b.toml:7"]);
        assert_eq!(command("", Path::new("a"), 1), None);
        assert_eq!(command("vim '", Path::new("a"), 1), None);
    }
}
