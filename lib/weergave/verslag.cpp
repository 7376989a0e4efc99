// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/verslag.h"

#include <fmt/format.h>

#include <algorithm>

#include "lib/basis/zin.h"
#include "lib/weergave/acties.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

using B = BriefBlokSoort;
using proces::VaststellingUitkomst;

/// A text that may have paragraphs.
BriefStukje lang(std::string tekst) { return {std::move(tekst), false, true}; }

/// Whether a text can go to a derde; of an action that is there already the text is where it began.
bool gaat_naar_derde(const Waarde& w, const proces::Actie* er) {
  const auto zelf = proces::lees<proces::Herkomst>(w.tekst_van("herkomst"));
  return proces::mag_naar_derde(zelf) &&
         (er == nullptr || (proces::mag_naar_derde(er->herkomst) && !er->voor_oordeel));
}

class Opmaker {
 public:
  explicit Opmaker(const VerslagGegevens& g) : g_(g), w_(g.inhoud) {}

  BriefBlad maak() && {
    kop();
    if (!g_.voor) vaststellingen({});
    agenda();
    // What belongs to no item of the agenda.
    if (!g_.voor && heeft({})) {
      if (!w_.items_van("agenda").empty()) zet(B::kop, "Overig");
      punt({});
    }
    actiepunten();
    if (g_.voor) return std::move(uit_);
    bijlagen();
    slot();
    return std::move(uit_);
  }

 private:
  void zet(B soort, std::string tekst) { uit_.push_back({soort, {{{std::move(tekst)}}}}); }
  void zet_lang(B soort, std::string tekst) { uit_.push_back({soort, {{lang(std::move(tekst))}}}); }

  void zet_lijst(B soort, const std::vector<std::string>& regels) {
    BriefBlok blok{soort, {}};
    for (const std::string& r : regels) blok.regels.push_back({soort == B::lijst ? lang(r) : BriefStukje{r}});
    if (!blok.regels.empty()) uit_.push_back(std::move(blok));
  }

  /// "GGD (adviseur; bij punt 3)".
  static std::string met_haken(std::string naam, const std::vector<std::string>& bij) {
    std::string in;
    for (const std::string& b : bij) {
      if (!b.empty()) in += (in.empty() ? "" : "; ") + b;
    }
    return in.empty() ? naam : fmt::format("{} ({})", naam, in);
  }

  std::string nummers(const Waarde& item) const {
    std::vector<std::string> punten;
    const Waarde::Lijst& agenda = w_.items_van("agenda");
    for (const Waarde& p : item.items_van("agendapunten")) {
      for (std::size_t i = 0; i < agenda.size(); ++i) {
        if (p.is_tekst() && agenda[i].tekst_van("id") == p.tekst()) punten.push_back(std::to_string(i + 1));
      }
    }
    if (punten.empty()) return {};
    std::string uit = punten.size() == 1 ? "bij punt " : "bij de punten ";
    for (std::size_t i = 0; i < punten.size(); ++i) {
      if (i > 0) uit += i + 1 == punten.size() ? " en " : ", ";
      uit += punten[i];
    }
    return uit;
  }

  std::string personen(std::string_view lijst) const {
    std::string uit;
    for (const Waarde& w : w_.items_van(lijst)) {
      const std::string afgemeld = w.tekst_van("afgemeld") == "ja" ? "met afmelding" : "";
      const std::string plaats = w.tekst_van("vervangen_door");
      uit +=
          (uit.empty() ? "" : ", ") + met_haken(leesbaar(w.tekst_van("organisatie")),
                                                {w.tekst_van("functie"), nummers(w), afgemeld, w.tekst_van("reden"),
                                                 plaats.empty() ? "" : "vervangen door " + plaats});
    }
    return uit;
  }

  void kop() {
    const proces::OverlegStand& s = g_.stand;
    zet(B::titel,
        fmt::format("{} {}", s.vastgesteld() ? "Vastgesteld verslag" : "Conceptverslag", proces::naam(s.soort)));
    std::vector<std::string> regels = {"Datum: " + dag_in_zin(s.datum)};
    if (g_.nummer != "gemeente") regels.push_back("Dossier: " + g_.nummer);
    if (!g_.gemeente.empty()) regels.push_back("Gemeente: " + g_.gemeente);
    if (g_.voor) return kop_voor_derde(std::move(regels));
    if (const std::string er = personen("aanwezig"); !er.empty()) regels.push_back("Aanwezig: " + er);
    if (const std::string weg = personen("afwezig"); !weg.empty()) regels.push_back("Afwezig: " + weg);
    if (s.vastgesteld()) {
      const bool voorbehoud = s.uitkomst == VaststellingUitkomst::onder_voorbehoud;
      regels.push_back(fmt::format("Vastgesteld op: {}{}", dag_in_zin(*s.vastgesteld_op),
                                   voorbehoud ? ", onder voorbehoud van wijzigingen" : ""));
    }
    zet_lijst(B::regels, regels);
    std::vector<std::string> anders;
    for (const Waarde& v : g_.wijzigingen.items_van("vaststellingen")) {
      if (g_.dossier.nieuwste(v.tekst_van("overleg")) != s.stuk) continue;
      for (const Waarde& x : v.items_van("wijzigingen")) {
        if (const std::string tekst = x.tekst_van("tekst"); !tekst.empty()) anders.push_back(tekst);
      }
    }
    if (anders.empty()) return;
    zet(B::alinea, "Wijzigingen bij de vaststelling:");
    zet_lijst(B::lijst, anders);
  }

