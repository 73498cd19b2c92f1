//! From one chunk to what it says, keeping what is good.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    context::{Context, Node, type_of, wrong_type},
    fields::{TableNode, read},
    split::{Chunk, ChunkKind, ROOTS},
    values::is_day,
};
use crate::chronology::{Event, HasTable as _, Origin, Party, Record, Source, Timeline};
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::store::rules::{LOST_HEAD, REPEATED_TIMELINE, STRAY_TABLE, SYNTAX, UNKNOWN_KEY, UNKNOWN_TABLE, WRONG_TYPE};

/// The head that is put before an event which has lost its own.
const HEAD: &str = "[[event]]\n";

/// A pattern of `timeline.include`, with its place.
#[derive(Debug)]
pub(in crate::store) struct Include {
    pub(in crate::store) pattern: String,
    pub(in crate::store) span: Span,
}

/// What one text says, or one chunk of it.
#[derive(Debug, Default)]
pub(in crate::store) struct Batch {
    /// Each `[timeline]` with the place of its head.
    pub(in crate::store) timelines: Vec<(Timeline, Span)>,
    pub(in crate::store) includes: Vec<Include>,
    pub(in crate::store) parties: Vec<Party>,
    pub(in crate::store) sources: Vec<Source>,
    pub(in crate::store) events: Vec<Event>,
    pub(in crate::store) diagnostics: Vec<Diagnostic>,
}

/// Reports a `[timeline]` that is not the `first` of its text.
pub(in crate::store) fn repeated_timeline(first: Span, other: Span) -> Diagnostic {
    let message = "a second `[timeline]` in one file: only the first one's title, summary and own keys count";
    REPEATED_TIMELINE.fault(message).at(other).related(first, "the first one").help("merge the two")
}

/// Adds what one chunk of `text` says to `batch`, which has no event.
pub(in crate::store) fn parse_chunk(file: usize, text: &str, chunk: &Chunk, batch: &mut Batch) {
    let base = chunk.range.start;
    let source = &text[chunk.range.clone()];
    let first_line = Span::new(file, base, base + source.lines().next().unwrap_or_default().len());
    if let Some(at) = chunk.too_deep {
        let line = text[at..].lines().next().unwrap_or_default().len().min(80);
        batch.diagnostics.push(SYNTAX.fault("this key is nested too deep").at(Span::new(file, at, at + line)));
        return;
    }
    if chunk.kind == ChunkKind::Stray {
        let head = source.lines().next().unwrap_or_default().trim();
        let root = head.trim_start_matches('[').split('.').next().unwrap_or_default().trim();
        let fault = STRAY_TABLE.fault(format!("`{head}` does not follow its own `[[{root}]]`")).at(first_line);
        batch.diagnostics.push(fault.help(format!("move it under the `[[{root}]]` that it belongs to")));
        return;
    }
    let mut led = String::new();
    let source = match chunk.kind {
        ChunkKind::LostTable(key) => {
            batch.diagnostics.push(lost_head(file, text, key, "what begins here is left out"));
            return;
        }
        ChunkKind::LostEvent(key) => {
            batch.diagnostics.push(lost_head(file, text, key, "what begins here is read as an event of its own"));
            led = [HEAD, source].concat();
            &led
        }
        ChunkKind::Table | ChunkKind::Stray => source,
    };
    let (table, errors) = DeTable::parse_recoverable(source);
    let mut cx = Context::new(file, base, if led.is_empty() { 0 } else { HEAD.len() }, source);
    // A date that no calendar has is told by the field that it stands in; everything around it is whole.
    let is_date =
        |it: Option<Range<usize>>| it.and_then(|it| source.get(it)).and_then(|it| it.get(..10)).is_some_and(is_day);
    cx.broken = errors.iter().any(|it| !is_date(it.span()));
    cx.unclosed = chunk.unclosed.map(|it| it - base + cx.lead);
    let origin = |cx: &Context, it: &Node<'_>| {
        let Span { start, end, .. } = cx.span(it.span());
        let end = if source[it.span()].starts_with('{') { end } else { chunk.end.max(start) };
        Origin { file, start, end }
    };
    for (key, value) in table.get_ref() {
        let head = cx.span(key.span());
        match key.get_ref().as_ref() {
            "timeline" => {
                for it in tables(&mut cx, "timeline", value).into_iter().take(1) {
                    let mut timeline = Timeline::default();
                    batch.includes.extend(includes(&mut cx, it));
                    if read(&mut cx, it, &mut timeline) {
                        batch.timelines.push((timeline, head));
                    }
                }
            }
            "party" => {
                let new = |cx: &Context, it: &Node<'_>| Party { origin: origin(cx, it), ..Party::default() };
                read_each(&mut cx, ("party", value), new, &mut batch.parties);
            }
            "source" => {
                let new = |cx: &Context, it: &Node<'_>| Source { origin: origin(cx, it), ..Source::default() };
                read_each(&mut cx, ("source", value), new, &mut batch.sources);
            }
            "event" => {
                let new = |cx: &Context, it: &Node<'_>| Event { origin: origin(cx, it), ..Event::default() };
                read_each(&mut cx, ("event", value), new, &mut batch.events);
            }
            word => unknown(&mut cx, word, head, value),
        }
    }
    let unclosed = cx.unclosed.map(|at| {
        let help = "close it with the same three quotes; what follows, up to the next head, was taken for its text";
        SYNTAX.fault("this multi-line string is never closed").at(cx.span(at..at + 3)).help(help)
    });
    let mut last = None;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let told = cx.replaced.contains(&span)
            || cx.unclosed.is_some_and(|it| it <= span.start)
            || last.as_ref() == Some(&span);
        if !told {
            cx.diagnostics.push(SYNTAX.fault(error.message()).at(cx.span(span.clone())));
        }
        last = Some(span);
    }
    batch.diagnostics.extend(unclosed);
    batch.diagnostics.append(&mut cx.diagnostics);
    if let [event] = &mut *batch.events
        && source.starts_with('[')
    {
        // However damaged its head is, it is read again from there.
        event.origin.start = base;
    }
}

