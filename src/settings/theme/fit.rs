//! The nearest colour that a terminal has.

use ratatui::style::Color;

use crate::settings::ColorMode;

type Rgb = (u8, u8, u8);

/// The terminal's own sixteen as xterm shows them. Users choose theirs, but a red stays a red.
const ANSI: [(Color, Rgb); 16] = [
    (Color::Black, (0, 0, 0)),
    (Color::Red, (205, 0, 0)),
    (Color::Green, (0, 205, 0)),
    (Color::Yellow, (205, 205, 0)),
    (Color::Blue, (0, 0, 238)),
    (Color::Magenta, (205, 0, 205)),
    (Color::Cyan, (0, 205, 205)),
    (Color::Gray, (229, 229, 229)),
    (Color::DarkGray, (127, 127, 127)),
    (Color::LightRed, (255, 0, 0)),
    (Color::LightGreen, (0, 255, 0)),
    (Color::LightYellow, (255, 255, 0)),
    (Color::LightBlue, (92, 92, 255)),
    (Color::LightMagenta, (255, 0, 255)),
    (Color::LightCyan, (0, 255, 255)),
    (Color::White, (255, 255, 255)),
];

/// The steps of each channel in xterm's cube of 216 colours, numbers 16 to 231.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// Returns the nearest to `color` among the colours of `mode`.
pub(super) fn fit(color: Color, mode: ColorMode) -> Color {
    match (mode, color) {
        (ColorMode::None, _) => Color::Reset,
        (ColorMode::Ansi256, Color::Rgb(r, g, b)) => {
            nearest((r, g, b), (16..=255).map(|it| (Color::Indexed(it), indexed(it))))
        }
        (ColorMode::Ansi16, Color::Rgb(r, g, b)) => nearest((r, g, b), ANSI.into_iter()),
        (ColorMode::Ansi16, Color::Indexed(it)) => nearest(indexed(it), ANSI.into_iter()),
        (_, color) => color,
    }
}

fn nearest(wanted: Rgb, colors: impl Iterator<Item = (Color, Rgb)>) -> Color {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    let distance = |it: &(Color, Rgb)| square(it.1.0, wanted.0) + square(it.1.1, wanted.1) + square(it.1.2, wanted.2);
    colors.min_by_key(distance).map_or(Color::Reset, |it| it.0)
}

/// Returns what xterm shows for the colour number `index`.
fn indexed(index: u8) -> Rgb {
    match index {
        0..=15 => ANSI[usize::from(index)].1,
        16..=231 => {
            let step = |divisor: u8| CUBE[usize::from((index - 16) / divisor % 6)];
            (step(36), step(6), step(1))
        }
        232..=255 => {
            let grey = 8 + (index - 232) * 10;
            (grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_colours() {
        let check = |color: &str, mode, expect: &str| {
            assert_eq!(fit(color.parse().unwrap(), mode), expect.parse().unwrap(), "{color}");
        };
        check("#d55e00", ColorMode::TrueColor, "#d55e00");
        check("#d75f00", ColorMode::Ansi256, "166");
        check("#808080", ColorMode::Ansi256, "244");
        check("#ffffff", ColorMode::Ansi256, "231");
        check("#d00000", ColorMode::Ansi16, "red");
        check("166", ColorMode::Ansi16, "red");
        check("166", ColorMode::Ansi256, "166");
        check("cyan", ColorMode::Ansi16, "cyan");
        check("cyan", ColorMode::None, "reset");
        assert_eq!(indexed(255), (238, 238, 238));
    }
}
