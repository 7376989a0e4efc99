// SPDX-License-Identifier: EUPL-1.2
//
// The questions of a form, one by one: what is asked of a document so far, and what an answer makes of it.
//
// Promises: the same schema and document give the same questions, in the order of the schema; an answer that the
// schema refuses changes nothing and comes back as a finding. Every question has a place (Pad) of its own, by which
// a conversation can go back, go on later, and find the question that a finding is about. Never does I/O and reads
// no clock: what a person calls a day comes in as a function.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/schema/schema.h"

namespace pga::schema {

/// One step from a document to a value in it: the name of a field, or, without a name, the number of an item, from
/// 0.
struct Stap {
  std::string veld;
  std::size_t nr = 0;
  friend bool operator==(const Stap&, const Stap&) = default;
};
using Pad = std::vector<Stap>;

/// As keur() names a place: "signalen[2].datum".
[[nodiscard]] std::string tekst_van(const Pad& pad);
/// Whether a place is that one or lies in it.
[[nodiscard]] bool ligt_in(const Pad& pad, const Pad& in);
/// The value there; nullptr when there is none.
[[nodiscard]] const Waarde* vind(const Waarde& document, const Pad& pad);

enum class Vraagsoort {
  poort,  // whether a group of questions, or one more item of a list, is asked at all: ja or nee
  keuze,
  datum,
  getal,
  tekst,
  lange_tekst,  // may have lines
};

struct Vraag {
  Pad pad;
  Vraagsoort soort = Vraagsoort::tekst;
  const Knoop* veld = nullptr;    // whose question it is: of an item, its list
  const Knoop* waarde = nullptr;  // what the answer must be right by
  bool verplicht = false;
  std::string plicht;               // "verplicht", "mag leeg", or what the schema says instead
  std::vector<std::string> koppen;  // the titles of what it lies in, from the outside: "Signaal 2", "Toelichting"

  /// Whether it is about an item of a list: an empty answer, or nee, ends the list.
  [[nodiscard]] bool is_onderdeel() const { return !pad.empty() && pad.back().veld.empty(); }
  /// The words to put the question in: its own, else its title, else its name.
  [[nodiscard]] std::string tekst() const;
  [[nodiscard]] std::string titel() const;
};

/// What is not asked, beside what pga fills in by itself (x-vanzelf).
struct Vraagkeuze {
  std::set<Compartiment> dicht{};  // what the writer may not know: only what must be there is asked of it
};

/// All questions about the document as it stands: those that are answered too. A choice that was made (stap) leaves
/// out the fields of the other choices; a group or item that was not begun is one question, a poort.
[[nodiscard]] std::vector<Vraag> vragen(const Knoop& schema, const Waarde& document, const Vraagkeuze& keuze = {});

/// The index of the question of that place; vragen.size() when there is none.
[[nodiscard]] std::size_t zoek(const std::vector<Vraag>& vragen, std::string_view pad);

/// The question that a finding is about: of that place, or of the missing field in it that the text names in
/// quotes, else the first in it, else the nearest one that it lies in; vragen.size() when the finding is about no
/// place.
[[nodiscard]] std::size_t vraag_bij(const std::vector<Vraag>& vragen, const Pad& pad, std::string_view wat);

/// Whether an answer is no answer: "?" (explain), "<" (back), "-" (take away), "stop".
[[nodiscard]] bool is_opdracht(std::string_view antwoord);

/// The day that a person means; nothing when it is none.
using DagLezer = std::function<std::optional<Datum>(std::string_view)>;

/// Puts an answer in the document, or says why not: then nothing has changed. An empty answer keeps what is there,
/// and
/// "-" takes it away. A choice is a number, the word, or the start of it; a text that would mean something else
/// (such as "-") can stand between quotes. When the answer makes fields at the top belong to another choice, they
/// go.
[[nodiscard]] std::optional<Bevinding> beantwoord(const Knoop& schema, const Vraag& vraag,
                                                  std::string_view antwoord, const DagLezer& dag, Waarde& document);

/// Gives every value in the document a number, as its line, and answers with the place of each number, from 1: so
/// that a finding on a document that was built says which question it is about.
[[nodiscard]] std::vector<Pad> nummer(Waarde& document);

}  // namespace pga::schema
