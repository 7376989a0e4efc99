// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/notificaties.h"

#include <fmt/format.h>

#include "lib/proces/organisatie.h"
#include "lib/proces/vervolg.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/overzicht.h"
#include "lib/weergave/termijn_zin.h"

namespace pga::weergave {
namespace {

using proces::Betrokkene;
using proces::NotificatieStand;
using proces::NotificatieStap;
using proces::Uitstel;
using termijn::Termijn;

constexpr std::string_view kInspring = "  ";
constexpr std::string_view kMeer =
    "een stap kan over meer betrokkenen gaan: noem ze in het document, of geef --betrokkene voor elk";
constexpr std::string_view kNietZelf = "de casusregisseur legt deze stappen vast";

std::string_view wat(NotificatieStap stap) {
  switch (stap) {
    case NotificatieStap::verzonden:
      return "het bericht is verzonden";
    case NotificatieStap::deels_verzonden:
      return "het bericht is verzonden, behalve wat wordt achtergehouden";
    case NotificatieStap::uitgesteld:
      return "uitstellen, met de motivering van artikel 11 Wet PGA";
    case NotificatieStap::heroverwogen:
      return "het uitstel heroverwegen, met de redenen van dit moment";
    case NotificatieStap::grond_vervallen:
      return "de grond voor uitstel is vervallen";
    case NotificatieStap::verval_gemeld:
      return "de deelnemer heeft gemeld dat de grond is vervallen";
    case NotificatieStap::ingezien:
      return "de RAC heeft de motivering ingezien";
    case NotificatieStap::eerste_contact:
      return "er was contact waarin deze gegevens zijn gebruikt";
    case NotificatieStap::eerste_verstrekking:
      return "er zijn gegevens verstrekt aan een derde of een ander casusoverleg";
  }
  return {};
}

/// The commands of a step: what records it, and before that what prints the form to fill in, if it takes one.
struct Opdrachten {
  std::string formulier;  // empty: flags say all
  std::string vastleggen;
};

Opdrachten opdrachten(const DossierBlad& blad, const Betrokkene& b, NotificatieStap stap) {
  const std::string begin = "pga notificeer " + blad.nummer;
  switch (stap) {
    case NotificatieStap::verzonden:
    case NotificatieStap::deels_verzonden:
      return {{}, fmt::format("{} --betrokkene {} --stap {} --kanaal brief", begin, b.id, naam(stap))};
    case NotificatieStap::grond_vervallen:
    case NotificatieStap::eerste_contact:
    case NotificatieStap::eerste_verstrekking:
      return {{}, fmt::format("{} --betrokkene {} --stap {}", begin, b.id, naam(stap))};
    case NotificatieStap::uitgesteld:
    case NotificatieStap::heroverwogen:
    case NotificatieStap::verval_gemeld:
    case NotificatieStap::ingezien:
      break;
  }
  return {fmt::format("{0} --stap {1} --sjabloon >{1}.yaml", begin, naam(stap)),
          fmt::format("{} --van {}.yaml", begin, naam(stap))};
}

std::string geen_plicht(const Betrokkene& b) {
  if (b.soort == proces::Persoon::rechtspersoon) return "hoeft niet: dit is een rechtspersoon";
  if (b.overleden_op) return fmt::format("hoeft niet meer: overleden op {}", b.overleden_op->lang());
  return "hoeft niet: deze persoon is niet te identificeren";
}

/// What somebody knows when a deferral has ended.
std::string tot_nu_toe(const Betrokkene& b) {
  const auto deels = b.uitstel ? b.uitstel->rest_verzonden_op : std::nullopt;
  if (!deels) return "nog niet geïnformeerd";
  return fmt::format("geïnformeerd op {}, behalve over wat was achtergehouden", deels->lang());
}

std::string stand_in_woorden(const DossierBlad& blad, const Betrokkene& b) {
  const std::string op = b.notificatie_op ? " op " + b.notificatie_op->lang() : std::string();
  switch (b.notificatie) {
    case NotificatieStand::geen:
      return geen_plicht(b);
    case NotificatieStand::open:
      if (niet_opgenomen(blad.dossier)) return hoeft_niet(blad.dossier);
      return nog_te_wegen(blad.dossier) ? "nog niet geïnformeerd; er is nog geen weegbesluit"
                                        : "nog niet geïnformeerd";
    case NotificatieStand::uitgesteld: {
      if (niet_opgenomen(blad.dossier)) return hoeft_niet(blad.dossier);
      const bool deels = b.uitstel && !b.uitstel->achtergehouden.empty();
      return (deels ? "gedeeltelijk uitgesteld" : "uitgesteld") +
             (b.uitstel ? " sinds " + b.uitstel->sinds.lang() : op);
    }
    case NotificatieStand::grond_vervallen:
      if (niet_opgenomen(blad.dossier)) return hoeft_niet(blad.dossier);
      return fmt::format("{}; de grond voor uitstel is vervallen{}", tot_nu_toe(b), op);
    case NotificatieStand::verzonden:
      return "geïnformeerd" + op;
  }
  return {};
}

/// Choice words in words, with commas.
std::string opsomming(const std::vector<std::string>& woorden) {
  std::string uit;
  for (const std::string& w : woorden) uit += (uit.empty() ? "" : ", ") + leesbaar(w);
  return uit;
}

/// Who invoked the ground; a derde is said to be one.
std::string inroepers(const Uitstel& u) {
  std::string uit;
  for (const std::string& w : u.ingeroepen_door) {
    const std::string_view derde = proces::is_deelnemer(w) ? "" : " (derde; zekerheid: lezing)";
    uit += fmt::format("{}{}{}", uit.empty() ? "" : ", ", leesbaar(w), derde);
  }
  return uit;
}

std::string dag_of_niet(const std::optional<Datum>& dag) { return dag ? dag->lang() : "nog niet"; }

/// A term that says something now, or how the duty to notify ended (by a lapse of the ground: that has a term of
/// its own).
bool telt(const Termijn& t, const Betrokkene& b) {
  if (t.betrokkene != b.id) return false;
  if (t.loopt() || t.status == termijn::Status::opgeschort) return true;
  if (t.regel == "notificatie_na_uitstel") return t.status == termijn::Status::nagekomen;
  return t.regel == "notificatie" && !(b.uitstel && t.status == termijn::Status::vervallen);
}

class Persoonsblad {
 public:
  Persoonsblad(const DossierBlad& blad, const Betrokkene& b, const Stijl& stijl)
      : blad_(blad), b_(b), stijl_(stijl) {}

