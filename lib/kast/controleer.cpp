// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/controleer.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/bestand.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/geheugen.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/git.h"
#include "lib/kast/gitinrichting.h"
#include "lib/kast/ijkpunt.h"
#include "lib/kast/laad.h"
#include "lib/kast/logboek.h"
#include "lib/kast/sleutelbevindingen.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernietig.h"
#include "lib/kast/vernieuw.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/rollen.h"
#include "lib/proces/toets.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

constexpr std::size_t kMaxGitBestand = std::size_t{16} << 20U;

Bevinding bevinding(FoutSoort soort, const Pad& pad, std::string wat, std::string tip) {
  return {soort, Plaats{pad.string(), 0, 0}, std::move(wat), std::move(tip), {}};
}

bool begint_met(std::string_view tekst, std::string_view begin) { return tekst.substr(0, begin.size()) == begin; }

bool bevat_regels(const Pad& pad, std::string_view regels) {
  try {
    return heeft_regels(lees_bestand(pad, kMaxGitBestand), regels);
  } catch (const Fout&) {
    return false;  // not there, a link, or not to be read: the rules do not hold
  }
}

class Controleur {
 public:
  Controleur(const Kast& kast, const Lezer& lezer, Datum peildatum)
      : kast_(kast), lezer_(lezer), peildatum_(peildatum), bewijzen_(kast, lezer) {}

