// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/proces/dagtaal.h"
#include "lib/proces/naam_in_id.h"
#include "lib/proces/onderwerpen.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/signalen.h"
#include "lib/proces/toets.h"
#include "lib/proces/vouwer.h"
#include "lib/proces/wetsversies.h"
#include "lib/termijn/duur.h"

namespace pga::proces {
namespace {

/// The lists whose items have an id, and the letter that it begins with.
struct Lijst {
  std::string_view naam;
  char letter;
};
constexpr std::array kLijsten = {Lijst{"relaties", 'r'},
                                 Lijst{"gezagdragers", 'g'},
                                 Lijst{"signalen", 's'},
                                 Lijst{"stemmen", 't'},
                                 Lijst{"deelnemers", 'd'},
                                 Lijst{"derden", 'e'},
                                 Lijst{"geraadpleegd", 'q'},
                                 Lijst{"overige_criteria", 'c'},
                                 Lijst{"uitstroomvoorwaarden", 'u'},
                                 Lijst{"doelen", 'o'},
                                 Lijst{"interventies", 'i'},
                                 Lijst{"acties", 'a'},
                                 Lijst{"resultaten", 'k'},
                                 Lijst{"afwijkend_standpunt", 'w'},
                                 Lijst{"verschillen", 'v'},
                                 Lijst{"beschermende_factoren", 'f'},
                                 Lijst{"risicofactoren", 'f'},
                                 Lijst{"aanwezig", 'p'},
                                 Lijst{"afwezig", 'n'},
                                 Lijst{"verslag", 'y'},
                                 Lijst{"besluiten", 'j'},
                                 Lijst{"agenda", 'g'},
                                 Lijst{"vaststellingen", 'm'},
                                 Lijst{"wijzigingen", 'w'},
                                 Lijst{"onderdelen", 'h'},
                                 Lijst{"raadpleging", 'z'}};

void verzamel(const Waarde& w, std::set<std::string>& uit) {
  if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) verzamel(item, uit);
  } else if (w.is_kaart()) {
    if (const std::string id = w.tekst_van("id"); !id.empty()) uit.insert(id);
    for (const Veld& v : w.velden()) verzamel(v.waarde, uit);
  }
}

class Aanvuller {
 public:
  Aanvuller(Nieuw& nieuw, const Dossier& dossier, const Beleid& beleid,
            const std::function<std::string(char letter)>& nieuw_id)
      : n_(nieuw), w_(nieuw.inhoud), d_(dossier), b_(beleid), nieuw_id_(nieuw_id) {
    bezet_.insert(dossier.ids.begin(), dossier.ids.end());
    verzamel(w_, bezet_);
  }

  void vul() {
    const std::string stap = stap_van(n_.soort, w_);
    if (!stap.empty()) vul_veld("stap", stap);
    // These have no datum: the day they came in or were published is for the writer to say.
    if (n_.soort != "melding" && n_.soort != "aanmelding" && n_.soort != "jaarverslag")
      vul_veld("datum", n_.peildatum.tekst());
    betrokkene();
    onderwerp(stap);
    ids(w_);
    if (n_.soort == "notificatie") notificatie(stap);
    if (n_.soort == "bewaring" && stap != "opgeheven") herziening(b_.termijnen.bewaring_herziening_maanden);
    if (stap == "pas_op_de_plaats") herziening(b_.termijnen.pas_op_de_plaats_maanden);
    if (n_.soort == "verzoek" && stap == "ontvangen") vul_veld("soort_verzoek", "avg");
    if (n_.soort == "screening") opleiding();
    if (n_.soort == "advies") advies();
    if (n_.soort == "overleg") overleg();
    if (n_.soort == "overleg" || n_.soort == "actielijst" || n_.soort == "plan") acties();
    if (n_.soort == "beoordeling") vul_veld("organisatie", n_.organisatie);  // everyone signs for their own
    if (n_.soort == "contextcasusformulier") vul_veld("lijst", b_.contextlijst.naam);
    if (n_.soort == "profiel") {
      vul_veld("leidraad", b_.leidraad_editie);
      vul_veld("schaal", b_.schaal.naam);
    }
    herkomst(w_, herkomsten(d_, w_));
    if (n_.soort == "beoordeling") benodigd("stand", n_.organisatie);
    if (n_.soort == "profiel") benodigd("huidig", "casusregisseur");
  }

 private:
  void vul_in(Waarde& kaart, std::string_view naam, const std::string& tekst) {
    const Waarde* v = kaart.vind(naam);
    if (!tekst.empty() && (v == nullptr || v->leeg())) kaart.zet(naam, tekst);
  }

