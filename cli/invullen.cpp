// SPDX-License-Identifier: EUPL-1.2
#include "cli/invullen.h"

#include <algorithm>
#include <csignal>
#include <exception>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "cli/concept.h"
#include "cli/editor.h"
#include "cli/regelinvoer.h"
#include "cli/vastlegger.h"
#include "cli/vragenlijst.h"
#include "lib/basis/zin.h"
#include "lib/proces/rollen.h"
#include "lib/schema/opmerkingen.h"
#include "lib/schema/schema.h"
#include "lib/schema/vragen.h"
#include "lib/weergave/leesbaar.h"
#include "lib/yaml/canoniek.h"
#include "lib/yaml/strikt.h"

namespace pga::cli {
namespace {

void eis_samen(const StukOpties& opties) {
  const int hoe = int{opties.vragen} + int{opties.editor} + int{opties.van.has_value()};
  if (hoe > 1) {
    throw Fout(FoutSoort::gebruik, "--van, --vragen en --editor gaan niet samen",
               "kies er een: een document dat er al is, de vragen, of de editor");
  }
  if (opties.concept_id && (opties.van || !opties.velden().empty())) {
    throw Fout(FoutSoort::gebruik, "bij --concept horen geen document en geen velden",
               "laat ze weg; in het concept kunt u alles nog veranderen");
  }
}

/// Whether the options alone make a document that lacks nothing.
bool is_genoeg(Omgeving& omgeving, const std::string& soort, const StukOpties& opties, const Aanvullen& aanvullen) {
  const auto v = maak_vastlegger(omgeving, soort, opties, aanvullen);
  const auto bevindingen = v->bekijk(opties.document(soort));
  return std::none_of(bevindingen.begin(), bevindingen.end(),
                      [](const Bevinding& b) { return b.soort == FoutSoort::document; });
}

/// The choices that a reader's keys open; who opens nothing at all (a meldpunt) may write what comes in.
std::set<Compartiment> dicht_voor(const std::string& soort, Vastlegger& v) {
  std::set<Compartiment> uit;
  const kast::GeladenDossier* dossier = v.dossier();
  const bool gemeente = dossier != nullptr && dossier->nummer.is_gemeente();
  const proces::Vakken rol =
      proces::opent(v.lezer().rollen, gemeente ? proces::Toestand::gemeente : proces::Toestand::lopend,
                    v.de_kast().beleid().toezicht_leest);
  if (rol.leeg() || soort == "beoordeling") return uit;
  for (const Compartiment c : kCompartimenten) {
    const std::string sleutel =
        dossier == nullptr ? std::string() : dossier->perioden.nu().at(static_cast<std::size_t>(c));
    const bool heeft = !sleutel.empty() && dossier->sleutels.bos.vind(sleutel) != nullptr;
    if (!heeft && !rol.heeft(c)) uit.insert(c);
  }
  return uit;
}

std::string eerste_woorden(const std::string& tekst) {
  constexpr std::size_t kTekens = 50;
  if (tekst.size() <= kTekens) return tekst;
  std::size_t n = tekst.rfind(' ', kTekens);
  if (n == std::string::npos) return {};  // a cut inside a letter would be no text
  return tekst.substr(0, n) + "…";
}

/// What the answer can name: signals, people, interventions, actions. Only beside the first of a list.
std::vector<std::string> bekend_bij(const schema::Vraag& vraag, const Waarde& document,
                                    const proces::Dossier& dossier) {
  std::vector<std::string> uit;
  if (vraag.soort != schema::Vraagsoort::tekst || (vraag.is_onderdeel() && vraag.pad.back().nr > 0)) return uit;
  const auto veld = [&](std::size_t i) {  // the i-th name from the end
    for (auto er = vraag.pad.rbegin(); er != vraag.pad.rend(); ++er) {
      if (!er->veld.empty() && i-- == 0) return er->veld;
    }
    return std::string();
  };
  if (vraag.is_onderdeel() && veld(0) == "signalen") {
    for (const Waarde& s : document.items_van("signalen")) {
      uit.push_back(fmt::format("{}: {}", s.tekst_van("id"), eerste_woorden(s.tekst_van("tekst"))));
    }
    for (const proces::SignaalRegel& s : dossier.signalen) uit.push_back(s.id);
  } else if (veld(0) == "id" && veld(1) == "betrokkenen") {
    for (const proces::Betrokkene& b : dossier.betrokkenen) {
      uit.push_back(fmt::format("{}: {}", b.id,
                                !b.naam.empty() ? b.naam
                                : b.relatie     ? "een relatie"
                                                : "de betrokkene"));
    }
  } else if (veld(0) == "interventie") {
    for (const proces::Interventie& i : dossier.interventies) uit.push_back(i.velden.id);
  } else if (veld(0) == "voorwaarde") {
    for (const proces::Voorwaarde& w : dossier.voorwaarden) uit.push_back(w.velden.id);
  } else if (veld(0) == "id" && veld(1) == "acties") {
    for (const proces::Actie& a : dossier.acties) {
      uit.push_back(fmt::format("{}: {}", a.velden.id, eerste_woorden(a.wat)));
    }
  }
  return uit;
}

/// One session of filling in.
class Invuller {
 public:
  Invuller(Omgeving& omgeving, const std::string& soort, const StukOpties& opties, const Aanvullen& aanvullen)
      : omgeving_(omgeving), soort_(soort), opties_(opties), aanvullen_(aanvullen) {
    opties_.bron = "het formulier";
    eis_casus(opties_, soort_);
    eis_mag_vastleggen(omgeving_, soort_, opties_);
    v_ = maak_vastlegger(omgeving_, soort_, opties_, aanvullen_);
    (void)v_->dossier();  // one that is not right is said before anybody types
    if (opties_.concept_id) open_concept();
    if (!opties_.concept_id && opties_.vervangt && !opties_.heeft_document()) neem_vorige();
  }

