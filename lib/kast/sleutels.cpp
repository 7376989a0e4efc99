// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/sleutels.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/seal/identity_file.h"
#include "lib/stuk/omslag.h"
#include "lib/yaml/canoniek.h"

namespace pga::kast {
namespace {

constexpr std::size_t kMaxSleutelbestand = std::size_t{256} << 10U;

std::string kort(const std::string& bytes) { return seal::hash8(seal::digest(bytes)); }

/// The bytes of a file whose name ends in their hash8.
std::string lees_genoemd(const Pad& pad) {
  std::string bytes = lees_bestand(pad, kMaxSleutelbestand);
  const std::string stam = pad.stem().string();
  if (stam.size() < 8 || stam.substr(stam.size() - 8) != kort(bytes)) {
    throw Fout(FoutSoort::integriteit, "de inhoud is veranderd: zij past niet meer bij de naam",
               "haal het bestand terug uit een kopie van de sleutels, of vraag het opnieuw aan de regisseur");
  }
  return bytes;
}

std::vector<seal::Identity> open_sleutelbestand(const Pad& pad, std::span<const seal::Identity> identiteiten) {
  const std::string bytes = lees_genoemd(pad);
  const seal::SecretBytes inhoud = seal::open(bytes, identiteiten);
  return seal::read_key_file(inhoud.view(), pad.string());
}

OpenbareSleutels openbaar_van(const Pad& pad, const Nummer& nummer) {
  OpenbareSleutels uit;
  const Waarde document = yaml::lees(lees_genoemd(pad), pad.string());
  const Waarde* sleutels = document.vind("sleutels");
  const Waarde* formaat = document.vind("pga");
  eis_bekend_formaat(document, pad);
  if (formaat == nullptr || !formaat->is_getal() || formaat->getal() != stuk::kFormaat ||
      document.tekst_van("soort") != "openbaar" || sleutels == nullptr || !sleutels->is_kaart()) {
    throw Fout(FoutSoort::integriteit, "dit is geen bestand met openbare sleutels",
               "haal het bestand terug uit een kopie van de sleutels, of vraag het opnieuw aan de regisseur",
               Plaats{pad.string(), 0, 0});
  }
  for (const Veld& veld : sleutels->velden()) {
    const auto compartiment = compartiment_van(veld.naam);
    if (!compartiment || !veld.waarde.is_tekst()) continue;
    const seal::Recipient sleutel = seal::Recipient::parse(veld.waarde.tekst());
    uit.emplace(stuk::verbintenis(nummer, *compartiment, sleutel), sleutel);
  }
  return uit;
}

void noteer(std::vector<Bevinding>& bevindingen, const Fout& fout, const Pad& pad) {
  for (Bevinding b : fout.bevindingen()) {
    if (b.plaats.bestand.empty()) b.plaats.bestand = pad.string();
    bevindingen.push_back(std::move(b));
  }
}

/// The commitments that a key can have: a secret key does not say its compartment.
std::vector<std::string> alle_verbintenissen(const Nummer& nummer, const seal::Recipient& sleutel) {
  std::vector<std::string> uit;
  for (const Compartiment c : kCompartimenten) uit.push_back(stuk::verbintenis(nummer, c, sleutel));
  return uit;
}

}  // namespace

void eis_bekend_formaat(const Waarde& document, const Pad& pad) {
  const Waarde* formaat = document.vind("pga");
  if (formaat == nullptr || !formaat->is_getal() || formaat->getal() <= stuk::kFormaat) return;
  throw Fout(FoutSoort::integriteit,
             fmt::format("formaat {} is nieuwer dan deze pga kent ({})", formaat->getal(), stuk::kFormaat),
             "werk pga bij", Plaats{pad.string(), 0, 0});
}

OpenbareSleutels lees_openbaar(const Pad& pad, const Nummer& nummer) { return openbaar_van(pad, nummer); }

std::string gebruiker_van(const Pad& pad) {
  const std::string stam =
      pad.stem().string();  // the hash is cut from the end: reg1-<hash8> is not a file of "reg"
  return stam.size() > 9 && stam[stam.size() - 9] == '-' ? stam.substr(0, stam.size() - 9) : std::string();
}

void Sleutelbos::voeg_toe(seal::Identity identity) {
  for (const std::string& v : alle_verbintenissen(nummer_, identity.recipient())) {
    op_verbintenis_[v] = sleutels_.size();
  }
  sleutels_.push_back(std::move(identity));
}

const seal::Identity* Sleutelbos::vind(const std::string& verbintenis) const {
  const auto it = op_verbintenis_.find(verbintenis);
  return it == op_verbintenis_.end() ? nullptr : &sleutels_[it->second];
}

DossierSleutels::DossierSleutels(const Nummer& nummer) {
  for (const Compartiment c : kCompartimenten) {
    sleutels_.push_back(seal::Identity::generate());
    verbintenissen_.at(static_cast<std::size_t>(c)) = stuk::verbintenis(nummer, c, sleutels_.back().recipient());
  }
}

std::array<seal::Recipient, kCompartimenten.size()> DossierSleutels::openbaar() const {
  std::array<seal::Recipient, kCompartimenten.size()> uit;
  std::transform(sleutels_.begin(), sleutels_.end(), uit.begin(),
                 [](const seal::Identity& i) { return i.recipient(); });
  return uit;
}

NieuwBestand openbaar_bestand(const Pad& map, const Nummer& nummer,
                              const std::vector<std::pair<Compartiment, seal::Recipient>>& sleutels) {
  Waarde document = Waarde::kaart();
  document.zet("pga", stuk::kFormaat);
  document.zet("soort", "openbaar");
  document.zet("dossier", nummer.tekst());
  Waarde& velden = document.zet("sleutels", Waarde::kaart());
  for (const auto& [compartiment, sleutel] : sleutels) velden.zet(naam(compartiment), sleutel.text());
  const std::string bytes = yaml::schrijf(document);
  return {map / fmt::format("openbaar-{}.yaml", kort(bytes)), bytes, 0600};
}

NieuwBestand sleutel_bestand(const Pad& map, const GebruikerId& gebruiker, const seal::Recipient& opent,
                             const std::vector<seal::Identity>& sleutels) {
  const seal::SecretBytes inhoud = seal::key_file(sleutels);
  const std::string bytes = seal::seal(inhoud.view(), opent, seal::Form::binary);
  return {map / fmt::format("{}-{}.age", gebruiker.tekst(), kort(bytes)), bytes, 0600};
}

std::vector<NieuwBestand> sleutel_bestanden(const Pad& map, const GebruikerId& gebruiker,
                                            const std::vector<seal::Recipient>& opent,
                                            const std::vector<seal::Identity>& sleutels) {
  std::vector<NieuwBestand> uit;
  for (const seal::Recipient& sleutel : opent) uit.push_back(sleutel_bestand(map, gebruiker, sleutel, sleutels));
  return uit;
}

std::vector<SleutelBestand> sleutelbestanden(const Pad& map) {
  std::vector<SleutelBestand> uit;
  for (const Pad& pad : lees_map(map)) {
    if (std::string wie = gebruiker_van(pad); pad.extension() == ".age" && !wie.empty())
      uit.push_back({pad, std::move(wie)});
  }
  return uit;
}

std::optional<std::size_t> aantal_sleutels(const Pad& pad) {
  std::error_code fout;
  const auto lengte = std::filesystem::file_size(pad, fout);
  if (fout || is_overschreven(pad)) return std::nullopt;
  return seal::keys_in_sealed(lengte);
}

bool heeft_sleutelbestand(const Pad& map, const GebruikerId& gebruiker) {
  const std::vector<SleutelBestand> alle = sleutelbestanden(map);
  return std::any_of(alle.begin(), alle.end(),
                     [&](const SleutelBestand& s) { return s.gebruiker == gebruiker.tekst(); });
}

SleutelMap lees_sleutels(const Pad& map, const Nummer& nummer, const std::optional<GebruikerId>& gebruiker,
                         std::span<const seal::Identity> identiteiten) {
  SleutelMap uit{Sleutelbos(nummer), {}, false, true, {}, {}};
  std::vector<Pad> paden;
  try {
    paden = lees_map(map);
  } catch (const Fout& e) {
    uit.gelezen = false;
    noteer(uit.bevindingen, e, map);
  }
  const std::string mijn = gebruiker ? gebruiker->tekst() : std::string();
  for (const Pad& pad : paden) {
    const std::string wie = gebruiker_van(pad);
    try {
      if (pad.extension() == ".yaml" && wie == "openbaar") {
        auto& hier = uit.per_bestand.emplace_back(pad, std::vector<std::vector<std::string>>()).second;
        OpenbareSleutels erbij = openbaar_van(pad, nummer);
        for (const auto& [verbintenis, sleutel] : erbij) hier.push_back(std::vector<std::string>{verbintenis});
        uit.openbaar.merge(std::move(erbij));
      } else if (pad.extension() == ".age" && !mijn.empty() && wie == mijn) {
        uit.heeft_bestand = true;
        auto sleutels = open_sleutelbestand(pad, identiteiten);
        auto& hier = uit.per_bestand.emplace_back(pad, std::vector<std::vector<std::string>>()).second;
        for (seal::Identity& i : sleutels) {
          hier.push_back(alle_verbintenissen(nummer, i.recipient()));
          uit.bos.voeg_toe(std::move(i));
        }
      }
    } catch (const Fout& e) {
      if (!is_overschreven(pad)) noteer(uit.bevindingen, e, pad);
    }
  }
  // A file for another key of the same gebruiker says nothing, as long as one opens.
  const auto andere = [](const Bevinding& b) { return b.soort == FoutSoort::sleutel; };
  if (!uit.bos.leeg()) {
    uit.bevindingen.erase(std::remove_if(uit.bevindingen.begin(), uit.bevindingen.end(), andere),
                          uit.bevindingen.end());
  }
  return uit;
}

}  // namespace pga::kast