  void vul_veld(std::string_view naam, const std::string& tekst) { vul_in(w_, naam, tekst); }

  /// Not taken, and not by chance a word of the name that it is for.
  [[nodiscard]] std::string kies_id(char letter, std::string_view naam_ = {}) {
    std::string id = nieuw_id_(letter);
    while (noemt(id, naam_) || !bezet_.insert(id).second) id = nieuw_id_(letter);
    return id;
  }

  void betrokkene() {
    Waarde* b = w_.vind("betrokkene");
    if (b == nullptr || !b->is_kaart() || !b->tekst_van("id").empty()) return;
    // Every document is about the same person, whom the dossier knows already.
    const bool bekend = !d_.betrokkenen.empty() && !d_.betrokkenen.front().relatie;
    b->zet("id", bekend ? d_.betrokkenen.front().id : kies_id('b', b->tekst_van("naam")));
  }

  /// The id of what the document is about: a fresh one when it begins one, that of what it corrects, or the only
  /// one that runs.
  void onderwerp(const std::string& stap) {
    const OnderwerpSoort* soort = onderwerp_soort(n_.soort);
    if (soort == nullptr || !w_.tekst_van("id").empty()) return;
    std::vector<std::string> lopend;
    for (const Onderwerp& o : onderwerpen(d_, n_.soort)) {
      if (std::find(n_.vervangt.begin(), n_.vervangt.end(), o.stuk) != n_.vervangt.end())
        return vul_veld("id", o.id);
      if (o.loopt) lopend.push_back(o.id);
    }
    if (stap == soort->begin) return vul_veld("id", kies_id(soort->letter));
    if (lopend.size() == 1) vul_veld("id", lopend.front());
  }

  void herziening(int maanden) {
    const Datum dag = Datum::lees(w_.tekst_van("datum")).value_or(n_.peildatum);
    vul_veld("herziening", termijn::plus_maanden(dag, maanden).tekst());
  }

  void ids(Waarde& w) {
    if (w.is_lijst()) {
      for (Waarde& item : w.lijst()) ids(item);
      return;
    }
    if (!w.is_kaart()) return;
    for (Veld& v : w.velden()) {
      ids(v.waarde);
      const auto lijst =
          std::find_if(kLijsten.begin(), kLijsten.end(), [&](const Lijst& l) { return l.naam == v.naam; });
      if (lijst == kLijsten.end() || !v.waarde.is_lijst()) continue;
      for (Waarde& item : v.waarde.lijst()) {
        if (item.is_kaart() && item.tekst_van("id").empty()) {
          item.zet("id", kies_id(lijst->letter, item.tekst_van("naam")));
        }
      }
    }
  }

  /// Who is a minor on the day of the message, and so old: the law of that day says to whom it goes.
  void leeftijden() {
    Waarde* lijst = w_.vind("betrokkenen");
    const Datum dag = Datum::lees(w_.tekst_van("datum")).value_or(n_.peildatum);
    if (lijst == nullptr || !lijst->is_lijst()) return;
    for (Waarde& item : lijst->lijst()) {
      const Betrokkene* b = item.is_kaart() ? d_.betrokkene(item.tekst_van("id")) : nullptr;
      if (b == nullptr || !b->geboren || *b->geboren > dag || item.vind("leeftijd") != nullptr) continue;
      const int jaren = termijn::volle_jaren(*b->geboren, dag);
      if (jaren < kMeerderjarig) item.zet("leeftijd", jaren);
    }
  }

  /// The day of a training, where rules can see it.
  void opleiding() {
    const Waarde* o = w_.vind("opleiding");
    const std::string dag = o != nullptr && o->is_kaart() ? o->tekst_van("datum") : std::string();
    if (!dag.empty()) vul_veld("opleiding_op", dag);
  }

  /// What kind of meeting: of a case, unless the dossier is no case. The minutes that it adopts: the only ones of
  /// that kind up to this day that nobody adopted yet.
  void overleg() {
    vul_veld("soort_overleg", std::string(naam(OverlegSoort::casusoverleg)));
    const std::optional<OverlegSoort> soort = lees<OverlegSoort>(w_.tekst_van("soort_overleg"));
    std::vector<std::string> concepten;
    for (const OverlegStand& o : d_.overleggen) {
      const bool dit = std::find(n_.vervangt.begin(), n_.vervangt.end(), o.stuk) != n_.vervangt.end();
      const bool later = Datum::lees(w_.tekst_van("datum")).value_or(n_.peildatum) < o.datum;
      if (!dit && !later && o.soort == soort && !o.vastgesteld()) concepten.push_back(o.stuk);
    }
    Waarde* lijst = w_.vind("vaststellingen");
    if (lijst == nullptr || !lijst->is_lijst() || lijst->lijst().size() != 1 || concepten.size() != 1) return;
    if (lijst->lijst().front().is_kaart()) vul_in(lijst->lijst().front(), "overleg", concepten.front());
  }

