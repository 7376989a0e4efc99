// SPDX-License-Identifier: EUPL-1.2
//
// What a notificatie does to the Dossier: sent, withheld, reviewed, inspected, lapsed. What moves a deadline comes
// from termijnen alone, so that every reader gets the same state.
#include <fmt/format.h>

#include <algorithm>

#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

/// The texts of a list, in the words of the document.
std::vector<std::string> teksten(const Waarde& w, std::string_view lijst) {
  std::vector<std::string> uit;
  for (const Waarde& item : w.items_van(lijst)) {
    if (item.is_tekst()) uit.push_back(item.tekst());
  }
  return uit;
}

/// What motivering says, where the reader may see it; a review that does not repeat a field leaves it as it was.
void lees_motivering(const Invoer& s, const std::string& noodzaak, Uitstel& u) {
  if (std::find(s.open.begin(), s.open.end(), Compartiment::motivering) == s.open.end()) return;
  u.leesbaar = true;
  if (auto gronden = teksten(s.inhoud, "gronden"); !gronden.empty()) u.gronden = std::move(gronden);
  if (auto wie = teksten(s.inhoud, "ingeroepen_door"); !wie.empty()) u.ingeroepen_door = std::move(wie);
  if (const std::string deel = s.inhoud.tekst_van("gedeeltelijk"); !deel.empty()) {
    u.gedeeltelijk = deel == naam(JaNee::ja);
  }
  u.redenen.clear();
  for (const std::string& tekst : {noodzaak, s.inhoud.tekst_van("redenen"), s.inhoud.tekst_van("evenredigheid")}) {
    if (!tekst.empty()) u.redenen.push_back(tekst);
  }
}

/// Whether the step is a decision on the deferral, and counts.
bool beslist(const Notificatie& n, const Betrokkene& b) {
  if (*n.stap == NotificatieStap::uitgesteld) return true;
  if (*n.stap != NotificatieStap::heroverwogen) return false;
  return n.uitkomst == HeroverwegingUitkomst::vervallen || b.notificatie == NotificatieStand::uitgesteld;
}

}  // namespace

void Vouwer::notificatie(const Invoer& s, const Notificatie& n) {
  if (!n.stap) return;
  const Waarde::Lijst& items = s.inhoud.items_van("betrokkenen");
  for (std::size_t i = 0; i < n.betrokkenen.size(); ++i) {
    const std::string& id = n.betrokkenen[i];
    if (d_.betrokkene(id) == nullptr) {
      meld(s.digest, fmt::format("de betrokkene \"{}\" van deze notificatie is er niet", id),
           "vervang dit stuk (--vervangt)");
      continue;
    }
    Betrokkene& b = betrokkene(s, id, false, dag_);
    notificatiestap(s, n, b);
    if (b.uitstel && beslist(n, b)) lees_motivering(s, items[i].tekst_van("noodzaak"), *b.uitstel);
  }
}

void Vouwer::notificatiestap(const Invoer& s, const Notificatie& n, Betrokkene& b) {
  switch (*n.stap) {
    case NotificatieStap::verzonden:
      if (b.uitstel && b.notificatie == NotificatieStand::uitgesteld) b.uitstel->doorkruist_op = dag_;
      return naar_stand(s, n, b, F::verzonden, NotificatieStand::verzonden);
    case NotificatieStap::deels_verzonden:
      return verzend_deel(s, b);
    case NotificatieStap::uitgesteld:
      return stel_uit(s, n, b);
    case NotificatieStap::heroverwogen:
      return n.uitkomst == HeroverwegingUitkomst::vervallen ? grond_vervalt(s, n, b) : handhaaf(s, n, b);
    case NotificatieStap::grond_vervallen:
      return grond_vervalt(s, n, b);
    case NotificatieStap::verval_gemeld:
      if (b.uitstel) meld_verval(s, b, dag_);
      return;
    case NotificatieStap::ingezien:
      if (b.uitstel) b.uitstel->ingezien_op = dag_;
      return;
    case NotificatieStap::eerste_contact:
      return feit_van(s, F::eerste_contact, b.id, dag_);
    case NotificatieStap::eerste_verstrekking:
      return feit_van(s, F::eerste_verstrekking, b.id, dag_);
  }
}

void Vouwer::naar_stand(const Invoer& s, const Notificatie& n, Betrokkene& b, F soort, NotificatieStand stand) {
  const bool uitstel = stand == NotificatieStand::uitgesteld;
  feit_van(s, soort, b.id, dag_, uitstel ? n.herziening : std::nullopt);
  b.notificatie = stand;
  b.notificatie_op = dag_;
  b.herziening = std::nullopt;
  if (!uitstel) return;
  const int maanden = beleid_.termijnen.uitstel_herziening_maanden;
  b.herziening = n.herziening ? *n.herziening : termijn::plus_maanden(dag_, maanden);
}

