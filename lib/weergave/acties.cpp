// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/acties.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "lib/proces/naam_in_id.h"
#include "lib/proces/organisatie.h"
#include "lib/weergave/alineas.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

using proces::Actie;
using proces::ActieStatus;

constexpr std::string_view kVerzegeld = "[verzegeld]";
constexpr int kWat = 32;  // columns, so that four columns fit in eighty
constexpr int kWie = 14;

bool te_laat(const Actie& a, Datum vandaag) {
  return a.status() == ActieStatus::open && a.velden.uiterlijk && *a.velden.uiterlijk < vandaag;
}

/// Whether an action is for somebody: one of those that it names, or a word of the text.
bool is_voor(const Actie& a, const std::string& wie) {
  std::size_t begin = 0;
  while (begin <= a.wie.size()) {
    const std::size_t einde = std::min(a.wie.find_first_of(",;/", begin), a.wie.size());
    if (proces::valt_onder(a.wie.substr(begin, einde - begin), wie)) return true;
    begin = einde + 1;
  }
  const std::string hier = ' ' + proces::kaal(a.wie) + ' ';
  return hier.find(' ' + proces::kaal(wie) + ' ') != std::string::npos;
}

auto volgorde(const ActieRegel& r) {
  const Actie& a = r.actie;
  const bool open = a.status() == ActieStatus::open;
  const Datum geen(9999, 12, 31);
  const Datum dag = open ? a.velden.uiterlijk.value_or(geen) : a.gedaan_op.value_or(a.velden.datum.value_or(geen));
  // What is done is looked for from the newest back.
  const int sleutel = (open ? 1 : -1) * Datum(1970, 1, 1).dagen_tot(dag);
  return std::tuple(!open, sleutel, r.kast, r.dossier);  // else as they were agreed
}

Kleur kleur(const Actie& a, Datum vandaag) {
  if (a.status() != ActieStatus::open) return Kleur::grijs;
  return te_laat(a, vandaag) ? Kleur::rood : Kleur::geen;
}

std::string of_verzegeld(const std::string& tekst) {
  return tekst.empty() ? std::string(kVerzegeld) : veilig_blok(tekst);
}

std::vector<Cel> rij(const ActieRegel& r, Datum vandaag) {
  const Actie& a = r.actie;
  const Kleur k = kleur(a, vandaag);
  const std::string dag = a.velden.datum ? korte_dag(*a.velden.datum) : std::string();
  return {{fmt::format("{}\n{}\n{}", dag, veilig(r.dossier), veilig(a.velden.id)), k},
          {omloop(of_verzegeld(a.wat), kWat), k},
          {omloop(of_verzegeld(a.wie), kWie), k},
          {svz(a, vandaag), k}};
}

}  // namespace

std::string korte_dag(Datum dag) { return fmt::format("{:02}-{:02}-{}", dag.dag(), dag.maand(), dag.jaar()); }

std::string svz(const Actie& a, Datum vandaag) {
  if (a.status() == ActieStatus::gedaan) {
    return a.gedaan_op ? fmt::format("gedaan op {}", a.gedaan_op->lang()) : std::string("gedaan");
  }
  if (a.status() == ActieStatus::vervallen) return "vervallen";
  std::string uit = veilig_blok(a.stand);
  if (!a.velden.uiterlijk) return uit.empty() ? "open" : uit;
  if (!uit.empty()) uit += "; ";
  return uit + fmt::format("{}{}", te_laat(a, vandaag) ? "te laat: " : "", a.velden.uiterlijk->lang());
}

std::vector<ActieRegel> kies(std::vector<ActieRegel> regels, const ActieKeuze& keuze) {
  const auto weg = [&](const ActieRegel& r) {
    const Actie& a = r.actie;
    if (keuze.alleen_open && a.status() != ActieStatus::open) return true;
    if (keuze.tot && (!a.velden.uiterlijk || *a.velden.uiterlijk > *keuze.tot)) return true;
    return !keuze.wie.empty() && !is_voor(a, keuze.wie);
  };
  regels.erase(std::remove_if(regels.begin(), regels.end(), weg), regels.end());
  std::stable_sort(regels.begin(), regels.end(),
                   [](const ActieRegel& a, const ActieRegel& z) { return volgorde(a) < volgorde(z); });
  return regels;
}

std::string acties_tekst(const std::vector<ActieRegel>& regels, Datum vandaag, const Stijl& stijl) {
  if (regels.empty()) return "geen acties\n";
  Tabel uit{{"Datum", "Actie", "Wie", "Svz"}, {}};
  std::size_t open = 0;
  std::size_t laat = 0;
  for (const ActieRegel& r : regels) {
    uit.rijen.push_back(rij(r, vandaag));
    if (r.actie.status() == ActieStatus::open) ++open;
    if (te_laat(r.actie, vandaag)) ++laat;
  }
  return fmt::format("{}\n{}: {} open{}\n", tabel(uit, stijl), aantal(regels.size(), "actie", "acties"), open,
                     laat == 0 ? "" : fmt::format(", waarvan {} te laat", laat));
}

std::string acties_json(const std::vector<ActieRegel>& regels, Datum vandaag) {
  Json uit = Json::array();
  for (const ActieRegel& r : regels) {
    const Actie& a = r.actie;
    Json regel = Json::object();
    if (!r.kast.empty()) regel["kast"] = r.kast;
    regel["dossier"] = r.dossier;
    regel["actie"] = a.velden.id;
    regel["datum"] = of_null(a.velden.datum);
    regel["wat"] = of_null(a.wat);
    regel["wie"] = of_null(a.wie);
    regel["stand"] = of_null(a.stand);
    regel["status"] = proces::naam(a.status());
    regel["uiterlijk"] = of_null(a.velden.uiterlijk);
    regel["gedaan_op"] = of_null(a.gedaan_op);
    regel["te_laat"] = te_laat(a, vandaag);
    uit.push_back(std::move(regel));
  }
  return schrijf(uit);
}

std::string gelezen_tekst(const std::vector<GelezenRegel>& regels, const Stijl& stijl) {
  Tabel uit{{"regel", "Datum", "Actie", "Wie", "Svz"}, {}};
  for (const GelezenRegel& r : regels) {
    const std::string stand = r.stand.empty() ? std::string() : veilig(r.stand) + "; ";
    uit.rijen.push_back({{std::to_string(r.regel)},
                         {korte_dag(r.datum)},
                         {omloop(veilig(r.wat), kWat - 4)},
                         {omloop(veilig(r.wie), kWie)},
                         {fmt::format("{}nakijken op {}", stand, korte_dag(r.controle))}});
  }
  return tabel(uit, stijl);
}

}  // namespace pga::weergave
