// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/controleer.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/bestand.h"
#include "lib/kast/controleer_bijlagen.h"
#include "lib/kast/controleer_git.h"
#include "lib/kast/controleer_sleutels.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/geheugen.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/ijkpunt.h"
#include "lib/kast/laad.h"
#include "lib/kast/logboek.h"
#include "lib/kast/planstand.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernietig.h"
#include "lib/kast/voorlopig.h"
#include "lib/proces/rollen.h"
#include "lib/proces/toets.h"

namespace pga::kast {
namespace {

Bevinding bevinding(FoutSoort soort, const Pad& pad, std::string wat, std::string tip) {
  return {soort, Plaats{pad.string(), 0, 0}, std::move(wat), std::move(tip), {}};
}

class Controleur {
 public:
  Controleur(const Kast& kast, const Lezer& lezer, Datum peildatum)
      : kast_(kast), lezer_(lezer), peildatum_(peildatum), bewijzen_(kast, lezer) {}

  Controle doe(const std::optional<Nummer>& alleen, const std::vector<Pad>& ijkpunten_elders) {
    uit_.bevindingen = dubbel_beheer(kast_);
    inhoud_.leest_bewijzen = leest_bewijzen(lezer_);
    for (const proces::VernietigingStand& v : bewijzen_.alle()) {
      if (const auto nummer = Nummer::lees(v.nummer)) inhoud_.vernietigd.insert(*nummer);
    }
    if (alleen) {
      een_dossier(*alleen);
    } else {
      rollen();
      afgelopen_sleutels();
      uit_git_ = controleer_git(kast_, bewijzen_);
      std::vector<Pad> vreemd;
      const std::vector<Nummer> nummers = kast_.dossiers(&vreemd);
      for (const Pad& pad : vreemd) {
        meld(FoutSoort::integriteit, pad, "dit hoort niet in dossiers/", "haal het weg, of zet het waar het hoort");
      }
      for (const Nummer& n : nummers) een_dossier(n);
      for (const proces::VernietigingStand& v : bewijzen_.alle()) {
        const auto nummer = Nummer::lees(v.nummer);
        const bool gezien = nummer && std::binary_search(nummers.begin(), nummers.end(), *nummer);
        if (nummer && v.loopt() && !gezien) meld_onvoltooid(*nummer, v);  // all but the receipt is done
        if (nummer && v.voltooid_op && !gezien) verweesd(*nummer, v);     // bijlagen that came back alone
      }
      gemeente();
      for (VermistDossier& v : vermist_zonder_bewijs(kast_, lezer_, bewijzen_)) {
        uit_.bevindingen.push_back(std::move(v.bevinding));
      }
      for (Bevinding& b : controleer_losse_sleutels(kast_, bewijzen_)) uit_.bevindingen.push_back(std::move(b));
      for (Bevinding& b : controleer_losse_bijlagen(kast_, bewijzen_)) uit_.bevindingen.push_back(std::move(b));
      for (Bevinding& b : controleer_logboek(kast_, lezer_)) uit_.bevindingen.push_back(std::move(b));
      ijkpunten();
    }
    for (const Pad& pad : ijkpunten_elders) ijkpunt_elders(pad, alleen);
    neem_git_op();
    return std::move(uit_);
  }

 private:
  void meld(FoutSoort soort, const Pad& pad, std::string wat, std::string tip) {
    uit_.bevindingen.push_back(bevinding(soort, pad, std::move(wat), std::move(tip)));
  }

  /// What git says, unless it was said: a stuk that is not as it was does not verify either, and one that is gone
  /// may be missed by the memory of this computer too.
  void neem_git_op() {
    auto& alle = uit_.bevindingen;
    std::vector<Bevinding> eerst;
    for (Bevinding& b : uit_git_) {
      const Pad pad = b.plaats.bestand;
      const bool gezegd =
          b.wat == kVeranderdInGit && std::any_of(alle.begin(), alle.end(), [&](const Bevinding& a) {
            return a.soort == FoutSoort::integriteit && a.plaats.bestand == b.plaats.bestand;
          });
      if (gezegd) continue;
      if (b.wat == kWegUitGit) {
        const std::string stam = pad.stem().string();
        const std::string digest = fmt::format(" b2:{}", stam.size() < 8 ? stam : stam.substr(stam.size() - 8));
        alle.erase(std::remove_if(alle.begin(), alle.end(),
                                  [&](const Bevinding& a) {
                                    return a.plaats.bestand == pad || (a.plaats.bestand == pad.parent_path() &&
                                                                       a.wat.find(digest) != std::string::npos);
                                  }),
                   alle.end());
      }
      eerst.push_back(std::move(b));
    }
    alle.insert(alle.begin(), std::make_move_iterator(eerst.begin()), std::make_move_iterator(eerst.end()));
  }

