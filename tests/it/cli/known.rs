//! The chronology as it was known on a day, through every command and the explorer: nothing that came out later is in any of it.

use std::fmt::Write;

use proptest::prelude::*;

use super::{Outside, PIPES};
use crate::support::Shell;

/// A chronology of years, in which every word says what it belongs to: `claim3q` is a word of claim 3.
#[derive(Clone, Debug)]
struct Plan {
    /// When each source came out, if that is said, and which it repeats.
    sources: Vec<(Option<u16>, Option<usize>)>,
    events: Vec<Occurrence>,
}

#[derive(Clone, Debug)]
struct Occurrence {
    from: u16,
    to: Option<u16>,
    /// The source of each citation.
    cites: Vec<usize>,
    /// Whether each claim denies, the source that it stands in, and when it was made.
    claims: Vec<(bool, Option<usize>, Option<u16>)>,
    links: Vec<usize>,
}

const SOURCES: usize = 4;
const EVENTS: usize = 4;

fn plan() -> impl Strategy<Value = Plan> {
    let year = || 2000_u16..2010;
    let source = (prop::option::of(year()), prop::option::of(0..SOURCES));
    let claim = (any::<bool>(), prop::option::of(0..SOURCES), prop::option::of(year()));
    let event = (
        year(),
        prop::option::of(0_u16..9),
        prop::collection::vec(0..SOURCES, 0..3),
        prop::collection::vec(claim, 0..3),
        prop::collection::vec(0..EVENTS, 0..2),
    );
    let event = event.prop_map(|(from, lasts, cites, claims, links)| Occurrence {
        from,
        to: lasts.map(|it| from + it + 1),
        cites,
        claims,
        links,
    });
    (prop::collection::vec(source, SOURCES), prop::collection::vec(event, EVENTS))
        .prop_map(|(sources, events)| Plan { sources, events })
}

impl Plan {
    fn toml(&self) -> String {
        let mut text = String::new();
        for (n, (published, repeats)) in self.sources.iter().enumerate() {
            let _ = writeln!(
                text,
                "[[source]]\nid = \"src{n}q\"\ntitle = \"Title src{n}q\"\npublisher = \"House src{n}q\"\nnote = \"src{n}q\"\nkind = \"article\""
            );
            if let Some(year) = published {
                let _ = writeln!(text, "published = \"{year}\"");
            }
            if let Some(it) = repeats.filter(|it| *it != n) {
                let _ = writeln!(text, "derived_from = [\"src{it}q\"]");
            }
        }
        for n in 0..EVENTS {
            let _ = writeln!(text, "[[party]]\nid = \"who{n}q\"\nname = \"Name who{n}q\"");
        }
        for (n, it) in self.events.iter().enumerate() {
            let when = it.to.map_or(it.from.to_string(), |to| format!("{}/{to}", it.from));
            let _ = writeln!(
                text,
                "[[event]]\nid = \"ev{n}q\"\ntitle = \"Title ev{n}q\"\nsummary = \"Summary ev{n}q\"\nwhen = \"{when}\"\ncategory = \"cat{n}q\"\n\
                 tags = [\"tag{n}q\"]\nparties = [{{ id = \"who{n}q\", role = \"role{n}q\" }}]"
            );
            let cites = it.cites.iter().enumerate();
            let cites = cites.map(|(at, it)| format!("{{ id = \"src{it}q\", at = \"p. cite{n}x{at}q\" }}"));
            let _ = writeln!(text, "sources = [{}]", cites.collect::<Vec<_>>().join(", "));
            let claims = it.claims.iter().enumerate().map(|(at, (denies, source, when))| {
                let stance = if *denies { "denies" } else { "alleges" };
                let source = source.map_or(String::new(), |it| format!(", source = \"src{it}q\""));
                let when = when.map_or(String::new(), |it| format!(", when = \"{it}\""));
                format!("{{ by = \"who{n}q\", stance = \"{stance}\"{source}{when}, note = \"claim{n}x{at}q\" }}")
            });
            let _ = writeln!(text, "claims = [{}]", claims.collect::<Vec<_>>().join(", "));
            let links = it.links.iter().enumerate().filter(|(_, to)| **to != n);
            let links =
                links.map(|(at, it)| format!("{{ kind = \"follows\", to = \"ev{it}q\", note = \"link{n}x{at}q\" }}"));
            let _ = writeln!(text, "links = [{}]", links.collect::<Vec<_>>().join(", "));
        }
        text
    }