  int met(Invulwijze wijze) { return wijze == Invulwijze::vragen ? met_vragen() : met_editor(); }

  [[nodiscard]] const kast::ConceptInhoud& concept_inhoud() const { return begin_; }

 private:
  void open_concept() {
    const kast::ConceptKop kop = zoek_concept(omgeving_, v_->de_kast(), *opties_.concept_id);
    const std::optional<Nummer> hier =
        v_->dossier() == nullptr ? std::nullopt : std::optional(v_->dossier()->nummer);
    begin_ = kast::open_concept(concept_plek(omgeving_, v_->de_kast()), v_->lezer(), v_->dossier(), kop);
    if (begin_.soort == soort_ && kop.dossier == hier) return;
    throw Fout(FoutSoort::gebruik, fmt::format("concept {} hoort bij een andere opdracht", kop.id),
               "ga verder met pga concepten verder " + kop.id);
  }

  /// A correction begins with what it corrects, as far as it can be seen.
  void neem_vorige() {
    const kast::GeladenDossier* dossier = v_->dossier();
    if (dossier == nullptr) return;
    const std::string digest = zoek_stuk(*dossier, "--vervangt", *opties_.vervangt);
    Waarde vorige = kast::vind_stuk(*dossier, digest)->inhoud;
    for (const Veld& veld : Waarde(vorige).velden()) {
      if (kast::is_eigen_veld(veld.naam)) vorige.verwijder(veld.naam);
    }
    begin_.inhoud = std::move(vorige);
  }

  // --- questions

  int met_vragen() {
    Gesprek gesprek{begin_document(), begin_.plek};
    const Gespreksstof stof = stof_voor();
    meld_andere_concepten();
    Gesprekseinde einde{};
    {
      Regelinvoer invoer;  // gone before anything is written: until then a signal may say that nothing was
      einde = voer_gesprek(invoer, stof, gesprek);
    }
    if (einde == Gesprekseinde::stop) {
      bewaar_vragen(gesprek);
      throw Fout(FoutSoort::afgebroken, "gestopt; er is niets vastgelegd", {});
    }
    return bewaar_bij_fout([&] { return v_->leg_vast(gesprek.document, true); }, [&] { bewaar_vragen(gesprek); });
  }

  [[nodiscard]] Waarde begin_document() {
    if (!begin_.tekst.empty()) return yaml::lees_strikt(begin_.tekst, "het concept");
    if (!begin_.inhoud.leeg()) return begin_.inhoud;
    return v_->met_opdracht(opties_.heeft_document() ? opties_.document(soort_) : Waarde::kaart());
  }

