"""What stands in the finished workbooks, read with openpyxl and as a zip file: sheets, lists, headings, checks, protection, dates."""

import csv
import hashlib
import os
import re
import subprocess
import tempfile
import unittest
import zipfile
from datetime import datetime, time
from pathlib import Path
from xml.etree import ElementTree

import workbooks as the

# Right by the nature of the thing, whatever a screen asks for.
BY_NATURE = ("date", "partial-date", "year-month", "residence-card", "corporate-number", "mail")
SURE = (None, "official", "official-copy", "seen")
CHARACTERS = {"full-width": "full_width", "half-width": "half_width", "latin-capitals": "latin_capitals", "digits": "digits", "jis": "jis"}
# Texts that a format makes of signs that an input method for Japanese is needed for.
WITH_JAPANESE = ("support-registration",)
MOST_OF_A_LIST = 1024 * 1024


def build_again():
    """The guide in another folder, made while the other tests run."""
    folder = tempfile.TemporaryDirectory(prefix="workbooks-")
    out = Path(folder.name) / "public"
    subprocess.run([os.environ["BIN"], "build", "--no-pdf", "--guide", the.ROOT, "--out", out], check=True, capture_output=True)
    return folder, out


AGAIN = the.BESIDE.submit(build_again)


def digests(site):
    """Hashes of all workbooks and CSV files."""
    files = [path for path in (site / "downloads").rglob("*") if path.suffix in (".xlsx", ".csv")]
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def parts(workbook):
    """The parts of a workbook by their path."""
    with zipfile.ZipFile(the.path_of(workbook)) as file:
        return {name: file.read(name) for name in file.namelist()}


def units(text):
    """Its length as Excel counts."""
    return len(text.encode("utf-16-le")) // 2


def texts(sheet):
    return [cell.value for cell in the.written(sheet).values() if isinstance(cell.value, str)]


def data_cells(form, sheet, columns):
    """Below the headings: column, what stands in its cells, and their formats; a cell that is not written has that of its column."""
    for at, column in enumerate(columns, 1):
        written = [cell for (row, column_of_cell), cell in the.written(sheet).items() if column_of_cell == at and row >= the.FIRST_ROW]
        formats = written if len(written) == the.records("forms")[form]["rows"] else [*written, dimension_of(sheet, at)]
        yield column, {cell.coordinate: cell.value for cell in written if cell.value is not None}, formats


def width_of(column):
    """As wide as the data say, but never so narrow that the rule above it makes the headings too high."""
    return max(column.field["width"], 16)


def dimension_of(sheet, at):
    """The width and format of a column."""
    [found] = [dimension for dimension in sheet.column_dimensions.values() if dimension.min <= at <= dimension.max]
    return found


