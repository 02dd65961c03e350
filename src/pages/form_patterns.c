#include "pages/form_parts.h"

/*
 * Written as JavaScript's regular expressions, without lookups of properties that only
 * one browser has. Each says as much as it can of what C finds with code of its own.
 */
const struct form_pattern form_patterns[] = {
    /* Texts that look like Markdown, HTML or what other programs make of them
     * (writing/plain_text.c, mark_forms.c). */
    {"marks", "u",
     "(\?<!\\d|\\*)(\\*{2,3})(\?![\\s*])[^*]{1,300}\\1|(\?<![\\d*])\\*\\*(\?!\\*+$)|("
     "\?<=\\d)\\*\\*(\?![*\\d])|(\?<![\\p{L}\\d*])\\*(\?![\\s*])[^*]{1,300}(\?<!\\s)\\*(\?![*\\p{L}"
     "\\d])"},
    {"marks", "u",
     "(\?<![\\p{L}\\d_])(_{1,3})(\?![\\s_])[^_]{1,300}(\?<!\\s)\\1(\?![_\\p{L}\\d])|(\?<=[\\p{L}"
     "\\d])__("
     "\?![\\p{L}\\d_])|(\?<![\\p{L}\\d_])__(\?=[\\p{L}\\d])"},
    {"marks", "im",
     "`[^`]+`|^#{1,6} .*|\\\\[*_[\\]#<>`]|&(\?:#[\\da-z]{1,7}|[\\da-z]{2,7});|"
     "<(\?:https\?|mailto:)[^\\s<>]*>|\\$\\$[^$]{1,300}\\$\\$|\\|[ :]*---"},
    {"marks", "i",
     "<\\/\?(\?:a|abbr|b|blockquote|br|center|cite|code|del|div|em|font|h[1-4]"
     "|hr|i|img|ins|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|table|td|tr"
     "|u|ul)(\?=[ />])[^<>]*>"},
    {"marks", "u",
     "\\[\\^[^\\s[\\]]+\\]|\\S\\^\\[[^[\\]]*\\]|(\?<![\\p{L}\\d])\\[\\[[^[\\]]*\\]\\]|(\?<=^| "
     ")!\\[|\\]\\(|\\[(\?!\\d)[^[\\]]*\\](\?: \\(http|\\[\\d*\\])"},
    {"marks", "iu",
     "\\{\\{[^{}]*\\}\\}|\\{%[^{}%]*%\\}|\\{ *(\?:[#.][\\p{L}\\d]|:|[a-z-]+=)["
     "^{}]*\\}|^\\[TOC\\]$"},
    {"marks", "u",
     "(\?<![\\p{L}\\d~])~~(\?![\\s~])[^~]+~~|(\?<![\\p{L}\\d=])==(\?![\\s=])[^"
     "=]+==|[\\p{L}\\d)]([~^])[\\p{L}\\d]{1,6}\\1|(\?<=^| ):[a-z\\d_+-]*[a-z]["
     "a-z\\d_+-]*[a-z][a-z\\d_+-]*:(\?![\\p{L}\\d])"},
    /* Letters that a wrong encoding made two of (parse/garbled.c). */
    {"garbled", "u",
     "Â[\\u00a0-¿]|Ã[\\u0080-\\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\u00a0-¿]|[ÄÅ]"
     "(\?![…’”–—™›«®°´»])[\\u0080-\\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\u00a0-¿]"
     "|â(\?:€|[\\u0080-\\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][\\u0080-\\u009f€‚ƒ„"
     "…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\u00a0-¿])|ï[\\u00ac-¿][\\u0080-\\u009f€‚ƒ„…†‡ˆ‰"
     "Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\u00a0-¿]|ðŸ[\\u0080-\\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œ"
     "žŸ\\u00a0-¿][\\u0080-\\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\u00a0-¿]"},
    /* What opens or closes a note to other writers (parse/comment.c). */
    {"notes", "gi",
     "(\?<!\\\?)<[ \\t]{0,3}![ \\t]{0,3}[-‐-―−－]{1,2}|<[-‐-―−－]{1,2}!|(<![a-z["
     "=]+|<\\\?[a-z[=]+)|((\?:--!\?|-- |–|—)>(\?!>))|\\{[{%<#\\- ]{1,5}(\?:\\/\\*|comm"
     "ent)|\\{\\{!|\\{\\/\\*|\\{>>|<#--|\\{[#*]|%%|\\/\\*|<%"},
    /* Addresses of local nets (base/ip.c). */
    {"local_ip", "",
     "^(\?:0|10|127|100\\.(\?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])|169\\.254|172\\.(\?:1[6-"
     "9]|2\\d|3[01])|192\\.168)\\.|^\\[(\?:::1\?\\]|f[cd]|fe[89ab])"},
};

const size_t form_pattern_count = sizeof form_patterns / sizeof *form_patterns;