  [[nodiscard]] Gespreksstof stof_voor() {
    static const proces::Dossier leeg;
    const kast::GeladenDossier* dossier = v_->dossier();
    const proces::Dossier& stand = dossier == nullptr ? leeg : dossier->dossier;
    const schema::Knoop& knoop = schema::schema(soort_);
    std::string kop = knoop.titel().empty() ? soort_ : std::string(knoop.titel());
    kop += dossier == nullptr ? ": een nieuw dossier" : fmt::format(", dossier {}", dossier->nummer.tekst());
    return {knoop,
            kop,
            {dicht_voor(soort_, *v_)},
            omgeving_.vandaag(),
            std::min(omgeving_.stijl_fout().breedte == 0 ? 80 : omgeving_.stijl_fout().breedte, 100),
            [this](const Waarde& document) { return v_->aangevuld(document); },
            [this](Waarde document) { return v_->bekijk(std::move(document)); },
            [&stand](const schema::Vraag& vraag, const Waarde& document) {
              return bekend_bij(vraag, document, stand);
            }};
  }

  void meld_andere_concepten() const {
    if (opties_.concept_id || !omgeving_.geheugen_pad()) return;
    const std::size_t n = kast::lees_concepten(concept_plek(omgeving_, v_->de_kast()), v_->de_kast()).size();
    if (n == 0) return;
    omgeving_.meld(fmt::format("er {} op deze computer; pga concepten toont {}",
                               n == 1 ? "ligt nog 1 concept" : fmt::format("liggen nog {} concepten", n),
                               n == 1 ? "het" : "ze"));
  }

  void bewaar_vragen(const Gesprek& gesprek) {
    Waarde document = gesprek.document;
    document.snoei();
    if (document.leeg()) return;  // there is nothing to go on with
    bewaar_concept({soort_, opties_.vervangt.value_or(""), gesprek.plek, gesprek.document, {}});
  }

  // --- the editor

  int met_editor() {
    const kast::Pad plek = werkplek();
    std::string getoond = begin_tekst();
    const std::string begin = opties_.concept_id ? std::string() : getoond;  // a draft may be right as it is
    std::string laatste = begin;
    for (;;) {
      const Bewerkt b = bewerk(plek, soort_, getoond, omgeving_.terminal());
      meld_kopieen(b);
      const std::string tekst = schema::zonder_opmerkingen(b.tekst);
      eis_bewerkt(b, tekst, begin, laatste);
      laatste = tekst;
      std::vector<Bevinding> stoppers;
      if (const auto code = probeer(tekst, stoppers)) return *code;
      if (!omgeving_.terminal() || !opnieuw(stoppers)) {
        bewaar_tekst(tekst);
        if (!omgeving_.terminal()) throw Fout(std::move(stoppers));
        throw Fout(FoutSoort::afgebroken, "gestopt; er is niets vastgelegd", {});
      }
      getoond = schema::met_opmerkingen(tekst, stoppers);
    }
  }

  [[nodiscard]] std::string begin_tekst() const {
    if (!begin_.tekst.empty()) return begin_.tekst;
    Waarde document = begin_.inhoud;
    document.snoei();
    return document.leeg() ? formulier(omgeving_, soort_, opties_) : yaml::schrijf(document);
  }

  void meld_kopieen(const Bewerkt& b) const {
    for (const kast::Pad& pad : b.kopieen) {
      omgeving_.meld({Bevinding{FoutSoort::bevinding,
                                Plaats{pad.string(), 0, 0},
                                "de editor liet hier een kopie achter van wat u typte",
                                "wis dit bestand, en stel de editor zo in dat hij geen kopieën bewaart",
                                {}}});
    }
  }

  /// Throws when there is nothing to go on with: a signal, a failing editor, or nothing changed.
  void eis_bewerkt(const Bewerkt& b, const std::string& tekst, const std::string& begin,
                   const std::string& laatste) {
    const bool iets = !tekst.empty() && tekst != begin;
    const bool over = b.signaal != 0 || b.code != 0 || tekst.empty() || tekst == laatste;
    if (!over) return;
    if (iets) bewaar_tekst(tekst);
    if (b.signaal != 0) {
      omgeving_.meld("afgebroken; er is niets vastgelegd");
      (void)std::signal(b.signaal, SIG_DFL);
      (void)std::raise(b.signaal);
    }
    if (b.code != 0) {
      throw Fout(FoutSoort::algemeen,
                 fmt::format("de editor stopte met een fout ({}); er is niets vastgelegd", b.code),
                 "kijk naar VISUAL en EDITOR, of laat pga de vragen stellen: --vragen");
    }
    throw Fout(
        FoutSoort::afgebroken, "er is niets veranderd; er is niets vastgelegd",
        "gebruikt u een editor met een eigen venster, geef hem dan de optie om te wachten, zoals \"code --wait\"");
  }

