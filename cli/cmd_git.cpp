// SPDX-License-Identifier: EUPL-1.2
//
// pga git: how git treats a kast. Nothing is set without asking.
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/acties.h"
#include "cli/git.h"
#include "cli/maak.h"
#include "lib/kast/gitinrichting.h"
#include "lib/kast/gittekst.h"
#include "lib/kast/logboek.h"
#include "lib/weergave/tekst.h"

namespace pga::cli {
namespace {

constexpr std::size_t kMaxBestand = std::size_t{16} << 20U;

class GitInricht : public Opdracht {
 public:
  std::string_view naam() const override { return "inricht"; }
  std::string_view kort() const override { return "git instellen voor deze kast, of dat terugdraaien"; }
  std::string_view lang() const override {
    return "Stelt git in voor deze kast: git diff toont een stuk als tekst aan wie het mag lezen, hooks houden "
           "tegen "
           "dat er iets leesbaars, een sleutel of een veranderd stuk in git komt, en een vastlegging noemt geen "
           "naam. "
           "Laat eerst zien wat er gebeurt, en vraagt of dat goed is. Een hook of instelling van een ander blijft "
           "zoals hij is.";
  }
  std::string_view voorbeeld() const override { return "pga git inricht --ja"; }
  void bind(Opties& o) override {
    o.vlag("--ja", ja_, "doe het zonder te vragen");
    o.vlag("--terug", terug_, "draai terug wat deze opdracht eerder heeft gezet");
  }

  int doe(Omgeving& omgeving) override {
    const kast::Kast kast = omgeving.open_kast();
    const kast::GitPlan plan = terug_ ? kast::plan_terug(kast.map()) : kast::plan_inrichten(kast.map());
    toon(omgeving, plan);
    omgeving.meld(plan.zelf);
    if (plan.stappen.empty() || omgeving.globaal.droog) return 0;
    if (!ja_) {
      vraag_akkoord(omgeving, "Is dat goed?", "er is niets veranderd",
                    "geef --ja als het goed is wat hierboven staat");
    }
    const kast::Slot slot(kast.map());
    if (terug_) {
      kast::draai_terug(kast.map());
    } else {
      kast::richt_in(kast.map());
    }
    omgeving.meld(terug_ ? "teruggedraaid" : "git is ingericht; pga git inricht --terug draait het terug");
    return 0;
  }

 private:
  void toon(Omgeving& omgeving, const kast::GitPlan& plan) const {
    if (omgeving.globaal.json) {
      omgeving.uit << nlohmann::ordered_json({{"stappen", plan.stappen}}).dump(2) << '\n';
    } else if (plan.stappen.empty()) {
      omgeving.uit << (terug_ ? "er valt niets terug te draaien\n" : "git is al ingericht\n");
    } else {
      omgeving.uit << (terug_ ? "dit wordt teruggedraaid:\n" : "dit wordt ingesteld, alleen voor deze kast:\n");
      for (const std::string& stap : plan.stappen) {
        omgeving.uit << weergave::omloop(weergave::veilig(stap), omgeving.stijl().breedte, "  ", "    ") << '\n';
      }
    }
    omgeving.uit.flush();
  }

  bool ja_ = false;
  bool terug_ = false;
};

class GitTekst : public Opdracht {
 public:
  std::string_view naam() const override { return "tekst"; }
  std::string_view kort() const override { return "een bestand van de kast als tekst; git roept dit aan"; }
  std::string_view lang() const override {
    return "Drukt een stuk, een versie van het beheer of een regel van het logboek af als tekst, zoals git diff en "
           "git log -p het tonen na pga git inricht. Wat uw sleutel niet opent, staat er als [verzegeld]. Vraagt "
           "nooit om een wachtwoord: is uw sleutel daarmee beveiligd, geef het dan met PGA_WACHTWOORD_FD.";
  }
  std::string_view voorbeeld() const override { return "pga git tekst beheer/1-*.yaml"; }
  void bind(Opties& o) override { o.argument("BESTAND", bestand_, "het bestand; de naam mag alles zijn"); }

  int doe(Omgeving& omgeving) override {
    if (!bestand_) throw Fout(FoutSoort::gebruik, "pga git tekst: het bestand ontbreekt", "noem het bestand");
    const std::string bytes = kast::lees_invoer(*bestand_, kMaxBestand);
    omgeving.globaal.geen_invoer = true;  // git asks for many files, one by one
    const kast::Kast kast = omgeving.open_kast();
    omgeving.uit << kast::bestand_als_tekst(kast, wie(omgeving, kast), bytes);
    return 0;
  }

 private:
  /// Without a key, or with one that stays shut, all is shown that needs none.
  static kast::Lezer wie(const Omgeving& omgeving, const kast::Kast& kast) {
    try {
      return omgeving.lezer_of_niemand(kast);
    } catch (const Fout&) {
      return {};
    }
  }

  std::optional<std::string> bestand_;
};

class Git : public Opdracht {
 public:
  std::string_view naam() const override { return "git"; }
  std::string_view kort() const override { return "git instellen voor deze kast"; }
  std::string_view lang() const override {
    return "Hoe git met deze kast omgaat. pga verandert niets aan git zonder te vragen. Staat in het beleid git: "
           "ja, "
           "dan legt elke opdracht die schrijft de eigen bestanden meteen vast.";
  }
  std::string_view voorbeeld() const override { return "pga git inricht"; }
  void bind(Opties& o) override { (void)o; }
  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(std::make_unique<GitInricht>());
    uit.push_back(std::make_unique<GitTekst>());
    return uit;
  }
  int doe(Omgeving& omgeving) override {
    (void)omgeving;
    return 0;
  }
};

}  // namespace

void naar_git(const Omgeving& omgeving, const kast::Kast& kast, const std::vector<kast::NieuwBestand>& bestanden,
              const std::vector<kast::Pad>& weg) {
  if (!kast.beleid().git) return;
  const auto ligt_in = [](const kast::Pad& pad, const kast::Pad& map) {
    const std::string rest = pad.lexically_relative(map).string();
    return !rest.empty() && rest.rfind("..", 0) != 0;
  };
  std::vector<kast::Pad> paden;
  for (const kast::NieuwBestand& b : bestanden) {
    if (ligt_in(b.pad, kast.sleutels()) || !ligt_in(b.pad, kast.map())) continue;  // a copy to give away
    paden.push_back(ligt_in(b.pad, kast.map() / kast::kLogboek) ? b.pad.parent_path() : b.pad);
  }
  for (kast::Pad& pad : kast::gevolgd_door_git(kast.map(), weg)) paden.push_back(std::move(pad));
  if (paden.empty() || kast::leg_vast_in_git(kast.map(), paden)) return;
  omgeving.meld({Bevinding{FoutSoort::bevinding,
                           Plaats{kast.map().string(), 0, 0},
                           "git legde het niet vast; het staat wel in de kast",
                           "kijk wat er is met git -C KAST status, en leg het daarna zelf vast",
                           {}}});
}

std::unique_ptr<Opdracht> maak_git() { return std::make_unique<Git>(); }

}  // namespace pga::cli
