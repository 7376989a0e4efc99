// SPDX-License-Identifier: EUPL-1.2
//
// Reading the log and checking it.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/logboek.h"
#include "lib/kast/logsleutel.h"
#include "lib/proces/dossier.h"
#include "lib/seal/digest.h"
#include "lib/stuk/logregel.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTip = "haal de regel terug uit git of uit een kopie van de kast";

Bevinding schending(const Pad& pad, std::string wat, std::string_view tip = kTip) {
  return {FoutSoort::integriteit, Plaats{pad.string(), 0, 0}, std::move(wat), std::string(tip), {}};
}

/// An entry that verified, as far as it could be opened.
struct Regel {
  Pad bestand;
  stuk::Logregel regel;
  const BeheerVersie* beheer;
  std::optional<LogInhoud> inhoud;
  std::size_t rang = 0;  // in its chain, what it follows on first
};

/// The secret keys of one year, fetched once.
struct Jaar {
  bool verlopen = false;  // its keys are gone
  std::map<std::string, seal::Recipient> openbaar;
  std::map<std::string, seal::Identity> geheim;
};

LogInhoud lees_inhoud(const Waarde& w) {
  LogInhoud uit;
  uit.gebruiker = GebruikerId::lees(w.tekst_van("gebruiker"));
  uit.tijd = w.tekst_van("tijd");
  uit.herkomst = w.tekst_van("herkomst");
  uit.handeling = w.tekst_van("handeling");
  for (const Waarde& n : w.items_van("dossiers")) {
    if (const auto nummer = Nummer::lees_dossier(n.is_tekst() ? n.tekst() : "")) uit.dossiers.insert(*nummer);
  }
  uit.stuk = w.tekst_van("stuk");
  const Waarde* resultaat = w.vind("resultaat");
  if (resultaat != nullptr && resultaat->is_getal()) uit.resultaat = static_cast<int>(resultaat->getal());
  uit.doel = w.tekst_van("doel");
  return uit;
}

class LogLezer {
 public:
  LogLezer(const Kast& kast, const Lezer& lezer) : kast_(kast), lezer_(lezer) {}

  void doe() {
    const Pad logboek = kast_.map() / kLogboek;
    std::error_code fout;
    if (fs::is_symlink(fs::symlink_status(logboek, fout))) {
      meld(schending(logboek, "het logboek hoort een gewone map te zijn, en dit is een symbolische koppeling",
                     "zet de map zelf terug, uit git of uit een kopie van de kast"));
      return;
    }
    for (const Pad& map : paden(logboek)) lees_keten(map);
    for (const auto& [jaar, sleutels] : jaren_) {
      if (sleutels.verlopen || ontbreekt_.count(jaar) == 0) continue;
      meld({FoutSoort::bevinding,
            Plaats{logsleutel_map(kast_.sleutels(), jaar).string(), 0, 0},
            fmt::format("een sleutel van het logboek van {} is niet op deze computer", jaar),
            "breng de mappen met sleutels van de computers bij elkaar: kopieer de bestanden",
            {}});
    }
  }

  std::vector<Regel> regels;
  std::vector<Bevinding> bevindingen;
  std::set<int> verlopen;

 private:
  void meld(Bevinding b) { bevindingen.push_back(std::move(b)); }

  std::vector<Pad> paden(const Pad& map) {
    std::vector<Pad> uit;
    try {
      uit = lees_map(map);
    } catch (const Fout& e) {
      meld_schending(e, map);
    }
    uit.erase(std::remove_if(uit.begin(), uit.end(),
                             [](const Pad& p) { return p.filename().string().rfind(kTijdelijk, 0) == 0; }),
              uit.end());
    return uit;
  }

  void meld_schending(const Fout& fout, const Pad& pad) {
    for (Bevinding b : fout.bevindingen()) {
      if (b.plaats.bestand.empty()) b.plaats.bestand = pad.string();
      b.soort = FoutSoort::integriteit;
      meld(std::move(b));
    }
  }

  void lees_keten(const Pad& map) {
    std::error_code fout;
    const auto wie = GebruikerId::lees(map.filename().string());
    if (!wie || !fs::is_directory(fs::symlink_status(map, fout))) {
      meld(schending(map, "dit hoort niet in logboek/", "haal het weg, of zet het waar het hoort"));
      return;
    }
    const std::size_t begin = regels.size();
    for (const Pad& pad : paden(map)) {
      try {
        lees_regel(pad, *wie);
      } catch (const Fout& e) {
        meld_schending(e, pad);
      }
    }
    toets_banden(begin);
    geef_rang(begin);
  }

