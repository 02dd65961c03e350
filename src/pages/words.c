#include "pages/words.h"

const struct str own_word_keys[OWN_WORDS] = {
    [WORD_HOME] = STR_INIT("home"),
    [WORD_ALL_ENTRIES] = STR_INIT("all_entries"),
    [WORD_OVERVIEW] = STR_INIT("overview"),
    [WORD_PRINT_ALL] = STR_INIT("print_all"),
    [WORD_NOT_FOUND] = STR_INIT("not_found"),
    [WORD_MOVED] = STR_INIT("moved"),
    [WORD_SAME] = STR_INIT("same"),
    [WORD_NAMED_RELATED] = STR_INIT("named_related"),
    [WORD_JANUARY] = STR_INIT("month_1"),
    [WORD_JANUARY + 1] = STR_INIT("month_2"),
    [WORD_JANUARY + 2] = STR_INIT("month_3"),
    [WORD_JANUARY + 3] = STR_INIT("month_4"),
    [WORD_JANUARY + 4] = STR_INIT("month_5"),
    [WORD_JANUARY + 5] = STR_INIT("month_6"),
    [WORD_JANUARY + 6] = STR_INIT("month_7"),
    [WORD_JANUARY + 7] = STR_INIT("month_8"),
    [WORD_JANUARY + 8] = STR_INIT("month_9"),
    [WORD_JANUARY + 9] = STR_INIT("month_10"),
    [WORD_JANUARY + 10] = STR_INIT("month_11"),
    [WORD_JANUARY + 11] = STR_INIT("month_12"),
};

const struct str own_sentence_keys[OWN_SENTENCES] = {
    [SENTENCE_TITLE] = STR_INIT("news_title"),
    [SENTENCE_FROM_TO] = STR_INIT("news_from_to"),
    [SENTENCE_CAME] = STR_INIT("news_came"),
    [SENTENCE_WENT] = STR_INIT("news_went"),
    [SENTENCE_DATE] = STR_INIT("news_date"),
    [SENTENCE_FIELDS] = STR_INIT("news_fields"),
    [SENTENCE_TEXT] = STR_INIT("news_text"),
    [SENTENCE_SECTIONS] = STR_INIT("news_sections"),
    [SENTENCE_SECTIONS_CAME] = STR_INIT("news_sections_came"),
    [SENTENCE_SECTIONS_WENT] = STR_INIT("news_sections_went"),
    [SENTENCE_PAGE_OF] = STR_INIT("page_of"),
    [SENTENCE_DAY] = STR_INIT("date"),
};

bool own_words_have(struct str key)
{
    for (size_t i = 0; i < OWN_WORDS; i++)
        if (str_eq(own_word_keys[i], key))
            return true;
    for (size_t i = 0; i < OWN_SENTENCES; i++)
        if (str_eq(own_sentence_keys[i], key))
            return true;
    return false;
}