  /// Roles that an organisation cannot have: refused today, but an older beheer may hold them.
  void rollen() {
    for (const Gebruiker& g : kast_.beheer().gebruikers) {
      for (proces::RolBezwaar& b : proces::rol_bezwaren(g.organisatie, g.rollen)) {
        uit_.bevindingen.push_back({FoutSoort::bevinding, Plaats{kast_.beheer().bestand, 0, 0},
                                    fmt::format("{}: {}", g.id.tekst(), b.wat), std::move(b.tip),
                                    std::move(b.grondslag)});
      }
    }
  }

  void een_dossier(const Nummer& nummer) {
    const proces::VernietigingStand* v = bewijzen_.van(nummer.tekst());
    if (v == nullptr) return dossier(nummer);
    if (v->voltooid_op) return verweesd(nummer, *v);
    if (resten(kast_, nummer).sleutels.empty()) {
      ++uit_.nagekeken;
    } else {
      dossier(nummer, true);
    }
    meld_onvoltooid(nummer, *v);
  }

  void meld_onvoltooid(const Nummer& nummer, const proces::VernietigingStand& v) {
    meld(FoutSoort::bevinding, kast_.dossier_map(nummer),
         fmt::format("de vernietiging van dit dossier is begonnen op {} en niet voltooid", v.begonnen_op.lang()),
         fmt::format("voltooi haar met pga vernietig {} --voltooi, of trek haar in als alle sleutels er nog zijn "
                     "(--trek-in)",
                     nummer.tekst()));
  }

  /// Stukken of a dossier that was destroyed: a branch that was merged later, or an old copy, brought them back.
  void verweesd(const Nummer& nummer, const proces::VernietigingStand& v) {
    const Resten er = resten(kast_, nummer);
    for (const Pad& pad : er.bijlagen) {
      meld(FoutSoort::bevinding, pad,
           fmt::format("verweesd: deze bijlage hoort bij een dossier dat op {} is vernietigd",
                       v.voltooid_op->lang()),
           fmt::format("pga vernietig {} haalt haar weer weg", nummer.tekst()));
    }
    for (const Pad& pad : er.stukken) {
      meld(FoutSoort::bevinding, pad,
           fmt::format("verweesd: dit stuk hoort bij een dossier dat op {} is vernietigd{}", v.voltooid_op->lang(),
                       geschreven_door(pad)),
           fmt::format("pga vernietig {} haalt het weer weg; wie het meebracht, heeft misschien nog sleutels",
                       nummer.tekst()));
    }
  }

  /// By whom the envelope says it was written; empty when it is no stuk.
  static std::string geschreven_door(const Pad& pad) {
    try {
      return fmt::format(" (geschreven door {})",
                         stuk::lees(lees_bestand(pad, stuk::kMaxStuk), pad.string()).kop.door.tekst());
    } catch (const Fout&) {
      return {};
    }
  }

  /// What is signed with an old key and given an old day cannot be told from what was signed in time.
  void afgelopen_sleutels() {
    for (const AfgelopenSleutel& s : zonder_ijkpunt(kast_.beheer(), peildatum_)) {
      meld(
          FoutSoort::bevinding, kast_.beheer().bestand,
          fmt::format("een sleutel van {} gold tot en met {}, en er is geen ijkpunt: wat daarna met die sleutel is "
                      "getekend en een oude datum kreeg, valt niet op",
                      s.gebruiker.tekst(), s.tot.lang()),
          "maak er een: pga ijkpunt --afgelopen");
    }
  }

  /// After everything was read: what an ijkpunt names must be there.
  void ijkpunten() {
    if (inhoud_.logboek.empty()) lees_log();
    for (Bevinding& b : controleer_ijkpunten(kast_, inhoud_)) meld_eens(std::move(b));
  }

  void ijkpunt_elders(const Pad& pad, const std::optional<Nummer>& alleen) {
    if (!alleen && inhoud_.logboek.empty()) lees_log();
    const std::string bytes = lees_invoer(pad.string(), kMaxIjkpunt);
    for (Bevinding& b : toets_ijkpunt(kast_, lees_ijkpunt(bytes, pad), bytes, inhoud_, alleen)) {
      meld_eens(std::move(b));
    }
  }

  /// What is gone is missed by every ijkpunt that knew it.
  void meld_eens(Bevinding b) {
    const bool al = std::any_of(uit_.bevindingen.begin(), uit_.bevindingen.end(),
                                [&](const Bevinding& er) { return er.wat == b.wat && er.soort == b.soort; });
    if (!al) uit_.bevindingen.push_back(std::move(b));
  }

  void lees_log() {
    for (auto& [wie, keten] : log_ketens(kast_)) inhoud_.logboek[wie] = std::move(keten.regels);
  }

