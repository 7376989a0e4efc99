// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/brief_sjabloon.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "lib/basis/fout.h"
#include "lib/basis/nabij.h"
#include "lib/weergave/teken.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {
namespace {

constexpr std::size_t kMaxDiepte = 8;
constexpr std::size_t kMaxBevindingen = 50;

std::string_view zonder_rand(std::string_view tekst) {
  const std::size_t begin = tekst.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return tekst.substr(begin, tekst.find_last_not_of(" \t") - begin + 1);
}

bool begint(std::string_view tekst, std::string_view met) { return tekst.substr(0, met.size()) == met; }

/// Reads a template line by line.
class SjabloonLezer {
 public:
  SjabloonLezer(const std::string& bestand, const SjabloonWoorden& woorden) : bestand_(bestand), woorden_(woorden) {
    diep_.push_back({&uit_.knopen, {}, {}, 0});
  }

  Sjabloon lees(std::string_view tekst) {
    if (begint(tekst, "\xef\xbb\xbf")) tekst.remove_prefix(3);
    if (tekst.size() > kMaxSjabloon) meld(0, 0, "dit sjabloon is te groot", "een sjabloon is hooguit 64 KiB");
    while (!tekst.empty() && bevindingen_.size() < kMaxBevindingen) {
      const std::size_t einde = std::min(tekst.find('\n'), tekst.size());
      ++regel_;
      std::string_view r = tekst.substr(0, einde);
      if (!r.empty() && r.back() == '\r') r.remove_suffix(1);
      lees_regel(r);
      tekst.remove_prefix(std::min(einde + 1, tekst.size()));
    }
    for (std::size_t i = diep_.size(); i > 1; --i) {
      meld(diep_[i - 1].regel, 1, fmt::format("{{{{#{}}}}} wordt niet gesloten", diep_[i - 1].soort),
           fmt::format("zet {{{{/{}}}}} op een eigen regel", diep_[i - 1].soort));
    }
    if (uit_.knopen.empty() && bevindingen_.empty()) {
      meld(0, 0, "dit sjabloon is leeg", "begin met het ingebouwde sjabloon: --toon-brief-sjabloon");
    }
    if (!bevindingen_.empty()) throw Fout(std::move(bevindingen_));
    return std::move(uit_);
  }

 private:
  struct Open {
    std::vector<Sjabloon::Knoop>* kinderen;
    std::string soort;
    std::string naam;
    int regel;
  };

  void meld(int regel, std::size_t kolom, std::string wat, std::string tip) {
    bevindingen_.push_back(
        {FoutSoort::document, {bestand_, regel, static_cast<int>(kolom)}, std::move(wat), std::move(tip), {}});
  }

  /// The column of a byte of the line at hand, in letters.
  static std::size_t kolom(std::string_view regel, std::size_t byte) {
    std::string_view tot = regel.substr(0, byte);
    std::size_t n = 1;
    while (!tot.empty()) {
      (void)volgend_teken(tot);
      ++n;
    }
    return n;
  }

  /// Whether each sign of the line may stand in a letter.
  bool is_leesbaar(std::string_view regel) {
    std::string_view rest = regel;
    while (!rest.empty()) {
      const std::size_t byte = regel.size() - rest.size();
      const Teken t = volgend_teken(rest);
      if (t.punt == '\t' || veilig(t.bytes) == t.bytes) continue;
      meld(regel_, kolom(regel, byte), fmt::format("dit teken kan niet in een brief: {}", veilig(t.bytes)),
           "sla het sjabloon op als gewone tekst in UTF-8, zonder onzichtbare tekens");
      return false;
    }
    return true;
  }

  void lees_regel(std::string_view regel) {
    const std::string_view tekst = zonder_rand(regel);
    if (!is_leesbaar(regel)) return;
    if (tekst.empty()) {
      los_ = true;
    } else if (begint(tekst, "{{!") && tekst.size() >= 5 && tekst.substr(tekst.size() - 2) == "}}") {
      return;
    } else if (begint(tekst, "{{#") || begint(tekst, "{{/") || begint(tekst, "{{!")) {
      lees_teken(regel, tekst);
    } else if (begint(tekst, "#")) {
      lees_kop(regel, tekst);
    } else if (begint(tekst, "- ") || tekst == "-") {
      voeg_regel(BriefBlokSoort::lijst, lees_delen(regel, tekst.substr(1)));
    } else if (tekst.front() == '|') {
      voeg_regel(BriefBlokSoort::regels, lees_delen(regel, tekst.substr(1)));
    } else {
      voeg_alinea(lees_delen(regel, tekst));
    }
  }

