//! The language at large: evaluating means the same as matching, what is printed reads the same, and any text is read.

use proptest::{collection::vec, option, prelude::*, sample::select};

use strum::VariantArray;

use super::{SAMPLE, claim, oracle::matches, parties, sources};
use crate::{
    catalog::{Catalog, IdSet},
    chronology::{
        Amount, Chronology, Citation, Claim, Event, Link, LinkKind, Match, Named, Participation, Stance, Status, When,
    },
    query::{
        Query,
        ast::{Comparison, Expr, HasWord, IsWord, Joint, Lapse, Name, NameOf, Term, Time, TimeOf, UNITS},
        complete, eval,
    },
};

const DATES: [&str; 14] = [
    "2013",
    "2013-06",
    "201X",
    "2011-06/2019-05-30",
    "2004/..",
    "../2012",
    "[..2012]",
    "[2014..]",
    "2013/",
    "{2012,2014}",
    "2013~",
    "2014?",
    "2013-06-15T10:00Z",
    "Y-17E8",
];
const IDS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const NAMES: [&str; 9] =
    ["netflix", "Meta", "reed hastings", "zuck", "plaintiffs", "muller", "ghost", "a,\"b\" \\", ""];
const WORDS: [&str; 6] = ["Inbox", "deal", "größe", "a b", "x", ""];
const ODD_WORDS: [&str; 9] = ["and", "OR", "Not", "&", "!", "2013-2016", "2013..2016", "amount", ">"];
const RANGES: [&str; 5] = ["2013..", "..2013-06", "2012..2014", "..", "2013-06-15..2013-06-16"];

fn word(text: &str) -> Name {
    Name { text: text.into(), at: 0..0 }
}

fn any_event() -> impl Strategy<Value = Event> {
    let when = option::of(select(&DATES[..]));
    let texts = (select(&WORDS[..]), option::of(select(&WORDS[..])), option::of(select(&WORDS[..])));
    let taking_part = vec((select(&NAMES[..]), option::of(select(&WORDS[..]))), 0..3);
    let claims = vec(
        (
            select(&NAMES[..]),
            select(Stance::ALL),
            option::of(select(&["letter", "blog"][..])),
            select(&DATES[..]),
            option::of(select(&IDS[..])),
        ),
        0..3,
    );
    let amounts = vec((0_i64..5, 0_i64..5, 0..4, select(&["USD", "EUR"][..])), 0..3);
    let labels = (option::of(select(&WORDS[..])), vec(select(&WORDS[..]), 0..3), option::of(select(Status::ALL)));
    let links = (vec(select(&IDS[..]), 0..2), option::of(select(&WORDS[..])));
    (select(&IDS[..]), any::<bool>(), when, texts, taking_part, claims, amounts, labels, links).prop_map(
        |(
            id,
            key,
            when,
            (title, summary, note),
            taking_part,
            claims,
            amounts,
            (category, tags, status),
            (links, place),
        )| {
            Event {
                id: id.into(),
                key,
                when: when.and_then(|it| it.parse().ok()),
                title: title.into(),
                summary: summary.map(Into::into),
                note: note.map(Into::into),
                place: place.map(Into::into),
                category: category.map(Into::into),
                tags: tags.into_iter().map(Into::into).collect(),
                status,
                parties: taking_part
                    .into_iter()
                    .map(|(it, role)| Participation { party: it.into(), role: role.map(Into::into) })
                    .collect(),
                sources: claims
                    .iter()
                    .filter_map(|it| it.2)
                    .map(|it| Citation { source: it.into(), ..Citation::default() })
                    .collect(),
                claims: claims
                    .into_iter()
                    .map(|(by, stance, source, when, act)| Claim {
                        act: act.map(Into::into),
                        ..claim(by, stance, source, when)
                    })
                    .collect(),
                amounts: amounts
                    .into_iter()
                    .map(|(a, b, known, currency)| Amount {
                        value: (known == 0).then(|| a.into()),
                        min: (known != 2).then(|| a.min(b).into()),
                        max: (known != 3).then(|| a.max(b).into()),
                        currency: currency.into(),
                        ..Amount::default()
                    })
                    .collect(),
                links: links
                    .into_iter()
                    .map(|it| Link { kind: LinkKind::Follows, to: it.into(), note: None })
                    .collect(),
                ..Event::default()
            }
        },
    )
}

