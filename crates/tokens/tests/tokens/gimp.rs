//! GIMP's palettes.

use crate::told::check;

#[test]
fn palettes_of_gimp_and_aseprite_are_read() {
    check(
        "GIMP Palette\r\nName: Quai\r\nColumns: 4\r\n# note: 1\r\n#\r\n 30  58 138\tBleu nuit\r\n255 255 255 Fond\r\n\r\n1 2\r\n300 0 0 Non\r\n0 0 0\r\n",
        "= Quai
        #1e3a8a Bleu nuit
        #ffffff Fond @ground
        #000000
        ! value 1 2
        ! value 300 0 0 Non",
    );
    check("GIMP Palette\nChannels: RGBA\n1 2 3 255 a\n1 2 3 0 b", "#010203 a\n#010203 b\n! alpha b");
    check("GIMP Palette", "");
}
