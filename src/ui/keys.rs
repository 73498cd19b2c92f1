//! Keys as they are offered: the shortest key of each action, as the reader has bound it.

use crate::{
    app::{Notice, Offer},
    keys::{Action, Context, Keymap},
};

/// Returns the key of an action, or how to call it by name where it has none.
pub(super) fn key(keymap: &Keymap, context: Context, action: Action) -> String {
    let by_name = || keymap.shortest(Action::Palette, Context::Explorer).map(|it| format!("{it}{}", action.title()));
    keymap.shortest(action, context).or_else(by_name).unwrap_or_else(|| format!("`{action}`"))
}

/// Returns the keys that these actions have, each with what it does; what has no key is left out.
pub(super) fn keys(keymap: &Keymap, context: Context, between: &str, offers: &[(Action, &str)]) -> String {
    let offer = |(action, does): &(Action, &str)| {
        let key = keymap.shortest(*action, context)?;
        Some(format!("{key} {does}").trim_end().to_owned())
    };
    offers.iter().filter_map(offer).collect::<Vec<_>>().join(between)
}

/// Returns a notice with the keys of what it offers.
pub(super) fn notice(keymap: &Keymap, notice: &Notice) -> String {
    notice.line(|Offer { action, letter, .. }| {
        let key = key(keymap, Context::Explorer, *action);
        letter.map_or_else(|| key.clone(), |it| key.replace("{a-z}", &it.to_string()))
    })
}
