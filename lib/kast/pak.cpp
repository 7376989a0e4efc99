// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/pak.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/bundel.h"
#include "lib/kast/ijkpunt.h"
#include "lib/proces/rollen.h"

namespace pga::kast {
namespace {

constexpr std::string_view kTip = "gebruik het niet; vraag de afzender langs een andere weg om een nieuw pak";

class Uitpakker {
 public:
  Uitpakker(const stuk::Bundel& bundel, std::string_view bytes, const Pad& naam)
      : bundel_(bundel), bytes_(bytes), naam_(naam) {}

  GeopendPak doe(std::span<const seal::Identity> identiteiten) {
    for (stuk::BundelBestand& b : stuk::open_bundel(bundel_, identiteiten, naam_.string())) neem(std::move(b));
    if (!nummer_ || !heeft_beheer_) weiger("in dit pak zit geen dossier, of geen beheer");
    auto geheugen = std::make_unique<Geheugenmap>(naam_, std::move(bestanden_));
    Kast kast = open_kast();
    toets(kast);
    return {bundel_.kop, *nummer_, std::move(geheugen), std::move(kast)};
  }

 private:
  [[noreturn]] void weiger(std::string wat) const {
    throw Fout(FoutSoort::integriteit, std::move(wat), std::string(kTip), Plaats{naam_.string(), 0, 0});
  }

  /// A beheer that is not right makes this no pak; git has no other one here.
  [[nodiscard]] Kast open_kast() const {
    try {
      return {naam_, naam_ / "sleutels"};
    } catch (const Fout& e) {
      std::vector<Bevinding> bevindingen = e.bevindingen();
      for (Bevinding& b : bevindingen) {
        b.soort = FoutSoort::integriteit;
        b.tip = kTip;
      }
      throw Fout(std::move(bevindingen));
    }
  }

  void neem(stuk::BundelBestand b) {
    const bool gewoon = !b.naam.empty() && b.naam.front() != '.' && b.naam.find('/') == std::string::npos;
    if (!gewoon || !hoort_erin(b)) {
      weiger("in dit pak zit een bestand dat daar niet hoort");
    }
    if (!bestanden_.emplace(Pad(b.map) / b.naam, std::move(b.bytes)).second) {
      weiger("in dit pak zit een bestand twee keer");
    }
  }

  /// Whether a file is of beheer, an ijkpunt, of the one dossier, or a key file of the reader. What such a file
  /// holds, its own reader checks.
  bool hoort_erin(const stuk::BundelBestand& b) {
    heeft_beheer_ = heeft_beheer_ || b.map == "beheer";
    if (b.map == "beheer" || b.map == kIjkpunten) return true;
    const Pad map(b.map);
    const auto nummer = Nummer::lees(map.filename().string());
    if (!nummer || (nummer_ && *nummer_ != *nummer)) return false;
    nummer_ = nummer;
    if (map == Pad("sleutels") / nummer->tekst()) return is_sleutel_van(bundel_.kop.aan, b.naam, b.bytes);
    const std::string jaar = map.parent_path().filename().string();
    return jaar.size() == 4 && jaar.find_first_not_of("0123456789") == std::string::npos &&
           b.map == fmt::format("dossiers/{}/{}", jaar, nummer->tekst());
  }

  /// That beheer is the one that the envelope names, and that the sender may hand out keys by it.
  void toets(const Kast& kast) const {
    const stuk::BundelKop& kop = bundel_.kop;
    if (kast.keten().front().digest != kop.kast || kast.beheer().digest != kop.beheer || !kast.naast().empty()) {
      weiger("het beheer in dit pak is een ander dan het pak noemt");
    }
    const GebruikerSleutel* sleutel = getekend_met(kast.keten(), bundel_, bytes_);
    if (sleutel == nullptr) {
      weiger(fmt::format("de handtekening van {} klopt niet: het pak is veranderd, of van een ander",
                         kop.door.tekst()));
    }
    const Gebruiker* door = kast.beheer().vind(kop.door);
    if (door == nullptr || !proces::mag_tekenen("uitreiking", door->rollen)) {
      weiger(fmt::format("{} is geen regisseur en geeft geen dossiers mee", kop.door.tekst()));
    }
    for (const GebruikerSleutel& s : door->sleutels) {
      if (s.tekent == sleutel->tekent && !(s.tot && *s.tot < kop.datum)) return;
    }
    weiger(fmt::format("dit pak is getekend met een sleutel van {} die was geëindigd", kop.door.tekst()));
  }

  const stuk::Bundel& bundel_;
  std::string_view bytes_;
  const Pad& naam_;
  std::optional<Nummer> nummer_;
  bool heeft_beheer_ = false;
  Bestanden bestanden_;
};

}  // namespace

GeopendPak open_pak(std::string_view bytes, const Pad& naam, std::span<const seal::Identity> identiteiten) {
  const stuk::Bundel bundel = stuk::lees_bundel(bytes, naam.string(), stuk::BundelSoort::pak);
  return Uitpakker(bundel, bytes, naam).doe(identiteiten);
}

}  // namespace pga::kast