    fn knows_source(&self, source: usize, day: u16) -> bool {
        self.sources[source].0.is_some_and(|it| it <= day)
    }

    fn knows_claim(&self, (_, source, when): (bool, Option<usize>, Option<u16>), day: u16) -> bool {
        source.map_or(when.is_some_and(|it| it <= day), |it| self.knows_source(it, day))
    }

    fn knows_event(&self, event: &Occurrence, day: u16) -> bool {
        let cited = event.cites.iter().any(|it| self.knows_source(*it, day));
        event.from <= day && (cited || event.claims.iter().any(|it| self.knows_claim(*it, day)))
    }

    /// Returns words that were not known on a day.
    fn later(&self, day: u16) -> Vec<String> {
        let mut words: Vec<String> =
            (0..SOURCES).filter(|it| !self.knows_source(*it, day)).map(|it| format!("src{it}q")).collect();
        for (n, event) in self.events.iter().enumerate() {
            let is_there = self.knows_event(event, day);
            if !is_there {
                words.extend(["ev", "cat", "tag", "role", "who"].map(|it| format!("{it}{n}q")));
            }
            let cites = event.cites.iter().enumerate().filter(|it| !is_there || !self.knows_source(*it.1, day));
            words.extend(cites.map(|it| format!("cite{n}x{}q", it.0)));
            let claims = event.claims.iter().enumerate().filter(|it| !is_there || !self.knows_claim(*it.1, day));
            words.extend(claims.map(|it| format!("claim{n}x{}q", it.0)));
            let knows = |to: usize| self.knows_event(&self.events[to], day);
            let links = event.links.iter().enumerate().filter(|it| !is_there || !knows(*it.1));
            words.extend(links.map(|it| format!("link{n}x{}q", it.0)));
            words.extend(event.to.filter(|it| day < *it && 2010 < *it).map(|it| format!("/{it}")));
        }
        words
    }
}

/// What commands print of a store as of a day.
fn printed(text: &str, day: &str) -> Vec<(String, String)> {
    let of = |args: &[&str], stdin: &str| {
        let it = Outside { stdin, ..PIPES }.run(&[args, &["--as-of", day]].concat());
        (args.join(" "), format!("{}{}", it.out, it.err))
    };
    let mut all = vec![
        of(&["list", "-"], text),
        of(&["list", "-", "-q", "src0q | claim0x0q"], text),
        of(&["stats", "-"], text),
        of(&["stats", "-", "--format", "json"], text),
        of(&["parties", "-"], text),
        of(&["parties", "-", "--match", "who"], text),
    ];
    all.extend((0..EVENTS).map(|it| of(&["show", &format!("ev{it}q"), "-"], text)));
    for format in ["text", "toml", "json", "jsonl", "csv", "markdown"] {
        all.push(of(&["export", "-", "-F", format], text));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_came_out_later_is_printed(plan in plan(), day in 2000_u16..2011) {
        let text = plan.toml();
        let later = plan.later(day);
        for (command, said) in printed(&text, &day.to_string()) {
            // The command names what it was asked for.
            let asked: Vec<&str> = command.split_whitespace().collect();
            for word in later.iter().filter(|it| !asked.iter().any(|asked| asked.contains(it.as_str()))) {
                prop_assert!(!said.contains(word.as_str()), "{word} as of {day}: {command}\n{said}\n{text}");
            }
        }
    }

    #[test]
    fn nothing_that_came_out_later_is_shown(plan in plan(), day in 2000_u16..2011) {
        let mut it = Shell::new(&plan.toml(), (140, 60));
        it.keys(&format!("a{day}<enter>"));
        let later = plan.later(day);
        for keys in ["", "<enter>", "<esc>", "gs", "<esc>", "p", "<esc>", "gl", "<esc>", "x", "<esc>", "f", "<esc>", "gg", "j", "j", "j", "gf"] {
            it.keys(keys);
            let frame = it.frame();
            for word in &later {
                prop_assert!(!frame.contains(word.as_str()), "{word} as of {day} after {keys}\n{frame}");
            }
        }
    }
}
