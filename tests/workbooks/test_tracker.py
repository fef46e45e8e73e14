"""What the case tracker works out, reckoned by LibreOffice: the days as the deadline tool counts them, and how today stands to them."""

import calendar
import datetime
import json
import re
import unittest

import openpyxl
import workbooks as the

BOOK, FORM = "case-tracker", "cases"
MARKS = ("first", "last-online", "counter-only", "special-until")
PHASES = ("early", "open", "last", "over", "unsure")
LENGTHS = ("usual", "short", "shortest", "unknown")
DAY = datetime.timedelta(days=1)
SWEEP = [datetime.date(2027, 1, 1) + DAY * count for count in range(365 + 366)]
FILED = [(day, length) for day in SWEEP[::50] for length in LENGTHS]
SWEEP_TODAY = datetime.date(2027, 12, 31)


# The rule once more, from the Civil Code (140, 141, 143) as theme/js/rules/days.js explains it.


def month_later(year, month, months):
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def same_date(day, months):
    """The same date so many months on; the last day of a month that has no such date."""
    year, month = month_later(day.year, day.month, months)
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def end_of_months(day, months):
    """The last day of months that begin with the next day: the one before the same date, else the last day of the month."""
    first = day + DAY
    same = same_date(first, months)
    return same - DAY if same.day == first.day else same


def days(expiry, length):
    """The days that hold for a length of the period of stay."""
    return {
        "first": same_date(expiry, -3) if length == "usual" else None,
        "last-online": expiry - DAY,
        "counter-only": expiry,
        "special-until": end_of_months(expiry, 2) if length in ("usual", "short") else None,
    }


def phase(expiry, length, today):
    if today > expiry:
        return "over"
    if today == expiry:
        return "last"
    first = days(expiry, length)["first"]
    if not first:
        return "unsure"
    return "early" if today < first else "open"


# What is typed.


def vectors(name):
    """Those of a rule that go by the guide's own records, with a day of expiry that sheets can reckon with."""
    read = json.loads((the.ROOT / "tests" / "rules" / f"deadlines.{name}.json").read_text("utf-8"))
    for one in read["cases"]:
        answers, facts = one["args"]
        expiry = as_day(answers["expiry"])
        if facts == "@deadlines.facts" and expiry and 1950 <= expiry.year <= 2090:
            yield one.get("name", str(answers)), expiry, answers.get("period"), answers.get("planned"), one["gives"]


def as_day(text):
    try:
        return datetime.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except (TypeError, ValueError):
        return None


def stay(length):
    """A length as it is chosen; what is none of them stays as it is, an unknown one is left empty."""
    return None if length == "unknown" else the.options("options.stay-length").get(length, length)


def place_of(path):
    """The number of a column."""
    return [column.path for column in the.columns(FORM, the.procedures(BOOK))].index(path) + 1


class Typed:
    """A case tracker with rows typed in: each an expiry, a length, and perhaps the day of filing."""

    def __init__(self, rows, today):
        self.book = openpyxl.load_workbook(the.path_of(BOOK))
        [(sheet, cell)] = self.book.defined_names["today"].destinations
        if isinstance(today, str):
            the.put_text(self.book[sheet][cell], today)
        else:
            self.book[sheet][cell] = today
        table = self.book[the.records("forms")[FORM]["name"]["ja"]]
        for row, (expiry, length, filed) in enumerate(rows, the.FIRST_ROW):
            table.cell(row, place_of("cases.expiry")).value = expiry
            table.cell(row, place_of("cases.stay-length")).value = stay(length)
            table.cell(row, place_of("cases.filed")).value = filed
            if row > the.last_row(FORM):
                self.copy_formulas(table, row)
        # What nobody asks of need not be reckoned.
        table.delete_rows(the.FIRST_ROW + len(rows), the.last_row(FORM))

    @staticmethod
    def copy_formulas(table, row):
        """As somebody does who fills the columns down."""
        for mark in (*MARKS, "phase"):
            first = table.cell(the.FIRST_ROW, place_of(f"cases.{mark}"))
            cell = table.cell(row, first.column)
            cell.value, cell.number_format = down(first.value, row), first.number_format


def down(formula, row):
    """The formula of the first row in another one."""
    return the.moved(formula, {cell: f"${cell.rstrip('0123456789')}{row}" for cell in the.references(formula)})


