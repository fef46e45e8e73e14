"""What the tests of workbooks share: the records of data/, read anew from YAML, the finished files, and LibreOffice."""

import json
import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import openpyxl
import yaml

ROOT = Path(__file__).resolve().parents[2]
SITE = Path(os.environ["SITE"])


def read_yaml(text):
    # That in C knows YAML 1.2 well enough for words with `?` in braces, and is quicker.
    return yaml.load(text, yaml.CSafeLoader)


GUIDE = read_yaml((ROOT / "guide.yaml").read_text("utf-8"))
LANGUAGES = sorted((it["code"] for it in GUIDE["languages"]), key=lambda code: code != "ja")
TEXTS = ("text", "long-text")
SCRATCH = TemporaryDirectory(prefix="workbooks-")
# What takes long beside the tests: LibreOffice, and a second build.
BESIDE = ThreadPoolExecutor(max_workers=2)


# The records.


@lru_cache(maxsize=None)
def records(kind):
    """The records of a kind, by their ids, in order."""
    single = ROOT / "data" / f"{kind}.yaml"
    files = [single] if single.exists() else sorted((ROOT / "data" / kind).glob("*.yaml"))
    return {record["id"]: record for path in files for record in read_yaml(path.read_text("utf-8"))}


@lru_cache(maxsize=None)
def strings():
    """The words of the interface."""
    files = sorted((ROOT / "data" / "strings").glob("*.yaml"))
    return {key: text for path in files for key, text in read_yaml(path.read_text("utf-8")).items()}


def said(text):
    """A text in every language, Japanese first."""
    return [text[language] for language in LANGUAGES]


def word(key):
    return said(strings()[key])


def in_one_line(key):
    return " ".join(word(key))


@dataclass(frozen=True, eq=False)
class Column:
    """A field as a column of a table."""

    form: str
    field: dict
    confidence: str | None

    @property
    def path(self):
        return f"{self.form}.{self.field['id']}"

    @property
    def type(self):
        return self.field["type"]

    @property
    def labels(self):
        return said(self.field["label"])


@lru_cache(maxsize=None)
def fields():
    """All fields by `form.field`."""
    found = {}
    for form in records("forms").values():
        for field in form["fields"]:
            # A field that is neither in an application form nor on a screen is ours: nothing is uncertain about it.
            is_ours = "items" not in field and "seen_on" not in field
            column = Column(form["id"], field, field.get("confidence", None if is_ours else form.get("confidence")))
            found[column.path] = column
    return found


def columns(form, procedures):
    """The columns of a form in a workbook for these procedures."""
    record = records("forms")[form]
    paths = record.get("columns") or [f"{form}.{field['id']}" for field in record["fields"]]
    items = lambda column: column.field.get("items")
    is_for = lambda column: not items(column) or not procedures or any(it in items(column) for it in procedures)
    return [column for column in map(fields().get, paths) if is_for(column)]


def options(path):
    """What can be chosen, as it stands in cells, by id: the number of an option, then its name in every language."""
    first, *rest = path.split(".")
    if not rest:
        found = list(records(first).values())
    elif len(rest) == 1:
        record = records(first)[rest[0]]
        found = record["list"] + (records(first)[record["then"]]["list"] if "then" in record else [])
    else:
        found = records(first)[rest[0]][rest[1]]

    def text(option):
        words = [option["code"]] if "code" in option and first == "options" else []
        return " ".join(dict.fromkeys(words + said(option["name"])))

    return {option["id"]: text(option) for option in found}


def need(field):
    """When a field is needed, as the words of data/strings/forms.yaml are called."""
    if field["type"] == "reckoned":
        return "need_reckoned"
    if field.get("required"):
        return "need_required"
    return "need_conditional" if "required_when" in field else "need_optional"


# What fields take and refuse.


def rule(field):
    """What the rule of a field hangs on: fields that have it in common take the same."""
    return tuple(field.get(key) for key in ("type", "characters", "format", "min", "max"))


@lru_cache(maxsize=None)
def values():
    """tests/forms/values.json: of each rule the values that are taken, and those that are refused."""
    read = json.loads((ROOT / "tests" / "forms" / "values.json").read_text("utf-8"))
    written = lambda value: value if isinstance(value, str) else value["repeat"] * value["times"]
    found = {}
    for path, sides in read.items():
        if not path.startswith("_"):
            takes, refuses = found.setdefault(rule(fields()[path].field), ([], []))
            takes.extend(map(written, sides["takes"]))
            refuses.extend(map(written, sides["refuses"]))
    return found


def is_beyond_16_bits(text):
    """Has it characters that Excel counts twice?"""
    return any(ord(c) > 0xFFFF for c in text)


# The finished files.


def workbooks():
    return records("workbooks")


def path_of(workbook):
    return SITE / "downloads" / f"{workbook}.xlsx"


@lru_cache(maxsize=None)
def book(workbook):
    """A finished workbook as openpyxl reads it. It is shared: nobody changes it."""
    return openpyxl.load_workbook(path_of(workbook))


def procedures(workbook):
    return workbooks()[workbook].get("procedures", [])


