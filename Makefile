# Two commands: `make` builds the guide, `make test` runs every test. Both set up what they need.
.PHONY: guide test rust-tests browser-tests generated

guide:
	cargo run --release --quiet -- build

test: rust-tests browser-tests

rust-tests:
	cargo fmt --check
	cargo clippy --all-targets --quiet -- -D warnings
	cargo test --quiet
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

browser-tests:
	tests/browser/run

# Writes again what is generated and committed; tests fail where it is out of date.
generated:
	UPDATE_GENERATED=1 cargo test --quiet --test it generated
