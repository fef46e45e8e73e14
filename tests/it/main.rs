//! Tests of the whole program: the binary is run on folders of files, and everything that it says is compared.

mod bad_input;
mod build;
mod cli;
mod golden;
mod lint;
mod overlay;
mod support;
