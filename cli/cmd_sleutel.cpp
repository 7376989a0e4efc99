// SPDX-License-Identifier: EUPL-1.2
//
// pga sleutel: a person's own key. The file is a standard age identity, as age-keygen and age -p write it.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/maak.h"
#include "cli/sleutelregel.h"
#include "lib/kast/bestand.h"
#include "lib/seal/age.h"
#include "lib/seal/identity_file.h"
#include "lib/weergave/json.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

nlohmann::ordered_json sleutel_json(const std::string& regel) {
  const SleutelRegel delen = lees_sleutel_regel(regel);
  return {{"opent", delen.opent.text()}, {"tekent", delen.tekent.text()}, {"regel", regel}};
}

class SleutelNieuw : public Opdracht {
 public:
  std::string_view naam() const override { return "nieuw"; }
  std::string_view kort() const override { return "een eigen sleutel maken"; }
  std::string_view lang() const override {
    return "Maakt uw eigen sleutel: een gewoon age-bestand, alleen door u te lezen. Op een scherm vraagt pga om "
           "een "
           "wachtwoord. Een bestand dat er al is, wordt nooit overschreven. Bewaar een kopie op een veilige "
           "plaats: "
           "zonder sleutel gaan uw dossiers niet meer open.";
  }
  std::string_view voorbeeld() const override { return "pga sleutel nieuw -o reg9.sleutel --zonder-wachtwoord"; }
  void bind(Opties& o) override {
    o.optie("-o,--uitvoer", uitvoer_, "BESTAND", "waar de sleutel komt; anders de vaste plaats");
    o.vlag("--wachtwoord", met_, "beveilig de sleutel met een wachtwoord");
    o.vlag("--zonder-wachtwoord", zonder_, "geen wachtwoord, bijvoorbeeld voor een machine");
  }

  int doe(Omgeving& omgeving) override {
    if (met_ && zonder_)
      throw Fout(FoutSoort::gebruik, "kies --wachtwoord of --zonder-wachtwoord", "de twee kunnen niet samen");
    if (!met_ && !zonder_ && !omgeving.terminal()) {
      throw Fout(FoutSoort::gebruik, "hier kan geen wachtwoord worden gevraagd",
                 "kies --wachtwoord (met PGA_WACHTWOORD_FD) of --zonder-wachtwoord");
    }
    if (uitvoer_ && uitvoer_->empty()) {
      throw Fout(FoutSoort::gebruik, "-o: er staat geen bestand", "noem het bestand waar de sleutel in komt");
    }
    const kast::Pad pad = uitvoer_ ? kast::Pad(*uitvoer_) : omgeving.identiteit_pad();
    std::error_code fout;
    if (fs::is_directory(pad, fout)) {
      throw Fout(FoutSoort::gebruik, "hier is een map, en geen bestand", "noem het bestand waar de sleutel in komt",
                 Plaats{pad.string(), 0, 0});
    }
    if (fs::symlink_status(pad, fout).type() != fs::file_type::not_found && !fout) {
      throw Fout(FoutSoort::gebruik, "hier is al een sleutel, en die wordt nooit overschreven",
                 "kies een ander bestand met -o", Plaats{pad.string(), 0, 0});
    }
    if (omgeving.globaal.droog) {
      if (omgeving.globaal.json) {
        omgeving.uit << weergave::schrijf(
            {{"droog", true}, {"bestanden", {{{"pad", pad.string()}, {"bytes", nullptr}}}}}, true);
      } else {
        omgeving.uit << fmt::format("zou een sleutel maken in {}\n", pad.string());
      }
      return 0;
    }
    const seal::SecretBytes wachtwoord = zonder_ ? seal::SecretBytes() : vraag(omgeving);
    const seal::Identity identity = seal::Identity::generate();
    const seal::SecretBytes tekst = seal::identity_file(identity, omgeving.nu().tekst());
    std::string bytes = wachtwoord.empty()
                            ? std::string(tekst.view())
                            : seal::seal_with_passphrase(tekst.view(), wachtwoord.view(), seal::Form::armored);
    if (!uitvoer_) kast::maak_map(pad.parent_path(), 0700);
    std::vector<kast::NieuwBestand> bestanden;
    bestanden.push_back({fs::absolute(pad), std::move(bytes), 0600});
    kast::maak_bestanden(bestanden);
    seal::wipe(bestanden.front().bytes.data(), bestanden.front().bytes.size());
    const std::string gedaan = fmt::format("sleutel gemaakt in {}", pad.string());
    omgeving.meld(gedaan + (wachtwoord.empty() ? ", zonder wachtwoord" : ""));
    omgeving.meld("geef deze regel aan wie het beheer tekent; maakt u zelf de kast, ga dan verder met pga init");
    const std::string regel = sleutel_regel(identity);
    nlohmann::ordered_json json = sleutel_json(regel);
    json["bestand"] = pad.string();
    antwoord(omgeving, regel, json, gedaan, "pga sleutel toon drukt de regel af");
    return 0;
  }

