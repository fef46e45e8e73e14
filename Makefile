# Two commands: `make` builds the guide, `make test` runs every test. Both set up what they need.
.PHONY: guide test rust-tests editor-tests browser-tests generated bench-reload

guide:
	cargo run --release --quiet -- build

test: rust-tests editor-tests browser-tests

rust-tests:
	cargo fmt --check
	cargo clippy --all-targets --quiet -- -D warnings
	cargo test --quiet
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

editor-tests:
	tests/editor/run

browser-tests:
	tests/browser/run

# Writes again what is generated and committed; tests fail where it is out of date.
generated:
	UPDATE_GENERATED=1 cargo test --quiet --test it generated

# How long an editor waits for the page after saving: the mark is 200 ms. Needs a quiet machine.
bench-reload:
	cargo build --release --quiet
	[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --silent --no-audit --no-fund
	node benches/reload.mjs
