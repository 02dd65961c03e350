# Makes plain text of a manual page in mdoc(7), as far as those in this folder use it: lines of at
# most 78 bytes, the same on every machine (run it with LC_ALL=C).
#
#     .Sh .Ss .Pp            headings and paragraphs
#     .Bl .It .El            a list: the words of .It stand on a line of their own
#     .Bd .Ed                an example, as it is
#     .Cm .Pa .Sx .Ql        words in a sentence; .Ql puts them in quotation marks
#     .Nm .Nd                the name of the page, and what it is
#     \&                    nothing: what stands before it does not end a sentence
#
# Any other line that begins with a full stop stops it, so that nothing is left out in silence.

function put(word) {
    if (length(line) && length(line) + 1 + length(word) > 78 - indent)
        end_line()
    line = length(line) ? line " " word : word
}

function end_line() {
    if (length(line))
        printf "%*s%s\n", indent, "", line
    line = ""
}

function gap() {
    end_line()
    if (!fresh)
        print ""
    fresh = 1
}

function put_words(text,    words, count, i) {
    count = split(text, words, " ")
    for (i = 1; i <= count; i++)
        put(words[i])
    if (count)
        fresh = 0
}

# Returns the words after a macro, and those that end a sentence without a blank before them.
function after(first,    text, end, i) {
    end = NF
    while (end > first && $end ~ /^[.,;:)]$/)
        end--
    for (i = first; i <= end; i++)
        text = text (i > first ? " " : "") $i
    tail = ""
    for (; i <= NF; i++)
        tail = tail $i
    return text
}

function rest() {
    return substr($0, index($0, " ") + 1)
}

BEGIN { indent = 7; fresh = 1 }

/^\.\\"/ { next }
{ gsub(/\\&/, "") }
/^\.(Dd|Dt|Os)/ { next }

/^\.Bd/ { gap(); shown = 1; next }
/^\.Ed/ { shown = 0; fresh = 0; gap(); next }
shown { printf "%*s%s\n", length($0) ? indent + 4 : 0, "", $0; next }

/^\.Sh/ { gap(); print rest(); fresh = 1; next }
/^\.Ss/ { gap(); print "   " rest(); fresh = 1; next }
/^\.Pp/ { gap(); next }
/^\.Bl/ { gap(); next }
/^\.El/ { end_line(); indent = 7; next }
/^\.It/ {
    end_line()
    if (!fresh)
        print ""
    print "       " after(3) tail
    indent = 11
    fresh = 1
    next
}
/^\.Nm/ { put_words(rest() " –"); next }
/^\.Nd/ { put_words(rest()); end_line(); next }
/^\.(Cm|Pa|Sx)/ { text = after(2); put_words(text tail); next }
/^\.Ql/ { text = after(2); put_words("“" text "”" tail); next }
/^\./ { print FILENAME ":" FNR ": not understood: " $0 >"/dev/stderr"; failed = 1; exit }
{ put_words($0) }

END {
    end_line()
    exit failed
}
