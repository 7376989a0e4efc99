// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/overzicht.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "lib/basis/namen.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/vervolg.h"
#include "lib/weergave/advies.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/termijn_zin.h"

namespace pga::weergave {
namespace {

using proces::Betrokkene;
using proces::NotificatieStand;
using proces::Stemming;

/// Rows of two columns: a word, and text that wraps.
class Deel {
 public:
  void rij(std::string_view links, std::string_view rechts, Kleur kleur = Kleur::geen) {
    tabel_.rijen.push_back({{veilig(links)}, {veilig(rechts), kleur}});
  }

  [[nodiscard]] std::string tekst(std::string_view kop, const Stijl& stijl) const {
    if (tabel_.rijen.empty()) return {};
    return '\n' + verf(kop, Kleur::vet, stijl) + '\n' + tabel(tabel_, stijl, "  ");
  }

 private:
  Tabel tabel_{{"", ""}, {}};
};

template <class E>
std::string woord(const std::optional<E>& waarde) {
  return waarde ? leesbaar(naam(*waarde)) : "onbekend";
}

std::string op(const std::optional<Datum>& dag) { return dag ? " op " + dag->lang() : std::string(); }

std::string stand_van_zaken(const DossierBlad& blad, const Stijl& stijl) {
  const proces::Dossier& d = blad.dossier;
  Deel deel;
  if (is_gemeente(blad)) {
    deel.rij("dit is", "het dossier van de gemeente zelf, en geen casus");
  } else if (d.afgedaan) {
    deel.rij("fase", "afgedaan zonder weging");
  } else {
    const std::string fase(procesfase(d));
    deel.rij("fase", fase == tekst(d.fase) ? fase : fmt::format("{} ({})", fase, tekst(d.fase)));
  }
  if (!is_gemeente(blad)) deel.rij("geopend", d.geopend ? d.geopend->lang() : "onbekend");
  if (d.afgesloten_op) {
    deel.rij("afgesloten",
             d.afgesloten_op->lang() + (d.afsluitreden ? fmt::format(" ({})", woord(d.afsluitreden)) : ""));
  } else if (d.voorstel) {
    deel.rij("voorstel", woord(d.voorstel));
  }
  if (d.pas_op_de_plaats && d.fase == proces::Fase::opgenomen) {
    const std::optional<Datum>& herziening = d.pas_op_de_plaats->herziening;
    deel.rij("pas op de plaats", fmt::format("sinds {}{}", d.pas_op_de_plaats->sinds.lang(),
                                             herziening ? ", opnieuw bekijken op " + herziening->lang() : ""));
  }
  if (const termijn::Termijn* t = volgende(blad.termijnen)) {
    deel.rij("volgende termijn", kop(*t, blad.peildatum), kleur(t->status));
    for (const std::string& regel : bijzonderheden(*t, blad.peildatum)) deel.rij("", regel);
  } else {
    deel.rij("volgende termijn", "geen");
  }
  return deel.tekst("dossier " + veilig(blad.nummer), stijl).substr(1);
}

std::string notificatie(const DossierBlad& blad, const Betrokkene& b) {
  const bool verzonden = b.notificatie == NotificatieStand::verzonden;
  if (proces::niet_opgenomen(blad.dossier) && !verzonden && b.notificatie != NotificatieStand::geen)
    return "notificatie " + hoeft_niet(blad.dossier);
  switch (b.notificatie) {
    case NotificatieStand::geen:
      return "hoeft geen notificatie";
    case NotificatieStand::open: {
      const termijn::Termijn* t = lopende(blad, "notificatie", b.id);
      if (t == nullptr) return "geen notificatie verzonden";
      return "notificatie nog niet verzonden" + (t->uiterlijk ? ", uiterlijk " + t->uiterlijk->lang() : "");
    }
    case NotificatieStand::uitgesteld: {
      std::string uit = b.uitstel && !b.uitstel->achtergehouden.empty() ? "notificatie gedeeltelijk uitgesteld"
                                                                        : "notificatie uitgesteld";
      uit += op(b.uitstel ? b.uitstel->sinds : b.notificatie_op);
      if (const auto dag = herziening_op(blad, b)) uit += fmt::format(", heroverwegen op {}", dag->lang());
      if (b.verlengingen > 0) uit += fmt::format(", {} keer verlengd", b.verlengingen);
      return uit;
    }
    case NotificatieStand::grond_vervallen:
      return fmt::format("grond voor uitstel vervallen{}: informeer deze betrokkene", op(b.notificatie_op));
    case NotificatieStand::verzonden:
      return "notificatie verzonden" + op(b.notificatie_op);
  }
  return {};
}

std::string betrokkenen(const DossierBlad& blad, const Stijl& stijl) {
  Deel deel;
  for (const Betrokkene& b : blad.dossier.betrokkenen) {
    std::string wie = b.naam.empty() ? "[verzegeld: identiteit]" : b.naam;
    if (b.relatie) wie += ", relatie";
    if (b.soort == proces::Persoon::rechtspersoon) wie += ", rechtspersoon";
    if (!b.identificeerbaar) wie += ", niet te identificeren";
    if (b.overleden_op) wie += ", overleden" + op(b.overleden_op);
    deel.rij(b.id, wie);
    deel.rij("", notificatie(blad, b));
  }
  return deel.tekst("betrokkenen", stijl);
}

void stem(Deel& deel, const DossierBlad& blad, const Stemming& s, bool met_dag) {
  std::string uit = fmt::format("{}, {}", woord(s.standpunt), naam(s.stand));
  if (!s.bevestigd_door.empty()) uit += fmt::format(" door {}{}", s.bevestigd_door, op(s.bevestigd_op));
  if (const auto er = blad.vervangt.find({s.stuk, s.bevestigd_door}); er != blad.vervangt.end()) {
    uit += fmt::format(", in vervanging van {}", er->second);
  }
  if (met_dag) uit += fmt::format(" (stem van {}{})", s.datum.lang(), s.vervangen ? ", stuk vervangen" : "");
  deel.rij(woord(s.organisatie), uit, s.standpunt == proces::Standpunt::voor ? Kleur::geen : Kleur::geel);
}

/// The stuk with the latest votes on closing; empty when there are none.
std::string laatste_afsluiting(const proces::Dossier& d) {
  std::string uit;
  for (const Stemming& s : d.stemmen) {
    if (s.soort == proces::Soort::afsluiting && !s.vervangen) uit = s.stuk;
  }
  return uit;
}

/// Who said afterwards that the vote recorded for them is not theirs.
std::string weersproken_door(const proces::Dossier& d, const std::string& stuk) {
  std::string uit;
  for (const Stemming& s : d.stemmen) {
    if (s.stuk != stuk || s.stand != proces::StemStand::weersproken) continue;
    uit += (uit.empty() ? "" : " en ") +
           (s.organisatie ? proces::de_organisatie(naam(*s.organisatie)) : std::string());
  }
  return uit.empty() ? uit : fmt::format(", daarna weersproken door {}", uit);
}

/// The stuk with the latest votes of the kind that stand beside the decision: a herweging.
std::string laatste_herweging(const proces::Dossier& d) {
  std::string uit;
  for (const proces::StukRegel& s : d.stukken) {
    if (s.soort == "weging" && s.stap == "herweging" && s.vervangen_door.empty()) uit = s.digest;
  }
  return uit;
}

std::string besluit(const DossierBlad& blad, const Stijl& stijl) {
  const proces::Dossier& d = blad.dossier;
  const proces::Besluit* nu = huidig_besluit(d);
  Deel weging;
  if (nu != nullptr) {
    std::string uit = fmt::format("{} op {}", woord(nu->besluit), nu->datum.lang());
    if (nu->aanhouden_tot) uit += fmt::format(", tot {}", nu->aanhouden_tot->lang());
    weging.rij("besluit", uit + (nu->eensluidend ? ", eensluidend" : "") + weersproken_door(d, nu->stuk));
  }
  const std::string slot = laatste_afsluiting(d);
  const std::string herwogen = laatste_herweging(d);
  Deel herweging;
  Deel afsluiting;
  Deel eerder;
  for (const Stemming& s : d.stemmen) {
    if (!s.vervangen && nu != nullptr && s.stuk == nu->stuk) {
      stem(weging, blad, s, false);
    } else if (!s.vervangen && s.stuk == slot) {
      stem(afsluiting, blad, s, false);
    } else if (!s.vervangen && s.stuk == herwogen) {
      stem(herweging, blad, s, true);
    } else if (s.standpunt != proces::Standpunt::voor || s.stand == proces::StemStand::weersproken) {
      stem(eerder, blad, s, true);
    }
  }
  if (d.noodzaak) weging.rij("herweging", woord(d.noodzaak));
  return weging.tekst("weegbesluit", stijl) + herweging.tekst("stemmen over de laatste herweging", stijl) +
         afsluiting.tekst("stemmen over de afsluiting", stijl) +
         eerder.tekst("eerdere stemmen die niet voor waren, of zijn weersproken", stijl);
}

std::string toegang(const DossierBlad& blad, const Stijl& stijl) {
  Deel deel;
  const std::vector<std::string>& buiten = blad.dossier.uitgesloten;
  for (const proces::DeelnemerVelden& v : blad.dossier.deelnemers) {
    if (blad.dossier.afgeschermd || std::binary_search(buiten.begin(), buiten.end(), v.gebruiker)) continue;
    std::string uit;
    for (const std::string& c : v.compartimenten) uit += (uit.empty() ? "" : ", ") + c;
    if (v.tot)
      uit += fmt::format("{} {}", *v.tot < blad.peildatum ? ", afgelopen op" : ", tot en met", v.tot->lang());
    deel.rij(v.gebruiker, uit);
  }
  return deel.tekst("deelnemers met toegang", stijl);
}

std::string voorwaarden(const DossierBlad& blad, const Stijl& stijl) {
  Deel deel;
  for (const proces::Voorwaarde& v : blad.dossier.voorwaarden) {
    const std::string& id = v.velden.id;
    const std::string wat = omschrijving(blad, "uitstroomvoorwaarden", id, "voorwaarde");
    if (!wat.empty()) deel.rij(id, wat);
    if (v.uitkomst)
      deel.rij(wat.empty() ? id : "", fmt::format("getoetst{}: {}", op(v.getoetst_op), woord(v.uitkomst)));
    const termijn::Termijn* t = lopende(blad, "uitstroomtoets", id);
    deel.rij(wat.empty() && !v.uitkomst ? id : "",
             t != nullptr ? "toets op " + laatste_dag(*t).lang() : "geen toets meer gepland");
  }
  return deel.tekst("uitstroomvoorwaarden", stijl);
}

std::string interventies(const DossierBlad& blad, const Stijl& stijl) {
  Deel deel;
  for (const proces::Interventie& i : blad.dossier.interventies) {
    const std::string& id = i.velden.id;
    const std::string wat = omschrijving(blad, "interventies", id, "wat");
    if (!wat.empty()) deel.rij(id, wat);
    if (i.uitkomst)
      deel.rij(wat.empty() ? id : "", fmt::format("geëvalueerd{}: {}", op(i.geevalueerd_op), woord(i.uitkomst)));
    const termijn::Termijn* t = lopende_of_rustende(blad, "evaluatie", id);
    std::string evaluatie = "geen evaluatie meer gepland";
    if (t != nullptr) {
      evaluatie = fmt::format("evaluatie {} {}", t->loopt() ? "op" : "rust, was uiterlijk", laatste_dag(*t).lang());
    }
    deel.rij(wat.empty() && !i.uitkomst ? id : "", evaluatie);
  }
  return deel.tekst("interventies", stijl);
}

std::string adviezen(const DossierBlad& blad, const Stijl& stijl) {
  Deel deel;
  for (const proces::AdviesStand& a : blad.dossier.adviezen) deel.rij(a.id, advies_kop(blad, a));
  return deel.tekst("adviezen", stijl);
}

}  // namespace

std::vector<const StukBlad*> geldige_stukken(const DossierBlad& blad) {
  std::map<std::string_view, const StukBlad*> op_digest;
  for (const StukBlad& s : blad.stukken) op_digest[s.digest] = &s;
  std::vector<const StukBlad*> uit;
  for (const StukBlad& s : blad.stukken) {
    const StukBlad* nu = &s;
    for (std::size_t n = 0; n < blad.stukken.size() && !nu->vervangen_door.empty(); ++n) {
      const auto volgend = op_digest.find(nu->vervangen_door);
      if (volgend == op_digest.end()) break;
      nu = volgend->second;
    }
    if (nu->vervangen_door.empty() && std::find(uit.begin(), uit.end(), nu) == uit.end()) uit.push_back(nu);
  }
  return uit;
}

bool is_gemeente(const DossierBlad& blad) { return blad.nummer == Nummer::gemeente().tekst(); }

std::string omschrijving(const DossierBlad& blad, std::string_view lijst, std::string_view id,
                         std::string_view veld) {
  std::string uit;
  for (const StukBlad* s : geldige_stukken(blad)) {
    if (!s->soort_bekend) continue;
    for (const Waarde& item : s->inhoud.items_van(lijst)) {
      const Waarde* deel = item.vind(veld);
      if (item.tekst_van("id") != id || deel == nullptr) continue;
      uit = deel->is_tekst() ? deel->tekst() : deel->tekst_van("tekst");
    }
  }
  return uit;
}

const proces::Besluit* huidig_besluit(const proces::Dossier& dossier) {
  return dossier.besluiten.empty() ? nullptr : &dossier.besluiten.back();
}

std::string hoeft_niet(const proces::Dossier& dossier) {
  return fmt::format("hoeft niet: {} (zekerheid: lezing)",
                     dossier.afgedaan ? "de melding is afgedaan" : "de casus is niet opgenomen");
}

std::optional<Datum> herziening_op(const DossierBlad& blad, const Betrokkene& b) {
  const termijn::Termijn* t = lopende(blad, "uitstel_herziening", b.id);
  return t == nullptr ? std::nullopt : std::optional<Datum>(laatste_dag(*t));
}

const termijn::Termijn* lopende(const DossierBlad& blad, std::string_view regel, std::string_view id) {
  const auto t = std::find_if(blad.termijnen.begin(), blad.termijnen.end(), [&](const termijn::Termijn& x) {
    return x.loopt() && x.regel == regel && (x.onderwerp == id || x.betrokkene == id);
  });
  return t == blad.termijnen.end() ? nullptr : &*t;
}

const termijn::Termijn* lopende_of_rustende(const DossierBlad& blad, std::string_view regel, std::string_view id) {
  if (const termijn::Termijn* t = lopende(blad, regel, id)) return t;
  const auto t = std::find_if(blad.termijnen.begin(), blad.termijnen.end(), [&](const termijn::Termijn& x) {
    return x.status == termijn::Status::opgeschort && x.regel == regel && (x.onderwerp == id || x.betrokkene == id);
  });
  return t == blad.termijnen.end() ? nullptr : &*t;
}

std::string overzicht(const DossierBlad& blad, const Stijl& stijl) {
  return stand_van_zaken(blad, stijl) + betrokkenen(blad, stijl) + besluit(blad, stijl) + toegang(blad, stijl) +
         voorwaarden(blad, stijl) + interventies(blad, stijl) + adviezen(blad, stijl);
}

}  // namespace pga::weergave
