// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/logsleutel.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/sleutels.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/seal/identity_file.h"
#include "lib/stuk/logregel.h"
#include "lib/yaml/canoniek.h"

namespace pga::kast {
namespace {

constexpr std::size_t kMaxSleutelbestand = std::size_t{256} << 10U;
constexpr std::string_view kBegin = "logboek-";
constexpr std::string_view kHouder = "rechtmatigheid";

/// "openbaar-" or "reg1-" before the hash8 of a key file's name.
bool heet(const Pad& pad, std::string_view wie, std::string_view staart) {
  return gebruiker_van(pad) == wie && pad.extension() == staart;
}

std::size_t aantal(const std::vector<Pad>& paden, std::string_view wie, std::string_view staart) {
  return static_cast<std::size_t>(
      std::count_if(paden.begin(), paden.end(), [&](const Pad& p) { return heet(p, wie, staart); }));
}

/// Those who hold the keys: role rechtmatigheid; as long as nobody has it, the regisseurs as keepers.
std::vector<const Gebruiker*> houders(const BeheerVersie& beheer, Datum dag) {
  std::vector<const Gebruiker*> uit;
  for (const bool bewaarder : {false, true}) {
    for (const Gebruiker& g : beheer.gebruikers) {
      const bool houdt = bewaarder ? g.is_regisseur() : g.heeft_rol(kHouder);
      if (houdt && g.sleutel_op(dag) != nullptr) uit.push_back(&g);
    }
    if (!uit.empty()) return uit;
  }
  throw Fout(FoutSoort::sleutel, "niemand kan de sleutel van het logboek krijgen",
             "geef een regisseur of een gebruiker met de rol rechtmatigheid een sleutel die nu geldt");
}

Jaarsleutel lees_openbaar(const Pad& pad, int jaar) {
  const std::string bytes = lees_bestand(pad, kMaxSleutelbestand);
  const Waarde document = yaml::lees(bytes, pad.string());
  const Waarde* sleutels = document.vind("sleutels");
  eis_bekend_formaat(document, pad);
  if (document.tekst_van("soort") != "openbaar" || sleutels == nullptr ||
      pad.filename().string() != fmt::format("openbaar-{}.yaml", seal::hash8(seal::digest(bytes)))) {
    throw Fout(FoutSoort::integriteit, "dit is geen bestand met de openbare sleutel van het logboek",
               "haal het bestand terug uit een kopie van de sleutels", Plaats{pad.string(), 0, 0});
  }
  const seal::Recipient sleutel = seal::Recipient::parse(sleutels->tekst_van("logboek"));
  Jaarsleutel uit{stuk::log_verbintenis(jaar, sleutel), sleutel, {}, document.tekst_van("voorlopig") == "ja"};
  if (const Waarde* vervangt = document.vind("vervangt"); vervangt != nullptr && vervangt->is_lijst()) {
    for (const Waarde& w : vervangt->lijst()) uit.vervangt.push_back(w.tekst());
  }
  return uit;
}

/// Which of two keys writers take.
bool gaat_voor(const Jaarsleutel& a, const Jaarsleutel& b) {
  if (a.voorlopig != b.voorlopig) return b.voorlopig;
  if (a.vervangt.size() != b.vervangt.size()) return a.vervangt.size() > b.vervangt.size();
  return a.verbintenis < b.verbintenis;
}

NieuwBestand openbaar_bestand(const Pad& map, int jaar, const Jaarsleutel& sleutel) {
  Waarde document = Waarde::kaart();
  document.zet("pga", stuk::kFormaat);
  document.zet("soort", "openbaar");
  document.zet("logboek", std::to_string(jaar));
  document.zet("sleutels", Waarde::kaart()).zet("logboek", sleutel.openbaar.text());
  if (!sleutel.vervangt.empty()) {
    Waarde& lijst = document.zet("vervangt", Waarde::lijst_());
    for (const std::string& verbintenis : sleutel.vervangt) lijst.voeg_toe(verbintenis);
  }
  if (sleutel.voorlopig) document.zet("voorlopig", "ja");
  const std::string bytes = yaml::schrijf(document);
  return {map / fmt::format("openbaar-{}.yaml", seal::hash8(seal::digest(bytes))), bytes, 0600};
}

[[noreturn]] void weiger_log(int jaar) {
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       fmt::format("dan kan niemand het logboek van {} nog lezen", jaar),
                       "wijs eerst iemand anders aan met de rol rechtmatigheid, en laat deze gebruiker daarna nog "
                       "een opdracht geven: die geeft de sleutel door",
                       "artikel 14, lid 2, Wet PGA"});
}