void Vouwer::stel_uit(const Invoer& s, const Notificatie& n, Betrokkene& b) {
  if (!over_het_bericht(n)) return;
  b.verlengingen = 0;
  b.uitstel.emplace(dag_, s.digest);
  naar_stand(s, n, b, F::uitgesteld, NotificatieStand::uitgesteld);
  b.uitstel->achtergehouden = n.wat_achtergehouden;
  if (!n.wat_achtergehouden.empty()) feit_van(s, F::uitstel_deels, b.id, dag_);
}

void Vouwer::meld_geen_uitstel(const Invoer& s, const Betrokkene& b) {
  meld(s.digest, fmt::format("voor betrokkene {} loopt geen uitstel", b.id),
       "dit telt niet; leg uitgesteld vast als het bericht moet wachten, of verstuur het bericht",
       "artikel 11 Wet PGA; artikel 41 UAVG");
}

void Vouwer::handhaaf(const Invoer& s, const Notificatie& n, Betrokkene& b) {
  if (b.notificatie != NotificatieStand::uitgesteld || !b.uitstel) {
    if (b.notificatie == NotificatieStand::geen) return;
    meld_geen_uitstel(s, b);
    return;
  }
  ++b.verlengingen;
  naar_stand(s, n, b, F::gehandhaafd, NotificatieStand::uitgesteld);
  if (!n.wat_achtergehouden.empty()) versmal(s, n, *b.uitstel, b.id);
}

/// A review that withholds less: what is let go has to be sent. While the rest was still to be sent, its own term
/// goes on.
void Vouwer::versmal(const Invoer& s, const Notificatie& n, Uitstel& u, const std::string& id) {
  const bool alles = u.achtergehouden.empty();
  const bool minder = std::any_of(u.achtergehouden.begin(), u.achtergehouden.end(), [&](const std::string& deel) {
    return std::find(n.wat_achtergehouden.begin(), n.wat_achtergehouden.end(), deel) == n.wat_achtergehouden.end();
  });
  u.achtergehouden = n.wat_achtergehouden;
  if (!alles && !(minder && u.rest_verzonden_op)) return;
  u.rest_verzonden_op = std::nullopt;
  feit_van(s, F::deel_vervallen, id, dag_);
}

void Vouwer::verzend_deel(const Invoer& s, Betrokkene& b) {
  if (b.notificatie != NotificatieStand::uitgesteld || b.uitstel->achtergehouden.empty()) {
    meld(s.digest,
         fmt::format("voor betrokkene {} loopt geen gedeeltelijk uitstel; dit telt niet als notificatie", b.id),
         "ging het hele bericht weg, leg dan verzonden vast; vul anders bij het uitstel wat_achtergehouden in",
         "artikel 14 AVG");
    return;
  }
  b.uitstel->rest_verzonden_op = dag_;
  feit_van(s, F::deels_verzonden, b.id, dag_);
}

void Vouwer::grond_vervalt(const Invoer& s, const Notificatie& n, Betrokkene& b) {
  if (!b.uitstel) {
    if (b.notificatie != NotificatieStand::geen) meld_geen_uitstel(s, b);
    return;
  }
  if (b.notificatie != NotificatieStand::grond_vervallen) {  // said again, the first time is when it was
    b.uitstel->vervallen_op = dag_;
    if (b.notificatie == NotificatieStand::verzonden) {
      vervalt_alsnog(s, b);
    } else {
      naar_stand(s, n, b, F::grond_vervallen, NotificatieStand::grond_vervallen);
    }
  }
  if (n.gemeld_op) meld_verval(s, b, *n.gemeld_op);
}

/// A lapse that is recorded after the notification was sent: who knows already has not to be told again.
void Vouwer::vervalt_alsnog(const Invoer& s, const Betrokkene& b) {
  const auto verzonden = std::find_if(d_.feiten.begin(), d_.feiten.end(), [&](const termijn::Feit& f) {
    return f.soort == F::verzonden && f.betrokkene == b.id && f.datum >= dag_;
  });
  if (verzonden == d_.feiten.end()) return;
  d_.feiten.insert(verzonden, {F::grond_vervallen, dag_, b.id, s.digest, "", std::nullopt});
}

void Vouwer::meld_verval(const Invoer& s, Betrokkene& b, Datum gemeld) {
  b.uitstel->gemeld_op = gemeld;
  // Announced beforehand, it is a report from the day the ground is gone.
  feit_van(s, F::verval_gemeld, b.id, std::max(gemeld, b.uitstel->vervallen_op.value_or(gemeld)));
}

}  // namespace pga::proces
