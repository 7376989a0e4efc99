#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every letter as flat ODT is well-formed, opens in LibreOffice without a complaint, and makes a PDF with all of its
# text, on A4, with its pages numbered. Hostile names included.
. "$(dirname "$0")/begin.sh"

for programma in soffice xmllint pdftotext pdfinfo; do
  command -v $programma >/dev/null || {
    echo "skipped: no $programma here"
    exit 77
  }
done

nieuwe_kast
zaak_1 13
code 0 pga notificeer "$n" --brief b1 --peildatum 2026-02-18 -o bericht.fodt
code 0 pga notificeer "$n" --brief b1 --peildatum 2026-02-18 -o bericht.txt
code 0 pga notificeer "$n" --brief r1 --peildatum 2026-02-18 -o relatie.fodt
code 0 pga notificeer "$n" --brief r1 --geadresseerde vertegenwoordiger --peildatum 2026-02-18 -o vertegenwoordiger.fodt
code 0 pga sluit "$n" --brief b1 --peildatum 2026-09-16 -o afsluiting.fodt
zaak=$VOORBEELDEN/2-niet-opgenomen
n=$(pga melding -q --voordragen --peildatum 2026-08-24 --van "$zaak/01-aanmelding.yaml")
code 0 pga weeg "$n" --peildatum 2026-09-07 --van "$zaak/02-weging.yaml"
code 0 pga weeg "$n" --brief --peildatum 2026-09-09 -o terugkoppeling.fodt
sed -e "s|naam: Daan Schuurman|naam: \"<text:p>Da\&an ]]> 'Schuurman'\"|" "$VOORBEELDEN/4-minderjarig/01-aanmelding.yaml" >boos.yaml
n=$(pga melding -q --voordragen --peildatum 2026-08-17 --van boos.yaml)
code 0 pga notificeer "$n" --brief b1 --peildatum 2026-09-09 -o kind.fodt

for brief in *.fodt; do
  xmllint --noout "$brief" || mis "$brief is not well-formed"
  [ "$(stat -c %a "$brief")" = 600 ] || mis "$brief can be read by others"
done
soffice -env:UserInstallation="file://$map/profiel" --headless --convert-to pdf ./*.fodt >gezegd 2>&1 ||
  mis "soffice failed: $(cat gezegd)"
! grep -iE 'error|could not|corrupt' gezegd || mis 'soffice complains'
for brief in *.fodt; do
  pdf=${brief%.fodt}.pdf
  [ -s "$pdf" ] || mis "soffice made no $pdf"
  pdfinfo "$pdf" | grep -q 'Page size:.*A4' || mis "$pdf is not on A4"
  pdftotext -layout "$pdf" - | grep -q "pagina 1 van $(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')\$" || mis "$pdf has no page numbers"
done

# One letter word for word: what the text form says, the PDF says too.
pdftotext -raw bericht.pdf - | grep -v '^pagina ' | tr -cs '[:alnum:]' '\n' >pdf-woorden
tr -cs '[:alnum:]' '\n' <bericht.txt >woorden
cmp woorden pdf-woorden || {
  diff woorden pdf-woorden | head -20
  mis 'the PDF does not have the text of the letter'
}
pdftotext kind.pdf - | grep -qF "<text:p>Da&an ]]> 'Schuurman'" || mis 'a hostile name is not shown as it is'
