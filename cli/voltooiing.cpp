// SPDX-License-Identifier: EUPL-1.2
#include "cli/voltooiing.h"

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>
#include <utility>

#include "cli/opdracht.h"

namespace pga::cli {
namespace {

struct Kandidaat {
  std::string woord;
  std::string uitleg;
};

struct Optie {
  std::vector<std::string> namen;
  std::string waarde;  // empty: a flag
  std::vector<std::string> keuzes;
  std::string uitleg;
};

/// What a command takes, as it binds it; nothing is parsed.
class Verzamelaar : public Opties {
 public:
  void vlag(std::string_view namen, bool& /*doel*/, std::string_view uitleg) override {
    neem(namen, {}, {}, uitleg);
  }
  void optie(std::string_view namen, std::optional<std::string>& /*doel*/, std::string_view waarde,
             std::string_view uitleg) override {
    neem(namen, waarde, {}, uitleg);
  }
  void keuze(std::string_view namen, std::optional<std::string>& /*doel*/, const std::vector<std::string>& keuzes,
             std::string_view uitleg) override {
    neem(namen, kWaarde, keuzes, uitleg);
  }
  void opties(std::string_view namen, std::vector<std::string>& /*doel*/, std::string_view waarde,
              std::string_view uitleg) override {
    neem(namen, waarde, {}, uitleg);
  }
  void argument(std::string_view naam, std::optional<std::string>& /*doel*/, std::string_view /*uitleg*/) override {
    argumenten.emplace_back(naam);
  }

  [[nodiscard]] const Optie* vind(std::string_view naam) const {
    const auto er = std::find_if(alle.begin(), alle.end(), [&](const Optie& o) {
      return std::find(o.namen.begin(), o.namen.end(), naam) != o.namen.end();
    });
    return er == alle.end() ? nullptr : &*er;
  }

  std::vector<Optie> alle;
  std::vector<std::string> argumenten;

 private:
  void neem(std::string_view namen, std::string_view waarde, std::vector<std::string> keuzes,
            std::string_view uitleg) {
    Optie o{{}, std::string(waarde), std::move(keuzes), std::string(uitleg)};
    while (!namen.empty()) {
      const std::size_t komma = std::min(namen.find(','), namen.size());
      o.namen.emplace_back(namen.substr(0, komma));
      namen.remove_prefix(std::min(komma + 1, namen.size()));
    }
    alle.push_back(std::move(o));
  }
};

constexpr std::string_view kKast = "--kast";

/// The command that the line names so far, and what stands behind its name.
class Regel {
 public:
  explicit Regel(const std::vector<std::string>& woorden) {
    for (Groep& g : maak_opdrachten()) {
      std::move(g.opdrachten.begin(), g.opdrachten.end(), std::back_inserter(takken_));
    }
    Globaal globaal;
    bind_globaal(neemt_, globaal);
    const std::size_t laatste = woorden.size() - 1;
    for (std::size_t i = 0; i < laatste; ++i) {
      if (i == 0 && woorden[i] == "help") continue;
      lees(woorden, i);
    }
  }

  [[nodiscard]] const std::vector<std::unique_ptr<Opdracht>>& takken() const { return takken_; }
  [[nodiscard]] const Verzamelaar& neemt() const { return neemt_; }
  [[nodiscard]] const Optie* wacht_op() const { return wacht_op_; }
  [[nodiscard]] bool gekozen() const { return !boven_.empty(); }
  [[nodiscard]] std::size_t gegeven() const { return gegeven_; }
  /// The kasten that the line names.
  [[nodiscard]] const std::vector<std::string>& kasten() const { return kasten_; }

 private:
  void lees(const std::vector<std::string>& woorden, std::size_t& i) {
    const std::string& w = woorden[i];
    wacht_op_ = nullptr;
    if (w.rfind('-', 0) == 0) {
      const std::size_t is = w.find('=');
      const Optie* o = neemt_.vind(w.substr(0, is));
      if (o == nullptr || o->waarde.empty()) return;
      const bool kast = o->namen.back() == kKast;
      if (is != std::string::npos) {
        if (kast) kasten_.push_back(w.substr(is + 1));
      } else if (i + 2 == woorden.size()) {
        wacht_op_ = o;  // its value stands at the cursor
      } else {
        ++i;
        if (kast) kasten_.push_back(woorden[i]);
      }
      return;
    }
    const auto er = std::find_if(takken_.begin(), takken_.end(), [&](const auto& t) { return t->naam() == w; });
    if (gegeven_ > 0 || er == takken_.end()) {
      ++gegeven_;
      return;
    }
    boven_.push_back(std::move(*er));
    boven_.back()->bind(neemt_);
    takken_ = boven_.back()->onderdelen();
  }

