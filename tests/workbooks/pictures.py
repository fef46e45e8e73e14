"""Makes pictures of the first pages of every sheet to look at: `python tests/workbooks/pictures.py FOLDER`."""

import subprocess
import sys
from pathlib import Path

from test_pages import PDFS, pages

PAGES_OF_A_SHEET = 2
DOTS_PER_INCH = "90"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in PDFS.result().items():
        seen = {}
        for page in pages(name):
            seen[page.sheet] = seen.get(page.sheet, 0) + 1
            if seen[page.sheet] <= PAGES_OF_A_SHEET:
                number = str(page.number)
                command = ["pdftoppm", "-r", DOTS_PER_INCH, "-f", number, "-l", number, "-singlefile", "-png", str(path)]
                subprocess.run([*command, str(folder / f"{name}-{page.number:02}")], check=True)
    print(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
