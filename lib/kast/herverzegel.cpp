// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/herverzegel.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/fout.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernieuw.h"
#include "lib/proces/rollen.h"
#include "lib/schema/schema.h"
#include "lib/stuk/splits.h"

namespace pga::kast {
namespace {

constexpr const char* kOnjuist = "artikel 8 Besluit PGA";

std::size_t plaats(Compartiment c) { return static_cast<std::size_t>(c); }

bool begint_een_dossier(std::string_view soort) {
  return soort == "melding" || soort == "aanmelding" || soort == "lopend";
}

const GeladenStuk& vind(const GeladenDossier& dossier, const std::string& digest) {
  return *std::find_if(dossier.stukken.begin(), dossier.stukken.end(),
                       [&](const GeladenStuk& s) { return s.stuk.digest == digest; });
}

[[noreturn]] void weiger(std::string wat, std::string tip, std::string grondslag = kOnjuist) {
  throw Fout(Bevinding{FoutSoort::geweigerd, {}, std::move(wat), std::move(tip), std::move(grondslag)});
}

/// Takes the items of that id out of every list, and a list that becomes empty out of its map. How many went.
int neem_weg(Waarde& w, const std::string& id) {
  int weg = 0;
  if (w.is_lijst()) {
    Waarde::Lijst& lijst = w.lijst();
    const auto deze = [&](const Waarde& item) { return item.is_kaart() && item.tekst_van("id") == id; };
    weg = static_cast<int>(std::count_if(lijst.begin(), lijst.end(), deze));
    lijst.erase(std::remove_if(lijst.begin(), lijst.end(), deze), lijst.end());
    for (Waarde& item : lijst) weg += neem_weg(item, id);
  } else if (w.is_kaart()) {
    std::vector<std::string> leeg;
    for (Veld& v : w.velden()) {
      const int hier = neem_weg(v.waarde, id);
      if (hier > 0 && v.waarde.is_lijst() && v.waarde.lijst().empty()) leeg.push_back(v.naam);
      weg += hier;
    }
    for (const std::string& naam : leeg) w.verwijder(naam);
  }
  return weg;
}

bool is_stem(const GeladenStuk& s, const std::string& id) {
  const Waarde::Lijst& stemmen = s.inhoud.items_van("stemmen");
  return std::any_of(stemmen.begin(), stemmen.end(), [&](const Waarde& w) { return w.tekst_van("id") == id; });
}

void eis_item(const GeladenStuk& s, const std::string& id) {
  if (is_stem(s, id)) {
    weiger(fmt::format("{} is een stem, en een stem kan niet uit een besluit worden gehaald", id),
           "klopt het besluit niet, neem dan een nieuw besluit", "artikel 5, lid 3, Wet PGA");
  }
  Waarde rest = s.inhoud;
  if (neem_weg(rest, id) == 0) {
    throw Fout(FoutSoort::gebruik, fmt::format("--item: in dit stuk staat geen onderdeel {}", id),
               "pga toon toont bij elk onderdeel zijn id");
  }
  const schema::Knoop* schema = schema_van(s.soort);
  if (schema == nullptr) return;
  for (const char* eigen : {"soort", "geschreven", "vervangt"}) rest.verwijder(eigen);
  const std::vector<Bevinding> bezwaren = schema::keur(*schema, rest, {});
  if (bezwaren.empty()) return;
  weiger(fmt::format("zonder {} klopt dit stuk niet meer: {}", id, bezwaren.front().wat),
         "haal het hele stuk weg (zonder --item), en leg wat klopt opnieuw vast");
}

void eis_stuk(const GeladenDossier& dossier, const GeladenStuk& s) {
  const auto begin = std::count_if(dossier.stukken.begin(), dossier.stukken.end(),
                                   [](const GeladenStuk& x) { return begint_een_dossier(x.soort); });
  if (begint_een_dossier(s.soort) && begin == 1) {
    weiger("het dossier begint met dit stuk",
           "haal er met --item één onderdeel uit, vervang het door een juist stuk en haal dan dit weg, of "
           "vernietig het "
           "hele dossier");
  }
}

/// Whoever seals again must be able to read all of it.
void eis_alles_open(const GeladenDossier& dossier) {
  for (const GeladenStuk& s : dossier.stukken) {
    for (const Compartiment c : kCompartimenten) {
      if (s.is_open(c)) continue;
      throw Fout(
          FoutSoort::sleutel,
          fmt::format("u kunt {} van dit dossier niet overal openen, en dus niet opnieuw verzegelen", naam(c)),
          "laat dit doen door een regisseur die alle sleutels van het dossier heeft");
    }
  }
}

/// The parts of a stuk as they will be sealed again.
stuk::Delen delen_van(const GeladenStuk& s, const Onjuist& onjuist) {
  stuk::Delen uit;
  for (const Compartiment c : kCompartimenten) {
    uit[c] = *s.delen.at(plaats(c));
    if (onjuist.item && s.stuk.digest == onjuist.stuk) (void)neem_weg(uit[c], *onjuist.item);
  }
  Waarde herkomst = Waarde::kaart();
  herkomst.zet("stuk", s.stuk.digest);
  herkomst.zet("door", s.stuk.kop.door.tekst());
  uit[Compartiment::termijnen].zet("herverzegeld", std::move(herkomst));
  return uit;
}

/// Keys of its own, of a beoordeling that is sealed again.
struct Eigen {
  Compartiment compartiment;
  std::string door;
  seal::Identity sleutel;
};

/// One run.
class Herverzegeling {
 public:
  Herverzegeling(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, Datum datum)
      : kast_(kast),
        lezer_(lezer),
        d_(dossier),
        datum_(datum),
        nieuw_(dossier.nummer),
        vorige_(koppen_voor(dossier)),
        uit_{dossier.nummer, {}, {}, lees_map(kast.sleutel_map(dossier.nummer))} {}