  /// Which advies: that of the stuk that it corrects, the only one that waits for this step, or a new one. And what
  /// a new one is for.
  void advies() {
    const AdviesStap stap = lees<AdviesStap>(stap_van(n_.soort, w_)).value_or(AdviesStap::ontvangen);
    std::vector<std::string> wachtend;
    for (const AdviesStand& a : d_.adviezen) {
      const auto vervangt = [&](const std::string& stuk) {
        return std::find(n_.vervangt.begin(), n_.vervangt.end(), stuk) != n_.vervangt.end();
      };
      if (std::any_of(a.stukken.begin(), a.stukken.end(), vervangt)) vul_veld("id", a.id);
      if (vervangt(a.stuk)) vul_veld("bij", std::string(naam(a.bij)));
      const bool wacht = stap == AdviesStap::ontvangen ? !a.ontvangen_op : a.ontvangen_op && !a.besproken_op;
      // Of another expert than the one who was asked: an advies of its own.
      const std::string adviseur = stap == AdviesStap::ontvangen ? w_.tekst_van("adviseur") : std::string();
      const bool ander = !adviseur.empty() && !a.adviseur.empty() && !zelfde_organisatie(adviseur, a.adviseur);
      if (wacht && !ander && stap != AdviesStap::gevraagd) wachtend.push_back(a.id);
    }
    if (wachtend.size() == 1 && n_.vervangt.empty()) vul_veld("id", wachtend.front());
    const bool begint = stap == AdviesStap::gevraagd || (stap == AdviesStap::ontvangen && wachtend.empty());
    if (begint && w_.tekst_van("id").empty()) vul_veld("id", kies_id('n'));
    if (stap == AdviesStap::besproken || d_.advies(w_.tekst_van("id")) != nullptr) return;
    const bool weegt = d_.fase == Fase::melding || d_.fase == Fase::weging || d_.fase == Fase::aangehouden;
    vul_veld("bij", std::string(naam(weegt ? AdviesBij::weging : AdviesBij::casusoverleg)));
  }

  /// When a new action is looked at, if nobody said; and where the text of an older one is sealed.
  void acties() {
    Waarde* lijst = w_.vind("acties");
    if (lijst == nullptr || !lijst->is_lijst()) return;
    const Datum dag = Datum::lees(w_.tekst_van("datum")).value_or(n_.peildatum);
    const std::optional<Datum> volgend = volgend_overleg(n_.soort, w_, d_);
    for (Waarde& item : lijst->lijst()) {
      if (!item.is_kaart()) continue;
      const Actie* er = d_.actie(item.tekst_van("id"));
      const bool heel = !item.tekst_van("wat").empty() && !item.tekst_van("wie").empty();
      const bool tekst = heel || !item.tekst_van("wat").empty() || !item.tekst_van("wie").empty() ||
                         !item.tekst_van("stand").empty();
      const bool apart = er != nullptr && er->herkomst && *er->herkomst != Herkomst::algemeen;
      if (tekst && apart) vul_in(item, "herkomst", std::string(naam(*er->herkomst)));
      if (n_.soort == "plan") continue;  // its actions need no day
      // A correction says the whole of what began in the stuk that it replaces.
      if (er != nullptr && !(heel && !n_.vervangt.empty())) continue;
      vul_in(item, "datum", dag.tekst());
      const std::string status = item.tekst_van("status");
      if (!status.empty() && status != naam(ActieStatus::open)) continue;
      const Datum vanaf = Datum::lees(item.tekst_van("datum")).value_or(dag);
      vul_in(item, "uiterlijk", controledag(item.tekst_van("stand"), vanaf, volgend).dag.tekst());
    }
  }

  /// What is not known yet, and is needed for a judgment, opens an action of its own.
  void benodigd(std::string_view stand, const std::string& anders_wie) {
    const Waarde* aspecten = w_.vind("aspecten");
    if (aspecten == nullptr || !aspecten->is_kaart()) return;
    std::vector<Waarde> nieuw;
    for (const Veld& a : aspecten->velden()) {
      const std::string wat = a.waarde.tekst_van("nodig");
      if (wat.empty() || a.waarde.tekst_van(stand) != kOnvoldoendeInformatie) continue;
      if (staat_bij_acties(wat) || staat_al_open(wat)) continue;
      const std::string wie = a.waarde.tekst_van("nodig_van");
      Waarde& actie = nieuw.emplace_back(Waarde::kaart());
      actie.zet("id", id_van_actie(wat));
      actie.zet("wat", wat);
      actie.zet("wie", wie.empty() ? anders_wie : wie);
      if (const std::string h = a.waarde.tekst_van("herkomst"); !h.empty()) actie.zet("herkomst", h);
    }
    if (!nieuw.empty() && w_.vind("acties") == nullptr) w_.zet("acties", Waarde::lijst_());
    for (Waarde& actie : nieuw) w_.vind("acties")->voeg_toe(std::move(actie));
    acties();
  }

