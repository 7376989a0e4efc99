// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/uitgifte.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/fout.h"
#include "lib/kast/beoordelingen.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vooruit.h"

namespace pga::kast {
namespace {

/// How many keys each gebruiker has in the key files of a dossier, by their lengths. A file of another length
/// counts as whole: who wrote it is not known.
std::map<std::string, std::size_t> aanwezig(const Pad& map) {
  constexpr std::size_t kGenoeg = std::size_t{1} << 20U;
  std::map<std::string, std::size_t> uit;
  for (const SleutelBestand& s : sleutelbestanden(map)) {
    if (!is_overschreven(s.pad)) uit[s.gebruiker] += aantal_sleutels(s.pad).value_or(kGenoeg);
  }
  return uit;
}

/// One dossier, and who holds what of it.
class Stand {
 public:
  Stand(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, Datum dag)
      : kast_(kast),
        lezer_(lezer),
        d_(dossier),
        dag_(dag),
        houders_(gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag)),
        er_(aanwezig(kast.sleutel_map(dossier.nummer))) {}

  [[nodiscard]] const std::vector<Gerechtigde>& houders() const { return houders_; }

  /// Whether the key files of a gebruiker hold all keys that they may have, for each key in force.
  [[nodiscard]] bool heeft_alles(const Gerechtigde& wie) const {
    const auto nodig = nodige(wie);
    if (lezer_.id && wie.gebruiker->id == *lezer_.id) return lezer_heeft(wie, nodig);
    return aantal(wie) >= nodig.size() * std::max<std::size_t>(1, wie.gebruiker->openers_op(dag_).size());
  }

  [[nodiscard]] bool heeft_iets(const Gerechtigde& wie) const { return aantal(wie) != 0; }

  /// Who may read all that this one may, and has it; of the reader it is known what he has.
  [[nodiscard]] std::vector<std::string> gevers(const Gerechtigde& wie) const {
    std::vector<std::string> uit;
    for (const Gerechtigde& g : houders_) {
      const bool lezer = lezer_.id && g.gebruiker->id == *lezer_.id;
      const bool omvat = std::includes(g.compartimenten.begin(), g.compartimenten.end(), wie.compartimenten.begin(),
                                       wie.compartimenten.end());
      const bool ander = g.gebruiker->id != wie.gebruiker->id && g.gebruiker->sleutel_op(dag_) != nullptr &&
                         omvat && heeft_alles(g);
      if (lezer ? kan_geven(d_, wie) : ander) uit.push_back(g.gebruiker->id.tekst());
    }
    return uit;
  }

  [[nodiscard]] std::vector<NieuwBestand> bestanden(const Gerechtigde& wie) const {
    return geef_sleutels(kast_, d_, wie, dag_);
  }

  /// What the reader has of it; nothing when that is not a key.
  [[nodiscard]] std::vector<NieuwBestand> wat_er_is(const Gerechtigde& wie) const {
    return sleutels_aan(kast_.sleutel_map(d_.nummer), *wie.gebruiker, sleutels_zover(d_, wie, Beoordelingen(d_)),
                        dag_);
  }

 private:
  [[nodiscard]] std::vector<Nodig> nodige(const Gerechtigde& wie) const { return nodige_sleutels(d_, wie); }

  [[nodiscard]] std::size_t aantal(const Gerechtigde& wie) const {
    const auto er = er_.find(wie.gebruiker->id.tekst());
    return er == er_.end() ? 0 : er->second;
  }

  /// A key that has ended still opens the files that were made for it; what counts is what those in force open.
  [[nodiscard]] bool lezer_heeft(const Gerechtigde& wie, const std::vector<Nodig>& nodig) const {
    std::vector<seal::Identity> geldig;
    const auto openers = wie.gebruiker->openers_op(dag_);
    for (const seal::Identity& i : lezer_.identiteiten) {
      if (std::find(openers.begin(), openers.end(), i.recipient()) != openers.end()) geldig.push_back(i.clone());
    }
    const SleutelMap mijn = lees_sleutels(kast_.sleutel_map(d_.nummer), d_.nummer, wie.gebruiker->id, geldig);
    return std::all_of(nodig.begin(), nodig.end(),
                       [&](const Nodig& n) { return mijn.bos.vind(n.verbintenis) != nullptr; });
  }

  const Kast& kast_;
  const Lezer& lezer_;
  const GeladenDossier& d_;
  Datum dag_;
  std::vector<Gerechtigde> houders_;
  std::map<std::string, std::size_t> er_;
};

Bevinding niet_te_geven(const Nummer& nummer, const Gerechtigde& wie, const std::vector<std::string>& gevers,
                        bool deels) {
  const std::string id = wie.gebruiker->id.tekst();
  return {FoutSoort::sleutel,
          {},
          fmt::format("van dossier {} hebt u zelf niet alle sleutels die {} mag hebben{}", nummer.tekst(), id,
                      deels ? "; wat u hebt, is gegeven" : ""),
          gevers.empty() ? "op deze computer heeft niemand ze alle: haal een volledige kopie van sleutels/ op"
                         : fmt::format("laat {} dit doen: pga sleutels herstel {}", fmt::join(gevers, " of "), id),
          {}};
}

/// Whether the dossier gemeente is the business of any of them.
bool leest_gemeente(const Kast& kast, const std::function<bool(const Gebruiker&)>& voor) {
  const auto& alle = kast.beheer().gebruikers;
  return std::any_of(alle.begin(), alle.end(), [&](const Gebruiker& g) {
    return voor(g) && !door_rol(kast.beheer(), g, proces::Toestand::gemeente).empty();
  });
}

std::vector<Pad> oude(const Kast& kast, const Nummer& nummer, const GebruikerId& wie) {
  std::vector<Pad> uit;
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(nummer))) {
    if (s.gebruiker == wie.tekst()) uit.push_back(s.pad);
  }
  return uit;
}

}  // namespace

