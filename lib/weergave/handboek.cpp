// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/handboek.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "lib/weergave/tekst.h"

namespace pga::weergave {
namespace {

using termijn::FeitSoort;
using termijn::Regel;

/// As troff takes it, in lines of a width that people read in the source.
std::string alinea(std::string_view tekst) {
  constexpr int kBreed = 110;
  std::string uit;
  for (const char c : tekst) {
    if (c == '-' || c == '\\') uit += '\\';
    uit += c;
  }
  return omloop(uit, kBreed) + "\n";
}

std::string feiten(const std::vector<FeitSoort>& soorten) {
  std::string uit;
  for (const FeitSoort s : soorten) {
    const std::string woord(tekst(s));
    if (uit.find(woord) != std::string::npos) continue;  // several facts may go by one word
    uit += (uit.empty() ? "" : ", ") + woord;
  }
  return uit;
}

std::string lengte(const Regel& r) {
  if (r.onverwijld) return "onverwijld: er hoort geen dag bij";
  termijn::Duur duur = r.lengte.vast;
  const bool beleid = r.lengte.beleid != nullptr;
  if (beleid) duur.aantal = termijn::Beleid().*r.lengte.beleid;
  if (duur.aantal == 0) return "de dag die daarbij is bepaald";
  std::string uit = duur.tekst() + (beleid ? " (beleid)" : "");
  if (r.verlenging) uit += fmt::format("; met een bericht daarover samen {}", r.verlenging->samen.tekst());
  return uit;
}

/// What resumes a term that rests ends it after its last day.
std::string vervalt(const Regel& r) {
  std::string uit = feiten(r.vervalt);
  const bool ook_hervat = std::any_of(r.vervalt.begin(), r.vervalt.end(), [&](termijn::FeitSoort s) {
    return std::find(r.hervat.begin(), r.hervat.end(), s) != r.hervat.end();
  });
  if (ook_hervat) uit += " (wat de termijn weer laat lopen, alleen na de laatste dag)";
  if (!r.voorgoed.empty()) uit += (uit.empty() ? "" : ", ") + feiten(r.voorgoed);
  return uit;
}

std::string regel_man(const Regel& r) {
  std::string uit = fmt::format(".SS {}\n", r.id);
  std::string zin(r.zin);
  zin.front() = static_cast<char>(zin.front() >= 'a' && zin.front() <= 'z' ? zin.front() - 'a' + 'A' : zin.front());
  uit += alinea(zin + ".") + ".TS\nl lx.\n";
  const auto rij = [&](std::string_view kop, const std::string& waarde) {
    if (!waarde.empty()) uit += fmt::format("{}\tT{{\n{}T}}\n", kop, alinea(waarde));
  };
  rij("begint bij", r.notificatie
                        ? "weegbesluit, of volgens het beleid de ontvangst; zonder weegbesluit is er alleen "
                          "een vroegste lezing, een maand na de ontvangst"
                        : feiten(r.start) + (r.eerste_telt ? " (de eerste telt)" : ""));
  rij("termijn", lengte(r));
  if (!r.onverwijld) rij("regime", std::string(naam(r.regime)));
  rij("eerder door", feiten(r.vervroegd));
  if (r.herbegin) rij("begint opnieuw bij", feiten({*r.herbegin}) + ", na een vraag binnen de termijn");
  if (r.eerst) rij("eerst", std::string(r.eerst->zin));
  rij("nagekomen door",
      feiten(r.vervuld) +
          (r.vervuld_vanaf ? fmt::format(" (in de laatste {} dagen)", *r.vervuld_vanaf) : std::string()));
  rij("vervalt door", vervalt(r));
  rij("staat stil bij",
      r.wacht_op_bewaring ? "een bewaring, of een verzoek waarop niet is besloten" : feiten(r.opgeschort));
  rij("loopt weer bij", feiten(r.hervat));
  if (r.van) rij("geldt vanaf", r.van->lang());
  if (r.tot) rij("geldt tot en met", r.tot->lang());
  rij("grondslag", std::string(r.grondslag));
  rij("zekerheid", std::string(naam(r.zekerheid)));
  return uit + ".TE\n";
}

}  // namespace

std::string recht_man(const std::vector<proces::Uitleg>& alle) {
  std::string uit;
  for (const proces::Uitleg& u : alle) {
    uit += ".SS " + alinea(fmt::format("{} ({})", u.titel, u.onderwerp));
    for (const std::string_view zin : u.zinnen) uit += ".IP \\(bu 2\n" + alinea(zin);
    uit += ".PP\nZie ";
    for (std::size_t i = 0; i < u.opdrachten.size(); ++i) {
      uit += fmt::format("{}\\fBpga\\-{}\\fR(1)", i == 0 ? "" : ", ", u.opdrachten[i]);
    }
    uit += ".\n";
  }
  return uit;
}

std::string regels_man(const std::vector<termijn::Regel>& regels) {
  std::string uit;
  for (const Regel& r : regels) uit += regel_man(r);
  return uit;
}

}  // namespace pga::weergave
