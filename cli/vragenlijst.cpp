// SPDX-License-Identifier: EUPL-1.2
#include "cli/vragenlijst.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "lib/basis/zin.h"
#include "lib/proces/dagtaal.h"
#include "lib/weergave/bevindingen.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/tekst.h"

namespace pga::cli {
namespace {

using schema::Vraag;
using schema::Vraagsoort;

/// A value as the user reads it: a day with its weekday, a choice in words.
std::string in_woorden(const Vraag& vraag, const Waarde& w) {
  if (vraag.soort == Vraagsoort::poort) return "ja";
  if (w.is_getal()) return std::to_string(w.getal());
  if (!w.is_tekst()) return {};
  if (vraag.soort == Vraagsoort::keuze) return weergave::leesbaar(w.tekst());
  if (vraag.soort == Vraagsoort::datum) {
    const auto dag = Datum::lees(w.tekst());
    return dag ? dag->lang() : weergave::veilig(w.tekst());
  }
  return weergave::veilig_meer(w.tekst());
}

std::string kaal(const std::string& tekst) {
  const std::size_t begin = tekst.find_first_not_of(" \t\r\n");
  return begin == std::string::npos ? std::string()
                                    : tekst.substr(begin, tekst.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string klein(std::string tekst) {
  for (char& c : tekst) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return tekst;
}

/// Items of a list that something was filled in for get the id that pga would give them: so that a later answer can
/// name them.
void neem_ids_over(Waarde& w, const Waarde& aangevuld) {
  if (w.is_lijst() && aangevuld.is_lijst() && w.lijst().size() == aangevuld.lijst().size()) {
    for (std::size_t i = 0; i < w.lijst().size(); ++i) {
      Waarde& item = w.lijst()[i];
      const std::string id = aangevuld.lijst()[i].tekst_van("id");
      if (item.is_kaart() && !item.velden().empty() && item.tekst_van("id").empty() && !id.empty())
        item.zet("id", id);
      neem_ids_over(item, aangevuld.lijst()[i]);
    }
  }
  if (!w.is_kaart()) return;
  for (Veld& v : w.velden()) {
    if (const Waarde* er = aangevuld.vind(v.naam)) neem_ids_over(v.waarde, *er);
  }
}

class Prater {
 public:
  Prater(Regelinvoer& invoer, const Gespreksstof& stof, Gesprek& gesprek)
      : invoer_(invoer), stof_(stof), g_(gesprek) {}

  Gesprekseinde praat() {
    zeg(stof_.kop);
    zeg("Enter laat een vraag open, of houdt wat er tussen [ ] staat. ? geeft uitleg, < gaat een vraag terug, "
        "- maakt leeg. Met stop bewaart u een concept en gaat u later verder.");
    lees_vragen();
    std::size_t nu = g_.plek.empty() ? 0 : schema::zoek(vragen_, g_.plek);
    if (!g_.plek.empty() && nu == vragen_.size()) nu = eerste_open();
    for (;;) {
      if (nu < vragen_.size()) {
        const Stap stap = stel(nu);
        if (stap == Stap::stop) return Gesprekseinde::stop;
        nu = stap == Stap::terug ? vorige(nu) : volgende(nu);
      } else {
        const auto einde = sluit_af(nu);
        if (einde) return *einde;
      }
    }
  }

 private:
  enum class Stap { verder, terug, stop };

  void lees_vragen() { vragen_ = schema::vragen(stof_.knoop, g_.document, stof_.keuze); }

  [[nodiscard]] std::size_t eerste_open() const {
    const auto er = std::find_if(vragen_.begin(), vragen_.end(), [&](const Vraag& v) {
      return v.verplicht && schema::vind(g_.document, v.pad) == nullptr;
    });
    return static_cast<std::size_t>(er - vragen_.begin());
  }

  void zeg(const std::string& tekst, std::string_view inspring = {}) const {
    invoer_.schrijf(weergave::omloop(tekst, stof_.breedte, inspring, inspring) + "\n");
  }

  void zeg(const Bevinding& b) const {
    zeg(b.grondslag.empty() ? met_hoofdletter(weergave::veilig(b.wat)) + "."
                            : fmt::format("{} ({}).", met_hoofdletter(weergave::veilig(b.wat)), b.grondslag),
        "  ! ");
    if (!b.tip.empty()) zeg(met_hoofdletter(weergave::veilig(b.tip)) + ".", "    ");
  }

  /// What the next question is after this one, when it is answered; when only one thing was to be changed, the end.
  [[nodiscard]] std::size_t volgende(std::size_t nu) {
    const schema::Pad pad = vragen_[nu].pad;
    const bool weg = vragen_[nu].is_onderdeel() && weggehaald_;
    gesteld_.push_back(schema::tekst_van(pad));
    lees_vragen();
    std::size_t hier = schema::zoek(vragen_, gesteld_.back());
    if (hier == vragen_.size())
      hier = std::min(nu, vragen_.size());
    else if (!weg)
      ++hier;  // what stood after an item that went, stands in its place now
    if (alleen_ && (hier == vragen_.size() || !schema::ligt_in(vragen_[hier].pad, *alleen_))) {
      alleen_.reset();
      return vragen_.size();
    }
    return hier;
  }

  [[nodiscard]] std::size_t vorige(std::size_t nu) {
    alleen_.reset();
    while (!gesteld_.empty()) {
      const std::size_t er = schema::zoek(vragen_, gesteld_.back());
      gesteld_.pop_back();
      if (er < vragen_.size()) return er;
    }
    if (nu < vragen_.size()) zeg("Dit is de eerste vraag.", "  ");
    return nu;
  }

  /// What Enter gives: what stands there, else what pga would fill in.
  [[nodiscard]] std::optional<Waarde> voorstel(const Vraag& v) const {
    const auto bruikbaar = [](const Waarde* w) {
      return w != nullptr && (w->is_getal() || (w->is_tekst() && !w->leeg()));
    };
    const Waarde* er = schema::vind(g_.document, v.pad);
    if (v.soort == Vraagsoort::poort) return er == nullptr ? std::nullopt : std::optional<Waarde>(*er);
    if (bruikbaar(er)) return *er;
    const Waarde aangevuld = stof_.aangevuld(g_.document);
    const Waarde* vanzelf = schema::vind(aangevuld, v.pad);
    return bruikbaar(vanzelf) ? std::optional<Waarde>(*vanzelf) : std::nullopt;
  }

  void toon_koppen(const Vraag& v) {
    std::size_t gelijk = 0;
    while (gelijk < v.koppen.size() && gelijk < koppen_.size() && v.koppen[gelijk] == koppen_[gelijk]) ++gelijk;
    for (std::size_t i = gelijk; i < v.koppen.size(); ++i) {
      std::string pad;
      for (std::size_t k = 0; k <= i; ++k) pad += (k == 0 ? "" : ", ") + v.koppen[k];
      zeg("\n-- " + pad);
    }
    koppen_ = v.koppen;
  }

  void toon_keuzes(const Vraag& v) const {
    const auto& keuzes = v.waarde->keuzes();
    for (std::size_t i = 0; i < keuzes.size(); ++i) {
      invoer_.schrijf(fmt::format("  {} {}\n", i + 1, weergave::leesbaar(keuzes[i])));
    }
  }

  void toon_vraag(const Vraag& v, const std::optional<Waarde>& al) {
    toon_koppen(v);
    std::string vraag = v.tekst();
    if (v.is_onderdeel() && v.pad.back().nr > 0) vraag = fmt::format("{}: nog een?", v.titel());
    std::string toe = v.plicht;
    if (v.soort == Vraagsoort::poort) {
      toe = al ? "ja of nee; nee haalt weg wat er staat" : v.is_onderdeel() ? "ja of nee" : "invullen? ja of nee";
      if (!al && v.plicht != "mag leeg") toe += "; " + v.plicht;
    }
    if (v.soort == Vraagsoort::datum) toe += "; een dag";
    if (v.soort == Vraagsoort::lange_tekst) toe += "; een lege regel sluit de tekst af";
    zeg(fmt::format("\n{} ({})", vraag, toe));
    toon_keuzes(v);
    for (const std::string& regel : stof_.bekend(v, g_.document)) zeg(weergave::veilig(regel), "  ");
  }

  void leg_uit(const Vraag& v) const {
    const std::string uitleg(v.veld->uitleg());
    // How a form wants a day is not how a person says it.
    const bool vorm = v.soort == Vraagsoort::datum && uitleg.find("JJJJ-MM-DD") != std::string::npos;
    if (!uitleg.empty() && !vorm) zeg(uitleg, "  ");
    if (v.soort == Vraagsoort::datum) {
      zeg("Een dag kan zo: 4 maart, 4-3-2026, 2026-03-04, gisteren, over 2 weken, drie dagen geleden, afgelopen "
          "maandag.",
          "  ");
    }
    if (v.soort == Vraagsoort::keuze) zeg("Typ het nummer, of het begin van het woord.", "  ");
    const std::string grond(v.veld->grondslag());
    if (!grond.empty()) zeg("Grondslag: " + grond + ".", "  ");
    if (uitleg.empty() && grond.empty() && v.soort == Vraagsoort::tekst)
      zeg("Bij deze vraag is geen uitleg.", "  ");
  }

  /// An answer: a line, or of a long text all lines up to an empty one. Nothing: the input ended.
  [[nodiscard]] std::optional<std::string> lees_antwoord(const Vraag& v, const std::optional<Waarde>& al) {
    const std::string tussen = al ? "[" + in_woorden(v, *al) + "] " : v.soort == Vraagsoort::poort ? "[nee] " : "";
    const bool lang = tussen.find('\n') != std::string::npos || weergave::breedte(tussen) > stof_.breedte / 2;
    if (lang) zeg(tussen, "  ");
    auto regel = invoer_.lees((lang ? "[…] " : tussen) + "> ");
    if (!regel || v.soort != Vraagsoort::lange_tekst || kaal(*regel).empty()) return regel;
    if (schema::is_opdracht(klein(kaal(*regel)))) return regel;
    std::string tekst = *regel;
    for (;;) {
      const auto meer = invoer_.lees("  > ");
      if (!meer || kaal(*meer).empty()) return tekst;
      tekst += "\n" + *meer;
    }
  }

  [[nodiscard]] Stap stel(std::size_t nu) {
    const Vraag v = vragen_[nu];
    g_.plek = schema::tekst_van(v.pad);
    std::optional<Waarde> al = voorstel(v);
    toon_vraag(v, al);
    for (;;) {
      const auto antwoord = lees_antwoord(v, al);
      if (!antwoord) throw Fout(FoutSoort::afgebroken, "afgebroken; er is niets vastgelegd", {});
      const std::string woord = klein(kaal(*antwoord));
      if (woord == "stop") return Stap::stop;
      if (woord == "<") return Stap::terug;
      if (woord == "?") {
        leg_uit(v);
      } else if (neem(v, *antwoord, al)) {
        return Stap::verder;
      }
    }
  }

  /// Whether the answer could be taken; else the reason was said.
  [[nodiscard]] bool neem(const Vraag& v, const std::string& antwoord, const std::optional<Waarde>& al) {
    const bool enter = kaal(antwoord).empty();
    const Waarde* was = schema::vind(g_.document, v.pad);
    const bool nam_voorstel = enter && al && was == nullptr;
    std::string gegeven = antwoord;
    if (nam_voorstel) gegeven = al->is_getal() ? std::to_string(al->getal()) : al->tekst();
    const std::size_t er_was = aantal(v.pad);
    const auto dag = [this](std::string_view tekst) { return proces::lees_dag(tekst, stof_.vandaag); };
    if (const auto bezwaar = schema::beantwoord(stof_.knoop, v, gegeven, dag, g_.document)) {
      zeg(*bezwaar);
      return false;
    }
    const Waarde* nu = schema::vind(g_.document, v.pad);
    weggehaald_ = aantal(v.pad) < er_was;
    // What was understood, where it is not what was typed.
    const bool vertaald = v.soort == Vraagsoort::datum || v.soort == Vraagsoort::keuze;
    if (vertaald && !enter && nu != nullptr && !weggehaald_) zeg("= " + in_woorden(v, *nu), "  ");
    neem_ids_over(g_.document, stof_.aangevuld(g_.document));
    return true;
  }

  /// How many items the list has that a place is in; of any other place 1 or 0, whether something is there.
  [[nodiscard]] std::size_t aantal(const schema::Pad& pad) const {
    const bool onderdeel = pad.back().veld.empty();
    const Waarde* w = schema::vind(g_.document, onderdeel ? schema::Pad(pad.begin(), pad.end() - 1) : pad);
    if (w == nullptr) return 0;
    return onderdeel ? w->lijst().size() : 1;
  }

  /// Goes to what has to be changed: `nu` is that question. Nothing there to go to: false.
  [[nodiscard]] bool leid_terug(const std::vector<Bevinding>& stoppers, const std::vector<schema::Pad>& plekken,
                                std::size_t& nu) {
    zeg("\nZo kan dit niet worden vastgelegd:");
    std::size_t eerste = vragen_.size();
    for (const Bevinding& b : stoppers) {
      zeg(b);
      const auto regel = static_cast<std::size_t>(std::max(b.plaats.regel, 0));
      const schema::Pad pad = regel == 0 || regel > plekken.size() ? schema::Pad() : plekken[regel - 1];
      eerste = std::min(eerste, schema::vraag_bij(vragen_, pad, b.wat));
    }
    if (eerste == vragen_.size()) return false;
    alleen_ = vragen_[eerste].pad;
    nu = eerste;
    return true;
  }

  /// All questions are past: findings lead back, else the summary and the last word.
  [[nodiscard]] std::optional<Gesprekseinde> sluit_af(std::size_t& nu) {
    g_.plek = ".";  // the end: no question is called so
    lees_vragen();
    nu = vragen_.size();
    Waarde genummerd = g_.document;
    const std::vector<schema::Pad> plekken = schema::nummer(genummerd);
    std::vector<Bevinding> stoppers;
    std::vector<Bevinding> rest;
    for (Bevinding& b : stof_.bekijk(std::move(genummerd))) {
      (b.soort == FoutSoort::bevinding ? rest : stoppers).push_back(std::move(b));
    }
    if (!stoppers.empty() && !herhaald(stoppers) && leid_terug(stoppers, plekken, nu)) return std::nullopt;
    toon_samenvatting(rest);
    return laatste_woord(stoppers, nu);
  }

  /// The same findings again: the user did not change it, and hears the summary now.
  [[nodiscard]] bool herhaald(const std::vector<Bevinding>& stoppers) {
    const bool weer = stoppers == gezegd_;
    gezegd_ = stoppers;
    return weer;
  }

  void toon_samenvatting(const std::vector<Bevinding>& opgemerkt) {
    zeg("\nSamenvatting");
    koppen_.clear();
    std::string open;
    for (std::size_t i = 0; i < vragen_.size(); ++i) {
      const Vraag& v = vragen_[i];
      const Waarde* w = schema::vind(g_.document, v.pad);
      if (w == nullptr) {
        const bool nog = v.is_onderdeel() && v.pad.back().nr > 0;
        const std::string naam = fmt::format("{}{}{}", v.koppen.empty() ? "" : v.koppen.back() + ": ", v.titel(),
                                             nog ? " (nog een)" : "");
        open += fmt::format("{}{} {}", open.empty() ? "" : "; ", i + 1, naam);
        continue;
      }
      if (v.soort == Vraagsoort::poort) continue;
      toon_koppen(v);
      zeg(fmt::format("{:>3} {}: {}", i + 1, v.titel(), in_woorden(v, *w)), std::string(2 * v.koppen.size(), ' '));
    }
    koppen_.clear();
    if (!open.empty()) zeg("\nNiet ingevuld: " + open + ".");
    if (!opgemerkt.empty()) zeg("\nDit valt op, en wordt gewoon vastgelegd:");
    for (const Bevinding& b : opgemerkt) zeg(b);
  }

  [[nodiscard]] std::optional<Gesprekseinde> laatste_woord(const std::vector<Bevinding>& stoppers,
                                                           std::size_t& nu) {
    if (!stoppers.empty()) {
      zeg("\nZo kan dit niet worden vastgelegd:");
      for (const Bevinding& b : stoppers) zeg(b);
    }
    for (;;) {
      zeg("\nVastleggen? (ja; nee: weggooien; een nummer: dat antwoord veranderen; < terug; stop: bewaren als "
          "concept)");
      const auto antwoord = invoer_.lees("> ");
      if (!antwoord) throw Fout(FoutSoort::afgebroken, "afgebroken; er is niets vastgelegd", {});
      const std::string woord = klein(kaal(*antwoord));
      if (woord == "stop") return Gesprekseinde::stop;
      if (woord == "ja" || woord == "j") {
        if (stoppers.empty()) return Gesprekseinde::vastleggen;
        zeg("Eerst moet wat hierboven staat anders zijn.", "  ");
      } else if (woord == "nee" || woord == "n") {
        throw Fout(FoutSoort::afgebroken, "er is niets vastgelegd", {});
      } else if (woord == "<") {
        nu = vorige(vragen_.size());
        if (nu < vragen_.size()) return std::nullopt;
      } else if (const std::size_t i = als_nummer(woord); i < vragen_.size()) {
        alleen_ = vragen_[i].pad;
        nu = i;
        return std::nullopt;
      }
    }
  }

  [[nodiscard]] std::size_t als_nummer(const std::string& woord) const {
    constexpr std::size_t kCijfers = 4;
    if (woord.empty() || woord.size() > kCijfers || woord.find_first_not_of("0123456789") != std::string::npos)
      return vragen_.size();
    return static_cast<std::size_t>(std::stoul(woord)) - 1;  // 0 is none either
  }

  Regelinvoer& invoer_;
  const Gespreksstof& stof_;
  Gesprek& g_;
  std::vector<Vraag> vragen_;
  std::vector<std::string> gesteld_;     // places, to go back
  std::vector<std::string> koppen_;      // of the last question
  std::optional<schema::Pad> alleen_{};  // what is to be changed; then the end again
  std::vector<Bevinding> gezegd_;
  bool weggehaald_ = false;
};

}  // namespace

Gesprekseinde voer_gesprek(Regelinvoer& invoer, const Gespreksstof& stof, Gesprek& gesprek) {
  return Prater(invoer, stof, gesprek).praat();
}

bool vraag_ja_nee(Regelinvoer& invoer, const std::string& vraag, bool leeg) {
  for (;;) {
    const auto antwoord = invoer.lees(fmt::format("{} (ja/nee) [{}] > ", vraag, leeg ? "ja" : "nee"));
    if (!antwoord) return false;
    const std::string woord = klein(kaal(*antwoord));
    if (woord.empty()) return leeg;
    if (woord == "ja" || woord == "j") return true;
    if (woord == "nee" || woord == "n") return false;
  }
}

}  // namespace pga::cli
