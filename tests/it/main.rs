//! Tests of the whole program: the binary is run on folders of files, and everything that it says is compared.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says why and fails; Clippy looks for that at test functions only, not at what they share"
)]

mod architecture;
mod bad_input;
mod build;
mod cli;
mod clock;
mod drawing;
mod generated;
mod golden;
mod lint;
mod overlay;
#[cfg(feature = "pdf")]
mod pdf;
mod pictures;
mod readme;
mod reference;
mod rules;
mod schema;
mod second_reader;
mod serve;
mod sheets;
mod steps;
mod support;
mod workbooks;
