// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/brief_personen.h"

#include <algorithm>
#include <array>
#include <set>

#include "lib/termijn/duur.h"

namespace pga::proces {
namespace {

/// Puts what is there over what was there.
void leg_over(Waarde& oud, const Waarde& nieuw) {
  if (!nieuw.is_kaart()) return;
  for (const Veld& v : nieuw.velden()) {
    if (!v.waarde.leeg()) oud.zet(v.naam, v.waarde);
  }
}

bool is_cijfer(char c) { return c >= '0' && c <= '9'; }
bool is_hoofdletter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) {
  return is_hoofdletter(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// The words of a name, in lower case; letters outside ASCII as they are.
std::vector<std::string> woorden(std::string_view tekst) {
  std::vector<std::string> uit;
  std::string woord;
  for (std::size_t i = 0; i <= tekst.size(); ++i) {
    if (i < tekst.size() && is_letter(tekst[i])) {
      woord += is_hoofdletter(tekst[i]) ? static_cast<char>(tekst[i] - 'A' + 'a') : tekst[i];
    } else if (!woord.empty()) {
      uit.push_back(std::move(woord));
      woord.clear();
    }
  }
  return uit;
}

/// Not a word that many names share.
bool kenmerkend(const std::string& woord) {
  static const std::set<std::string> tussen = {"een", "van", "den", "der", "het", "ten",
                                               "ter", "von", "les", "bin", "ben"};
  return woord.size() >= 3 && tussen.count(woord) == 0;
}

std::optional<int> getal(const Waarde& w, std::string_view naam) {
  const Waarde* v = w.vind(naam);
  if (v == nullptr || !v->is_getal()) return std::nullopt;
  return static_cast<int>(v->getal());
}

/// Whether a text calls the person with those words "J. Achternaam", or "de heer Achternaam" when
/// `aanspreekvormen`.
bool noemt_bij_achternaam(const std::vector<std::string>& tekst, const std::vector<std::string>& naam,
                          bool aanspreekvormen) {
  static const std::set<std::string> vormen = {"heer", "meneer", "dhr", "mevrouw", "mevr", "mw"};
  constexpr std::size_t kTussen = 4;  // "de heer J. van der"
  if (naam.size() < 2) return false;
  for (std::size_t i = 0; i < tekst.size(); ++i) {
    const bool voorletter = tekst[i].size() <= 2 && naam.front().rfind(tekst[i], 0) == 0;
    if (!voorletter && !(aanspreekvormen && vormen.count(tekst[i]) != 0)) continue;
    for (std::size_t k = i + 1; k < tekst.size() && k <= i + kTussen; ++k) {
      if (tekst[k] == naam.back()) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<int> BriefPersoon::leeftijd(Datum dag) const {
  if (const auto geboren = Datum::lees(velden.tekst_van("geboortedatum")))
    return termijn::volle_jaren(*geboren, dag);
  const std::optional<int> vastgelegd = getal(notificatie, "leeftijd");
  return vastgelegd ? vastgelegd : getal(velden, "leeftijd_geschat");
}

std::vector<const BriefStuk*> tellende(const std::vector<BriefStuk>& stukken, const Dossier& dossier) {
  std::map<std::string, const BriefStuk*> op_digest;
  for (const BriefStuk& s : stukken) op_digest[s.stuk.digest] = &s;
  std::vector<const BriefStuk*> uit;
  std::set<std::string> geplaatst;
  for (const StukRegel& eerste : dossier.stukken) {
    const StukRegel* laatste = &eerste;
    std::set<std::string> gezien;
    while (!laatste->vervangen_door.empty() && gezien.insert(laatste->digest).second) {
      const StukRegel* volgende = dossier.stuk(laatste->vervangen_door);
      if (volgende == nullptr) break;
      laatste = volgende;
    }
    const auto er = op_digest.find(laatste->digest);
    if (er != op_digest.end() && geplaatst.insert(laatste->digest).second) uit.push_back(er->second);
  }
  return uit;
}

std::map<std::string, BriefPersoon> brief_personen(const std::vector<const BriefStuk*>& stukken) {
  std::map<std::string, BriefPersoon> uit;
  for (const BriefStuk* s : stukken) {
    if (s->stuk.soort == "notificatie") {
      for (const Waarde& w : s->identiteit.items_van("betrokkenen"))
        leg_over(uit[w.tekst_van("id")].notificatie, w);
      continue;
    }
    const Waarde* ik = s->stuk.inhoud.vind("betrokkene");
    const Waarde* velden = s->identiteit.vind("betrokkene");
    if (ik != nullptr && velden != nullptr) leg_over(uit[ik->tekst_van("id")].velden, *velden);
    for (const Waarde& w : s->identiteit.items_van("relaties")) {
      BriefPersoon& p = uit[w.tekst_van("id")];
      p.relatie = true;
      leg_over(p.velden, w);
    }
  }
  return uit;
}

bool lijkt_adres(std::string_view tekst) {
  for (std::size_t i = 0; i + 6 <= tekst.size(); ++i) {
    const std::size_t letters = tekst[i + 4] == ' ' ? i + 5 : i + 4;
    const bool begin = i == 0 || !(is_cijfer(tekst[i - 1]) || is_letter(tekst[i - 1]));
    const bool cijfers = std::all_of(tekst.begin() + static_cast<std::ptrdiff_t>(i),
                                     tekst.begin() + static_cast<std::ptrdiff_t>(i + 4), is_cijfer);
    if (!begin || !cijfers || letters + 2 > tekst.size()) continue;
    const bool einde = letters + 2 == tekst.size() || !is_letter(tekst[letters + 2]);
    if (is_hoofdletter(tekst[letters]) && is_hoofdletter(tekst[letters + 1]) && einde) return true;
  }
  return false;
}

bool noemt_ander(std::string_view tekst, const std::string& id,
                 const std::map<std::string, BriefPersoon>& personen) {
  const std::vector<std::string> hier = woorden(tekst);
  const auto staat_er = [&](const std::string& w) { return std::find(hier.begin(), hier.end(), w) != hier.end(); };
  const auto eigen = personen.find(id);
  const std::string naam = eigen == personen.end() ? std::string() : eigen->second.velden.tekst_van("naam");
  const std::vector<std::string> mijn = woorden(naam);
  for (const auto& [ander, persoon] : personen) {
    const std::vector<std::string> zijn = woorden(persoon.velden.tekst_van("naam"));
    if (ander == id || zijn.empty()) continue;
    // A surname may be shared by the whole family; a first name, or all of a name, is somebody.
    if (std::all_of(zijn.begin(), zijn.end(), staat_er) || (kenmerkend(zijn.front()) && staat_er(zijn.front())))
      return true;
    if (noemt_bij_achternaam(hier, zijn, tekst != naam)) return true;
    const bool vreemd = std::any_of(zijn.begin(), zijn.end(), [&](const std::string& w) {
      return kenmerkend(w) && staat_er(w) && std::find(mijn.begin(), mijn.end(), w) == mijn.end();
    });
    if (vreemd) return true;
  }
  return false;
}

}  // namespace pga::proces
