// SPDX-License-Identifier: EUPL-1.2
//
// pga voltooiing: prints the script with which a shell completes what is typed after pga.
#include <array>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include "cli/bladuitvoer.h"
#include "cli/maak.h"
#include "cli/opdracht.h"

namespace pga::cli {
namespace {

struct Schil {
  std::string_view naam;
  std::string_view script;
};

/// Each asks the program (voltooiing.h), so that a script never goes out of date.
constexpr std::array kSchillen = {Schil{"bash", R"sh(# pga: voltooiing voor bash
_pga() {
  local IFS=$'\n'
  COMPREPLY=($("$1" __voltooi "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
  if [[ ${COMPREPLY[0]} == :bestand ]]; then
    COMPREPLY=()
    compopt -o default
  fi
}
complete -F _pga pga
)sh"},
                                  Schil{"zsh", R"sh(#compdef pga
# pga: voltooiing voor zsh
_pga() {
  local -a regels kandidaten
  local regel
  regels=("${(@f)$("${words[1]}" __voltooi "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ ${regels[1]} == :bestand ]]; then
    _files
    return
  fi
  for regel in "${regels[@]}"; do
    [[ -n $regel ]] && kandidaten+=("${${regel//:/\\:}/$'\t'/:}")
  done
  (( ${#kandidaten} )) && _describe pga kandidaten
}
if [[ $funcstack[1] == _pga ]]; then
  _pga "$@"
else
  compdef _pga pga
fi
)sh"},
                                  Schil{"fish", R"sh(# pga: voltooiing voor fish
function __pga_voltooi
    set -l voor (commandline -opc)
    set -l hier (commandline -ct)
    set -l regels ($voor[1] __voltooi $voor[2..-1] "$hier" 2>/dev/null)
    if test "$regels[1]" = :bestand
        __fish_complete_path "$hier"
    else if test (count $regels) -gt 0
        printf '%s\n' $regels
    end
end
complete -c pga -f -a '(__pga_voltooi)'
)sh"}};

class Voltooiing : public Opdracht {
 public:
  std::string_view naam() const override { return "voltooiing"; }
  std::string_view kort() const override { return "opdrachten en nummers aanvullen met Tab"; }
  std::string_view lang() const override {
    return "Drukt een script af waarmee uw shell aanvult wat u na pga typt: opdrachten, opties, keuzes, nummers "
           "van "
           "dossiers en gebruikers. Voor bash, zsh of fish. Er gaat niets verzegelds voor open.";
  }
  std::string_view voorbeeld() const override { return "pga voltooiing bash >pga.bash\n. ./pga.bash"; }
  void bind(Opties& o) override { o.argument("SHELL", schil_, "bash, zsh of fish"); }

  int doe(Omgeving& omgeving) override {
    if (!schil_) {
      throw Fout(FoutSoort::gebruik, "voor welke shell?", "noem bash, zsh of fish: pga voltooiing bash");
    }
    std::vector<std::string> bekend;
    for (const Schil& s : kSchillen) {
      if (s.naam == *schil_) {
        omgeving.uit << s.script;
        return 0;
      }
      bekend.emplace_back(s.naam);
    }
    geen_keuze("SHELL", *schil_, bekend);
  }

 private:
  std::optional<std::string> schil_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_voltooiing() { return std::make_unique<Voltooiing>(); }

}  // namespace pga::cli
