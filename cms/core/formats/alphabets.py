"""How languages order their letters, in short form of the rules of CLDR (UTS #35, part 5).

`n < ñ` places ñ after n as a letter of its own; `d << đ` sorts đ with d, and apart from it only
where two texts are otherwise equal. Chains go on from the letter before, `;` ends one. A group of
letters (`c < ch`) counts as one letter, and behind a group (`ae << æ`) one letter counts as many.
Letters with marks need no rule unless they are letters of their own: é sorts with e.
"""

ROOT = """
    ae << æ; b < ɓ; d << đ << ð < ɖ < ɗ; e < ǝ < ə < ɛ; f < ƒ; g < ɣ; h << ħ; i < ı; k < ƙ; l << ł;
    n < ɲ < ŋ; o << ø < ɔ; oe << œ; ss << ß; t < ŧ; v < ʋ; y < ƴ; z < ʒ < þ;
    σ << ς; כ << ך; מ << ם; נ << ן; פ << ף; צ << ץ;
    а < ә; г << ґ < ғ; д < ђ; е < є; ж < җ; з < ѕ; и < і < й < ј; к < қ; л < љ; н < ң < њ; о < ө;
    т < ћ; у < ү < ұ; х < һ; ч < џ;
    ء < آ < أ < ٱ < ؤ < إ < ئ; ب < پ; ث < ٹ; ج < چ; ذ < ڈ; ز < ڑ < ژ; ف < ڤ; ك < ک < گ;
    ه < ھ < ہ < ە; و < ۆ < ۇ; ي < ی < ې < ے
"""

_NORDIC_WEST = "th << þ; y << ü << ű; z < æ << ä << ę < ø << ö << ő << œ < å << aa"
_SOUTH_SLAVIC = "c < č < ć; d < dž < đ; l < lj; n < nj; s < š; z < ž"

ALPHABETS = {
    "ar": "ء << أ << ؤ << إ << ئ << ا; ءء << آ; ت << ة; ى << ي << ی",
    "az": "c < ç; e < ə; g < ğ; h < x < ı; k < q; o < ö; s < ş; u < ü; z < w",
    "be": "е < ё; у < ў",
    "bs": _SOUTH_SLAVIC,
    "cs": "c < č; h < ch; r < ř; s < š; z < ž",
    "cy": "c < ch; d < dd; f < ff; g < ng; l < ll; p < ph; r < rh; t < th",
    "da": _NORDIC_WEST,
    "dsb": "c < č < ć; e < ě; h < ch; k < ł; n < ń; s < š < ś; z < ž < ź",
    "eo": "c < ĉ; g < ĝ; h < ĥ; j < ĵ; s < ŝ; u < ŭ",
    "es": "n < ñ",
    "et": "s < š < z < ž; w < õ < ä < ö < ü",
    "fa": "ء < آ < ا << ٱ < ء << أ << إ << ؤ << ئ; ک << ك < گ;"
    "ن < و < ۆ < ۇ < ه << ە << ہ << ة << ھ < ی << ى << ے << ي << ې",
    "fi": "y << ü; þ < å < ä << æ < ö << ø",
    "fil": "n < ñ < ng",
    "fo": _NORDIC_WEST,
    "fy": "i << y",
    "gl": "n < ñ",
    "hr": _SOUTH_SLAVIC,
    "hsb": "c < č < ć; e < ě; h < ch; k < ł; r < ř; s < š; z < ž < ź",
    "hu": "c < cs; d < dz < dzs; g < gy; l < ly; n < ny; o < ö << ő; s < sz; t < ty; u < ü << ű;z < zs",
    "is": "a < á; d << đ < ð; e < é; i < í; o < ó; u < ú; y < ý; þ < æ << ä < ö << ø < å",
    "kk": "е < ё; у < ұ < ү; ы < і",
    "ku": "c < ç; e < ê; i < î; s < ş; u < û",
    "ky": "е < ё",
    "lt": "c < č; i << y; s < š; z < ž",
    "lv": "a < ā; c < č; e < ē; g < ģ; i < y < ī; k < ķ; l < ļ; n < ņ; o < ō; s < š; u < ū; z < ž",
    "mk": "ђ < ѓ; и << й; ћ < ќ",
    "mt": "b < ċ; f < ġ; g < għ; h < ħ; y < ż",
    "nb": _NORDIC_WEST,
    "nn": _NORDIC_WEST,
    "no": _NORDIC_WEST,
    "pl": "a < ą; c < ć; e < ę; l < ł; n < ń; o < ó; s < ś; z < ź < ż",
    "ro": "a < ă < â; i < î; s < ş << ș; t < ţ << ț",
    "sk": "a < ä; c < č; h < ch; o < ô; r < ř; s < š; z < ž",
    "sl": "c < č < ć; d < đ; s < š; z < ž",
    "sq": "c < ç; d < dh; e < ë; g < gj; l < ll; n < nj; r < rr; s < sh; t < th; x < xh; z < zh",
    "sr": "и << й",
    "sr-latn": _SOUTH_SLAVIC,
    "sv": "th << þ; y << ü << ű; z < å < ä << æ << ę < ö << ø << ő << œ << ô",
    "tk": "c < ç; e < ä; j < ž; n < ň; o < ö; s < ş; u < ü; y < ý",
    "tr": "c < ç; g < ğ; h < ı; o < ö; s < ş; u < ü",
    "uk": "г < ґ; і < ї",
    "ur": "ا << أ < آ; ت < ٹ; د < ڈ; ر < ڑ; ن < و << ؤ < ہ < ھ < ء < ی << ئ < ے",
    "uz": "z < oʻ < gʻ < sh < ch",
    "vi": "a < ă < â; d < đ; e < ê; o < ô < ơ; u < ư",
}

DOTLESS_I = {"az": True, "tr": True}  # languages whose capital of ı is I, and of i is İ

SCRIPT_NAMES = {
    # The first word of the Unicode names of a script's letters. A list starts with the letters of
    # the reader's own script, as CLDR has it; Latin ones come first anyway.
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Jpan": "CJK",
    "Kore": "HANGUL",
    "Taml": "TAMIL",
    "Thaa": "THAANA",
    "Thai": "THAI",
}