  /// The exit code when it is recorded; else what stops it.
  [[nodiscard]] std::optional<int> probeer(const std::string& tekst, std::vector<Bevinding>& stoppers) {
    try {
      const Waarde document = yaml::lees_strikt(tekst, opties_.bron);
      for (Bevinding& b : v_->bekijk(document)) {
        if (b.soort != FoutSoort::bevinding) stoppers.push_back(std::move(b));
      }
      if (!stoppers.empty()) return std::nullopt;
      return bewaar_bij_fout([&] { return v_->leg_vast(document, false); }, [&] { bewaar_tekst(tekst); });
    } catch (const Fout& f) {
      if (f.soort() != FoutSoort::document) throw;
      stoppers = f.bevindingen();
      return std::nullopt;
    }
  }

  [[nodiscard]] bool opnieuw(const std::vector<Bevinding>& stoppers) const {
    omgeving_.meld(stoppers);
    Regelinvoer invoer;
    return vraag_ja_nee(invoer, "Zo kan het niet worden vastgelegd. Het formulier weer openen, met dit erbij?",
                        true);
  }

  void bewaar_tekst(const std::string& tekst) {
    bewaar_concept({soort_, opties_.vervangt.value_or(""), {}, Waarde::kaart(), tekst});
  }

  // --- both

  void bewaar_concept(const kast::ConceptInhoud& inhoud) const {
    bewaar(omgeving_, v_->de_kast(), v_->lezer(), v_->dossier(), opties_.concept_id.value_or(""), inhoud);
  }

  /// What cannot be recorded now is kept; what is recorded is no draft any more.
  template <class Doe, class Bewaar>
  int bewaar_bij_fout(Doe doe, Bewaar bewaar_het) {
    int code = 0;
    try {
      code = doe();
    } catch (const std::exception&) {
      try {
        bewaar_het();
      } catch (const Fout& f) {  // the first error is the one to hear about
        omgeving_.meld(f.bevindingen());
      }
      throw;
    }
    if (opties_.concept_id && !omgeving_.globaal.droog) {
      kast::wis_concept(concept_plek(omgeving_, v_->de_kast()), *opties_.concept_id);
    }
    return code;
  }

  Omgeving& omgeving_;
  std::string soort_;
  StukOpties opties_;
  const Aanvullen& aanvullen_;
  std::unique_ptr<Vastlegger> v_;
  kast::ConceptInhoud begin_;
};

}  // namespace

std::optional<Invulwijze> invulwijze(Omgeving& omgeving, const std::string& soort, const StukOpties& opties,
                                     const Aanvullen& aanvullen) {
  if (!opties.van_gebruiker()) return std::nullopt;
  eis_samen(opties);
  const bool gevraagd = opties.vult_in();
  if (gevraagd && omgeving.globaal.geen_invoer) {
    throw Fout(FoutSoort::gebruik, "met --geen-invoer wordt er niets ingevuld",
               "geef het document met --van BESTAND");
  }
  if (opties.editor) return Invulwijze::editor;
  if (opties.van) return std::nullopt;
  if (gevraagd && !omgeving.terminal()) {
    throw Fout(FoutSoort::gebruik, "er is geen scherm om vragen op te stellen",
               "geef het document met --van BESTAND; --sjabloon drukt een leeg formulier af");
  }
  if (gevraagd) return Invulwijze::vragen;
  if (!omgeving.terminal()) return std::nullopt;
  if (opties.heeft_document() && is_genoeg(omgeving, soort, opties, aanvullen)) return std::nullopt;
  return Invulwijze::vragen;
}

int vul_in(Omgeving& omgeving, const std::string& soort, const StukOpties& opties, const Aanvullen& aanvullen,
           Invulwijze wijze) {
  Invuller invuller(omgeving, soort, opties, aanvullen);
  // A draft that the editor left goes on there.
  const bool tekst = !invuller.concept_inhoud().tekst.empty() && !opties.vragen;
  return invuller.met(tekst ? Invulwijze::editor : wijze);
}

}  // namespace pga::cli
