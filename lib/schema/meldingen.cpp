// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/meldingen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lib/basis/nabij.h"
#include "lib/schema/formaat.h"
#include "lib/schema/tekst.h"

namespace pga::schema {
namespace {

std::string noem(const std::string& pad) { return pad.empty() ? "het document" : "\"" + pad + "\""; }

/// " bij \"veld\"", or nothing for the document itself.
std::string bij(const std::string& pad) { return pad.empty() ? "" : " bij \"" + pad + "\""; }

bool is_cijfers(std::string_view tekst) {
  return !tekst.empty() && std::all_of(tekst.begin(), tekst.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string klein(std::string_view tekst) {
  std::string uit(tekst);
  for (char& c : uit) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return uit;
}

std::vector<std::string> keuzewoorden(const Regels& r) {
  std::vector<std::string> uit;
  for (const Waarde& w : r.keuzes) uit.push_back(w.is_tekst() ? w.tekst() : toon(w));
  return uit;
}

/// The ja or nee that somebody meant who wrote it in another language.
std::string ja_of_nee(const std::string& woord, const std::vector<std::string>& keuzes) {
  constexpr std::array<std::string_view, 5> kJa = {"yes", "true", "y", "on", "j"};
  constexpr std::array<std::string_view, 4> kNee = {"no", "false", "n", "off"};
  const std::string w = klein(woord);
  std::string bedoeld;
  if (std::find(kJa.begin(), kJa.end(), w) != kJa.end()) bedoeld = "ja";
  if (std::find(kNee.begin(), kNee.end(), w) != kNee.end()) bedoeld = "nee";
  return std::find(keuzes.begin(), keuzes.end(), bedoeld) == keuzes.end() ? std::string() : bedoeld;
}

std::string getal_van(std::int64_t n, const std::string& eenheid) { return fmt::format("{} {}", n, eenheid); }

}  // namespace

Melding fout_type(unsigned types, const Waarde& w, const std::string& pad) {
  if (types == types::kKaart) {
    return {fmt::format("{} hoort uit velden te bestaan, dit is {}", noem(pad), toon(w)),
            "zet elk veld op een eigen regel, twee spaties verder dan de naam erboven"};
  }
  if (types == types::kLijst) {
    return {fmt::format("{} hoort een lijst te zijn, dit is {}", noem(pad), toon(w)),
            "begin elk onderdeel op een eigen regel met een streepje en een spatie"};
  }
  if (types == types::kGetal) {
    const bool aangehaald = w.is_tekst() && is_cijfers(w.tekst()) && w.tekst().size() <= 18;
    return {fmt::format("{} hoort een heel getal te zijn, dit is {}", noem(pad), toon(w)),
            aangehaald ? "laat de aanhalingstekens weg"
            : w.is_tekst() && klein(w.tekst()) == "onbekend"
                ? "laat dit veld leeg als dit niet bekend is; anders: schrijf alleen cijfers"
                : "schrijf alleen cijfers"};
  }
  if (types == types::kTekst) {
    return {fmt::format("{} hoort tekst te zijn, dit is {}", noem(pad), toon(w)),
            w.is_getal() || w.is_bool() ? "zet aanhalingstekens om de waarde" : "schrijf de waarde achter de naam"};
  }
  return {fmt::format("{} kan niet: {} is hier niet van de goede soort", noem(pad), toon(w)),
          "kijk in het sjabloon hoe dit veld eruitziet"};
}

Melding fout_keuze(const Regels& r, const Beeld* beeld, const Waarde& w, const std::string& pad) {
  std::vector<std::string> keuzes = keuzewoorden(r);
  const std::string woord = w.is_tekst() ? w.tekst() : toon(w);
  std::string bedoeld = ja_of_nee(woord, keuzes);
  if (bedoeld.empty()) bedoeld = nabij(woord, keuzes);
  for (std::string& k : keuzes) {
    const std::string_view zin = beeld == nullptr ? std::string_view() : beeld->betekenis(k);
    if (!zin.empty()) k += fmt::format(" ({})", zin);
  }
  return {
      fmt::format("{} kan niet{}", toon(w), bij(pad)),
      fmt::format("{}kies uit {}", bedoeld.empty() ? "" : "bedoelde u \"" + bedoeld + "\"? ", opsomming(keuzes))};
}

Melding fout_vast(const Regels& r, const Waarde& w, const std::string& pad) {
  return {fmt::format("{} kan niet{}", toon(w), bij(pad)), fmt::format("hier kan alleen {}", toon(*r.vast))};
}

Melding fout_formaat(const Regels& r, const Waarde& w, const std::string& pad, bool verplicht) {
  if (r.formaat == "date") {
    if (!verplicht && klein(w.tekst()) == "onbekend") {
      return {fmt::format("{} is geen datum{}", toon(w), bij(pad)),
              "laat dit veld leeg als de dag niet bekend is; anders: schrijf JJJJ-MM-DD"};
    }
    const std::string bedoeld = bedoelde_datum(w.tekst());
    return {fmt::format("{} is geen datum{}", toon(w), bij(pad)),
            fmt::format("{}schrijf JJJJ-MM-DD, een dag die bestaat",
                        bedoeld.empty() ? "" : "bedoelde u " + bedoeld + "? ")};
  }
  if (r.formaat == "bsn") {
    if (!verplicht && klein(w.tekst()) == "onbekend") {
      return {fmt::format("{} is geen burgerservicenummer{}", toon(w), bij(pad)),
              "laat dit veld leeg als het bsn niet bekend is"};
    }
    return {fmt::format("{} is geen burgerservicenummer{}", toon(w), bij(pad)),
            "een bsn heeft negen cijfers en voldoet aan de elfproef; kijk het nummer na"};
  }
  if (!verplicht && klein(w.tekst()) == "onbekend") {
    return {fmt::format("{} is geen e-mailadres{}", toon(w), bij(pad)),
            "laat dit veld leeg als het e-mailadres niet bekend is; anders: schrijf het als naam@voorbeeld.nl"};
  }
  return {fmt::format("{} is geen e-mailadres{}", toon(w), bij(pad)), "schrijf het als naam@voorbeeld.nl"};
}

Melding fout_patroon(const Regels& r, const Beeld* beeld, const Waarde& w, const std::string& pad) {
  std::string uitleg = beeld == nullptr ? std::string() : std::string(beeld->uitleg());
  if (!uitleg.empty() && uitleg.back() == '.') uitleg.pop_back();
  if (!uitleg.empty()) uitleg.replace(0, 1, klein(uitleg.substr(0, 1)));
  return {fmt::format("{} past niet{}", toon(w), bij(pad)),
          uitleg.empty() ? "de waarde moet passen op " + r.patroon->tekst() : uitleg};
}

Melding fout_onbekend(const Regels& r, const Veld& veld, const std::string& pad) {
  std::vector<std::string> namen;
  for (const auto& [naam, regels] : r.velden) namen.push_back(naam);
  const std::string bedoeld = nabij(veld.naam, namen);
  const std::string tip = !bedoeld.empty() ? "bedoelde u \"" + bedoeld + "\"?"
                          : namen.empty()  ? "haal het veld weg"
                                           : "kies uit " + opsomming(namen) + ", of haal het veld weg";
  return {fmt::format("het veld {} bestaat niet{}", toon(Waarde(veld.naam)), bij(pad)), tip};
}

Melding fout_ontbreekt(const Beeld* veld, const std::string& naam, const std::string& pad, const std::string& reden,
                       bool leeg) {
  std::string titel;
  std::string vraag;
  std::string grondslag;
  if (veld != nullptr) {
    titel = veld->titel();
    vraag = veld->vraag();
    grondslag = veld->grondslag();
  }
  const bool eigen_titel = !titel.empty() && klein(titel) != klein(naam);
  std::string wat = fmt::format("het veld \"{}\"{} {}{}", naam, eigen_titel ? " (" + titel + ")" : "",
                                leeg ? "is niet ingevuld" : "ontbreekt", bij(pad));
  if (!reden.empty()) wat += fmt::format("; het is nodig als {}", reden);
  return {wat, vraag.empty() ? fmt::format("vul \"{}\" in", naam) : fmt::format("vul \"{}\" in: {}", naam, vraag),
          grondslag};
}

Melding fout_aantal(const Grenzen& grenzen, std::int64_t aantal, const std::string& eenheid,
                    const std::string& pad) {
  const bool te_weinig = grenzen.minste && aantal < *grenzen.minste;
  const std::int64_t grens = te_weinig ? *grenzen.minste : *grenzen.meeste;
  return {fmt::format("{} heeft {}", noem(pad), getal_van(aantal, eenheid)),
          fmt::format("er {} {} {} zijn", te_weinig ? "moeten" : "mogen", te_weinig ? "ten minste" : "ten hoogste",
                      getal_van(grens, eenheid))};
}

Melding fout_getal(const Grenzen& grenzen, std::int64_t getal, const std::string& pad) {
  const bool te_laag = grenzen.minste && getal < *grenzen.minste;
  return {
      fmt::format("{} is te {}{}", getal, te_laag ? "laag" : "hoog", bij(pad)),
      fmt::format("{} {}", te_laag ? "ten minste" : "ten hoogste", te_laag ? *grenzen.minste : *grenzen.meeste)};
}

Melding fout_stap(const std::string& veld, const std::vector<std::string>& stappen, const std::string& stap) {
  return {fmt::format("het veld \"{}\" hoort bij stap {}, niet bij stap {}", veld, opsomming(stappen, "en"), stap),
          "haal het veld weg, of leg die stap apart vast"};
}

Melding fout_dubbel(const Waarde& w, const std::string& pad) {
  return {fmt::format("{} staat er dubbel{}", toon(w), bij(pad)), "noem elk onderdeel één keer"};
}

Voorwaarde voorwaarde_van(const Regels& als) {
  for (const auto& [naam, r] : als.velden) {
    Voorwaarde uit{naam, {}};
    if (r->vast && r->vast->is_tekst()) uit.waarden.push_back(r->vast->tekst());
    for (const Waarde& w : r->keuzes) {
      if (w.is_tekst()) uit.waarden.push_back(w.tekst());
    }
    if (!uit.waarden.empty()) return uit;
  }
  return {};
}

std::string reden_van(const Regels& als) {
  const Voorwaarde v = voorwaarde_van(als);
  if (v.waarden.empty()) return {};
  std::vector<std::string> woorden;
  for (const std::string& w : v.waarden) woorden.push_back(toon(Waarde(w)));
  return "\"" + v.veld + "\" " + opsomming(woorden) + " is";
}

}  // namespace pga::schema