  Controle doe(const std::optional<Nummer>& alleen, const std::vector<Pad>& ijkpunten_elders) {
    uit_.bevindingen = dubbel_beheer(kast_);
    for (const proces::VernietigingStand& v : bewijzen_.alle()) {
      if (const auto nummer = Nummer::lees(v.nummer)) inhoud_.vernietigd.insert(*nummer);
    }
    if (alleen) {
      een_dossier(*alleen);
    } else {
      rollen();
      afgelopen_sleutels();
      git_regels();
      git_stand();
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
      }
      gemeente();
      const bool leest_bewijs = !proces::opent(lezer_.rollen, proces::Toestand::gemeente, false).leeg();
      for (VermistDossier& v : vermiste_dossiers(kast_)) {
        if (leest_bewijs && bewijzen_.van(v.nummer.tekst()) == nullptr)
          uit_.bevindingen.push_back(std::move(v.bevinding));
      }
      losse_sleutels();
      for (Bevinding& b : controleer_logboek(kast_, lezer_)) uit_.bevindingen.push_back(std::move(b));
      ijkpunten();
    }
    for (const Pad& pad : ijkpunten_elders) ijkpunt_elders(pad, alleen);
    return std::move(uit_);
  }

 private:
  void meld(FoutSoort soort, const Pad& pad, std::string wat, std::string tip) {
    uit_.bevindingen.push_back(bevinding(soort, pad, std::move(wat), std::move(tip)));
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
    for (const Pad& pad : resten(kast_, nummer).stukken) {
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
    for (Bevinding& b : controleer_ijkpunten(kast_, inhoud_)) uit_.bevindingen.push_back(std::move(b));
  }

  void ijkpunt_elders(const Pad& pad, const std::optional<Nummer>& alleen) {
    if (!alleen && inhoud_.logboek.empty()) lees_log();
    const std::string bytes = lees_invoer(pad.string(), kMaxIjkpunt);
    for (Bevinding& b : toets_ijkpunt(kast_, lees_ijkpunt(bytes, pad), bytes, inhoud_, alleen)) {
      uit_.bevindingen.push_back(std::move(b));
    }
  }

  void lees_log() {
    for (auto& [wie, keten] : log_ketens(kast_)) inhoud_.logboek[wie] = std::move(keten.regels);
  }

  /// `begonnen`: its destruction was, so that keys that are gone are missed by nobody.
  void dossier(const Nummer& nummer, bool begonnen = false) {
    const GeladenDossier d = laad(kast_, nummer, lezer_, Diepte::alles);
    for (const GeladenStuk& s : d.stukken) inhoud_.dossiers[nummer].insert(s.stuk.digest);
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
      } else if (d.van_mij && !d.geschonden()) {
        meld(FoutSoort::sleutel, d.map, "dit dossier gaat niet open: u hebt er geen sleutel van ontvangen",
             "vraag de casusregisseur om de sleutel");
      }
      return;
    }
    sleutelbestanden(d);
    if (!nummer.is_gemeente() && d.stukken.size() == 1 && d.stukken.front().soort == "opening") {
      meld(FoutSoort::bevinding, d.map, "dit dossier is geopend maar er staat niets in",
           "leg de melding vast: pga melding --van BESTAND, of laat het leeg");
    }
    std::vector<Bevinding> recht =
        proces::bevindingen(d.dossier, termijnen_van(kast_, d, peildatum_), kast_.beleid());
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

  /// Key files of every gebruiker: no key opens those of others, but each is named by its own digest.
  void sleutelbestanden(const GeladenDossier& d) {
    for (const Pad& pad : paden_van(kast_.sleutel_map(d.nummer))) {
      const std::string stam = pad.stem().string();
      if (begint_met(stam, kTijdelijk)) continue;
      if (is_overschreven(pad)) {
        meld(FoutSoort::bevinding, pad,
             "dit sleutelbestand is overschreven en nog niet weg: een opdracht is afgebroken",
             "de volgende opdracht die schrijft, haalt het weg");
      } else if (!heet_naar_inhoud(pad, stam)) {
        meld(FoutSoort::integriteit, pad,
             "de naam past niet bij de inhoud: dit sleutelbestand is veranderd of hernoemd",
             "haal het terug uit een kopie van sleutels/");
      }
    }
    for (Bevinding& b : sleutelbevindingen(kast_, d, peildatum_)) uit_.bevindingen.push_back(std::move(b));
    for (const Compartiment c : kCompartimenten) {
      const std::string& verbintenis = d.perioden.nu().at(static_cast<std::size_t>(c));
      if (verbintenis.empty() || d.sleutels.openbaar.count(verbintenis) > 0) continue;
      meld(FoutSoort::bevinding, kast_.sleutel_map(d.nummer),
           fmt::format("de openbare sleutel voor {} ontbreekt: er kan niets aan dit dossier worden toegevoegd",
                       naam(c)),
           "haal het bestand openbaar-….yaml op bij de casusregisseur");
    }
  }

  static bool heet_naar_inhoud(const Pad& pad, const std::string& stam) {
    try {
      const std::string digest = seal::digest(lees_bestand(pad, kMaxGitBestand));
      return stam.size() > 9 && stam.substr(stam.size() - 8) == seal::hash8(digest);
    } catch (const Fout&) {
      return false;  // a link, a directory, or not to be read
    }
  }

  /// A finding of the process names a stuk by its digest, or nothing: then it is about the dossier.
  static std::string pad_van(const GeladenDossier& d, const std::string& digest) {
    const auto er = std::find_if(d.stukken.begin(), d.stukken.end(),
                                 [&](const GeladenStuk& s) { return s.stuk.digest == digest; });
    return er == d.stukken.end() ? d.map.string() : er->bestand.string();
  }

  void git_regels() {
    if (!bevat_regels(kast_.map() / ".gitattributes", kGitAttributes)) {
      meld(FoutSoort::integriteit, kast_.map() / ".gitattributes",
           "de regel \"*.yaml -text -merge diff=pga\" ontbreekt: git kan stukken veranderen",
           "zet de regel terug, op een regel voor zich");
    }
    if (!bevat_regels(kast_.map() / ".gitignore", kGitIgnore)) {
      meld(FoutSoort::integriteit, kast_.map() / ".gitignore", "de regels die sleutels buiten git houden ontbreken",
           "zet ze terug: /sleutels/, *.age, *.sleutel en .nieuw-*");
    }
  }

  void git_stand() {
    try {
      const auto bestanden = git_bestanden(kast_.map());
      if (!bestanden) {
        meld(FoutSoort::bevinding, kast_.map(), "deze kast ligt niet in git: wat verdwijnt, valt niet op",
             "maak er een git-opslag van: git init");
        return;
      }
      for (const GitBestand& b : *bestanden) git_bestand(b);
      for (Bevinding& b : leesbaar_in_git(kast_.map())) uit_.bevindingen.push_back(std::move(b));
    } catch (const Fout& e) {
      uit_.bevindingen.insert(uit_.bevindingen.end(), e.bevindingen().begin(), e.bevindingen().end());
    }
  }

  void git_bestand(const GitBestand& b) {
    const Pad pad = kast_.map() / b.pad;
    static constexpr std::array kBewaard = {"dossiers/", "gemeente/", "beheer/", "logboek/", "ijkpunten/"};
    const bool bewaard = std::any_of(kBewaard.begin(), kBewaard.end(),
                                     [&](std::string_view begin) { return begint_met(b.pad, begin); });
    if (is_geheim(pad)) {
      meld(FoutSoort::integriteit, pad,
           "git volgt een geheime sleutel: wie de opslag heeft, kan lezen wat die opent",
           "neem deze sleutel uit gebruik; uit git halen is niet genoeg, oude versies blijven bestaan");
    } else if (begint_met(b.pad, "sleutels/") && pad.extension() == ".yaml") {
      meld(FoutSoort::integriteit, pad, "git volgt dit bestand, en sleutels/ hoort buiten git",
           "haal het uit git: git rm --cached BESTAND");
    } else if (begint_met(b.pad, "sleutels/") || pad.extension() == ".age" || pad.extension() == ".sleutel") {
      meld(FoutSoort::integriteit, pad,
           "git volgt dit sleutelbestand: het is verzegeld, maar wat in git zit, is niet meer te vernietigen",
           "haal het uit git (git rm --cached), ook uit oude versies en uit kopieën van de opslag");
    } else if (bewaard && b.weg && met_reden_weg(b.pad)) {
      return;
    } else if (bewaard && b.weg) {
      meld(FoutSoort::integriteit, pad, "git kent dit bestand, maar het is weg",
           "haal het terug: git checkout -- BESTAND");
    } else if (bewaard && b.gewijzigd) {
      meld(FoutSoort::integriteit, pad, "dit bestand is veranderd sinds het in git kwam",
           "haal het terug: git checkout -- BESTAND");
    } else if (bewaard ? pad.extension() != ".yaml" : b.pad != ".gitattributes" && b.pad != ".gitignore") {
      leesbare_tekst(pad);
    }
  }

  /// dossiers/<jaar>/<nummer>/<stuk> of a dossier whose destruction began.
  [[nodiscard]] bool met_reden_weg(const std::string& pad) const {
    return begint_met(pad, "dossiers/") && bewijzen_.van(Pad(pad).parent_path().filename().string()) != nullptr;
  }

  /// Whether an age identity stands in it in clear.
  static bool is_geheim(const Pad& pad) {
    if (pad.extension() == ".yaml") return false;
    try {
      return lees_bestand(pad, kMaxGitBestand).find("AGE-SECRET-KEY-1") != std::string::npos;
    } catch (const Fout&) {
      return false;
    }
  }

  /// Whatever else git tracks in a kast is in clear.
  void leesbare_tekst(const Pad& pad) {
    meld(FoutSoort::integriteit, pad, "git volgt dit bestand, en het is niet verzegeld",
         "haal het uit de kast; stond er iets persoonlijks in, dan blijft dat in oude versies van git te lezen");
  }

  void losse_sleutels() {
    try {
      for (const proces::VernietigingStand& v : bewijzen_.alle()) teruggekomen_sleutels(v);
      for (const Nummer& n : verdwenen_dossiers(kast_)) {
        if (bewijzen_.van(n.tekst()) != nullptr) continue;
        meld(FoutSoort::bevinding, kast_.sleutel_map(n), "er zijn sleutels van een dossier dat er niet is",
             "haal de laatste stand van de kast op; is een opdracht afgebroken, dan kan deze map weg");
      }
    } catch (const Fout& e) {
      uit_.bevindingen.insert(uit_.bevindingen.end(), e.bevindingen().begin(), e.bevindingen().end());
    }
  }

  void teruggekomen_sleutels(const proces::VernietigingStand& v) {
    const auto nummer = Nummer::lees(v.nummer);
    if (!nummer || !v.voltooid_op || resten(kast_, *nummer).sleutels.empty()) return;
    meld(FoutSoort::bevinding, kast_.sleutel_map(*nummer),
         fmt::format("deze sleutels horen bij een dossier dat op {} is vernietigd, en liggen er weer of nog",
                     v.voltooid_op->lang()),
         fmt::format("vernietig ze: pga vernietig {}; zet geen oude kopie van sleutels/ terug", v.nummer));
  }

  std::vector<Pad> paden_van(const Pad& map) {
    try {
      return lees_map(map);
    } catch (const Fout& e) {
      uit_.bevindingen.insert(uit_.bevindingen.end(), e.bevindingen().begin(), e.bevindingen().end());
      return {};
    }
  }

  const Kast& kast_;
  const Lezer& lezer_;
  Datum peildatum_;
  Bewijzen bewijzen_;
  Controle uit_;
  Inhoud inhoud_;  // what was read, for the ijkpunten
};

}  // namespace

bool heeft_regels(std::string_view inhoud, std::string_view regels) {
  const std::string tekst = fmt::format("\n{}", inhoud);
  for (std::size_t begin = 0; begin < regels.size();) {
    const std::size_t einde = regels.find('\n', begin);
    if (tekst.find(fmt::format("\n{}\n", regels.substr(begin, einde - begin))) == std::string::npos) return false;
    begin = einde + 1;
  }
  return true;
}

Controle controleer(const Kast& kast, const Lezer& lezer, Datum peildatum, const std::optional<Nummer>& alleen,
                    const std::vector<Pad>& ijkpunten) {
  return Controleur(kast, lezer, peildatum).doe(alleen, ijkpunten);
}

}  // namespace pga::kast
