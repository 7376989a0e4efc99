// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/laad.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/achtergebleven.h"
#include "lib/kast/geheugen.h"
#include "lib/kast/herverzegel.h"
#include "lib/kast/ijkpunt.h"
#include "lib/kast/ontzegel.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/kast/voorlopig.h"
#include "lib/kast/zegels.h"
#include "lib/proces/regie.h"
#include "lib/proces/rollen.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTerugUitGit = "haal het stuk terug uit git of uit een kopie van de kast";

Bevinding schending(const Pad& pad, std::string wat, std::string_view tip = kTerugUitGit) {
  return {FoutSoort::integriteit, Plaats{pad.string(), 0, 0}, std::move(wat), std::string(tip), {}};
}

/// Loads one dossier; each step takes out what does not verify and says why.
class Lader {
 public:
  Lader(const Kast& kast, Diepte diepte, GeladenDossier& uit) : kast_(kast), diepte_(diepte), uit_(uit) {}

  void doe() {
    lees_bestanden();
    orden();
    toets_banden();
    toets_beheer_volgorde();
    toets_afgelopen_sleutels(kast_, uit_);
    open_alles();
    toets_regie();
    zoek_koppen();
    neem_herverzegeld_over();
    toets_regie();  // again, with what was sealed anew
    toets_zegels(uit_);
    noteer_sleutels();
    noteer_onbekend();
    vouw();
  }

 private:
  void meld(Bevinding b) { uit_.bevindingen.push_back(std::move(b)); }

  void lees_bestanden() {
    std::vector<Pad> paden;
    try {
      paden = lees_map(uit_.map);
    } catch (const Fout& e) {
      meld_schending(e, uit_.map);
      map_leesbaar_ = false;
    }
    for (const Pad& pad : paden) {
      if (pad.filename().string().rfind(kTijdelijk, 0) == 0) continue;
      try {
        lees_bestand_van(pad);
      } catch (const Fout& e) {
        meld_schending(e, pad);
      }
    }
  }

  /// Whatever a file does wrong is a violation of the dossier.
  void meld_schending(const Fout& fout, const Pad& pad) {
    for (Bevinding b : fout.bevindingen()) {
      if (b.plaats.bestand.empty()) b.plaats.bestand = pad.string();
      b.soort = FoutSoort::integriteit;
      meld(std::move(b));
    }
  }

  void lees_bestand_van(const Pad& pad) {
    const std::string naam = pad.filename().string();
    const bool vorm =
        naam.size() == 24 && naam[10] == '-' && naam.substr(19) == ".yaml" && Datum::lees(naam.substr(0, 10));
    if (!vorm) {
      meld(schending(pad, "dit bestand hoort niet in een dossier",
                     "haal het weg, of zet het op de plaats waar het hoort"));
      return;
    }
    const std::string bytes = lees_bestand(pad, stuk::kMaxStuk);
    if (seal::hash8(seal::digest(bytes)) != naam.substr(11, 8)) {  // before anything in it is read
      meld(schending(pad, "de inhoud is veranderd: zij past niet meer bij de naam"));
      return;
    }
    stuk::Stuk gelezen = stuk::lees(bytes, pad.string());
    if (gelezen.kop.datum.tekst() != naam.substr(0, 10)) {
      meld(schending(pad, "de datum in de naam is een andere dan die in het stuk"));
    } else if (gelezen.kop.dossier != uit_.nummer) {
      meld(schending(pad, fmt::format("dit stuk hoort bij dossier {}", gelezen.kop.dossier.tekst())));
    } else if (const Gebruiker* door = auteur(pad, bytes, gelezen)) {
      uit_.genoemd.insert(gelezen.kop.sleutels.begin(), gelezen.kop.sleutels.end());
      const std::string organisatie = door->organisatie;
      std::vector<std::string> vorige = gelezen.kop.vorige;
      uit_.stukken.push_back({pad, std::move(gelezen), organisatie, {}, Waarde::kaart(), {}, {}, getekend_});
      uit_.stukken.back().volgt_op = std::move(vorige);
      uit_.stukken.back().rollen = door->rollen;
      const proces::Leesbeleid& leest = beheer_van(uit_.stukken.back().stuk.kop.beheer)->leest;
      uit_.stukken.back().per_casus = leest.regisseur_leest == proces::RegisseurLeest::eigen;
      uit_.stukken.back().apart = leest.beoordeling_apart;
    }
  }

