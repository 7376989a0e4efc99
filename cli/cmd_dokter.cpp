// SPDX-License-Identifier: EUPL-1.2
//
// pga dokter: the state of kast, keys, git, clock and computer in one table, and what to do about each line.
#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "cli/env.h"
#include "cli/maak.h"
#include "lib/kast/dokter.h"
#include "lib/seal/identity_file.h"
#include "lib/seal/keyring.h"
#include "lib/weergave/dokter.h"

namespace pga::cli {
namespace {

std::string_view in_woorden(kast::Oordeel oordeel) {
  switch (oordeel) {
    case kast::Oordeel::goed:
      return "goed";
    case kast::Oordeel::let_op:
      return "let op";
    case kast::Oordeel::fout:
      return "fout";
  }
  return "fout";
}

class Dokter : public Opdracht {
 public:
  std::string_view naam() const override { return "dokter"; }
  std::string_view kort() const override { return "hoe het staat met kast, sleutels, git en computer"; }
  std::string_view lang() const override {
    return "Kijkt of alles klaarstaat om te werken: uw sleutel en de rechten erop, de kast, de map met sleutels, "
           "het "
           "logboek, git, de klok en de computer. Zegt bij elke regel goed, let op of fout, en wat u kunt doen. "
           "Opent "
           "niets, vraagt geen wachtwoord en verandert niets. Of de inhoud klopt, zegt pga controleer.";
  }
  std::string_view voorbeeld() const override { return "pga dokter"; }
  void bind(Opties& o) override { (void)o; }

  int doe(Omgeving& omgeving) override {
    std::vector<kast::Onderzoek> alles = kast::onderzoek_computer();
    alles.push_back(kast::onderzoek_geheugen(omgeving.geheugen_pad(), geheugen_naam(omgeving)));
    alles.push_back(sleutelbos());
    const std::optional<seal::Recipient> wie = sleutel(omgeving, alles);
    try {
      for (const kast::Pad& map : omgeving.kasten()) {
        eerder_gezien(omgeving, map, alles);
        std::vector<kast::Onderzoek> deel =
            kast::onderzoek_kast(map, omgeving.sleutels_van(map), wie, omgeving.vandaag());
        std::move(deel.begin(), deel.end(), std::back_inserter(alles));
      }
    } catch (const Fout& e) {
      if (e.soort() != FoutSoort::geen_kast) throw;
      const Bevinding& b = e.bevindingen().front();
      alles.push_back({"kast", kast::Oordeel::let_op, b.wat, b.tip});
    }
    std::vector<weergave::DokterRegel> regels;
    for (const kast::Onderzoek& o : alles) {
      regels.push_back({o.onderwerp, std::string(in_woorden(o.oordeel)), o.uitkomst, o.tip});
    }
    omgeving.uit << (omgeving.globaal.json ? weergave::dokter_json(regels)
                                           : weergave::dokter_tekst(regels, omgeving.stijl()));
    const bool gezond = std::all_of(alles.begin(), alles.end(),
                                    [](const kast::Onderzoek& o) { return o.oordeel == kast::Oordeel::goed; });
    return gezond ? 0 : exit_code(FoutSoort::bevinding);
  }

 private:
  /// Whether pga ontgrendel can work here; a computer where it cannot is no worse for it.
  static kast::Onderzoek sleutelbos() {
    std::string waarom;
    const bool open = !seal::keyring_names(kSleutelring, waarom).empty();
    return {"computer: sleutelbos",
            kast::Oordeel::goed,
            !waarom.empty() ? "een sleutel kan hier niet ontgrendeld blijven"
            : open          ? "er is een sleutel ontgrendeld: pga vergrendel"
                            : "een sleutel kan hier ontgrendeld blijven",
            {}};
  }

  /// The place of the memory as a user would type it.
  static std::string geheugen_naam(const Omgeving& omgeving) {
    const std::string pad = omgeving.geheugen_pad().value_or("").string();
    const std::string begin = env("HOME") + "/";
    return begin.size() > 1 && pad.rfind(begin, 0) == 0 ? "~/" + pad.substr(begin.size()) : pad;
  }

  /// Whether the kast is the one that this computer knew.
  static void eerder_gezien(const Omgeving& omgeving, const kast::Pad& map, std::vector<kast::Onderzoek>& uit) {
    std::vector<Bevinding> bezwaren;
    try {
      (void)omgeving.open_kast(map, bezwaren);
    } catch (const Fout& e) {
      const std::string geheugen = omgeving.geheugen_pad().value_or("").string();
      // What is wrong with the kast itself comes with the examination of it.
      if (e.bevindingen().front().plaats.bestand.rfind(geheugen, 0) == 0) bezwaren = e.bevindingen();
    }
    for (const Bevinding& b : bezwaren) uit.push_back({"kast: eerder gezien", kast::Oordeel::fout, b.wat, b.tip});
  }

  /// Looks at the user's own keys; the public half of the first, when no passphrase is in the way.
  static std::optional<seal::Recipient> sleutel(const Omgeving& omgeving, std::vector<kast::Onderzoek>& uit) {
    std::optional<seal::Recipient> wie;
    try {
      if (!omgeving.heeft_identiteit()) {
        uit.push_back({"sleutel", kast::Oordeel::let_op, "u hebt nog geen sleutel",
                       "maak er een met pga sleutel nieuw, of wijs er een aan met PGA_IDENTITEIT"});
        return wie;
      }
      for (const IdentiteitBestand& bestand : omgeving.identiteit_bestanden()) {
        const auto van_deze = een_sleutel(bestand, uit);
        if (!wie) wie = van_deze;
      }
    } catch (const Fout& e) {
      const Bevinding& b = e.bevindingen().front();
      uit.push_back({"sleutel", kast::Oordeel::fout, b.wat, b.tip});
    }
    return wie;
  }

  static std::optional<seal::Recipient> een_sleutel(const IdentiteitBestand& bestand,
                                                    std::vector<kast::Onderzoek>& uit) {
    std::optional<seal::Recipient> wie;
    const bool dicht = heeft_wachtwoord(bestand.bytes);
    const bool open = dicht && seal::keyring_find(sleutelring_naam(bestand.bytes)).has_value();
    uit.push_back(kast::onderzoek_rechten("sleutel: rechten", bestand.pad, "uw sleutel"));
    try {
      if (!dicht) wie = seal::read_identity_file(bestand.bytes, bestand.pad.string(), {}).front().recipient();
    } catch (const Fout& e) {
      const Bevinding& b = e.bevindingen().front();
      uit.push_back({"sleutel", kast::Oordeel::fout, fmt::format("uw sleutel is niet te lezen: {}", b.wat), b.tip});
      return wie;
    }
    uit.push_back({"sleutel",
                   kast::Oordeel::goed,
                   open    ? "uw sleutel is met een wachtwoord beveiligd, en nu ontgrendeld (pga vergrendel)"
                   : dicht ? "uw sleutel is met een wachtwoord beveiligd; wie u bent, blijft zo dicht"
                           : "uw sleutel is te lezen, zonder wachtwoord",
                   {}});
    return wie;
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_dokter() { return std::make_unique<Dokter>(); }

}  // namespace pga::cli
