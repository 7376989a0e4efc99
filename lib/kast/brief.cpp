// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/brief.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "lib/kast/voornemen.h"

namespace pga::kast {
namespace {

constexpr std::array kNodig = {Compartiment::identiteit, Compartiment::zaak};

const Waarde& deel(const GeladenStuk& s, Compartiment c) { return *s.delen.at(static_cast<std::size_t>(c)); }

void eis_open(const GeladenDossier& dossier) {
  std::string dicht;
  for (const Compartiment c : kNodig) {
    bool mist = false;
    for (const GeladenStuk& s : dossier.stukken) mist = mist || (s.soort != "beoordeling" && !s.is_open(c));
    if (mist) dicht += (dicht.empty() ? "" : " en ") + std::string(naam(c));
  }
  if (dicht.empty()) return;
  throw Fout(
      Bevinding{FoutSoort::sleutel,
                {},
                fmt::format("uw sleutel opent {} van dossier {} niet; zonder is er geen brief te maken", dicht,
                            dossier.nummer.tekst()),
                dossier.dossier.afgeschermd
                    ? "de casus is gesloten: wie contactpunt of rechtmatigheid is, maakt de brief; pga toegang "
                      "toont wie dat is"
                    : "laat de casusregisseur de brief maken",
                "artikel 13 Wet PGA"});
}

proces::BriefContact contact(const Waarde* w) {
  if (w == nullptr) return {};
  return {w->tekst_van("naam"), w->tekst_van("adres"), w->tekst_van("telefoon"), w->tekst_van("email")};
}

}  // namespace

std::vector<proces::BriefStuk> brief_stukken(const GeladenDossier& dossier) {
  eis_gaaf(dossier);
  eis_open(dossier);
  std::vector<proces::BriefStuk> uit;
  for (const GeladenStuk& s : dossier.stukken) {
    proces::BriefStuk b{{s.stuk.digest,
                         s.volgt_op,
                         s.stuk.kop.datum,
                         s.stuk.kop.door.tekst(),
                         s.organisatie,
                         s.soort,
                         deel(s, Compartiment::termijnen),
                         {Compartiment::termijnen}}};
    if (s.soort != "beoordeling") {
      b.identiteit = deel(s, Compartiment::identiteit);
      b.zaak = deel(s, Compartiment::zaak);
    }
    uit.push_back(std::move(b));
  }
  return uit;
}

proces::BriefBeheer brief_beheer(const BeheerVersie& beheer) {
  proces::BriefBeheer uit{beheer.document.tekst_van("gemeente"),
                          contact(beheer.document.vind("contactpunt")),
                          contact(beheer.document.vind("fg")),
                          {}};
  for (const Gebruiker& g : beheer.gebruikers) uit.organisaties[g.id.tekst()] = g.organisatie;
  return uit;
}

}  // namespace pga::kast
