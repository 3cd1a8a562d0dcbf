# zsh -f zsh-offers.zsh SCRIPT RECORD LINE...: writes to RECORD what zsh offers at the end of each line, then "--end--".
# A real zsh is driven in a pseudo-terminal, with a Tab after each line.
zmodload zsh/zpty
export COPROD_SCRIPT=$1 COPROD_RECORD=$2
shift 2
zpty coprod zsh -f -i
zpty -w coprod "source ${(q)0:A:h}/zsh-recorder.zsh"
zpty -r coprod said '*READY*'
for line in "$@"; do
  zpty -w -n coprod $line$'\t'
  zpty -r coprod said '*DONE*'
  zpty -w -n coprod $'\x15'
done
zpty -d coprod
