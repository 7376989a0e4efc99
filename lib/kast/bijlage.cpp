// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/bijlage.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <span>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/naamloos.h"
#include "lib/kast/systeem.h"
#include "lib/proces/bijlage.h"
#include "lib/proces/woorden.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

constexpr std::string_view kSleutel = "sleutel";
constexpr std::string_view kTerug = "haal de bijlage terug uit git of uit een kopie van de kast";

[[noreturn]] void geschonden(const Pad& pad, std::string wat, std::string_view tip = kTerug) {
  throw Fout(FoutSoort::integriteit, std::move(wat), std::string(tip), Plaats{pad.string(), 0, 0});
}

[[noreturn]] void geen_bijlage(const std::string& bron, std::string wat, std::string tip) {
  throw Fout(FoutSoort::document, std::move(wat), std::move(tip), Plaats{bron, 0, 0});
}

[[noreturn]] void te_groot(const std::string& bron) {
  geen_bijlage(bron, fmt::format("het bestand is groter dan {} MiB", kMaxBijlage >> 20U),
               "maak het kleiner, of splits het in delen");
}

std::size_t lees_deel(int fd, const Pad& pad, std::span<char> ruimte) {
  for (;;) {
    const ssize_t n = ::read(fd, ruimte.data(), ruimte.size());
    if (n >= 0) return static_cast<std::size_t>(n);
    if (errno != EINTR) systeemfout("kan niet lezen", pad, errno);
  }
}

/// The file that a user named, and zeros after it; measured on the way.
class Bron {
 public:
  explicit Bron(std::string naam)
      : fd_(naam == "-" ? ::dup(STDIN_FILENO) : ::open(naam.c_str(), O_RDONLY | O_CLOEXEC)),
        naam_(naam == "-" ? "standaardinvoer" : std::move(naam)) {
    if (!fd_.ok()) systeemfout("kan niet openen", naam_, errno);
    struct stat st {};
    if (::fstat(fd_.get(), &st) != 0) systeemfout("kan niet lezen", naam_, errno);
    if (S_ISDIR(st.st_mode)) systeemfout("kan niet lezen", naam_, EISDIR);
    if (S_ISREG(st.st_mode) && st.st_size > static_cast<off_t>(kMaxBijlage)) te_groot(naam_);
  }

  std::size_t lees(std::span<char> ruimte) {
    if (ruimte.empty()) return 0;
    if (!einde_) {
      const std::size_t n = lees_deel(fd_.get(), naam_, ruimte);
      if (n > 0) return tel(ruimte.first(n));
      einde_ = true;
      if (grootte_ == 0) geen_bijlage(naam_, "het bestand is leeg", "is dit het bestand dat u bedoelt?");
      vulling_ = std::max(kMinVulling, std::bit_ceil(grootte_)) - grootte_;
    }
    const std::size_t n = std::min(vulling_, ruimte.size());
    std::memset(ruimte.data(), 0, n);
    vulling_ -= n;
    return n;
  }

  [[nodiscard]] std::size_t grootte() const { return grootte_; }
  [[nodiscard]] std::string digest() { return digest_.finish(); }

 private:
  std::size_t tel(std::span<const char> deel) {
    grootte_ += deel.size();
    if (grootte_ > kMaxBijlage) te_groot(naam_);
    digest_.update({deel.data(), deel.size()});
    return deel.size();
  }

  Fd fd_;
  std::string naam_;  // for messages
  seal::Digester digest_;
  std::size_t grootte_ = 0;
  std::size_t vulling_ = 0;
  bool einde_ = false;
};

/// The sealed file, whose digest is taken while it is read.
class Verzegeld {
 public:
  explicit Verzegeld(const Bijlage& b)
      : b_(b), fd_(::open(b.pad.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
    if (!fd_.ok() && errno == ENOENT) geschonden(b.pad, "deze bijlage ontbreekt");
    if (!fd_.ok()) systeemfout("kan niet openen", b.pad, errno);
    struct stat st {};
    if (::fstat(fd_.get(), &st) != 0) systeemfout("kan niet lezen", b.pad, errno);
    if (!S_ISREG(st.st_mode)) geschonden(b.pad, "dit is geen gewoon bestand");
  }

  std::size_t lees(std::span<char> ruimte) {
    const std::size_t n = lees_deel(fd_.get(), b_.pad, ruimte);
    digest_.update({ruimte.data(), n});
    return n;
  }

  /// After the last byte.
  void eis_digest() {
    if (digest_.finish() != b_.bestand)
      geschonden(b_.pad, "deze bijlage is veranderd, of met een andere verwisseld");
  }

  /// Whatever is left, for the digest.
  void lees_uit() {
    std::string blok(std::size_t{64} << 10U, '\0');
    while (lees({blok.data(), blok.size()}) > 0) {
    }
  }

 private:
  const Bijlage& b_;
  Fd fd_;
  seal::Digester digest_;
};

/// What comes out of the seal: first the file, then zeros and nothing else.
class Uitpakker {
 public:
  Uitpakker(const BijlageInhoud& wat, const seal::Sink& naar) : wat_(wat), naar_(naar) {}

