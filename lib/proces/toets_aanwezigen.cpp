// SPDX-License-Identifier: EUPL-1.2
//
// Who was at a meeting: those who are usually there, and the derden among those who were.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lib/proces/aanwezigheid.h"
#include "lib/proces/naam_in_id.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

const Waarde* vind_organisatie(const Toetser& t, std::string_view lijst, std::string_view wie) {
  const Waarde::Lijst& items = t.w.items_van(lijst);
  const auto it = std::find_if(items.begin(), items.end(), [&](const Waarde& w) {
    const std::string er = w.tekst_van("organisatie");
    return zelfde_organisatie(er, wie) && !is_van_andere_gemeente(er, t.b.gemeente);
  });
  return it == items.end() ? nullptr : &*it;
}

/// Someone who is usually there, and whose absence needs a reason.
struct Verwacht {
  std::vector<std::string_view> een_van;  // organisations of which one is enough
  std::string wie;
  std::string waarom;
  std::string grondslag;
};

void toets_verwacht(Toetser& t, const Verwacht& v) {
  for (const std::string_view o : v.een_van) {
    if (vind_organisatie(t, "aanwezig", o) != nullptr) return;
  }
  for (const std::string_view o : v.een_van) {
    const Waarde* weg = vind_organisatie(t, "afwezig", o);
    if (weg == nullptr) continue;
    if (t.heeft(*weg, "reden")) return;
    t.bevinding(weg, {fmt::format("{} was er niet, en er staat niet waarom; {}", v.wie, v.waarom),
                      "vul reden in bij afwezig", v.grondslag});
    return;
  }
  t.bevinding(t.veld("aanwezig"),
              {fmt::format("{} staat niet bij aanwezig en niet bij afwezig; {}", v.wie, v.waarom),
               "zet deze organisatie bij aanwezig, of bij afwezig met de reden", v.grondslag});
}

/// The gemeente van verblijf is the one of this kast, or one that is named.
void toets_gemeente(Toetser& t) {
  const Betrokkene* hoofd = t.d.betrokkenen.empty() ? nullptr : &t.d.betrokkenen.front();
  const bool elders = hoofd != nullptr && !hoofd->verblijf.empty() && !t.b.gemeente.empty() &&
                      kaal(hoofd->verblijf) != kaal(t.b.gemeente);
  if (!elders) {
    toets_verwacht(t, {{"burgemeester", "college"},
                       "de gemeente van verblijf",
                       "de burgemeester zorgt voor het casusoverleg",
                       "artikel 2, lid 1, Wet PGA"});
    return;
  }
  const std::string zoek = kaal(hoofd->verblijf);
  for (const char* lijst : {"aanwezig", "afwezig"}) {
    for (const Waarde& w : t.w.items_van(lijst)) {
      const auto wie = partij(w.tekst_van("organisatie")).deelnemer;
      if (wie != Organisatie::burgemeester && wie != Organisatie::college) continue;
      if (kaal(w.tekst_van("organisatie")).find(zoek) == std::string::npos) continue;
      if (std::string_view(lijst) == "aanwezig" || t.heeft(w, "reden")) return;
    }
  }
  t.bevinding(t.veld("aanwezig"),
              {"de gemeente waar de betrokkene nu verblijft, was er niet, en er staat niet waarom",
               "zet \"burgemeester\" met de naam van die gemeente bij aanwezig, of bij afwezig met de reden",
               "artikel 2, lid 1, en artikel 3, lid 1, onder a, Wet PGA"});
}

void toets_aanwezigheid(Toetser& t, Datum dag) {
  toets_gemeente(t);
  const bool kind = gaat_om_minderjarige(t.d, dag);
  const bool ouder = gaat_om_ouder(t.d);
  if (kind || ouder) {
    toets_verwacht(t, {{"rvdk"},
                       "de RvdK",
                       kind ? "het gaat ook om een minderjarige" : "de betrokkene heeft kinderen",
                       "artikel 3, lid 1, onder f, Wet PGA"});
  }
  if (gaat_om_detentie(t.d)) {
    toets_verwacht(t, {{"reclassering"},
                       "de reclassering",
                       "de betrokkene zit vast, of heeft vastgezeten",
                       "artikel 3, lid 1, onder e, Wet PGA"});
  }
}

