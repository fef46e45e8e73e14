//! Parts of letters that go by post: where to, from whom, what is enclosed and what never is.

use jiff::civil::Date;
use rust_xlsxwriter::{Format, XlsxError};

use super::{HELP, LAST, Page, WIDTHS};
use crate::guide::Say as _;
use crate::model::Entry;
use crate::model::fact::Value;
use crate::output::workbook::height::{self, LINE};
use crate::output::workbook::styles;
use crate::output::workbook::words::items;

impl<'a> Page<'_, 'a> {
    /// Who sends it: what guide.yaml says, to be written over, or empty cells.
    pub(super) fn sender(&mut self) -> Result<(), XlsxError> {
        let sender = self.ground.words.guide.model.settings.sender.as_ref();
        let address = sender.map(|it| {
            let postal_code = self.word("sheet_postal_code") + &it.postal_code;
            let lines = std::iter::once(postal_code).chain(it.lines.iter().cloned());
            lines.collect::<Vec<_>>().join(
                "
",
            )
        });
        let phone = sender.and_then(|it| Some(it.phone.as_ref()?.0.clone()));
        let rows = [
            ("sheet_address", address, 3.0),
            ("sheet_name", sender.map(|it| it.name.clone()), 1.0),
            ("sheet_person", sender.and_then(|it| it.person.clone()), 1.0),
            ("sheet_phone", phone, 1.0),
        ];
        for (key, value, lines) in rows {
            self.named(key, &value.unwrap_or_default(), 2, lines)?;
        }
        Ok(())
    }

    /// A cell to write in at the right of the page, or across it, with its name.
    fn named(
        &mut self,
        key: &'static str,
        value: &str,
        from: u16,
        lines: f64,
    ) -> Result<(), XlsxError> {
        let words = self.ground.words.word(key);
        let name = words.first().cloned().unwrap_or_default();
        let framed = styles::framed().format.set_font_size(10);
        self.sheet
            .write_string_with_format(self.row, from, name, &framed)?;
        let width: f64 = WIDTHS.iter().skip(usize::from(from) + 1).sum();
        let height = height::row([(value, width, 1.0)]).max(LINE * lines);
        self.sheet.set_row_height(self.row, height + 2.0)?;
        let blank = styles::line();
        if from + 1 < LAST {
            self.sheet
                .merge_range(self.row, from + 1, self.row, LAST, value, &blank)?;
        } else {
            self.sheet
                .write_string_with_format(self.row, from + 1, value, &blank)?;
        }
        self.help(&words)?;
        self.row += 1;
        Ok(())
    }

    /// The head of a letter by post: the day, where it goes, who sends it.
    pub(super) fn letterhead(&mut self) -> Result<(), XlsxError> {
        self.date()?;
        let destinations = self.mailing("destination");
        let places: Vec<String> = destinations
            .iter()
            .filter_map(|entry| self.address(entry))
            .collect();
        let first = places.into_iter().next().unwrap_or_default();
        self.named("sheet_address", &first, 0, 3.0)?;
        if let Some(entry) = destinations.first() {
            // That the address in the mail has precedence.
            let advice = format!("{}.text", entry.path());
            let languages = self.ground.words.languages.iter();
            let advice =
                languages.map(|language| self.ground.words.plain(language).reference(&advice));
            let advice: Vec<String> = advice.collect();
            let help = &styles::help().format;
            self.sheet.write_string_with_format(
                self.row,
                HELP,
                advice.join(
                    "
",
                ),
                help,
            )?;
        }
        self.row += 1;
        self.sender()?;
        self.row += 1;
        Ok(())
    }

    /// A destination as it stands on paper.
    fn address(&self, entry: &Entry) -> Option<String> {
        let address = entry.field("address")?;
        let plain = |name: &str| match address.field(name).map(|it| &it.value) {
            Some(Value::Plain(text)) => Some(text.clone()),
            _ => None,
        };
        let postal_code = self.word("sheet_postal_code") + &plain("postal_code")?;
        let lines = items(address.field("lines"))
            .iter()
            .filter_map(|line| match &line.value {
                Value::Plain(text) => Some(text.clone()),
                _ => None,
            });
        let addressee = format!(
            "{}　{}",
            plain("addressee")?,
            self.word("sheet_to_organisation")
        );
        let all = std::iter::once(postal_code).chain(lines).chain([addressee]);
        Some(all.collect::<Vec<_>>().join("\n"))
    }

    fn mailing(&self, sort: &str) -> Vec<&'a Entry> {
        let entries = self.ground.words.guide.model.of("mailing").iter();
        let is_it = |entry: &&Entry| matches!(entry.field("type").map(|it| &it.value), Some(Value::Word(word)) if word == sort);
        entries.filter(is_it).collect()
    }

    /// What to enclose, to tick, each with the days of receipt for which it is.
    pub(super) fn enclosures(&mut self) -> Result<(), XlsxError> {
        for entry in self.mailing("enclose") {
            let languages = self.ground.words.languages.iter();
            let words = languages.map(|language| {
                let name = self.ground.words.plain(language).name(entry);
                match self.when_enclosed(entry, language) {
                    when if when.is_empty() => name,
                    when => format!("{name}　{when}"),
                }
            });
            let words: Vec<String> = words.collect();
            self.tick(&words)?;
        }
        Ok(())
    }

    /// The days of receipt for which it is enclosed; that this was not confirmed, where it was not.
    fn when_enclosed(&self, entry: &'a Entry, language: &'a str) -> String {
        let Some(Value::Dated(periods)) = entry.field("enclosed").map(|it| &it.value) else {
            return String::new();
        };
        let plain = self.ground.words.plain(language);
        let day =
            |day: Option<Date>| day.map_or_else(String::new, |day| plain.guide.date(day, language));
        let said = periods.iter().filter_map(|period| {
            let Value::Word(word) = &period.value.as_deref()?.value else {
                return None;
            };
            let key = match (word.as_str(), period.from, period.until) {
                ("no", ..) | (_, None, None) => return None,
                (_, Some(_), Some(_)) => "received_between",
                (_, Some(_), None) => "received_from",
                (_, None, Some(_)) => "received_until",
            };
            let when = plain.fill(
                key,
                &[("from", day(period.from)), ("until", day(period.until))],
            );
            let doubt = plain.word("confidence_unverified").to_owned();
            Some(match word.as_str() {
                "likely" => plain.fill("bracketed", &[("words", when), ("text", doubt)]),
                _ => when,
            })
        });
        plain.list(said)
    }

    pub(super) fn never_enclosed(&mut self) -> Result<(), XlsxError> {
        let entries = self.mailing("never");
        let words = self.ground.words.fill("labelled", |language| {
            let plain = self.ground.words.plain(language);
            let names = entries.iter().map(|entry| plain.name(entry));
            vec![
                ("label", plain.word("sheet_never").to_owned()),
                ("text", plain.list(names)),
            ]
        });
        self.line(&words, &styles::notice().with(Format::set_bold))
    }
}