  Voornemen doe(const Onjuist& onjuist, const std::string& geschreven) {
    std::vector<NieuwBestand> stukken;
    for (const GeladenStuk& s : d_.stukken) {
      if (!onjuist.item && s.stuk.digest == onjuist.stuk) continue;
      Gemaakt g = verzegel(kast_.beheer(), lezer_, d_.map, d_.nummer, datum_, vorige_, zegels_voor(s),
                           delen_van(s, onjuist));
      vorige_ = {g.digest};  // one after the other: one head, and the keys announced after all of them
      stukken.push_back(std::move(g.bestand));
    }
    Gemaakt g = maak_stuk(kast_.beheer(), lezer_, d_.map, d_.nummer, toegang(onjuist, geschreven), vorige_,
                          nieuw_.openbaar());
    geef_sleutels_uit();
    uit_.stuk = g.digest;
    std::move(stukken.begin(), stukken.end(), std::back_inserter(uit_.bestanden));
    uit_.bestanden.push_back(std::move(g.bestand));
    return std::move(uit_);
  }

 private:
  Zegels zegels_voor(const GeladenStuk& s) {
    Zegels uit = nieuw_.openbaar();
    for (const Compartiment c : kCompartimenten) {
      if (!eigen_sleutel(s.soort, c)) continue;
      eigen_.push_back({c, s.stuk.kop.door.tekst(), seal::Identity::generate()});
      uit.at(plaats(c)) = eigen_.back().sleutel.recipient();
    }
    return uit;
  }

  [[nodiscard]] StukOpdracht toegang(const Onjuist& onjuist, const std::string& geschreven) const {
    Waarde w = Waarde::kaart();
    w.zet("stap", std::string(proces::naam(proces::ToegangStap::vernieuwd)));
    w.zet("datum", datum_.tekst());
    Waarde& sleutels = w.zet("sleutels", Waarde::kaart());
    for (const Compartiment c : kCompartimenten) sleutels.zet(naam(c), nieuw_.verbintenissen().at(plaats(c)));
    Waarde weg = Waarde::lijst_();
    for (const Pad& pad : uit_.wissen) {
      if (pad.extension() == ".age") weg.voeg_toe(pad.filename().string());
    }
    w.zet("vernietigd", std::move(weg));
    Waarde vervallen = Waarde::lijst_();
    if (!onjuist.item) vervallen.voeg_toe(onjuist.stuk);
    for (const std::string& drager : d_.dragers) vervallen.voeg_toe(drager);  // their keys go too
    w.zet("stukken", std::move(vervallen));
    w.snoei();
    return {"toegang", std::move(w), datum_, geschreven, {}};
  }

  /// New keys for all who may read, and nobody else's; what a partner found alone, for its author and the regisseur
  /// until the joint judgment.
  void geef_sleutels_uit() {
    const Pad map = kast_.sleutel_map(d_.nummer);
    std::vector<std::pair<Compartiment, seal::Recipient>> openbaar;
    for (const Compartiment c : kCompartimenten) openbaar.emplace_back(c, nieuw_.van(c).recipient());
    uit_.bestanden.push_back(openbaar_bestand(map, d_.nummer, openbaar));
    for (const Gerechtigde& wie : gerechtigden(kast_.beheer(), d_.nummer, d_.dossier, datum_)) {
      std::vector<seal::Identity> bos;
      for (const Compartiment c : wie.compartimenten) bos.push_back(nieuw_.van(c).clone());
      for (const Eigen& e : eigen_) {
        const bool mag = std::find(wie.compartimenten.begin(), wie.compartimenten.end(), e.compartiment) !=
                         wie.compartimenten.end();
        const bool nu = ziet_beoordelingen(d_, *wie.gebruiker);
        if ((mag && nu) || wie.gebruiker->id.tekst() == e.door) bos.push_back(e.sleutel.clone());
      }
      voeg_toe(uit_.bestanden, sleutel_bestanden(map, wie.gebruiker->id, wie.gebruiker->openers_op(datum_), bos));
    }
  }

  const Kast& kast_;
  const Lezer& lezer_;
  const GeladenDossier& d_;
  Datum datum_;
  DossierSleutels nieuw_;
  std::vector<std::string> vorige_;
  std::vector<Eigen> eigen_;
  Voornemen uit_;
};

}  // namespace

void eis_wegneembaar(const GeladenDossier& dossier, const Onjuist& onjuist) {
  const GeladenStuk& s = vind(dossier, onjuist.stuk);
  if (s.soort == "opening" || s.soort == "toegang") {
    weiger(fmt::format("een stuk van de soort {} gaat over sleutels en kan niet weg", s.soort),
           "noem het stuk waarin het onjuiste staat; pga toon toont ze");
  }
  if (onjuist.item) return eis_item(s, *onjuist.item);
  eis_stuk(dossier, s);
}

Voornemen herverzegel(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const Onjuist& onjuist,
                      Datum datum, const std::string& geschreven) {
  eis_een_beheer(kast);
  eis_heel(kast, dossier);
  eis_wegneembaar(dossier, onjuist);
  eis_alles_open(dossier);
  return Herverzegeling(kast, lezer, dossier, datum).doe(onjuist, geschreven);
}

}  // namespace pga::kast
