// SPDX-License-Identifier: EUPL-1.2
//
// Bouwer: makes a Waarde of yaml-cpp's events and collects what the strict reader refuses. Only strikt.cpp uses it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/yaml/bron.h"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

namespace pga::yaml {

class Bouwer final : public YAML::EventHandler {
 public:
  /// Thrown to stop yaml-cpp when going on has no use; the reason is among the findings.
  struct Genoeg {};

  explicit Bouwer(const Bron& bron) : bron_(bron) {}

  [[nodiscard]] Waarde& document() { return document_; }
  [[nodiscard]] std::vector<Bevinding>& bevindingen() { return bevindingen_; }
  void meld(Bevinding bevinding);
  /// From here on any document is one too many.
  void volgend_document() { compleet_ = true; }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& waarde) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value stijl) override;
  void OnSequenceEnd() override { sluit(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value stijl) override;
  void OnMapEnd() override { sluit(); }

 private:
  /// A list or map that is being filled.
  struct Laag {
    Waarde waarde;
    bool op_naam = true;  // of a map: the next value is a name
    std::string naam;
    Plek naam_plek;
    bool overslaan = false;  // the name was no good: drop its value
    std::unordered_map<std::string, int> regels;
  };

  void meld_op(std::size_t byte, std::string wat, std::string tip);
  void keur_eigenschappen(std::size_t byte, const std::string& tag, YAML::anchor_t anchor);
  void keur_tekst(std::size_t byte, const std::string& tekst);
  void keur_aanhaling(std::size_t byte);
  void keur_hekje(std::size_t byte, const std::string& tekst);
  [[nodiscard]] std::string_view null_op(std::size_t byte);
  void open(const YAML::Mark& mark, Waarde leeg);
  void sluit();
  void neem(Waarde waarde);
  void neem_naam(Laag& laag, const Waarde& waarde);

  const Bron& bron_;
  Waarde document_;
  std::vector<Laag> lagen_;
  std::vector<Bevinding> bevindingen_;
  bool compleet_ = false;
};

}  // namespace pga::yaml
