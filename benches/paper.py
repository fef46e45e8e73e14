"""Sets all documents of a folder (made by `examples/paper-input.rs`) with Typst as Python has it, and says how many seconds it took."""

import json
import sys
import time
from pathlib import Path

import typst

folder, fonts = map(Path, sys.argv[1:])
documents = json.loads((folder / "documents.json").read_text(encoding="utf-8"))

began = time.perf_counter()
for template, inputs in documents.values():
    typst.compile(
        folder / template,
        root=folder,
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=["ua-1", "a-2a"],
    )
print(time.perf_counter() - began)
