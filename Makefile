# Two commands: `make` builds the guide, `make test` runs every test. Both set up what they need.
.PHONY: guide test rust-tests editor-tests browser-tests paper-tests workbook-tests paper-golden paper-differences generated bench pictures

guide:
	cargo run --release --quiet -- build

test: rust-tests editor-tests browser-tests paper-tests workbook-tests

rust-tests:
	cargo fmt --check
	cargo clippy --all-targets --quiet -- -D warnings
	cargo test --quiet
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

editor-tests:
	tests/editor/run

browser-tests:
	tests/browser/run

paper-tests:
	tests/paper/run

workbook-tests:
	tests/workbooks/run

# The PDFs are not those that somebody last looked at? The first shows old and new pages as pictures; when you have looked at
# them, the second keeps the new ones.
paper-differences:
	tests/paper/run differences

paper-golden:
	tests/paper/run golden

# Writes again what is generated and committed; tests fail where it is out of date.
generated:
	UPDATE_GENERATED=1 cargo test --quiet --test it generated

# Measures what has a mark and needs a quiet machine: how long an editor waits for the page after saving (200 ms), how
# long the PDFs take (1.5 times Typst alone) and the workbooks (1 s), the finished pages with Lighthouse (four times 100), and the deadlines of 1,000 people (50 ms). Takes minutes, and npm packages of its own.
bench: guide
	npm ci --ignore-scripts --silent --no-audit --no-fund
	npm ci --ignore-scripts --silent --no-audit --no-fund --prefix benches
	node benches/reload.mjs
	node benches/paper.mjs
	cargo run --release --quiet --example workbooks -- .
	SITE=public node benches/lighthouse.mjs
	SITE=public node benches/deadlines.mjs

# Makes the pictures in the README from the finished pages.
pictures: guide
	npm ci --ignore-scripts --silent --no-audit --no-fund
	SITE=public node docs/images/make.mjs
