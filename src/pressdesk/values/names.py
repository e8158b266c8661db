"""Names as they are compared: folded, without the honorifics that stand before or behind them.

"Dr. Anna Keller", "Frau Anna Keller" and "ANNA KELLER" are asked for, stored and matched alike: an
honorific says nothing about who is meant. The words are those of the languages that blocks are
printed in, each as `fold_words` gives it: "г-н" is two words.
"""

from functools import lru_cache

from pressdesk.values.folding import fold_words

_WITH_PARTS = (
    "the hon", "rt hon", "dipl ing", "dott ssa", "dr ssa", "d ssa", "prof ssa", "sig ra", "sig na",
    "г н", "г ну", "г жа", "г же", "д р", "д ру", "ا د",
)  # fmt: skip
_HONORIFICS = frozenset((
    *_WITH_PARTS,
    *(one.replace(" ", "") for one in _WITH_PARTS),
    # Several languages
    "dr", "dra", "dre", "ddr", "prof", "profa", "professor", "ing",
    # English
    "doctor", "mr", "mrs", "ms", "miss", "mx", "sir", "rev", "reverend", "hon", "senator",
    "ambassador",
    # German
    "herr", "herrn", "frau", "professorin", "doktor", "maga",
    # French
    "monsieur", "mme", "madame", "mlle", "mademoiselle", "docteur", "docteure", "pr", "professeur",
    "professeure", "mgr",
    # Spanish and Portuguese
    "sr", "sra", "srta", "senor", "senora", "senorita", "senhor", "senhora", "lic", "mtro", "mtra",
    "arq", "dna", "doctora", "doutor", "doutora", "profesor", "profesora", "professora", "engo",
    "enga",
    # Italian
    "dott", "dottor", "dottore", "dottoressa", "professore", "professoressa", "sig", "signor",
    "signore", "signora", "signorina", "avv",
    # Russian
    "господин", "господину", "госпожа", "госпоже", "доктор", "доктору", "проф", "профессор",
    "профессору",
    # Arabic
    "السيدة", "الانسة", "الدكتور", "الدكتورة", "الاستاذ", "الاستاذة", "المهندس", "المهندسة",
))  # fmt: skip
# Initials, given names and surnames too ("M. Moreno", "Don Halley"): honorifics before two names.
_BEFORE_TWO_NAMES = frozenset(
    "m d me don dona dame sen pd mag arch eng on sheikh السيد د ا م".split()
) | {"mag a"}
# Of which subject somebody is a doctor: "Dr. med.", "Dr. rer. nat."
_BEHIND_OTHERS = frozenset(("med", "med univ", "jur", "iur", "rer nat", "rer pol", "h c", "hc"))
_FIRST_WORDS = frozenset(one.split()[0] for one in _HONORIFICS | _BEFORE_TWO_NAMES)
# These stand behind the name, without a space.
_BEHIND_CHINESE_NAMES = ("先生", "女士", "小姐", "博士", "教授")
_ORDINAL_SIGNS = str.maketrans({"ª": "a", "º": "o"})


@lru_cache(maxsize=5000)
def fold_name(text: str) -> str:
    """Return the folded words of a name without its honorifics: "anna keller" of "Dr. Anna Keller".

    Several in a row are taken off, with and without full stops. A name is never emptied: of one
    that is made of honorifics alone the last word stays. Folding twice is folding once.
    """
    if text.isascii():
        folded = fold_words(text)
    else:
        # "Dr.ª", where folding would make a word of the ordinal sign.
        plain = text.replace(".ª", "ª").replace(".º", "º").replace("Dª", "Dona")
        folded = _without_chinese_honorific(fold_words(plain.translate(_ORDINAL_SIGNS)))
    first, _, _ = folded.partition(" ")
    if first not in _FIRST_WORDS:
        return folded
    words = folded.split()
    return " ".join(words[_count_honorifics(words) :])


def telling_words(text: str) -> list[str]:
    """Return the folded words by which a name is found, without honorifics wherever they stand.

    Where nothing else is left, they are what is asked for: "Herr" is a surname too.
    """
    words = fold_name(text).split()
    return [word for word in words if not is_honorific(word)] or words


def is_honorific(word: str) -> bool:
    """Whether a folded word is an honorific, be it one that is a name as well."""
    return word in _HONORIFICS or word in _BEFORE_TWO_NAMES


def _count_honorifics(words: list[str]) -> int:
    """Return how many words at the beginning are honorifics; at least one word is left."""
    count = 0
    while length := _length_of_honorific(words, count):
        count += length
    return count


def _length_of_honorific(words: list[str], place: int) -> int:
    """Return how many words the honorific at a place has; 0 where none is."""
    for length in (2, 1):
        phrase = " ".join(words[place : place + length])
        names = words[place + length :]
        is_behind = place > 0 and phrase in _BEHIND_OTHERS
        if names and (phrase in _HONORIFICS or is_behind):
            return length
        if len(names) > 1 and len(names[0]) > 1 and phrase in _BEFORE_TWO_NAMES:
            return length
    return 0


def _without_chinese_honorific(folded: str) -> str:
    for honorific in _BEHIND_CHINESE_NAMES:
        name = folded.removesuffix(honorific).rstrip()
        if name and name != folded:
            return _without_chinese_honorific(name)
    return folded