fn any_catalog() -> impl Strategy<Value = Catalog> {
    vec(any_event(), 0..12).prop_map(|events| {
        Catalog::build(Chronology { parties: parties(), sources: sources(), events, ..Chronology::default() })
    })
}

fn names(of: &'static [&'static str]) -> impl Strategy<Value = Vec<Name>> {
    vec(select(of).prop_map(|it| Name { text: it.into(), at: 0..0 }), 1..3)
}

fn any_time() -> impl Strategy<Value = Time> {
    prop_oneof![select(&DATES[..]), select(&RANGES[..])].prop_map(|it| {
        let query = Query::parse(&format!("in:\"{it}\"")).0;
        let Some(Term::Times(_, times)) = query.single_terms().first().copied() else { panic!("{it} is a time") };
        times[0].clone()
    })
}

fn times() -> impl Strategy<Value = Vec<Time>> {
    vec(any_time(), 1..3)
}

fn any_term() -> impl Strategy<Value = Term> {
    let currency = option::of(select(&["usd", "EUR", "a b"][..]).prop_map(|it| Name { text: it.into(), at: 0..0 }));
    let sum = prop_oneof![
        (0_i64..6).prop_map(Into::into),
        (any::<i64>(), 0_u32..20).prop_map(|it| rust_decimal::Decimal::new(it.0, it.1))
    ];
    let lapse = (any::<u32>(), select(&UNITS[..]));
    let named = |of: NameOf, among| names(among).prop_map(move |it| Term::Names(of, it));
    let timed = select(&[TimeOf::In, TimeOf::Surely, TimeOf::Wholly, TimeOf::Known][..]);
    let ended = select(&[TimeOf::Before, TimeOf::After][..]);
    prop_oneof![
        1 => select(&WORDS[..]).prop_map(|it| Term::Text(word(it))),
        1 => select(&ODD_WORDS[..]).prop_map(|it| Term::Text(word(it))),
        1 => "\\PC{0,6}".prop_map(|it| Term::Text(word(&it))),
        1 => names(&NAMES).prop_map(Term::Fuzzy),
        1 => named(NameOf::Party, &NAMES),
        1 => named(NameOf::Role, &WORDS),
        1 => named(NameOf::Tag, &WORDS),
        1 => named(NameOf::Place, &WORDS),
        1 => named(NameOf::Category, &WORDS),
        1 => named(NameOf::Source, &["LETTER", "blog", "ghost"]),
        1 => vec(select(Status::ALL), 1..3).prop_map(Term::Status),
        1 => (option::of(select(Stance::ALL)), names(&NAMES)).prop_map(|it| Term::Names(NameOf::Claimant(it.0), it.1)),
        4 => (timed, times()).prop_map(|it| Term::Times(it.0, it.1)),
        2 => (ended, any_time()).prop_map(|it| Term::Times(it.0, vec![it.1])),
        1 => (currency, select(Comparison::VARIANTS), sum).prop_map(|it| Term::Amount(it.0, it.1, it.2)),
        1 => (select(Comparison::VARIANTS), 0..4_u32).prop_map(|it| Term::Voices(it.0, it.1)),
        1 => vec(select(LinkKind::ALL), 1..3).prop_map(Term::Link),
        1 => names(&IDS).prop_map(Term::Linked),
        1 => vec(select(HasWord::ALL), 1..3).prop_map(Term::Has),
        1 => vec(select(IsWord::ALL), 1..3).prop_map(Term::Is),
        1 => (prop_oneof![lapse, (0_u32..900, Just(UNITS[1]))], names(&IDS))
            .prop_map(|it| Term::Within(Lapse { n: it.0.0, unit: it.0.1 }, it.1)),
    ]
}

