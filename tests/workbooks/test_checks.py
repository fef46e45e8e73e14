"""What cells take and refuse: the formula of every check and of every mark, reckoned by LibreOffice for the values of
tests/forms/values.json.

A check that is the same in many columns is reckoned once: its formula, with its own cell taken out, and the lists that it names.
"""

import datetime
import re
import unittest
from functools import lru_cache

import openpyxl
from openpyxl.workbook.defined_name import DefinedName
import workbooks as the

NAME = re.compile(r"\b(?:list|chars)_[a-z0-9_]+")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
BROKEN = re.compile(r"AND\(LEN\((\$[A-Z]+[0-9]+)\)>0,(.*)\)")
MISSING = re.compile(r"AND\(LEN\((\$[A-Z]+[0-9]+)\)=0,(.*)\)")
CELL = "CELL1"


# Values.


def values_of(column):
    """What a column takes, and what it refuses."""
    if column.type == "choice":
        return choices(column.field["options"])
    if column.type == "reckoned":
        return [], ["x", "2027-03-10"]
    return the.values()[the.rule(column.field)]


@lru_cache(maxsize=None)
def choices(path):
    """Every option; and what is nearly one: a part of it, in letters of another width, with a space more, with a wildcard."""
    texts = list(the.options(path).values())
    near = ["x", "*", "?*"]
    for text in texts[:2] + texts[-1:]:
        near += [text[:-1], text.split(" ")[0], text.split(" ")[-1], text[:1] + "*"]
        near += [text.replace(" ", "　"), text.replace(" ", ""), f" {text}", f"{text} "]
        near.append("".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text))
    return texts, [text for text in dict.fromkeys(near) if text and text not in texts]


def as_typed(text, kind):
    """What a sheet makes of a text: digits are a number in a cell for numbers, in a cell for days too, and there a day is a day."""
    if kind in ("number", "day") and NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    if kind == "day":
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            return text
        if day.isoformat() == text and day.year >= 1900:
            return day
    return text


def is_for_libreoffice(text, column):
    """LibreOffice counts a character beyond 16 bits once, Excel twice: where only the length decides, it says nothing."""
    return not the.is_beyond_16_bits(text) or column.field.get("characters") or column.field.get("format")


# Checks as formulas.


def bounds(check, cell):
    """The bounds of a number or a day, as a formula."""
    one, two = check.formula1, check.formula2
    return {
        "between": f"{cell}>={one},{cell}<={two}",
        "greaterThanOrEqual": f"{cell}>={one}",
        "lessThanOrEqual": f"{cell}<={one}",
    }[check.operator or "between"]


def condition(check, cell):
    """A check as a formula, as Excel goes by it."""
    return {
        None: lambda: "TRUE",
        "custom": lambda: check.formula1,
        "list": lambda: f"SUMPRODUCT(--EXACT({cell},{check.formula1}))>0",
        "whole": lambda: f"AND(ISNUMBER({cell}),{cell}=INT({cell}),{bounds(check, cell)})",
        "date": lambda: f"AND(ISNUMBER({cell}),{bounds(check, cell)})",
    }[check.type]()


def taken_out(formula, cell):
    """A formula with its own cell taken out. It names no other."""
    assert the.references(formula) <= {cell}, f"{formula} names others than {cell}"
    return the.moved(formula, {cell: CELL})


def checks():
    """Every check of tables and copies: workbook, sheet, column, its cells, its condition."""
    places = [(name, sheet, column, the.cell(the.FIRST_ROW, at), the.cells(form, at))
              for name, form, sheet, columns in the.tables() for at, column in enumerate(columns, 1)]
    places += [(name, sheet, column, f"C{row}", f"C{row}") for name, sheet, rows in the.copies() for column, row in rows]
    for name, sheet, column, cell, cells in places:
        yield name, sheet, column, cells, taken_out(condition(the.check_at(sheet, cells), cell), cell)


def marks(pattern):
    """The marks in tables whose formula has this form: workbook, sheet, columns, the column, what the formula says of its cell."""
    for name, form, sheet, columns in the.tables():
        marked = {str(marks.sqref): [rule.formula[0] for rule in marks.rules] for marks in sheet.conditional_formatting}
        for at, column in enumerate(columns, 1):
            for formula in marked.get(the.cells(form, at), []):
                found = pattern.fullmatch(formula)
                if found and found[1] == f"${the.cell(the.FIRST_ROW, at)}":
                    yield name, sheet, columns, column, formula


