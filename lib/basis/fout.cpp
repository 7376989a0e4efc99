// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/fout.h"

#include <array>
#include <stdexcept>
#include <utility>

namespace pga {
namespace {

struct Rij {
  FoutSoort soort;
  int code;
  std::string_view naam;
};

constexpr std::array kTabel = {
    Rij{FoutSoort::algemeen, 1, "fout"},
    Rij{FoutSoort::gebruik, 2, "gebruik"},
    Rij{FoutSoort::afgebroken, 3, "afgebroken"},
    Rij{FoutSoort::geen_kast, 10, "geen_kast"},
    Rij{FoutSoort::bezet, 11, "bezet"},
    Rij{FoutSoort::sleutel, 12, "sleutel"},
    Rij{FoutSoort::integriteit, 13, "integriteit"},
    Rij{FoutSoort::geweigerd, 14, "geweigerd"},
    Rij{FoutSoort::bevinding, 15, "bevinding"},
    Rij{FoutSoort::document, 16, "document"},
};

const Rij& rij(FoutSoort soort) { return kTabel.at(static_cast<std::size_t>(soort)); }

std::vector<Bevinding> een(Bevinding bevinding) {
  std::vector<Bevinding> lijst;
  lijst.push_back(std::move(bevinding));
  return lijst;
}

}  // namespace

int exit_code(FoutSoort soort) { return rij(soort).code; }

std::string_view naam(FoutSoort soort) { return rij(soort).naam; }

std::string Plaats::tekst() const {
  std::string uit = bestand;
  if (regel > 0) {
    uit += ':';
    uit += std::to_string(regel);
    if (kolom > 0) {
      uit += ':';
      uit += std::to_string(kolom);
    }
  }
  return uit;
}

Fout::Fout(FoutSoort soort, std::string wat, std::string tip, Plaats plaats)
    : Fout(Bevinding{soort, std::move(plaats), std::move(wat), std::move(tip), {}}) {}

Fout::Fout(Bevinding bevinding) : Fout(een(std::move(bevinding))) {}

Fout::Fout(std::vector<Bevinding> bevindingen) : bevindingen_(std::move(bevindingen)) {
  if (bevindingen_.empty()) throw std::logic_error("Fout without a finding");
  const Bevinding& eerste = bevindingen_.front();
  const std::string plaats = eerste.plaats.tekst();
  if (!plaats.empty()) {
    tekst_ += plaats;
    tekst_ += ": ";
  }
  tekst_ += eerste.wat;
}

}  // namespace pga