class Reckoned:
    """What came out, by the name of the tracker."""

    books = {}
    found = None

    @classmethod
    def row(cls, name, number):
        """The days and the words of a row, counted from 0."""
        table = cls.found[name][the.records("forms")[FORM]["name"]["ja"]]
        read = lambda mark: table.cell(number + the.FIRST_ROW, place_of(f"cases.{mark}")).value
        as_date = lambda value: value.date() if isinstance(value, datetime.datetime) else value or None
        return {mark: as_date(read(mark)) for mark in MARKS}, read("phase") or ""


def setUpModule():
    of = list(vectors("of"))
    books = {"of": Typed([(expiry, length, None) for _, expiry, length, *_ in of], SWEEP_TODAY)}
    for planned, rows in by_planned().items():
        books[name_of(planned)] = Typed([(expiry, length, None) for _, expiry, length, *_ in rows], as_day(planned) or planned)
    books["sweep"] = Typed([(day, length, None) for day in SWEEP for length in LENGTHS], SWEEP_TODAY)
    books["filed"] = Typed([*((day, length, SWEEP_TODAY) for day, length in FILED), (None, None, SWEEP_TODAY)], SWEEP_TODAY)
    Reckoned.found = the.recalculated({name: typed.book for name, typed in books.items()})


def by_planned():
    found = {}
    for vector in vectors("phase"):
        found.setdefault(vector[3], []).append(vector)
    return found


def name_of(planned):
    return f"phase-{planned}"


def says(name):
    return the.in_one_line(f"workbook_phase_{name}")


class Tracker(unittest.TestCase):
    def test_every_row_has_the_formulas_of_the_first(self):
        """What is proved of some rows holds for all: their formulas differ in the number of the row only."""
        [(_, _, table, columns)] = the.tables(BOOK)
        for mark in (*MARKS, "phase"):
            at = place_of(f"cases.{mark}")
            first = table.cell(the.FIRST_ROW, at).value
            typed = {the.cell(the.FIRST_ROW, place_of(f"cases.{id}")) for id in ("expiry", "stay-length", "filed")}
            self.assertLessEqual(the.references(first), typed)
            for row in range(the.FIRST_ROW, the.last_row(FORM) + 1):
                self.assertEqual(table.cell(row, at).value, down(first, row))

    def test_vectors_of_days(self):
        """The vectors of the deadline tool; of a period of unknown length only what holds for every length."""
        tried = list(vectors("of"))
        self.assertGreater(len(tried), 10)
        wrong = []
        for number, (name, _, _, _, gives) in enumerate(tried):
            wanted = dict.fromkeys(MARKS)
            wanted |= {one["mark"]: as_day(one["day"]) for one in gives if one["mark"] in MARKS and not one.get("isIf")}
            found, _ = Reckoned.row("of", number)
            if found != wanted:
                wrong.append(f"{name}: {found}, not {wanted}")
        the.none(self, wrong)

    def test_vectors_of_phases(self):
        """The vectors of the deadline tool, the planned day typed into the cell of today."""
        tried = by_planned()
        self.assertGreater(len(tried), 5)
        self.assertEqual({gives for rows in tried.values() for *_, gives in rows}, set(PHASES))
        wrong = []
        for planned, rows in tried.items():
            for number, (name, expiry, length, _, gives) in enumerate(rows):
                _, said = Reckoned.row(name_of(planned), number)
                if said != says(gives):
                    wrong.append(f"{name} (expiry {expiry}, {length}, today {planned}): {said!r}, not {says(gives)!r}")
        the.none(self, wrong)

    def test_every_day_of_two_years(self):
        """Every day of 2027 and 2028 as the day of expiry, with every length, as another implementation reckons."""
        wrong, number = [], 0
        for day in SWEEP:
            for length in LENGTHS:
                wanted = days(day, length), says(phase(day, length, SWEEP_TODAY))
                found = Reckoned.row("sweep", number)
                number += 1
                if found != wanted:
                    wrong.append(f"{day} {length}: {found}, not {wanted}")
        the.none(self, wrong[:20])

    def test_a_filed_case(self):
        """What was filed is filed, whatever the day; without a day of expiry nothing is worked out."""
        count = len(FILED)
        self.assertEqual({Reckoned.row("filed", number)[1] for number in range(count)}, {says("filed")})
        self.assertEqual(Reckoned.row("filed", count), (dict.fromkeys(MARKS), ""))


if __name__ == "__main__":
    unittest.main()
