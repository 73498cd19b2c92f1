//! One key press, its spelling in key files, and how hints show it.

use std::{fmt, str::FromStr};

/// Which key, apart from the modifiers held with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A key that types a character; the space bar is `Char(' ')`.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with [`Mods::SHIFT`] it is what terminals call back-tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// Every key with a name: its code, its spelling in key files, and its label in hints.
const NAMED: &[(Code, &str, &str)] = &[
    (Code::Char(' '), "space", "Space"),
    (Code::Enter, "enter", "Enter"),
    (Code::Esc, "esc", "Esc"),
    (Code::Tab, "tab", "Tab"),
    (Code::Backspace, "backspace", "Backspace"),
    (Code::Delete, "delete", "Del"),
    (Code::Insert, "insert", "Ins"),
    (Code::Up, "up", "↑"),
    (Code::Down, "down", "↓"),
    (Code::Left, "left", "←"),
    (Code::Right, "right", "→"),
    (Code::Home, "home", "Home"),
    (Code::End, "end", "End"),
    (Code::PageUp, "pageup", "PgUp"),
    (Code::PageDown, "pagedown", "PgDn"),
];

/// The modifiers held with a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mods {
    /// Control.
    pub ctrl: bool,
    /// Alt, Option or Meta.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
}

impl Mods {
    /// None held.
    pub const NONE: Self = Self { ctrl: false, alt: false, shift: false };
}

#[cfg(feature = "internals")]
impl Mods {
    /// Control alone.
    pub const CTRL: Self = Self { ctrl: true, ..Self::NONE };
    /// Alt alone.
    pub const ALT: Self = Self { alt: true, ..Self::NONE };
    /// Shift alone.
    pub const SHIFT: Self = Self { shift: true, ..Self::NONE };
}

/// A key press, spelt in the one way that equal presses share.
///
/// Terminals report the same press in several ways: Shift with `g`, or `G`; Control with `D`, or with `d`, or the byte 4. Made
/// with [`Key::new`], these are equal: a character's shift is in the character, and a control letter is lower-case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// What is held with it.
    pub mods: Mods,
}

impl Key {
    /// Returns the press of `code` with `mods` held.
    ///
    /// ```
    /// use dateline::keys::{Code, Key, Mods};
    /// assert_eq!(Key::new(Code::Char('g'), Mods::SHIFT), Key::char('G'));
    /// assert_eq!(Key::new(Code::Char('D'), Mods::CTRL).to_string(), "ctrl-d");
    /// ```
    pub fn new(code: Code, mods: Mods) -> Self {
        let Code::Char(it) = code else { return Self { code, mods } };
        match it {
            '\t' => Self { code: Code::Tab, mods },
            '\r' | '\n' => Self { code: Code::Enter, mods },
            '\u{1b}' => Self { code: Code::Esc, mods },
            '\u{8}' | '\u{7f}' => Self { code: Code::Backspace, mods },
            '\0' => Self::typed(' ', Mods { ctrl: true, ..mods }),
            // What Control does to a letter's byte, undone.
            '\u{1}'..='\u{1f}' => Self::typed(char::from(it as u8 | 0x40), Mods { ctrl: true, ..mods }),
            it => Self::typed(it, mods),
        }
    }

    /// Returns the press of a character by itself.
    #[cfg(feature = "internals")]
    pub fn char(it: char) -> Self {
        Self::new(Code::Char(it), Mods::NONE)
    }

    /// Returns the character that the press types, if it types one.
    pub const fn typed_char(self) -> Option<char> {
        match self {
            Self { code: Code::Char(it), mods: Mods::NONE } => Some(it),
            _ => None,
        }
    }

    fn typed(it: char, mods: Mods) -> Self {
        let it = match mods {
            Mods { ctrl: true, .. } => it.to_ascii_lowercase(),
            Mods { shift: true, .. } => single(it.to_uppercase()).unwrap_or(it),
            _ => it,
        };
        Self { code: Code::Char(it), mods: Mods { shift: false, ..mods } }
    }

    /// Returns the key as hints show it: `Ctrl-d`, `Shift-←`, `G`, `Space`.
    pub fn label(self) -> String {
        let name = match self.code {
            Code::F(number) => format!("F{number}"),
            code => match NAMED.iter().find(|it| it.0 == code) {
                Some((_, _, label)) => (*label).to_owned(),
                None => spelling(code),
            },
        };
        self.modifiers(["Ctrl-", "Alt-", "Shift-"]) + &name
    }

    /// Returns a sequence as hints show it: `gg`, `Ctrl-d`, `g Enter`.
    pub fn sequence_label(keys: &[Self]) -> String {
        let typed = |it: &Self| it.typed_char().is_some_and(|it| it != ' ');
        let labels: Vec<String> = keys.iter().map(|it| it.label()).collect();
        labels.join(if keys.iter().all(typed) { "" } else { " " })
    }

    fn modifiers(self, words: [&str; 3]) -> String {
        let held = [self.mods.ctrl, self.mods.alt, self.mods.shift];
        words.into_iter().zip(held).filter(|(_, held)| *held).map(|(word, _)| word).collect()
    }
}

fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}

