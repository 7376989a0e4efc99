// SPDX-License-Identifier: EUPL-1.2
#include "cli/nagios.h"

#include <algorithm>
#include <ostream>

#include "lib/weergave/tekst.h"

namespace pga::cli {
namespace {

constexpr int kUnknown = 3;

}  // namespace

bool is_nagios(const std::vector<std::string>& argv) {
  return std::any_of(argv.begin(), argv.end(), [](const std::string& a) {
    return a == "--nagios" || a.rfind("--nagios=", 0) == 0;  // a value does not belong there, and is taken
  });
}

int nagios_onbekend(Omgeving& omgeving, const Fout& fout) {
  std::string tekst = weergave::veilig(fout.what());
  std::replace(tekst.begin(), tekst.end(), '|', '/');  // the bar begins performance data
  omgeving.uit << "PGA UNKNOWN - " << tekst << '\n';
  return kUnknown;
}

}  // namespace pga::cli