/// The years of which there are keys, the newest last.
std::vector<int> jaren(const Pad& sleutels) {
  std::vector<int> uit;
  for (const Pad& pad : lees_map(sleutels)) {
    const std::string naam = pad.filename().string();
    int jaar = 0;
    if (naam.rfind(kBegin, 0) != 0) continue;
    const char* einde = naam.data() + naam.size();
    const auto [p, fout] = std::from_chars(naam.data() + kBegin.size(), einde, jaar);
    if (fout == std::errc() && p == einde) uit.push_back(jaar);
  }
  std::sort(uit.begin(), uit.end());
  return uit;
}

}  // namespace

Pad logsleutel_map(const Pad& sleutels, int jaar) { return sleutels / fmt::format("{}{}", kBegin, jaar); }

namespace {

/// The keys of a year by their public halves, those with the lowest commitment first.
std::vector<Jaarsleutel> lees_sleutels(const Pad& sleutels, int jaar) {
  std::map<std::string, Jaarsleutel> uit;
  for (const Pad& pad : lees_map(logsleutel_map(sleutels, jaar))) {
    if (!heet(pad, "openbaar", ".yaml")) continue;
    Jaarsleutel sleutel = lees_openbaar(pad, jaar);
    uit.emplace(sleutel.verbintenis, std::move(sleutel));
  }
  std::vector<Jaarsleutel> lijst;
  for (auto& [verbintenis, sleutel] : uit) lijst.push_back(std::move(sleutel));
  return lijst;
}

/// A key for a year in the place of all there are, its files added to `uit`, for those who hold keys by that
/// version of beheer.
Jaarsleutel leg_jaarsleutel(const Pad& sleutels, int jaar, const BeheerVersie& beheer, Datum dag, bool voorlopig,
                            std::vector<NieuwBestand>& uit) {
  const Pad map = logsleutel_map(sleutels, jaar);
  std::vector<seal::Identity> paar;
  paar.push_back(seal::Identity::generate());
  const seal::Recipient openbaar = paar.front().recipient();
  Jaarsleutel nieuw{stuk::log_verbintenis(jaar, openbaar), openbaar, {}, voorlopig};
  for (const Jaarsleutel& er : lees_sleutels(sleutels, jaar)) nieuw.vervangt.push_back(er.verbintenis);
  for (const Gebruiker* g : houders(beheer, dag)) {
    voeg_toe(uit, sleutel_bestanden(map, g->id, g->openers_op(dag), paar));
  }
  uit.push_back(openbaar_bestand(map, jaar, nieuw));  // last: no entry is sealed before somebody can open it
  return nieuw;
}

}  // namespace

std::optional<Jaarsleutel> jaarsleutel(const Pad& sleutels, int jaar) {
  const std::vector<Jaarsleutel> alle = lees_sleutels(sleutels, jaar);
  if (alle.empty()) return std::nullopt;
  return *std::min_element(alle.begin(), alle.end(), gaat_voor);
}

std::map<std::string, seal::Recipient> jaarsleutels(const Pad& sleutels, int jaar) {
  std::map<std::string, seal::Recipient> uit;
  for (const Jaarsleutel& er : lees_sleutels(sleutels, jaar)) uit.emplace(er.verbintenis, er.openbaar);
  return uit;
}

Jaarsleutel maak_jaarsleutel(const Pad& sleutels, const BeheerVersie& beheer, Datum dag, bool voorlopig,
                             std::vector<NieuwBestand>& uit) {
  return leg_jaarsleutel(sleutels, dag.jaar(), beheer, dag, voorlopig, uit);
}

