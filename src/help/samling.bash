# Completion of samling in bash. Made by “samling help --format bash”.
#
# The functions of the commands answer what an option takes, or the word of a number: they set
# $takes, and $choices; to “-” they answer which options there are.

@program

@commands

# Bash has cut the line at = and :, too. A value stands after =, and what : has cut belongs together.
_samling() {
    local current=${COMP_WORDS[COMP_CWORD]} command='' option='' only_words='' words=0
    local i word takes='' choices=''
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $option && $word == '=' ]]; then
            continue
        elif [[ ! ${word//[=:]/} ]]; then
            ((i++))
        elif [[ $option ]]; then
            option=''
        elif [[ $only_words || $word != -* ]]; then
            if [[ $command ]]; then
                ((words++))
            else
                command=$word
                declare -F "_samling_$command" >/dev/null || return 0
            fi
        elif [[ $word == -- ]]; then
            only_words=1
        else
            takes=''
            "_samling_$command" "$word"
            [[ ! $takes ]] || option=$word
        fi
    done

    takes=''
    if [[ $option ]]; then
        [[ $current != '=' ]] || current=''
        "_samling_$command" "$option"
    elif [[ $current == -* && ! $only_words ]]; then
        "_samling_$command" -
    elif [[ $command ]]; then
        "_samling_$command" $((words + 1))
    else
        takes=choices choices=$_samling_commands
    fi

    # Readline itself knows what is to be quoted in a name, and how.
    case $takes in
    choices) mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current") ;;
    folders) compopt -o dirnames ;;
    files) compopt -o default ;;
    esac
}

complete -F _samling samling