def sheet_names(workbook):
    """The names of the sheets that the record asks for, with the first and the hidden one."""
    names = [word("workbook_first")[0]]
    has_tables = False
    for sheet in workbooks()[workbook]["sheets"]:
        kind, what = (sheet, None) if isinstance(sheet, str) else next(iter(sheet.items()))
        has_tables |= kind in ("table", "copy")
        names.append({
            "table": lambda: records("forms")[what]["name"]["ja"],
            "letter": lambda: re.sub(r"[\[\]:*?/\\]", "", records("sheets")[what]["name"]["ja"])[:31],
            "copy": lambda: word("workbook_copy")[0],
            "answers": lambda: word("workbook_answers")[0],
            "examples": lambda: word("workbook_examples")[0],
        }[kind]())
    return names + [word("workbook_lists")[0]] * has_tables


def tables(workbook=None):
    """The tables of all workbooks, or of one: workbook, form, its sheet, its columns."""
    for name in [workbook] if workbook else workbooks():
        for sheet in workbooks()[name]["sheets"]:
            if isinstance(sheet, dict) and "table" in sheet:
                form = sheet["table"]
                yield name, form, book(name)[records("forms")[form]["name"]["ja"]], columns(form, procedures(name))


def columns_of(workbook):
    """All columns of the tables and the copies of a workbook."""
    found = [column for *_, columns in tables(workbook) for column in columns]
    return found + [column for name, _, rows in copies() if name == workbook for column, _ in rows]


FIRST_ROW = len(LANGUAGES) + 2


def last_row(form):
    return FIRST_ROW - 1 + records("forms")[form]["rows"]


def copies():
    """The sheets of copies before filing: workbook, sheet, and of each of its fields the column and its row."""
    for name, record in workbooks().items():
        for sheet in record["sheets"]:
            if isinstance(sheet, dict) and "copy" in sheet:
                yield name, book(name)[word("workbook_copy")[0]], list(rows_of_copy(sheet["copy"], procedures(name)))


def rows_of_copy(forms, of):
    row = 1
    for form in forms:
        for _ in range(records("forms")[form].get("per_application", 1)):
            row += 2  # an empty one, and the name of the table
            for column in columns(form, of):
                row += 1
                yield column, row


# LibreOffice.


def office(target, files):
    """What LibreOffice makes of some files, by their names, in one run with a profile of its own."""
    out = Path(mkdtemp(dir=SCRATCH.name))
    with TemporaryDirectory(prefix="workbooks-") as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore"]
        command += ["--convert-to", target, "--outdir", str(out), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    made = {Path(path).stem: out / f"{Path(path).stem}.{target}" for path in files}
    lost = [name for name, path in made.items() if not path.exists()]
    assert not lost, f"LibreOffice made nothing of {lost}: {done.stdout}{done.stderr}"
    return made


def recalculated(books):
    """Workbooks, by name, as LibreOffice works them out: openpyxl writes formulas without results, so all are reckoned. Of a file it
    is what LibreOffice shows."""
    with TemporaryDirectory(prefix="workbooks-") as folder:
        for name, made in books.items():
            if isinstance(made, Path):
                shutil.copy(made, f"{folder}/{name}.xlsx")
            else:
                made.save(f"{folder}/{name}.xlsx")
        found = office("xlsx", [f"{folder}/{name}.xlsx" for name in books])
    return {name: openpyxl.load_workbook(path, data_only=True) for name, path in found.items()}


def put_text(cell, text):
    """Writes a text, also one that looks like a formula."""
    cell.value = text
    cell.data_type = "s"


# Formulas.

STRING = re.compile(r'"(?:[^"]|"")*"')
REFERENCE = re.compile(r"(?<![A-Za-z_.$0-9])\$?[A-Z]{1,3}\$?[0-9]+(?![A-Za-z_0-9(.])")


def references(formula):
    """The cells that a formula names, outside of its texts."""
    return {found.replace("$", "") for found in REFERENCE.findall(STRING.sub('""', formula))}


def moved(formula, cells):
    """A formula with cells replaced, as `{"B4": "A17"}`; its texts stay."""
    def part(text):
        return REFERENCE.sub(lambda found: cells.get(found[0].replace("$", ""), found[0]), text)
    out, at = [], 0
    for text in STRING.finditer(formula):
        out += [part(formula[at:text.start()]), text[0]]
        at = text.end()
    return "".join(out) + part(formula[at:])


# Cells.


def cell(row, column):
    """`B4`, counted from 1."""
    return f"{openpyxl.utils.get_column_letter(column)}{row}"


def cells(form, column):
    """The cells of a column of a table, as `B4:B103`."""
    return f"{cell(FIRST_ROW, column)}:{cell(last_row(form), column)}"


def written(sheet):
    """The cells that stand in the file, by row and column: to ask a sheet for rows would add the others."""
    return dict(sorted(sheet._cells.items()))


def formulas(sheet):
    """Its formulas by their cells."""
    return {cell.coordinate: cell.value for cell in written(sheet).values() if cell.data_type == "f"}


def check_at(sheet, where):
    """The check of exactly these cells."""
    found = checks_of(sheet).get(where)
    assert found, f"{sheet.title} has no check of {where}"
    return found


@lru_cache(maxsize=None)
def checks_of(sheet):
    return {str(check.sqref): check for check in sheet.data_validations.dataValidation}


def none(test, faults):
    """Fails with all faults, a line each."""
    if faults:
        test.fail("\n" + "\n".join(faults))
