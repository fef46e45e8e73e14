"""The workbooks on paper: LibreOffice prints each into a PDF, as somebody would who opens it and prints. Nothing is cut, no page is
empty.

LibreOffice writes the whole text of a cell into the PDF and cuts what does not fit when it draws. So what is cut lies over its
neighbours, or below the last line of its row: that is looked for, besides the text itself.
"""

import re
import subprocess
import unicodedata
import unittest
from collections import Counter
from dataclasses import dataclass
from xml.etree import ElementTree

import workbooks as the
from openpyxl.utils import range_boundaries

PDFS = the.BESIDE.submit(lambda: the.office("pdf", [the.path_of(name) for name in the.workbooks()]))

MOST_PAGES = 60
MOST_PAGES_OF_FIRST = 3
# A table whose rows are empty is one row of pages; one with formulas prints all its rows.
MOST_PAGES_DOWN = 12
FEWEST_COLUMNS = 3
SIDES = ("xMin", "yMin", "xMax", "yMax")
XHTML = "{http://www.w3.org/1999/xhtml}"


def plain(text):
    """A text as it can be compared: no spaces, no widths."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(text)))


@dataclass
class Page:
    """A page: its text as it was drawn, and its words with their places."""

    number: int
    sheet: str
    text: str
    words: list


def pages(workbook):
    """The pages of a workbook, each with the sheet that its foot names. Letters have no foot, and a page each."""
    path = PDFS.result()[workbook]
    texts = poppler("pdftotext", "-raw", path, "-").split("\f")[:-1]
    places = ElementTree.fromstring(poppler("pdftotext", "-bbox", path, "-")).iter(f"{XHTML}page")
    title = the.workbooks()[workbook]["name"]["ja"]
    letters = [sheet.title for sheet in the.book(workbook) if sheet.sheet_state == "visible" and not sheet.oddFooter.left.text]
    found = []
    for number, (text, page) in enumerate(zip(texts, places, strict=True), 1):
        foot = re.search(rf"{re.escape(plain(title))}(.*){number}/{len(texts)}$", "\n".join(map(plain, text.splitlines())), re.M)
        assert foot or letters, f"{workbook}, page {number}: no foot with its sheet and number"
        sheet, foot = (foot[1], foot[0]) if foot else (plain(letters.pop(0)), "")
        words = [(*(float(it.get(side)) for side in SIDES), it.text) for it in page.iter(f"{XHTML}word")]
        found.append(Page(number, sheet, plain(text).replace(foot, "", 1), words))
    assert not letters, f"{workbook}: no page of {letters}"
    return found


def poppler(*command):
    # Signs that XML cannot have would stand in no cell.
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout


def over_each_other(words):
    """Words of which one lies over another: the middle of their height, so that lines may touch."""
    low = [(x0 + 0.5, y0 + (y1 - y0) * 0.3, x1 - 0.5, y1 - (y1 - y0) * 0.3, text) for x0, y0, x1, y1, text in words]
    low.sort(key=lambda word: word[1])
    for at, one in enumerate(low):
        for two in low[at + 1:]:
            if two[1] >= one[3]:
                break
            if two[0] < one[2] and one[0] < two[2]:
                yield one[4], two[4]


def is_printed(sheet, row, column):
    """Does a cell lie in the area to print, if there is one?"""
    if not sheet.print_area:
        return True
    first_column, first_row, last_column, last_row = range_boundaries(sheet.print_area.split("!")[-1].replace("$", ""))
    return first_column <= column <= last_column and first_row <= row <= last_row


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = {name: pages(name) for name in the.workbooks()}

    def of(self, workbook, sheet):
        """The pages of a sheet."""
        found = [page for page in self.pages[workbook] if page.sheet == plain(sheet.title)]
        self.assertTrue(found, f"{workbook}: no page of {sheet.title}")
        return found

    def test_no_page_is_empty(self):
        """Each page has more than its foot; no sheet is without a page, but the hidden one."""
        for name, found in self.pages.items():
            for page in found:
                self.assertGreater(len(page.text), 10, f"{name}, page {page.number}")
            visible = [plain(sheet.title) for sheet in the.book(name) if sheet.sheet_state == "visible"]
            self.assertEqual(list(dict.fromkeys(page.sheet for page in found)), visible)

    def test_nothing_is_too_wide_to_be_shown(self):
        """No number and no day is shown as ###, and none as an error or a day of 1899."""
        for name, found in self.pages.items():
            for page in found:
                self.assertNotRegex(page.text, r"##|#(?:NAME|VALUE|REF|N/A|DIV)|Err:\d|1899/12", f"{name}, page {page.number}")

    def test_the_number_of_pages(self):
        """A workbook has so many pages as somebody would print; a letter has one."""
        for name, found in self.pages.items():
            self.assertLessEqual(len(found), MOST_PAGES, name)
            counts = Counter(page.sheet for page in found)
            self.assertLessEqual(counts[plain(the.word("workbook_first")[0])], MOST_PAGES_OF_FIRST, name)
            for sheet in the.book(name):
                if sheet.print_area:
                    self.assertEqual(counts[plain(sheet.title)], 1, f"{name}: {sheet.title}")

    def test_columns_of_tables(self):
        """Each column of a table is on a page together with others, and the rows of empty tables are not printed page by page."""
        wrong = []
        for name, form, sheet, columns in the.tables():
            found = self.of(name, sheet)
            labels = [plain(column.labels[0]) for column in columns]
            most_down = MOST_PAGES_DOWN if any(column.type == "reckoned" for column in columns) else 1
            for label in labels[1:]:
                count = sum(label in page.text for page in found)
                # A label may be a part of another one.
                most = most_down * sum(label in other for other in labels)
                if not 1 <= count <= most:
                    wrong.append(f"{name} {sheet.title}: {label} is on {count} pages")
            for page in found:
                count = sum(label in page.text for label in labels)
                if count < FEWEST_COLUMNS:
                    wrong.append(f"{name} {sheet.title}, page {page.number}: only {count} columns")
        the.none(self, wrong)

    def test_headings_are_whole(self):
        """Every heading of every table is on paper to its last character, labels, rule and example."""
        wrong = []
        for name, form, sheet, columns in the.tables():
            text = [page.text for page in self.of(name, sheet)]
            for at, column in enumerate(columns, 1):
                for row in range(1, the.FIRST_ROW):
                    if not any(plain(sheet.cell(row, at).value) in page for page in text):
                        wrong.append(f"{name} {sheet.title}: {sheet.cell(row, at).value!r}")
        the.none(self, wrong)

    def test_sheets_of_words_are_whole(self):
        """Every sentence of the other sheets is on paper: how to use it, examples, copies; of letters what is in the area to print."""
        wrong = []
        for name in the.workbooks():
            in_tables = {sheet.title for _, _, sheet, _ in the.tables(name)}
            for sheet in the.book(name):
                if sheet.title in in_tables or sheet.sheet_state == "hidden":
                    continue
                text = "".join(page.text for page in self.of(name, sheet))
                for (row, at), cell in the.written(sheet).items():
                    if cell.data_type == "s" and is_printed(sheet, row, at) and plain(cell.value) not in text:
                        wrong.append(f"{name} {sheet.title} {cell.coordinate}: {cell.value!r}")
        the.none(self, wrong)

    def test_nothing_lies_over_anything(self):
        """No words lie over others: what a cell cannot hold would."""
        wrong = []
        for name, found in self.pages.items():
            for page in found:
                pairs = list(over_each_other(page.words))
                if pairs:
                    wrong.append(f"{name} {page.sheet}, page {page.number}: {len(pairs)} times, such as {pairs[:3]}")
        the.none(self, wrong)

    def test_rules_end_above_the_first_row(self):
        """The last row of headings is as high as its longest text: nothing of it is in the rows below, which are empty."""
        wrong = []
        for name, form, sheet, columns in the.tables():
            heights = [sheet.row_dimensions[row].height for row in range(1, the.FIRST_ROW)]
            self.assertTrue(all(heights), f"{name} {sheet.title}: rows without a height")
            for page in self.of(name, sheet):
                # The first column is on every page: its first two labels tell where rows begin, and how small the page is.
                tops = [min(word[1] for word in page.words if plain(label).startswith(plain(word[4]))) for label in columns[0].labels]
                scale = (tops[1] - tops[0]) / heights[0]
                end = tops[0] + sum(heights) * scale
                foot = max(word[3] for word in page.words) - 20
                below = [word[4] for word in page.words if end + 1 < word[3] < foot]
                if below:
                    wrong.append(f"{name} {sheet.title}, page {page.number}: {' '.join(below)[:100]}")
        the.none(self, wrong)


if __name__ == "__main__":
    unittest.main()
