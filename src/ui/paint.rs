//! Text on cells: sanitized, cut to its place, and never over the edge.

use ratatui::{buffer::Buffer, style::Style};

use crate::{
    app::Notice,
    keys::{Action, Context},
    layout::Rect,
    settings::{Glyphs, Role, Settings},
    text::{ellipsize, printable, text_width},
};

use super::{hyperlink::Hyperlink, keys};

/// What is drawn on, with the colours and glyphs to draw in.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    settings: &'a Settings,
    /// Rows at the bottom that belong to none of what is drawn next.
    left: u16,
    /// Where the terminal's own cursor goes: into the line that is being typed.
    pub(super) caret: Option<(u16, u16)>,
    /// What stands on the rule between the timeline and the list.
    pub(super) on_rule: Option<String>,
    /// What leads to a page.
    pub(super) links: Vec<Hyperlink>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, settings: &'a Settings) -> Self {
        Self { buffer, settings, left: 0, caret: None, on_rule: None, links: Vec::new() }
    }

    /// Returns the glyphs to draw in.
    pub(super) fn glyphs(&self) -> &'static Glyphs {
        self.settings.glyphs
    }

    /// Returns the keys that these actions have in a list, or whatever `context` is, each with what it does.
    pub(super) fn keys(&self, context: Context, offers: &[(Action, &str)]) -> String {
        keys::keys(&self.settings.keymap, context, " · ", offers)
    }

    /// Returns the key of an action in the explorer.
    pub(super) fn key(&self, action: Action) -> String {
        keys::key(&self.settings.keymap, Context::Explorer, action)
    }

    /// Returns a notice with the keys of what it offers.
    pub(super) fn notice(&self, notice: &Notice) -> String {
        keys::notice(&self.settings.keymap, notice)
    }

    /// Returns the style of a role.
    pub(super) fn style(&self, role: Role) -> Style {
        self.settings.theme.style(role)
    }

    /// Leaves the last `rows` rows as they are.
    pub(super) fn leave(&mut self, rows: u16) {
        self.left = rows;
    }

    /// Returns the whole of the canvas.
    pub(super) fn area(&self) -> Rect {
        let area = self.buffer.area;
        Rect { x: area.x, y: area.y, width: area.width, height: area.height.saturating_sub(self.left) }
    }

    /// Writes `text` from (`x`, `y`) on, at most `width` cells, with an ellipsis where it is cut; returns the cells used.
    pub(super) fn text(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let area = self.area();
        if y < area.y || y >= area.bottom() || x >= area.right() {
            return 0;
        }
        let width = width.min(area.right() - x);
        let text = printable(text);
        let mut cut = ellipsize(&text, usize::from(width));
        if !cut.is_ascii() && self.glyphs().ellipsis.is_ascii() {
            cut = plain_punctuation(&cut, self.glyphs()).into();
        }
        self.buffer.set_stringn(x, y, &cut, usize::from(width), style);
        text_width(&cut) as u16
    }

    /// Writes `text` like [`Canvas::text`], cut at the edge without an ellipsis: for a line that scrolls.
    pub(super) fn raw(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        let area = self.area();
        if y >= area.y && y < area.bottom() && x < area.right() {
            self.buffer.set_stringn(x, y, printable(text), usize::from(width.min(area.right() - x)), style);
        }
    }

    /// Writes pieces of text one after the other into `width` cells; returns the cells used.
    pub(super) fn line(&mut self, x: u16, y: u16, width: u16, pieces: &[(&str, Style)]) -> u16 {
        let mut used = 0;
        for (text, style) in pieces {
            if used >= width {
                break;
            }
            used += self.text(x + used, y, width - used, text, *style);
        }
        used
    }

    /// Writes `text` so that it ends at the right edge of `width` cells from `x`.
    pub(super) fn right(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) {
        let needed = (text_width(&printable(text)) as u16).min(width);
        self.text(x + width - needed, y, needed, text, style);
    }

    /// Marks `found`, bytes of a `text` that was written from (`x`, `y`) on, as far as it can be seen.
    pub(super) fn highlight(&mut self, x: u16, y: u16, width: u16, text: &str, found: &[std::ops::Range<usize>]) {
        let style = self.style(Role::Match);
        let column =
            |at: usize| text.get(..at).map_or(0, |it| text_width(&printable(it))).min(usize::from(width)) as u16;
        for range in found {
            let (start, end) = (column(range.start), column(range.end));
            self.restyle(Rect { x: x + start, y, width: end - start.min(end), height: 1 }, style);
        }
    }

    /// Draws one glyph.
    pub(super) fn glyph(&mut self, x: u16, y: u16, glyph: &str, style: Style) {
        let area = self.area();
        if x >= area.x && x < area.right() && y >= area.y && y < area.bottom() {
            self.buffer.set_stringn(x, y, glyph, 1, style);
        }
    }

    /// Draws `glyph` over a stretch of one row.
    pub(super) fn run(&mut self, columns: std::ops::Range<u16>, y: u16, glyph: &str, style: Style) {
        for x in columns {
            self.glyph(x, y, glyph, style);
        }
    }

    /// Draws a horizontal line over the whole width of `area` at `y`.
    pub(super) fn rule(&mut self, area: Rect, y: u16) {
        let glyph = self.glyphs().hline;
        self.run(area.x..area.right(), y, glyph, self.style(Role::Border));
    }

    /// Draws a vertical line down the whole of `area`, hanging from the rule above it.
    pub(super) fn divide(&mut self, area: Rect) {
        let glyphs = self.glyphs();
        let style = self.style(Role::Border);
        for y in area.y..area.bottom() {
            self.glyph(area.x, y, glyphs.vline, style);
        }
        if !area.is_empty() && area.y > 0 {
            self.glyph(area.x, area.y - 1, glyphs.tee_down, style);
        }
    }

    /// Blanks `area` and gives it a style.
    pub(super) fn clear(&mut self, area: Rect, style: Style) {
        let whole = self.area();
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
    pub(super) fn restyle(&mut self, area: Rect, style: Style) {
        let area = ratatui::layout::Rect::new(area.x, area.y, area.width, area.height);
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Says that there is no room, as far as there is room to say it.
    pub(super) fn too_small(&mut self) {
        let area = self.area();
        let words = "dateline needs 20x6";
        self.text(area.x, area.y, area.width, words, Style::default());
    }
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