  /// The version that a stuk names; when the kast as it was opened does not have it, a writer may have added it
  /// since.
  const BeheerVersie* beheer_van(const std::string& digest) {
    if (const BeheerVersie* versie = kast_.beheer_van(digest)) return versie;
    if (!nieuwere_) nieuwere_ = lees_nieuwere();
    const auto er = std::find_if(nieuwere_->begin(), nieuwere_->end(),
                                 [&](const BeheerVersie& v) { return v.digest == digest; });
    return er == nieuwere_->end() ? nullptr : &*er;
  }

  [[nodiscard]] std::vector<BeheerVersie> lees_nieuwere() const {
    try {
      return lees_beheer(kast_.map()).keten;
    } catch (const Fout&) {
      return {};  // opening the kast says what is wrong with it
    }
  }

  /// The gebruiker who signed, by the version of beheer that the stuk names; nullptr (and a finding) when it does
  /// not verify.
  const Gebruiker* auteur(const Pad& pad, const std::string& bytes, const stuk::Stuk& gelezen) {
    const BeheerVersie* versie = beheer_van(gelezen.kop.beheer);
    if (versie == nullptr) {
      meld(schending(pad, "het stuk noemt een versie van beheer die deze kast niet heeft",
                     "haal de laatste stand van de kast op (git pull), of zet die versie terug uit git; is zij met "
                     "opzet weggehaald, haal dan ook dit stuk weg en laat de auteur het opnieuw vastleggen"));
      return nullptr;
    }
    const Gebruiker* door = versie->vind(gelezen.kop.door);
    if (door == nullptr) {
      meld(schending(pad, fmt::format("{} was geen gebruiker van deze kast", gelezen.kop.door.tekst())));
      return nullptr;
    }
    bool afgelopen = false;
    for (const GebruikerSleutel& s : door->sleutels) {
      if (!stuk::klopt_handtekening(bytes, gelezen, s.tekent)) continue;
      afgelopen = s.tot && *s.tot < gelezen.kop.datum;
      getekend_ = s.tekent;
      if (!afgelopen) return door;
    }
    meld(schending(pad, afgelopen ? fmt::format("de sleutel van {} gold niet meer op die dag", door->id.tekst())
                                  : fmt::format("de handtekening van {} klopt niet", door->id.tekst())));
    return nullptr;
  }

  /// The fold's order: by links, ties by digest.
  void orden() {
    std::vector<proces::Invoer> skelet;
    for (const GeladenStuk& s : uit_.stukken) {
      skelet.push_back({s.stuk.digest, s.stuk.kop.vorige, s.stuk.kop.datum, {}, {}, {}, Waarde::kaart(), {}});
    }
    std::map<std::string, std::size_t> rang;
    for (const proces::Invoer& i : proces::sorteer(std::move(skelet))) rang.emplace(i.digest, rang.size());
    std::sort(uit_.stukken.begin(), uit_.stukken.end(), [&](const GeladenStuk& a, const GeladenStuk& b) {
      return rang.at(a.stuk.digest) < rang.at(b.stuk.digest);
    });
    for (std::size_t i = 0; i < uit_.stukken.size(); ++i) plaats_[uit_.stukken[i].stuk.digest] = i;
  }

  void toets_banden() {
    std::size_t wortels = 0;
    for (const GeladenStuk& s : uit_.stukken) {
      if (s.stuk.kop.vorige.empty()) ++wortels;
      for (const std::string& v : s.stuk.kop.vorige) {
        if (plaats_.count(v) > 0) continue;
        meld(schending(s.bestand, fmt::format("dit stuk volgt op {}, maar dat ontbreekt of klopt niet", v)));
      }
    }
    if (wortels > 1) meld(schending(uit_.map, "dit dossier is meer dan één keer geopend"));
    if (uit_.stukken.empty() && map_leesbaar_) meld(schending(uit_.map, "dit dossier heeft geen stuk dat klopt"));
  }

  /// What a next stuk follows on: the stukken that verified and that no other one names.
  void zoek_koppen() {
    std::set<std::string> genoemd;
    for (const GeladenStuk& s : uit_.stukken) genoemd.insert(s.stuk.kop.vorige.begin(), s.stuk.kop.vorige.end());
    for (const GeladenStuk& s : uit_.stukken) {
      if (genoemd.count(s.stuk.digest) == 0) uit_.koppen.push_back(s.stuk.digest);
    }
    std::sort(uit_.koppen.begin(), uit_.koppen.end());
  }

