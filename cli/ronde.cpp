// SPDX-License-Identifier: EUPL-1.2
#include "cli/ronde.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "lib/kast/dubbel.h"
#include "lib/kast/geheugen.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/toegang.h"
#include "lib/proces/rollen.h"

namespace pga::cli {

int Ronde::code() const {
  if (!bevindingen.empty()) return exit_code(FoutSoort::integriteit);
  if (!kapot.empty()) return exit_code(kapot.front().soort);
  return onleesbaar.empty() ? 0 : exit_code(FoutSoort::sleutel);
}

void Ronde::meld(Omgeving& omgeving) const {
  omgeving.meld(kapot);
  omgeving.meld(bevindingen);
  omgeving.meld(onbereikbaar);
  if (onbereikbaar.empty()) omgeving.meld(gesloten);  // else that is why
  for (const Vernietigd& v : vernietigd) {
    if (!v.resten) continue;
    omgeving.meld({Bevinding{
        FoutSoort::bevinding,
        {},
        fmt::format("van dossier {}, dat is vernietigd, liggen hier weer of nog bestanden", v.stand.nummer),
        fmt::format("vernietig ze: pga vernietig {}", v.stand.nummer),
        "artikel 9 Wet PGA"}});
  }
  if (meldt_alleen) return omgeving.meld("uw rol legt meldingen vast, en leest geen dossiers: pga melding");
  if (overgeslagen == 1) omgeving.meld("1 dossier overgeslagen: u hebt er geen sleutel van");
  if (overgeslagen > 1)
    omgeving.meld(fmt::format("{} dossiers overgeslagen: u hebt er geen sleutel van", overgeslagen));
}

namespace {

/// A directory or a link in dossiers/ that is no dossier may hold one, or the rest of one: then something was not
/// read.
void noteer_vreemd(Ronde& ronde, const kast::Pad& pad) {
  std::error_code fout;
  if (std::filesystem::is_regular_file(std::filesystem::symlink_status(pad, fout))) return;
  const std::string naam = pad.filename().string();
  ronde.geschonden.push_back(Nummer::lees(naam) ? naam : "zonder nummer");
  ronde.bevindingen.push_back({FoutSoort::integriteit,
                               Plaats{pad.string(), 0, 0},
                               "dit hoort niet in dossiers/ en is niet gelezen",
                               "haal het weg, of zet het waar het hoort",
                               {}});
}

class Loper {
 public:
  Loper(Omgeving& omgeving, kast::Diepte diepte, const Bezoek& bezoek)
      : omgeving_(omgeving), diepte_(diepte), bezoek_(bezoek) {}

  Ronde doe(const std::optional<std::string>& nummer, bool met_gemeente) {
    const std::vector<kast::Pad> kasten = omgeving_.kasten();
    for (const kast::Pad& map : kasten) {
      try {
        ga_langs(map, nummer, met_gemeente, kasten.size());
      } catch (const Fout& e) {
        if (kasten.size() == 1) throw;
        uit_.kapot.insert(uit_.kapot.end(), e.bevindingen().begin(), e.bevindingen().end());
        uit_.kasten.push_back(map.string());
      }
    }
    if (zonder_ == kasten.size() && uit_.vernietigd.empty())
      (void)omgeving_.open_kast(kasten.front()).zoek(*nummer);  // throws: none has it
    return std::move(uit_);
  }

 private:
  void ga_langs(const kast::Pad& map, const std::optional<std::string>& nummer, bool met_gemeente,
                std::size_t kasten) {
    const kast::Kast kast = omgeving_.open_kast(map);
    const kast::Lezer lezer = omgeving_.lezer(kast);
    for (Bevinding& b : kast::dubbel_beheer(kast)) {
      uit_.geschonden.emplace_back("beheer");  // what monitoring must not call right
      uit_.bevindingen.push_back(std::move(b));
    }
    uit_.meldt_alleen = kasten == 1 && proces::mag_iets_tekenen(lezer.rollen) &&
                        !proces::opent_iets(lezer.rollen) && !proces::mag_meedoen(lezer.rollen);
    bewijzen_ = kast::Bewijzen(kast, lezer);
    std::vector<kast::Pad> vreemd;
    std::vector<Nummer> nummers = nummer ? gevraagd(kast, *nummer, kasten == 1) : kast.dossiers(&vreemd);
    for (const kast::Pad& pad : vreemd) noteer_vreemd(uit_, pad);
    if (!nummer) noteer_verdwenen(kast, lezer, nummers.empty());
    if (!nummer) noteer_vermist(kast, lezer);
    if (met_gemeente && !nummer) nummers.push_back(Nummer::gemeente());
    if (!nummer) {
      for (const proces::VernietigingStand& v : bewijzen_.alle()) {
        if (v.voltooid_op) noteer_vernietigd(kast, v);
      }
    }
    for (const Nummer& n : nummers) {
      if (!bewijzen_.vernietigd(n.tekst())) ga_langs(kast, kast::laad(kast, n, lezer, diepte_), nummer.has_value());
    }
  }

  /// The dossier that was asked for, when it is there. One that was destroyed is noted; `enige`: another kast
  /// cannot have it.
  std::vector<Nummer> gevraagd(const kast::Kast& kast, const std::string& tekst, bool enige) {
    try {
      const Nummer n = kast::zoek_ook_vernietigd(kast, bewijzen_, tekst);
      if (!bewijzen_.vernietigd(n.tekst())) return {kast.zoek(n.tekst())};
      noteer_vernietigd(kast, *bewijzen_.van(n.tekst()));
    } catch (const Fout& e) {
      if (e.soort() != FoutSoort::geen_kast || enige) throw;
    }
    ++zonder_;
    return {};
  }

