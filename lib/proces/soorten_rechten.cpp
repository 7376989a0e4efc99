// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/soorten_rechten.h"

#include <algorithm>

#include "lib/proces/lezer.h"

namespace pga::proces {

std::optional<int> Lezer::minuut(std::string_view naam) const {
  const std::string t = tekst(naam);
  const auto cijfer = [&](std::size_t i) { return t[i] - '0'; };
  const bool vorm = t.size() == 5 && t[2] == ':' &&
                    std::count_if(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; }) == 4;
  const int uur = vorm ? 10 * cijfer(0) + cijfer(1) : 24;
  const int minuut = vorm ? 10 * cijfer(3) + cijfer(4) : 60;
  if (uur < 24 && minuut < 60) return 60 * uur + minuut;
  if (!t.empty()) meld(naam);
  return std::nullopt;
}

Bewaring bewaring(const Lezer& l) {
  Bewaring b;
  b.stap = l.woord<BewaringStap>("stap").value_or(BewaringStap::ingesteld);
  b.datum = l.datum("datum");
  b.id = l.tekst("id");
  b.grond = l.woord<BewaarGrond>("grond");
  b.herziening = l.datum("herziening");
  return b;
}

Verzoek verzoek(const Lezer& l) {
  Verzoek v;
  v.stap = l.woord<VerzoekStap>("stap").value_or(VerzoekStap::ontvangen);
  v.datum = l.datum("datum");
  v.id = l.tekst("id");
  v.soort = l.woord<VerzoekSoort>("soort_verzoek").value_or(VerzoekSoort::avg);
  v.rechten = l.woorden<Recht>("rechten");
  v.door = l.tekst("door");
  v.besluit = l.woord<VerzoekBesluit>("besluit");
  v.verzonden_op = l.datum("verzonden_op");
  return v;
}

Correctie correctie(const Lezer& l) {
  Correctie c;
  c.stap = l.woord<CorrectieStap>("stap").value_or(CorrectieStap::vastgesteld);
  c.datum = l.datum("datum");
  c.id = l.tekst("id");
  c.stuk = l.tekst("stuk");
  c.vervangen_door = l.tekst("vervangen_door");
  c.hersteld_op = l.datum("hersteld_op");
  c.bron_ingelicht_op = l.datum("bron_ingelicht_op");
  c.ontvangers_ingelicht_op = l.datum("ontvangers_ingelicht_op");
  return c;
}

std::optional<Datum> Correctie::dag_van(CorrectieStap s, Datum dag) const {
  std::optional<Datum> uit;
  if (s == CorrectieStap::hersteld) uit = hersteld_op;
  if (s == CorrectieStap::bron_ingelicht) uit = bron_ingelicht_op;
  if (s == CorrectieStap::ontvangers_ingelicht) uit = ontvangers_ingelicht_op;
  if (!uit && stap == s) uit = dag;
  return uit;
}

Datalek datalek(const Lezer& l) {
  Datalek d;
  d.stap = l.woord<DatalekStap>("stap").value_or(DatalekStap::ontdekt);
  d.datum = l.datum("datum");
  d.minuut = l.minuut("tijd");
  d.id = l.tekst("id");
  d.risico = l.woord<Risico>("risico");
  return d;
}

Bewaring lees_bewaring(const Waarde& w, Onleesbaar* o) { return bewaring({&w, o, nullptr}); }
Verzoek lees_verzoek(const Waarde& w, Onleesbaar* o) { return verzoek({&w, o, nullptr}); }
Correctie lees_correctie(const Waarde& w, Onleesbaar* o) { return correctie({&w, o, nullptr}); }
Datalek lees_datalek(const Waarde& w, Onleesbaar* o) { return datalek({&w, o, nullptr}); }

}  // namespace pga::proces
