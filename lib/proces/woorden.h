// SPDX-License-Identifier: EUPL-1.2
//
// The choice words of the process as enums. naam(x) gives the word as it stands in files and JSON; lees<E>(word)
// the value, if it is one. The words are those of the schemas.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace pga::proces {

/// Specialised for each enum below: `namen`, in the order of its values.
template <class E>
struct Woorden;

template <class E>
[[nodiscard]] constexpr std::string_view naam(E waarde) {
  return Woorden<E>::namen.at(static_cast<std::size_t>(waarde));
}

template <class E>
[[nodiscard]] constexpr std::optional<E> lees(std::string_view woord) {
  for (std::size_t i = 0; i < Woorden<E>::namen.size(); ++i) {
    if (Woorden<E>::namen[i] == woord) return static_cast<E>(i);
  }
  return std::nullopt;
}

/// Where a dossier stands.
enum class Fase { melding, weging, opgenomen, niet_opgenomen, aangehouden, afgesloten };
template <>
struct Woorden<Fase> {
  static constexpr std::array<std::string_view, 6> namen = {"melding",        "weging",      "opgenomen",
                                                            "niet_opgenomen", "aangehouden", "afgesloten"};
};

enum class Soort {
  opening,
  melding,
  aanmelding,
  aanvulling,
  afdoening,
  lopend,
  weging,
  bevestiging,
  beoordeling,
  profiel,
  plan,
  notificatie,
  afsluiting,
  audit,
  jaarverslag,
  screening,
  bewaring,
  verzoek,
  correctie,
  datalek,
  overleg,
  deelname,
  toegang,
  vernietiging,
  uitreiking,
  aantallen,
  actielijst,
  advies,
  bijlage,
  overdracht,
  contextcasusformulier,
};
template <>
struct Woorden<Soort> {
  static constexpr std::array<std::string_view, 31> namen = {"opening",
                                                             "melding",
                                                             "aanmelding",
                                                             "aanvulling",
                                                             "afdoening",
                                                             "lopend",
                                                             "weging",
                                                             "bevestiging",
                                                             "beoordeling",
                                                             "profiel",
                                                             "plan",
                                                             "notificatie",
                                                             "afsluiting",
                                                             "audit",
                                                             "jaarverslag",
                                                             "screening",
                                                             "bewaring",
                                                             "verzoek",
                                                             "correctie",
                                                             "datalek",
                                                             "overleg",
                                                             "deelname",
                                                             "toegang",
                                                             "vernietiging",
                                                             "uitreiking",
                                                             "aantallen",
                                                             "actielijst",
                                                             "advies",
                                                             "bijlage",
                                                             "overdracht",
                                                             "contextcasusformulier"};
};

/// A deelnemer (art. 3 lid 1); a body beside them that checks or supports; or a machine of the kast.
enum class Organisatie {
  burgemeester,
  college,
  politie,
  om,
  reclassering,
  rvdk,
  rac,
  toezicht,
  fg,
  beheer,
  machine
};
template <>
struct Woorden<Organisatie> {
  static constexpr std::array<std::string_view, 11> namen = {"burgemeester", "college", "politie", "om",
                                                             "reclassering", "rvdk",    "rac",     "toezicht",
                                                             "fg",           "beheer",  "machine"};
};

/// What each may do and read is in rollen.h.
enum class Rol {
  procesregisseur,
  regisseur,
  weegploeg,
  deelnemer,
  contactpunt,
  rechtmatigheid,
  rac,
  toezicht,
  fg,
  ondersteuning,
  termijnwacht,
  meldpunt,
  reserve,
};
template <>
struct Woorden<Rol> {
  static constexpr std::array<std::string_view, 13> namen = {
      "procesregisseur", "regisseur", "weegploeg",     "deelnemer",    "contactpunt", "rechtmatigheid", "rac",
      "toezicht",        "fg",        "ondersteuning", "termijnwacht", "meldpunt",    "reserve"};
};

enum class JaNee { ja, nee, onbekend };
template <>
struct Woorden<JaNee> {
  static constexpr std::array<std::string_view, 3> namen = {"ja", "nee", "onbekend"};
};

enum class Persoon { natuurlijk_persoon, rechtspersoon };
template <>
struct Woorden<Persoon> {
  static constexpr std::array<std::string_view, 2> namen = {"natuurlijk_persoon", "rechtspersoon"};
};

enum class Standpunt { voor, tegen, onthouding };
template <>
struct Woorden<Standpunt> {
  static constexpr std::array<std::string_view, 3> namen = {"voor", "tegen", "onthouding"};
};

enum class Weegbesluit { opnemen, niet_opnemen, aanhouden };
template <>
struct Woorden<Weegbesluit> {
  static constexpr std::array<std::string_view, 3> namen = {"opnemen", "niet_opnemen", "aanhouden"};
};

enum class WegingStap { besluit, herweging, uitstroomtoets, terugkoppeling };
template <>
struct Woorden<WegingStap> {
  static constexpr std::array<std::string_view, 4> namen = {"besluit", "herweging", "uitstroomtoets",
                                                            "terugkoppeling"};
};

