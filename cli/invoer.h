// SPDX-License-Identifier: EUPL-1.2
//
// The bytes of a document that a user named ("-" is standard input). A file or pipe of more than the strict reader
// takes comes back one byte too long, never whole: that reader then says what is too large, and exits 16.
#pragma once

#include <string>

namespace pga::cli {

/// Throws Fout(algemeen) when it cannot be read.
[[nodiscard]] std::string lees_document(const std::string& naam);

}  // namespace pga::cli
