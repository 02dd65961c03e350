# samling: Markdown entries become a site. `make help` lists the goals.

.DEFAULT_GOAL := all
MAKEFLAGS += --no-builtin-rules

help: ## denne listen
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | \
	  awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

# What is built. FLAVOUR is release, debug, asan or tsan; each has its own
# folder, so that objects of different flags never meet.

FLAVOUR  ?= release
OUT      := build/$(FLAVOUR)
VERSION  := 0.1.0
RELEASED := November 27, 2026
PREFIX   ?= /usr/local
CC       ?= cc
LIBS     := libcmark yaml-0.1 libutf8proc nettle hogweed libpcre2-8 expat zlib libbrotlienc libdeflate libqrencode libmicrohttpd
TESTLIBS := cmocka jansson libbrotlidec

SOURCES  := $(sort $(wildcard src/*.c src/*/*.c))
MODULES  := $(filter-out src/main.c,$(SOURCES))
UNITS    := $(sort $(wildcard tests/unit/test_*.c))
KIT      := $(filter-out $(UNITS),$(sort $(wildcard tests/unit/*.c)))
WORDS    := $(sort $(wildcard src/words/*.yaml))
STARTS   := $(sort $(shell find src/start -type f))
MANUALS  := $(patsubst src/%,$(OUT)/%.txt,$(basename $(sort $(wildcard src/manual/samling-*.[57]))))
AROUND   := $(sort $(wildcard src/help/*))
LIVE     := $(sort $(wildcard src/live/*))
EMBEDDED := $(MANUALS) $(STARTS) $(AROUND) $(LIVE)
MADE     := $(OUT)/words.o $(OUT)/embedded.o
OBJECTS  := $(SOURCES:%.c=$(OUT)/%.o) $(MADE)
LIBRARY  := $(OUT)/libsamling.a
UNITBINS := $(UNITS:tests/unit/%.c=$(OUT)/%)
HELPS    := $(addprefix $(OUT)/help/,samling.1 nb/samling.1 samling.bash samling.zsh samling.fish)

STRICT   := -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wstrict-prototypes \
            -Wvla -Wwrite-strings -Wformat=2 -Wconversion
WERROR   ?=

FLAGS_release := -O2 -g -fPIE -fstack-protector-strong -fstack-clash-protection \
                 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -ftrivial-auto-var-init=zero
LINK_release  := -pie -Wl,-z,relro,-z,now
FLAGS_debug   := -O0 -g -DTEMPLATE_DEBUG -DSTR_DEBUG
FLAGS_asan    := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
                 -fno-sanitize-recover=undefined -DARENA_DEBUG -DTEMPLATE_DEBUG -DSTR_DEBUG
LINK_asan     := -fsanitize=address,undefined
FLAGS_tsan    := -O1 -g -fsanitize=thread
LINK_tsan     := -fsanitize=thread
ifeq ($(shell uname -m),x86_64)
FLAGS_release += -fcf-protection
endif

# V=1 shows the commands themselves.
Q := $(if $(V),,@)

CPPFLAGS += -D_GNU_SOURCE -Isrc -DSAMLING_VERSION='"$(VERSION)"' -DSAMLING_DATE='"$(RELEASED)"'
ALLFLAGS  = -std=c17 $(STRICT) $(WERROR) $(FLAGS_$(FLAVOUR)) $(CPPFLAGS) $(CFLAGS)
# Asked for when something is compiled, so that `make deps` works before the libraries are there.
LIBFLAGS  = $$(pkg-config --cflags $(LIBS))
LDLIBS    = $$(pkg-config --libs $(LIBS)) -lm -pthread

.PHONY: help all deps test-deps serve site test check unit golden long accept laws browser asan tsan bench search-quality \
        format lint install uninstall dist zim pdf build/site deb clean FORCE

all: build/samling $(HELPS) ## bygger programmet: build/samling

build/samling: $(OUT)/samling
	@mkdir -p build
	@ln -sfn $(FLAVOUR)/samling build/samling

$(OUT)/samling: $(OUT)/src/main.o $(LIBRARY)
	@echo "ld    $@"
	$(Q)$(CC) $(FLAGS_$(FLAVOUR)) $(LINK_$(FLAVOUR)) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(LIBRARY): $(MODULES:%.c=$(OUT)/%.o) $(MADE)
	@rm -f $@
	@ar rcs $@ $^

# Where `make install` puts the theme is known to one file, which is made again with another PREFIX.
$(OUT)/src/site/theme_place.o: CPPFLAGS += -DSAMLING_PREFIX='"$(PREFIX)"'
$(OUT)/src/site/theme_place.o: $(OUT)/prefix
$(OUT)/prefix: FORCE
	@mkdir -p $(OUT)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@

$(OUT)/%.o: %.c $(OUT)/flags
	@mkdir -p $(@D)
	@echo "cc    $<"
	$(Q)$(CC) $(ALLFLAGS) $(LIBFLAGS) -MMD -MP -c -o $@ $<

# The words of all languages, src/words/*.yaml, as the table of src/base/language.h.
$(OUT)/words.c: $(WORDS) src/words/words.sed $(OUT)/word-files
	@{ echo '/* Made of src/words/ by the Makefile. */'; \
	   echo '#include "base/language.h"'; \
	   echo '#define LIST(...) (const struct str[]){__VA_ARGS__}'; \
	   echo '#define WORDS(...) LIST(__VA_ARGS__), sizeof LIST(__VA_ARGS__) / sizeof(struct str)'; \
	   echo 'const struct language languages[] = {'; \
	   for file in $(WORDS); do \
	     echo "{.tag = STR_INIT(\"$$(basename $$file .yaml)\"),"; \
	     echo "#line 1 \"$$file\""; \
	     sed -Ef src/words/words.sed $$file; \
	     echo '},'; \
	   done; \
	   echo '};'; \
	   echo 'const size_t language_count = sizeof languages / sizeof *languages;'; } > $@

$(MADE): %.o: %.c $(OUT)/flags
	@echo "cc    $<"
	$(Q)$(CC) $(ALLFLAGS) -MMD -MP -c -o $@ $<

# The manuals as text.
define make_manual
	@mkdir -p $(@D)
	@LC_ALL=C awk -f src/manual/text.awk $< > $@ || { rm -f $@; exit 1; }
endef
$(OUT)/manual/%.txt: src/manual/%.5 src/manual/text.awk
	$(make_manual)
$(OUT)/manual/%.txt: src/manual/%.7 src/manual/text.awk
	$(make_manual)

# What the program says of itself, as a manual page and for the completion of shells.
$(HELPS): FORM = $(patsubst .%,%,$(suffix $@))
$(OUT)/help/samling.1 $(OUT)/help/nb/samling.1: FORM = man
$(HELPS): $(OUT)/samling
	@mkdir -p $(@D)
	@$< help --lang $(if $(filter %/nb/,$(dir $@)),nb,en) --format $(FORM) >$@ || { rm -f $@; exit 1; }

# Files that the program has in itself, as the table of src/base/embedded.h: the bytes of each as
# numbers, and then their names.
$(OUT)/embedded.c: $(EMBEDDED) $(OUT)/embedded-files
	@{ echo '/* Made of src/manual/, src/start/, src/help/ and src/live/ by the Makefile. */'; \
	   echo '#include "base/embedded.h"'; \
	   n=0; for file in $(EMBEDDED); do n=$$((n + 1)); \
	     echo "static const unsigned char file_$$n[] = {"; \
	     od -An -v -tu1 $$file | sed 's/ *\([0-9][0-9]*\)/\1,/g'; \
	     echo '};'; \
	   done; \
	   echo 'const struct embedded_file embedded_files[] = {'; \
	   n=0; for file in $(EMBEDDED); do n=$$((n + 1)); path=$${file#src/}; \
	     echo "{STR_INIT(\"$${path#$(OUT)/}\"), {(const char *)file_$$n, sizeof file_$$n}},"; \
	   done; \
	   echo '};'; \
	   echo 'const size_t embedded_count = sizeof embedded_files / sizeof *embedded_files;'; } > $@

# A file that is gone leaves nothing behind.
$(OUT)/word-files: LIST = $(WORDS)
$(OUT)/embedded-files: LIST = $(EMBEDDED)
$(OUT)/word-files $(OUT)/embedded-files: FORCE
	@mkdir -p $(OUT)
	@echo '$(LIST)' | cmp -s - $@ || echo '$(LIST)' > $@

# Objects made with other flags are made again. All need them, so here it is seen, before
# anything is compiled, whether the compiler and the libraries are there.
$(OUT)/flags: FORCE
	@command -v $(firstword $(CC)) >/dev/null && pkg-config --exists $(LIBS) 2>/dev/null || \
	  { echo 'Noe som programmet trenger, mangler: $(firstword $(CC)), pkg-config eller et av bibliotekene' \
	    '$(LIBS). Kjør «make deps» først.' >&2; exit 1; }
	@mkdir -p $(OUT)
	@echo '$(CC) $(ALLFLAGS)' | cmp -s - $@ || echo '$(CC) $(ALLFLAGS)' > $@

# A test is its own file, linked with what tests share and with the library.
$(OUT)/tests/unit/%.o: LIBFLAGS = $$(pkg-config --cflags $(LIBS) $(TESTLIBS))
$(UNITBINS): $(OUT)/test_%: $(OUT)/tests/unit/test_%.o $(KIT:%.c=$(OUT)/%.o) $(LIBRARY)
	@echo "ld    $@"
	$(Q)$(CC) $(FLAGS_$(FLAVOUR)) $(LINK_$(FLAVOUR)) $(LDFLAGS) -o $@ $^ \
	  $$(pkg-config --libs $(TESTLIBS)) $(LDLIBS)

-include $(OBJECTS:.o=.d) $(patsubst %.c,$(OUT)/%.d,$(UNITS) $(KIT))

# What it needs.

PACKAGES     := gcc libc6-dev pkg-config libcmark-dev libyaml-dev libutf8proc-dev nettle-dev \
                libpcre2-dev libexpat1-dev zlib1g-dev libbrotli-dev libdeflate-dev \
                libqrencode-dev libmicrohttpd-dev
TESTPACKAGES := libcmocka-dev libjansson-dev libxml2-utils bibutils raptor2-utils mandoc minisign signify-openbsd wget \
                dpkg-dev patch python3 python3-yaml strace valgrind clang-format zim-tools kiwix-tools \
                qpdf poppler-utils
# The longest first, so that no processor waits for them at the end.
TESTKINDS    := unit golden $(if $(filter release,$(FLAVOUR)),browser) laws

# Nothing may be compiled before what it needs is there.
ifneq ($(filter deps test-deps,$(MAKECMDGOALS)),)
.NOTPARALLEL:
endif

deps: ## installerer det programmet trenger (Debian, Ubuntu)
	@tests/tools/install-packages $(PACKAGES)

test-deps: deps ## installerer det testene trenger i tillegg
	@tests/tools/install-packages $(TESTPACKAGES)
	@tests/tools/install-html-checker
	@tests/tools/install-commonmark
	@tests/tools/install-rivals
	@tests/tools/install-browsers
	@tests/tools/install-servers

# What it does. Tests are built with warnings as errors, on all processors.

BUILDIT = $(MAKE) --no-print-directory -j$$(nproc) FLAVOUR=$(FLAVOUR) WERROR=-Werror

serve: all ## viser nettstedet mens du skriver
	build/samling serve

site: all ## publiserer samlingen til public/
	build/samling build
	@echo 'Dobbeltklikk på public/index.html for å åpne nettstedet, eller skriv: xdg-open public/index.html'

check: all ## viser alt som bør rettes i content/, og skriver ingenting
	build/samling check

test: ## kjører alle testene
	@$(BUILDIT) $(OUT)/samling $(HELPS) $(UNITBINS)
	@tests/tools/run $(OUT) $(TESTKINDS)

unit: ## bare enhetstestene
	@$(BUILDIT) $(UNITBINS)
	@tests/tools/run $(OUT) unit

golden: ## bare sammenligningen med fasit
	@$(BUILDIT) $(OUT)/samling $(UNITBINS)
	@tests/tools/run $(OUT) golden

laws: ## bare lovene: like byte, ingenting halvt, ingen døde lenker
	@$(BUILDIT) $(OUT)/samling $(HELPS)
	@tests/tools/run $(OUT) laws

browser: ## bare prøvene i Chromium og Firefox
	@$(BUILDIT) $(OUT)/samling
	@tests/tools/run $(OUT) browser

# Each has a short form in `make test`.
LONG = SAMLING_KILLS=1000 SAMLING_STEPS=1000 SAMLING_SCHEMAS=2000 SAMLING_FILLINGS=1000 SAMLING_GROWN=all SAMLING_WAYS=all \
       SAMLING_BRANCHED=500 SAMLING_ROUNDS=40 SAMLING_CALLERS=500

long: ## lovene og nettleserprøvene i sin lange form: tusen avbrudd, endringer og utfyllinger
	@$(BUILDIT) $(OUT)/samling $(HELPS)
	@$(LONG) tests/tools/run $(OUT) laws browser

accept: ## skriver fasiten på nytt; se gjennom med git diff
	@$(BUILDIT) $(OUT)/samling $(UNITBINS)
	@SAMLING_ACCEPT=1 tests/tools/run $(OUT) golden

asan: ## alle testene med AddressSanitizer og UBSan
	@$(MAKE) --no-print-directory FLAVOUR=asan test

tsan: ## alle testene med ThreadSanitizer
	@$(MAKE) --no-print-directory FLAVOUR=tsan test

search-quality: all ## viser hvor godt søket svarer, på dømte spørsmål
	@SAMLING=$(OUT)/samling SAMLING_SHOW=1 tests/laws/the-search-answers

bench: all ## måler mot gulvet (bare lese, cmark og skrive) og mot andre; valg i BENCH
	@tests/bench/run $(OUT) $(BENCH)

format: ## formaterer kildekoden
	clang-format -i $(SOURCES) $(wildcard src/*/*.h) $(wildcard tests/unit/*.[ch])

lint: ## kontrollerer formatering, lag og kodevaner
	@tests/tools/lint

# Where it goes. Debian keeps the completions of packages for zsh apart from those of others.

BINDIR  ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share/samling
MANDIR  ?= $(PREFIX)/share/man
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR  ?= $(PREFIX)/share/zsh/$(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d

# A line for each file: its mode, the file, and where it is put.
define list_installed
{ echo '755 $(OUT)/samling $(BINDIR)/samling'; \
  echo '644 $(OUT)/help/samling.1 $(MANDIR)/man1/samling.1'; \
  echo '644 $(OUT)/help/nb/samling.1 $(MANDIR)/nb/man1/samling.1'; \
  for page in src/manual/samling-*.[57]; do \
    echo "644 $$page $(MANDIR)/man$${page##*.}/$${page##*/}"; done; \
  echo '644 $(OUT)/help/samling.bash $(BASHDIR)/samling'; \
  echo '644 $(OUT)/help/samling.zsh $(ZSHDIR)/_samling'; \
  echo '644 $(OUT)/help/samling.fish $(FISHDIR)/samling.fish'; \
  find theme -type f | sed 's|.*|644 & $(DATADIR)/&|'; \
  echo '644 .release/zim $(DATADIR)/release/zim'; \
  find tests/hosting ! -type d ! -name expected.tsv | sed 's|.*/\(.*\)|644 & $(DATADIR)/hosting/\1|'; }
endef

install: all ## installerer under PREFIX (/usr/local): programmet, temaet, håndbøkene, fullføring i skall
	@$(list_installed) | while read -r mode file place; do \
	  install -D -m "$$mode" "$$file" "$(DESTDIR)$$place" || exit 1; done
	@echo 'Installert: $(DESTDIR)$(BINDIR)/samling'

uninstall: ## fjerner det som install har lagt der
	@$(list_installed) | while read -r mode file place; do rm -f "$(DESTDIR)$$place"; done
	@[ ! -d "$(DESTDIR)$(DATADIR)" ] || find "$(DESTDIR)$(DATADIR)" -depth -type d -empty -delete

dist: ## pakker kildekoden: build/samling-VERSJON.tar.gz
	@tests/tools/make-dist $(VERSION)

# What is given out besides is made of a site of its own: public/ stays as it was published.
SITE ?=
build/site: all
	@build/samling build --no-sync --output $@ $(SITE)

zim: build/site ## lager en ZIM av samlingen, for Kiwix: build/NAVN.zim; valg for nettstedet i SITE
	@.release/zim build/site

pdf: build/site ## lager PDF-er av sidene til utskrift: build/pdf/; valg for nettstedet i SITE
	@.release/pdf.mjs build/site

deb: all ## lager en pakke for Debian og Ubuntu i build/
	@WERROR='$(WERROR)' tests/tools/make-deb $(VERSION) $(OUT)

clean: ## sletter build/
	rm -rf build
