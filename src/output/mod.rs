//! Outputs: pure functions from a guide to named bytes. None of them reads the disk or the clock.

pub mod drawing;
pub mod schema;
pub mod site;

use std::collections::BTreeMap;

/// Files by path, relative to the folder of the guide that is published.
pub type Output = BTreeMap<String, Vec<u8>>;
