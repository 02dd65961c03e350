#compdef samling
# Completion of samling in zsh. Made by “samling help --format zsh”.

@commands
@program

_samling() {
    local curcontext=$curcontext state state_descr line ret=1
    typeset -A opt_args
    _arguments -C -S : $_samling_program '1: :_samling_commands' '*:: :->rest' && ret=0
    if [[ $state == rest ]]; then
        curcontext=${curcontext%:*:*}:samling-$words[1]:
        _call_function ret _samling_$words[1]
    fi
    return ret
}

# Loaded by itself it is asked at once; sourced, it is to be asked.
if [[ $funcstack[1] == _samling ]]; then
    _samling "$@"
else
    compdef _samling samling
fi
