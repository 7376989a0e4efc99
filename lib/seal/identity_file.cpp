// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/identity_file.h"

#include <fmt/format.h>

#include <cstring>
#include <initializer_list>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"

namespace pga::seal {
namespace {

constexpr std::string_view kPublicMark = "# public key: ";

Plaats at_line(std::string_view name, int line) { return {std::string(name), line, 0}; }

[[noreturn]] void refuse(std::string wat, std::string tip, Plaats plaats) {
  throw Fout(FoutSoort::sleutel, std::move(wat), std::move(tip), std::move(plaats));
}

/// Runs `read` and gives what it throws its place.
template <typename Read>
auto placed(const Plaats& plaats, Read read) {
  try {
    return read();
  } catch (const Fout& fout) {
    const Bevinding& finding = fout.bevindingen().front();
    throw Fout(fout.soort(), finding.wat, finding.tip, plaats);
  }
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return line;
}

/// As the stock age reads it: comments, empty lines, one secret a line, LF or CRLF.
std::vector<Identity> parse_lines(std::string_view text, std::string_view name) {
  std::vector<Identity> identities;
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = take_line(text);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    identities.push_back(placed(at_line(name, number), [&] { return Identity::parse(line); }));
  }
  if (identities.empty()) {
    refuse("in dit bestand staat geen sleutel",
           "een sleutelbestand heeft een regel die begint met AGE-SECRET-KEY-1; maak er een met "
           "`pga sleutel nieuw`",
           at_line(name, 0));
  }
  return identities;
}

std::vector<Identity> parse_sealed(std::string_view bytes, std::string_view name, const PassphraseReader& ask) {
  const Plaats plaats = at_line(name, 0);
  const std::vector<std::string> types = placed(plaats, [&] { return stanza_types(bytes); });
  if (types.size() != 1 || types.front() != "scrypt") {
    refuse("dit sleutelbestand is voor een andere sleutel verzegeld, niet met een wachtwoord",
           "open het eerst met `age -d -i SLEUTEL`, of geef uw eigen sleutelbestand", plaats);
  }
  if (!ask) {
    refuse("dit sleutelbestand vraagt een wachtwoord en er is niemand om het te vragen",
           "geef het wachtwoord via PGA_WACHTWOORD_FD, of werk op een terminal", plaats);
  }
  const SecretBytes passphrase = ask(name);
  const SecretBytes text = placed(plaats, [&] {
    try {
      return open_with_passphrase(bytes, passphrase.view());
    } catch (const AgeError& error) {
      if (error.failure() != AgeFailure::no_match) throw;
      throw Fout(FoutSoort::sleutel, "het wachtwoord van dit sleutelbestand klopt niet",
                 "probeer het opnieuw; let op hoofdletters en de stand van Caps Lock");
    }
  });
  return parse_lines(text.view(), name);
}

/// Joins the parts in locked memory.
SecretBytes join(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const std::string_view part : parts) size += part.size();
  SecretBytes whole(size);
  std::size_t at = 0;
  for (const std::string_view part : parts) {
    if (!part.empty()) std::memcpy(whole.data() + at, part.data(), part.size());
    at += part.size();
  }
  return whole;
}

SecretBytes with_public_half(const Identity& identity) {
  const std::string recipient = identity.recipient().text();
  const SecretBytes secret = identity.text();
  return join({kPublicMark, recipient, "\n", secret.view(), "\n"});
}

}  // namespace

std::vector<Identity> read_identity_file(std::string_view bytes, std::string_view name,
                                         const PassphraseReader& ask) {
  return is_age(bytes) ? parse_sealed(bytes, name, ask) : parse_lines(bytes, name);
}

SecretBytes identity_file(const Identity& identity, std::string_view created) {
  const SecretBytes keys = with_public_half(identity);
  return join({"# created: ", created, "\n", keys.view()});
}

SecretBytes key_file(const std::vector<Identity>& identities) {
  std::vector<SecretBytes> parts;
  std::size_t size = 0;
  for (const Identity& identity : identities) {
    parts.push_back(with_public_half(identity));
    size += parts.back().size();
  }
  SecretBytes whole(size);
  std::size_t at = 0;
  for (const SecretBytes& part : parts) {
    std::memcpy(whole.data() + at, part.data(), part.size());
    at += part.size();
  }
  return whole;
}

std::optional<std::size_t> keys_in_sealed(std::size_t length) {
  constexpr std::size_t kHeader = 22 + 54 + 44 + 48;  // version, one X25519 stanza, its body, the MAC; each a line
  constexpr std::size_t kNonce = 16;
  constexpr std::size_t kTag = 16;
  constexpr std::size_t kChunk = std::size_t{64} << 10U;
  constexpr std::size_t kIdentity = kPublicMark.size() + 62 + 1 + 74 + 1;  // "age1…", "AGE-SECRET-KEY-1…"
  if (length <= kHeader + kNonce) return std::nullopt;
  const std::size_t payload = length - kHeader - kNonce;
  const std::size_t chunks = (payload + kChunk + kTag - 1) / (kChunk + kTag);
  if (payload <= chunks * kTag) return std::nullopt;
  const std::size_t text = payload - chunks * kTag;
  return text % kIdentity == 0 ? std::optional<std::size_t>(text / kIdentity) : std::nullopt;
}

std::vector<Identity> read_key_file(std::string_view text, std::string_view name) {
  const std::string tip = "vraag de regisseur om het sleutelbestand opnieuw te maken";
  if (text.empty() || !text.ends_with('\n')) {
    refuse("dit sleutelbestand is leeg of afgekapt", tip, at_line(name, 0));
  }
  std::vector<Identity> identities;
  for (int number = 1; !text.empty(); number += 2) {
    std::string_view mark = take_line(text);
    if (!mark.starts_with(kPublicMark)) {
      refuse(fmt::format("hier hoort een regel die begint met `{}`", kPublicMark), tip, at_line(name, number));
    }
    mark.remove_prefix(kPublicMark.size());
    const Recipient claimed = placed(at_line(name, number), [&] { return Recipient::parse(mark); });
    const std::string_view secret = take_line(text);
    identities.push_back(placed(at_line(name, number + 1), [&] { return Identity::parse_with(secret, claimed); }));
  }
  return identities;
}

}  // namespace pga::seal
