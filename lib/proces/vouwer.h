// SPDX-License-Identifier: EUPL-1.2
//
// Vouwer: the fold at work; only vouw() uses it. Takes the stukken that count one by one, in order, and keeps the
// Dossier up to date.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/proces/beleid.h"
#include "lib/proces/dossier.h"
#include "lib/proces/regie.h"
#include "lib/proces/soorten.h"
#include "lib/termijn/feit.h"

namespace pga::proces {

/// Who came before whom, by links.
class Voorouders {
 public:
  explicit Voorouders(const std::vector<Invoer>& stukken);
  /// Whether `ouder` lies in the past of `kind`; a stuk is no ancestor of itself.
  [[nodiscard]] bool is(const std::string& ouder, const std::string& kind) const;

 private:
  std::map<std::string, std::vector<std::string>> vorige_;
};

class Vouwer {
 public:
  Vouwer(Dossier& dossier, const Voorouders& voorouders, const Regie& regie, const Beleid& beleid)
      : d_(dossier), voorouders_(voorouders), regie_(regie), beleid_(beleid) {}

  /// A stuk that counts, at the place of the stuk `plaats`: its own digest, or that of what it corrects.
  void verwerk(const Invoer& stuk, const std::string& plaats);
  /// Every stuk, replaced or not: what is remembered of it as a stuk.
  void noteer(const Invoer& stuk, const std::string& vervangen_door);
  /// A stuk that was replaced: its votes are kept until it is known which of them stay.
  void bewaar_stemmen(const Invoer& stuk);
  /// The phase, the facts about betrokkenen, and what can only be seen at the end.
  void sluit_af();
  void meld(const std::string& stuk, std::string wat, std::string tip, std::string grondslag = {});

 private:
  /// A decision that moves the dossier to another phase.
  struct Overgang {
    std::string stuk;
    std::string plaats;
    Fase naar;
  };

  /// A decision that lets somebody in, or, when `eindigt`, a stuk that ends their access.
  struct Toelating {
    std::string gebruiker;
    std::string plaats;
    bool eindigt;
    std::optional<Datum> tot = std::nullopt;  // it ends after that day
    std::string stuk = {};
  };

  /// What a meeting did with the minutes of another.
  struct Vastgesteld {
    std::string stuk;
    std::string plaats;
    Datum datum;
    OverlegSoort soort;
    Vaststelling velden;
  };

  /// What a stuk says about a hold that is there.
  struct Bewaarstap {
    std::string stuk;
    std::string plaats;
    std::string id;
    Datum datum;
    bool opgeheven;
  };

  void verwerk_ernaast(const Invoer& s, Onleesbaar& fout);
  /// Reads a stuk, sets the day that it is about, and takes it in.
  template <class Velden>
  void neem(const Invoer& s, Onleesbaar& fout, Velden (*lees_soort)(const Waarde&, Onleesbaar*),
            std::optional<Datum> Velden::*dag, void (Vouwer::*verwerk_soort)(const Invoer&, const Velden&));

