// SPDX-License-Identifier: EUPL-1.2
//
// The only file that knows CLI11: it binds commands to the parser, turns its complaints into plain Dutch with the
// nearest name, and prints help.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>
#include <ranges>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cli/logboek.h"
#include "cli/opdracht.h"
#include "cli/versie.h"
#include "cli/voltooiing.h"
#include "lib/basis/nabij.h"

namespace pga::cli {
namespace {

struct OptieHulp {
  std::string namen;
  std::string uitleg;
};

/// Opties on a CLI::App, keeping what the help needs.
class AppOpties : public Opties {
 public:
  explicit AppOpties(CLI::App& app) : app_(app) {}

  void vlag(std::string_view namen, bool& doel, std::string_view uitleg) override {
    app_.add_flag(std::string(namen), doel);
    noteer(namen, {}, uitleg);
  }
  void optie(std::string_view namen, std::optional<std::string>& doel, std::string_view waarde,
             std::string_view uitleg) override {
    const auto zet = [&doel, optie = lange_naam(namen)](const std::vector<std::string>& waarden) {
      if (waarden.size() > 1) {
        throw Fout(FoutSoort::gebruik, fmt::format("{} staat er {} keer", optie, waarden.size()),
                   "geef deze optie één keer");
      }
      doel = waarden.front();
    };
    app_.add_option_function<std::vector<std::string>>(std::string(namen), zet)
        ->expected(1)
        ->allow_extra_args(false)  // what follows the value is an argument, not a second value
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    noteer(namen, waarde, uitleg);
  }
  void opties(std::string_view namen, std::vector<std::string>& doel, std::string_view waarde,
              std::string_view uitleg) override {
    app_.add_option(std::string(namen), doel)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    noteer(namen, waarde, uitleg);
  }
  void argument(std::string_view naam, std::optional<std::string>& doel, std::string_view uitleg) override {
    app_.add_option_function<std::string>(std::string(naam), [&doel](const std::string& w) { doel = w; });
    argumenten.push_back({std::string(naam), std::string(uitleg)});
  }

  std::vector<OptieHulp> argumenten;
  std::vector<OptieHulp> hulp;
  std::vector<std::string> lange_namen;

 private:
  static std::string lange_naam(std::string_view namen) {
    const std::size_t begin = namen.find("--");
    return std::string(namen.substr(begin, namen.find(',', begin) - begin));
  }

