"""Words that tell what a piece of text is, of all languages together; folded (values.folding)."""

from pressdesk.text.folding import fold
from pressdesk.words import all_words

TITLE_WORDS = all_words("titles")
MEDIA_WORDS = all_words("press", "media")
PRESS_WORDS = MEDIA_WORDS | all_words("press", "")
# With agencies, and those who speak to the press.
SPEAKING_TO_PRESS = all_words("press") | all_words("titles", "press")
# Parts of an organisation; with what they are for, and whom they speak to, they name a desk.
UNITS = all_words("desks", "")
DESK_WORDS = PRESS_WORDS | all_words("desks")
ORG_WORDS = all_words("organizations")
OTHER_WORDS = all_words("other_words") | all_words("places")
PUBLIC_WORDS = all_words("public_words")
PARTICLES = all_words("particles")
HONORIFICS = all_words("honorifics")
# Without what somebody is: a mayor, a colonel.
COURTESY = HONORIFICS - all_words("honorifics", "rank")
SURNAMES = all_words("surnames")
POSTNOMINALS = all_words("postnominals")
GIVEN_NAMES = all_words("given_names")


def is_given_name(word: str) -> bool:
    """Whether a folded word is a given name, or some with hyphens: "jean-luc"."""
    return word in GIVEN_NAMES or GIVEN_NAMES.issuperset(word.split("-"))


def is_courtesy(word: str) -> bool:
    """Whether a word stands before names and says nothing else: "Dr.", "Frau"."""
    return fold(word.replace(".", "")) in COURTESY
