/*
 * Each asks `zapc complete` for what can be typed next, a candidate and a tab and what it is on each line, and completes file
 * names where there is none.
 */
const bash = `# zapc completion for bash
_zapc() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(zapc complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _zapc zapc`;

const zsh = `#compdef zapc
# zapc completion for zsh
_zapc() {
  local -a found
  found=("\${(@f)$(zapc complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=("\${(@)found/$'\\t'/:}")
  if [[ -n "$found" ]]; then _describe zapc found; else _files; fi
}
if [[ "\${funcstack[1]}" == _zapc ]]; then _zapc "$@"; else compdef _zapc zapc; fi`;

const fish = `# zapc completion for fish
complete -c zapc -a '(zapc complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`;

/** The output of \`zapc completion\`, by the shell that runs it. */
export const completionScripts = { bash, zsh, fish };
