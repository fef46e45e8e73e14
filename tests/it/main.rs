//! Tests of the whole program: the binary is run on folders of files, and everything that it says is compared.

mod lint;
mod support;