  std::vector<std::unique_ptr<Opdracht>> boven_;   // the command, and the one within it; they hold what is bound
  std::vector<std::unique_ptr<Opdracht>> takken_;  // what may be named next
  Verzamelaar neemt_;
  const Optie* wacht_op_ = nullptr;
  std::vector<std::string> kasten_;
  std::size_t gegeven_ = 0;  // arguments
};

std::vector<Kandidaat> dossiers(const kast::Kast& kast) {
  std::vector<Kandidaat> uit;
  for (const Nummer& n : kast.dossiers()) uit.push_back({n.tekst(), "dossier"});
  if (kast.heeft_gemeente()) uit.push_back({Nummer::gemeente().tekst(), "het dossier van de gemeente zelf"});
  return uit;
}

std::vector<Kandidaat> gebruikers(const kast::Kast& kast) {
  std::vector<Kandidaat> uit;
  for (const kast::Gebruiker& g : kast.beheer().gebruikers) uit.push_back({g.id.tekst(), g.organisatie});
  return uit;
}

/// The values that go by this name in the help.
std::vector<Kandidaat> waarden(const Omgeving& omgeving, std::string_view naam) {
  try {
    if (naam == "NUMMER") return dossiers(omgeving.open_kast());
    if (naam == "GEBRUIKER" || naam == "ID") return gebruikers(omgeving.open_kast());
  } catch (const Fout&) {
    return {};  // no kast here
  }
  if (naam == "BESTAND" || naam == "MAP" || naam == "BUNDEL") return {{std::string(kBestand), {}}};
  return {};
}

std::vector<Kandidaat> waarden_van(const Omgeving& omgeving, const Optie& o) {
  std::vector<Kandidaat> uit;
  for (const std::string& k : o.keuzes) uit.push_back({k, {}});
  if (!uit.empty()) return uit;
  const bool wie = o.waarde != "ID" || std::find(o.namen.begin(), o.namen.end(), "--gebruiker") != o.namen.end();
  return wie ? waarden(omgeving, o.waarde) : uit;
}

std::vector<Kandidaat> argument(const Omgeving& omgeving, const Regel& regel) {
  const std::vector<std::string>& namen = regel.neemt().argumenten;
  if (regel.gegeven() >= namen.size()) return {};
  std::string_view naam = namen[regel.gegeven()];
  if (naam == "[ID]") return {};  // of an action, which is sealed
  if (naam.front() == '[') naam = naam.substr(1, naam.size() - 2);
  return waarden(omgeving, naam);
}

std::vector<Kandidaat> kandidaten(const Omgeving& omgeving, const Regel& regel, const std::string& hier) {
  if (regel.wacht_op() != nullptr) return waarden_van(omgeving, *regel.wacht_op());
  std::vector<Kandidaat> uit;
  if (hier.rfind('-', 0) == 0) {
    for (const Optie& o : regel.neemt().alle) uit.push_back({o.namen.back(), o.uitleg});
    return uit;
  }
  if (regel.gegeven() == 0) {
    for (const auto& t : regel.takken()) uit.push_back({std::string(t->naam()), std::string(t->kort())});
    if (!regel.gekozen()) uit.push_back({"help", "uitleg bij een opdracht"});
  }
  for (Kandidaat& k : argument(omgeving, regel)) uit.push_back(std::move(k));
  return uit;
}

}  // namespace

void druk_kandidaten(Omgeving& omgeving, const std::vector<std::string>& woorden) {
  if (woorden.empty()) return;
  const std::string& hier = woorden.back();
  const Regel regel(woorden);
  omgeving.globaal.kasten = regel.kasten();
  for (const Kandidaat& k : kandidaten(omgeving, regel, hier)) {
    if (k.woord != kBestand && k.woord.rfind(hier, 0) != 0) continue;
    omgeving.uit << k.woord;
    if (!k.uitleg.empty()) omgeving.uit << '\t' << k.uitleg;
    omgeving.uit << '\n';
  }
}

}  // namespace pga::cli