namespace {

/// The keys in one file of the log, by commitment; nothing when the reader does not open it, of an older key or not
/// right.
std::map<std::string, seal::Identity> lees_sleutelbestand(const Pad& pad, int jaar, const Lezer& lezer) {
  std::map<std::string, seal::Identity> uit;
  try {
    const seal::SecretBytes inhoud = seal::open(lees_bestand(pad, kMaxSleutelbestand), lezer.identiteiten);
    for (seal::Identity& i : seal::read_key_file(inhoud.view(), pad.string())) {
      uit.emplace(stuk::log_verbintenis(jaar, i.recipient()), std::move(i));
    }
  } catch (const Fout&) {
    return {};
  }
  return uit;
}

}  // namespace

std::map<std::string, seal::Identity> mijn_jaarsleutels(const Pad& sleutels, int jaar, const Lezer& lezer) {
  std::map<std::string, seal::Identity> uit;
  if (!lezer.id) return uit;
  for (const Pad& pad : lees_map(logsleutel_map(sleutels, jaar))) {
    if (heet(pad, lezer.id->tekst(), ".age")) uit.merge(lees_sleutelbestand(pad, jaar, lezer));
  }
  return uit;
}

namespace {

/// Whether a reader with several identities opens keys of a year with an older one only.
bool mist_met_nieuwste(const Pad& sleutels, int jaar, const Lezer& lezer,
                       const std::map<std::string, seal::Identity>& open) {
  Lezer nieuwste;
  nieuwste.id = lezer.id;
  nieuwste.identiteiten.push_back(lezer.identiteiten.at(lezer.tekent_met).clone());
  return mijn_jaarsleutels(sleutels, jaar, nieuwste).size() < open.size();
}

/// geef_jaarsleutels_door() at work.
class Doorgever {
 public:
  Doorgever(const Pad& sleutels, const BeheerVersie& beheer, const Lezer& lezer, Datum dag,
            const std::function<bool(const Gebruiker&)>& bewezen)
      : sleutels_(sleutels), beheer_(beheer), lezer_(lezer), dag_(dag), bewezen_(bewezen) {
    for (const Gebruiker& g : beheer.gebruikers) {
      if (g.heeft_rol(kHouder) && g.sleutel_op(dag) != nullptr) rechtmatigheid_.push_back(&g);
    }
  }

  Doorgegeven doe() && {
    if (rechtmatigheid_.empty() || !lezer_.id) return {};
    const std::vector<int> alle = jaren(sleutels_);
    for (const int jaar : alle) een_jaar(jaar, jaar == alle.back());
    return std::move(uit_);
  }

 private:
  void een_jaar(int jaar, bool nieuwste) {
    const Pad map = logsleutel_map(sleutels_, jaar);
    const std::vector<Pad> paden = lees_map(map);
    const std::string& zelf = lezer_.id->tekst();
    if (aantal(paden, zelf, ".age") == 0) return;
    const Gebruiker* ik = beheer_.vind(*lezer_.id);
    const bool houdt_niets = (ik == nullptr || !ik->heeft_rol(kHouder)) && overgenomen();
    std::vector<const Gebruiker*> krijgt = houdt_niets ? rechtmatigheid_ : die_missen(paden);
    if (krijgt.empty() && lezer_.identiteiten.size() < 2) return;
    auto open = mijn_jaarsleutels(sleutels_, jaar, lezer_);
    if (!houdt_niets && ik != nullptr && mist_met_nieuwste(sleutels_, jaar, lezer_, open)) krijgt.push_back(ik);
    std::vector<seal::Identity> mijn;
    for (auto& [verbintenis, sleutel] : open) mijn.push_back(std::move(sleutel));
    if (mijn.empty() || krijgt.empty()) return;
    for (const Gebruiker* g : krijgt) {
      voeg_toe(uit_.bestanden, sleutel_bestanden(map, g->id, g->openers_op(dag_), mijn));
    }
    if (!houdt_niets) return;
    if (nieuwste) leg_jaarsleutel(sleutels_, jaar, beheer_, dag_, false, uit_.bestanden);
    std::copy_if(paden.begin(), paden.end(), std::back_inserter(uit_.wissen), [&](const Pad& pad) {
      return heet(pad, zelf, ".age") && !lees_sleutelbestand(pad, jaar, lezer_).empty();
    });
  }

