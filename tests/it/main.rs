//! Tests of the whole program: the binary is run on folders of files, and everything that it says is compared.

mod architecture;
mod bad_input;
mod build;
mod cli;
mod generated;
mod golden;
mod lint;
mod overlay;
mod readme;
mod second_reader;
mod support;
