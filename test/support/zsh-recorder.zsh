# Inside the zsh that zsh-offers.zsh drives: the Tab key records what would be offered, and changes nothing.
PROMPT=
autoload -Uz compinit && compinit -u -D
eval "$(cat $COPROD_SCRIPT)"

record-offers() {
  compadd() {
    # Calls that only ask something of compadd offer nothing.
    if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
      builtin compadd "$@"
      return
    fi
    local -a hits before after asked
    builtin compadd -A hits "$@"
    zparseopts -E p:=before S:=after q=asked
    (( $#hits )) && print -rl -- "${IPREFIX}${before[2]}"${^hits}"${after[2]}" >> $COPROD_RECORD
    builtin compadd "$@"
  }
  _main_complete
  unfunction compadd
  compstate[insert]= compstate[list]=
  print -r -- --end-- >> $COPROD_RECORD
  print -n DONE
}
zle -C record-offers complete-word record-offers
bindkey '^I' record-offers
print READY
