//! A stretch of time in words: with times of day where it is finer than days.

use crate::chronology::{Clock, Instant, Window};

/// Returns `2014-03-07 to 2014-03-09`, and `2014-03-07 16:42 to 16:59 UTC` where an end lies within a day.
pub fn stretch_words(window: Window) -> String {
    let Window { first, last } = window;
    let is_start = |it: Instant| it.is_end() || it.clock() == Clock::default();
    let next = last.plus(1);
    // An end that is the edge of a day may be all that is known of it: of `2011/..` nothing is on the axis but its first moment.
    let is_edge = |it: Instant| is_start(it) || is_start(it.plus(1));
    if is_edge(first) && is_edge(last) {
        return format!("{} to {}", first.date(), last.date());
    }
    let finest = [first.clock(), next.clock()];
    let clock = |it: Clock| match () {
        () if finest.iter().any(|it| it.milli > 0) => {
            format!("{:02}:{:02}:{:02}.{:03}", it.hour, it.minute, it.second, it.milli)
        }
        () if finest.iter().any(|it| it.second > 0) => format!("{:02}:{:02}:{:02}", it.hour, it.minute, it.second),
        () => format!("{:02}:{:02}", it.hour, it.minute),
    };
    let (start, end) = (clock(first.clock()), clock(last.clock()));
    let day = if first.date() == last.date() { String::new() } else { format!("{} ", last.date()) };
    format!("{} {start} to {day}{end} UTC", first.date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::When;

    #[test]
    fn times_are_said_where_they_are_needed() {
        let check = |text: &str, expect: &str| {
            let window = text.parse::<When>().expect("a date").bounds().window();
            assert_eq!(stretch_words(window), expect, "{text}");
        };
        check("2014-03-07", "2014-03-07 to 2014-03-07");
        check("2013/2015-06", "2013-01-01 to 2015-06-30");
        check("2014-03-07T16:42Z/2014-03-07T16:59Z", "2014-03-07 16:42 to 16:59 UTC");
        check("2014-03-07T16:42:53Z/2014-03-08T01:00Z", "2014-03-07 16:42:53 to 2014-03-08 01:00:59 UTC");
        check("2014-03-07T16:42:53.250Z", "2014-03-07 16:42:53.250 to 16:42:53.250 UTC");
        check("2014-03-07/2014-03-07T16:59Z", "2014-03-07 00:00 to 16:59 UTC");
        let edges =
            [("2011", "2013")].map(|(a, b)| [a, b].map(|it| it.parse::<When>().expect("a date").bounds().earliest));
        assert_eq!(stretch_words(Window::new(edges[0][0], edges[0][1])), "2011-01-01 to 2013-01-01");
    }
}
