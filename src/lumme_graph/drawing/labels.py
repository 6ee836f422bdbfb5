"""The few words that a drawing says of its own, in Finnish, English and Swedish."""

from __future__ import annotations

import re

from lumme_graph.views.network import Words

ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold at all, not even escaped; nor can the engine."""

WORDS: dict[str, dict[str, str]] = {
    "step": {"fi": "Vaihe", "en": "Step", "sv": "Steg"},
    "steps": {"fi": "Vaiheet", "en": "Steps", "sv": "Steg"},
    "actor": {"fi": "Toimija", "en": "Actor", "sv": "Aktör"},
    "lane": {"fi": "Kaista", "en": "Lane", "sv": "Bana"},
    "touchpoint": {"fi": "Kosketuspiste", "en": "Touchpoint", "sv": "Kontaktpunkt"},
    "channel": {"fi": "Kanava", "en": "Channel", "sv": "Kanal"},
    "feeling": {"fi": "Tunne", "en": "Feeling", "sv": "Känsla"},
    "evidence": {"fi": "Näyttö", "en": "Evidence", "sv": "Belägg"},
    "lowest": {"fi": "Matalin kohta", "en": "Lowest point", "sv": "Lägsta punkten"},
    "yes": {"fi": "kyllä", "en": "yes", "sv": "ja"},
    "next": {"fi": "Seuraavaksi", "en": "Next", "sv": "Härnäst"},
    "standing": {"fi": "Perusta", "en": "Standing", "sv": "Grund"},
    "sourced": {"fi": "lähteestä", "en": "from a source", "sv": "från källa"},
    "derived": {"fi": "päätelty", "en": "derived", "sv": "härlett"},
    "illustrative": {"fi": "havainnollistava", "en": "illustrative", "sv": "illustrativt"},
    "unknown": {"fi": "ei tiedossa", "en": "not known", "sv": "okänt"},
    "hollow": {"fi": "tunteesta ei näyttöä", "en": "feeling without evidence", "sv": "känsla utan belägg"},
    "flow": {"fi": "seuraava vaihe", "en": "next step", "sv": "nästa steg"},
    "branch": {"fi": "ehdollinen reitti", "en": "only under a condition", "sv": "på villkor"},
    "sheet": {"fi": "Arkki", "en": "Sheet", "sv": "Blad"},
    "continues": {"fi": "jatkoa vaiheesta {n}", "en": "continues from step {n}", "sv": "fortsätter från steg {n}"},
    "key": {"fi": "Merkit", "en": "Key", "sv": "Tecken"},
    "feeling 2": {"fi": "erittäin hyvä", "en": "very good", "sv": "mycket bra"},
    "feeling 1": {"fi": "hyvä", "en": "good", "sv": "bra"},
    "feeling 0": {"fi": "neutraali", "en": "neutral", "sv": "neutral"},
    "feeling -1": {"fi": "huono", "en": "bad", "sv": "dålig"},
    "feeling -2": {"fi": "erittäin huono", "en": "very bad", "sv": "mycket dålig"},
    "channel service-location": {"fi": "palvelupaikka", "en": "service location", "sv": "serviceställe"},
    "channel object": {"fi": "esine", "en": "object", "sv": "föremål"},
    "channel e-service": {"fi": "verkkoasiointi", "en": "e-service", "sv": "e-tjänst"},
    "channel web-page": {"fi": "verkkosivu", "en": "web page", "sv": "webbsida"},
    "channel phone": {"fi": "puhelinasiointi", "en": "phone", "sv": "telefon"},
    "channel other-channel": {"fi": "muu kanava", "en": "other channel", "sv": "annan kanal"},
    "channel message": {"fi": "viesti", "en": "message", "sv": "meddelande"},
    "channel device": {"fi": "laite", "en": "device", "sv": "apparat"},
    "channel meeting": {"fi": "tapaaminen", "en": "meeting", "sv": "möte"},
    "channel e-form": {"fi": "verkkolomake", "en": "web form", "sv": "webbformulär"},
    "channel communication": {"fi": "viestintä", "en": "communication", "sv": "kommunikation"},
    "description": {
        "fi": "{steps} vaihetta {lanes} kaistalla. Sama sisältö on tekstinä vaihe vaiheelta.",
        "en": "{steps} steps in {lanes} lanes. The same content is available as text, step by step.",
        "sv": "{steps} steg i {lanes} banor. Samma innehåll finns som text, steg för steg.",
    },
}


def say(key: str, lang: str) -> str:
    """One of the drawing's own words; English where the language is not among ours."""
    words = WORDS[key]
    return words.get(lang, words["en"])


def channel_word(channel: str, lang: str) -> str:
    """The name of a channel type; its plain id where we have no word for it."""
    key = f"channel {channel}"
    return say(key, lang) if key in WORDS else channel


def shown(words: Words) -> str:
    """The text as the reader sees it, with its language where that is not the wanted one."""
    return f"{words.text} [{words.lang}]" if words.fallback else words.text


def legal(text: str) -> str:
    """The text with a replacement sign for each character that no drawing can hold."""
    return ILLEGAL.sub("\ufffd", text)
