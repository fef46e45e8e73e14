//! How long the workbooks of a guide take (mark: all of them within a second) and how large the largest is (mark: 1 MB), against
//! the whole guide without its PDFs in the same run: `cargo run --release --example workbooks -- GUIDE`.

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, io};

use madoguchi::diagnostic::Findings;
use madoguchi::guide::Guide;
use madoguchi::output::{Downloads, site, workbook};
use madoguchi::{model, source};

const RUNS: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or("say the folder of the guide")?;
    let mut findings = Findings::default();
    let source = source::read(&folder, &mut findings).map_err(|_| "the guide cannot be read")?;
    let model = model::read(&source, &mut findings).ok_or("the guide cannot be read")?;
    let guide = Guide::new(&model, model.settings.edition.0);
    let (mut books, mut pages) = (Vec::new(), Vec::new());
    let mut made = workbook::make(&guide, &mut findings);
    for _ in 0..RUNS {
        let began = Instant::now();
        made = workbook::make(&guide, &mut findings);
        books.push(began.elapsed());
        let workbooks = workbook::paths(&guide).into_iter().map(|path| (path, None));
        let downloads = Downloads {
            papers: Vec::new(),
            workbooks: workbooks.collect(),
        };
        let began = Instant::now();
        site::make(&guide, &source, &downloads, &mut findings);
        pages.push(began.elapsed());
    }
    let (books, pages) = (median(books), median(pages));
    let largest = made.values().map(Vec::len).max().unwrap_or(0);
    let times = books.as_secs_f64() / pages.as_secs_f64();
    writeln!(
        io::stdout(),
        "{} files in {books:?} (the pages: {pages:?}; {times:.2} times as long), the largest {largest} bytes",
        made.len()
    )?;
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
