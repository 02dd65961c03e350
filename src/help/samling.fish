# Completion of samling in fish. Made by “samling help --format fish”.

# Whether this is the command that stands before the cursor, none if it is "". With a number, also
# whether the word to be completed is its word of that number; then follow the options that have a
# value, which is no such word.
function __samling_at
    set -l rest (commandline -opc)
    set -l words
    set -l only_words
    set -e rest[1]
    while set -q rest[1]
        if test -n "$only_words"; or not string match -q -- '-*' $rest[1]
            set -a words $rest[1]
        else if test $rest[1] = --
            set only_words 1
        else if contains -- $rest[1] --lang $argv[3..-1]
            set -e rest[1]
        end
        set -e rest[1]
    end
    test "$words[1]" = "$argv[1]"; or return 1
    not set -q argv[2]; or test (count $words) -eq $argv[2]
end

complete -c samling -f
@program
@commands
