// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/herverzegel.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/fout.h"
#include "lib/kast/aantallen.h"
#include "lib/kast/beoordelingen.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/lezers.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernieuw.h"
#include "lib/kast/vooruit.h"
#include "lib/proces/rollen.h"
#include "lib/proces/woorden.h"
#include "lib/schema/schema.h"
#include "lib/stuk/splits.h"

namespace pga::kast {
namespace {

constexpr const char* kOnjuist = "artikel 8 Besluit PGA";

bool begint_een_dossier(std::string_view soort) {
  return soort == "melding" || soort == "aanmelding" || soort == "lopend";
}

const GeladenStuk& vind(const GeladenDossier& dossier, const std::string& digest) {
  if (const GeladenStuk* er = vind_stuk(dossier, digest)) return *er;
  throw Fout(FoutSoort::gebruik, fmt::format("dat stuk staat niet meer in dossier {}", dossier.nummer.tekst()),
             "misschien haalde een ander het al weg; kijk met pga toon");
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

/// What must stay as long as the dossier does, with or without one of its items.
void eis_geen_bewijs(const GeladenStuk& s) {
  if (s.soort == "opening" || s.soort == "toegang") {
    weiger(fmt::format("een stuk van de soort {} gaat over sleutels en kan niet weg", s.soort),
           "noem het stuk waarin het onjuiste staat; pga toon toont ze");
  }
  if (s.soort == "vernietiging" || s.soort == "uitreiking") {
    weiger(fmt::format("een bewijs van {} kan niet weg, ook niet voor een deel", s.soort),
           "het bevat geen persoonsgegevens van betrokkenen; wat er daarna gebeurde, legt u apart vast",
           "artikel 9 Wet PGA");
  }
  if (s.soort == "bevestiging") {
    weiger("de bevestiging van een stem kan niet weg", "klopt het besluit niet, neem dan een nieuw besluit",
           "artikel 5, lid 3, Wet PGA");
  }
}

/// A vote that was confirmed, and a dissent, may not be hidden as long as the dossier is there.
void eis_geen_stemmen(const GeladenDossier& dossier, const GeladenStuk& s) {
  const Waarde::Lijst& stemmen = s.inhoud.items_van("stemmen");
  if (stemmen.empty()) return;
  const bool tegen = std::any_of(stemmen.begin(), stemmen.end(), [](const Waarde& stem) {
    const std::string standpunt = stem.tekst_van("standpunt");
    return !standpunt.empty() && standpunt != proces::naam(proces::Standpunt::voor);
  });
  if (tegen) {
    weiger("in dit besluit staat een stem die niet voor is, en dan kan het niet weg",
           "neem een nieuw besluit; een onjuist gegeven dat erin staat, kan met --item wel weg",
           "artikel 5, lid 3, Wet PGA");
  }
  const bool bevestigd = std::any_of(dossier.stukken.begin(), dossier.stukken.end(), [&](const GeladenStuk& x) {
    return x.soort == "bevestiging" && x.inhoud.tekst_van("stuk") == s.stuk.digest;
  });
  if (!bevestigd) return;
  weiger("van dit besluit zijn stemmen bevestigd, en dan kan het niet weg",
         "neem een nieuw besluit; een onjuist gegeven dat erin staat, kan met --item wel weg",
         "artikel 5, lid 3, Wet PGA");
}

void eis_stuk(const GeladenDossier& dossier, const GeladenStuk& s) {
  if (s.soort == "audit" || s.soort == "jaarverslag") {
    weiger(fmt::format("een stuk van de soort {} is verantwoording en kan niet in zijn geheel weg", s.soort),
           "verbeter het met --vervangt; een onjuist gegeven kan met --item wel weg");
  }
  eis_geen_stemmen(dossier, s);
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
      if (s.is_open(c) || is_totaal(s, c)) continue;
      // A shielded case opens to nobody who may sign, but for one person who is both; nobody else can give the
      // keys.
      throw Fout(
          FoutSoort::sleutel,
          fmt::format("u kunt niet alles van dit dossier openen ({}), en het dus niet opnieuw verzegelen", naam(c)),
          dossier.dossier.afgeschermd
              ? "het dossier is afgeschermd (artikel 6, lid 3, Wet PGA): dit kan alleen een gebruiker die de "
                "rollen regisseur en rechtmatigheid allebei had toen de casus sloot"
              : "laat dit doen door een regisseur die alle sleutels van het dossier heeft");
    }
  }
}

/// The parts of a stuk as they will be sealed again.
stuk::Delen delen_van(const GeladenStuk& s, const Onjuist& onjuist) {
  stuk::Delen uit = delen_opnieuw(s);
  for (const Compartiment c : kCompartimenten) {
    if (onjuist.item && s.stuk.digest == onjuist.stuk) (void)neem_weg(uit[c], *onjuist.item);
  }
  return uit;
}

/// Keys of its own, of a beoordeling that is sealed again.
struct Eigen {
  Compartiment compartiment;
  const GeladenStuk* stuk;
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
      stuk::Delen delen = delen_van(s, onjuist);
      const Zegels zegels = zegels_voor(s, delen);
      Gemaakt g = verzegel(kast_.beheer(), lezer_, d_.map, d_.nummer, datum_, vorige_, zegels, delen);
      vorige_ = {g.digest};  // one after the other: one head, and the keys announced after all of them
      stukken.push_back(std::move(g.bestand));
    }
    Gemaakt g = maak_stuk(kast_.beheer(), lezer_, d_.map, d_.nummer, toegang(onjuist, geschreven), vorige_,
                          nieuw_.openbaar());
    geef_sleutels_uit(zonder_onjuiste(onjuist));
    for (const Pad& map : aantalsleutel_mappen(kast_, d_)) {
      for (Pad& pad : lees_map(map)) uit_.wissen.push_back(std::move(pad));
    }
    uit_.stuk = g.digest;
    std::move(stukken.begin(), stukken.end(), std::back_inserter(uit_.bestanden));
    uit_.bestanden.push_back(std::move(g.bestand));
    return std::move(uit_);
  }

 private:
  Zegels zegels_voor(const GeladenStuk& s, stuk::Delen& delen) {
    Zegels uit = nieuw_.openbaar();
    for (const Compartiment c : kCompartimenten) {
      if (!eigen_sleutel(s.soort, c)) continue;
      if (is_totaal(s, c)) {
        uit.at(plaats(c)) = neem_totalen_mee(s, delen[c]);
        continue;
      }
      eigen_.push_back({c, &s, seal::Identity::generate()});
      uit.at(plaats(c)) = eigen_.back().sleutel.recipient();
    }
    return uit;
  }

  /// The newest totals under a new key of their own; those whose key is destroyed stay shut for ever.
  seal::Recipient neem_totalen_mee(const GeladenStuk& s, Waarde& zaak) {
    const seal::Identity sleutel = seal::Identity::generate();
    if (std::optional<Waarde> totalen = open_aantallen(kast_, lezer_, d_, s)) {
      zaak = std::move(*totalen);
      voeg_toe(uit_.vooraf, aantalsleutel_bestanden(kast_, d_, sleutel, datum_));
    }
    return sleutel.recipient();
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
    w.zet("onjuist",
          std::string(proces::naam(onjuist.item ? proces::Onjuistheid::onderdeel : proces::Onjuistheid::stuk)));
    if (onjuist.item) w.zet("uit_stuk", onjuist.stuk);
    w.snoei();
    return {"toegang", std::move(w), datum_, geschreven, {}};
  }

  /// The case as it is without what was wrong: a decision that let somebody in may be just that.
  [[nodiscard]] proces::Dossier zonder_onjuiste(const Onjuist& onjuist) const {
    std::vector<proces::Invoer> stukken = invoer_van(d_.stukken);
    const auto weg = std::find_if(stukken.begin(), stukken.end(),
                                  [&](const proces::Invoer& s) { return s.digest == onjuist.stuk; });
    if (onjuist.item) {
      (void)neem_weg(weg->inhoud, *onjuist.item);
    } else {
      const std::vector<std::string> vorige = weg->vorige;
      stukken.erase(weg);
      for (proces::Invoer& s : stukken) {
        const auto er = std::find(s.vorige.begin(), s.vorige.end(), onjuist.stuk);
        if (er == s.vorige.end()) continue;
        s.vorige.erase(er);
        s.vorige.insert(s.vorige.end(), vorige.begin(), vorige.end());
      }
    }
    return proces::vouw(std::move(stukken), kast_.beleid());
  }

  /// New keys for all who may read, and nobody else's; of what a partner found alone as Beoordelingen says.
  void geef_sleutels_uit(const proces::Dossier& stand) {
    const Pad map = kast_.sleutel_map(d_.nummer);
    std::vector<std::pair<Compartiment, seal::Recipient>> openbaar;
    for (const Compartiment c : kCompartimenten) openbaar.emplace_back(c, nieuw_.van(c).recipient());
    uit_.bestanden.push_back(openbaar_bestand(map, d_.nummer, openbaar));
    const std::vector<Gerechtigde> houders = gerechtigden(kast_.beheer(), d_.nummer, stand, datum_);
    const Beoordelingen beoordelingen(d_, stand);
    if (const auto leeg = zonder_lezer(houders, datum_); !leeg.empty()) weiger_zonder_lezer(d_.nummer, leeg);
    for (const Gerechtigde& wie : houders) {
      std::vector<seal::Identity> bos;
      for (const Compartiment c : wie.compartimenten) bos.push_back(nieuw_.van(c).clone());
      for (const Eigen& e : eigen_) {
        if (beoordelingen.opent(wie, *e.stuk, e.compartiment)) bos.push_back(e.sleutel.clone());
      }
      voeg_toe(uit_.bestanden, sleutels_aan(map, *wie.gebruiker, bos, datum_));
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

stuk::Delen delen_opnieuw(const GeladenStuk& stuk) {
  stuk::Delen uit;
  for (const Compartiment c : kCompartimenten) uit[c] = stuk.delen.at(plaats(c)).value_or(Waarde::kaart());
  Waarde herkomst = Waarde::kaart();
  herkomst.zet("stuk", stuk.stuk.digest);
  herkomst.zet("door", stuk.stuk.kop.door.tekst());
  uit[Compartiment::termijnen].zet("herverzegeld", std::move(herkomst));
  return uit;
}

void eis_wegneembaar(const GeladenDossier& dossier, const Onjuist& onjuist) {
  const GeladenStuk& s = vind(dossier, onjuist.stuk);
  eis_geen_bewijs(s);
  if (s.soort == "aantallen") {
    weiger("aantallen gaan over alle getelde dossiers samen, en kunnen niet weg",
           "noem het stuk waarin het onjuiste staat; pga toon toont ze");
  }
  eis_alles_open(dossier);  // before looking for an item, which may be in what is closed
  if (onjuist.item) return eis_item(s, *onjuist.item);
  eis_stuk(dossier, s);
}

Voornemen herverzegel(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const Onjuist& onjuist,
                      Datum datum, const std::string& geschreven) {
  eis_een_beheer(kast);
  eis_heel(kast, dossier);
  eis_wegneembaar(dossier, onjuist);
  // What stays behind of another clone is sealed again with the rest.
  if (!sleutels_vooruit(dossier).empty()) eis_niets_verloren(dossier);
  return Herverzegeling(kast, lezer, dossier, datum).doe(onjuist, geschreven);
}

}  // namespace pga::kast
