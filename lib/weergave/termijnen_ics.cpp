// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "lib/weergave/termijn_zin.h"
#include "lib/weergave/termijnen.h"

namespace pga::weergave {
namespace {

using termijn::Status;
using termijn::Termijn;

constexpr std::size_t kRegel = 75;       // octets in a line of RFC 5545, without its end
constexpr std::size_t kHashLengte = 32;  // hex digits of a UID: 128 bits
constexpr int kKwartaal = 92;            // days

/// A property; folded between characters, never inside one.
void regel(std::string& uit, std::string_view naam, std::string_view waarde) {
  const std::string tekst = fmt::format("{}:{}", naam, waarde);
  const auto vervolg = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  std::size_t ruimte = kRegel;
  for (std::size_t begin = 0; begin < tekst.size();) {
    std::size_t einde = std::min(begin + ruimte, tekst.size());
    while (einde < tekst.size() && vervolg(tekst[einde])) --einde;
    uit += begin == 0 ? "" : " ";
    uit += tekst.substr(begin, einde - begin) + "\r\n";
    begin = einde;
    ruimte = kRegel - 1;  // the blank counts
  }
}

/// A value of the type TEXT: harmless to a terminal, and nothing in it ends it. Line ends stay, as RFC 5545 has
/// them.
std::string tekstwaarde(std::string_view tekst) {
  std::string uit;
  for (const char c : veilig_meer(tekst)) {
    if (c == '\n') {
      uit += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') uit += '\\';
    uit += c;
  }
  return uit;
}

/// 20260407.
std::string dag(Datum d) { return fmt::format("{:04}{:02}{:02}", d.jaar(), d.maand(), d.dag()); }

std::string_view status(const Termijn& t) {
  if (t.status == Status::opgeschort) return "TENTATIVE";
  return t.loopt() ? "CONFIRMED" : "CANCELLED";
}

std::string uitleg(const Termijn& t) {
  std::string uit = t.zin + over_wie(t) + '\n';
  if (!t.loopt()) {  // how near a day is, the calendar shows by itself
    uit += std::string(tekst(t.status));
    if (!t.opgeschort_door.empty()) uit += ": " + t.opgeschort_door;
    if (t.nagekomen_op) uit += " op " + t.nagekomen_op->lang();
    uit += '\n';
  }
  if (!heeft_dag(t)) {
    uit += wanneer(t) + '\n';
  } else {
    if (t.uiterlijk) uit += "uiterlijk " + wanneer(t) + '\n';
    if (verschillen(t)) uit += fmt::format("vroegste lezing: {}\n", vroegste_lezing(t));
  }
  if (const std::string was = verplaatst(t); !was.empty()) uit += was + '\n';
  uit += fmt::format("{} (zekerheid: {})\nberekening:", t.grondslag, naam(t.zekerheid));
  for (const std::string& stap : t.stappen) uit += "\n- " + stap;
  return uit;
}

constexpr std::string_view kWeekEerder = "-P6DT15H";  // at nine o'clock, of a whole-day event
constexpr std::string_view kDagEerder = "-PT15H";
constexpr std::string_view kDagZelf = "PT9H";

void alarm(std::string& uit, std::string_view wanneer, const std::string& samenvatting) {
  regel(uit, "BEGIN", "VALARM");
  regel(uit, "ACTION", "DISPLAY");
  regel(uit, "TRIGGER", wanneer);
  regel(uit, "DESCRIPTION", samenvatting);
  regel(uit, "END", "VALARM");
}

/// One event: what it is known by, its day, what its title says of that, its STATUS.
struct Afspraak {
  std::string wat;
  Datum wanneer;
  std::string soort;
  std::string_view stand;
};

using Genummerd = std::vector<std::pair<const Termijn*, int>>;

/// The terms in their order, each with its number among those of one rule about one subject. That number stays
/// when a later stuk moves the term or a correction takes the place of what opened it; a reference to a stuk
/// would not.
Genummerd genummerd(const std::vector<Termijn>& termijnen) {
  std::vector<const Termijn*> op_dag;
  for (const Termijn& t : termijnen) op_dag.push_back(&t);
  std::stable_sort(op_dag.begin(), op_dag.end(), [](const Termijn* a, const Termijn* b) {
    return std::tie(a->start, a->veilig, a->stuk) < std::tie(b->start, b->veilig, b->stuk);
  });
  std::map<std::tuple<std::string, std::string, std::string>, int> geteld;
  std::map<const Termijn*, int> nummers;
  for (const Termijn* t : op_dag) nummers[t] = ++geteld[{t->regel, t->betrokkene, t->onderwerp}];
  Genummerd uit;
  for (const Termijn& t : termijnen) uit.emplace_back(&t, nummers.at(&t));
  return uit;
}

/// The events of one term.
std::vector<Afspraak> afspraken(const DossierTermijnen& d, const Termijn& t, int hoeveelste) {
  // A line end stands in none of these, so no two terms make one text.
  const std::string wat = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n", d.vingerafdruk, veilig(d.nummer), veilig(t.regel),
                                      veilig(t.betrokkene), veilig(t.onderwerp), hoeveelste);
  if (!heeft_dag(t)) return {{wat + "uiterlijk", t.start, ", onverwijld", status(t)}};
  std::vector<Afspraak> uit;
  std::string om = t.tijd ? fmt::format(", uiterlijk {}", tijd(t)) : std::string();
  const std::string vroegst = ", vroegste lezing" + (t.veilige_tijd ? " " + tijd_veilig(t) : std::string());
  if (t.uiterlijk == t.veilig && verschillen(t)) om += vroegst;
  if (t.uiterlijk) uit.push_back({wat + "uiterlijk", *t.uiterlijk, om, status(t)});
  if (t.uiterlijk != t.veilig) {
    uit.push_back({wat + "veilig", t.veilig, vroegst, status(t)});
  } else if (t.was && t.was->uiterlijk != t.was->veilig) {  // an event that was there before must not stay
    uit.push_back({wat + "veilig", t.veilig, ", vroegste lezing", "CANCELLED"});
  }
  return uit;
}

/// Whether a calendar may still show it: it runs, or it ended so lately that the last file may not have said so.
bool staat_nog_in_agenda(const Termijn& t, Datum peildatum) {
  const std::optional<Datum> einde = t.nagekomen_op ? t.nagekomen_op : t.vervallen_op;
  return !einde || einde->dagen_tot(peildatum) <= kKwartaal;
}

std::string kenmerk(const Afspraak& a, const Kort& kort) { return kort(a.wat).substr(0, kHashLengte); }

/// The events of one file.
class Agenda {
 public:
  Agenda(Datum peildatum, const Kort& kort)
      : stempel_(dag(peildatum) + "T000000Z"),
        dagen_(std::max(0, Datum(2020, 1, 1).dagen_tot(peildatum))),
        kort_(kort) {
    regel(uit_, "BEGIN", "VCALENDAR");
    regel(uit_, "VERSION", "2.0");
    regel(uit_, "PRODID", "-//pga//termijnen//NL");
    regel(uit_, "CALSCALE", "GREGORIAN");
    regel(uit_, "X-WR-CALNAME", "pga termijnen");
  }

