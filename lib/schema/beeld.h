// SPDX-License-Identifier: EUPL-1.2
//
// Beeld: the Knoop of a place in the document. It looks through $ref, allOf and then/else branches, so that a
// field has one answer whichever of them says it; what stands nearest to the field wins.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/schema/regels.h"
#include "lib/schema/schema.h"

namespace pga::schema {

/// A schema that bears on a place; `voorwaardelijk` when only under a condition (then, else).
struct Bron {
  const Regels* regels = nullptr;
  bool voorwaardelijk = false;
  friend bool operator==(const Bron&, const Bron&) = default;
};

class Beeld final : public Knoop {
 public:
  explicit Beeld(std::vector<Bron> bronnen);

  [[nodiscard]] const Knoop* veld(std::string_view naam) const override { return veld_beeld(naam); }
  [[nodiscard]] bool kent(std::string_view naam) const override;
  [[nodiscard]] const std::vector<std::string>& velden() const override { return namen_; }
  [[nodiscard]] const Knoop* items() const override { return items_; }
  [[nodiscard]] std::string_view type() const override;
  [[nodiscard]] const Route& route() const override;
  [[nodiscard]] std::string_view titel() const override { return eerste(&Regels::titel); }
  [[nodiscard]] std::string_view vraag() const override { return eerste(&Regels::vraag); }
  [[nodiscard]] std::string_view uitleg() const override { return eerste(&Regels::uitleg); }
  [[nodiscard]] std::string_view grondslag() const override { return eerste(&Regels::grondslag); }
  [[nodiscard]] std::string_view formaat() const override { return eerste(&Regels::formaat); }
  [[nodiscard]] const std::vector<std::string>& keuzes() const override { return keuzes_; }
  [[nodiscard]] bool verplicht(std::string_view naam) const override;

  [[nodiscard]] const Beeld* veld_beeld(std::string_view naam) const;
  [[nodiscard]] const Beeld* items_beeld() const { return items_; }
  [[nodiscard]] std::string_view beschrijving() const { return eerste(&Regels::beschrijving); }
  /// What a form says instead of "mag leeg"; empty when that is the truth.
  [[nodiscard]] std::string_view leeg() const { return eerste(&Regels::leeg); }
  /// What a choice means, where its word does not say so; empty when the schema does not tell.
  [[nodiscard]] std::string_view betekenis(std::string_view keuze) const;
  [[nodiscard]] bool vlag() const;
  /// The value that stands there when nobody gives one: const, else default; nullptr when neither is said.
  [[nodiscard]] const Waarde* standaard() const;
  [[nodiscard]] const std::vector<Bron>& bronnen() const { return bronnen_; }
  /// The schema itself, for validation.
  [[nodiscard]] const Regels& regels() const { return *bronnen_.front().regels; }

  /// The Beeld of a root, which owns `boom` and with it all below.
  [[nodiscard]] static std::unique_ptr<Beeld> bouw(const Regels& wortel, std::unique_ptr<Boom> boom);

 private:
  [[nodiscard]] std::string_view eerste(std::string Regels::*veld) const;
  void verbind(Boom& boom);
  [[nodiscard]] static const Beeld& van(const std::vector<Bron>& begin, Boom& boom);

  std::vector<Bron> bronnen_;
  std::vector<std::string> namen_;
  std::vector<const Beeld*> velden_;  // beside namen_
  const Beeld* items_ = nullptr;
  std::vector<std::string> keuzes_;
  std::unique_ptr<Boom> boom_;  // only a root has it
};

}  // namespace pga::schema
