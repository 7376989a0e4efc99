// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/header.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "lib/seal/age.h"
#include "lib/seal/base64.h"
#include "lib/seal/bytes.h"

namespace pga::seal {
namespace {

constexpr std::string_view kStanzaMark = "-> ";
constexpr std::size_t kColumns = 64;
constexpr std::size_t kLineBytes = 48;

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}
  [[nodiscard]] std::size_t at() const { return at_; }

  [[nodiscard]] bool next_is(std::string_view mark) const { return file_.substr(at_).starts_with(mark); }

  std::string_view line() {
    const std::size_t end = file_.find('\n', at_);
    if (end == std::string_view::npos) refuse_header("hij is afgekapt");
    const std::string_view line = file_.substr(at_, end - at_);
    at_ = end + 1;
    return line;
  }

 private:
  std::string_view file_;
  std::size_t at_ = 0;
};

std::vector<std::string_view> parse_args(std::string_view line) {
  line.remove_prefix(kStanzaMark.size());
  std::vector<std::string_view> args;
  while (true) {
    const std::size_t end = line.find(' ');
    const std::string_view arg = line.substr(0, end);
    const bool visible = std::all_of(arg.begin(), arg.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (arg.empty() || !visible) refuse_header("een sleutelblok heeft een leeg of vreemd veld");
    args.push_back(arg);
    if (end == std::string_view::npos) return args;
    line.remove_prefix(end + 1);
  }
}

/// Lines of 64 signs and then a shorter one, which may be empty.
std::string parse_body(Reader& reader) {
  std::string body;
  while (true) {
    const std::string_view line = reader.line();
    if (line.size() > kColumns) refuse_header("een sleutelblok heeft een te lange regel");
    std::array<std::uint8_t, kLineBytes> room;
    const std::optional<std::size_t> count = base64_decode(line, Padding::none, room);
    if (!count) refuse_header("een sleutelblok is niet goed geschreven (base64)");
    body.append(text_of(std::span<const std::uint8_t>(room).first(*count)));
    if (*count < kLineBytes) return body;
  }
}

}  // namespace

void refuse_header(std::string_view detail) {
  throw AgeError(AgeFailure::header, fmt::format("de kop van het verzegelde bestand klopt niet: {}", detail));
}

Header parse_header(std::string_view file) {
  Reader reader(file);
  if (!reader.next_is(kVersionLine)) {
    refuse_header(reader.next_is("age-encryption.org/") ? "dit is een andere versie van age dan v1"
                                                        : "dit is geen age-bestand");
  }
  static_cast<void>(reader.line());
  Header header;
  while (reader.next_is(kStanzaMark)) {
    Stanza stanza;
    stanza.args = parse_args(reader.line());
    stanza.body = parse_body(reader);
    header.stanzas.push_back(std::move(stanza));
  }
  header.maced = file.substr(0, reader.at() + kFooterMark.size());
  const std::string_view footer = reader.line();
  if (!footer.starts_with("--- ")) refuse_header("de regel met de controlecode ontbreekt");
  if (!base64_decode_exact(footer.substr(4), Padding::none, header.mac)) {
    refuse_header("de controlecode is niet goed geschreven");
  }
  if (header.stanzas.empty()) refuse_header("er is geen sleutelblok");
  header.size = reader.at();
  return header;
}

std::string write_stanza(std::string_view args, std::string_view body) {
  std::string text(kStanzaMark);
  text.append(args).push_back('\n');
  for (std::size_t at = 0; at <= body.size(); at += kLineBytes) {
    base64_append(text, bytes_of(body.substr(at, kLineBytes)), Padding::none);
    text.push_back('\n');
  }
  return text;
}

}  // namespace pga::seal