@lru_cache(maxsize=None)
def hidden(workbook):
    """What the names of a workbook stand for: texts by name."""
    book = the.book(workbook)
    found = {}
    for name, defined in book.defined_names.items():
        if NAME.fullmatch(name):
            [(sheet, cells)] = defined.destinations
            rows = book[sheet][cells]
            found[name] = tuple(cell.value for row in rows for cell in row) if ":" in cells else (rows.value,)
    return found


class Probe:
    """Formulas for values, each once, to be reckoned by LibreOffice."""

    def __init__(self):
        self.places = {}  # by formula, what its names stand for, and value
        self.books = {}  # of each workbook that has something new

    def ask(self, workbook, formula, value):
        """Where the formula will be reckoned for a value."""
        meaning = tuple((name, hidden(workbook)[name]) for name in sorted(set(NAME.findall(formula))))
        key = (formula, meaning, type(value), value)
        if key not in self.places:
            sheet = self.sheet(workbook)
            row = sheet.max_row + 1
            put(sheet.cell(row, 1), value)
            sheet.cell(row, 2).value = f"={formula.replace(CELL, f'A{row}')}"
            self.places[key] = (f"checks-{workbook}", sheet.title, f"B{row}")
        return self.places[key]

    def sheet(self, workbook):
        """A workbook with the lists of another one, each under its name."""
        if workbook not in self.books:
            made = self.books[workbook] = openpyxl.Workbook()
            lists = made.create_sheet("lists")
            for at, (name, texts) in enumerate(hidden(workbook).items(), 1):
                for row, text in enumerate(texts, 1):
                    the.put_text(lists.cell(row, at), text)
                letter = openpyxl.utils.get_column_letter(at)
                made.defined_names[name] = DefinedName(name, attr_text=f"lists!${letter}$1:${letter}${len(texts)}")
        return self.books[workbook].worksheets[0]


def put(cell, value):
    if isinstance(value, str):
        the.put_text(cell, value)
    else:
        cell.value = value


# What is asked: all of it at once, so that LibreOffice starts once.


class Asked:
    """What LibreOffice reckoned."""

    probe = Probe()
    checks = []  # place, and answers: is it taken, its text, where
    marks = []
    needed = []  # place, where, is it missing
    books = {}
    found = None

    @classmethod
    def value(cls, place):
        book, sheet, cell = place
        return cls.found[book][sheet][cell].value

    @classmethod
    def says(cls, place):
        """Is it so? An error is no."""
        value = cls.value(place)
        return value is True or (isinstance(value, (int, float)) and value != 0)


def setUpModule():
    for name, sheet, column, cells, formula in checks():
        Asked.checks.append((f"{name} {sheet.title} {column.path} {cells}", formula, ask_all(name, column, formula)))
    for name, sheet, _, column, formula in marks(BROKEN):
        formula = taken_out(formula, own_cell(BROKEN, formula))
        Asked.marks.append((f"{name} {sheet.title} {column.path}", formula, ask_all(name, column, formula)))
    books = {f"checks-{name}": made for name, made in Asked.probe.books.items()}
    books["needed"] = openpyxl.Workbook()
    for place in marks(MISSING):
        Asked.needed += list(ask_needed(books["needed"], *place))
    for name, sheet, rows in the.copies():
        for number, what in enumerate(("empty", "taken", "refused")):
            books[f"{what}-{name}"] = copy_with(name, sheet.title, rows, number - 1)
    for name in with_formulas():
        books |= {f"opened-{name}": the.path_of(name), f"reckoned-{name}": openpyxl.load_workbook(the.path_of(name))}
    Asked.found = the.recalculated(books)


def with_formulas():
    return [name for name in the.workbooks() if any(the.formulas(sheet) for sheet in the.book(name))]


def own_cell(pattern, formula):
    return pattern.fullmatch(formula)[1].replace("$", "")


def ask_all(workbook, column, formula):
    """Of each value of a column: is it taken, its text, and where the formula is reckoned."""
    found = []
    for is_taken, texts in zip((True, False), values_of(column)):
        for text in filter(lambda text: is_for_libreoffice(text, column), texts):
            found.append((is_taken, text, Asked.probe.ask(workbook, formula, as_typed(text, column.type))))
    return found