  void lees_regel(const Pad& pad, const GebruikerId& wie) {
    const std::string naam = pad.filename().string();
    const bool vorm =
        naam.size() == 24 && naam[10] == '-' && naam.substr(19) == ".yaml" && Datum::lees(naam.substr(0, 10));
    if (!vorm) {
      meld(schending(pad, "dit bestand hoort niet in het logboek", "haal het weg, of zet het waar het hoort"));
      return;
    }
    const std::string bytes = lees_bestand(pad, stuk::kMaxLogregel);
    if (seal::hash8(seal::digest(bytes)) != naam.substr(11, 8)) {  // before anything in it is read
      meld(schending(pad, "de inhoud is veranderd: zij past niet meer bij de naam"));
      return;
    }
    stuk::Logregel regel = stuk::lees_logregel(bytes, pad.string());
    const BeheerVersie* beheer = toets_auteur(pad, bytes, regel, wie);
    if (regel.kop.datum.tekst() != naam.substr(0, 10)) {
      meld(schending(pad, "de datum in de naam is een andere dan die in de regel"));
      beheer = nullptr;
    }
    if (beheer == nullptr) return;
    Regel uit{pad, std::move(regel), beheer, std::nullopt, 0};
    open(uit);
    regels.push_back(std::move(uit));
  }

  /// The version that an entry names. Of two versions side by side one is taken away in the end (dubbel.h), and
  /// what was done meanwhile cannot be done again: then the newest that knows the author.
  const BeheerVersie* beheer_voor(const stuk::Logregel& regel, const GebruikerId& wie) const {
    if (const BeheerVersie* genoemd = kast_.beheer_van(regel.kop.beheer)) return genoemd;
    const auto& keten = kast_.keten();
    const auto er =
        std::find_if(keten.rbegin(), keten.rend(), [&](const BeheerVersie& v) { return v.vind(wie) != nullptr; });
    return er == keten.rend() ? nullptr : &*er;
  }

  /// The version of beheer that the entry goes by, when its author signed it; nullptr and a finding otherwise.
  const BeheerVersie* toets_auteur(const Pad& pad, const std::string& bytes, const stuk::Logregel& regel,
                                   const GebruikerId& wie) {
    const BeheerVersie* beheer = beheer_voor(regel, wie);
    if (regel.kop.door != wie) {
      meld(schending(pad, fmt::format("deze regel is van {}, en staat bij {}", regel.kop.door.tekst(), wie.tekst()),
                     "zet het bestand terug in de map van die gebruiker"));
      return nullptr;
    }
    const Gebruiker* door = beheer == nullptr ? nullptr : beheer->vind(wie);
    if (door == nullptr) {
      meld(schending(pad, fmt::format("{} was geen gebruiker van deze kast", wie.tekst())));
      return nullptr;
    }
    const bool klopt = std::any_of(door->sleutels.begin(), door->sleutels.end(), [&](const GebruikerSleutel& s) {
      return stuk::klopt_handtekening(bytes, regel, s.tekent);
    });
    if (!klopt) meld(schending(pad, fmt::format("de handtekening van {} klopt niet", wie.tekst())));
    return klopt ? beheer : nullptr;
  }

  const Jaar& sleutels_van(int jaar) {
    const auto er = jaren_.find(jaar);
    if (er != jaren_.end()) return er->second;
    Jaar uit;
    const Pad map = logsleutel_map(kast_.sleutels(), jaar);
    std::error_code fout;
    uit.verlopen = !fs::exists(map, fout) && !fout;
    if (!uit.verlopen) {
      try {
        uit.openbaar = jaarsleutels(kast_.sleutels(), jaar);
        uit.geheim = mijn_jaarsleutels(kast_.sleutels(), jaar, lezer_);
      } catch (const Fout& e) {
        meld_schending(e, map);
      }
    }
    return jaren_.emplace(jaar, std::move(uit)).first->second;
  }

  /// Opens an entry where that can be done; what it says of itself must fit its envelope.
  void open(Regel& r) {
    const int jaar = r.regel.kop.datum.jaar();
    const Jaar& sleutels = sleutels_van(jaar);
    if (sleutels.verlopen) {
      verlopen.insert(jaar);
      return;
    }
    const auto sleutel = sleutels.geheim.find(r.regel.kop.sleutel);
    if (sleutel == sleutels.geheim.end()) {
      if (sleutels.openbaar.count(r.regel.kop.sleutel) == 0) ontbreekt_.insert(jaar);
      return;
    }
    LogInhoud inhoud = lees_inhoud(stuk::open_logregel(r.regel, sleutel->second, r.bestand.string()));
    if (inhoud.gebruiker != r.regel.kop.door) {
      throw Fout(schending(r.bestand, "de regel noemt een andere gebruiker dan wie hem tekende"));
    }
    if (inhoud.handeling == kLogboek && !r.beheer->vind(r.regel.kop.door)->heeft_rol("rechtmatigheid")) {
      throw Fout(schending(r.bestand,
                           fmt::format("{} las het logboek zonder de rol rechtmatigheid", r.regel.kop.door.tekst()),
                           "zoek uit hoe dat kon: met de gewone opdracht kan het niet"));
    }
    r.inhoud = std::move(inhoud);
  }

