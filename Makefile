# The two commands of a fresh machine are `make site` and `make test`. Each
# installs what is missing, says what it does, and may be repeated.

swift = swift
unrolled = .build/debug/unrolled
library = UNROLLED_LIBRARY_ONLY=1 $(swift)

.PHONY: site test check proof bench bench-engine bench-live lint tool man \
  install clean

## Runs every lesson and makes the pages in Site/public.
site:
	@Scripts/prepare site
	@$(MAKE) --no-print-directory tool
	$(unrolled) build --live

## Tests everything: each lesson, the gradients in Double as well, and a page
## of each kind in Chromium.
test:
	@Scripts/prepare test
	$(MAKE) --no-print-directory lint
	$(swift) test
	$(library) test --traits Double --scratch-path .build/double \
	  --filter 'TensorsTests|RNNTests'
	$(MAKE) --no-print-directory tool
	Scripts/check --if-able

## Looks at the site alone: a page of each kind, or every page in a proof.
check:
	@Scripts/prepare check
	@$(MAKE) --no-print-directory tool
	Scripts/check

## All of `test`, nothing sampled; the kernels also as lessons use them.
proof:
	@Scripts/prepare check
	UNROLLED_PROOF=1 $(MAKE) --no-print-directory test
	$(library) test -c release --scratch-path .build/native \
	  -Xswiftc -enable-testing $$(Scripts/flags) \
	  --filter 'TensorsTests|RNNTests'

## Measures ours and the peers in one sitting: see Benchmarks/README.md.
bench:
	@Scripts/bench

## Measures the lesson engine beside a Python peer.
bench-engine: tool
	@python3 Benchmarks/engine/bench.py

## Measures training in a page beside training here, on one thread.
bench-live: tool
	@Scripts/bench-live

## Sources as swift-format wants them.
lint:
	$(swift) format lint --strict --recursive Package.swift Sources Tests \
	  Benchmarks/Package.swift Benchmarks/Sources

tool:
	$(swift) build --product unrolled

## The manual page, from what the tool says about itself: .build/unrolled.1
man: tool
	$(swift) build --product generate-manual
	.build/debug/generate-manual $(unrolled) --output-directory .build

## Puts `unrolled` on PATH, for those who like to type less, and its manual
## page where `man` looks.
install: man
	mkdir -p $(HOME)/.local/bin $(HOME)/.local/share/man/man1
	ln -sf $(CURDIR)/$(unrolled) $(HOME)/.local/bin/unrolled
	cp .build/unrolled.1 $(HOME)/.local/share/man/man1

clean:
	rm -rf .build Site/public