  void melding(const Invoer& s, const Melding& m);
  void aanmelding(const Invoer& s, const Aanmelding& a);
  void aanvulling(const Invoer& s, const Aanvulling& a);
  void afdoening(const Invoer& s, const Afdoening& a);
  void lopend(const Invoer& s, const Lopend& l);
  void lopende_notificatie(const Invoer& s, const Lopend& l);
  void weging(const Invoer& s, const Weging& w);
  void weegbesluit(const Invoer& s, const Weging& w);
  void uitstroomtoets(const Invoer& s, const Weging& w);
  void bevestiging(const Invoer& s, const Bevestiging& b);
  void deelname(const Invoer& s, const Deelname& d);
  void toegang(const Invoer& s, const Toegang& t);
  void aanwijzing(const Invoer& s, const Toegang& t);
  [[nodiscard]] bool is_brief_bij(const Invoer& s) const;
  [[nodiscard]] bool is_geeindigd() const;
  void meld_niet_benoemd(const Invoer& s, const Toegang& t);
  void leest_tot(const Invoer& s, const std::string& wie, Datum tot);
  void weg_na_laatste_dag(const Invoer& s, const Toegang& t);
  void bepaal_toegang();
  void beoordeling(const Invoer& s, const Beoordeling& b);
  void profiel(const Invoer& s, const Profiel& p);
  void plan(const Invoer& s, const Plan& p);
  void interventie(const Invoer& s, const InterventieVelden& velden, const Waarde& item);
  void verstrekking(const Invoer& s, const InterventieVelden& was, const InterventieVelden& nu, bool weer);
  void advies(const Invoer& s, const Advies& a);
  void evaluatie(const Invoer& s, const Plan& p);
  void verstrekt(const Invoer& s, const Plan& p);
  Interventie* genoemde_interventie(const Invoer& s, const Plan& p);
  void interventieperiode(const Invoer& s);
  void pas_op_de_plaats(const Invoer& s, const Plan& p);
  void overleg(const Invoer& s, const Overleg& o);
  void actielijst(const Invoer& s, const Actielijst& a);
  void overdracht(const Invoer& s, const Overdracht& o);
  void acties(const Invoer& s, const std::vector<ActieVelden>& velden);
  void actie(const Invoer& s, const ActieVelden& velden, const Waarde& item);
  void actie_status(const Invoer& s, const ActieVelden& velden, Actie& a, bool andere_dag);
  void derden(const Invoer& s);
  void sluit_vaststellingen();
  void vergeet_vervangen_stemmen();
  void trek_herwegingen_in();
  void notificatie(const Invoer& s, const Notificatie& n);
  void notificatiestap(const Invoer& s, const Notificatie& n, Betrokkene& b);
  void naar_stand(const Invoer& s, const Notificatie& n, Betrokkene& b, termijn::FeitSoort soort,
                  NotificatieStand stand);
  void stel_uit(const Invoer& s, const Notificatie& n, Betrokkene& b);
  void handhaaf(const Invoer& s, const Notificatie& n, Betrokkene& b);
  void meld_geen_uitstel(const Invoer& s, const Betrokkene& b);
  void grond_vervalt(const Invoer& s, const Notificatie& n, Betrokkene& b);
  void vervalt_alsnog(const Invoer& s, const Betrokkene& b);
  void meld_verval(const Invoer& s, Betrokkene& b, Datum gemeld);
  void versmal(const Invoer& s, const Notificatie& n, Uitstel& u, const std::string& id);
  void verzend_deel(const Invoer& s, Betrokkene& b);
  void afsluiting(const Invoer& s, const Afsluiting& a);
  void afsluitbesluit(const Invoer& s, const Afsluiting& a);
  void audit(const Invoer& s, const Audit& a);
  void jaarverslag(const Invoer& s, const Jaarverslag& j);
  void screening(const Invoer& s, const Screening& c);
  void uitreiking(const Invoer& s, const Uitreiking& u);
  void vernietiging(const Invoer& s, const Vernietiging& v);
  void begin_vernietiging(const Invoer& s, const Vernietiging& v, VernietigingStand& stand);
  void sluit_vernietigingen();
  void aantallen(const Invoer& s, const AantallenStuk& a);
  /// The thing that a stuk is about: `nieuw` when it begins one, else the one of that id; nullptr, and a finding,
  /// when that cannot be. Only in verwerk_rechten.cpp.
  template <class Stand>
  Stand* onderwerp(const Invoer& s, std::vector<Stand>& alle, Stand nieuw, bool begint);
  void bewaring(const Invoer& s, const Bewaring& b);
  [[nodiscard]] bool al_opgeheven(const std::string& id) const;
  void sluit_bewaringen();
  void verzoek(const Invoer& s, const Verzoek& v);
  void verzoekstap(const Invoer& s, const Verzoek& v, VerzoekStand& stand);
  void correctie(const Invoer& s, const Correctie& c);
  void datalek(const Invoer& s, const Datalek& l);
  void datalekstap(const Invoer& s, const Datalek& l, DatalekStand& stand);

  void betrokkenen(const Invoer& s, const BetrokkeneVelden& hoofd, const std::vector<RelatieVelden>& relaties,
                   Datum ontvangen);
  void overleden(const Invoer& s, Betrokkene& b, Datum op) const;
  void een_id(const Invoer& s, const Betrokkene& b, bool relatie, const Waarde& w);
  Betrokkene& betrokkene(const Invoer& s, const std::string& id, bool relatie, Datum ontvangen);
  void deelnemers(const Invoer& s, const std::vector<DeelnemerVelden>& nieuw);
  void voorwaarden(const Invoer& s, const Weging& w);
  void stemmen(const Invoer& s, Soort soort, const std::vector<Stem>& nieuw, bool vervangen);
  void terug_te_koppelen(const Invoer& s);
  void feiten_over_betrokkenen();
  void bepaal_fase();
  void naast_elkaar(const std::vector<const Overgang*>& koppen);
  void overgang(const Invoer& s, Fase naar);
  void feit(const Invoer& s, termijn::FeitSoort soort, Datum datum, std::optional<Datum> tot = std::nullopt);
  void feit_over(const Invoer& s, termijn::FeitSoort soort, const std::string& ref,
                 std::optional<Datum> tot = std::nullopt);
  /// On a day of its own, not that of the stuk.
  void feit_op(const Invoer& s, termijn::FeitSoort soort, const std::string& ref, Datum datum,
               std::optional<int> minuut = std::nullopt);
  void feit_van(const Invoer& s, termijn::FeitSoort soort, const std::string& betrokkene_, Datum datum,
                std::optional<Datum> tot = std::nullopt);
  void onleesbaar(const Invoer& s, const Onleesbaar& velden);

  Dossier& d_;
  const Voorouders& voorouders_;
  const Regie& regie_;
  const Beleid& beleid_;
  std::string plaats_;     // of the stuk at hand
  Datum dag_{1583, 1, 1};  // that the stuk at hand is about
  std::vector<Overgang> overgangen_;
  std::vector<Toelating> toelatingen_;
  std::map<std::string, Datum> laatste_dag_;  // of those whose access a decision or a handover limits to it
  std::vector<Bewaarstap> bewaarstappen_;
  std::vector<Vastgesteld> vaststellingen_;
  std::vector<std::pair<std::string, Noodzaak>> herwegingen_;  // the stuk, and what it said; in order
  std::map<std::size_t, std::string> weersproken_;             // stemming -> the stuk that contradicts it
};

/// The word of `stap` in a stuk, or the default of its soort; empty when it has none.
[[nodiscard]] std::string stap_van(std::string_view soort, const Waarde& inhoud);

}  // namespace pga::proces
