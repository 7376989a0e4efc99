// SPDX-License-Identifier: EUPL-1.2
#include "cli/invoer.h"

#include <filesystem>

#include "lib/basis/fout.h"
#include "lib/kast/bestand.h"
#include "lib/yaml/strikt.h"

namespace pga::cli {

std::string lees_document(const std::string& naam) {
  namespace fs = std::filesystem;
  if (naam.empty()) {
    throw Fout(FoutSoort::gebruik, "er staat geen naam van een bestand",
               "noem het bestand, of - voor de standaardinvoer");
  }
  const fs::path pad = naam == "-" ? "/dev/stdin" : naam;
  std::error_code fout;
  const fs::file_status wat = fs::status(pad, fout);
  if (fs::is_regular_file(wat) && fs::file_size(pad, fout) > yaml::kMaxDocument && !fout)
    return std::string(yaml::kMaxDocument + 1, ' ');
  try {
    return kast::lees_invoer(naam, yaml::kMaxDocument);
  } catch (const Fout&) {
    if (!fs::is_fifo(wat)) throw;
    return std::string(yaml::kMaxDocument + 1, ' ');  // a pipe fails in no other way
  }
}

}  // namespace pga::cli
