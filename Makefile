# Everything runs from a fresh clone on Debian with Swift: `make run`, then `make test`.

SWIFT ?= swift
AS_OF := 2024-12-31
DEBUG := .build/debug/pingcha
RELEASE := .build/release/pingcha
SOURCES := Package.swift Sources Tests

.PHONY: run test check setup build lint layers format clean rules mutants cases same differential bench docs pages

run: setup ## Build release and review the sample cases; findings are what it is meant to show.
	$(SWIFT) build -c release --product pingcha
	@$(RELEASE) check Cases --as-of $(AS_OF) --profile; status=$$?; \
	if [ $$status -gt 1 ]; then exit $$status; fi

test: setup ## Run all tests.
	$(SWIFT) test

check: setup lint layers build ## Everything that has to hold before a change lands.
	$(SWIFT) test --skip-build
	$(MAKE) --no-print-directory rules cases same

setup: ## Install the system packages that are missing.
	@scripts/install-packages

build:
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

layers:
	scripts/check-layering

rules: ## Run every rule's examples; compile every rule and look for likely slips; hold the schemas of editors against them.
	$(DEBUG) rules lint --strict
	$(DEBUG) rules test
	$(DEBUG) rules schema --check
	$(DEBUG) rules coverage --threshold 100 >/dev/null
	$(DEBUG) rules docs --out .build/docs-check --format markdown --cases Cases >/dev/null
	$(DEBUG) rules docs --out .build/docs-check --format markdown --cases Cases --check

mutants: ## Change every rule a little and see whether its examples notice.
	$(SWIFT) build -c release --product pingcha
	$(RELEASE) rules mutate --threshold 97

cases: ## Compare the sample cases with what their review must say.
	$(DEBUG) cases verify Cases --as-of $(AS_OF)

same: ## The same input gives the same bytes, whatever the number of workers.
	scripts/check-same-bytes $(DEBUG) $(AS_OF)

differential: setup ## Compare working days, expressions and schemas with other engines; fetches them from PyPI.
	scripts/differential-calendar
	scripts/differential-cel
	scripts/validate-schemas
	$(SWIFT) build --product pingcha
	scripts/validate-reports $(DEBUG) $(AS_OF)
	scripts/validate-office-files $(DEBUG) $(AS_OF)

docs: setup ## Write the pages of the rules to .build/docs, to be opened in a browser.
	$(SWIFT) build -c release --product pingcha
	$(RELEASE) rules docs --out .build/docs --cases Cases

pages: setup ## Open the report of the sample cases in headless Chromium: axe, both languages, filter, print.
	scripts/check-report-pages $(DEBUG) $(AS_OF)

bench: setup ## Time the review of the sample cases, an edit of a rule over many, and expressions beside another engine (from PyPI).
	Benchmarks/review
	Benchmarks/diff
	Benchmarks/cel

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

clean:
	$(SWIFT) package clean