  /// Who else was there, and why not, is not for a derde.
  void kop_voor_derde(std::vector<std::string> regels) {
    regels.push_back("Voor: " + leesbaar(g_.voor->organisatie));
    zet_lijst(B::regels, regels);
    zet(B::alinea, "Hier staan alleen de agendapunten waarbij deze organisatie was (artikel 3, lid 3, Wet PGA).");
  }

  [[nodiscard]] bool mag(const Waarde& w) const {
    return !g_.voor || gaat_naar_derde(w, g_.dossier.actie(w.tekst_van("id")));
  }
  [[nodiscard]] bool is_van_voor(const std::string& id) const {
    return !g_.voor || std::count(g_.voor->punten.begin(), g_.voor->punten.end(), id) != 0;
  }

  /// Those that were decided at that item of the agenda; with none of it, where nothing says which.
  void vaststellingen(const std::string& punt_) {
    for (const Waarde& v : w_.items_van("vaststellingen")) {
      if (v.tekst_van("agendapunt") != punt_) continue;
      const auto uitkomst = proces::lees<VaststellingUitkomst>(v.tekst_van("uitkomst"));
      const std::string van = g_.dossier.nieuwste(v.tekst_van("overleg"));
      const auto er = std::find_if(g_.dossier.overleggen.begin(), g_.dossier.overleggen.end(),
                                   [&](const proces::OverlegStand& o) { return o.stuk == van; });
      const std::string welk = er == g_.dossier.overleggen.end() ? "een eerder overleg" : dag_in_zin(er->datum);
      std::vector<std::string> anders;
      for (const Waarde& x : v.items_van("wijzigingen")) {
        if (const std::string tekst = x.tekst_van("tekst"); !tekst.empty()) anders.push_back(tekst);
      }
      const std::string hoe = uitkomst == VaststellingUitkomst::niet_vastgesteld ? "niet vastgesteld"
                              : uitkomst == VaststellingUitkomst::onder_voorbehoud
                                  ? "vastgesteld, onder voorbehoud van deze wijzigingen:"
                                  : "vastgesteld.";
      zet(B::besluit, fmt::format("BESLUIT: het verslag van {} is {}", welk, hoe));
      zet_lijst(B::lijst, anders);
    }
  }

  void agenda() {
    std::string rubriek;
    const Waarde::Lijst& agenda = w_.items_van("agenda");
    for (std::size_t i = 0; i < agenda.size(); ++i) {
      const Waarde& a = agenda[i];
      if (!is_van_voor(a.tekst_van("id"))) continue;
      if (const std::string nu = a.tekst_van("rubriek"); !nu.empty() && nu != rubriek) {
        zet(B::kop, met_hoofdletter(nu));
        rubriek = nu;
      }
      std::string titel = fmt::format("{}. {}", i + 1, a.tekst_van("onderwerp"));
      if (const std::string door = a.tekst_van("ingebracht_door"); !door.empty()) {
        titel += fmt::format(" ({})", leesbaar(door));
      }
      zet(B::kop, titel);
      if (const std::string nummer = a.tekst_van("dossier"); !nummer.empty()) zet(B::alinea, "Dossier " + nummer);
      if (const std::string vraag = a.tekst_van("vraag"); !vraag.empty()) zet_lang(B::alinea, "Vraag: " + vraag);
      punt(a.tekst_van("id"));
    }
  }

  /// Whether an item stands at that item of the agenda; at none, also when its own is sealed to this reader.
  bool bij(const Waarde& item, const std::string& id) const {
    const std::string punt = item.tekst_van("agendapunt");
    if (!id.empty() || punt.empty()) return punt == id;
    const Waarde::Lijst& agenda = w_.items_van("agenda");
    return std::none_of(agenda.begin(), agenda.end(), [&](const Waarde& a) { return a.tekst_van("id") == punt; });
  }

  bool heeft(const std::string& id) const {
    for (const char* lijst : {"verslag", "besluiten"}) {
      for (const Waarde& w : w_.items_van(lijst)) {
        if (bij(w, id) && !w.tekst_van("tekst").empty()) return true;
      }
    }
    return false;
  }

