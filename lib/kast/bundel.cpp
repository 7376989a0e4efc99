// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/bundel.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/dubbel.h"
#include "lib/kast/ijkpunt.h"
#include "lib/kast/laad.h"
#include "lib/kast/maak_stuk.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernietig.h"
#include "lib/kast/vernieuw.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/rollen.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

constexpr std::size_t kMaxSleutelbestand = std::size_t{256} << 10U;
constexpr std::string_view kLog = "logboek-";
constexpr std::string_view kOpenbaar = "openbaar";

bool is_logmap(std::string_view naam) {
  return naam.size() == kLog.size() + 4 && naam.substr(0, kLog.size()) == kLog &&
         naam.find_first_not_of("0123456789", kLog.size()) == std::string_view::npos;
}

/// The keys that the sender had in any version of beheer here.
std::vector<const GebruikerSleutel*> sleutels_van(const std::vector<BeheerVersie>& keten, const GebruikerId& wie) {
  std::vector<const GebruikerSleutel*> uit;
  for (const BeheerVersie& v : keten) {
    const Gebruiker* g = v.vind(wie);
    if (g == nullptr) continue;
    for (const GebruikerSleutel& s : g->sleutels) uit.push_back(&s);
  }
  return uit;
}

Bevinding niet_gepakt(FoutSoort soort, std::string wat, std::string tip) {
  return {soort, {}, std::move(wat), std::move(tip), {}};
}

/// One run of packing.
class Pakker {
 public:
  Pakker(const Kast& kast, const Lezer& lezer, const Gebruiker& aan, Datum dag)
      : kast_(kast), lezer_(lezer), aan_(aan), dag_(dag), bewijzen_(kast, lezer) {}

  Pakket doe(const std::vector<Nummer>& alleen) {
    const std::vector<seal::Recipient> opent = openers();
    std::vector<Nummer> nummers = alleen;
    if (nummers.empty()) nummers = kast_.dossiers();
    if (alleen.empty() && kast_.heeft_gemeente()) nummers.push_back(Nummer::gemeente());
    for (const Nummer& n : nummers) dossier(n, !alleen.empty());
    if (uit_.dossiers.empty()) niets();
    logboek();
    return verzegel(stuk::BundelSoort::sleutelbundel, opent, "dit is te veel voor één bundel",
                    "pak de dossiers in delen: --dossier NUMMER");
  }

  Pakket doe_heel(const Nummer& nummer) {
    const std::vector<seal::Recipient> opent = openers();
    dossier(nummer, true);
    if (!uit_.niet.empty()) throw Fout(uit_.niet);
    for (stuk::BundelBestand& b : bestanden_) b.map = fmt::format("sleutels/{}", b.map);
    const auto alles = [](const std::string&) { return true; };
    neem_map(kast_.map() / "beheer", alles);
    // Others name every dossier of the kast.
    neem_map(kast_.map() / kIjkpunten, [&](const std::string& digest) { return is_ijkpunt_van_sleutel(digest); });
    neem_map(kast_.dossier_map(nummer), alles);
    return verzegel(stuk::BundelSoort::pak, opent, "dit dossier is te groot voor een pak",
                    "geef een kopie van de kast, en de sleutels met pga sleutels pak");
  }

 private:
  /// Every key that the addressee has in force.
  [[nodiscard]] std::vector<seal::Recipient> openers() const {
    std::vector<seal::Recipient> opent = aan_.openers_op(dag_);
    if (!opent.empty()) return opent;
    throw Fout(FoutSoort::sleutel, fmt::format("{} heeft geen sleutel die nu geldt", aan_.id.tekst()),
               "geef deze gebruiker eerst een nieuwe sleutel: pga gebruiker vernieuw-sleutel");
  }