  /// `begonnen`: its destruction was, so that keys that are gone are missed by nobody.
  void dossier(const Nummer& nummer, bool begonnen = false) {
    const GeladenDossier d = laad(kast_, nummer, lezer_, Diepte::alles);
    for (const GeladenStuk& s : d.stukken) inhoud_.dossiers[nummer].insert(s.stuk.digest);
    for (const std::string& digest : d.dragers) inhoud_.dossiers[nummer].insert(digest);  // these verified too
    for (const std::string& digest : d.vervallen) inhoud_.dossiers[nummer].insert(digest);
    ++uit_.nagekeken;
    auto dicht = d.leesbaar || !lezer_.id ? std::nullopt : sleutels_onbereikbaar(kast_, d);
    std::copy_if(d.bevindingen.begin(), d.bevindingen.end(), std::back_inserter(uit_.bevindingen),
                 [&](const Bevinding& b) {
                   const bool gezegd = dicht && b.soort == FoutSoort::algemeen;  // `dicht` says it
                   return !gezegd && !(begonnen && !d.leesbaar && b.soort == FoutSoort::sleutel);
                 });
    if (!d.leesbaar && begonnen) return;
    if (!d.leesbaar) {
      ++uit_.zonder_sleutel;
      if (dicht) {
        uit_.bevindingen.push_back(std::move(*dicht));
      } else if (d.van_mij && !d.geschonden() && zonder_sleutels(kast_, nummer)) {
        meld(
            FoutSoort::sleutel, d.map,
            "van dit dossier ligt hier geen enkele sleutel, van niemand: het gaat niet open",
            "haal de sleutels op bij een ander die ze heeft (pga sleutels pak), of uit een kopie van sleutels/; is "
            "die er niet, dan is dit dossier verloren");
      } else if (d.van_mij && !d.geschonden()) {
        meld(FoutSoort::sleutel, d.map, "dit dossier gaat niet open: u hebt er geen sleutel van ontvangen",
             std::string(kSleutelsOphalen));
      }
      return;
    }
    for (Bevinding& b : controleer_bijlagen_van(d)) uit_.bevindingen.push_back(std::move(b));
    for (Bevinding& b : controleer_sleutels_van(kast_, lezer_, d, peildatum_, begonnen))
      uit_.bevindingen.push_back(std::move(b));
    if (const auto maker = gemaakt_door_buitenstaander(d)) {
      meld(FoutSoort::bevinding, d.map,
           fmt::format("de sleutels van dit dossier zijn gemaakt door {}, die het zelf niet mag lezen",
                       maker->tekst()),
           fmt::format("het volgende stuk krijgt nieuwe sleutels; nu al: pga toegang {} vernieuw", nummer.tekst()));
    }
    if (!nummer.is_gemeente() && d.stukken.size() == 1 && d.stukken.front().soort == "opening") {
      meld(FoutSoort::bevinding, d.map, "dit dossier is geopend maar er staat niets in",
           "leg de melding vast: pga melding --van BESTAND, of laat het leeg");
    }
    std::vector<Bevinding> recht =
        proces::bevindingen(d.dossier, termijnen_van(kast_, d, peildatum_), kast_.beleid());
    for (Bevinding& b : plan_bevindingen(kast_, nummer, d.dossier, peildatum_)) recht.push_back(std::move(b));
    // Where a stuk is missing, what builds on it would be judged by less than its author knew.
    const auto opnieuw = d.geschonden() ? std::vector<proces::Invoer>() : invoer_van(d.stukken);
    for (Bevinding& b : proces::hertoets(opnieuw, kast_.beleid())) {
      const bool al = std::any_of(recht.begin(), recht.end(), [&](const Bevinding& r) {
        return r.plaats.bestand == b.plaats.bestand && r.wat == b.wat;
      });
      if (!al) recht.push_back(std::move(b));
    }
    for (Bevinding& b : recht) {
      b.plaats.bestand = pad_van(d, b.plaats.bestand);
      uit_.bevindingen.push_back(std::move(b));
    }
  }

  /// Looked at with the cases, but no case: it does not count as one.
  void gemeente() {
    const Controle geteld{{}, uit_.nagekeken, uit_.zonder_sleutel};
    dossier(Nummer::gemeente());
    uit_.nagekeken = geteld.nagekeken;
    uit_.zonder_sleutel = geteld.zonder_sleutel;
  }

  /// A finding of the process names a stuk by its digest, or nothing: then it is about the dossier.
  static std::string pad_van(const GeladenDossier& d, const std::string& digest) {
    const GeladenStuk* er = vind_stuk(d, digest);
    return er == nullptr ? d.map.string() : er->bestand.string();
  }

  const Kast& kast_;
  const Lezer& lezer_;
  Datum peildatum_;
  Bewijzen bewijzen_;
  Controle uit_;
  std::vector<Bevinding> uit_git_;
  Inhoud inhoud_;  // what was read, for the ijkpunten
};

}  // namespace

Controle controleer(const Kast& kast, const Lezer& lezer, Datum peildatum, const std::optional<Nummer>& alleen,
                    const std::vector<Pad>& ijkpunten) {
  return Controleur(kast, lezer, peildatum).doe(alleen, ijkpunten);
}

}  // namespace pga::kast
