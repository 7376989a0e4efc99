// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "lib/proces/toets.h"

namespace pga::proces {
namespace {

/// The stukken that lie in the past of one of them; nothing when one of those is missing.
std::optional<std::vector<Invoer>> verleden_van(const std::map<std::string, const Invoer*>& stukken,
                                                const Invoer& stuk) {
  std::set<std::string> gezien;
  std::vector<std::string> te_gaan = stuk.vorige;
  std::vector<Invoer> uit;
  while (!te_gaan.empty()) {
    const std::string digest = std::move(te_gaan.back());
    te_gaan.pop_back();
    if (!gezien.insert(digest).second) continue;
    const auto er = stukken.find(digest);
    if (er == stukken.end()) return std::nullopt;
    uit.push_back(*er->second);
    te_gaan.insert(te_gaan.end(), er->second->vorige.begin(), er->second->vorige.end());
  }
  return uit;
}

std::vector<std::string> vervangt(const Invoer& stuk) {
  std::vector<std::string> uit;
  for (const Waarde& w : stuk.inhoud.items_van("vervangt")) {
    if (w.is_tekst()) uit.push_back(w.tekst());
  }
  return uit;
}

void toets_weer(const Invoer& stuk, const Dossier& toen, const Beleid& beleid, bool weggehaald,
                std::vector<Bevinding>& uit) {
  Nieuw nieuw{stuk.soort, stuk.inhoud, vervangt(stuk), stuk.door, stuk.organisatie, {}, stuk.datum, {}, true};
  nieuw.weggehaald = weggehaald;
  for (Bevinding b : toets(toen, nieuw, beleid)) {
    b.soort = FoutSoort::bevinding;  // it is there: what should have been refused is a finding now
    b.plaats = {stuk.digest, 0, 0};
    uit.push_back(std::move(b));
  }
}

}  // namespace

std::vector<Bevinding> hertoets(const std::vector<Invoer>& stukken, const Beleid& beleid) {
  std::map<std::string, const Invoer*> op_digest;
  std::set<std::string> vervangen;
  for (const Invoer& s : stukken) {
    op_digest[s.digest] = &s;
    for (std::string& oud : vervangt(s)) vervangen.insert(std::move(oud));
  }
  const bool weggehaald = std::any_of(stukken.begin(), stukken.end(), [](const Invoer& s) {
    return s.soort == naam(Soort::toegang) && !s.inhoud.tekst_van("onjuist").empty();
  });
  std::vector<Bevinding> uit;
  for (const Invoer& s : stukken) {
    const std::optional<Soort> soort = lees<Soort>(s.soort);
    const bool heel = s.open.size() == kCompartimenten.size();
    if (!soort || *soort == Soort::opening || !heel || vervangen.count(s.digest) != 0) continue;
    if (const auto verleden = verleden_van(op_digest, s))
      toets_weer(s, vouw(*verleden, beleid), beleid, weggehaald, uit);
  }
  return uit;
}

}  // namespace pga::proces