  /// Of those who read the log, who have fewer files than there are keys. A second key of a year may have come from
  /// another clone after the first was handed on.
  [[nodiscard]] std::vector<const Gebruiker*> die_missen(const std::vector<Pad>& paden) const {
    const std::size_t genoeg = std::max<std::size_t>(1, aantal(paden, "openbaar", ".yaml"));
    std::vector<const Gebruiker*> uit;
    std::copy_if(rechtmatigheid_.begin(), rechtmatigheid_.end(), std::back_inserter(uit), [&](const Gebruiker* g) {
      return g->id != *lezer_.id && aantal(paden, g->id.tekst(), ".age") < genoeg * g->openers_op(dag_).size();
    });
    return uit;
  }

  [[nodiscard]] bool overgenomen() {
    if (!overgenomen_) {
      overgenomen_ = std::any_of(rechtmatigheid_.begin(), rechtmatigheid_.end(),
                                 [&](const Gebruiker* g) { return g->id != *lezer_.id && bewezen_(*g); });
    }
    return *overgenomen_;
  }

  const Pad& sleutels_;
  const BeheerVersie& beheer_;
  const Lezer& lezer_;
  Datum dag_;
  const std::function<bool(const Gebruiker&)>& bewezen_;
  std::optional<bool> overgenomen_;
  std::vector<const Gebruiker*> rechtmatigheid_;
  Doorgegeven uit_;
};

}  // namespace

Doorgegeven geef_jaarsleutels_door(const Pad& sleutels, const BeheerVersie& beheer, const Lezer& lezer, Datum dag,
                                   const std::function<bool(const Gebruiker&)>& bewezen) {
  return Doorgever(sleutels, beheer, lezer, dag, bewezen).doe();
}

LogsleutelRonde wijzig_jaarsleutels(const Pad& sleutels, const BeheerVersie& straks, const Lezer& lezer,
                                    const Gebruiker& wie, bool houdt, bool gestolen, Datum dag) {
  LogsleutelRonde uit;
  const std::vector<int> alle = jaren(sleutels);
  for (const int jaar : alle) {
    const Pad map = logsleutel_map(sleutels, jaar);
    std::vector<Pad> oud = lees_map(map);
    const bool ander = std::any_of(straks.gebruikers.begin(), straks.gebruikers.end(), [&](const Gebruiker& g) {
      return g.id != wie.id && g.sleutel_op(dag) != nullptr && aantal(oud, g.id.tekst(), ".age") != 0;
    });
    oud.erase(
        std::remove_if(oud.begin(), oud.end(), [&](const Pad& p) { return !heet(p, wie.id.tekst(), ".age"); }),
        oud.end());
    if (oud.empty()) continue;
    std::vector<seal::Identity> mijn;
    for (auto& [verbintenis, sleutel] : mijn_jaarsleutels(sleutels, jaar, lezer))
      mijn.push_back(std::move(sleutel));
    const bool geeft = houdt && !mijn.empty();
    const bool blijft = houdt && !geeft && (!gestolen || !ander);  // a stolen key must not stay for want of another
    if (!blijft && !geeft && !ander) weiger_log(jaar);
    if ((gestolen || !houdt) && jaar == alle.back()) {
      leg_jaarsleutel(sleutels, jaar, straks, dag, false, uit.bestanden);
      uit.vernieuwd.push_back(jaar);
    }
    if (blijft) {
      uit.ongewijzigd.push_back(jaar);
      continue;
    }
    if (geeft) voeg_toe(uit.bestanden, sleutel_bestanden(map, wie.id, wie.openers_op(dag), mijn));
    uit.jaren.push_back(jaar);
    uit.wissen.insert(uit.wissen.end(), oud.begin(), oud.end());
  }
  return uit;
}

}  // namespace pga::kast