  /// Sealed to those keys, and signed.
  Pakket verzegel(stuk::BundelSoort soort, const std::vector<seal::Recipient>& opent, std::string_view te_veel,
                  std::string_view tip) {
    const stuk::BundelKop kop{seal::random_hex(16),  dag_, auteur(lezer_), aan_.id, kast_.keten().front().digest,
                              kast_.beheer().digest, soort};
    const auto tekent = seal::SigningKey::derive(lezer_.identiteiten.at(lezer_.tekent_met));
    auto bytes = stuk::maak_bundel(kop, opent, bestanden_, tekent);
    if (!bytes) throw Fout(FoutSoort::gebruik, std::string(te_veel), std::string(tip));
    uit_.bytes = std::move(*bytes);
    uit_.bestanden = bestanden_.size();
    return std::move(uit_);
  }

  /// Whether an ended key names that ijkpunt: without it nobody can say which stukken that key still counts for.
  [[nodiscard]] bool is_ijkpunt_van_sleutel(const std::string& digest) const {
    const auto& alle = kast_.beheer().gebruikers;
    return std::any_of(alle.begin(), alle.end(), [&](const Gebruiker& g) {
      return std::any_of(g.sleutels.begin(), g.sleutels.end(),
                         [&](const GebruikerSleutel& s) { return s.ijkpunt == digest; });
    });
  }

  /// The files of a directory of the kast, by digest, under its path there.
  template <typename Kies>
  void neem_map(const Pad& map, Kies&& kies) {
    for (const Pad& pad : lees_map(map)) {
      const std::string naam = pad.filename().string();
      if (naam.rfind(kTijdelijk, 0) == 0) continue;
      std::string bytes = lees_bestand(pad, stuk::kMaxStuk);
      if (!kies(seal::digest(bytes))) continue;
      bestanden_.push_back({map.lexically_relative(kast_.map()).generic_string(), naam, std::move(bytes)});
    }
  }

  void dossier(const Nummer& nummer, bool gevraagd) {
    const std::string& n = nummer.tekst();
    const std::vector<SleutelBestand> alle = sleutelbestanden(kast_.sleutel_map(nummer));
    const bool heeft = std::any_of(alle.begin(), alle.end(),
                                   [&](const SleutelBestand& s) { return s.gebruiker == aan_.id.tekst(); });
    if (!heeft && !gevraagd) return;
    if (bewijzen_.van(n) != nullptr) {
      uit_.niet.push_back(niet_gepakt(FoutSoort::geweigerd, fmt::format("dossier {} wordt of is vernietigd", n),
                                      "sleutels daarvan gaan niet meer mee"));
      return;
    }
    const GeladenDossier d = laad(kast_, nummer, lezer_, Diepte::termijnen);
    eis_gaaf(d);
    if (!d.leesbaar) {
      uit_.niet.push_back(niet_gepakt(FoutSoort::sleutel,
                                      fmt::format("dossier {} gaat niet open met uw sleutel", n),
                                      "laat dit doen door een regisseur die dit dossier leest"));
    } else if (!is_gerechtigd(d)) {
      uit_.niet.push_back(niet_gepakt(FoutSoort::geweigerd,
                                      fmt::format("{} mag dossier {} niet lezen", aan_.id.tekst(), n),
                                      fmt::format("pga toegang {} toont wie het mag lezen", n)));
    } else if (!heeft) {
      uit_.niet.push_back(niet_gepakt(FoutSoort::sleutel,
                                      fmt::format("{} heeft hier geen sleutel van dossier {}", aan_.id.tekst(), n),
                                      fmt::format("geef hem die eerst: pga sleutels herstel {}", aan_.id.tekst())));
    } else if (overtollige(kast_, d, dag_).gebruikers.count(aan_.id.tekst()) != 0) {
      uit_.niet.push_back(niet_gepakt(
          FoutSoort::geweigerd,
          fmt::format("de sleutels van {} openen hier meer van dossier {} dan hij mag lezen", aan_.id.tekst(), n),
          fmt::format("vernietig eerst wat te veel is: pga toegang {} {}", n,
                      d.dossier.afgeschermd ? "scherm-af" : "vernieuw")));
    } else {
      neem(kast_.sleutel_map(nummer), n, vernietigde(d));
      uit_.dossiers.push_back(nummer);
    }
  }

  [[nodiscard]] bool is_gerechtigd(const GeladenDossier& d) const {
    const auto houders = gerechtigden(kast_.beheer(), d.nummer, d.dossier, dag_);
    return std::any_of(houders.begin(), houders.end(),
                       [&](const Gerechtigde& g) { return g.gebruiker->id == aan_.id; });
  }

