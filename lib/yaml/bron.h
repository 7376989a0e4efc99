// SPDX-License-Identifier: EUPL-1.2
//
// The text of a document that a person wrote, made fit for yaml-cpp: what may not be in any text is found here, by
// line and column, before the YAML is read. Also the way back from a place in that text to line and column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"

namespace pga::yaml {

class Bron {
 public:
  /// Takes the bytes: a byte order mark at the start is skipped, CR LF becomes LF. Anything else that is no clean
  /// UTF-8 text is a finding.
  Bron(std::string_view bytes, std::string_view naam);

  [[nodiscard]] const std::string& tekst() const { return tekst_; }
  /// What is wrong with the text as such; the YAML is not worth reading then.
  [[nodiscard]] const std::vector<Bevinding>& bevindingen() const { return bevindingen_; }

  /// The byte at which a line begins (yaml-cpp counts lines and byte columns from 0); the end when there is none.
  [[nodiscard]] std::size_t plaats(int regel, int kolom) const;
  /// Line and column, in characters, from 1.
  [[nodiscard]] Plek plek(std::size_t byte) const;
  [[nodiscard]] Bevinding bevinding(Plek plek, std::string wat, std::string tip) const;

 private:
  void neem_over(std::string_view bytes);
  void onderzoek();
  void keur_teken(std::size_t byte, char32_t punt);
  void meld(std::size_t byte, std::string wat, std::string tip);

  std::string naam_;
  std::string tekst_;
  std::vector<std::size_t> regels_{0};
  std::vector<Bevinding> bevindingen_;
  std::size_t verzwegen_ = 0;  // findings beyond what is told one by one

  /// Where counting columns got to: a document of one long line would be counted from its start each time.
  struct Geteld {
    std::size_t regel = 0;
    std::size_t byte = 0;
    int kolom = 0;
  };
  mutable Geteld geteld_;
};

}  // namespace pga::yaml