  /// An entry that a later one names, must be there, and cannot go by a newer beheer.
  void toets_banden(std::size_t begin) {
    std::map<std::string, int> versies;
    const auto versie = [&](const Regel& r) {  // 0: the version that it names was taken away
      return r.beheer->digest == r.regel.kop.beheer ? r.beheer->versie : 0;
    };
    for (std::size_t i = begin; i < regels.size(); ++i) versies[regels[i].regel.digest] = versie(regels[i]);
    for (std::size_t i = begin; i < regels.size(); ++i) {
      for (const std::string& v : regels[i].regel.kop.vorige) {
        const auto er = versies.find(v);
        if (er == versies.end()) {
          meld(schending(regels[i].bestand,
                         fmt::format("deze regel volgt op {}, maar die ontbreekt of klopt niet", v)));
        } else if (versie(regels[i]) > 0 && er->second > versie(regels[i])) {
          meld(schending(regels[i].bestand, "deze regel noemt een ouder beheer dan een regel waarop hij volgt"));
        }
      }
    }
  }

  /// The order of a chain is that of its links: a clock can be put back.
  void geef_rang(std::size_t begin) {
    std::vector<proces::Invoer> skelet;
    for (std::size_t i = begin; i < regels.size(); ++i) {
      const stuk::Logregel& r = regels[i].regel;
      skelet.push_back({r.digest, r.kop.vorige, r.kop.datum, {}, {}, {}, Waarde::kaart(), {}});
    }
    std::map<std::string, std::size_t> rang;
    for (const proces::Invoer& i : proces::sorteer(std::move(skelet))) rang.emplace(i.digest, rang.size());
    for (std::size_t i = begin; i < regels.size(); ++i) regels[i].rang = rang.at(regels[i].regel.digest);
  }

  const Kast& kast_;
  const Lezer& lezer_;
  std::map<int, Jaar> jaren_;
  std::set<int> ontbreekt_;  // years with entries sealed to a key that is not here
};

}  // namespace

Logboek lees_logboek(const Kast& kast, const Lezer& lezer) {
  LogLezer gelezen(kast, lezer);
  gelezen.doe();
  Logboek uit;
  for (Regel& r : gelezen.regels) {
    if (r.inhoud) {
      uit.regels.push_back({r.bestand, r.regel.kop.datum, r.regel.digest, r.rang, std::move(*r.inhoud)});
    } else if (gelezen.verlopen.count(r.regel.kop.datum.jaar()) == 0) {
      ++uit.dicht;
    }
  }
  std::stable_sort(uit.regels.begin(), uit.regels.end(), [](const GelezenRegel& a, const GelezenRegel& b) {
    return std::tie(a.datum, a.inhoud.tijd, a.inhoud.gebruiker, a.rang) <
           std::tie(b.datum, b.inhoud.tijd, b.inhoud.gebruiker, b.rang);
  });
  uit.verlopen = std::move(gelezen.verlopen);
  std::copy_if(gelezen.bevindingen.begin(), gelezen.bevindingen.end(), std::back_inserter(uit.bevindingen),
               [](const Bevinding& b) { return b.soort == FoutSoort::integriteit; });
  return uit;
}

std::map<GebruikerId, LogKeten> log_ketens(const Kast& kast) {
  const Lezer niemand;
  LogLezer gelezen(kast, niemand);
  gelezen.doe();
  std::map<GebruikerId, LogKeten> uit;
  std::set<std::string> genoemd;
  for (const Regel& r : gelezen.regels) {
    uit[r.regel.kop.door].regels.insert(r.regel.digest);
    genoemd.insert(r.regel.kop.vorige.begin(), r.regel.kop.vorige.end());
  }
  for (auto& [wie, keten] : uit) {
    std::set_difference(keten.regels.begin(), keten.regels.end(), genoemd.begin(), genoemd.end(),
                        std::back_inserter(keten.koppen));
  }
  return uit;
}

std::vector<Bevinding> controleer_logboek(const Kast& kast, const Lezer& lezer) {
  LogLezer gelezen(kast, lezer);
  gelezen.doe();
  return std::move(gelezen.bevindingen);
}

}  // namespace pga::kast