  /// What a stuk says was destroyed, and what else should not be here.
  [[nodiscard]] std::vector<Pad> vernietigde(const GeladenDossier& d) const {
    std::vector<Pad> uit = teruggekomen(kast_, d);
    for (const proces::ToegangRegel& r : d.dossier.toegang) {
      for (const std::string& bestand : r.vernietigd) uit.push_back(kast_.sleutel_map(d.nummer) / bestand);
    }
    return uit;
  }

  /// The files of the addressee and the public ones; not what is damaged or should be gone.
  void neem(const Pad& map, const std::string& naam, const std::vector<Pad>& niet) {
    for (const Pad& pad : lees_map(map)) {
      if (std::find(niet.begin(), niet.end(), pad) != niet.end()) continue;
      const std::string bestand = pad.filename().string();
      std::error_code fout;
      if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(pad, fout))) continue;
      std::string bytes = lees_bestand(pad, kMaxSleutelbestand);
      if (is_sleutel_van(aan_.id, bestand, bytes)) bestanden_.push_back({naam, bestand, std::move(bytes)});
    }
  }

  /// Whoever writes seals an entry of the log, and must not make a second key of a year for it.
  void logboek() {
    for (const Pad& map : lees_map(kast_.sleutels())) {
      if (is_logmap(map.filename().string())) neem(map, map.filename().string(), {});
    }
  }

  [[noreturn]] void niets() const {
    if (!uit_.niet.empty()) throw Fout(uit_.niet);
    throw Fout(FoutSoort::sleutel, fmt::format("er ligt hier geen enkele sleutel voor {}", aan_.id.tekst()),
               fmt::format("mag {} dossiers lezen, geef dan eerst sleutels: pga sleutels herstel {}",
                           aan_.id.tekst(), aan_.id.tekst()));
  }

  const Kast& kast_;
  const Lezer& lezer_;
  const Gebruiker& aan_;
  Datum dag_;
  Bewijzen bewijzen_;
  std::vector<stuk::BundelBestand> bestanden_;
  Pakket uit_;
};

/// One run of receiving.
class Ontvanger {
 public:
  Ontvanger(const Kast& kast, const Lezer& lezer, std::string_view bytes, std::string naam, Datum dag)
      : kast_(kast), lezer_(lezer), bytes_(bytes), naam_(std::move(naam)), dag_(dag), bewijzen_(kast, lezer) {}

  Ontvangst doe() {
    const stuk::Bundel bundel = stuk::lees_bundel(bytes_, naam_);
    toets_afzender(bundel);
    if (!lezer_.id || bundel.kop.aan != *lezer_.id) {
      weiger(FoutSoort::sleutel,
             fmt::format("deze bundel is voor {}, en u bent {}", bundel.kop.aan.tekst(),
                         lezer_.id ? lezer_.id->tekst() : "geen gebruiker van deze kast"),
             "geef hem aan degene voor wie hij is, of wijs met PGA_IDENTITEIT de goede sleutel aan");
    }
    Ontvangst uit{bundel.kop, {}, {}, 0, {}};
    for (stuk::BundelBestand& b : stuk::open_bundel(bundel, lezer_.identiteiten, naam_)) neem(std::move(b), uit);
    for (const Nummer& n : nieuw_) uit.dossiers.push_back(n);
    if (nieuw_.empty() && uit.er_al == 0 && !uit.geweigerd.empty()) throw Fout(std::move(uit.geweigerd));
    return uit;
  }

 private:
  [[noreturn]] void weiger(FoutSoort soort, std::string wat, std::string tip) const {
    throw Fout(soort, std::move(wat), std::move(tip), Plaats{naam_, 0, 0});
  }

