// SPDX-License-Identifier: EUPL-1.2
//
// The example documents as stukken hold them, documents drawn from a schema, and a stuk with its keys.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/waarde.h"
#include "lib/schema/schema.h"
#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"
#include "lib/stuk/omslag.h"
#include "lib/stuk/splits.h"

namespace pga::test {

/// A document of examples/invoer, validated and with its ids drawn.
struct Voorbeeld {
  std::string bestand;
  std::string soort;
  Waarde document;
};
[[nodiscard]] const std::vector<Voorbeeld>& voorbeelden();

using Toeval = std::mt19937;
/// A number below `n`, the same on every machine.
[[nodiscard]] unsigned onder(Toeval& toeval, unsigned n);
/// A document with about every second field of the schema, every item with an id; a text says which field it is of.
[[nodiscard]] Waarde willekeurig_document(const schema::Knoop& knoop, Toeval& toeval);

/// The parts, all of them or those whose bit is set.
[[nodiscard]] std::vector<const Waarde*> delen(const stuk::Delen& delen, unsigned masker = 0x7F);

/// Fields in the schema's order, items of lists by id: two documents that say the same are equal.
[[nodiscard]] Waarde op_orde(const schema::Knoop& schema, const Waarde& document);

/// A dossier's keys and one who signs.
class Sleutelkast {
 public:
  explicit Sleutelkast(std::string_view nummer);
  [[nodiscard]] stuk::Kop kop() const;
  [[nodiscard]] std::string maak(const stuk::Delen& delen) const {
    return stuk::maak(kop(), openbaar, delen, tekent);
  }
  [[nodiscard]] const seal::Identity& van(Compartiment c) const { return geheim.at(static_cast<std::size_t>(c)); }

  Nummer nummer;
  std::vector<seal::Identity> geheim;
  std::array<seal::Recipient, kCompartimenten.size()> openbaar;
  seal::SigningKey tekent;
};

/// Something in every compartment, with the name of the compartment in it.
[[nodiscard]] stuk::Delen volle_delen();

}  // namespace pga::test
