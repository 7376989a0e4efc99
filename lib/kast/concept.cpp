// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/concept.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/geheugen.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/seal/identity_file.h"
#include "lib/stuk/vulling.h"
#include "lib/yaml/canoniek.h"

namespace pga::kast {
namespace {

constexpr int kFormaat = 1;
constexpr std::size_t kMaxConcept = std::size_t{4} << 20U;
constexpr std::size_t kMaxSleutel = std::size_t{64} << 10U;
constexpr std::string_view kSoort = "concept";
constexpr std::string_view kVerzegeld = "verzegeld";

/// The key of a dossier that a draft is sealed with: the first of these that the writer holds. All but termijnen
/// are taken from a case that is shielded.
constexpr std::array kVolgorde = {Compartiment::zaak,     Compartiment::identiteit, Compartiment::strafrecht,
                                  Compartiment::zorg,     Compartiment::melder,     Compartiment::motivering,
                                  Compartiment::termijnen};

Pad bestand_van(const Pad& map, const std::string& id) { return map / (id + ".yaml"); }

bool is_concept_id(const std::string& id) {
  return id.size() > 2 && id.rfind("c-", 0) == 0 &&
         id.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
}

[[noreturn]] void geschonden(const Pad& pad) {
  throw Fout(FoutSoort::integriteit, "dit concept is veranderd, of hoort hier niet",
             "verwijder het met pga concepten verwijder, en begin opnieuw", Plaats{pad.string(), 0, 0});
}

/// The key files of a draft; one, or two when a command was killed.
std::vector<Pad> sleutels_van(const Pad& map, const std::string& id) {
  std::vector<Pad> uit;
  for (const Pad& pad : lees_map(map)) {
    const std::string naam = pad.filename().string();
    if (naam.rfind(id + ".", 0) == 0 && pad.extension() == ".age") uit.push_back(pad);
  }
  return uit;
}

struct Grendel {
  std::string verbintenis;
  seal::Recipient openbaar;
};

Grendel grendel_van(const GeladenDossier& dossier) {
  for (const Compartiment c : kVolgorde) {
    const std::string& verbintenis = dossier.perioden.nu().at(static_cast<std::size_t>(c));
    const seal::Identity* sleutel = verbintenis.empty() ? nullptr : dossier.sleutels.bos.vind(verbintenis);
    if (sleutel != nullptr) return {verbintenis, sleutel->recipient()};
  }
  throw Fout(
      FoutSoort::sleutel,
      fmt::format("u hebt geen sleutel van dossier {} om een concept mee te verzegelen", dossier.nummer.tekst()),
      "maak het stuk in één keer af, of vraag de casusregisseur om de sleutel");
}

Waarde kop_document(const Kast& kast, const ConceptKop& kop, const std::string& sleutelbestand,
                    const std::string& grendel) {
  Waarde w = Waarde::kaart();
  w.zet("pga", kFormaat);
  w.zet("soort", kSoort);
  w.zet("kast", huidige_stand(kast).vingerafdruk);
  w.zet("concept", kop.id);
  if (kop.dossier) w.zet("dossier", kop.dossier->tekst());
  w.zet("door", kop.door);
  w.zet("gewijzigd", kop.gewijzigd);
  w.zet("sleutel", sleutelbestand);
  if (!grendel.empty()) w.zet("grendel", grendel);
  return w;
}

std::string zegel(const Waarde& kop, const ConceptInhoud& inhoud) {
  Waarde w = Waarde::kaart();
  w.zet("omslag", seal::digest(yaml::schrijf(kop)));
  w.zet("soort", inhoud.soort);
  if (!inhoud.vervangt.empty()) w.zet("vervangt", inhoud.vervangt);
  if (!inhoud.plek.empty()) w.zet("plek", inhoud.plek);
  Waarde document = inhoud.inhoud;
  document.snoei();
  if (!document.leeg()) w.zet("inhoud", std::move(document));
  if (!inhoud.tekst.empty()) w.zet("tekst", inhoud.tekst);
  if (w.vind("inhoud") == nullptr && w.vind("tekst") == nullptr) {
    throw Fout(FoutSoort::gebruik, "er is nog niets ingevuld, dus er is geen concept om te bewaren", {});
  }
  std::string bytes = yaml::schrijf(w);
  if (stuk::vul(bytes)) return bytes;
  throw Fout(FoutSoort::gebruik, "dit concept is te groot om te bewaren", "maak de teksten korter");
}

/// The draft of a file, without its sealed part, when it is one of that kast.
std::optional<std::pair<Waarde, std::string>> lees(const Pad& pad) {
  Waarde w;
  try {
    w = yaml::lees(lees_bestand(pad, kMaxConcept), pad.string());
  } catch (const Fout&) {
    return std::nullopt;
  }
  const std::string verzegeld = w.tekst_van(kVerzegeld);
  w.verwijder(kVerzegeld);
  const Waarde* formaat = w.vind("pga");
  const bool goed = formaat != nullptr && formaat->is_getal() && formaat->getal() == kFormaat &&
                    w.tekst_van("soort") == kSoort && w.tekst_van("concept") == pad.stem().string();
  return goed && !verzegeld.empty() ? std::optional(std::pair(std::move(w), verzegeld)) : std::nullopt;
}

ConceptKop kop_van(const Waarde& w) {
  return {w.tekst_van("concept"), Nummer::lees_dossier(w.tekst_van("dossier")), w.tekst_van("door"),
          w.tekst_van("gewijzigd")};
}

/// The key of its own, which only the writer's identity opens.
seal::Identity eigen_sleutel(const Pad& pad, const Lezer& lezer) {
  const seal::SecretBytes open = seal::open(lees_bestand(pad, kMaxSleutel), lezer.identiteiten);
  std::vector<seal::Identity> sleutels = seal::read_key_file(open.view(), pad.string());
  if (sleutels.size() != 1) geschonden(pad);
  return std::move(sleutels.front());
}

}  // namespace

Pad concept_map(const Pad& geheugen, const Kast& kast) {
  return geheugen / fmt::format("concepten-{}", seal::hash8(huidige_stand(kast).vingerafdruk));
}

std::vector<ConceptKop> lees_concepten(const Pad& map, const Kast& kast) {
  std::vector<ConceptKop> uit;
  const std::string vingerafdruk = huidige_stand(kast).vingerafdruk;
  for (const Pad& pad : lees_map(map)) {
    if (pad.extension() != ".yaml" || !is_concept_id(pad.stem().string())) continue;
    const auto er = lees(pad);
    if (er && er->first.tekst_van("kast") == vingerafdruk) uit.push_back(kop_van(er->first));
  }
  std::stable_sort(uit.begin(), uit.end(),
                   [](const ConceptKop& a, const ConceptKop& b) { return a.gewijzigd < b.gewijzigd; });
  return uit;
}

std::string nieuw_concept_id(const Pad& map) {
  std::error_code geen;
  std::string id;
  do {
    id = "c-" + seal::random_hex(2);
  } while (std::filesystem::exists(bestand_van(map, id), geen));
  return id;
}

void bewaar_concept(const Pad& map, const Kast& kast, const Lezer& lezer, const GeladenDossier* dossier,
                    const ConceptKop& kop, const ConceptInhoud& inhoud) {
  const std::vector<Pad> oud = sleutels_van(map, kop.id);
  std::vector<seal::Identity> eigen;
  eigen.push_back(seal::Identity::generate());
  const seal::SecretBytes sleutel = seal::key_file(eigen);
  const std::string sleutelbytes =
      seal::seal(sleutel.view(), lezer.identiteiten.at(lezer.tekent_met).recipient(), seal::Form::binary);
  const std::string sleutelnaam = fmt::format("{}.{}.age", kop.id, seal::hash8(seal::digest(sleutelbytes)));
  std::optional<Grendel> grendel;
  if (dossier != nullptr) grendel = grendel_van(*dossier);
  Waarde document = kop_document(kast, kop, sleutelnaam, grendel ? grendel->verbintenis : std::string());
  std::string binnen = zegel(document, inhoud);
  std::string dicht = seal::seal(binnen, eigen.front().recipient(), seal::Form::armored);
  seal::wipe(binnen.data(), binnen.size());
  if (grendel) dicht = seal::seal(dicht, grendel->openbaar, seal::Form::armored);
  document.zet(kVerzegeld, dicht);
  maak_map(map, 0700);
  vervang_bestand(map / sleutelnaam, sleutelbytes, 0600);  // first: no draft without its key
  vervang_bestand(bestand_van(map, kop.id), yaml::schrijf(document), 0600);
  for (const Pad& pad : oud) wis_bestand(pad);
}

ConceptInhoud open_concept(const Pad& map, const Lezer& lezer, const GeladenDossier* dossier,
                           const ConceptKop& kop) {
  const Pad pad = bestand_van(map, kop.id);
  const auto er = lees(pad);
  if (!er) geschonden(pad);
  const auto weg = [&] {
    return Fout(FoutSoort::sleutel, fmt::format("concept {} gaat niet (meer) open", kop.id),
                "de sleutel ervan is weg, of van een ander; verwijder het: pga concepten verwijder " + kop.id);
  };
  std::string dicht = er->second;
  if (const std::string grendel = er->first.tekst_van("grendel"); !grendel.empty()) {
    const seal::Identity* sleutel = dossier == nullptr ? nullptr : dossier->sleutels.bos.vind(grendel);
    if (sleutel == nullptr) throw weg();
    dicht = seal::open_single(dicht, *sleutel).view();
  } else if (kop.dossier) {
    geschonden(pad);
  }
  const Pad sleutelbestand = map / Pad(er->first.tekst_van("sleutel")).filename();
  std::error_code geen;
  if (!std::filesystem::exists(sleutelbestand, geen)) throw weg();
  const seal::SecretBytes open = seal::open_single(dicht, eigen_sleutel(sleutelbestand, lezer));
  const auto kaal = stuk::zonder_vulling(open.view());
  if (!kaal) geschonden(pad);
  const Waarde w = yaml::lees(*kaal, pad.string());
  if (w.tekst_van("omslag") != seal::digest(yaml::schrijf(er->first))) geschonden(pad);
  const Waarde* inhoud = w.vind("inhoud");
  return {w.tekst_van("soort"), w.tekst_van("vervangt"), w.tekst_van("plek"),
          inhoud != nullptr && inhoud->is_kaart() ? *inhoud : Waarde::kaart(), w.tekst_van("tekst")};
}

void wis_concept(const Pad& map, const std::string& id) {
  for (const Pad& pad : sleutels_van(map, id)) wis_bestand(pad);
  std::error_code geen;
  if (std::filesystem::exists(bestand_van(map, id), geen)) wis_bestand(bestand_van(map, id));
}

}  // namespace pga::kast