  /// Signed by a regisseur of this kast, with a key that still counts: who stole one could write any day on it.
  void toets_afzender(const stuk::Bundel& bundel) const {
    const stuk::BundelKop& kop = bundel.kop;
    const GebruikerSleutel* getekend = getekend_met(kast_.keten(), bundel, bytes_);
    const auto sleutels = sleutels_van(kast_.keten(), kop.door);
    const bool bekend = std::any_of(sleutels.begin(), sleutels.end(), [&](const GebruikerSleutel* s) {
      return seal::names_key(s->tekent, bundel.handtekening);
    });
    const bool eigen = kop.kast == kast_.keten().front().digest;
    if (getekend == nullptr && bekend) {
      weiger(FoutSoort::integriteit, fmt::format("deze bundel is veranderd nadat {} hem tekende", kop.door.tekst()),
             "gebruik hem niet; vraag de afzender langs een andere weg om een nieuwe");
    }
    if (!eigen) {
      weiger(FoutSoort::geen_kast, "deze bundel is van een andere kast",
             "wijs met -C de kast aan waar hij bij hoort; pga beleid toont de vingerafdruk van een kast");
    }
    if (kast_.beheer_van(kop.beheer) == nullptr) {
      weiger(FoutSoort::integriteit, "deze bundel gaat uit van een versie van het beheer die hier niet is",
             "haal eerst de laatste stand van de kast op (git pull)");
    }
    const Gebruiker* nu = kast_.beheer().vind(kop.door);
    if (getekend == nullptr || nu == nullptr) {
      weiger(FoutSoort::integriteit, fmt::format("deze bundel is niet getekend door {}", kop.door.tekst()),
             "gebruik hem niet; vraag een regisseur om een nieuwe");
    }
    if (!proces::mag_tekenen("uitreiking", nu->rollen)) {
      weiger(FoutSoort::integriteit, fmt::format("{} is geen regisseur en reikt geen sleutels uit", nu->id.tekst()),
             "vraag een regisseur om een bundel");
    }
    const bool geldt = std::any_of(nu->sleutels.begin(), nu->sleutels.end(), [&](const GebruikerSleutel& s) {
      return s.tekent == getekend->tekent && !(s.tot && *s.tot < dag_);
    });
    if (!geldt) {
      weiger(FoutSoort::integriteit,
             fmt::format("deze bundel is getekend met een sleutel van {} die is geëindigd", nu->id.tekst()),
             "vraag een nieuwe bundel");
    }
  }

  void neem(stuk::BundelBestand b, Ontvangst& uit) {
    const auto nummer = Nummer::lees_dossier(b.map);
    const bool goed = is_sleutel_van(*lezer_.id, b.naam, b.bytes) && b.bytes.size() <= kMaxSleutelbestand &&
                      (nummer || is_logmap(b.map));
    if (!goed) {
      weiger(FoutSoort::integriteit, "in deze bundel zit een bestand dat daar niet hoort",
             "gebruik hem niet; vraag de afzender om een nieuwe");
    }
    if (nummer && !neemt(*nummer, uit)) return;
    const Pad pad = kast_.sleutels() / b.map / b.naam;
    if (nummer && is_vernietigd(*nummer, b.naam, uit)) return;
    std::error_code fout;
    if (std::filesystem::exists(std::filesystem::symlink_status(pad, fout))) {
      if (lees_bestand(pad, kMaxSleutelbestand) != b.bytes) {
        throw Fout(FoutSoort::integriteit, "dit sleutelbestand is hier veranderd: het past niet meer bij zijn naam",
                   "haal het weg, en geef de opdracht opnieuw", Plaats{pad.string(), 0, 0});
      }
      if (nummer) ++uit.er_al;
      return;
    }
    uit.bestanden.push_back({pad, std::move(b.bytes), 0600});
    if (nummer) nieuw_.insert(*nummer);
  }