def ask_needed(book, workbook, sheet, columns, column, formula):
    """Rows in which a cell is needed or not: place, where, is it missing."""
    title = f"{workbook}-{sheet.title}"
    tried = book[title] if title in book.sheetnames else book.create_sheet(title)
    for about, filled, is_missing in rows_of_needed(columns, column):
        row = tried.max_row + 1
        for at, text in filled.items():
            the.put_text(tried.cell(row, at), text)
        cells = {cell: f"${re.sub('[0-9]', '', cell)}{row}" for cell in the.references(formula)}
        tried.cell(row, FAR).value = f"={the.moved(formula, cells)}"
        yield f"{workbook} {column.path}: {about}", ("needed", title, the.cell(row, FAR)), is_missing


FAR = 100  # beyond all columns of tables


def rows_of_needed(columns, column):
    """Rows to try: what they say, what stands in them by the number of the column, is the cell missing?"""
    places = {it.path: at for at, it in enumerate(columns, 1)}
    own = places[column.path]
    yield "an empty row", {}, False
    if column.field.get("required"):
        other = next(at for at in places.values() if at != own)
        yield "a row that was begun", {other: "x"}, True
        yield "a row that has it", {other: "x", own: "x"}, False
        return
    asked = [(places[f"{column.form}.{id}"], wanted) for id, wanted in column.field["required_when"].items()]
    names = {at: the.options(columns[at - 1].field["options"]) for at, _ in asked}
    for option in asked[0][1]:
        holds = {at: names[at][option if at == asked[0][0] else wanted[0]] for at, wanted in asked}
        yield f"with {option}", holds, True
        yield f"with {option}, filled in", {**holds, own: "x"}, False
    for at, wanted in asked:
        for option in names[at].keys() - wanted:
            yield f"with {option}", {**holds, at: names[at][option]}, False


def copy_with(workbook, title, rows, side):
    """A copy in which every field has a value that it takes (0) or refuses (1), or none (-1)."""
    book = openpyxl.load_workbook(the.path_of(workbook))
    for column, row in rows if side >= 0 else ():
        put(book[title].cell(row, 3), as_typed(values_of(column)[side][0], column.type))
    return book


class Rules(unittest.TestCase):
    def test_every_rule_has_values_of_both_kinds(self):
        """Each rule of data/forms has values that are taken and values that are refused."""
        for column in the.fields().values():
            if column.type not in ("choice", "reckoned"):
                takes, refuses = the.values().get(the.rule(column.field), ([], []))
                self.assertTrue(takes and refuses, f"{column.path}: no values for {the.rule(column.field)}")

    def test_checks_take_and_refuse(self):
        """Each check of each table and copy takes what its field takes, and nothing that it refuses."""
        self.assertGreater(len(Asked.checks), 500)
        the.none(self, wrong(Asked.checks, lambda is_taken, says: says != is_taken))

    def test_what_is_pasted_is_marked(self):
        """The colour for a broken rule lies on what the field refuses, and on nothing that it takes: checks do not see what is pasted."""
        self.assertGreater(len(Asked.marks), 500)
        the.none(self, wrong(Asked.marks, lambda is_taken, says: says == is_taken))

    def test_every_column_with_a_check_has_a_mark(self):
        """No column of a table has a check and no colour."""
        marked = {(name, sheet.title, column.path) for name, sheet, _, column, _ in marks(BROKEN)}
        for name, sheet, column, cells, formula in checks():
            if ":" in cells and column.type != "reckoned" and formula != "TRUE":
                self.assertIn((name, sheet.title, column.path), marked)


def wrong(asked, is_wrong):
    """What is wrong, a line for each formula: how many columns have it, and the values."""
    found = {}
    for place, formula, answers in asked:
        assert answers, place
        texts = [(text[:24], is_taken) for is_taken, text, cell in answers if is_wrong(is_taken, Asked.says(cell))]
        if texts:
            found.setdefault(formula, (texts, []))[1].append(place)
    lines = []
    for formula, (texts, places) in found.items():
        sides = [f"{side}: {', '.join(repr(text) for text, is_taken in texts if is_taken == taken)}"
                 for side, taken in (("wrongly refused", True), ("wrongly taken", False)) if any(it == taken for _, it in texts)]
        lines.append(f"{len(places)} columns, such as {places[0]}: {formula[:150]} – {'; '.join(sides)}")
    return lines