/// What a stuk about access does.
enum class ToegangStap { ingetrokken, overgedragen, afgeschermd, vernieuwd, aangewezen };
template <>
struct Woorden<ToegangStap> {
  static constexpr std::array<std::string_view, 5> namen = {"ingetrokken", "overgedragen", "afgeschermd",
                                                            "vernieuwd", "aangewezen"};
};

/// Which running cases a regisseur opens by role, as policy says: all, or those that are his or her own.
enum class RegisseurLeest { alle, eigen };
template <>
struct Woorden<RegisseurLeest> {
  static constexpr std::array<std::string_view, 2> namen = {"alle", "eigen"};
};

/// What was destroyed because it was wrong (artikel 8 Besluit PGA).
enum class Onjuistheid { stuk, onderdeel };
template <>
struct Woorden<Onjuistheid> {
  static constexpr std::array<std::string_view, 2> namen = {"stuk", "onderdeel"};
};

enum class Noodzaak { nog_noodzakelijk, niet_meer_noodzakelijk };
template <>
struct Woorden<Noodzaak> {
  static constexpr std::array<std::string_view, 2> namen = {"nog_noodzakelijk", "niet_meer_noodzakelijk"};
};

enum class Toetsuitkomst { voldaan, niet_voldaan, onbekend };
template <>
struct Woorden<Toetsuitkomst> {
  static constexpr std::array<std::string_view, 3> namen = {"voldaan", "niet_voldaan", "onbekend"};
};

enum class AfdoeningUitkomst { niet_voorgedragen, doorverwezen, andere_gemeente };
template <>
struct Woorden<AfdoeningUitkomst> {
  static constexpr std::array<std::string_view, 3> namen = {"niet_voorgedragen", "doorverwezen", "andere_gemeente"};
};

enum class LopendGrondslag { voor_1_juli_2025, artikel_5, onbekend };
template <>
struct Woorden<LopendGrondslag> {
  static constexpr std::array<std::string_view, 3> namen = {"voor_1_juli_2025", "artikel_5", "onbekend"};
};

enum class LopendNotificatie { verzonden, niet_verzonden, onbekend };
template <>
struct Woorden<LopendNotificatie> {
  static constexpr std::array<std::string_view, 3> namen = {"verzonden", "niet_verzonden", "onbekend"};
};

enum class PlanStap { opstelling, evaluatie, bijstelling, pas_op_de_plaats, hervat, verstrekt };
template <>
struct Woorden<PlanStap> {
  static constexpr std::array<std::string_view, 6> namen = {"opstelling",       "evaluatie", "bijstelling",
                                                            "pas_op_de_plaats", "hervat",    "verstrekt"};
};

enum class EvaluatieUitkomst { doorgaan, bijstellen, stoppen };
template <>
struct Woorden<EvaluatieUitkomst> {
  static constexpr std::array<std::string_view, 3> namen = {"doorgaan", "bijstellen", "stoppen"};
};

enum class NotificatieStap {
  verzonden,
  uitgesteld,
  heroverwogen,
  grond_vervallen,
  eerste_contact,
  eerste_verstrekking,
  deels_verzonden,
  ingezien,
  verval_gemeld,
};
template <>
struct Woorden<NotificatieStap> {
  static constexpr std::array<std::string_view, 9> namen = {
      "verzonden",           "uitgesteld",      "heroverwogen", "grond_vervallen", "eerste_contact",
      "eerste_verstrekking", "deels_verzonden", "ingezien",     "verval_gemeld"};
};

enum class HeroverwegingUitkomst { handhaven, vervallen };
template <>
struct Woorden<HeroverwegingUitkomst> {
  static constexpr std::array<std::string_view, 2> namen = {"handhaven", "vervallen"};
};

enum class AfsluitingStap { voorstel, besluit, brief };
template <>
struct Woorden<AfsluitingStap> {
  static constexpr std::array<std::string_view, 3> namen = {"voorstel", "besluit", "brief"};
};

enum class Voorstel { afsluiten, monitoren };
template <>
struct Woorden<Voorstel> {
  static constexpr std::array<std::string_view, 2> namen = {"afsluiten", "monitoren"};
};

enum class AfsluitReden {
  doelen_bereikt,
  geen_nieuwe_signalen,
  geen_verdere_aanwijzingen,
  pga_niet_toereikend,
  verhuisd,
  overleden,
  anders,
};
template <>
struct Woorden<AfsluitReden> {
  static constexpr std::array<std::string_view, 7> namen = {"doelen_bereikt",
                                                            "geen_nieuwe_signalen",
                                                            "geen_verdere_aanwijzingen",
                                                            "pga_niet_toereikend",
                                                            "verhuisd",
                                                            "overleden",
                                                            "anders"};
};

enum class BriefStand { verzonden, niet_verzonden };
template <>
struct Woorden<BriefStand> {
  static constexpr std::array<std::string_view, 2> namen = {"verzonden", "niet_verzonden"};
};

/// The answer about an aspect that always fits, whatever the scale.
inline constexpr std::string_view kOnvoldoendeInformatie = "onvoldoende_informatie";

/// Where a reasoned text or signal comes from; it chooses the compartment.
enum class Herkomst { algemeen, politie_om, zorg };
template <>
struct Woorden<Herkomst> {
  static constexpr std::array<std::string_view, 3> namen = {"algemeen", "politie_om", "zorg"};
};

}  // namespace pga::proces
