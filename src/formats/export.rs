//! The formats, one a file: each a function from a selection to bytes and what they could not carry.

mod csv;
mod json;
mod jsonl;
mod markdown;
mod markup;
mod record;
mod text;
mod toml;

pub(super) use self::{csv::csv, json::json, jsonl::jsonl, markdown::markdown, text::text, toml::toml};
