#!/bin/sh
# Rebuilds the report's fonts in web/src/main/resources/fonts.
# Needs npm, a python3 (or $PYTHON) with fontTools (Debian: python3-fonttools) and, for the fallback, Debian's fonts-droid-fallback.
# PDFBox embeds fonts with glyf outlines only, so the TTF of @expo-google-fonts/noto-sans-sc is the source, not Debian's CFF.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
fonts=$here/web/src/main/resources/fonts
package=@expo-google-fonts/noto-sans-sc@0.4.3
droid=/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$work" && npm pack --silent "$package" >/dev/null && tar xzf ./*.tgz)

# every character of GB 2312, plus Latin, general punctuation, arrows, mathematical signs and geometric marks
"$python" - >"$work/unicodes" <<'PY'
points = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x2010, 0x2040))
points |= set(range(0x2190, 0x219A)) | {0x2103, 0x2116, 0x2211, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25B2, 0x25B3}
points |= {0x25BC, 0x25BD, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x2605, 0x2606, 0x2014, 0x2026, 0x2200}
points |= set(range(0x3000, 0x3020)) | set(range(0xFF01, 0xFF5F)) | {0xFFE5}
for row in range(0xA1, 0xF8):
    for cell in range(0xA1, 0xFF):
        try:
            points.add(ord(bytes([row, cell]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
print(",".join("U+%04X" % p for p in sorted(points)))
PY

for weight in 400Regular 700Bold; do
  "$python" -m fontTools.subset "$work/package/$weight/NotoSansSC_$weight.ttf" \
    --unicodes-file="$work/unicodes" --layout-features='' --no-hinting --drop-tables+=GPOS,GSUB,GDEF,BASE,vhea,vmtx \
    --output-file="$work/cut.ttf"
  # the table of variation sequences (cmap format 14) is one that PDFBox cannot read and warns of
  "$python" - "$work/cut.ttf" "$fonts/NotoSansSC-${weight#???}-GB2312.ttf" <<'PY'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1], recalcTimestamp=False)
font["cmap"].tables = [t for t in font["cmap"].tables if t.format != 14]
font.save(sys.argv[2])
PY
done
cp "$work/package/LICENSE_FONT" "$fonts/NotoSansSC-OFL.txt"
if [ -f "$droid" ]; then
  cp "$droid" "$fonts/DroidSansFallback.ttf"
else
  echo "fonts-droid-fallback is not installed: DroidSansFallback.ttf is left as it is" >&2
fi
