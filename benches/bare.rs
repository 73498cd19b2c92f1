//! What the parsers alone take, to compare with: `bare toml FILE` reads a store and parses its text, and does nothing with it;
//! `bare csv FILE` copies a table record by record. Each prints milliseconds and, for a table, megabytes a second.

use std::{
    io::Write,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use toml_parser::{
    ErrorSink, ParseError, Source, Span,
    decoder::Encoding,
    parser::{EventReceiver, parse_document},
};

/// Bytes of a piece of a text.
const PIECE: usize = 1 << 20;

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|it| it != "--bench");
    let mut out = std::io::stdout();
    // A benchmark that is run without a file, as all of them together are, has nothing to do.
    let (Some(what), Some(file)) = (arguments.next(), arguments.next()) else { return };
    let line = match what.as_str() {
        "toml" => toml(&file),
        "csv" => csv(&file),
        _ => "bare toml FILE, or bare csv FILE".to_owned(),
    };
    writeln!(out, "{line}").expect("standard output");
}

/// Counts keys and values, so that nothing is left out.
struct Count(usize);

impl EventReceiver for Count {
    fn simple_key(&mut self, _: Span, _: Option<Encoding>, _: &mut dyn ErrorSink) {
        self.0 += 1;
    }

    fn scalar(&mut self, _: Span, _: Option<Encoding>, _: &mut dyn ErrorSink) {
        self.0 += 1;
    }
}

fn toml(file: &str) -> String {
    let began = Instant::now();
    let text = std::fs::read_to_string(file).expect("a text");
    let read = began.elapsed();
    let mut cuts = vec![0];
    let mut at = 0;
    while let Some(found) = text.as_bytes().get(at + PIECE..).and_then(|it| memchr::memmem::find(it, b"\n[[event]]\n"))
    {
        at += PIECE + found + 1;
        cuts.push(at);
    }
    cuts.push(text.len());
    let (next, found) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let [start, end] =
                    cuts[next.fetch_add(1, Ordering::Relaxed)..].iter().take(2).collect::<Vec<_>>()[..]
                {
                    let tokens = Source::new(&text[*start..*end]).lex().into_vec();
                    let mut count = Count(0);
                    let mut faults: Option<ParseError> = None;
                    parse_document(&tokens, &mut count, &mut faults);
                    found.fetch_add(count.0, Ordering::Relaxed);
                }
            });
        }
    });
    let all = began.elapsed();
    format!("{} {} {}", all.as_millis(), read.as_millis(), found.into_inner())
}

fn csv(file: &str) -> String {
    let bytes = std::fs::metadata(file).expect("a table").len();
    let began = Instant::now();
    let mut reader = csv::Reader::from_path(file).expect("a table");
    let mut writer = csv::Writer::from_writer(std::io::sink());
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).expect("a record") {
        writer.write_byte_record(&record).expect("a record");
    }
    writer.flush().expect("nowhere");
    let took = began.elapsed();
    format!("{} {:.0}", took.as_millis(), bytes as f64 / 1e6 / took.as_secs_f64())
}