  std::string tekst() {
    rij("stand", stand_in_woorden(blad_, b_));
    if (b_.uitstel) uitstel(*b_.uitstel);
    for (const Termijn& t : blad_.termijnen) {
      if (telt(t, b_)) termijn(t);
    }
    return kop() + tabel(tabel_, stijl_, kInspring);
  }

 private:
  void rij(std::string_view links, std::string_view rechts, Kleur kleur_ = Kleur::geen) {
    tabel_.rijen.push_back({{std::string(links)}, {std::string(rechts), kleur_}});
  }

  std::string kop() const {
    std::string wie = b_.naam.empty() ? "[verzegeld: identiteit]" : b_.naam;
    if (b_.relatie) wie += ", relatie";
    return verf(fmt::format("{}  {}", veilig(b_.id), veilig(wie)), Kleur::vet, stijl_) + '\n';
  }

  void uitstel(const Uitstel& u) {
    const bool in_kracht = b_.notificatie == NotificatieStand::uitgesteld;
    if (!in_kracht) {
      const std::optional<Datum>& einde = u.doorkruist_op ? u.doorkruist_op : u.vervallen_op;
      rij("uitstel", "vanaf " + u.sinds.lang() + (einde ? ", tot " + einde->lang() : ""));
    }
    if (!u.achtergehouden.empty()) {
      rij("achtergehouden", opsomming(u.achtergehouden));
      if (in_kracht) rij("rest verzonden", dag_of_niet(u.rest_verzonden_op));
    }
    if (!u.leesbaar) rij("gronden", "[verzegeld: motivering]");
    for (const std::string& g : u.gronden) rij(&g == &u.gronden.front() ? "gronden" : "", leesbaar(g));
    if (!u.ingeroepen_door.empty()) rij("ingeroepen door", inroepers(u));
    if (in_kracht) {
      rij("verlengd", fmt::format("{} keer", b_.verlengingen));
      if (const auto dag = herziening_op(blad_, b_)) rij("heroverwegen op", dag->lang());
    }
    if (u.vervallen_op) rij("verval gemeld", dag_of_niet(u.gemeld_op));
    rij("inzage door RAC", dag_of_niet(u.ingezien_op) + " (rechtmatigheidsadviescommissie)");
  }

  void termijn(const Termijn& t) {
    const std::string hoe = stand(t, blad_.peildatum);
    rij("termijn", heeft_dag(t) ? fmt::format("{}: {}", laatste_dag(t).lang(), hoe) : hoe, kleur(t.status));
    if (t.loopt()) {
      for (const std::string& regel : bijzonderheden(t, blad_.peildatum)) rij("", regel);
    } else {
      rij("", t.zin);
      rij("", fmt::format("{} (zekerheid: {})", t.grondslag, naam(t.zekerheid)));
    }
  }

