// SPDX-License-Identifier: EUPL-1.2
//
// bevestig() of stukopdracht.h: a voter's own word on a recorded vote.
#include <algorithm>

#include <fmt/format.h>

#include "cli/stukopdracht.h"
#include "lib/proces/organisatie.h"

namespace pga::cli {
namespace {

/// The vote of the reader's own organisation that this word is about: the newest that waits for one; else the
/// newest on which the word was another, for whoever voted may come back on it.
const proces::Stemming* eigen_stem(const proces::Dossier& dossier, const std::string& soort,
                                   const kast::Lezer& lezer, const std::string& klopt) {
  const proces::StemStand al = klopt == "nee" ? proces::StemStand::weersproken : proces::StemStand::bevestigd;
  const proces::Stemming* open = nullptr;
  const proces::Stemming* anders = nullptr;
  for (const proces::Stemming& s : dossier.stemmen) {
    const bool eigen = s.organisatie && proces::naam(*s.organisatie) == lezer.organisatie;
    if (!eigen || s.vervangen || proces::naam(s.soort) != soort) continue;
    if (s.stand == proces::StemStand::onbevestigd) open = &s;
    if (s.stand != al) anders = &s;
  }
  return open != nullptr ? open : anders;
}

/// The vote that the document names, if it is of the reader's own organisation; else the one that it must be about.
/// Throws Fout(gebruik) when there is none.
const proces::Stemming* bedoelde_stem(const kast::GeladenDossier& geladen, const std::string& soort,
                                      const kast::Lezer& lezer, const Waarde& document) {
  const proces::Dossier& dossier = geladen.dossier;
  const std::string stuk = document.tekst_van("stuk");
  const std::string id = document.tekst_van("stem");
  if (!stuk.empty() && !id.empty()) {
    const auto er = std::find_if(dossier.stemmen.begin(), dossier.stemmen.end(), [&](const proces::Stemming& s) {
      return s.stuk == stuk && s.id == id && s.organisatie && proces::naam(*s.organisatie) == lezer.organisatie;
    });
    return er == dossier.stemmen.end() ? nullptr : &*er;
  }
  const proces::Stemming* mijn = eigen_stem(dossier, soort, lezer, document.tekst_van("klopt"));
  if (mijn == nullptr) {
    throw Fout(
        FoutSoort::gebruik,
        fmt::format("er staat in een {} geen stem van {} die nog niet zo is bevestigd", soort,
                    proces::de_organisatie(lezer.organisatie)),
        fmt::format(
            "pga toon {} toont de stemmen; staat de uwe er niet bij, vraag dan de casusregisseur haar vast te "
            "leggen",
            geladen.nummer.tekst()));
  }
  return mijn;
}

/// A corrected bevestiging is about the vote that the earlier one was about.
void neem_over(const kast::GeladenDossier& dossier, const std::string& vervangt, Waarde& document) {
  const std::string digest = zoek_stuk(dossier, "--vervangt", vervangt);
  const kast::GeladenStuk* oud = kast::vind_stuk(dossier, digest);
  if (oud->soort != "bevestiging") {
    throw Fout(FoutSoort::gebruik, fmt::format("--vervangt: dat stuk is een {}, geen bevestiging", oud->soort),
               "noem de bevestiging die u wilt verbeteren");
  }
  for (const char* veld : {"stuk", "stem"}) {
    if (document.vind(veld) == nullptr) document.zet(veld, oud->inhoud.tekst_van(veld));
  }
}

}  // namespace

int bevestig(Omgeving& omgeving, const std::string& soort, StukOpties& opties) {
  if (!opties.heeft_invoer()) opties.zet("klopt", "ja");
  const auto vul = [&](const kast::GeladenDossier& dossier, const kast::Lezer& lezer, Waarde& document) {
    if (document.vind("klopt") == nullptr) document.zet("klopt", "ja");
    if (opties.vervangt) neem_over(dossier, *opties.vervangt, document);
    const proces::Stemming* stem = bedoelde_stem(dossier, soort, lezer, document);
    if (stem == nullptr) return;  // the document names one that is not there or not theirs: toets() says so
    if (document.vind("stuk") == nullptr) document.zet("stuk", stem->stuk);
    if (document.vind("stem") == nullptr) document.zet("stem", stem->id);
    omgeving.meld(fmt::format("het gaat om de stem van {} van {}: {}", proces::de_organisatie(lezer.organisatie),
                              stem->datum.lang(), stem->standpunt ? proces::naam(*stem->standpunt) : "onbekend"));
  };
  return leg_vast(omgeving, "bevestiging", opties, vul);
}

}  // namespace pga::cli
