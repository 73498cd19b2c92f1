//! Pages told to the terminal with the cells that lead to them (OSC 8).
//!
//! Each cell opens and closes its link by itself, and those of one page share an id, so that the terminal marks them together
//! and whatever is drawn between two of them later does not become part of the link.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    num::NonZeroU16,
};

use ratatui::buffer::{Buffer, CellDiffOption};

use crate::ui::Hyperlink;

/// Wraps the cells of `links` into the codes that tell where they lead.
pub(in crate::tui) fn tell(links: &[Hyperlink], buffer: &mut Buffer) {
    for link in links {
        let mut hasher = DefaultHasher::new();
        link.url.hash(&mut hasher);
        let id = hasher.finish();
        for x in link.area.x..link.area.right() {
            let Some(cell) = buffer.cell_mut((x, link.area.y)) else { continue };
            // The cell after a wide character is under it, and has nothing of its own to wrap.
            if let Ok(width) = NonZeroU16::try_from(crate::text::text_width(cell.symbol()) as u16) {
                let symbol = format!("\x1b]8;id={id:x};{}\x1b\\{}\x1b]8;;\x1b\\", link.url, cell.symbol());
                cell.set_symbol(&symbol).set_diff_option(CellDiffOption::ForcedWidth(width));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect as Area, style::Style};

    use super::*;
    use crate::layout::Rect;

    #[test]
    fn each_cell_opens_and_closes_its_own_link() {
        let mut buffer = Buffer::empty(Area::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "a事b", Style::default());
        tell(&[Hyperlink { area: Rect::new(0, 0, 3, 1), url: "https://x.y".to_owned() }], &mut buffer);
        let symbols: Vec<&str> = (0..4).map(|x| buffer[(x, 0)].symbol()).collect();
        assert!(symbols[0].starts_with("\x1b]8;id=") && symbols[0].ends_with(";https://x.y\x1b\\a\x1b]8;;\x1b\\"));
        assert!(symbols[1].contains('事'));
        assert_eq!(symbols[3], "b");
    }
}