class Needed(unittest.TestCase):
    """Cells that are needed and empty have a colour as soon as their row needs them."""

    def test_marks_of_what_is_missing(self):
        """A required cell is missing where its row was begun, a conditional one where the other answers ask for it."""
        self.assertGreater(len(Asked.needed), 500)
        found = [(about, Asked.value(place), wanted) for about, place, wanted in Asked.needed]
        the.none(self, [f"{about}: {value}, not {wanted}" for about, value, wanted in found if value is not wanted])

    def test_every_needed_column_has_a_mark(self):
        """Each column that is required, or required by other columns of its table, has such a colour."""
        marked = {(name, sheet.title, column.path) for name, sheet, _, column, _ in marks(MISSING)}
        for name, _, sheet, columns in the.tables():
            paths = {column.path for column in columns}
            for column in columns:
                others = {f"{column.form}.{id}" for id in column.field.get("required_when", {})}
                if column.type != "reckoned" and (column.field.get("required") or (others and others <= paths)):
                    self.assertIn((name, sheet.title, column.path), marked)


class Copy(unittest.TestCase):
    """The copy before filing says of each value how long it is, and whether it keeps its rule."""

    def said(self, what, at):
        """What stands in a column of a copy: workbook, field, words."""
        for name, sheet, rows in the.copies():
            made = Asked.found[f"{what}-{name}"][sheet.title]
            self.assertGreater(len(rows), 100)
            for column, row in rows:
                yield column, made.cell(row, at).value or ""

    def test_the_fields_stand_in_order(self):
        """Each row has the names of its field, as the tables of the record have it."""
        for column, said in self.said("empty", 2):
            self.assertEqual(said, "\n".join(column.labels))

    def test_what_is_empty(self):
        """Without a value nothing is said, but that a required one is missing."""
        for column, said in self.said("empty", 5):
            is_required = the.need(column.field) == "need_required"
            self.assertEqual(said, the.in_one_line("workbook_copy_missing") if is_required else "", column.path)
        for column, said in self.said("empty", 4):
            self.assertEqual(said, "", column.path)

    def test_the_length(self):
        """The length of a text is shown with the greatest one."""
        for column, said in self.said("taken", 4):
            text, most = values_of(column)[0][0], column.field.get("max")
            wanted = (f"{len(text)}/{most}" if most else str(len(text))) if column.type in the.TEXTS else ""
            self.assertEqual(str(said), wanted, column.path)

    def test_what_keeps_the_rule(self):
        """A value that the field takes is well."""
        self.judged("taken", the.in_one_line("workbook_copy_ok"))

    def test_what_breaks_the_rule(self):
        """A value that the field refuses is to be mended."""
        self.judged("refused", the.in_one_line("workbook_copy_mend"))

    def judged(self, what, wanted):
        the.none(self, sorted({f"{column.path}: {said!r}" for column, said in self.said(what, 5) if said != wanted}))

    def test_the_formula_is_that_of_the_mark(self):
        """The sentence goes by the same formula as the mark in the table: what is proved of it holds here."""
        proved = {}
        for _, _, _, column, formula in marks(BROKEN):
            proved.setdefault(column.path, set()).add(taken_out(formula, own_cell(BROKEN, formula)))
        for name, sheet, rows in the.copies():
            for column, row in rows:
                formula = the.moved(sheet.cell(row, 5).value, {f"C{row}": CELL})
                within = re.search(r"IFERROR\((.*),FALSE\)", formula)
                known = proved.get(column.path, set())
                self.assertEqual(bool(within), bool(known), column.path)
                self.assertTrue(not within or any(within[1] in mark for mark in known), f"{column.path}: {formula}")


class AsOpened(unittest.TestCase):
    def test_results_in_the_file(self):
        """LibreOffice shows results as they stand in the file, and reckons where there are none: they are those that it reckons."""
        self.assertGreater(len(with_formulas()), 2)
        wrong = {}
        for name in with_formulas():
            for sheet in the.book(name):
                for cell in the.formulas(sheet):
                    shown, reckoned = (Asked.found[f"{how}-{name}"][sheet.title][cell].value or "" for how in ("opened", "reckoned"))
                    if shown != reckoned:
                        wrong.setdefault(f"{name} {sheet.title}: {shown!r} is shown, not {reckoned!r}", []).append(cell)
        the.none(self, [f"{what} in {len(cells)} cells, such as {cells[0]}" for what, cells in wrong.items()])


if __name__ == "__main__":
    unittest.main()
