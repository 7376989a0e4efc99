// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/bewaring.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/kast/achtergebleven.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/vooruit.h"
#include "lib/proces/woorden.h"

namespace pga::kast {
namespace {

bool schermt_af(const GeladenStuk& s) {
  return s.soort == "toegang" && s.inhoud.tekst_van("stap") == proces::naam(proces::ToegangStap::afgeschermd);
}

/// The stukken that were made beside every shielding: neither before one, which gives the keepers all there is, nor
/// after one, when keys go to keepers.
std::vector<const GeladenStuk*> naast_de_afscherming(const GeladenDossier& dossier) {
  std::set<std::string> na;
  std::set<std::string> voor;
  for (const GeladenStuk& s : dossier.stukken) {
    const bool volgt =
        std::any_of(s.volgt_op.begin(), s.volgt_op.end(), [&](const std::string& v) { return na.count(v) != 0; });
    if (volgt || schermt_af(s)) na.insert(s.stuk.digest);
  }
  for (auto s = dossier.stukken.rbegin(); s != dossier.stukken.rend(); ++s) {
    if (voor.count(s->stuk.digest) != 0 || schermt_af(*s)) voor.insert(s->volgt_op.begin(), s->volgt_op.end());
  }
  std::vector<const GeladenStuk*> uit;
  for (const GeladenStuk& s : dossier.stukken) {
    if (na.count(s.stuk.digest) == 0 && voor.count(s.stuk.digest) == 0) uit.push_back(&s);
  }
  return uit;
}

/// Whether the reader has the keys that came with a stuk: announced in it, or of its own.
bool heeft_sleutels_van(const GeladenDossier& dossier, const GeladenStuk& s) {
  const Waarde* nieuw = kondigt_sleutels_aan(s.soort) ? s.inhoud.vind("sleutels") : nullptr;
  return std::all_of(kCompartimenten.begin(), kCompartimenten.end(), [&](Compartiment c) {
    const std::string aangekondigd = nieuw == nullptr ? std::string() : nieuw->tekst_van(naam(c));
    const auto heeft = [&](const std::string& v) { return dossier.sleutels.bos.vind(v) != nullptr; };
    const bool nodig = !aangekondigd.empty() && is_in_gebruik(dossier, aangekondigd, c);
    return (!nodig || heeft(aangekondigd)) && (!eigen_sleutel(s.soort, c) || heeft(s.sleutel(c)));
  });
}

/// Whether access to a shielded case was changed apart, and its key files may go for that.
bool is_te_scheiden(const GeladenDossier& dossier) {
  return dossier.dossier.afgeschermd && toegang_uiteen(dossier) && achtergebleven(dossier).empty() &&
         sleutels_vooruit(dossier).empty();
}

bool mist_van_elders(const GeladenDossier& dossier) {
  const std::vector<const GeladenStuk*> naast = naast_de_afscherming(dossier);
  return !std::all_of(naast.begin(), naast.end(),
                      [&](const GeladenStuk* s) { return heeft_sleutels_van(dossier, *s); });
}

}  // namespace

bool bewaart_niets(const Gerechtigde& wie) {
  return std::all_of(wie.compartimenten.begin(), wie.compartimenten.end(),
                     [](Compartiment c) { return c == Compartiment::termijnen; });
}

bool houdt_meer(const Kast& kast, const GeladenDossier& dossier, const Gerechtigde& wie) {
  const bool te_tellen = dossier.leesbaar && sleutels_vooruit(dossier).empty();
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    if (s.gebruiker != wie.gebruiker->id.tekst()) continue;
    const auto aantal = te_tellen ? aantal_sleutels(s.pad) : std::nullopt;
    if (!aantal || *aantal > nodige_sleutels(dossier, wie).size()) return true;
  }
  return false;
}

std::set<std::string> houdt_meer_dan_termijnen(const Kast& kast, const GeladenDossier& dossier,
                                               const std::vector<Gerechtigde>& houders) {
  std::set<std::string> uit;
  if (!dossier.dossier.afgeschermd || !dossier.leesbaar || !sleutels_vooruit(dossier).empty()) return uit;
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    const Gerechtigde* wie = zoek(houders, s.gebruiker);
    if (wie == nullptr || !bewaart_niets(*wie)) continue;
    const auto aantal = aantal_sleutels(s.pad);
    if (aantal && *aantal > nodige_sleutels(dossier, *wie).size()) uit.insert(s.gebruiker);
  }
  return uit;
}

bool kan_scheiden(const GeladenDossier& dossier) { return is_te_scheiden(dossier) && !mist_van_elders(dossier); }

std::vector<Bevinding> waarom_niet_te_scheiden(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                               Datum dag) {
  if (!is_te_scheiden(dossier) || !mist_van_elders(dossier)) return {};
  std::vector<std::string> anderen;
  for (const Gerechtigde& g : gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag)) {
    const bool zelf = lezer.id && g.gebruiker->id == *lezer.id;
    const bool hier = heeft_sleutelbestand(kast.sleutel_map(dossier.nummer), g.gebruiker->id);
    if (!zelf && hier && g.gebruiker->is_regisseur()) anderen.push_back(g.gebruiker->id.tekst());
  }
  const std::string& nummer = dossier.nummer.tekst();
  return {{FoutSoort::sleutel,
           {},
           fmt::format("elders zijn sleutels van dossier {} gemaakt die u niet hebt: wie het bewaart, zou missen "
                       "wat zij openen",
                       nummer),
           anderen.empty()
               ? std::string("haal een volledige kopie van sleutels/ op, en geef de opdracht opnieuw")
               : fmt::format("laat {} dit doen: pga toegang {} scherm-af", fmt::join(anderen, " of "), nummer),
           "artikel 6, lid 3, Wet PGA"}};
}

}  // namespace pga::kast
