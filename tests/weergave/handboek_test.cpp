// SPDX-License-Identifier: EUPL-1.2
//
// Pages of man/ that come from tables of the code are up to date. PGA_BIJWERKEN=1 in the environment rewrites them.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "lib/weergave/handboek.h"

using namespace pga;

namespace {

constexpr const char* kBegin = ".\\\" --- hieronder: uit de tabel in de code\n";
constexpr const char* kEinde = ".\\\" --- hierboven: uit de tabel in de code\n";

void hoort_te_zijn(const std::string& pagina, const std::string& deel) {
  const std::string pad = std::string(PGA_BRON) + "/man/" + pagina;
  std::ifstream in(pad, std::ios::binary);
  const std::string er{std::istreambuf_iterator<char>(in), {}};
  const std::size_t begin = er.find(kBegin);
  const std::size_t einde = er.find(kEinde);
  REQUIRE(begin != std::string::npos);
  REQUIRE(einde != std::string::npos);
  const std::size_t vanaf = begin + std::string(kBegin).size();
  if (std::getenv("PGA_BIJWERKEN") != nullptr) {  // NOLINT(concurrency-mt-unsafe): one thread
    std::ofstream(pad, std::ios::binary) << er.substr(0, vanaf) << deel << er.substr(einde);
    return;
  }
  CHECK(er.substr(vanaf, einde - vanaf) == deel);
}

}  // namespace

TEST_CASE("pga-recht(7) says what pga uitleg says") {
  hoort_te_zijn("pga-recht.7", weergave::recht_man(proces::uitleg()));
}

TEST_CASE("pga-termijnen(7) has the rules that pga reckons with") {
  hoort_te_zijn("pga-termijnen.7", weergave::regels_man(termijn::regels()));
}