  void lees_kop(std::string_view regel, std::string_view tekst) {
    const std::size_t hekjes = std::min(tekst.find_first_not_of('#'), tekst.size());
    const std::string_view kop = zonder_rand(tekst.substr(hekjes));
    if (hekjes > 2 || kop.empty() || tekst[hekjes] != ' ') {
      meld(regel_, kolom(regel, regel.find('#')), "dit is geen kop",
           "schrijf # en een spatie voor de titel, of ## en een spatie voor een tussenkop");
      return;
    }
    voeg_blok(hekjes == 1 ? BriefBlokSoort::titel : BriefBlokSoort::kop, lees_delen(regel, kop));
    los_ = true;
  }

  /// {{#als …}}, {{#onderdeel …}} or their end.
  void lees_teken(std::string_view regel, std::string_view tekst) {
    const std::size_t hier = kolom(regel, regel.find("{{"));
    los_ = true;
    if (tekst.find("}}") != tekst.size() - 2) {
      meld(regel_, hier, "dit staat niet alleen op een regel, of }} ontbreekt",
           "zet {{#…}}, {{/…}} en {{! … }} elk op een eigen regel");
      return;
    }
    const std::string_view binnen = zonder_rand(tekst.substr(3, tekst.size() - 5));
    const std::size_t spatie = std::min(binnen.find(' '), binnen.size());
    const std::string soort(binnen.substr(0, spatie));
    std::string naam(zonder_rand(binnen.substr(spatie)));
    if (soort != "als" && soort != "onderdeel") {
      return onbekend(hier, "het teken", soort, {"als", "onderdeel"});
    }
    if (tekst[2] == '/') return sluit(hier, soort);
    Sjabloon::Knoop knoop{soort == "als" ? Sjabloon::Soort::als : Sjabloon::Soort::onderdeel,
                          BriefBlokSoort::alinea,
                          {},
                          {},
                          false,
                          {}};
    if (soort == "als" && begint(naam, "niet ")) {
      knoop.niet = true;
      naam = std::string(zonder_rand(std::string_view(naam).substr(5)));
    }
    const auto& bekend = soort == "als" ? woorden_.voorwaarden : woorden_.onderdelen;
    if (std::find(bekend.begin(), bekend.end(), naam) == bekend.end()) {
      onbekend(hier, soort == "als" ? "de voorwaarde" : "het onderdeel", naam, bekend);
    }
    if (diep_.size() > kMaxDiepte) {
      meld(regel_, hier, "hier staat te veel in elkaar", "gebruik hooguit acht lagen");
    }
    knoop.naam = naam;
    diep_.back().kinderen->push_back(std::move(knoop));
    diep_.push_back({&diep_.back().kinderen->back().kinderen, soort, naam, regel_});
  }

  void sluit(std::size_t hier, const std::string& soort) {
    if (diep_.size() == 1) {
      meld(regel_, hier, fmt::format("{{{{/{}}}}} sluit niets", soort), "haal deze regel weg");
    } else if (diep_.back().soort != soort) {
      meld(regel_, hier,
           fmt::format("{{{{/{}}}}} staat hier, maar {{{{#{} {}}}}} van regel {} is nog open", soort,
                       diep_.back().soort, diep_.back().naam, diep_.back().regel),
           fmt::format("zet eerst {{{{/{}}}}}", diep_.back().soort));
      diep_.pop_back();
    } else {
      diep_.pop_back();
    }
  }

