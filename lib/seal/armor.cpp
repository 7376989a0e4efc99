// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/armor.h"

#include <fmt/format.h>

#include <optional>

#include "lib/seal/age.h"
#include "lib/seal/base64.h"
#include "lib/seal/bytes.h"

namespace pga::seal {
namespace {

constexpr std::string_view kBegin = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view kEnd = "-----END AGE ENCRYPTED FILE-----";
constexpr std::string_view kBlank = " \t\r\n\v\f";
constexpr std::size_t kColumns = 64;
constexpr std::size_t kLineBytes = 48;
constexpr std::size_t kMaxBlank = 1024;

[[noreturn]] void refuse(std::string_view detail) {
  throw AgeError(AgeFailure::armor,
                 fmt::format("de tekstvorm (armor) van het verzegelde bestand klopt niet: {}", detail));
}

/// Takes line after line; a line's end is LF, or CRLF where any form will do.
class Lines {
 public:
  Lines(std::string_view text, ArmorForm form) : rest_(text), form_(form) {}
  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  std::string_view next() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos && form_ == ArmorForm::exact) refuse("de laatste regel eindigt niet");
    std::string_view line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
    if (form_ == ArmorForm::any && line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

 private:
  std::string_view rest_;
  ArmorForm form_;
};

void skip_blank_lines(Lines& lines) {
  std::size_t blank = 0;
  while (!lines.done()) {
    const std::string_view rest = lines.rest();
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.find_first_not_of(kBlank) != std::string_view::npos) return;
    blank += lines.next().size() + 1;
    if (blank > kMaxBlank) refuse("er staat te veel wit voor de eerste regel");
  }
}

void check_tail(std::string_view tail, ArmorForm form) {
  if (form == ArmorForm::exact && !tail.empty()) refuse("er staat iets na de laatste regel");
  if (tail.find_first_not_of(kBlank) != std::string_view::npos) refuse("er staat tekst na de laatste regel");
  if (tail.size() >= kMaxBlank) refuse("er staat te veel wit na de laatste regel");
}

}  // namespace

std::string armor(std::string_view binary) {
  std::string text;
  text.reserve(kBegin.size() + kEnd.size() + 2 + (binary.size() / kLineBytes + 1) * (kColumns + 1));
  text.append(kBegin).push_back('\n');
  for (std::size_t at = 0; at < binary.size(); at += kLineBytes) {
    base64_append(text, bytes_of(binary.substr(at, kLineBytes)), Padding::required);
    text.push_back('\n');
  }
  text.append(kEnd).push_back('\n');
  return text;
}

std::string dearmor(std::string_view text, ArmorForm form) {
  Lines lines(text, form);
  if (form == ArmorForm::any) skip_blank_lines(lines);
  if (lines.done() || lines.next() != kBegin) refuse("de eerste regel is niet " + std::string(kBegin));
  std::string binary(text.size() / 4 * 3 + kLineBytes, '\0');
  std::size_t size = 0;
  for (bool last = false;;) {
    if (lines.done()) refuse("de laatste regel ontbreekt; het bestand is afgekapt");
    const std::string_view line = lines.next();
    if (line == kEnd) break;
    if (last) refuse("er staat een regel na de korte regel die de laatste hoort te zijn");
    if (line.empty() || line.size() > kColumns) refuse("er staat een lege of te lange regel in");
    const std::span<std::uint8_t> room(reinterpret_cast<std::uint8_t*>(binary.data()) + size, kLineBytes);
    const std::optional<std::size_t> count = base64_decode(line, Padding::required, room);
    if (!count) refuse("er staat een teken in dat daar niet hoort");
    last = *count < kLineBytes;
    size += *count;
  }
  check_tail(lines.rest(), form);
  binary.resize(size);
  return binary;
}

bool begins_as_armor(std::string_view text) {
  const std::size_t start = text.find_first_not_of(kBlank);
  return start != std::string_view::npos && text.substr(start).starts_with(kBegin);
}

}  // namespace pga::seal