class Files(unittest.TestCase):
    def test_every_workbook_is_there(self):
        """Every record of data/workbooks.yaml has a file that opens, and there is no other; no check of the archive fails."""
        found = {path.stem for path in (the.SITE / "downloads").glob("*.xlsx")}
        self.assertEqual(found, set(the.workbooks()))
        for name in the.workbooks():
            self.assertTrue(the.book(name).worksheets)
            with zipfile.ZipFile(the.path_of(name)) as file:
                self.assertIsNone(file.testzip())

    def test_every_part_is_well_formed(self):
        """Each part is XML, and each is named in the list of parts."""
        for name in the.workbooks():
            found = parts(name)
            types = found["[Content_Types].xml"].decode()
            for path, content in found.items():
                ElementTree.fromstring(content)
                extension = path.rsplit(".", 1)[-1]
                known = f'PartName="/{path}"' in types or (extension in ("rels", "vml") and f'Extension="{extension}"' in types)
                self.assertTrue(known or path == "[Content_Types].xml", f"{name}: {path}")

    def test_spaces_are_kept(self):
        """A text that begins or ends with a space says that it is to be kept: the lists of characters do."""
        for name in the.workbooks():
            shared = ElementTree.fromstring(parts(name)["xl/sharedStrings.xml"])
            for text in shared.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"):
                if text.text != text.text.strip(" \t\n"):
                    self.assertEqual(text.get("{http://www.w3.org/XML/1998/namespace}space"), "preserve", repr(text.text[:20]))

    def test_nothing_from_elsewhere(self):
        """No macros, no connections, no links out of the file, no pictures."""
        allowed = re.compile(
            r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|sharedStrings|comments\d+)\.xml"
            r"|xl/theme/theme1\.xml|xl/drawings/vmlDrawing\d+\.vml|xl/worksheets/sheet\d+\.xml"
            r"|xl/(worksheets/)?_rels/[a-z0-9]+\.xml\.rels"
        )
        for name in the.workbooks():
            for path, content in parts(name).items():
                self.assertTrue(allowed.fullmatch(path), f"{name}: {path}")
                self.assertNotIn(b"TargetMode", content, f"{name}: {path}")
            for sheet in the.book(name):
                for formula in the.formulas(sheet).values():
                    self.assertNotRegex(str(formula), r"(?i)\[\d|https?:|file:|WEBSERVICE|HYPERLINK|DDE|INDIRECT", name)

    def test_the_only_date_is_that_of_the_edition(self):
        """Made and changed on the day of the edition; the archive says 1980; the clock stands nowhere."""
        day = datetime.combine(the.GUIDE["edition"], time())
        for name in the.workbooks():
            properties = the.book(name).properties
            self.assertEqual((properties.created, properties.modified), (day, day))
            stamps = {stamp for content in parts(name).values() for stamp in re.findall(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?", content)}
            self.assertEqual(stamps, {day.strftime("%Y-%m-%dT%H:%M:%SZ").encode()}, name)
            with zipfile.ZipFile(the.path_of(name)) as file:
                self.assertEqual({entry.date_time for entry in file.infolist()}, {(1980, 1, 1, 0, 0, 0)})

    def test_who_made_it(self):
        """Title and author are those of the record and the guide; nobody else is named."""
        for name, record in the.workbooks().items():
            properties = the.book(name).properties
            self.assertEqual(properties.title, record["name"]["ja"])
            self.assertEqual({properties.creator, properties.lastModifiedBy}, {the.GUIDE["publisher"]["ja"]})

    def test_two_builds_are_the_same(self):
        """Built once more into another folder, workbooks and CSV files have the same bytes."""
        folder, out = AGAIN.result()
        with folder:
            first, second = digests(the.SITE), digests(out)
        self.assertGreater(len(first), len(the.workbooks()))
        self.assertEqual(first, second)

    def test_the_list_of_workers(self):
        """It has a thousand rows with checks and a filter, and is light."""
        [(_, form, sheet, _)] = the.tables("worker-list")
        self.assertEqual(the.last_row(form) - the.FIRST_ROW + 1, 1000)
        for cells in (*the.checks_of(sheet), sheet.auto_filter.ref):
            self.assertTrue(cells.endswith("1003"), cells)
        self.assertLessEqual(the.path_of("worker-list").stat().st_size, MOST_OF_A_LIST)


def cells_of_formulas(workbook):
    """Where formulas belong, by sheet."""
    found = {}
    for _, form, sheet, columns in the.tables(workbook):
        reckoned = [at for at, column in enumerate(columns, 1) if column.type == "reckoned"]
        found[sheet.title] = {the.cell(row, at) for at in reckoned for row in range(the.FIRST_ROW, the.last_row(form) + 1)}
    for name, sheet, rows in the.copies():
        if name == workbook:
            lengths = {f"D{row}" for column, row in rows if column.type in the.TEXTS}
            found[sheet.title] = lengths | {f"E{row}" for _, row in rows}
    if "today" in the.book(workbook).defined_names:
        [(title, cell)] = the.book(workbook).defined_names["today"].destinations
        found[title] = {cell.replace("$", "")}
        assert the.book(workbook)[title][cell].value == "=TODAY()"
    return found


class Sheets(unittest.TestCase):
    def test_order(self):
        """The first sheet, those of the record in order, the hidden one."""
        for name in the.workbooks():
            self.assertEqual(the.book(name).sheetnames, the.sheet_names(name))
            states = {sheet.title: sheet.sheet_state for sheet in the.book(name)}
            lists = the.word("workbook_lists")[0]
            self.assertEqual(states, {title: "hidden" if title == lists else "visible" for title in states})
            self.assertEqual(the.book(name).active.title, the.word("workbook_first")[0])

    def test_the_first_sheet_says_what_it_is(self):
        """In every language: that it is not the agency's form, that it stays here, who writes, what it is for, each step, each sheet."""
        for name, record in the.workbooks().items():
            first = the.book(name).worksheets[0]
            pairs = [tuple(first.cell(row, 2 + at).value for at in range(len(the.LANGUAGES))) for row in range(1, first.max_row + 1)]
            for key in ("workbook_ours", "workbook_writers", "workbook_private"):
                self.assertIn(tuple(the.word(key)), pairs, name)
            for text in (record["name"], record["purpose"], *record["steps"]):
                self.assertIn(tuple(the.said(text)), pairs, name)
            said = texts(first)
            for sheet in the.book(name).worksheets[1:]:
                self.assertTrue(sheet.sheet_state == "hidden" or sheet.title in said, f"{name}: {sheet.title}")

    def test_the_first_sheet_says_how_sure_rules_are(self):
        """Where there are items of the form: that only one screen was seen, and that nobody knows the agency's template."""
        for name in the.workbooks():
            said = texts(the.book(name).worksheets[0])
            has_items = any(column.field.get("items") for column in the.columns_of(name))
            for key in ("workbook_seen", "workbook_bulk_unknown"):
                self.assertEqual([text in said for text in the.word(key)], [has_items] * len(the.LANGUAGES), name)

    def test_paper(self):
        """A4, as wide as the page or some pages; tables repeat their headings and the first column."""
        for name in the.workbooks():
            for sheet in the.book(name):
                if sheet.sheet_state == "hidden":
                    continue
                self.assertEqual(int(sheet.page_setup.paperSize), 9, f"{name}: {sheet.title}")
                if not sheet.print_area:  # letters are as wide as they are
                    self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage, f"{name}: {sheet.title}")
                    most = 2 if sheet.title == the.book(name).worksheets[0].title else 0
                    self.assertEqual(int(sheet.page_setup.fitToHeight), most, f"{name}: {sheet.title}")
                else:
                    self.assertEqual((sheet.page_setup.fitToHeight or 1, sheet.oddFooter.left.text), (1, None), sheet.title)
        for name, form, sheet, columns in the.tables():
            width = sum(width_of(column) for column in columns)
            self.assertEqual(sheet.page_setup.orientation, "landscape")
            self.assertLessEqual(int(sheet.page_setup.fitToWidth or 1), -(-width // 100), f"{name}: {sheet.title}")
            self.assertEqual(sheet.print_title_rows, f"$1:${the.FIRST_ROW - 1}")
            self.assertEqual(sheet.print_title_cols, "$A:$A")

    def test_protection(self):
        """Every sheet is protected without a password; cells can be formatted, rows sorted and filtered."""
        for name in the.workbooks():
            for sheet in the.book(name):
                protection = sheet.protection
                self.assertTrue(protection.sheet, f"{name}: {sheet.title}")
                self.assertIsNone(protection.password)
                self.assertIsNone(protection.hashValue)
                if sheet.sheet_state != "hidden":
                    # In the file, what is set is what is not allowed.
                    allowed = ("sort", "autoFilter", "formatCells", "formatColumns", "formatRows", "selectUnlockedCells")
                    self.assertEqual([what for what in allowed if getattr(protection, what)], [], f"{name}: {sheet.title}")

    def test_formulas_only_where_expected(self):
        """Formulas stand in reckoned columns, in the copy, in the cell of today and where letters take what is common."""
        answers = the.word("workbook_answers")[0]
        takes_over = re.compile(rf"=IF\(LEN\(('{answers}'!\$C\$\d+)\)=0,\"\",\1\)")
        for name in the.workbooks():
            expected = cells_of_formulas(name)
            for sheet in the.book(name):
                found = the.formulas(sheet)
                if sheet.print_area:  # a letter
                    self.assertEqual([formula for formula in found.values() if not takes_over.fullmatch(formula)], [])
                else:
                    self.assertEqual(set(found), expected.get(sheet.title, set()), f"{name}: {sheet.title}")


class Lists(unittest.TestCase):
    def test_every_list(self):
        """Each list to choose from has the options of its records in order, in all languages, and no empty cell."""
        seen = set()
        for name in the.workbooks():
            for path in {column.field["options"] for column in the.columns_of(name) if column.type == "choice"}:
                found = named(name, "list_" + re.sub(r"[.-]", "_", path))
                self.assertEqual(found, list(the.options(path).values()), f"{name}: {path}")
                seen.add(path)
        self.assertGreater(len(seen), 20)

    def test_words_of_all_languages(self):
        """An option is said in every language, Japanese first, its number before it."""
        self.assertEqual(named("intake-coe", "list_options_yes_no"), ["有 Yes", "無 No"])
        self.assertEqual(named("intake-coe", "list_options_industries")[:2], ["1 農林業 Agriculture", "2 漁業 Fishery"])
        self.assertIn("特定技能 Specified Skilled Worker", named("intake-coe", "list_statuses"))

    def test_characters(self):
        """The lists of characters: ASCII as it is; full-width as many as JIS X 0208 has, and six signs more."""
        ascii = "".join(map(chr, range(32, 127)))
        for name in the.workbooks():
            if the.word("workbook_lists")[0] not in the.book(name).sheetnames:
                continue
            [full] = named(name, "chars_full_width")
            self.assertEqual(named(name, "chars_half_width"), [ascii])
            self.assertEqual(named(name, "chars_digits"), ["0123456789"])
            self.assertEqual("".join(sorted(named(name, "chars_latin")[0])), " ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            self.assertEqual(named(name, "chars_capitals"), ["ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
            self.assertEqual(set(named(name, "chars_jis")[0]), {"\n", *ascii, *full})
            self.assertEqual(len(full), len(set(full)))
            # Python's own table: rows 1 to 8 and 16 to 84, two bytes each.
            codes = [bytes((0xA0 + row, 0xA0 + cell)) for row in (*range(1, 9), *range(16, 85)) for cell in range(1, 95)]
            jis = {code.decode("euc_jp", "ignore") for code in codes} - {""}
            self.assertEqual(len(jis), 6879)
            self.assertEqual(jis - set(full), set(), "missing")
            self.assertEqual(set(full) - jis, set("～－∥￠￡￢"), "as Windows types them")

    def test_names_resolve(self):
        """Every name stands for cells of a sheet that is there, and formulas use no other name."""
        for name in the.workbooks():
            book = the.book(name)
            for defined in book.defined_names.values():
                for title, cells in defined.destinations:
                    self.assertIn(title, book.sheetnames)
                    self.assertRegex(cells, r"^\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$")
            used = set()
            for sheet in book:
                checks = [check.formula1 for check in sheet.data_validations.dataValidation]
                marks = [rule.formula[0] for marks in sheet.conditional_formatting for rule in marks.rules]
                for formula in [*the.formulas(sheet).values(), *checks, *marks]:
                    used |= set(re.findall(r"\b(?:list_\w+|chars_\w+|today)\b", the.STRING.sub("", str(formula))))
            self.assertLessEqual(used, set(book.defined_names), name)
            self.assertLessEqual({it for it in book.defined_names if it.startswith("list_")}, used, f"{name}: lists that nobody uses")

    def test_who_may_write(self):
        """Nobody but applicant, organisation, lawyer or gyoseishoshi can be chosen as the one who writes."""
        wanted = [the.options("options.written-by")[id] for id in ("applicant", "organisation", "attorney-gyoseishoshi")]
        with_writer = [name for name in the.workbooks() if "list_options_written_by" in the.book(name).defined_names]
        self.assertGreater(len(with_writer), 4)
        for name in with_writer:
            found = named(name, "list_options_written_by")
            self.assertEqual(found, wanted)
            self.assertNotRegex(" ".join(found), "登録支援|取次|(?i:intermediary|support organi)")


def named(workbook, name):
    """The texts of the cells that a name stands for, top down."""
    [(title, cells)] = the.book(workbook).defined_names[name].destinations
    found = the.book(workbook)[title][cells]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


class Tables(unittest.TestCase):
    def test_headings(self):
        """A row of labels for each language, then one with the need, the rule in every language, and an example."""
        for name, form, sheet, columns in the.tables():
            for row in range(len(the.LANGUAGES)):
                labels = [column.labels[row] for column in columns]
                self.assertEqual([cell.value for cell in sheet[row + 1]], labels, f"{name}: {sheet.title}")
            for at, column in enumerate(columns, 1):
                text = sheet.cell(the.FIRST_ROW - 1, at).value
                self.assertEqual(text.split("\n")[0], the.in_one_line(the.need(column.field)))
                for part in rule_in_words(column):
                    self.assertIn(part, text, f"{name}: {column.path}")

    def test_layout(self):
        """Headings and the first column stay in view; the filter lies over the table; columns are as wide as the data say."""
        for name, form, sheet, columns in the.tables():
            self.assertEqual(sheet.freeze_panes, f"B{the.FIRST_ROW}")
            self.assertEqual(sheet.auto_filter.ref, f"A{the.FIRST_ROW - 1}:{the.cell(the.last_row(form), len(columns))}")
            for at, column in enumerate(columns, 1):
                self.assertAlmostEqual(dimension_of(sheet, at).width, width_of(column), delta=1, msg=f"{name}: {column.path}")

    def test_what_can_be_typed_in(self):
        """Headings are locked; cells are not, and empty; texts stay as typed, numbers and days are such."""
        for name, form, sheet, columns in the.tables():
            self.assertTrue(all(cell.protection.locked for (row, _), cell in the.written(sheet).items() if row < the.FIRST_ROW))
            for column, filled, formats in data_cells(form, sheet, columns):
                self.assertEqual({cell.protection.locked for cell in formats}, {False}, f"{name}: {column.path}")
                self.assertEqual({cell.number_format for cell in formats}, {number_format(column)}, f"{name}: {column.path}")
                self.assertTrue(column.type == "reckoned" or not filled, f"{name}: {column.path}")

    def test_a_copy_can_be_typed_in(self):
        """In the copy the cells for values are open and empty, and what is a number or a day is no text."""
        wrong = set()
        for name, sheet, rows in the.copies():
            for column, row in rows:
                cell = sheet.cell(row, 3)
                self.assertEqual((cell.protection.locked, cell.value), (False, None), column.path)
                self.assertTrue(all(sheet.cell(row, at).protection.locked for at in (1, 2, 4, 5, 6)))
                if cell.number_format != number_format(column):
                    wrong.add(f"{column.path} ({column.type}): {cell.number_format}, not {number_format(column)}")
        the.none(self, sorted(wrong))

    def test_the_writer_and_the_intermediary(self):
        """Who writes, who hands in and the intermediary are columns of their own wherever there are applicants."""
        count = 0
        for name, form, sheet, columns in the.tables():
            paths = [column.path for column in columns]
            if form == "applicant":
                count += 1
                ids = ("written-by", "writer-name", "handed-in-by", "intermediary-name", "intermediary-organisation")
                wanted = [f"applicant.{id}" for id in ids]
                self.assertEqual([path for path in paths if path in wanted], wanted)
            labels = [column.labels[0] for column in columns]
            self.assertEqual(len(labels), len(set(labels)), f"{name}: {sheet.title} has two columns with the same label")
        self.assertEqual(count, 4)

    def test_example_people_stand_in_examples_only(self):
        """Names of people and organisations that do not exist stand in the sheet of examples and in the row of the rule, nowhere else."""
        named = [column.field for column in the.fields().values() if re.search(r"name|organisation|^user", column.field["id"])]
        examples = [text for field in named if field["type"] == "text" for text in field.get("examples", [])]
        people = {text for text in examples if len(text) > 3 and not text.startswith("ORG-")}
        self.assertGreater(len(people), 10)
        seen = 0
        for name in the.workbooks():
            with_table = {sheet.title for _, _, sheet, _ in the.tables(name)}
            for sheet in the.book(name):
                for cell in the.written(sheet).values():
                    named = isinstance(cell.value, str) and any(person in cell.value for person in people)
                    in_rule = sheet.title in with_table and cell.row == the.FIRST_ROW - 1
                    allowed = in_rule or sheet.title == the.word("workbook_examples")[0]
                    self.assertFalse(named and not allowed, f"{name}: {sheet.title} {cell.coordinate}")
                    self.assertFalse(cell.comment and any(person in cell.comment.text for person in people))
                    seen += bool(named)
        self.assertGreater(seen, 10)

    def test_examples(self):
        """The sheet of examples has every field of every table, and its examples as they are typed, the options in words."""
        for name, record in the.workbooks().items():
            if "examples" not in record["sheets"]:
                continue
            said = texts(the.book(name)[the.word("workbook_examples")[0]])
            for _, _, _, columns in the.tables(name):
                for column in columns:
                    self.assertIn(column.labels[0], said)
                    first = column.field.get("examples", [None])[0]
                    if first and column.type == "day":
                        first = first.replace("-", "/")
                    if first and column.type != "choice":
                        self.assertIn(first, said, f"{name}: {column.path}")


def number_format(column):
    return {"number": "#,##0", "day": "yyyy/mm/dd", "reckoned": "yyyy/mm/dd"}.get(column.type, "@")


def rule_in_words(column):
    """The words that belong to a rule in every language: what is written, how much."""
    field, kind = column.field, column.type
    key = {"choice": "rule_choice", "number": "rule_number", "day": "rule_day", "reckoned": "rule_reckoned"}.get(kind)
    if not key and "format" in field:
        key = "rule_" + field["format"].replace("-", "_")
    words = the.word(key or "rule_" + CHARACTERS.get(field.get("characters"), "any"))
    if "max" in field and (kind == "number" or field.get("format") in (None, "mail")):
        words += [f"{field['max']:,}"] * len(the.LANGUAGES)
    return words


class Checks(unittest.TestCase):
    def every(self):
        """Each check of a field: workbook, column, check."""
        for name, form, sheet, columns in the.tables():
            for at, column in enumerate(columns, 1):
                yield name, column, the.check_at(sheet, the.cells(form, at))
        for name, sheet, rows in the.copies():
            for column, row in rows:
                yield name, column, the.check_at(sheet, f"C{row}")

    def test_there_are_no_others(self):
        """Each column has one check over all its rows, and no check lies elsewhere."""
        for _, form, sheet, columns in the.tables():
            self.assertEqual(set(the.checks_of(sheet)), {the.cells(form, at) for at in range(1, len(columns) + 1)})
        for _, sheet, rows in the.copies():
            self.assertEqual(set(the.checks_of(sheet)), {f"C{row}" for _, row in rows})

    def test_the_kind(self):
        """Options are chosen from a list; numbers, days and texts are held to what they are; no formula is too long for Excel."""
        kinds = {"choice": "list", "number": "whole", "day": "date", "reckoned": "custom"}
        for name, column, check in self.every():
            has_rule = any(key in column.field for key in ("characters", "format", "min", "max"))
            wanted = {kinds.get(column.type)} if column.type in kinds else {"custom"} if has_rule else {"custom", None}
            self.assertIn(check.type, wanted, f"{name}: {column.path}")
            self.assertTrue(check.allow_blank)
            self.assertLessEqual(units(check.formula1 or ""), 255, f"{name}: {column.path}")
            if column.type == "choice":
                self.assertFalse(check.showDropDown, "the button of the list is shown")

    def test_messages(self):
        """What is shown at a cell, and about a wrong entry, is said in every language, and no longer than Excel takes."""
        for name, column, check in self.every():
            place = f"{name}: {column.path}"
            self.assertTrue(check.showInputMessage and check.showErrorMessage, place)
            self.assertLessEqual(units(check.prompt), 255, place)
            self.assertLessEqual(units(check.error), 225, place)
            self.assertLessEqual(max(units(check.promptTitle), units(check.errorTitle)), 32, place)
            for part in [*rule_in_words(column), *the.said(column.field.get("help", dict.fromkeys(the.LANGUAGES, "")))]:
                self.assertIn(part, check.prompt, place)
            for part in the.said(column.field["message"]) if "message" in column.field else column.labels:
                self.assertIn(part, check.error, place)

    def test_what_is_not_certain_only_warns(self):
        """What breaks a rule is refused where the rule is certain for the procedures of the workbook; else there is a warning."""
        styles = {}
        for name, column, check in self.every():
            style = check.errorStyle or "stop"
            self.assertEqual(style, "stop" if is_certain(column, the.procedures(name)) else "warning", f"{name}: {column.path}")
            styles[name, style] = styles.get((name, style), 0) + 1
        # A rule seen on the screen for one procedure is certain there, and nowhere else.
        self.assertGreater(styles["intake-coe", "stop"], styles["intake-change", "stop"])
        self.assertGreater(styles["intake-complete", "warning"], styles["intake-coe", "warning"])

    def test_input_modes(self):
        """Half-width letters where only these are taken, Japanese where it is, none where something is chosen."""
        modes = {(column.path, check.imeMode, mode(column)) for _, column, check in self.every()}
        wrong = [f"{path}: {found}, not {wanted}" for path, found, wanted in modes if found != wanted]
        the.none(self, sorted(wrong))


def is_certain(column, procedures):
    """By its nature, or because it is ours or well attested and, if it was seen on screens, seen on those of all these procedures."""
    if column.field.get("format") in BY_NATURE:
        return True
    seen_on = column.field.get("seen_on", [])
    seen = {the.records("screens")[screen].get("procedure") for screen in seen_on}
    holds_for_all = not seen_on or (bool(procedures) and set(procedures) <= seen)
    return column.confidence in SURE and holds_for_all


def mode(column):
    if column.type in ("choice", "reckoned"):
        return None
    if column.field.get("format") in WITH_JAPANESE:
        return "hiragana"
    is_plain = column.field.get("characters") in ("half-width", "latin-capitals", "digits")
    return "disabled" if is_plain or column.type in ("number", "day") or "format" in column.field else "hiragana"


class Twins(unittest.TestCase):
    def test_every_table_has_one(self):
        """Each table of each workbook is a CSV file too, and there is no other."""
        found = {f"{path.parent.name}/{path.stem}" for path in (the.SITE / "downloads" / "csv").rglob("*.csv")}
        self.assertEqual(found, {f"{name}/{form}" for name, form, _, _ in the.tables()})

    def test_what_stands_in_it(self):
        """UTF-8 with a byte order mark, lines end as on Windows, a row of Japanese labels, a row of ids, the columns of the sheet."""
        for name, form, sheet, columns in the.tables():
            content = (the.SITE / "downloads" / "csv" / name / f"{form}.csv").read_bytes()
            self.assertTrue(content.startswith(b"\xef\xbb\xbf"), name)
            text = content.decode("utf-8-sig")
            self.assertTrue(text.endswith("\r\n"))
            self.assertNotIn("\n", text.replace("\r\n", ""))
            labels, ids = csv.reader(text.splitlines())
            self.assertEqual(labels, [cell.value for cell in sheet[1]])
            self.assertEqual(ids, [column.path for column in columns])


if __name__ == "__main__":
    unittest.main()