/// Reads the tables under one of a store's top-level keys, each into what is `new` at its place.
fn read_each<R: Record>(
    cx: &mut Context,
    (name, value): (&str, &Node<'_>),
    new: impl Fn(&Context, &Node<'_>) -> R,
    found: &mut Vec<R>,
) {
    for it in tables(cx, name, value) {
        let mut record = new(cx, it);
        if read(cx, it, &mut record) {
            found.push(record);
        }
    }
}

/// Reports that a table begins without its head, where the key at `key` stands a second time.
fn lost_head(file: usize, text: &str, key: usize, cost: &str) -> Diagnostic {
    let name = text[key..].split(['=', ' ', '\t']).next().unwrap_or_default();
    let fault = LOST_HEAD.fault(format!("a second `{name}` in one table: {cost}"));
    let help = "write `[[event]]`, or the head that it has lost, on the line above where it begins";
    fault.at(Span::new(file, key, key + name.len())).help(help)
}

/// Returns what the timeline in `node` includes.
fn includes(cx: &mut Context, node: &Node<'_>) -> Vec<Include> {
    // That it is no table is told when it is read.
    let DeValue::Table(_) = node.get_ref() else { return Vec::new() };
    let Some(written) = TableNode::of(cx, node, Timeline::TABLE) else { return Vec::new() };
    let items = written.items(cx, "include");
    let include = |it: &Node<'_>| match it.get_ref() {
        DeValue::String(pattern) => Some(Include { pattern: pattern.to_string(), span: cx.span(it.span()) }),
        _ => wrong_type(cx, it, "an item of `include` must be a string", None),
    };
    items.into_iter().filter_map(include).collect()
}

/// Returns whether the events of a chunk can be read again from where they stand: one alone, with its head first.
pub(in crate::store) fn can_be_reread(text: &str, chunk: &Chunk, events: &[Event]) -> bool {
    chunk.kind == ChunkKind::Table
        && events.len() == 1
        && text[chunk.range.clone()].starts_with('[')
        && events[0].origin.start == chunk.range.start
}

/// Reports a top-level key or table that a store does not have.
fn unknown(cx: &mut Context, word: &str, head: Span, value: &Spanned<DeValue<'_>>) {
    let help = match did_you_mean(word, ROOTS) {
        Some("timeline") => "did you mean `[timeline]`?".to_owned(),
        Some(it) => format!("did you mean `[[{it}]]`?"),
        None => "a store has `[timeline]`, `[[party]]`, `[[source]]` and `[[event]]`".to_owned(),
    };
    let holds_tables = match value.get_ref() {
        DeValue::Table(_) => true,
        DeValue::Array(it) => it.iter().any(|it| it.get_ref().is_table()),
        _ => false,
    };
    let fault = if holds_tables {
        UNKNOWN_TABLE.fault(format!("unknown table `{word}`: it is left out"))
    } else {
        UNKNOWN_KEY.fault(format!("unknown key `{word}` outside of any table"))
    };
    cx.report(fault.at(head).help(help));
}

/// Returns the tables under one of a store's top-level keys.
fn tables<'a, 'i>(cx: &mut Context, name: &str, value: &'a Spanned<DeValue<'i>>) -> Vec<&'a Spanned<DeValue<'i>>> {
    let wanted = if name == "timeline" { "[timeline]".to_owned() } else { format!("[[{name}]]") };
    let is_list = matches!(value.get_ref(), DeValue::Array(_));
    if is_list == (name == "timeline") && matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_)) {
        let found = if is_list { format!("[[{name}]]") } else { format!("[{name}]") };
        let fault = WRONG_TYPE.fault(format!("expected `{wanted}`, found `{found}`"));
        cx.report(fault.at(cx.span(value.span())).help(format!("write `{wanted}`")));
    }
    match value.get_ref() {
        DeValue::Array(items) => items.iter().collect(),
        DeValue::Table(_) => vec![value],
        other => {
            let fault = WRONG_TYPE.fault(format!("`{name}` must be a table, not {}", type_of(other)));
            cx.report(fault.at(cx.span(value.span())).help(format!("write `{wanted}`")));
            Vec::new()
        }
    }
}
