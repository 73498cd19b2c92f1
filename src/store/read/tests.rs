//! That reading is one, by whatever way, and that what is read is what the schema says.

mod laws;
mod odd_texts;
mod schema;
