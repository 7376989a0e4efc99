// SPDX-License-Identifier: EUPL-1.2
//
// pga acties: what was agreed, over all dossiers; and what became of it.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/maak.h"
#include "cli/overlegdelen.h"
#include "cli/ronde.h"
#include "cli/stukopdracht.h"
#include "cli/termijnkeuze.h"
#include "lib/basis/nabij.h"
#include "lib/kast/stand.h"
#include "lib/weergave/acties.h"

namespace pga::cli {
namespace {

class Acties : public Opdracht {
 public:
  std::string_view naam() const override { return "acties"; }
  std::string_view kort() const override { return "wat is afgesproken, in alle dossiers; wat is gedaan"; }
  std::string_view lang() const override {
    return "Toont de acties uit overleggen en plannen, van alle dossiers die u mag lezen en van het dossier "
           "gemeente: wat open staat eerst, het dringendste bovenaan. Met een NUMMER alleen die van dat dossier. "
           "Met "
           "een NUMMER en een ID legt u vast wat ervan is geworden: --gedaan, --vervallen, --heropen of een andere "
           "dag met --uiterlijk. Een andere tekst gaat met --van, of in het volgende overleg. Een actie met een "
           "dag "
           "is ook een termijn.";
  }
  std::string_view voorbeeld() const override { return "pga acties --open --wie OM"; }
  void bind(Opties& o) override {
    stuk_.bind(o, "[NUMMER]", {"actielijst"});
    o.argument("[ID]", id_, "de actie, zoals de lijst haar noemt");
    o.optie("--wie", wie_, "WIE", "alleen wat deze organisatie of persoon moet doen");
    o.vlag("--open", open_, "alleen wat nog open staat");
    o.optie("--tot", tot_, "DUUR", "alleen wat binnen deze tijd moet (14d, 4w, 3m, 1j), of tot en met een dag");
    o.vlag("--gedaan", gedaan_, "de actie is gedaan, vandaag of op de dag van --op");
    o.vlag("--vervallen", vervallen_, "de actie hoeft niet meer");
    o.vlag("--heropen", heropen_, "de actie staat toch weer open");
    o.optie("--op", op_, "DATUM", "bij --gedaan: de dag waarop het gedaan was");
    o.optie("--uiterlijk", uiterlijk_, "DATUM", "de nieuwe dag waarop het klaar is, of wordt nagekeken");
  }
  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(maak_acties_importeer());
    return uit;
  }
  bool doet_zelf() const override { return true; }

  int doe(Omgeving& omgeving) override {
    if (stuk_.sjabloon) return toon_sjabloon(omgeving, "actielijst", stuk_);
    const bool schrijft = gedaan_ || vervallen_ || heropen_ || uiterlijk_ || op_ || id_;
    keur_opties(schrijft);
    if (stuk_.van || stuk_.vervangt) {
      eis_nummer(stuk_, naam());
      return leg_vast(omgeving, "actielijst", stuk_);
    }
    return schrijft ? werk_bij(omgeving) : toon(omgeving);
  }

 private:
  void keur_opties(bool schrijft) const {
    const auto mis = [](bool fout, std::string_view wat, std::string_view tip) {
      if (fout) throw Fout(FoutSoort::gebruik, fmt::format("pga acties: {}", wat), std::string(tip));
    };
    const bool kiest = wie_ || open_ || tot_;
    mis(schrijft && kiest, "--wie, --open en --tot horen bij de lijst", "laat ze weg als u iets vastlegt");
    mis((stuk_.van || stuk_.vervangt) && (schrijft || kiest), "bij een document horen geen andere opties",
        "zet alles in het document");
    if (!schrijft) return;
    mis(!stuk_.nummer || !id_, "van welke actie?", "geef het nummer van het dossier en het id van de actie");
    const int hoe = static_cast<int>(gedaan_) + static_cast<int>(vervallen_) + static_cast<int>(heropen_);
    mis(hoe > 1, "--gedaan, --vervallen en --heropen gaan niet samen", "kies er een");
    mis(hoe == 0 && !uiterlijk_, fmt::format("wat is er van {} geworden?", id_.value_or("")),
        "geef --gedaan, --vervallen, --heropen of --uiterlijk DATUM");
    mis(op_ && !gedaan_, "--op hoort bij --gedaan", "geef ook --gedaan");
    mis((gedaan_ || vervallen_) && uiterlijk_, "--uiterlijk gaat niet samen met --gedaan of --vervallen",
        "laat --uiterlijk weg");
  }

