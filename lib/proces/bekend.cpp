// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/bekend.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/basis/zin.h"
#include "lib/proces/naam_in_id.h"

namespace pga::proces {
namespace {

constexpr std::size_t kKortsteWoord = 3;    // of a name, to stand for it
constexpr std::size_t kKortsteGegeven = 5;  // signs

constexpr std::array<std::string_view, 3> kNamen = {"naam", "voornaam", "achternaam"};
constexpr std::array<std::string_view, 3> kGegevens = {"bsn", "email", "geboortedatum"};
// Free text in which a number or an e-mail address can stand among words that anybody uses.
constexpr std::array<std::string_view, 2> kBereikbaar = {"telefoon", "contact"};

template <class Lijst>
bool een_van(const Lijst& lijst, std::string_view woord) {
  return std::find(lijst.begin(), lijst.end(), woord) != lijst.end();
}

/// Letters and digits only, lower case: "0000 - 123 456" and "0000123456" are one number.
std::string aaneen(std::string_view tekst) {
  std::string uit;
  for (const char c : tekst) {
    if (c >= 'A' && c <= 'Z') uit += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) uit += c;
  }
  return uit;
}

/// A word of a text: as it compares, and whether it begins with a capital.
struct Woord {
  std::string kaal;
  bool hoofdletter;
};

std::vector<Woord> in_woorden(std::string_view tekst) {
  std::vector<Woord> uit;
  std::size_t begin = 0;
  while (begin < tekst.size()) {
    const std::size_t einde = std::min(tekst.find_first_of(" \t\n,.;:()[]\"'/!?-", begin), tekst.size());
    const std::string_view stuk = tekst.substr(begin, einde - begin);
    begin = einde + 1;
    std::string woord = kaal(stuk);
    woord.erase(std::remove(woord.begin(), woord.end(), ' '), woord.end());
    if (woord.empty()) continue;
    const char c = stuk.front();
    // A letter beyond ASCII: take it for a capital, so that no name slips through.
    uit.push_back({std::move(woord), (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 0x7F});
  }
  return uit;
}

bool staat_in(const std::vector<Woord>& tekst, const std::vector<Woord>& naam) {
  return std::search(tekst.begin(), tekst.end(), naam.begin(), naam.end(),
                     [](const Woord& a, const Woord& z) { return a.kaal == z.kaal; }) != tekst.end();
}

bool is_cijfer(char c) { return c >= '0' && c <= '9'; }

/// Digits of a telephone number without its country and leading zero, which people write in many ways; empty when
/// there are too few.
std::string abonnee(std::string cijfers, bool met_plus) {
  constexpr std::size_t kKortste = 8;
  if (cijfers.size() < kKortste) return {};
  if (cijfers.rfind("0031", 0) == 0) {
    cijfers.erase(0, 4);
  } else if (met_plus && cijfers.rfind("31", 0) == 0) {
    cijfers.erase(0, 2);
  }
  if (!cijfers.empty() && cijfers.front() == '0') cijfers.erase(0, 1);
  return cijfers.size() < kKortste ? std::string() : cijfers;
}

/// How many digits make a whole telephone number that begins like this.
std::size_t heel_nummer(std::string_view cijfers, bool plus) {
  constexpr std::size_t kNederlands = 10;  // with its leading zero
  constexpr std::size_t kMeeste = 15;      // ITU-T E.164
  const bool nullen = cijfers.rfind("00", 0) == 0;
  if (!plus && !nullen) return kNederlands;
  const std::size_t land = nullen ? 4 : 2;  // "0031" or "31"
  if (cijfers.substr(nullen ? 2 : 0, 2) != "31") return kMeeste;
  const bool nul = cijfers.size() > land && cijfers[land] == '0';  // "+31 (0)6"
  return land + kNederlands - (nul ? 0 : 1);
}

/// Whether eight digits are a day, as people write it: "12-03-2026".
bool is_dag(std::string_view cijfers) {
  constexpr std::size_t kDag = 8;
  if (cijfers.size() != kDag) return false;
  const auto iso = [&](std::size_t jaar, std::size_t maand, std::size_t dag) {
    return std::string(cijfers.substr(jaar, 4)) + "-" + std::string(cijfers.substr(maand, 2)) + "-" +
           std::string(cijfers.substr(dag, 2));
  };
  return Datum::lees(iso(4, 2, 0)).has_value() || Datum::lees(iso(0, 4, 6)).has_value();
}

void verzamel_nummers_en_adressen(std::string_view tekst, std::vector<std::string>& uit) {
  std::string cijfers;
  bool plus = false;
  const auto klaar = [&] {
    std::string nummer = is_dag(cijfers) ? std::string() : abonnee(cijfers, plus);
    if (!nummer.empty()) uit.push_back(std::move(nummer));
    cijfers.clear();
    plus = false;
  };
  for (const char c : tekst) {
    if (is_cijfer(c)) {
      cijfers += c;
    } else if (c == '+') {
      klaar();
      plus = true;
    } else if (std::string_view(" -().").find(c) == std::string_view::npos ||
               cijfers.size() >= heel_nummer(cijfers, plus)) {
      klaar();
    }
  }
  klaar();
  for (std::size_t i = 0; i < tekst.size();) {
    const std::size_t einde = std::min(tekst.find_first_of(" \t\n,;<>()", i), tekst.size());
    const std::string_view woord = tekst.substr(i, einde - i);
    if (woord.find('@') != std::string_view::npos) uit.emplace_back(woord);
    i = einde + 1;
  }
}

/// Words and numbers, lower case, without accents: "Lindenlaan 12" is no part of "Lindenlaan 120".
std::vector<std::string> adreswoorden(std::string_view tekst) {
  std::vector<std::string> uit;
  for (std::size_t i = 0; i < tekst.size();) {
    const std::size_t einde = std::min(tekst.find_first_of(" \t\n,.;:()[]\"'/!?-", i), tekst.size());
    const std::string_view stuk = tekst.substr(i, einde - i);
    const bool cijfers = std::any_of(stuk.begin(), stuk.end(), is_cijfer);
    if (!stuk.empty()) uit.push_back(cijfers ? aaneen(stuk) : kaal(stuk));
    i = einde + 1;
  }
  return uit;
}

/// Street and number of an address, "Lindenlaan 12"; empty when there is no number: "onbekend", "dakloos".
std::vector<std::string> straat_en_nummer(std::string_view adres) {
  std::vector<std::string> uit = adreswoorden(adres.substr(0, adres.find(',')));
  const auto nummer = std::find_if(uit.begin() + (uit.empty() ? 0 : 1), uit.end(), [](const std::string& woord) {
    return std::any_of(woord.begin(), woord.end(), is_cijfer);
  });
  if (nummer == uit.end()) return {};
  uit.erase(nummer + 1, uit.end());
  return uit;
}

/// Whether a field holds what it is called after: "onbekend" is no e-mail address.
bool zegt_iets(std::string_view waarde) {
  return waarde.find('@') != std::string_view::npos || std::any_of(waarde.begin(), waarde.end(), is_cijfer);
}

std::string gewone_dag(const std::string& iso) {
  const std::optional<Datum> d = Datum::lees(iso);
  return d ? dag_in_zin(*d) : std::string();
}

}  // namespace

void verzamel_gegevens(const Waarde& deel, BekendDossier& bij) {
  if (deel.is_lijst()) {
    for (const Waarde& item : deel.lijst()) verzamel_gegevens(item, bij);
    return;
  }
  if (!deel.is_kaart()) return;
  for (const Veld& v : deel.velden()) {
    verzamel_gegevens(v.waarde, bij);
    if (!v.waarde.is_tekst() || v.waarde.leeg()) continue;
    if (een_van(kNamen, v.naam) && kaal(v.waarde.tekst()) != "onbekend") bij.namen.push_back(v.waarde.tekst());
    if (een_van(kGegevens, v.naam) && zegt_iets(v.waarde.tekst())) bij.gegevens.push_back(v.waarde.tekst());
    if (een_van(kBereikbaar, v.naam)) verzamel_nummers_en_adressen(v.waarde.tekst(), bij.gegevens);
    if (v.naam == "adres" && !straat_en_nummer(v.waarde.tekst()).empty()) bij.adressen.push_back(v.waarde.tekst());
    if (const std::string dag = gewone_dag(v.waarde.tekst()); v.naam == "geboortedatum" && !dag.empty()) {
      bij.gegevens.push_back(dag);
    }
  }
}

Noemt noemt_persoon(std::string_view tekst, const BekendDossier& dossier) {
  const std::string glad = aaneen(tekst);
  for (const std::string& g : dossier.gegevens) {
    const std::string zoek = aaneen(g);
    if (zoek.size() >= kKortsteGegeven && glad.find(zoek) != std::string::npos) return Noemt::zeker;
  }
  const std::vector<std::string> los = adreswoorden(tekst);
  for (const std::string& a : dossier.adressen) {
    const std::vector<std::string> zoek = straat_en_nummer(a);
    if (!zoek.empty() && std::search(los.begin(), los.end(), zoek.begin(), zoek.end()) != los.end())
      return Noemt::zeker;
  }
  const std::vector<Woord> hier = in_woorden(tekst);
  Noemt uit = Noemt::niets;
  for (const std::string& n : dossier.namen) {
    const std::vector<Woord> naam = in_woorden(n);
    if (naam.size() > 1 && staat_in(hier, naam)) return Noemt::zeker;
    for (const Woord& w : naam) {
      if (!w.hoofdletter || w.kaal.size() < kKortsteWoord) continue;
      const bool er =
          std::any_of(hier.begin(), hier.end(), [&](const Woord& x) { return x.hoofdletter && x.kaal == w.kaal; });
      if (er) uit = Noemt::misschien;
    }
  }
  return uit;
}

namespace {

void verzamel_nummers(const Waarde& w, std::set<std::string>& uit) {
  if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) verzamel_nummers(item, uit);
  } else if (w.is_kaart()) {
    for (const Veld& v : w.velden()) verzamel_nummers(v.waarde, uit);
  } else if (w.is_tekst()) {
    constexpr std::string_view kTekens = "0123456789abcdefghijklmnopqrstuvwxyz-";
    std::string t = w.tekst();
    for (char& c : t) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (std::size_t i = t.find_first_of(kTekens); i != std::string::npos; i = t.find_first_of(kTekens, i)) {
      const std::size_t einde = std::min(t.find_first_not_of(kTekens, i), t.size());
      if (Nummer::lees(t.substr(i, einde - i))) uit.insert(t.substr(i, einde - i));
      i = einde;
    }
  }
}

}  // namespace

std::vector<std::string> genoemde_nummers(const Waarde& document) {
  std::set<std::string> uit;
  verzamel_nummers(document, uit);
  return {uit.begin(), uit.end()};
}

}  // namespace pga::proces
