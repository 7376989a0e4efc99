// SPDX-License-Identifier: EUPL-1.2
//
// pga concepten: what was begun and not recorded yet, on this computer.
#include <ostream>

#include <fmt/format.h>

#include "cli/concept.h"
#include "cli/maak.h"
#include "cli/opdracht.h"
#include "lib/weergave/concepten.h"

namespace pga::cli {
namespace {

/// The dossier that a draft is about; nullptr of a new one, and of one that is not there any more.
std::optional<kast::GeladenDossier> dossier_van(const kast::Kast& kast, const kast::Lezer& lezer,
                                                const kast::ConceptKop& kop) {
  if (!kop.dossier) return std::nullopt;
  try {
    return kast::laad(kast, kast.zoek(kop.dossier->tekst()), lezer, kast::Diepte::termijnen);
  } catch (const Fout& f) {
    if (f.soort() != FoutSoort::geen_kast) throw;
    return std::nullopt;
  }
}

kast::ConceptInhoud inhoud_van(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                               const kast::ConceptKop& kop) {
  const auto dossier = dossier_van(kast, lezer, kop);
  return kast::open_concept(concept_plek(omgeving, kast), lezer, dossier ? &*dossier : nullptr, kop);
}

void eis_id(const std::optional<std::string>& id, std::string_view deel) {
  if (id) return;
  throw Fout(FoutSoort::gebruik, fmt::format("pga concepten {}: welk concept?", deel), "pga concepten toont ze");
}

class Verder : public Opdracht {
 public:
  std::string_view naam() const override { return "verder"; }
  std::string_view kort() const override { return "verdergaan waar u stopte"; }
  std::string_view lang() const override {
    return "Gaat verder met een concept, met de vragen of in de editor, zoals het is begonnen. Wordt het "
           "vastgelegd, dan is het concept weg.";
  }
  std::string_view voorbeeld() const override { return "pga concepten verder c-3f9a"; }
  void bind(Opties& o) override { o.argument("CONCEPT", id_, "het concept, zoals pga concepten het noemt"); }

  int doe(Omgeving& omgeving) override {
    eis_id(id_, naam());
    std::vector<std::string> woorden;
    {
      const kast::Kast kast = omgeving.open_kast();
      const kast::ConceptKop kop = zoek_concept(omgeving, kast, *id_);
      woorden = opdracht_voor(inhoud_van(omgeving, kast, omgeving.lezer(kast), kop), kop.dossier);
    }
    if (woorden.empty()) {
      throw Fout(FoutSoort::gebruik, fmt::format("concept {} is van een soort die deze pga niet kent", *id_),
                 "ga verder met de pga waarmee het is gemaakt");
    }
    woorden.insert(woorden.end(), {"--concept", *id_});
    return ontleed_en_doe(woorden, omgeving);
  }

 private:
  std::optional<std::string> id_;
};

class Verwijder : public Opdracht {
 public:
  std::string_view naam() const override { return "verwijder"; }
  std::string_view kort() const override { return "een concept weggooien"; }
  std::string_view lang() const override {
    return "Overschrijft en wist een concept en zijn sleutel op deze computer. Dit kan niet ongedaan worden "
           "gemaakt.";
  }
  std::string_view voorbeeld() const override { return "pga concepten verwijder c-3f9a"; }
  void bind(Opties& o) override { o.argument("CONCEPT", id_, "het concept, zoals pga concepten het noemt"); }

  int doe(Omgeving& omgeving) override {
    eis_id(id_, naam());
    const kast::Kast kast = omgeving.open_kast();
    const kast::ConceptKop kop = zoek_concept(omgeving, kast, *id_);
    if (omgeving.globaal.droog) {
      omgeving.meld(fmt::format("concept {} zou worden verwijderd", kop.id));
      return 0;
    }
    kast::wis_concept(concept_plek(omgeving, kast), kop.id);
    omgeving.meld(fmt::format("concept {} is verwijderd", kop.id));
    return 0;
  }

 private:
  std::optional<std::string> id_;
};

class Concepten : public Opdracht {
 public:
  std::string_view naam() const override { return "concepten"; }
  std::string_view kort() const override { return "wat u begon en nog niet vastlegde"; }
  std::string_view lang() const override {
    return "Toont de concepten van deze kast op deze computer: wat u met de vragen of in de editor begon, en "
           "bewaarde. "
           "Een concept is geen stuk: het telt nergens voor mee, en alleen uw sleutel opent het. Wordt het dossier "
           "vernietigd, of voor u afgeschermd, dan gaat het niet meer open.";
  }
  std::string_view voorbeeld() const override { return "pga concepten"; }
  void bind(Opties& o) override { (void)o; }
  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(std::make_unique<Verder>());
    uit.push_back(std::make_unique<Verwijder>());
    return uit;
  }
  bool doet_zelf() const override { return true; }

  int doe(Omgeving& omgeving) override {
    const kast::Kast kast = omgeving.open_kast();
    const auto koppen = kast::lees_concepten(concept_plek(omgeving, kast), kast);
    std::vector<weergave::ConceptRegel> regels;
    if (!koppen.empty()) {
      const kast::Lezer lezer = omgeving.lezer(kast);
      for (const kast::ConceptKop& kop : koppen) regels.push_back(regel(omgeving, kast, lezer, kop));
    }
    omgeving.uit << (omgeving.globaal.json ? weergave::concepten_json(regels)
                                           : weergave::concepten_tekst(regels, omgeving.stijl()));
    return 0;
  }

 private:
  static weergave::ConceptRegel regel(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                                      const kast::ConceptKop& kop) {
    weergave::ConceptRegel uit{kop.id, kop.dossier ? kop.dossier->tekst() : std::string(), {}, {}, kop.gewijzigd};
    try {
      const kast::ConceptInhoud inhoud = inhoud_van(omgeving, kast, lezer, kop);
      uit.soort = inhoud.soort;
      uit.stap = inhoud.inhoud.tekst_van("stap");
    } catch (const Fout& f) {  // it stands in the list all the same, to be taken away
      if (f.soort() != FoutSoort::sleutel && f.soort() != FoutSoort::integriteit) throw;
    }
    return uit;
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_concepten() { return std::make_unique<Concepten>(); }

}  // namespace pga::cli