std::vector<Tekort> tekorten(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, Datum dag) {
  const Stand stand(kast, lezer, dossier, dag);
  std::vector<Tekort> uit;
  for (const Gerechtigde& wie : stand.houders()) {
    if (wie.gebruiker->sleutel_op(dag) == nullptr || stand.heeft_alles(wie)) continue;
    uit.push_back({wie.gebruiker, stand.heeft_iets(wie), stand.gevers(wie)});
  }
  return uit;
}

std::vector<Bevinding> waarom_niet_te_geven(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                            const std::vector<GebruikerId>& gaan, Datum dag) {
  const std::string& nummer = dossier.nummer.tekst();
  std::vector<Bevinding> uit;
  for (const Tekort& t : tekorten(kast, lezer, dossier, dag)) {
    const std::string& id = t.wie->id.tekst();
    const bool zelf = lezer.id && std::find(t.gevers.begin(), t.gevers.end(), lezer.id->tekst()) != t.gevers.end();
    if (t.gevers.empty() || zelf) continue;
    uit.push_back({FoutSoort::sleutel,
                   {},
                   fmt::format("{} mag dossier {} lezen, heeft hier niet alle sleutels, en u kunt die niet geven",
                               id, nummer),
                   fmt::format("laat eerst {} dit doen: pga sleutels herstel {}", fmt::join(t.gevers, " of "), id),
                   {}});
  }
  if (!uit.empty() || !dossier.dossier.afgeschermd || gaan.empty()) return uit;
  std::vector<std::string> namen;
  for (const GebruikerId& g : gaan) namen.push_back(g.tekst());
  const std::string wie = fmt::format("{}", fmt::join(namen, " en "));
  uit.push_back({FoutSoort::geweigerd,
                 {},
                 fmt::format("dan kan niemand dossier {} nog helemaal lezen: alleen {} bewaart het", nummer, wie),
                 fmt::format("wijs eerst een ander aan met de rol contactpunt of rechtmatigheid, en laat {} die de "
                             "sleutels geven: pga sleutels herstel ID",
                             wie),
                 "artikel 6, lid 3, Wet PGA"});
  return uit;
}

Uitgifteplan plan_uitgifte(const Kast& kast, const Lezer& lezer, const std::function<bool(const Gebruiker&)>& voor,
                           bool opnieuw, Datum dag) {
  eis_een_beheer(kast);
  Uitgifteplan uit;
  std::vector<Nummer> nummers = kast.dossiers();
  if (kast.heeft_gemeente()) nummers.push_back(Nummer::gemeente());
  for (const Nummer& nummer : nummers) {
    const GeladenDossier d = laad(kast, nummer, lezer, Diepte::termijnen);
    eis_gaaf(d);
    if (!d.leesbaar) {
      if (!nummer.is_gemeente() || leest_gemeente(kast, voor)) uit.gesloten.push_back(nummer);
      continue;
    }
    const Stand stand(kast, lezer, d, dag);
    std::vector<Bevinding> verlies = zou_verloren_gaan(d);
    bool verliest = false;
    for (const Gerechtigde& wie : stand.houders()) {
      if (!voor(*wie.gebruiker) || wie.gebruiker->sleutel_op(dag) == nullptr) continue;
      if (!opnieuw && stand.heeft_alles(wie)) {
        ++uit.goed;
      } else if (!kan_geven(d, wie)) {
        const std::vector<std::string> gevers = stand.gevers(wie);
        // Nobody has it all, and two together may: what the reader has is given, and nothing goes for it.
        auto deel = gevers.empty() ? stand.wat_er_is(wie) : std::vector<NieuwBestand>();
        uit.niet.push_back(niet_te_geven(nummer, wie, gevers, !deel.empty()));
        if (deel.empty()) continue;
        uit.giften.push_back({nummer, wie.gebruiker->id, !stand.heeft_iets(wie)});
        voeg_toe(uit.voornemen.bestanden, std::move(deel));
      } else if (std::vector<Pad> weg = oude(kast, nummer, wie.gebruiker->id); !weg.empty() && !verlies.empty()) {
        verliest = true;
      } else {
        uit.giften.push_back({nummer, wie.gebruiker->id, !stand.heeft_iets(wie)});
        std::move(weg.begin(), weg.end(), std::back_inserter(uit.voornemen.wissen));
        voeg_toe(uit.voornemen.bestanden, stand.bestanden(wie));
      }
    }
    if (verliest) std::move(verlies.begin(), verlies.end(), std::back_inserter(uit.niet));
  }
  return uit;
}

}  // namespace pga::kast