  void noteer_vernietigd(const kast::Kast& kast, const proces::VernietigingStand& v) {
    const auto nummer = Nummer::lees(v.nummer);
    const bool resten = nummer && !kast::resten(kast, *nummer).leeg();
    uit_.vernietigd.push_back({kast.map(), kast.keten().front().digest, v, resten});
  }

  static bool van(const kast::Pad& sleutels, const kast::Lezer& lezer) {
    try {
      return lezer.id && kast::heeft_sleutelbestand(sleutels, *lezer.id);
    } catch (const Fout&) {
      return true;  // what may not be seen, may be there
    }
  }

  /// The reader has keys of a dossier, and the dossier is not there: nobody can say what is due in it.
  /// Where keys may not be seen, each dossier says so itself; `leeg`: there is none.
  void noteer_verdwenen(const kast::Kast& kast, const kast::Lezer& lezer, bool leeg) {
    std::vector<Nummer> verdwenen;
    try {
      verdwenen = kast::verdwenen_dossiers(kast);
    } catch (const Fout& e) {
      if (leeg || e.soort() != FoutSoort::algemeen) throw;
    }
    for (const Nummer& n : verdwenen) {
      if (bewijzen_.van(n.tekst()) != nullptr || !van(kast.sleutel_map(n), lezer)) continue;
      uit_.geschonden.push_back(n.tekst());
      uit_.bevindingen.push_back(
          {FoutSoort::integriteit,
           Plaats{kast.sleutel_map(n).string(), 0, 0},
           fmt::format("u hebt sleutels van dossier {}, maar het dossier is er niet", n.tekst()),
           kast::leest_bewijzen(lezer)
               ? "haal de laatste stand van de kast op (git pull); is een opdracht afgebroken, dan kan "
                 "deze map weg"
               : "haal eerst de laatste stand van de kast op (git pull); blijft dit zo, vraag dan de "
                 "casusregisseur of het dossier is vernietigd",
           {}});
    }
  }

  /// What this computer saw before, and is gone with its keys.
  void noteer_vermist(const kast::Kast& kast, const kast::Lezer& lezer) {
    for (kast::VermistDossier& v : kast::vermist_zonder_bewijs(kast, lezer, bewijzen_)) {
      const std::string naam = v.nummer.tekst();
      const auto& al = uit_.geschonden;
      if (std::find(al.begin(), al.end(), naam) != al.end()) continue;
      uit_.geschonden.push_back(naam);
      uit_.bevindingen.push_back(std::move(v.bevinding));
    }
  }

  void ga_langs(const kast::Kast& kast, const kast::GeladenDossier& dossier, bool gevraagd) {
    const std::string& naam = dossier.nummer.tekst();
    // A destruction that was cut short: the term of the dossier gemeente says so.
    if (!dossier.leesbaar && bewijzen_.van(naam) != nullptr) return;
    std::optional<Bevinding> waarom;
    if (!dossier.leesbaar) waarom = kast::sleutels_onbereikbaar(kast, dossier);
    if (!dossier.van_mij && !gevraagd && !waarom) {
      if (dossier.nummer.is_gemeente()) {
        bezoek_(kast, dossier);
      } else {
        ++uit_.overgeslagen;
      }
      return;
    }
    std::copy_if(dossier.bevindingen.begin(), dossier.bevindingen.end(), std::back_inserter(uit_.bevindingen),
                 [](const Bevinding& b) { return b.soort == FoutSoort::integriteit; });
    if (dossier.geschonden()) uit_.geschonden.push_back(naam);
    if (!dossier.leesbaar) {
      uit_.onleesbaar.push_back(naam);
      if (!dossier.geschonden()) {  // else that says why
        uit_.gesloten.push_back({FoutSoort::sleutel,
                                 {},
                                 fmt::format("dossier {} gaat niet open met uw sleutel", naam),
                                 kast::waarom_gesloten(kast, dossier).tip,
                                 {}});
      }
    }
    const bool gezegd =
        waarom && std::find(uit_.onbereikbaar.begin(), uit_.onbereikbaar.end(), *waarom) != uit_.onbereikbaar.end();
    if (waarom && !gezegd) uit_.onbereikbaar.push_back(std::move(*waarom));
    bezoek_(kast, dossier);
  }

  Omgeving& omgeving_;
  kast::Diepte diepte_;
  const Bezoek& bezoek_;
  Ronde uit_;
  kast::Bewijzen bewijzen_;  // of the kast at hand
  std::size_t zonder_ = 0;   // kasten that do not have the number
};

}  // namespace

Ronde loop_langs(Omgeving& omgeving, kast::Diepte diepte, const std::optional<std::string>& nummer,
                 const Bezoek& bezoek) {
  return Loper(omgeving, diepte, bezoek).doe(nummer, false);
}

Ronde loop_langs_met_gemeente(Omgeving& omgeving, kast::Diepte diepte, const std::optional<std::string>& nummer,
                              const Bezoek& bezoek) {
  return Loper(omgeving, diepte, bezoek).doe(nummer, true);
}

}  // namespace pga::cli