  const DossierBlad& blad_;
  const Betrokkene& b_;
  const Stijl& stijl_;
  Tabel tabel_{{"", ""}, {}};
};

constexpr std::string_view kOpdracht = "      ";

/// A command to copy: where it does not fit it goes on after a backslash, as a shell takes it.
std::string opdrachtregel(const std::string& opdracht, const Stijl& stijl) {
  const std::string tekst = std::string(kOpdracht) + veilig(opdracht);
  const auto optie = tekst.rfind(" --");
  if (breedte(tekst) <= stijl.breedte || optie == std::string::npos) return tekst + '\n';
  return fmt::format("{} \\\n{}  {}\n", tekst.substr(0, optie), kOpdracht, tekst.substr(optie + 1));
}

/// What can be done, and how; for who may not record it, what alone.
std::string stap_tekst(std::string_view wat_, const Opdrachten& hoe, bool mag, const Stijl& stijl) {
  std::string uit = omloop(wat_, stijl.breedte, "    ", "    ") + '\n';
  if (!mag) return uit;
  if (!hoe.formulier.empty()) uit += opdrachtregel(hoe.formulier, stijl);
  return uit + opdrachtregel(hoe.vastleggen, stijl);
}

/// The steps of one betrokkene, the decision on the case first while there is none; empty when there are none.
std::string stappen(const DossierBlad& blad, const Betrokkene& b, bool mag, const Stijl& stijl) {
  std::string uit;
  const std::string& n = blad.nummer;
  if (nog_te_wegen(blad.dossier) && b.notificatie == NotificatieStand::open) {
    uit += blad.dossier.fase == proces::Fase::melding
               ? stap_tekst("de melding voordragen om haar te wegen",
                            {fmt::format("pga melding {} --voordragen --sjabloon >aanmelding.yaml", n),
                             fmt::format("pga melding {} --voordragen --van aanmelding.yaml", n)},
                            mag, stijl)
               : stap_tekst("de casus wegen",
                            {fmt::format("pga weeg {} --stap besluit --sjabloon >weging.yaml", n),
                             fmt::format("pga weeg {} --van weging.yaml", n)},
                            mag, stijl);
  }
  for (const NotificatieStap s : vervolgstappen(blad.dossier, b)) {
    uit += stap_tekst(wat(s), opdrachten(blad, b, s), mag, stijl);
  }
  return uit.empty() ? uit : "  wat kan nu\n" + uit;
}

Json uitstel_json(const DossierBlad& blad, const Betrokkene& b) {
  if (!b.uitstel) return nullptr;
  const Uitstel& u = *b.uitstel;
  return {{"sinds", u.sinds.tekst()},
          {"achtergehouden", Json(u.achtergehouden)},
          {"rest_verzonden_op", of_null(u.rest_verzonden_op)},
          {"herziening", of_null(herziening_op(blad, b))},
          {"verlengingen", b.verlengingen},
          {"ingezien_op", of_null(u.ingezien_op)},
          {"vervallen_op", of_null(u.vervallen_op)},
          {"gemeld_op", of_null(u.gemeld_op)},
          {"gronden", u.leesbaar ? Json(u.gronden) : Json(nullptr)},
          {"ingeroepen_door", u.leesbaar ? Json(u.ingeroepen_door) : Json(nullptr)}};
}

Json termijn_json(const Termijn& t) {
  Json uit = kort_json(&t);
  uit["status"] = naam(t.status);
  uit["grondslag"] = t.grondslag;
  uit["zekerheid"] = naam(t.zekerheid);
  return uit;
}

Json betrokkene_json(const DossierBlad& blad, const Betrokkene& b) {
  Json termijnen = Json::array();
  for (const Termijn& t : blad.termijnen) {
    if (telt(t, b)) termijnen.push_back(termijn_json(t));
  }
  Json kan = Json::array();
  for (const NotificatieStap s : vervolgstappen(blad.dossier, b)) {
    const Opdrachten hoe = opdrachten(blad, b, s);
    kan.push_back({{"stap", naam(s)}, {"opdracht", hoe.vastleggen}, {"formulier", of_null(hoe.formulier)}});
  }
  return {{"id", b.id},
          {"naam", of_null(b.naam)},
          {"relatie", b.relatie},
          {"notificatie", naam(b.notificatie)},
          {"notificatie_op", of_null(b.notificatie_op)},
          {"uitstel", uitstel_json(blad, b)},
          {"termijnen", termijnen},
          {"kan", kan}};
}

}  // namespace

std::string notificaties_tekst(const DossierBlad& blad, bool mag_vastleggen, const Stijl& stijl) {
  const auto& betrokkenen = blad.dossier.betrokkenen;
  if (betrokkenen.empty()) return fmt::format("dossier {}: er zijn nog geen betrokkenen\n", veilig(blad.nummer));
  std::string uit;
  bool iets = false;
  for (const Betrokkene& b : betrokkenen) {
    const std::string kan = stappen(blad, b, mag_vastleggen, stijl);
    uit += Persoonsblad(blad, b, stijl).tekst() + (kan.empty() ? "  wat kan nu: niets meer nodig\n" : kan) + '\n';
    iets = iets || !kan.empty();
  }
  if (!iets) return uit.substr(0, uit.size() - 1);
  return uit + omloop(mag_vastleggen ? kMeer : kNietZelf, stijl.breedte) + '\n';
}

std::string notificaties_json(const DossierBlad& blad) {
  Json betrokkenen = Json::array();
  for (const Betrokkene& b : blad.dossier.betrokkenen) betrokkenen.push_back(betrokkene_json(blad, b));
  return schrijf({{"dossier", blad.nummer},
                  {"fase", naam(blad.dossier.fase)},
                  {"peildatum", blad.peildatum.tekst()},
                  {"betrokkenen", betrokkenen}});
}

}  // namespace pga::weergave