  void dossier(const DossierTermijnen& d) {
    for (const auto& [t, hoeveelste] : genummerd(d.termijnen)) {
      for (const Afspraak& a : afspraken(d, *t, hoeveelste)) afspraak(d, *t, a);
    }
    for (const std::string& k : d.afgelast) afgelast(d, k);
  }

  std::string klaar() {
    regel(uit_, "END", "VCALENDAR");
    return std::move(uit_);
  }

 private:
  /// How every event begins.
  void begin(const std::string& uid, int volgnummer, Datum wanneer, const std::string& samenvatting) {
    regel(uit_, "BEGIN", "VEVENT");
    regel(uit_, "UID", uid + "@pga.invalid");
    regel(uit_, "DTSTAMP", stempel_);
    regel(uit_, "SEQUENCE", std::to_string(volgnummer + dagen_));
    regel(uit_, "DTSTART;VALUE=DATE", dag(wanneer));
    regel(uit_, "SUMMARY", samenvatting);
  }

  void einde(std::string_view stand) {
    regel(uit_, "CLASS", "PRIVATE");
    regel(uit_, "STATUS", stand);
    regel(uit_, "TRANSP", "TRANSPARENT");
  }

  void afspraak(const DossierTermijnen& d, const Termijn& t, const Afspraak& a) {
    const std::string samenvatting =
        tekstwaarde(veilig(fmt::format("{}{}: {}{}", d.nummer, a.soort, t.zin, over_wie(t))));
    begin(kenmerk(a, kort_), d.stand, a.wanneer, samenvatting);
    regel(uit_, "DESCRIPTION", tekstwaarde(uitleg(t)));
    regel(uit_, "CATEGORIES", tekstwaarde(veilig(t.regel)));
    einde(a.stand);
    if (a.stand == "CONFIRMED" && heeft_dag(t)) {
      alarm(uit_, kWeekEerder, samenvatting);
      alarm(uit_, kDagEerder, samenvatting);
    } else if (a.stand == "CONFIRMED") {  // at once: before its day there is nothing to do yet
      alarm(uit_, kDagZelf, samenvatting);
    }
    regel(uit_, "END", "VEVENT");
  }

  /// What it was about, nobody knows any more.
  void afgelast(const DossierTermijnen& d, const std::string& uid) {
    begin(veilig(uid), d.stand, d.vernietigd_op.value_or(Datum(1970, 1, 1)),
          tekstwaarde(veilig(fmt::format("{}: vervallen, het dossier is vernietigd", d.nummer))));
    einde("CANCELLED");
    regel(uit_, "END", "VEVENT");
  }

  std::string uit_;
  std::string stempel_;
  int dagen_;  // time alone cancels and moves terms too
  const Kort& kort_;
};

}  // namespace

std::vector<std::string> agenda_kenmerken(const DossierTermijnen& dossier, Datum peildatum, const Kort& kort) {
  std::vector<std::string> uit;
  for (const auto& [t, hoeveelste] : genummerd(dossier.termijnen)) {
    if (!staat_nog_in_agenda(*t, peildatum)) continue;
    for (const Afspraak& a : afspraken(dossier, *t, hoeveelste)) uit.push_back(kenmerk(a, kort));
  }
  std::sort(uit.begin(), uit.end());
  return uit;
}

std::string termijnen_ics(const std::vector<DossierTermijnen>& dossiers, Datum peildatum, const Kort& kort) {
  Agenda agenda(peildatum, kort);
  for (const DossierTermijnen& d : dossiers) agenda.dossier(d);
  return agenda.klaar();
}

}  // namespace pga::weergave
