// SPDX-License-Identifier: EUPL-1.2
//
// One try, one translation of errors, one exit.
#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "cli/nagios.h"
#include "cli/omgeving.h"
#include "cli/opdracht.h"
#include "lib/seal/secret.h"
#include "lib/weergave/bevindingen.h"

namespace {

/// Says what went wrong, and answers with the exit code.
int zeg(pga::cli::Omgeving& omgeving, const std::vector<std::string>& argv, const pga::Fout& fout) {
  const int code = pga::exit_code(fout.soort());
  if (pga::cli::is_nagios(argv)) return pga::cli::nagios_onbekend(omgeving, fout);
  if (omgeving.globaal.json) {
    omgeving.fout << pga::weergave::fout_json(fout.bevindingen(), code);
  } else {
    omgeving.fout << pga::weergave::meldingen(fout.bevindingen(), omgeving.stijl_fout());
  }
  return code;
}

int doe(pga::cli::Omgeving& omgeving, const std::vector<std::string>& argv) {
  try {
    pga::seal::harden_process();
    const int code = pga::cli::ontleed_en_doe(argv, omgeving);
    omgeving.uit.flush();
    if (!omgeving.uit) {
      throw pga::Fout(pga::FoutSoort::algemeen, "kan het antwoord niet schrijven",
                      "is de schijf vol, of stopte het programma dat meelas?");
    }
    return code;
  } catch (const pga::Fout& fout) {
    omgeving.uit.flush();
    return zeg(omgeving, argv, fout);
  } catch (const std::bad_alloc&) {
    return zeg(omgeving, argv,
               pga::Fout(pga::FoutSoort::algemeen, "er is te weinig geheugen",
                         "sluit andere programma's en probeer het opnieuw"));
  } catch (const std::exception& fout) {
    return zeg(
        omgeving, argv,
        pga::Fout(pga::FoutSoort::algemeen, std::string("onverwachte fout: ") + fout.what(),
                  "dit hoort niet te gebeuren: meld het aan de makers van pga, zonder gegevens uit een dossier"));
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c): a closed stdout is a write error with a message
  std::signal(SIGXFSZ, SIG_IGN);  // NOLINT(cert-err33-c): so is a file that may not become larger
  std::ios::sync_with_stdio(false);
  pga::cli::Omgeving omgeving(std::cout, std::cerr);
  return doe(omgeving, std::vector<std::string>(argv + 1, argv + argc));
}