  void neem(std::string_view bytes) {
    const std::string_view deel = bytes.substr(0, wat_.grootte - std::min(wat_.grootte, gezien_));
    gezien_ += bytes.size();
    const std::string_view rest = bytes.substr(deel.size());
    nullen_ = nullen_ && rest.find_first_not_of('\0') == std::string_view::npos;
    if (deel.empty()) return;
    digest_.update(deel);
    naar_(deel);
  }

  [[nodiscard]] bool klopt() {
    const std::size_t hoort = std::max(kMinVulling, std::bit_ceil(wat_.grootte));
    return nullen_ && gezien_ == hoort && digest_.finish() == wat_.inhoud;
  }

 private:
  const BijlageInhoud& wat_;
  const seal::Sink& naar_;
  seal::Digester digest_;
  std::size_t gezien_ = 0;
  bool nullen_ = true;
};

/// The part of a stuk that holds the key, if it is open.
const Waarde* open_deel(const GeladenStuk& s, Compartiment& waar) {
  for (const Compartiment c : kCompartimenten) {
    const auto& deel = s.delen.at(static_cast<std::size_t>(c));
    if (c == Compartiment::termijnen || !deel || deel->vind(kSleutel) == nullptr) continue;
    waar = c;
    return &*deel;
  }
  return nullptr;
}

/// Reads what the author wrote; `waarom` says what is wrong with it.
std::optional<BijlageInhoud> lees_inhoud(const GeladenStuk& s, std::string& waarom) {
  Compartiment waar = Compartiment::zaak;
  const Waarde* deel = open_deel(s, waar);
  if (deel == nullptr) return std::nullopt;
  const Waarde* grootte = deel->vind("grootte");
  const bool maat = grootte != nullptr && grootte->is_getal() && grootte->getal() > 0 &&
                    grootte->getal() <= static_cast<std::int64_t>(kMaxBijlage);
  try {
    if (maat && seal::is_digest(deel->tekst_van("inhoud"))) {
      return BijlageInhoud{waar,
                           deel->tekst_van("naam"),
                           deel->tekst_van("omschrijving"),
                           deel->tekst_van("inhoud"),
                           static_cast<std::size_t>(grootte->getal()),
                           seal::Identity::parse(deel->tekst_van(kSleutel))};
    }
  } catch (const Fout&) {
    // the key is none
  }
  waarom = "het stuk van deze bijlage zegt niet goed hoe zij opengaat";
  return std::nullopt;
}

}  // namespace

Pad bijlage_map(const Pad& dossier) {
  const Pad naam = dossier.filename();
  const Pad boven = dossier.parent_path();  // of gemeente the kast, of another dossier its year
  if (naam == Pad(Nummer::gemeente().tekst())) return boven / kBijlagen / naam;
  return boven.parent_path().parent_path() / kBijlagen / boven.filename() / naam;
}

std::string bijlage_naam(Datum datum, std::string_view digest) {
  return fmt::format("{}-{}{}", datum.tekst(), seal::hash8(digest), kBijlageEinde);
}

bool begint_verzegeld(const Pad& pad) {
  std::ifstream in(pad, std::ios::binary);
  std::string begin(64, '\0');
  if (!in.is_open()) return true;
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(in.gcount()));
  return seal::is_age(begin);
}

