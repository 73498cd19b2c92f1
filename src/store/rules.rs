//! The table of everything that reading can report; what lint can is in the table of its checks.
//!
//! A rule is a code, what it costs, and the words of `check --explain`. Diagnostics are made by [`Rule::fault`] only, so that
//! no code is ever reported that nothing explains.

use crate::diag::{Diagnostic, Severity};

/// One thing that can be wrong with a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable kebab-case name, as diagnostics carry it.
    pub code: &'static str,
    /// What it costs.
    pub severity: Severity,
    /// One line.
    pub summary: &'static str,
    /// One paragraph: what is wrong, why it matters, what to do.
    pub explanation: &'static str,
}

impl Rule {
    /// Returns the rule of something that was probably not meant.
    pub(super) const fn warning(code: &'static str, summary: &'static str, explanation: &'static str) -> Self {
        Self { code, severity: Severity::Warning, summary, explanation }
    }

    /// Returns a report of this rule without a place.
    pub(super) fn fault(self, message: impl Into<String>) -> Diagnostic {
        let fault = Diagnostic::error(self.code, message);
        Diagnostic { severity: self.severity, ..fault }
    }
}

/// Writes the rules as constants and lists all of them in [`OF_READING`].
macro_rules! rules {
    ($($name:ident: $severity:ident $code:literal, $summary:literal, $explanation:literal;)*) => {
        $(pub(super) const $name: Rule =
            Rule { code: $code, severity: Severity::$severity, summary: $summary, explanation: $explanation };)*

        /// Every rule of reading.
        pub(super) static OF_READING: &[Rule] = &[$($name,)*];
    };
}

