//! `cargo +nightly fuzz run date`; the body is the one that the tests run a little of.
#![no_main]

#[path = "../../tests/it/bodies.rs"]
#[allow(dead_code)]
mod bodies;

libfuzzer_sys::fuzz_target!(|text: &str| bodies::date(text));
