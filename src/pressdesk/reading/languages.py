"""Which language a few lines are in, told by their small words; None where they have too few."""

from collections import Counter
from collections.abc import Iterable

from pressdesk.values.folding import fold

# Folded; no particles of names, and none that is English too. Some count for two languages.
_SMALL_WORDS = {
    "en": "the and of for with is are was were will said has have that from by please this call",
    "de": "der die das und mit fur ist sind wird werden auf bei dem den nicht ein eine zum zur im "
    "uber sich auch unter frau herr bitte sie telefon leiter leiterin mobil",
    "fr": "le les des du et pour est sont avec dans une aux qui plus par cette ete monsieur "
    "madame charge chargee bureau de",
    "es": "el los las del y para con una por que mas fue ha sobre se en al telefono movil correo "
    "prensa oficina",
    "pt": "os para com uma por que mais foi nao em ao no na pelo telefone imprensa",
    "it": "il gli della delle dei con una che piu sono nel alla ufficio stampa dott dottssa",
    "nl": "het een en voor met zijn wordt niet bij op naar deze ook mevrouw heer afdeling",
    "sv": "och att som med av for den det pa till ett en har inte vid telefon",
    "pl": "sie jest dla oraz nie od po przez prasowy prasowa",
    "fi": "ja ei se etta ovat myos seka puh",
}
_BY_WORD: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in set(_words.split()):
        _BY_WORD.setdefault(_word, []).append(_language)
_SCRIPTS = {"ru": ("\u0400", "\u04ff"), "el": ("\u0370", "\u03ff"), "ar": ("\u0600", "\u06ff"),
            "ja": ("\u3040", "\u30ff"), "zh": ("\u4e00", "\u9fff")}  # fmt: skip
# Of folded words.
_ENDS = (("coes", "pt"), ("cao", "pt"), ("cion", "es"), ("ciones", "es"), ("zioni", "it"),
         ("zione", "it"), ("ungen", "de"), ("keiten", "de"))  # fmt: skip
_LONGEST = 1500


def guess_language(lines: Iterable[str], fewest: int = 3) -> str | None:
    """Give the language whose small words are most; None where it is not plain.

    fewest: so many words of it must be there.
    """
    text = " ".join(lines)[:_LONGEST]
    if not text.isascii():
        letters = [one for one in text if one.isalpha()]
        for language, (first, last) in _SCRIPTS.items():
            if sum(first <= one <= last for one in letters) > len(letters) / 4:
                return language
    counts: Counter[str] = Counter()
    for word in fold(text).split():
        bare = word.strip(".,:;()")
        for language in _BY_WORD.get(bare, ()):
            counts[language] += 1
        counts.update(language for end, language in _ENDS if bare.endswith(end) and bare != end)
    best = counts.most_common(2)
    if not best or best[0][1] < fewest or (len(best) > 1 and best[1][1] == best[0][1]):
        return None
    return best[0][0]