bool is_bijlage_naam(std::string_view naam) {
  constexpr std::size_t kStam = 19;  // <datum>-<hash8>
  return naam.size() == kStam + kBijlageEinde.size() && naam.substr(kStam) == kBijlageEinde && naam[10] == '-' &&
         Datum::lees(naam.substr(0, 10)) &&
         naam.substr(11, 8).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::vector<Bijlage> bijlagen_van(const GeladenDossier& dossier) {
  std::vector<Bijlage> uit;
  const Pad map = bijlage_map(dossier.map);
  for (const GeladenStuk& s : dossier.stukken) {
    if (s.soort != proces::naam(proces::Soort::bijlage)) continue;
    const proces::Bijlage velden = proces::lees_bijlage(s.inhoud);
    Bijlage b{s.stuk.digest, velden.bestand, velden.bij, s.stuk.kop.datum, {}, std::nullopt, {}};
    if (seal::is_digest(b.bestand)) {
      b.pad = map / bijlage_naam(b.datum, b.bestand);
      b.open = lees_inhoud(s, b.waarom_niet);
    } else {
      b.pad = s.bestand;
      b.waarom_niet = "het stuk van deze bijlage noemt geen bestand";
    }
    uit.push_back(std::move(b));
  }
  return uit;
}

NieuweBijlage verzegel_bijlage(const Kast& kast, const std::string& naam, bool droog) {
  Bron bron(naam);
  seal::Digester digest;
  NieuweBijlage uit{{}, {}, 0, 0, seal::Identity::generate(), nullptr};
  const Pad doel = kast.map() / kBijlagen;  // for messages
  if (!droog) uit.klaar = std::make_shared<Naamloos>(kast.map(), 0644);
  seal::seal_stream([&](std::span<char> ruimte) { return bron.lees(ruimte); },
                    [&](std::string_view bytes) {
                      digest.update(bytes);
                      uit.omvang += bytes.size();
                      if (uit.klaar) uit.klaar->schrijf(doel, bytes);
                    },
                    uit.sleutel.recipient());
  if (uit.klaar) uit.klaar->leg_vast(doel);
  uit.bestand = digest.finish();
  uit.inhoud = bron.digest();
  uit.grootte = bron.grootte();
  return uit;
}

void noteer_bijlage(Waarde& document, const NieuweBijlage& b) {
  document.zet("bestand", b.bestand);
  document.zet("grootte", static_cast<std::int64_t>(b.grootte));
  document.zet("inhoud", b.inhoud);
  document.zet(kSleutel, std::string(b.sleutel.text().view()));
}

NieuwBestand bijlage_bestand(const Pad& dossier, Datum datum, const NieuweBijlage& b) {
  return {bijlage_map(dossier) / bijlage_naam(datum, b.bestand), {}, 0644, b.klaar, b.omvang};
}

void eis_ongeschonden(const Bijlage& b) {
  if (!b.waarom_niet.empty())
    geschonden(b.pad, b.waarom_niet, "vraag de auteur om een nieuw stuk dat dit vervangt");
  Verzegeld bestand(b);
  bestand.lees_uit();
  bestand.eis_digest();
}

void open_bijlage(const Bijlage& b, const seal::Sink& naar) {
  if (!b.open) {
    eis_ongeschonden(b);
    throw Fout(FoutSoort::sleutel, "uw sleutel opent deze bijlage niet", "vraag de casusregisseur om toegang",
               Plaats{b.pad.string(), 0, 0});
  }
  Verzegeld bestand(b);
  Uitpakker uitpakker(*b.open, naar);
  try {
    seal::open_stream([&](std::span<char> ruimte) { return bestand.lees(ruimte); },
                      [&](std::string_view bytes) { uitpakker.neem(bytes); }, b.open->sleutel);
  } catch (const seal::AgeError&) {
    bestand.lees_uit();
    bestand.eis_digest();  // not as the author left it; else the author sealed something else
    geschonden(b.pad, "deze bijlage gaat niet open met de sleutel die haar stuk noemt",
               "vraag de auteur om een nieuw stuk dat dit vervangt");
  }
  bestand.eis_digest();
  if (!uitpakker.klopt()) {
    geschonden(b.pad, "in deze bijlage zit iets anders dan haar stuk zegt",
               "vraag de auteur om een nieuw stuk dat dit vervangt");
  }
}

void schrijf_bijlage(const Bijlage& b, const Pad& doel) {
  const auto nieuw = std::make_shared<Naamloos>(doel.parent_path(), 0600);
  open_bijlage(b, [&](std::string_view bytes) { nieuw->schrijf(doel, bytes); });
  nieuw->leg_vast(doel);
  nieuw->geef_naam(doel);
  sync_map(doel.parent_path());
}

void verberg_sleutel(Waarde& deel) {
  if (deel.is_kaart() && deel.tekst_van(kSleutel).rfind("AGE-SECRET-KEY-1", 0) == 0) deel.verwijder(kSleutel);
}

}  // namespace pga::kast
