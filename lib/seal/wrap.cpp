// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/wrap.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "lib/basis/fout.h"
#include "lib/seal/base64.h"
#include "lib/seal/hkdf.h"

namespace pga::seal {
namespace {

constexpr std::string_view kLabel = "age-encryption.org/v1/X25519";
constexpr std::array<std::uint8_t, crypto_aead_chacha20poly1305_ietf_NPUBBYTES> kZeroNonce{};
using Share = std::array<std::uint8_t, 32>;

Share share_of(const Stanza& stanza) {
  Share share;
  if (stanza.args.size() != 2 || !base64_decode_exact(stanza.args[1], Padding::none, share)) {
    refuse_header("een sleutelblok (X25519) is niet goed geschreven");
  }
  if (stanza.body.size() != kWrappedSize) refuse_header("een sleutelblok heeft een verkeerde lengte");
  return share;
}

/// The key that wraps the file key. The salt holds the recipient too, so without the public key nothing opens.
void derive(const StackKey<32>& shared, const Share& share, const Recipient& recipient, StackKey<32>& key) {
  std::array<std::uint8_t, 64> salt;
  std::copy(share.begin(), share.end(), salt.begin());
  std::copy(recipient.bytes.begin(), recipient.bytes.end(), salt.begin() + 32);
  hkdf_sha256(shared.span(), salt, kLabel, key.span());
}

}  // namespace

std::string wrap_file_key(const StackKey<16>& file_key, const StackKey<32>& key) {
  std::string wrapped(kWrappedSize, '\0');
  crypto_aead_chacha20poly1305_ietf_encrypt(reinterpret_cast<std::uint8_t*>(wrapped.data()), nullptr,
                                            file_key.data(), 16, nullptr, 0, nullptr, kZeroNonce.data(),
                                            key.data());
  return wrapped;
}

bool unwrap_file_key(std::string_view wrapped, const StackKey<32>& key, StackKey<16>& file_key) {
  if (wrapped.size() != kWrappedSize) throw std::logic_error("unwrap_file_key: wrong size");
  return crypto_aead_chacha20poly1305_ietf_decrypt(file_key.data(), nullptr, nullptr, bytes_of(wrapped).data(),
                                                   wrapped.size(), nullptr, 0, kZeroNonce.data(), key.data()) == 0;
}

std::string x25519_wrap(const StackKey<16>& file_key, const Recipient& recipient) {
  StackKey<32> ephemeral;
  StackKey<32> shared;
  StackKey<32> key;
  Share share;
  randombytes_buf(ephemeral.data(), 32);
  if (crypto_scalarmult_curve25519_base(share.data(), ephemeral.data()) != 0 ||
      crypto_scalarmult_curve25519(shared.data(), ephemeral.data(), recipient.bytes.data()) != 0) {
    throw Fout(FoutSoort::sleutel, "met deze openbare sleutel kan niet veilig worden verzegeld",
               "vraag de eigenaar om een nieuwe sleutel");
  }
  derive(shared, share, recipient, key);
  std::string args = "X25519 ";
  base64_append(args, share, Padding::none);
  return write_stanza(args, wrap_file_key(file_key, key));
}

void x25519_check(const Stanza& stanza) { static_cast<void>(share_of(stanza)); }

bool x25519_unwrap(const Stanza& stanza, const Identity& identity, StackKey<16>& file_key) {
  const Share share = share_of(stanza);
  StackKey<32> shared;
  StackKey<32> key;
  if (crypto_scalarmult_curve25519(shared.data(), identity.secret().data(), share.data()) != 0) {
    refuse_header("een sleutelblok (X25519) bevat een punt dat niet is toegestaan");
  }
  derive(shared, share, identity.recipient(), key);
  return unwrap_file_key(stanza.body, key, file_key);
}

}  // namespace pga::seal
