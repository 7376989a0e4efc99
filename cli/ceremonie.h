// SPDX-License-Identifier: EUPL-1.2
//
// Ceremonie: the destruction of one dossier, step by step: look, show, begin (a receipt), complete (totals, keys
// and stukken go, a second receipt). pga vernietig and pga anonimiseer share it: the one makes the totals of the
// kast anew, the other counts the dossier in as well, and their receipts are the same (lib/kast/aantallen.h). The
// caller asks for the number and holds the lock from begin() on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/kast.h"
#include "lib/kast/vernietig.h"
#include "lib/proces/aantallen.h"
#include "lib/proces/vernietigbaar.h"

namespace pga::cli {

/// Which of the two.
enum class Einde { vernietigen, anonimiseren };

class Ceremonie {
 public:
  /// `nummer`: as the user names it. `voltooi`: the user asks to complete what had to wait.
  Ceremonie(Omgeving& omgeving, std::string nummer, bool voltooi, Einde einde);

  /// Finds out what would go and why it may. Throws Fout with what forbids it. False when it was destroyed before
  /// and nothing of it lies here.
  bool bekijk();
  /// Says on stderr what will go, on what it rests and what pga cannot reach.
  void toon() const;
  /// Prints what would go.
  void droog() const;
  /// Under the lock: looks again, and writes the receipt `begonnen` unless there is one.
  void begin();
  /// Whether it is to wait, for a day or for another gebruiker (policy).
  [[nodiscard]] bool moet_wachten() const;
  /// Under the lock, after begin().
  void voltooi();

  [[nodiscard]] const Nummer& nummer() const { return plan_->nummer; }
  [[nodiscard]] const std::optional<proces::VernietigingStand>& bewijs() const { return plan_->bewijs; }
  /// Whether the totals hold it, as far as this command knows.
  [[nodiscard]] bool geteld() const { return geteld_; }

 private:
  /// What is known before anything goes.
  struct Plan {
    Nummer nummer;
    std::optional<proces::VernietigingStand> bewijs;  // begun or completed already
    proces::Vernietigbaar oordeel;
    kast::Resten resten;
    std::vector<proces::Houder> houders;
    std::vector<proces::UitreikingRegel> uitgereikt;
    std::vector<std::string> agenda;
    int stand = 0;
    std::optional<proces::Kenmerken> kenmerken{};  // nothing: it does not open any more, or is no case now
    bool al_geteld = false;                        // by a command that was cut short
  };

  [[nodiscard]] Plan maak_plan() const;
  void eis_voltooien(const proces::VernietigingStand& stand) const;
  void beoordeel(Plan& plan) const;
  void meld_telling() const;
  void meld_nog_open() const;
  void tel();
  [[nodiscard]] std::optional<Datum> bedenktijd() const;
  [[nodiscard]] Waarde begin_document() const;
  void neem_stand_op(Waarde& bewijs) const;
  void meld_begonnen() const;

  Omgeving& omgeving_;
  std::string tekst_;
  bool voltooi_;
  Einde einde_;
  kast::Kast kast_;
  kast::Lezer lezer_;
  std::optional<Plan> plan_;
  bool geteld_ = false;
};

/// The whole of it: looks, shows, asks, begins and, unless it has to wait, completes. The exit code.
int voer_ceremonie(Omgeving& omgeving, const std::string& nummer, bool voltooi, Einde einde,
                   const std::optional<std::string>& bevestig);

/// A refusal, with the article.
[[nodiscard]] Bevinding weigering(std::string wat, std::string tip, std::string grondslag = "artikel 9 Wet PGA");

/// Where regisseurs read their own cases only: nobody destroys something of the case of another. Throws
/// Fout(geweigerd).
void eis_van_de_casus(const kast::Kast& kast, const kast::Lezer& lezer, const proces::Dossier& dossier, Datum dag);

/// "3 bestanden met sleutels".
[[nodiscard]] std::string aantal_sleutels(std::size_t n);

}  // namespace pga::cli