  /// A stuk may not go by an older beheer than the stukken it follows on.
  void toets_beheer_volgorde() {
    std::vector<int> hoogste(uit_.stukken.size(), 0);
    std::vector<bool> weg(uit_.stukken.size(), false);
    for (std::size_t i = 0; i < uit_.stukken.size(); ++i) {
      const stuk::Kop& kop = uit_.stukken[i].stuk.kop;
      const int eigen = beheer_van(kop.beheer)->versie;
      for (const std::string& v : kop.vorige) {
        const auto er = plaats_.find(v);
        if (er != plaats_.end()) hoogste[i] = std::max(hoogste[i], hoogste[er->second]);
      }
      if (eigen < hoogste[i]) {
        meld(schending(uit_.stukken[i].bestand, "dit stuk noemt een ouder beheer dan een stuk waarop het volgt",
                       "laat de auteur het opnieuw maken met de laatste stand van de kast"));
        weg[i] = true;
      }
      hoogste[i] = std::max(hoogste[i], eigen);
    }
    verwijder(weg);
  }

  void verwijder(const std::vector<bool>& weg) {
    std::vector<GeladenStuk> blijft;
    for (std::size_t i = 0; i < uit_.stukken.size(); ++i) {
      if (!weg[i]) blijft.push_back(std::move(uit_.stukken[i]));
    }
    uit_.stukken = std::move(blijft);
  }

  void open_alles() {
    std::vector<bool> weg(uit_.stukken.size(), false);
    uit_.leesbaar = true;
    for (std::size_t i = 0; i < uit_.stukken.size(); ++i) {
      try {
        if (!ontzegel(uit_.stukken[i], uit_.sleutels.bos, diepte_)) uit_.leesbaar = false;
        weg[i] = !rol_klopt(uit_.stukken[i]) || !plaats_klopt(uit_.stukken[i]);
      } catch (const Fout& e) {
        meld_schending(e, uit_.stukken[i].bestand);
        weg[i] = true;
      }
    }
    verwijder(weg);
  }

  /// Where regisseurs read their own cases only, the regisseur of another case signs in this one what a deelnemer
  /// may.
  void toets_regie() {
    if (uit_.nummer.is_gemeente()) return;
    const proces::Regie regie(invoer_van(uit_.stukken));
    std::vector<bool> weg(uit_.stukken.size(), false);
    for (std::size_t i = 0; i < uit_.stukken.size(); ++i) {
      GeladenStuk& s = uit_.stukken[i];
      if (!s.per_casus || regie.regisseert(s.stuk.digest)) continue;
      s.rollen = proces::rollen_elders(s.rollen, {false, proces::RegisseurLeest::eigen});
      weg[i] = !rol_klopt(s);
    }
    verwijder(weg);
  }

  /// What was sealed again stands in the place of what it was sealed again from; what was wrong is gone.
  void neem_herverzegeld_over() {
    herstel_plaatsen(uit_, [](const GeladenStuk& s) { return proces::mag_tekenen("toegang", s.rollen); });
    std::vector<bool> weg;
    for (const GeladenStuk& s : uit_.stukken) {
      weg.push_back(!s.opnieuw.digest.empty() && (!rol_klopt(s) || !plaats_klopt(s)));
    }
    verwijder(weg);
  }

  void noteer_sleutels() {
    for (const Compartiment c : kCompartimenten) {
      const std::vector<std::string>& alle = uit_.perioden.alle(c);
      uit_.genoemd.insert(alle.begin(), alle.end());
      for (const GeladenStuk& s : uit_.stukken) {
        if (!neemt_sleutels_weg(s)) continue;
        const std::set<std::string> eerder = uit_.perioden.eerder(s.stuk.digest, c);
        uit_.vervangen.at(static_cast<std::size_t>(c)).insert(eerder.begin(), eerder.end());
      }
    }
  }

  bool rol_klopt(const GeladenStuk& s) {
    if (s.soort.empty()) return true;
    if (is_bekend(s.soort) ? proces::mag_tekenen(s.soort, s.rollen) : proces::mag_iets_tekenen(s.rollen))
      return true;
    if (is_sleutelwissel(s) && mag_sleutels_wisselen(s.rollen))
      return true;  // zegels.cpp sees whether there was cause
    const Gebruiker* door = beheer_van(s.stuk.kop.beheer)->vind(s.stuk.kop.door);
    if (door->rollen != s.rollen) {
      meld(schending(s.bestand,
                     fmt::format("{} was niet de regisseur van deze casus en mag geen stuk van de soort {} tekenen",
                                 s.stuk.kop.door.tekst(), s.soort),
                     "laat de regisseur van de casus dit vastleggen; een procesregisseur kan er een aanwijzen"));
      return false;
    }
    meld(schending(s.bestand,
                   fmt::format("{} mag geen stuk van de soort {} tekenen", s.stuk.kop.door.tekst(), s.soort),
                   "laat iemand met de juiste rol dit vastleggen"));
    return false;
  }