  void punt(const std::string& id) {
    std::vector<std::string> regels;
    for (const Waarde& w : w_.items_van("verslag")) {
      const std::string tekst = w.tekst_van("tekst");
      if (bij(w, id) && !tekst.empty() && mag(w)) regels.push_back(tekst);
    }
    zet_lijst(B::lijst, regels);
    if (!id.empty() && !g_.voor) vaststellingen(id);
    for (const Waarde& w : w_.items_van("besluiten")) {
      const std::string tekst = w.tekst_van("tekst");
      if (bij(w, id) && !tekst.empty() && mag(w)) zet_lang(B::besluit, "BESLUIT: " + tekst);
    }
    if (id.empty()) return;
    for (const Waarde& w : w_.items_van("acties")) {
      const std::string wat = w.tekst_van("wat");
      if (w.tekst_van("agendapunt") == id && !wat.empty() && mag(w)) {
        zet_lang(B::alinea, fmt::format("Actie {}: {}", leesbaar(w.tekst_van("wie")), wat));
      }
    }
  }

  /// Minutes are sent round: not to who does not know yet what a partner found.
  [[nodiscard]] bool is_alleen_voor_oordeel(const std::string& id) const {
    const proces::Actie* nu = g_.dossier.actie(id);
    return nu != nullptr && nu->voor_oordeel;
  }

  /// What the minutes say of an action, and what was so already.
  proces::Actie actie(const Waarde& w) const {
    const proces::Actie* er = g_.toen.actie(w.tekst_van("id"));
    if (er != nullptr && is_alleen_voor_oordeel(er->velden.id)) er = nullptr;
    proces::Actie uit = er == nullptr ? proces::Actie{} : *er;
    const auto neem = [&](std::string& veld, std::string_view naam) {
      if (std::string tekst = w.tekst_van(naam); !tekst.empty()) veld = std::move(tekst);
    };
    neem(uit.wat, "wat");
    neem(uit.wie, "wie");
    neem(uit.stand, "stand");
    if (const auto d = Datum::lees(w.tekst_van("datum"))) uit.velden.datum = d;
    if (const auto d = Datum::lees(w.tekst_van("uiterlijk"))) uit.velden.uiterlijk = d;
    if (const auto s = proces::lees<proces::ActieStatus>(w.tekst_van("status"))) uit.velden.status = s;
    if (const auto d = Datum::lees(w.tekst_van("gedaan_op"))) uit.gedaan_op = d;
    if (uit.status() == proces::ActieStatus::gedaan && !uit.gedaan_op) uit.gedaan_op = g_.stand.datum;
    return uit;
  }

  /// As they were left by this meeting: what was new, and what it heard of earlier ones.
  void actiepunten() {
    BriefBlok tabel{B::tabel, {{{"Datum"}, {"Actie"}, {"Wie"}, {"Svz"}}}};
    for (const Waarde& w : w_.items_van("acties")) {
      const proces::Actie hier = actie(w);
      if (hier.wat.empty()) continue;  // sealed to this reader
      if (g_.voor && !(is_van_voor(w.tekst_van("agendapunt")) && mag(w))) continue;
      tabel.regels.push_back({{hier.velden.datum ? korte_dag(*hier.velden.datum) : ""},
                              lang(hier.wat),
                              {leesbaar(hier.wie)},
                              lang(svz(hier, g_.stand.datum))});
    }
    if (tabel.regels.size() == 1) return;
    zet(B::kop, "Actiepunten");
    uit_.push_back(std::move(tabel));
  }

  void bijlagen() {
    std::vector<std::string> regels;
    for (const std::string& naam : g_.bijlagen) regels.push_back(naam.empty() ? "[verzegeld]" : veilig(naam));
    if (regels.empty()) return;
    zet(B::kop, "Bijlagen");
    zet_lijst(B::lijst, regels);
  }

  void slot() {
    std::vector<std::string> regels;
    if (g_.stand.volgend) regels.push_back("Volgend overleg: " + dag_in_zin(*g_.stand.volgend));
    if (g_.stand.reserve) regels.push_back("Reservedatum: " + dag_in_zin(*g_.stand.reserve));
    zet_lijst(B::regels, regels);
    std::vector<std::string> dicht;
    for (const std::string_view c : g_.verzegeld) dicht.push_back(fmt::format("[verzegeld: {}]", c));
    zet_lijst(B::regels, dicht);
  }

  const VerslagGegevens& g_;
  const Waarde& w_;
  BriefBlad uit_;
};

}  // namespace

BriefBlad verslag_blad(const VerslagGegevens& gegevens) { return Opmaker(gegevens).maak(); }

int weggelaten(const VerslagGegevens& gegevens) {
  int uit = 0;
  if (!gegevens.voor) return uit;
  const std::vector<std::string>& punten = gegevens.voor->punten;
  for (const char* lijst : {"verslag", "besluiten", "acties"}) {
    for (const Waarde& w : gegevens.inhoud.items_van(lijst)) {
      const bool erbij = std::count(punten.begin(), punten.end(), w.tekst_van("agendapunt")) != 0;
      if (erbij && !gaat_naar_derde(w, gegevens.dossier.actie(w.tekst_van("id")))) ++uit;
    }
  }
  return uit;
}

}  // namespace pga::weergave