  [[nodiscard]] bool staat_bij_acties(const std::string& wat) const {
    const Waarde::Lijst& er = w_.items_van("acties");
    return std::any_of(er.begin(), er.end(), [&](const Waarde& a) { return a.tekst_van("wat") == wat; });
  }

  /// The joint judgment may ask what a partner asked; a correction says its own actions again.
  [[nodiscard]] bool staat_al_open(const std::string& wat) const {
    return n_.vervangt.empty() && std::any_of(d_.acties.begin(), d_.acties.end(), [&](const Actie& a) {
             return a.status() == ActieStatus::open && a.wat == wat;
           });
  }

  /// A correction that asks the same goes on with the same action.
  [[nodiscard]] std::string id_van_actie(const std::string& wat) {
    const auto er = std::find_if(d_.acties.begin(), d_.acties.end(),
                                 [&](const Actie& a) { return a.soort == n_.soort && a.wat == wat; });
    return n_.vervangt.empty() || er == d_.acties.end() ? kies_id('a') : er->velden.id;
  }

  void notificatie(const std::string& stap) {
    if (stap == "verzonden" || stap == "deels_verzonden") leeftijden();
    const bool handhaaft = stap == "heroverwogen" && w_.tekst_van("uitkomst") == "handhaven";
    if (stap != "uitgesteld" && !handhaaft) return;
    herziening(b_.termijnen.uitstel_herziening_maanden);
    if (!w_.items_van("wat_achtergehouden").empty()) vul_veld("gedeeltelijk", "ja");
    if (stap != "uitgesteld") return;
    if (w_.items_van("verplichting").empty()) w_.zet("verplichting", Waarde::lijst_({"avg_14"}));
    Waarde* lid_2 = w_.vind("lid_2");
    if (lid_2 == nullptr || !lid_2->is_kaart()) return;
    vul_in(*lid_2, "d", b_.lid_2_d);
    vul_in(*lid_2, "e", b_.lid_2_e);
    vul_in(*lid_2, "f", b_.lid_2_f);
  }

  /// A text that rests on signals of the police or of care, and says nothing, is sealed where they are.
  void herkomst(Waarde& w, const Herkomsten& bekend) {
    if (w.is_lijst()) {
      for (Waarde& item : w.lijst()) herkomst(item, bekend);
      return;
    }
    if (!w.is_kaart()) return;
    for (Veld& v : w.velden()) herkomst(v.waarde, bekend);
    if (!citeert(w) || !w.tekst_van("herkomst").empty()) return;
    std::set<Herkomst> soorten;
    for (const Waarde& s : w.items_van("signalen")) {
      const auto it = bekend.find(s.tekst());
      // Of an unknown origin: that is for the writer to say, and toets() asks for it.
      if (it == bekend.end() || !it->second) return;
      if (*it->second != Herkomst::algemeen) soorten.insert(*it->second);
    }
    if (soorten.size() == 1) w.zet("herkomst", naam(*soorten.begin()));
  }

  Nieuw& n_;
  Waarde& w_;
  const Dossier& d_;
  const Beleid& b_;
  const std::function<std::string(char letter)>& nieuw_id_;
  std::set<std::string> bezet_;
};

}  // namespace

std::optional<Datum> volgend_overleg(std::string_view soort, const Waarde& document, const Dossier& dossier) {
  if (const auto zelf = Datum::lees(document.tekst_van("volgend_overleg"))) return zelf;
  if (soort != naam(Soort::beoordeling) && soort != naam(Soort::profiel)) return std::nullopt;
  std::optional<Datum> uit;
  for (const OverlegStand& o : dossier.overleggen) {
    if (o.soort == OverlegSoort::casusoverleg) uit = o.volgend;
  }
  return uit;
}

void vul_aan(Nieuw& nieuw, const Dossier& dossier, const Beleid& beleid,
             const std::function<std::string(char letter)>& nieuw_id) {
  Aanvuller(nieuw, dossier, beleid, nieuw_id).vul();
}

}  // namespace pga::proces