fn any_query() -> impl Strategy<Value = Query> {
    let expr = any_term().prop_map(Expr::Term).prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(|it| Expr::several(Joint::All, it)),
            vec(inner.clone(), 1..4).prop_map(|it| Expr::several(Joint::Any, it)),
            inner.prop_map(Expr::not),
        ]
    });
    expr.prop_map(Query::of_expr)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn evaluating_means_the_same_as_matching(query in any_query(), catalog in any_catalog(), marks in any::<u16>()) {
        let marked = IdSet::from_iter(catalog.len(), catalog.iter().map(|it| it.0).filter(|it| marks >> it.0 & 1 == 1));
        let matched = eval(&query, &catalog, &marked);
        for (idx, event) in catalog.iter() {
            let expect = matches(&query, &catalog, &marked, idx);
            prop_assert_eq!(matched.surely.contains(idx), expect == Match::Surely, "surely: {} for {:?}", query, event);
            prop_assert_eq!(matched.possibly.contains(idx), expect != Match::No, "possibly: {} for {:?}", query, event);
        }
    }

    #[test]
    fn what_is_printed_reads_the_same(query in any_query()) {
        let printed = query.to_string();
        let (read, faults) = Query::parse(&printed);
        prop_assert_eq!(faults, [], "{}", printed);
        prop_assert_eq!(&read, &query, "{}", printed);
        prop_assert_eq!(read.to_string(), printed);
    }

    #[test]
    fn both_of_two_queries_find_what_each_finds(a in any_query(), b in any_query(), catalog in any_catalog(), marks in any::<u16>()) {
        let marked = IdSet::from_iter(catalog.len(), catalog.iter().map(|it| it.0).filter(|it| marks >> it.0 & 1 == 1));
        let find = |it: &Query| eval(it, &catalog, &marked);
        let both = a.clone().and(b.clone());
        let (found, a, b) = (find(&both), find(&a), find(&b));
        prop_assert_eq!(found.surely, a.surely.intersect(&b.surely), "{}", both);
        prop_assert_eq!(found.possibly, a.possibly.intersect(&b.possibly), "{}", both);
        prop_assert_eq!(Query::parse(&both.text), (both.clone(), Vec::new()), "{}", both.text);
        prop_assert_eq!(Query::parse(&both.to_string()), (both.clone(), Vec::new()), "{}", both);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,40}|[-a:()|\"@#,.<>= \\\\é]{0,40}|((in|is|amount|cat|within):?[-a0-9:()|\"@#,.<>= ]{0,9} ?){0,5}", cursor in 0_usize..50) {
        let (query, faults) = Query::parse(&text);
        prop_assert!(faults.is_empty() || query.is_empty());
        for span in faults.iter().filter_map(|it| it.span) {
            prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{:?} in {:?}", span, text);
        }
        for (number, span) in query.terms().enumerate() {
            prop_assert!(!text[span].is_empty());
            let rest = query.clone().without(number);
            prop_assert_eq!(Query::parse(&rest.text), (rest, Vec::new()));
        }
        for it in complete(&SAMPLE, &text, cursor) {
            prop_assert!(text.get(it.replace).is_some());
        }
        if faults.is_empty() {
            prop_assert_eq!(Query::parse(&query.to_string()).0, query);
        }
    }
}

#[test]
fn what_is_made_of_values_reads_back() {
    let when: When = "-0043".parse().unwrap();
    let day = |it: &str| it.parse::<When>().unwrap().bounds().earliest.date();
    for query in [
        Query::of_parties(["a b".to_owned(), "c".to_owned()]),
        Query::of_no_party(["-x".to_owned()]),
        Query::of_status(Status::Alleged),
        Query::of_category("a \"quoted\", one"),
        Query::of_amounts_in("US dollars"),
        Query::wholly_in(&when),
        Query::in_days(day("2013-03-01"), day("2019-05-31")),
        Query::of_marked(),
        Query::of_text("a | b"),
    ] {
        assert_eq!(Query::parse(&query.text), (query.clone(), Vec::new()), "{}", query.text);
    }
}
