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
  return std::find(argv.begin(), argv.end(), "--nagios") != argv.end();
}

int nagios_onbekend(Omgeving& omgeving, const Fout& fout) {
  std::string tekst = weergave::veilig(fout.what());
  std::replace(tekst.begin(), tekst.end(), '|', '/');  // the bar begins performance data
  omgeving.uit << "PGA UNKNOWN - " << tekst << '\n';
  return kUnknown;
}

}  // namespace pga::cli