  void onbekend(std::size_t hier, std::string_view wat, const std::string& woord,
                const std::vector<std::string>& bekend) {
    const std::string dichtbij = nabij(woord, bekend);
    std::string keuzes;
    for (const std::string& b : bekend) keuzes += (keuzes.empty() ? "" : ", ") + b;
    meld(regel_, hier, fmt::format("{} \"{}\" bestaat niet in dit sjabloon", wat, veilig(woord)),
         dichtbij.empty() ? fmt::format("kies uit: {}", keuzes) : fmt::format("bedoelde u \"{}\"?", dichtbij));
  }

  /// A line of text with its places.
  Sjabloon::Regel lees_delen(std::string_view regel, std::string_view tekst) {
    Sjabloon::Regel uit;
    tekst = zonder_rand(tekst);
    const auto hier = [&](std::string_view rest) {
      return kolom(regel, static_cast<std::size_t>(rest.data() - regel.data()));
    };
    while (!tekst.empty()) {
      const std::size_t begin = std::min(tekst.find("{{"), tekst.size());
      const std::size_t los = tekst.find("}}");
      if (los < begin) {
        meld(regel_, hier(tekst.substr(los)), "hier staat }} zonder {{ ervoor", "zet {{ voor de naam");
        return {};
      }
      if (begin > 0) uit.push_back({false, std::string(tekst.substr(0, begin))});
      if (begin == tekst.size()) break;
      const std::size_t einde = tekst.find("}}", begin);
      if (einde == std::string_view::npos) {
        meld(regel_, hier(tekst.substr(begin)), "hier staat {{ zonder }} erachter", "zet }} achter de naam");
        return {};
      }
      const std::string naam(zonder_rand(tekst.substr(begin + 2, einde - begin - 2)));
      if (begint(naam, "#") || begint(naam, "/") || begint(naam, "!")) {
        meld(regel_, hier(tekst.substr(begin)), "dit staat niet alleen op een regel",
             "zet {{#…}}, {{/…}} en {{! … }} elk op een eigen regel");
      } else if (std::find(woorden_.plaatsen.begin(), woorden_.plaatsen.end(), naam) == woorden_.plaatsen.end()) {
        onbekend(hier(tekst.substr(begin)), "de naam", naam, woorden_.plaatsen);
      }
      uit.push_back({true, naam});
      tekst.remove_prefix(einde + 2);
    }
    return uit;
  }

  void voeg_blok(BriefBlokSoort soort, Sjabloon::Regel regel) {
    diep_.back().kinderen->push_back({Sjabloon::Soort::blok, soort, {std::move(regel)}, {}, false, {}});
    los_ = false;
  }

  /// The block that this line goes on with, if any.
  Sjabloon::Knoop* vervolg(BriefBlokSoort soort) {
    std::vector<Sjabloon::Knoop>& hier = *diep_.back().kinderen;
    const bool past =
        !los_ && !hier.empty() && hier.back().soort == Sjabloon::Soort::blok && hier.back().blok == soort;
    return past ? &hier.back() : nullptr;
  }

  void voeg_regel(BriefBlokSoort soort, Sjabloon::Regel regel) {
    if (Sjabloon::Knoop* knoop = vervolg(soort)) {
      knoop->regels.push_back(std::move(regel));
    } else {
      voeg_blok(soort, std::move(regel));
    }
  }

  void voeg_alinea(Sjabloon::Regel regel) {
    if (Sjabloon::Knoop* knoop = vervolg(BriefBlokSoort::alinea)) {
      Sjabloon::Regel& alinea = knoop->regels.front();
      alinea.push_back({false, " "});
      alinea.insert(alinea.end(), regel.begin(), regel.end());
    } else if (Sjabloon::Knoop* item = vervolg(BriefBlokSoort::lijst)) {  // a long item goes on
      item->regels.back().push_back({false, " "});
      item->regels.back().insert(item->regels.back().end(), regel.begin(), regel.end());
    } else {
      voeg_blok(BriefBlokSoort::alinea, std::move(regel));
    }
  }

  const std::string& bestand_;
  const SjabloonWoorden& woorden_;
  Sjabloon uit_;
  std::vector<Open> diep_;
  std::vector<Bevinding> bevindingen_;
  int regel_ = 0;
  bool los_ = true;  // an empty line or a mark came before
};

/// "a, b en c".
std::string opsomming(const std::vector<std::string>& waarden) {
  std::string uit;
  for (std::size_t i = 0; i < waarden.size(); ++i) {
    if (i > 0) uit += i + 1 == waarden.size() ? " en " : ", ";
    uit += waarden[i];
  }
  return uit;
}

/// Fills a template.
class Vuller {
 public:
  explicit Vuller(const Vulling& vulling) : vulling_(vulling) {}