  void noteer(std::string_view namen, std::string_view waarde, std::string_view uitleg) {
    std::string tekst(namen);
    if (const std::size_t komma = tekst.find(','); komma != std::string::npos) tekst.insert(komma + 1, " ");
    if (!waarde.empty()) tekst += fmt::format(" {}", waarde);
    hulp.push_back({std::move(tekst), std::string(uitleg)});
    for (std::size_t i = namen.find("--"); i != std::string_view::npos; i = namen.find("--", i + 2)) {
      lange_namen.emplace_back(namen.substr(i, namen.find(',', i) - i));
    }
  }
  CLI::App& app_;
};

/// A command with its place in the parser.
struct Tak {
  Opdracht* opdracht = nullptr;
  CLI::App* app = nullptr;
  std::string pad;  // "pga sleutel nieuw"
  std::unique_ptr<AppOpties> opties;
  std::vector<std::unique_ptr<Opdracht>> eigen;
  std::vector<Tak> takken;
};

/// Options are bound only where the line can need them: those of a command come from schemas, which take time to
/// load.
void hang_op(Tak& tak, CLI::App& boven, Opdracht& opdracht, const std::string& pad,
             const std::vector<std::string>& woorden) {
  tak.opdracht = &opdracht;
  tak.app = boven.add_subcommand(std::string(opdracht.naam()));
  tak.app->fallthrough();
  tak.app->set_help_flag("-h,--help");
  tak.pad = fmt::format("{} {}", pad, opdracht.naam());
  tak.opties = std::make_unique<AppOpties>(*tak.app);
  if (std::find(woorden.begin(), woorden.end(), opdracht.naam()) != woorden.end()) opdracht.bind(*tak.opties);
  tak.eigen = opdracht.onderdelen();
  tak.takken.resize(tak.eigen.size());
  for (std::size_t i = 0; i < tak.eigen.size(); ++i) {
    hang_op(tak.takken[i], *tak.app, *tak.eigen[i], tak.pad, woorden);
  }
}

void druk_lijst(std::ostream& uit, const std::vector<OptieHulp>& lijst, const weergave::Stijl& stijl) {
  constexpr int kKolom = 26;
  for (const OptieHulp& h : lijst) {
    const std::string begin = fmt::format("  {:<{}}", h.namen, kKolom - 2);
    const bool past = weergave::breedte(h.namen) + 2 < kKolom;
    const std::string inspring(kKolom, ' ');
    const std::string uitleg = weergave::omloop(h.uitleg, std::min(stijl.breedte, 100), inspring, inspring);
    if (past) {
      uit << begin << uitleg.substr(kKolom) << '\n';
    } else {
      uit << begin << '\n' << uitleg << '\n';
    }
  }
}

std::string alinea(std::string_view tekst, const weergave::Stijl& stijl) {
  return weergave::omloop(tekst, std::min(stijl.breedte, 80));
}

/// "melding" for a command, "melding NUMMER" with its arguments.
std::string gebruik(const Tak& tak) {
  std::string uit = tak.pad;
  if (!tak.opdracht->doet_zelf()) return uit + " OPDRACHT";
  for (const OptieHulp& a : tak.opties->argumenten) uit += " " + a.namen;
  return uit + " [OPTIES]";
}

/// A command as a person can paste it: a line that is too long goes on after a backslash.
std::string een_voorbeeld(std::string_view opdracht) {
  constexpr std::size_t kKolommen = 78;
  std::string uit;
  std::string regel = " ";
  while (!opdracht.empty()) {  // an option stays with its value
    const std::size_t einde = std::min(opdracht.find(" -", 1), opdracht.size());
    const std::string deel(opdracht.substr(0, einde));
    if (regel.size() + deel.size() + 1 > kKolommen) {
      uit += regel + " \\\n";
      regel = "   ";
    }
    regel += (deel.front() == ' ' ? "" : " ") + deel;
    opdracht.remove_prefix(einde);
  }
  return uit + regel;
}

std::string voorbeeld(std::string_view opdrachten) {
  std::string uit;
  for (const auto deel : std::views::split(opdrachten, '\n')) {
    uit += een_voorbeeld(std::string_view(deel.begin(), deel.end())) + '\n';
  }
  return uit;
}

void hulp_van(const Tak& tak, const AppOpties& globaal, Omgeving& omgeving) {
  const weergave::Stijl stijl = omgeving.stijl();
  std::ostream& uit = omgeving.uit;
  uit << "gebruik: " << gebruik(tak) << "\n\n" << alinea(tak.opdracht->lang(), stijl) << '\n';
  if (!tak.takken.empty()) {
    uit << "\nopdrachten:\n";
    std::vector<OptieHulp> lijst;
    for (const Tak& t : tak.takken)
      lijst.push_back({std::string(t.opdracht->naam()), std::string(t.opdracht->kort())});
    druk_lijst(uit, lijst, stijl);
  }
  if (!tak.opties->argumenten.empty()) {
    uit << "\nargumenten:\n";
    druk_lijst(uit, tak.opties->argumenten, stijl);
  }
  if (!tak.opties->hulp.empty()) {
    uit << "\nopties:\n";
    druk_lijst(uit, tak.opties->hulp, stijl);
  }
  uit << "\noveral:\n";
  druk_lijst(uit, globaal.hulp, stijl);
  uit << "\nvoorbeeld:\n" << voorbeeld(tak.opdracht->voorbeeld());
}

void hulp_van_pga(const std::vector<Groep>& groepen, Omgeving& omgeving) {
  const weergave::Stijl stijl = omgeving.stijl();
  std::ostream& uit = omgeving.uit;
  uit << "gebruik: pga OPDRACHT [NUMMER] [OPTIES]\n\n"
      << alinea(
             "Dossiers van de persoonsgerichte aanpak radicalisering: van melding tot sluiten, verzegeld, met de "
             "termijnen van de wet.",
             stijl)
      << '\n';
  for (const Groep& groep : groepen) {
    uit << '\n' << groep.titel << ":\n";
    for (const auto& o : groep.opdrachten) uit << fmt::format("  {:<12} {}\n", o->naam(), o->kort());
  }
  uit << "\noveral: -C MAP (welke kast), --peildatum DATUM (reken met die dag), --json,\n"
      << "--droog (leg niets vast), -q (stil), -v (noem de bestanden)\n"
      << "\nBegin: pga sleutel nieuw, pga init, pga gebruiker toevoegen.\n"
      << "Meer over een opdracht: pga help OPDRACHT. Een leeg formulier:\npga OPDRACHT --sjabloon.\n";
}

std::vector<std::string> namen_van(const std::vector<Tak>& takken) {
  std::vector<std::string> uit;
  for (const Tak& t : takken) uit.emplace_back(t.opdracht->naam());
  return uit;
}

/// The deepest command that the line named.
const Tak* gekozen(const std::vector<Tak>& takken) {
  for (const Tak& t : takken) {
    if (!t.app->parsed()) continue;
    const Tak* dieper = gekozen(t.takken);
    return dieper == nullptr ? &t : dieper;
  }
  return nullptr;
}

std::string bedoelde(const std::string& woord, const std::vector<std::string>& kandidaten,
                     const std::string& anders) {
  const std::string beste = nabij(woord, kandidaten);
  return beste.empty() ? anders : fmt::format("bedoelde u {}?", beste);
}

[[noreturn]] void onbekend(const std::string& woord, const Tak* tak, const std::vector<Tak>& takken,
                           const AppOpties& globaal) {
  const std::string pad = tak == nullptr ? "pga" : tak->pad;
  const std::string help = fmt::format("{} --help toont wat er kan", pad);
  if (woord.rfind('-', 0) == 0) {
    std::vector<std::string> namen = globaal.lange_namen;
    if (tak != nullptr) namen.insert(namen.end(), tak->opties->lange_namen.begin(), tak->opties->lange_namen.end());
    const std::string kaal = woord.substr(0, woord.find('='));
    throw Fout(FoutSoort::gebruik, fmt::format("{} kent geen optie {}", pad, kaal), bedoelde(kaal, namen, help));
  }
  if (tak == nullptr || !tak->opdracht->doet_zelf()) {
    throw Fout(FoutSoort::gebruik, fmt::format("{} kent geen opdracht {}", pad, woord),
               bedoelde(woord, namen_van(tak == nullptr ? takken : tak->takken), help));
  }
  throw Fout(FoutSoort::gebruik, fmt::format("{}: hier hoort \"{}\" niet", pad, woord), help);
}

/// What stands before the name of a part is for nobody: it is the part that runs.
void eis_op_hun_plaats(const std::vector<Tak>& takken) {
  for (const Tak& t : takken) {
    if (!t.app->parsed()) continue;
    const Tak* deel = gekozen(t.takken);
    if (deel == nullptr) return;
    for (const CLI::Option* o : t.app->get_options()) {
      if (o->count() == 0) continue;
      throw Fout(FoutSoort::gebruik, fmt::format("{}: hier hoort \"{}\" niet", deel->pad, o->results().front()),
                 fmt::format("{} --help toont wat er kan", deel->pad));
    }
    return eis_op_hun_plaats(t.takken);
  }
}

/// The parser's other complaints are about values: an option without one, a flag with one.
[[noreturn]] void verkeerd(const CLI::ParseError& e, const Tak* tak) {
  const std::string pad = tak == nullptr ? "pga" : tak->pad;
  const std::string tekst = e.what();
  const std::size_t begin = std::min(tekst.find("-"), tekst.size());
  const std::string optie = tekst.substr(begin, tekst.find_first_of(":= ", begin) - begin);
  const bool te_weinig = dynamic_cast<const CLI::ArgumentMismatch*>(&e) != nullptr;
  throw Fout(FoutSoort::gebruik,
             te_weinig ? fmt::format("{}: na {} hoort een waarde", pad, optie)
                       : fmt::format("{}: bij {} hoort geen waarde", pad, optie),
             fmt::format("{} --help toont wat er kan", pad));
}

/// `pga help` and `pga help sleutel nieuw` are other words for --help.
std::vector<std::string> zonder_help(const std::vector<std::string>& argv) {
  if (argv.empty() || argv.front() != "help") return argv;
  std::vector<std::string> uit(argv.begin() + 1, argv.end());
  uit.emplace_back("--help");
  return uit;
}

}  // namespace

int ontleed_en_doe(const std::vector<std::string>& argv, Omgeving& omgeving) {
  if (!argv.empty() && argv.front() == kVoltooi) {
    druk_kandidaten(omgeving, {argv.begin() + 1, argv.end()});
    return 0;
  }
  CLI::App app;
  app.require_subcommand(0, 1);
  app.set_help_flag("-h,--help");
  bool toon_versie = false;
  app.add_flag("--versie,--version", toon_versie);
  AppOpties globaal(app);
  bind_globaal(globaal, omgeving.globaal);
  const std::vector<Groep> groepen = maak_opdrachten();
  const std::vector<std::string> woorden = zonder_help(argv);
  std::vector<Tak> takken;
  for (const Groep& groep : groepen) {
    for (const auto& opdracht : groep.opdrachten) {
      takken.emplace_back();
      hang_op(takken.back(), app, *opdracht, "pga", woorden);
    }
  }
  std::vector<std::string> omgekeerd(woorden.rbegin(), woorden.rend());  // CLI11 wants it so
  try {
    app.parse(omgekeerd);
  } catch (const CLI::CallForHelp&) {
    const Tak* tak = gekozen(takken);
    if (tak == nullptr && woorden.size() > 1 && argv.front() == "help" && !argv.at(1).starts_with('-')) {
      onbekend(argv.at(1), nullptr, takken, globaal);
    }
    if (tak == nullptr) {
      hulp_van_pga(groepen, omgeving);
    } else {
      hulp_van(*tak, globaal, omgeving);
    }
    return 0;
  } catch (const CLI::ExtrasError&) {
    const std::vector<std::string> over = app.remaining(true);
    onbekend(over.empty() ? std::string() : over.front(), gekozen(takken), takken, globaal);
  } catch (const CLI::ParseError& e) {
    verkeerd(e, gekozen(takken));
  }
  if (toon_versie) {
    omgeving.uit << "pga " << kVersie << '\n';
    return 0;
  }
  const Tak* tak = gekozen(takken);
  eis_op_hun_plaats(takken);
  if (tak == nullptr || !tak->opdracht->doet_zelf()) {
    throw Fout(FoutSoort::gebruik,
               tak == nullptr ? "geen opdracht gegeven" : fmt::format("{}: geen opdracht gegeven", tak->pad),
               fmt::format("{} --help toont wat er kan", tak == nullptr ? "pga" : tak->pad));
  }
  constexpr std::size_t kPga = 4;  // "pga "
  return met_logboek(omgeving, tak->pad.substr(kPga), [&] { return tak->opdracht->doe(omgeving); });
}

}  // namespace pga::cli