/// The weighing is of the three together.
void toets_drie(Toetser& t) {
  for (const std::string_view wie : {"burgemeester", "politie", "om"}) {
    toets_verwacht(t, {{wie}, de_organisatie(wie), "de drie wegen samen", "artikel 5, lid 3, Wet PGA"});
  }
}

bool kent_derde(const std::vector<std::string>& derden, const std::string& wie) {
  return std::any_of(derden.begin(), derden.end(),
                     [&](const std::string& d) { return zelfde_organisatie(d, wie); });
}

std::string noem(const std::string& organisatie) {
  const Partij p = partij(organisatie);
  if (p.bekend) return fmt::format("{} is een derde", organisatie);
  return fmt::format("{} is niet bekend als deelnemer of als deel daarvan, en telt als derde", organisatie);
}

/// In the dossier of a case: a derde is there by a decision of the three, for some items.
void toets_derde_bij_casus(Toetser& t, const Waarde& w) {
  const std::string wie = w.tekst_van("organisatie");
  std::vector<std::string> derden;
  for (const DerdeStand& d : t.d.derden) derden.push_back(d.organisatie);
  if (!kent_derde(derden, wie) && t.d.derden_volledig) {
    t.bevinding(w.vind("organisatie"),
                {fmt::format("{}; een besluit van burgemeester, politie en OM om deze derde te laten meedoen is er "
                             "niet",
                             noem(wie)),
                 "leg het besluit vast bij derden in een weging; is het een deel van een deelnemer, noem dan de "
                 "deelnemer (zoals: college, leerplicht)",
                 "artikel 3, lid 3, Wet PGA"});
  }
  if (!t.w.items_van("agenda").empty() && w.items_van("agendapunten").empty()) {
    t.bevinding(&w, {fmt::format("{} is een derde, en er staat niet bij welke agendapunten zij was", wie),
                     "vul agendapunten in: een derde is er alleen bij wat nodig is",
                     "artikel 3, lid 3, Wet PGA; artikel 11 Besluit PGA"});
  }
}

/// In the dossier gemeente: no derde at an item about a case, unless the three let it into that case.
void toets_derde_bij_punt(Toetser& t, const Waarde& w) {
  if (!t.n.bekend) return;  // afterwards nobody looks into those dossiers
  const std::string wie = w.tekst_van("organisatie");
  const Waarde::Lijst& punten = w.items_van("agendapunten");
  for (const Waarde& a : t.w.items_van("agenda")) {
    const std::string nummer = a.tekst_van("dossier");
    const bool erbij = punten.empty() || std::any_of(punten.begin(), punten.end(), [&](const Waarde& p) {
                         return p.is_tekst() && p.tekst() == a.tekst_van("id");
                       });
    if (nummer.empty() || !erbij) continue;
    const BekendDossier* bekend = nullptr;
    for (const BekendDossier& d : *t.n.bekend) bekend = d.nummer == nummer ? &d : bekend;
    if (bekend != nullptr && kent_derde(bekend->derden, wie)) continue;
    t.bevinding(&w, {fmt::format("{}, en was bij het punt over dossier {}", noem(wie), nummer),
                     "vul agendapunten in zonder dat punt, of leg in dat dossier het besluit vast dat deze derde "
                     "meedoet",
                     "artikel 3, lid 3, Wet PGA"});
  }
}

void toets_derden(Toetser& t, bool gemeente) {
  for (const Waarde& w : t.w.items_van("aanwezig")) {
    if (is_deelnemer(w.tekst_van("organisatie"))) continue;
    if (gemeente) {
      toets_derde_bij_punt(t, w);
    } else {
      toets_derde_bij_casus(t, w);
    }
  }
}

}  // namespace

void toets_aanwezigen(Toetser& t, OverlegSoort soort, Datum dag) {
  toets_derden(t, is_van_gemeente(soort));
  if (soort == OverlegSoort::weegploeg) toets_drie(t);
  if (soort == OverlegSoort::casusoverleg) toets_aanwezigheid(t, dag);
}

}  // namespace pga::proces
