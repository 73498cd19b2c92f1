//! Text on cells: sanitized, cut to its place, and never over the edge.

use ratatui::buffer::Buffer;
use tui_input::Input;

use crate::{
    app::{Notice, Offer},
    keys::{Action, Context},
    layout::{Rect, top},
    settings::{Glyphs, Role, Settings},
    text::{ellipsize, printable, text_width, wrap},
};

/// Cells that lead to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hyperlink {
    /// The cells, all on one row.
    pub area: Rect,
    /// The page: one of the web, in printable ASCII.
    pub url: String,
}

/// What is drawn on, with the colours and glyphs to draw in.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    settings: &'a Settings,
    /// Rows at the bottom that belong to none of what is drawn next.
    pub(super) left: u16,
    /// Where the terminal's own cursor goes: into the line that is being typed.
    pub(super) caret: Option<(u16, u16)>,
    /// What leads to a page.
    pub(super) links: Vec<Hyperlink>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, settings: &'a Settings) -> Self {
        Self { buffer, settings, left: 0, caret: None, links: Vec::new() }
    }

    /// Returns the glyphs to draw in.
    pub(super) fn glyphs(&self) -> &'static Glyphs {
        self.settings.glyphs
    }

    /// Returns the keys that these actions have in `context`, each with what it does; what has no key is left out.
    pub(super) fn offers(&self, context: Context, offers: &[(Action, &str)]) -> Vec<String> {
        let offer = |(action, does): &(Action, &str)| {
            let key = self.settings.keymap.shortest(*action, context)?;
            Some(format!("{key} {does}").trim_end().to_owned())
        };
        offers.iter().filter_map(offer).collect()
    }

    /// Returns the keys that these actions have in `context` in one line, each with what it does.
    pub(super) fn keys(&self, context: Context, offers: &[(Action, &str)]) -> String {
        self.offers(context, offers).join(" · ")
    }

    /// Returns the key of an action in the explorer.
    pub(super) fn key(&self, action: Action) -> String {
        self.key_in(Context::Explorer, action)
    }

    /// Returns the shortest key of an action in `context`, or how to call it by name where it has none.
    pub(super) fn key_in(&self, context: Context, action: Action) -> String {
        let keymap = &self.settings.keymap;
        let palette = || keymap.shortest(Action::Palette, Context::Explorer);
        let key = keymap.shortest(action, context).or_else(|| Some(format!("{}{}", palette()?, action.title())));
        key.unwrap_or_else(|| format!("`{action}`"))
    }

    /// Returns a notice with the keys of what it offers.
    pub(super) fn notice(&self, notice: &Notice) -> String {
        notice.line(|Offer { action, letter, .. }| {
            let key = self.key(*action);
            letter.map_or_else(|| key.clone(), |it| key.replace("{a-z}", &it.to_string()))
        })
    }

    /// Returns the whole of the canvas.
    pub(super) fn area(&self) -> Rect {
        let area = self.buffer.area;
        Rect { x: area.x, y: area.y, width: area.width, height: area.height.saturating_sub(self.left) }
    }

    /// Writes `text` from (`x`, `y`) on, at most `width` cells, with an ellipsis where it is cut; returns the cells used.
    pub(super) fn text(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let area = self.area();
        if !area.contains(x, y) {
            return 0;
        }
        let width = width.min(area.right() - x);
        let text = printable(text);
        let mut cut = ellipsize(&text, usize::from(width));
        if !cut.is_ascii() && self.glyphs().ellipsis.is_ascii() {
            cut = plain_punctuation(&cut, self.glyphs()).into();
        }
        self.buffer.set_stringn(x, y, &cut, usize::from(width), self.settings.theme.style(role));
        text_width(&cut) as u16
    }

    /// Writes `text` like [`Canvas::text`], cut at the edge without an ellipsis: for a line that scrolls.
    pub(super) fn raw(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) {
        let area = self.area();
        if area.contains(x, y) {
            let style = self.settings.theme.style(role);
            self.buffer.set_stringn(x, y, printable(text), usize::from(width.min(area.right() - x)), style);
        }
    }

    /// Writes pieces of text one after the other into `width` cells; returns the cells used.
    pub(super) fn line(&mut self, x: u16, y: u16, width: u16, pieces: &[(&str, Role)]) -> u16 {
        let mut used = 0;
        for (text, role) in pieces {
            if used >= width {
                break;
            }
            used += self.text(x + used, y, width - used, text, *role);
        }
        used
    }

    /// Writes `text` so that it ends at the right edge of `width` cells from `x`.
    pub(super) fn right(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) {
        let needed = (text_width(&printable(text)) as u16).min(width);
        self.text(x + width - needed, y, needed, text, role);
    }

    /// Marks `found`, bytes of a `text` that was written from (`x`, `y`) on, as far as it can be seen.
    pub(super) fn highlight(&mut self, x: u16, y: u16, width: u16, text: &str, found: &[std::ops::Range<usize>]) {
        let column =
            |at: usize| text.get(..at).map_or(0, |it| text_width(&printable(it))).min(usize::from(width)) as u16;
        for range in found {
            let (start, end) = (column(range.start), column(range.end));
            self.restyle(Rect { x: x + start, y, width: end - start.min(end), height: 1 }, Role::Match);
        }
    }

    /// Draws one glyph.
    pub(super) fn glyph(&mut self, x: u16, y: u16, glyph: &str, role: Role) {
        if self.area().contains(x, y) {
            self.buffer.set_stringn(x, y, glyph, 1, self.settings.theme.style(role));
        }
    }

    /// Draws `glyph` over a stretch of one row.
    pub(super) fn run(&mut self, columns: std::ops::Range<u16>, y: u16, glyph: &str, role: Role) {
        for x in columns {
            self.glyph(x, y, glyph, role);
        }
    }

    /// Draws a horizontal line over the whole width of `area` at `y`.
    pub(super) fn rule(&mut self, area: Rect, y: u16) {
        self.run(area.x..area.right(), y, self.glyphs().hline, Role::Border);
    }

    /// Draws a vertical line down the whole of `area`, hanging from the rule above it.
    pub(super) fn divide(&mut self, area: Rect) {
        let glyphs = self.glyphs();
        for y in area.y..area.bottom() {
            self.glyph(area.x, y, glyphs.vline, Role::Border);
        }
        if !area.is_empty() && area.y > 0 {
            self.glyph(area.x, area.y - 1, glyphs.tee_down, Role::Border);
        }
    }

    /// Blanks `area` and gives it a style.
    pub(super) fn clear(&mut self, area: Rect, role: Role) {
        let (whole, style) = (self.area(), self.settings.theme.style(role));
        for y in area.y..area.bottom().min(whole.bottom()) {
            for x in area.x..area.right().min(whole.right()) {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
        }
    }

    /// Lays a style over `area`, leaving its text.
    pub(super) fn restyle(&mut self, area: Rect, role: Role) {
        let area = ratatui::layout::Rect::new(area.x, area.y, area.width, area.height);
        self.buffer.set_style(area.intersection(self.buffer.area), self.settings.theme.style(role));
    }

    /// Draws the rows of a list, each by `draw` with its place and its number, scrolled so that the row number `at` is seen, and
    /// sets that one off; returns the number of the first that is seen.
    pub(super) fn list<T>(
        &mut self,
        area: Rect,
        at: usize,
        rows: &[T],
        draw: impl Fn(&mut Self, Rect, usize, &T),
    ) -> usize {
        let first = top(at, 0, usize::from(area.height), rows.len());
        for (y, (number, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(first)) {
            let place = Rect { y, height: 1, ..area };
            draw(self, place, number, row);
            if number == at {
                self.restyle(place, Role::Cursor);
            }
        }
        first
    }
}

/// A line that is still to be drawn: pieces of text, and what each is.
pub(super) type Line = Vec<(String, Role)>;

/// Returns the lines of `text` in `width` cells.
pub(super) fn wrapped(text: &str, width: usize, role: Role) -> impl Iterator<Item = Line> + use<> {
    wrap(text, width).into_iter().map(move |it| vec![(it, role)])
}

/// Returns `text` with the dashes, dots and arrows of our own words in ASCII. Letters of the store stay: there is no other way to
/// write them.
fn plain_punctuation(text: &str, glyphs: &Glyphs) -> String {
    let plain = |it: char| match it {
        '…' => glyphs.ellipsis.to_owned(),
        '–' | '—' => "-".to_owned(),
        '·' => glyphs.dot.to_owned(),
        '←' => "Left".to_owned(),
        '→' => "Right".to_owned(),
        '↑' => "Up".to_owned(),
        '↓' => "Down".to_owned(),
        it => it.to_string(),
    };
    text.chars().map(plain).collect()
}

/// Draws a line of text with `label` before it, scrolled so that its cursor is seen, and puts the terminal's cursor there.
pub(super) fn draw_input(canvas: &mut Canvas, x: u16, y: u16, width: u16, label: &str, input: &Input) {
    let used = canvas.text(x, y, width, label, Role::HintKey);
    let room = width.saturating_sub(used + 1);
    let scroll = input.visual_scroll(usize::from(room.max(1)));
    let mut skipped = 0;
    let rest = input.value().char_indices().find(|(_, it)| {
        let past = skipped >= scroll;
        skipped += text_width(it.encode_utf8(&mut [0; 4]));
        past
    });
    let visible = rest.map_or("", |(at, _)| &input.value()[at..]);
    // What hangs over the edge is not cut with an ellipsis: the line scrolls.
    canvas.clear(Rect { x: x + used, y, width: room + 1, height: 1 }, Role::Text);
    canvas.raw(x + used, y, room, visible, Role::Text);
    let caret = input.visual_cursor().saturating_sub(scroll).min(usize::from(room)) as u16;
    canvas.caret = Some((x + used + caret, y));
}