rules! {
    NOT_UTF8: Error "not-utf8", "a text holds bytes that are not UTF-8",
        "TOML is UTF-8. Each run of bytes that is not UTF-8 is read as the character U+FFFD, and the rest of the file is read as \
         usual. Most often the file was saved in Latin-1 or Windows-1252: convert it, for example with `iconv -f windows-1252 -t utf-8`.";
    UNREADABLE_FILE: Error "unreadable-file", "a file of the store cannot be read",
        "A file that was found in a folder or named by `include` cannot be read: it was removed in between, or its permissions \
         forbid it. Everything in it is missing from what was loaded.";
    EMPTY_FOLDER: Warning "empty-folder", "a folder holds no store",
        "A folder stands for all `*.toml` files in and below it, except hidden ones. This one has none, so nothing was loaded from it.";
    BAD_INCLUDE: Error "bad-include", "an `include` pattern is malformed",
        "Patterns of `timeline.include` are globs relative to the file that they stand in: `?` is one character, `*` any number \
         within a name, `**` any number of folders, `[ab]` one of a set. A bracket that is not closed, or `**` as part of a name, is \
         malformed, and nothing is included by it.";
    INCLUDE_CYCLE: Error "include-cycle", "a file includes itself, directly or through others",
        "Each file is loaded once. An `include` that leads back to a file that is being loaded is not followed, since it would never \
         end. Nothing is lost, but the include says something that cannot be: remove it.";
    INCLUDE_REPEATED: Warning "include-repeated", "a file is named twice",
        "The same file is named twice, on the command line or by `include` patterns that overlap. It is loaded once, at the first \
         place. Remove one of the two. Files that a folder on the command line brings in may be included as well without a report.";
    INCLUDE_UNMATCHED: Warning "include-unmatched", "an `include` pattern matches no file",
        "A pattern of `timeline.include` matches nothing. Patterns are relative to the folder of the file that they stand in, and \
         hidden files need a pattern with the dot in it.";
    SYNTAX: Error "syntax", "the text is not TOML",
        "The text is not TOML at this place. Every syntax error is reported, and what stands around it is kept: an event that still \
         has its `id` and `title` is loaded without the damaged fields. A multi-line string that is never closed costs its own event; \
         reading goes on at the next line that is a `[[event]]`, `[[party]]` or `[[source]]` head.";
    STRAY_TABLE: Error "stray-table", "a sub-table does not follow its own event",
        "A table such as `[event.extra]` or `[[event.claims]]` belongs to the `[[event]]` above it, and nothing else may stand in \
         between. This one follows a table of another sort, so that a reader of the file would look for it in the wrong place; it is \
         left out. Move it under its event.";
    LOST_HEAD: Error "lost-head", "a table begins without its head",
        "A second `id` shows that another event begins here and that the line `[[event]]` above it is gone. What follows is not taken \
         for the event before it, whose money, claims and status it would change: behind an event it is read as an event of its own, \
         and behind a party, a source or the timeline, where it could be anything, it is left out. A second `title` behind an empty \
         line shows the same. Write the head again.";
    UNKNOWN_TABLE: Error "unknown-table", "a top-level table that a store does not have",
        "A store has the tables `[timeline]`, `[[party]]`, `[[source]]` and `[[event]]`. Anything else at the top level is left out \
         with all that is in it. Most often it is a plural: `[[events]]`.";
    REPEATED_TIMELINE: Error "repeated-timeline", "a file has more than one `[timeline]`",
        "A file has one `[timeline]` table. The first counts, and what the others say is left out. Several files may have one each: \
         the first title and the first summary that were loaded are shown, and every `include` is followed.";
    UNKNOWN_KEY: Warning "unknown-key", "a key that this program does not know",
        "The key is not one of the table's fields; the nearest is named. In an event, party, source or timeline its value is kept and \
         written back on export, so that a store may carry fields of its own. In a claim, amount, citation or link it is not.";
    WRONG_TYPE: Error "wrong-type", "a value is of the wrong type",
        "The field wants a value of another type, such as a string where a number stands. The field is left out; the event is kept \
         unless it was its `id` or `title`. Years are strings too, `when = \"1985\"`: only so can they be `\"1985~\"` or `\"198X\"`.";
    MISSING_FIELD: Error "missing-field", "a required field is missing",
        "An event needs an `id` and a `title`, a party and a source an `id`, a claim `by` and `stance`, a link `kind` and `to`, an \
         amount a `currency`, an affiliation `with`. Without them the table means nothing, and it is left out.";
    EMPTY_ID: Error "empty-id", "an id is empty",
        "Ids are what references, marks and links hold on to, so an empty one cannot be used. What it stands on is left out.";
    UNKNOWN_WORD: Error "unknown-word", "a word that is not on the field's list",
        "Fields such as `stance`, `kind`, `status` and `bears` take one word of a fixed list, in lower case; the nearest is named. The \
         field is left out, and with it the claim or link that means nothing without.";
    IMPOSSIBLE_DATE: Error "impossible-date", "a day or time that no calendar has",
        "The date names a day, month or time that does not exist, such as 29 February 2015. Dates are proleptic Gregorian. The field is \
         left out; without `when` the event is undated.";
    REVERSED_INTERVAL: Error "reversed-interval", "an interval ends before it starts",
        "The end of an interval `A/B` must not lie before its start. The field is left out; without `when` the event is undated.";
    AMBIGUOUS_DATE: Error "ambiguous-date", "a date that can be read in more than one way",
        "People read `12/04/1985` as 12 April or as December 4. This program does not guess: write the one that is meant in EDTF, as \
         the help proposes. The field is left out; without `when` the event is undated.";
    BAD_DATE: Error "bad-date", "not a date",
        "Dates are EDTF (ISO 8601-2), such as `1985`, `1985-04-12`, `1985~`, `201X`, `2011-06/2019`, `[..1870]`, or instants such as \
         `2024-03-01T14:05Z`. The field is left out; without `when` the event is undated. The source's own words for a date go into \
         `as_written`.";
    BAD_AMOUNT: Error "bad-amount", "not a sum of money",
        "Sums are exact decimals of at most 28 digits, written as a number or as a string of digits: `25_000_000`, `19.99`, `\"19.99\"`. \
         They are read from the digits as written and never pass through a float, so `inf` and `nan` have no meaning here. The amount is \
         left out.";
    AMOUNT_RANGE: Warning "amount-range", "an amount contradicts itself",
        "An amount has a `value`, or a `min` and a `max` with the smaller first. One with both, with `min` above `max`, or with none of \
         the three probably does not say what its source says.";
    DUPLICATE_ID: Error "duplicate-id", "two things of one sort have the same id",
        "Events, parties and sources each have ids of their own, unique over all files that are loaded together. Of two with the same \
         id the first is kept and the second left out, since references could not tell them apart.";
    UNKNOWN_PARTY: Error "unknown-party", "a reference to a party that is not there",
        "No `[[party]]` has this id. The reference is kept as written, but nothing is known of the party: add it, or correct the id; \
         the nearest is named.";
    UNKNOWN_SOURCE: Error "unknown-source", "a reference to a source that is not there",
        "No `[[source]]` has this id. The reference is kept as written, but nothing stands behind it: add the source, or correct the \
         id; the nearest is named.";
    UNKNOWN_LINK_TARGET: Error "unknown-link-target", "a link to an event that is not there",
        "No `[[event]]` has this id, or the one that has it was left out for another fault. The link is kept as written and leads \
         nowhere.";
    SELF_LINK: Warning "self-link", "an event is linked to itself",
        "A link says what one event is to another. One that leads back to its own event says nothing, and was probably meant for another.";
    ALLOW_UNKNOWN: Warning "allow-unknown", "a comment allows what is no warning",
        "The comment `# dateline: allow(code): reason` takes away the warnings of that code from the table below it, or from its file. \
         No warning has this code: the nearest is named. Errors cannot be allowed, since what they tell of is missing from what was read.";
    ALLOW_WITHOUT_REASON: Warning "allow-without-reason", "a comment allows something and does not say why",
        "A warning is allowed for whoever reads the store after its author, and they want to know why it is meant as it is: the reason \
         stands behind a colon, `# dateline: allow(no-source): told by my grandmother`. Without one the warning stays.";
    ALLOW_NEEDLESS: Warning "allow-needless", "a comment allows what is not there",
        "The table below the comment, or the file that it stands at the top of, has no such warning any more, or there is no table \
         directly below. Remove it, so that it does not hide the next one.";
    REPEATED_PARTY: Warning "repeated-party", "a party is listed twice in the same role",
        "The event's `parties` name the same party twice with the same role. A party with two roles is listed once for each, with \
         different roles; one with the same role twice was probably copied.";
}