/// Returns how key files spell `code`.
fn spelling(code: Code) -> String {
    match code {
        Code::F(number) => format!("f{number}"),
        Code::Char(it) if it != ' ' && (it.is_whitespace() || it.is_control()) => format!("u+{:04x}", u32::from(it)),
        Code::Char(it) if it != ' ' => it.to_string(),
        code => NAMED.iter().find(|it| it.0 == code).map(|it| it.1.to_owned()).expect("NAMED has every code but these"),
    }
}

impl fmt::Display for Key {
    /// Writes the key as key files spell it: `ctrl-d`, `shift-left`, `G`, `space`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.modifiers(["ctrl-", "alt-", "shift-"]), spelling(self.code))
    }
}

/// A spelling that is not a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a key")]
pub struct KeyError(pub String);

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let mut mods = Mods::NONE;
        let mut rest = text;
        loop {
            let lower = rest.to_ascii_lowercase();
            let (held, length) = match () {
                () if lower.starts_with("ctrl-") => (&mut mods.ctrl, 5),
                () if lower.starts_with("alt-") => (&mut mods.alt, 4),
                () if lower.starts_with("shift-") => (&mut mods.shift, 6),
                () => break,
            };
            *held = true;
            rest = &rest[length..];
        }
        let code = single(rest.chars()).map(Code::Char).or_else(|| code_named(&rest.to_ascii_lowercase()));
        code.map(|code| Self::new(code, mods)).ok_or_else(|| KeyError(text.to_owned()))
    }
}

fn code_named(word: &str) -> Option<Code> {
    if let Some((code, _, _)) = NAMED.iter().find(|it| it.1 == word) {
        return Some(*code);
    }
    if let Some(hex) = word.strip_prefix("u+") {
        return u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).map(Code::Char);
    }
    word.strip_prefix('f').filter(|it| !it.starts_with(['+', '0'])).and_then(|it| it.parse().ok()).map(Code::F)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, code: Code, mods: Mods, label: &str) {
        let key: Key = text.parse().unwrap();
        assert_eq!(key, Key::new(code, mods), "{text}");
        assert_eq!(key.to_string(), text);
        assert_eq!(key.label(), label);
    }

    #[test]
    fn spellings_and_labels() {
        let ctrl_alt = Mods { ctrl: true, alt: true, shift: false };
        check("g", Code::Char('g'), Mods::NONE, "g");
        check("G", Code::Char('g'), Mods::SHIFT, "G");
        check("ctrl-d", Code::Char('D'), Mods { shift: true, ..Mods::CTRL }, "Ctrl-d");
        check("ctrl-d", Code::Char('\u{4}'), Mods::NONE, "Ctrl-d");
        check("ctrl-space", Code::Char('\0'), Mods::NONE, "Ctrl-Space");
        check("space", Code::Char(' '), Mods::SHIFT, "Space");
        check("-", Code::Char('-'), Mods::NONE, "-");
        check("ctrl--", Code::Char('-'), Mods::CTRL, "Ctrl--");
        check("ctrl-alt-x", Code::Char('x'), ctrl_alt, "Ctrl-Alt-x");
        check("alt-X", Code::Char('x'), Mods { shift: true, ..Mods::ALT }, "Alt-X");
        check("shift-left", Code::Left, Mods::SHIFT, "Shift-←");
        check("shift-tab", Code::Char('\t'), Mods::SHIFT, "Shift-Tab");
        check("alt-enter", Code::Enter, Mods::ALT, "Alt-Enter");
        check("pagedown", Code::PageDown, Mods::NONE, "PgDn");
        check("f12", Code::F(12), Mods::NONE, "F12");
        check("?", Code::Char('?'), Mods::SHIFT, "?");
        check("É", Code::Char('é'), Mods::SHIFT, "É");
        check("ß", Code::Char('ß'), Mods::SHIFT, "ß");
    }

    #[test]
    fn what_is_no_key() {
        for text in ["", "ctrl-", "gg", "ctl-d", "f256", "f01", "u+d800", "pgdn", "日本"] {
            assert_eq!(text.parse::<Key>(), Err(KeyError(text.into())));
        }
    }

    #[test]
    fn modifiers_may_be_in_any_order_and_case() {
        assert_eq!("Shift-Ctrl-Left".parse::<Key>().unwrap().to_string(), "ctrl-shift-left");
    }

    fn any_key() -> impl Strategy<Value = Key> {
        let named = prop::sample::select(NAMED).prop_map(|it| it.0);
        // `f0` is on no keyboard and has no spelling.
        let code = prop_oneof![any::<char>().prop_map(Code::Char), named, (1..=u8::MAX).prop_map(Code::F)];
        let mods = any::<(bool, bool, bool)>().prop_map(|(ctrl, alt, shift)| Mods { ctrl, alt, shift });
        (code, mods).prop_map(|(code, mods)| Key::new(code, mods))
    }

    proptest! {
        #[test]
        fn text_round_trips(key in any_key()) {
            let text = key.to_string();
            prop_assert!(!text.contains(char::is_whitespace), "sequences are split at spaces");
            prop_assert_eq!(text.parse(), Ok(key));
        }

        #[test]
        fn normal_is_normal(key in any_key()) {
            prop_assert_eq!(Key::new(key.code, key.mods), key);
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = text.parse::<Key>();
        }
    }
}
