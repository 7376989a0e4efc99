// SPDX-License-Identifier: EUPL-1.2
//
// pga uitleg: what the law asks at one point of the work.
#include <ostream>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/maak.h"
#include "cli/opdracht.h"
#include "lib/basis/nabij.h"
#include "lib/proces/uitleg.h"
#include "lib/weergave/uitleg.h"

namespace pga::cli {
namespace {

std::vector<const proces::Uitleg*> vind(const std::string& woorden) {
  std::vector<const proces::Uitleg*> uit = proces::zoek_uitleg(woorden);
  if (!uit.empty()) return uit;
  const std::string beste = nabij(woorden, proces::uitlegwoorden());
  throw Fout(
      FoutSoort::gebruik, fmt::format("over \"{}\" is er geen uitleg", woorden),
      fmt::format("{}pga uitleg toont de onderwerpen", beste.empty() ? "" : fmt::format("bedoelde u {}? ", beste)));
}

class Uitleg : public Opdracht {
 public:
  std::string_view naam() const override { return "uitleg"; }
  std::string_view kort() const override { return "wat de wet hier vraagt, met de artikelen"; }
  std::string_view lang() const override {
    return "Zegt in een paar zinnen wat de wet bij een stap vraagt, met de artikelen erbij. Noem een onderwerp, "
           "een "
           "opdracht of een artikel: weging, notificeer, art41, \"art. 5 lid 3\". Zonder onderwerp ziet u welke er "
           "zijn. "
           "Wat een lezing of beleid is, staat erbij; het is geen juridisch advies.";
  }
  std::string_view voorbeeld() const override { return "pga uitleg weging\npga uitleg art41"; }
  void bind(Opties& o) override {
    o.argument("[ONDERWERP]", onderwerp_, "waarover: een onderwerp, een opdracht of een artikel");
  }

  int doe(Omgeving& omgeving) override {
    std::vector<const proces::Uitleg*> welke;
    if (onderwerp_) welke = vind(*onderwerp_);
    if (!onderwerp_) {
      for (const proces::Uitleg& u : proces::uitleg()) welke.push_back(&u);
    }
    if (omgeving.globaal.json) {
      omgeving.uit << weergave::uitleg_json(welke);
    } else {
      omgeving.uit << (onderwerp_ ? weergave::uitleg_tekst(welke, omgeving.stijl())
                                  : weergave::uitleg_lijst(welke, omgeving.stijl()));
    }
    return 0;
  }

 private:
  std::optional<std::string> onderwerp_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_uitleg() { return std::make_unique<Uitleg>(); }

}  // namespace pga::cli