  /// Whether keys of that dossier are laid down: it is there, and was not destroyed.
  bool neemt(const Nummer& nummer, Ontvangst& uit) {
    if (const auto al = oordeel_.find(nummer); al != oordeel_.end()) return al->second;
    bool goed = false;
    if (const proces::VernietigingStand* v = bewijzen_.van(nummer.tekst())) {
      uit.geweigerd.push_back(
          {FoutSoort::geweigerd, Plaats{naam_, 0, 0},
           v->voltooid_op ? fmt::format("dossier {} is vernietigd op {}: sleutels ervan komen niet terug",
                                        nummer.tekst(), v->voltooid_op->lang())
                          : fmt::format("de vernietiging van dossier {} is begonnen op {}: sleutels ervan komen er "
                                        "niet bij",
                                        nummer.tekst(), v->begonnen_op.lang()),
           "vernietig deze bundel", "artikel 9 Wet PGA"});
    } else if (!is_er(nummer)) {
      uit.geweigerd.push_back(
          {FoutSoort::geen_kast,
           Plaats{naam_, 0, 0},
           fmt::format("dossier {} staat niet in deze kast", nummer.tekst()),
           "haal eerst de laatste stand op (git pull) en geef de opdracht opnieuw; is het dossier "
           "vernietigd, vernietig dan deze bundel",
           {}});
    } else {
      goed = true;
    }
    oordeel_.emplace(nummer, goed);
    return goed;
  }

  [[nodiscard]] bool is_er(const Nummer& nummer) const {
    if (nummer.is_gemeente()) return kast_.heeft_gemeente();
    const std::vector<Nummer> alle = kast_.dossiers();
    return std::binary_search(alle.begin(), alle.end(), nummer);
  }

  /// Whether a stuk in that dossier says that this very file was destroyed.
  bool is_vernietigd(const Nummer& nummer, const std::string& naam, Ontvangst& uit) {
    auto er = vernietigd_.find(nummer);
    if (er == vernietigd_.end()) {
      er = vernietigd_.emplace(nummer, std::set<std::string>()).first;
      const GeladenDossier d = laad(kast_, nummer, lezer_, Diepte::termijnen);
      for (const proces::ToegangRegel& r : d.dossier.toegang) {
        er->second.insert(r.vernietigd.begin(), r.vernietigd.end());
      }
    }
    if (er->second.count(naam) == 0) return false;
    uit.geweigerd.push_back(
        {FoutSoort::geweigerd, Plaats{naam_, 0, 0},
         fmt::format("van dossier {} is sleutelbestand {} vernietigd: het komt niet terug", nummer.tekst(), naam),
         "de bundel is ouder dan dat; vraag de afzender om een nieuwe", "artikel 13 Wet PGA"});
    return true;
  }

  const Kast& kast_;
  const Lezer& lezer_;
  std::string_view bytes_;
  std::string naam_;
  Datum dag_;
  Bewijzen bewijzen_;
  std::map<Nummer, bool> oordeel_;
  std::map<Nummer, std::set<std::string>> vernietigd_;
  std::set<Nummer> nieuw_;
};

}  // namespace

bool is_sleutel_van(const GebruikerId& wie, const std::string& naam, const std::string& bytes) {
  const std::string hash = seal::hash8(seal::digest(bytes));
  return naam == fmt::format("{}-{}.yaml", kOpenbaar, hash) || naam == fmt::format("{}-{}.age", wie.tekst(), hash);
}

const GebruikerSleutel* getekend_met(const std::vector<BeheerVersie>& keten, const stuk::Bundel& bundel,
                                     std::string_view bytes) {
  const auto sleutels = sleutels_van(keten, bundel.kop.door);
  const auto er = std::find_if(sleutels.begin(), sleutels.end(), [&](const GebruikerSleutel* s) {
    return stuk::klopt_handtekening(bytes, bundel, s->tekent);
  });
  return er == sleutels.end() ? nullptr : *er;
}

Pakket pak_dossier(const Kast& kast, const Lezer& lezer, const Gebruiker& aan, const Nummer& nummer, Datum dag) {
  eis_een_beheer(kast);
  return Pakker(kast, lezer, aan, dag).doe_heel(nummer);
}

Pakket pak_sleutels(const Kast& kast, const Lezer& lezer, const Gebruiker& aan, const std::vector<Nummer>& alleen,
                    Datum dag) {
  eis_een_beheer(kast);
  return Pakker(kast, lezer, aan, dag).doe(alleen);
}

Ontvangst ontvang_sleutels(const Kast& kast, const Lezer& lezer, std::string_view bytes, const std::string& naam,
                           Datum dag) {
  return Ontvanger(kast, lezer, bytes, naam, dag).doe();
}

}  // namespace pga::kast