  /// A stuk with this one change.
  int werk_bij(Omgeving& omgeving) {
    stuk_.zet("datum", omgeving.vandaag().tekst());
    return leg_vast(omgeving, "actielijst", stuk_,
                    [&](const kast::GeladenDossier& dossier, const kast::Lezer& /*lezer*/, Waarde& document) {
                      eis_actie(dossier);
                      Waarde actie = Waarde::kaart();
                      actie.zet("id", *id_);
                      if (gedaan_) actie.zet("status", "gedaan");
                      if (vervallen_) actie.zet("status", "vervallen");
                      if (heropen_) actie.zet("status", "open");
                      if (gedaan_) actie.zet("gedaan_op", op_.value_or(omgeving.vandaag().tekst()));
                      if (uiterlijk_) actie.zet("uiterlijk", *uiterlijk_);
                      document.zet("acties", Waarde::lijst_({std::move(actie)}));
                    });
  }

  void eis_actie(const kast::GeladenDossier& dossier) const {
    if (dossier.dossier.actie(*id_) != nullptr) return;
    std::vector<std::string> bekend;
    for (const proces::Actie& a : dossier.dossier.acties) bekend.push_back(a.velden.id);
    const std::string beste = nabij(*id_, bekend);
    throw Fout(FoutSoort::gebruik,
               fmt::format("actie \"{}\" is er niet in dossier {}", *id_, dossier.nummer.tekst()),
               !beste.empty()   ? fmt::format("bedoelde u \"{}\"?", beste)
               : bekend.empty() ? "er is er nog geen; een actie komt uit een overleg of een plan"
                                : fmt::format("kies uit: {}", fmt::join(bekend, ", ")));
  }

  int toon(Omgeving& omgeving) const {
    const Datum vandaag = omgeving.vandaag();
    const weergave::ActieKeuze keuze{wie_.value_or(""), open_, lees_keuze({}, {}, tot_, vandaag).tot};
    std::vector<weergave::ActieRegel> regels;
    const Ronde ronde = loop_langs_met_gemeente(
        omgeving, kast::Diepte::alles, stuk_.nummer,
        [&](const kast::Kast& kast, const kast::GeladenDossier& dossier) {
          if (!dossier.leesbaar) return;
          const proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), vandaag);
          // What is closed is shielded (artikel 6, lid 3, Wet PGA), and nothing of it has to be done; nor of what
          // was not taken up.
          if (stand.fase == proces::Fase::afgesloten || stand.fase == proces::Fase::niet_opgenomen ||
              stand.afgeschermd || dossier.dossier.afgeschermd)
            return;
          const std::string waar = omgeving.globaal.kasten.size() > 1 ? kast.map().string() : std::string();
          for (const proces::Actie& a : stand.acties) regels.push_back({waar, dossier.nummer.tekst(), a});
        });
    regels = weergave::kies(std::move(regels), keuze);
    // Of what stays shut, or is damaged, nobody says that there is nothing.
    if (!regels.empty() || (ronde.onleesbaar.empty() && ronde.geschonden.empty())) {
      omgeving.uit << (omgeving.globaal.json ? weergave::acties_json(regels, vandaag)
                                             : weergave::acties_tekst(regels, vandaag, omgeving.stijl()));
    }
    ronde.meld(omgeving);
    return ronde.code();
  }

  StukOpties stuk_;
  std::optional<std::string> id_;
  std::optional<std::string> wie_;
  std::optional<std::string> tot_;
  std::optional<std::string> op_;
  std::optional<std::string> uiterlijk_;
  bool open_ = false;
  bool gedaan_ = false;
  bool vervallen_ = false;
  bool heropen_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_acties() { return std::make_unique<Acties>(); }

}  // namespace pga::cli
