# Makes C of one file of words: what stands in an initialiser of struct language
# (src/base/language.h). Of YAML it knows what these files need, and no more; on
# any other line the compiler stops.
#
#     key: text           a phrase, in "…" if YAML would read more into it
#     key: []             no words
#     key: [
#       word, "word",     words, with a comma after each
#     ]
#
# tests/unit/test_words.c reads the same files as YAML and compares.

s/^#.*//
/^$/b

s/^([a-z_]+): \[\]$/.lists[WORDS_\U\1\E] = {STR_INIT("\1"), NULL, 0},/; t
s/^([a-z_]+): \[$/.lists[WORDS_\U\1\E] = {STR_INIT("\1"), WORDS(/; t
s/^\]$/)},/; t

/^  .*,$/ {
    s/ *("?)([^][",]+)\1,/STR_INIT("\2"),/g
    /^(STR_INIT\("[^"]*"\),)+$/b
}

s/^([a-z_]+): ("?)([^"\\]+)\2$/.phrases[PHRASE_\U\1\E] = {STR_INIT("\1"), STR_INIT("\3")},/; t

s/["\\]//g
s/.*/#error "not understood: &"/
