//! Typed facts: one Rust file for one YAML file.
//!
//! Takes what [`crate::source`] read, gives facts whose form is right, and findings for all that is not. What facts mean
//! together (dangling ids, gaps between periods, missing languages) is [`crate::lint`]'s.

mod check;
mod dated;
mod de;
pub mod fact;
pub mod field_rule;
pub mod jis;
mod kinds;
pub mod look;
pub mod lookup;
pub mod page;
pub(crate) mod pattern;
pub mod plan;
mod read;
mod references;
pub(crate) mod scalar;
pub mod settings;
pub mod shape;
pub mod tables;
pub mod types;
mod wanted;

pub mod attachments;
pub mod changes;
pub mod contacts;
pub mod deadlines;
pub mod drawings;
pub mod errors;
pub mod fees;
pub mod filers;
pub mod forms;
pub mod glossary;
pub mod holidays;
pub mod mailing;
pub mod mails;
pub mod manuals;
pub mod options;
pub mod outages;
pub mod outcomes;
pub mod payments;
pub mod photo;
pub mod procedures;
pub mod questions;
pub mod readings;
pub mod redirects;
pub mod screens;
pub mod sheets;
pub mod sources;
pub mod stationery;
pub mod statuses;
pub mod steps;
pub mod system;
pub mod tiers;
pub mod tools;
pub mod workbooks;

pub use kinds::{KINDS, Kind, OfKind, Record, kind};
pub use read::{Entry, Model, read};
