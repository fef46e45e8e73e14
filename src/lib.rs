//! Madoguchi turns dated, sourced facts about Japan's Online Residence Application System into a bilingual guide.
//!
//! Data flows one way: [`source`] reads, [`model`] types, [`lint`] judges, [`guide`] sees it from one day, [`output`] makes
//! bytes of it, [`publish`] puts them in place; [`serve`] shows them while they are being written. `docs/ARCHITECTURE.md` is
//! the map.

pub mod cli;
pub mod diagnostic;
pub mod guide;
mod hash;
pub mod lint;
pub mod markdown;
pub mod model;
pub mod output;
pub mod publish;
pub mod serve;
pub mod source;