 private:
  seal::SecretBytes vraag(const Omgeving& omgeving) const {
    seal::SecretBytes eerste = omgeving.vraag_wachtwoord("Nieuw wachtwoord (leeg: geen): ", Wachtwoord::nieuw);
    if (eerste.empty() && met_)
      throw Fout(FoutSoort::gebruik, "het wachtwoord is leeg", "kies een wachtwoord van een paar woorden");
    if (!eerste.empty() && omgeving.terminal()) {
      const seal::SecretBytes tweede = omgeving.vraag_wachtwoord("Nog een keer: ", Wachtwoord::nieuw);
      if (eerste.view() != tweede.view()) {
        throw Fout(FoutSoort::gebruik, "de twee wachtwoorden zijn niet gelijk",
                   "probeer het opnieuw; er is niets gemaakt");
      }
    }
    return eerste;
  }

  std::optional<std::string> uitvoer_;
  bool met_ = false;
  bool zonder_ = false;
};

class SleutelToon : public Opdracht {
 public:
  std::string_view naam() const override { return "toon"; }
  std::string_view kort() const override { return "de regel met uw openbare sleutels"; }
  std::string_view lang() const override {
    return "Drukt één regel af met uw twee openbare sleutels, getekend met uw eigen sleutel. Die regel geeft u aan "
           "wie "
           "het beheer tekent (pga gebruiker toevoegen). Er staat niets geheims in.";
  }
  std::string_view voorbeeld() const override { return "pga sleutel toon"; }
  void bind(Opties& o) override {
    o.optie("-i,--identiteit", bestand_, "BESTAND", "de sleutel; anders uw eigen sleutel");
  }

  int doe(Omgeving& omgeving) override {
    const std::vector<seal::Identity> identiteiten = bestand_ ? lees(omgeving, *bestand_) : omgeving.identiteiten();
    for (const seal::Identity& i : identiteiten) {
      const std::string regel = sleutel_regel(i);
      if (omgeving.globaal.json) {
        omgeving.uit << sleutel_json(regel).dump() << '\n';
      } else {
        omgeving.uit << regel << '\n';
      }
    }
    return 0;
  }

 private:
  static std::vector<seal::Identity> lees(const Omgeving& omgeving, const std::string& pad) {
    constexpr std::size_t kMax = std::size_t{1} << 20U;
    std::string bytes = kast::lees_invoer(pad, kMax);
    auto uit = seal::read_identity_file(bytes, pad, [&](std::string_view naam) {
      return omgeving.vraag_wachtwoord(fmt::format("Wachtwoord van {}: ", naam));
    });
    seal::wipe(bytes.data(), bytes.size());
    return uit;
  }
  std::optional<std::string> bestand_;
};

class Sleutel : public Opdracht {
 public:
  std::string_view naam() const override { return "sleutel"; }
  std::string_view kort() const override { return "uw eigen sleutel: nieuw, toon"; }
  std::string_view lang() const override {
    return "Uw eigen sleutel opent de dossiers waarvoor u sleutels kreeg, en tekent wat u vastlegt. pga zoekt hem "
           "in "
           "PGA_IDENTITEIT, en anders op de vaste plaats in uw configuratiemap.";
  }
  std::string_view voorbeeld() const override { return "pga sleutel toon"; }
  void bind(Opties& o) override { (void)o; }
  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(std::make_unique<SleutelNieuw>());
    uit.push_back(std::make_unique<SleutelToon>());
    return uit;
  }
  int doe(Omgeving& omgeving) override {
    (void)omgeving;
    return 0;
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_sleutel() { return std::make_unique<Sleutel>(); }

}  // namespace pga::cli