  /// What concerns the kast stands in the dossier gemeente, what concerns a case does not; some soorten are of
  /// both.
  bool plaats_klopt(const GeladenStuk& s) {
    if (!is_bekend(s.soort)) return true;
    const bool gemeente = uit_.nummer.is_gemeente();
    if (gemeente ? proces::kan_in_gemeente(s.soort) : !proces::is_van_gemeente(s.soort)) return true;
    meld(schending(s.bestand, fmt::format("een stuk van de soort {} hoort niet in dit dossier", s.soort),
                   "laat de auteur het vastleggen in het dossier waar het hoort"));
    return false;
  }

  /// What a newer pga wrote is shown, and said; it never makes a stuk less than right.
  void noteer_onbekend() {
    for (GeladenStuk& s : uit_.stukken) {
      s.onbekend = onbekende_velden(s);
      if (s.onbekend.empty()) continue;
      const bool een = s.onbekend.size() == 1;
      meld({FoutSoort::bevinding,
            Plaats{s.bestand.string(), 0, 0},
            fmt::format("{}: {}", een ? "onbekend veld, dat niet meetelt" : "onbekende velden, die niet meetellen",
                        fmt::join(s.onbekend, ", ")),
            "gebruik een nieuwere versie van pga",
            {}});
    }
  }

  void vouw() { uit_.dossier = stand_op(uit_, kast_.beleid(), std::nullopt); }

  const Kast& kast_;
  Diepte diepte_;
  GeladenDossier& uit_;
  std::map<std::string, std::size_t> plaats_;
  std::optional<seal::VerifyKey> getekend_;  // by which key the stuk at hand was signed
  bool map_leesbaar_ = true;
  std::optional<std::vector<BeheerVersie>> nieuwere_;  // read once, when it is asked for
};

}  // namespace

bool GeladenDossier::geschonden() const {
  return std::any_of(bevindingen.begin(), bevindingen.end(),
                     [](const Bevinding& b) { return b.soort == FoutSoort::integriteit; });
}

namespace {

bool is_iets_open(const GeladenDossier& dossier) {
  return std::any_of(dossier.stukken.begin(), dossier.stukken.end(), [](const GeladenStuk& s) {
    return std::any_of(s.delen.begin(), s.delen.end(), [](const auto& deel) { return deel.has_value(); });
  });
}

}  // namespace

std::map<std::string, proces::Vakken> waar_gevuld(const GeladenDossier& dossier) {
  std::map<std::string, proces::Vakken> uit;
  for (const GeladenStuk& s : dossier.stukken) {
    proces::Vakken& vakken = uit[s.stuk.digest];
    for (const Compartiment c : kCompartimenten) {
      const std::optional<Waarde>& deel = s.delen.at(static_cast<std::size_t>(c));
      if (c != Compartiment::termijnen && deel && !deel->leeg()) vakken = vakken.met({c});
    }
  }
  return uit;
}

const GeladenStuk* vind_stuk(const GeladenDossier& dossier, std::string_view digest) {
  const auto er = std::find_if(dossier.stukken.begin(), dossier.stukken.end(),
                               [&](const GeladenStuk& s) { return s.stuk.digest == digest; });
  return er == dossier.stukken.end() ? nullptr : &*er;
}

GeladenDossier laad(const Kast& kast, const Nummer& nummer, const Lezer& lezer, Diepte diepte) {
  GeladenDossier uit{nummer, kast.dossier_map(nummer),
                     {},     {},
                     {},     lees_sleutels(kast.sleutel_map(nummer), nummer, lezer.id, lezer.identiteiten),
                     {},     false,
                     false,  {},
                     {},     {}};
  uit.bevindingen = uit.sleutels.bevindingen;
  uit.van_mij = lezer.leest_alles() || uit.sleutels.heeft_bestand || !uit.sleutels.gelezen;
  if (nummer.is_gemeente() && !kast.heeft_gemeente() && !fs::exists(kast.sleutel_map(nummer))) {
    uit.leesbaar = true;  // nothing was recorded yet
  } else {
    Lader(kast, diepte, uit).doe();
    for (Bevinding& b : vermiste_stukken(kast, uit)) uit.bevindingen.push_back(std::move(b));
    if (lezer.inzage) lezer.inzage->koppen[nummer] = te_onthouden(kast, uit);
  }
  if (lezer.inzage && is_iets_open(uit)) lezer.inzage->geopend.insert(nummer);
  return uit;
}

}  // namespace pga::kast
