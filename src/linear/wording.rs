//! What is told, in words: a file for each thing that an answer can be of.

pub(super) mod change;
pub(super) mod faults;
pub(super) mod figures;
pub(super) mod help;
pub(super) mod lanes;
pub(super) mod links;
pub(super) mod overview;
pub(super) mod parties;
pub(super) mod rows;
pub(super) mod whole;
pub(super) mod words;