  GevuldeBrief doe(const std::vector<Sjabloon::Knoop>& knopen) {
    for (const Sjabloon::Knoop& k : knopen) knoop(k);
    return std::move(uit_);
  }

 private:
  void knoop(const Sjabloon::Knoop& k) {
    if (k.soort == Sjabloon::Soort::als) {
      if ((vulling_.voorwaarden.count(k.naam) != 0) == k.niet) return;
      for (const Sjabloon::Knoop& kind : k.kinderen) knoop(kind);
    } else if (k.soort == Sjabloon::Soort::onderdeel) {
      binnen_.push_back(k.naam);
      for (const Sjabloon::Knoop& kind : k.kinderen) knoop(kind);
      binnen_.pop_back();
    } else {
      blok(k);
    }
  }

  void blok(const Sjabloon::Knoop& k) {
    BriefBlok b{k.blok, {}};
    plaatsen_.clear();
    const bool meer = k.blok == BriefBlokSoort::lijst || k.blok == BriefBlokSoort::regels;
    for (const Sjabloon::Regel& r : k.regels) {
      if (meer && r.size() == 1 && r.front().plaats) {
        uitgeklapt(b, r.front().tekst);
      } else {
        b.regels.push_back(regel(r));
      }
    }
    const bool leeg = std::all_of(b.regels.begin(), b.regels.end(), [](const BriefRegel& r) { return r.empty(); });
    if (b.regels.empty() || (leeg && b.soort != BriefBlokSoort::regels)) return;
    for (const std::string& id : binnen_) uit_.onderdelen[id].insert(plaatsen_.begin(), plaatsen_.end());
    uit_.blad.push_back(std::move(b));
  }

  const BriefWaarde& neem(const std::string& plaats) {
    plaatsen_.insert(plaats);
    const BriefWaarde& w = vulling_.waarden.at(plaats);
    const bool nieuw = std::find(uit_.open.begin(), uit_.open.end(), plaats) == uit_.open.end();
    if (!w.open.empty() && nieuw) uit_.open.push_back(plaats);
    return w;
  }

  static BriefStukje open(const BriefWaarde& w) { return {fmt::format("[vul in: {}]", w.open), true}; }

  void uitgeklapt(BriefBlok& b, const std::string& plaats) {
    const BriefWaarde& w = neem(plaats);
    for (const std::string& t : w.waarden) b.regels.push_back({{t, false}});
    if (!w.open.empty()) b.regels.push_back({open(w)});
  }

  BriefRegel regel(const Sjabloon::Regel& r) {
    BriefRegel uit;
    const auto voeg = [&](const std::string& tekst) {
      if (tekst.empty()) return;
      if (!uit.empty() && !uit.back().open) {
        uit.back().tekst += tekst;
      } else {
        uit.push_back({tekst, false});
      }
    };
    for (const Sjabloon::Deel& d : r) {
      if (!d.plaats) {
        voeg(d.tekst);
        continue;
      }
      const BriefWaarde& w = neem(d.tekst);
      voeg(opsomming(w.waarden));
      if (w.open.empty()) continue;
      if (!w.waarden.empty()) voeg(" en ");
      uit.push_back(open(w));
    }
    return uit;
  }

  const Vulling& vulling_;
  std::vector<std::string> binnen_;  // the elements that are open
  std::set<std::string> plaatsen_;   // in the block at hand
  GevuldeBrief uit_;
};

}  // namespace

Sjabloon lees_sjabloon(std::string_view tekst, const std::string& bestand, const SjabloonWoorden& woorden) {
  return SjabloonLezer(bestand, woorden).lees(tekst);
}

GevuldeBrief vul(const Sjabloon& sjabloon, const Vulling& vulling) { return Vuller(vulling).doe(sjabloon.knopen); }

}  // namespace pga::weergave
