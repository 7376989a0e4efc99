// SPDX-License-Identifier: EUPL-1.2
// The public age test vectors (C2SP/CCTV): each file must give exactly its failure class. Without the vectors the
// test is skipped, visibly (exit 77); with a directory that holds none of them it fails.
#include <sodium.h>
#include <zlib.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/seal/age.h"

namespace {

namespace fs = std::filesystem;
using pga::seal::AgeError;
using pga::seal::AgeFailure;
using pga::seal::Identity;
using pga::seal::SecretBytes;

constexpr int kSkip = 77;

struct Vector {
  std::multimap<std::string, std::string> fields;
  std::string file;

  [[nodiscard]] std::string get(const std::string& key) const {
    const auto found = fields.find(key);
    return found == fields.end() ? std::string{} : found->second;
  }
};

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Nothing when a line is not `key: value` or the key is not one of the format's: such files are to be skipped.
std::optional<Vector> parse(std::string_view text) {
  static const std::set<std::string> kKnown = {"expect",  "payload",  "identity",   "passphrase",
                                               "armored", "file key", "compressed", "comment"};
  Vector vector;
  while (true) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line.empty()) break;
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    std::string key(line.substr(0, colon));
    if (kKnown.count(key) == 0) return std::nullopt;
    vector.fields.emplace(std::move(key), line.substr(colon + 2));
  }
  if (vector.get("expect").empty()) return std::nullopt;
  vector.file = text;
  return vector;
}

std::string inflate_all(const std::string& packed) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) throw std::runtime_error("zlib does not start");
  std::string input = packed;
  std::string out;
  std::vector<Bytef> room(1 << 16);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = room.data();
    stream.avail_out = static_cast<uInt>(room.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(reinterpret_cast<const char*>(room.data()), room.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END) throw std::runtime_error("a vector does not inflate");
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  char hex[2 * sizeof hash + 1];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

std::string name_of(AgeFailure failure) {
  switch (failure) {
    case AgeFailure::header:
      return "header failure";
    case AgeFailure::hmac:
      return "HMAC failure";
    case AgeFailure::no_match:
      return "no match";
    case AgeFailure::payload:
      return "payload failure";
    case AgeFailure::armor:
      return "armor failure";
  }
  return "?";
}

template <typename Open>
std::string outcome(const Vector& vector, Open open) {
  try {
    const SecretBytes plaintext = open();
    return sha256_hex(plaintext.view()) == vector.get("payload") ? "success" : "success, but another payload";
  } catch (const AgeError& error) {
    return name_of(error.failure());
  }
}

/// Every outcome of opening the file: with its identities, and with its first passphrase.
std::set<std::string> outcomes(const Vector& vector) {
  const std::string file = vector.get("compressed") == "zlib" ? inflate_all(vector.file) : vector.file;
  std::vector<Identity> identities;
  const auto [first, last] = vector.fields.equal_range("identity");
  for (auto it = first; it != last; ++it) identities.push_back(Identity::parse(it->second));
  const std::string passphrase = vector.get("passphrase");
  std::set<std::string> seen;
  if (!identities.empty() || passphrase.empty()) {
    seen.insert(outcome(vector, [&] { return pga::seal::open(file, identities); }));
  }
  if (!passphrase.empty()) {
    seen.insert(outcome(vector, [&] { return pga::seal::open_with_passphrase(file, passphrase); }));
  }
  return seen;
}

std::optional<fs::path> directory() {
  const char* given = std::getenv("PGA_AGE_VECTORS");
  if (given != nullptr && *given != '\0') return fs::path(given);
  const fs::path beside = fs::path(PGA_BRON) / ".." / "shared" / "age-vectors";
  if (fs::is_directory(beside)) return beside;
  return std::nullopt;
}

/// Why a file is not for us, or nothing.
std::string reason_to_skip(const std::optional<Vector>& vector) {
  if (!vector) return "not a vector, or with an unknown key";
  if (vector->get("identity").starts_with("AGE-SECRET-KEY-PQ-")) return "post-quantum";
  return {};
}

}  // namespace

int main() {
  const std::optional<fs::path> where = directory();
  if (!where) {
    std::puts("age-vectoren: OVERGESLAGEN: no ../shared/age-vectors; name their directory in PGA_AGE_VECTORS");
    return kSkip;
  }
  if (!fs::is_directory(*where)) {
    std::printf("age-vectoren: MISLUKT: %s is not a directory\n", where->c_str());
    return 1;
  }
  std::map<std::string, int> checked;
  std::map<std::string, int> skipped;
  int wrong = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(*where)) {
    if (!entry.is_regular_file()) continue;
    const std::optional<Vector> vector = parse(read_all(entry.path()));
    if (const std::string reason = reason_to_skip(vector); !reason.empty()) {
      ++skipped[reason];
      continue;
    }
    const std::string expected = vector->get("expect");
    ++checked[expected];
    for (const std::string& seen : outcomes(*vector)) {
      if (seen == expected) continue;
      ++wrong;
      std::printf("%s: expected %s, got %s\n", entry.path().filename().c_str(), expected.c_str(), seen.c_str());
    }
  }
  for (const auto& [name, count] : checked) std::printf("checked %3d  %s\n", count, name.c_str());
  for (const auto& [name, count] : skipped) std::printf("skipped %3d  %s\n", count, name.c_str());
  if (checked.empty()) std::puts("age-vectoren: MISLUKT: no vector found");
  return wrong == 0 && !checked.empty() ? 0 : 1;
}
