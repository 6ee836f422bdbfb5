"""The few words that a drawing says of its own, in Finnish, English and Swedish."""

from __future__ import annotations

from lumme_graph.base.text import Label
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import FEELINGS
from lumme_graph.elements.offer import ChannelType
from lumme_graph.views.network import Words

STANDINGS = {standing.value: standing.label for standing in Standing}
CHANNELS = {channel.value: channel.label for channel in ChannelType}

WORDS: dict[str, Label] = {
    "step": Label("Vaihe", "Step", "Steg"),
    "steps": Label("Vaiheet", "Steps", "Steg"),
    "actor": Label("Toimija", "Actor", "Aktör"),
    "lane": Label("Kaista", "Lane", "Bana"),
    "touchpoint": Label("Kosketuspiste", "Touchpoint", "Kontaktpunkt"),
    "channel": Label("Kanava", "Channel", "Kanal"),
    "feeling": Label("Tunne", "Feeling", "Känsla"),
    "evidence": Label("Näyttö", "Evidence", "Belägg"),
    "lowest": Label("Matalin kohta", "Lowest point", "Lägsta punkten"),
    "yes": Label("kyllä", "yes", "ja"),
    "next": Label("Seuraavaksi", "Next", "Härnäst"),
    "standing": Label("Asema", "Standing", "Ställning"),
    "unknown": Label("ei tiedossa", "not known", "okänt"),
    "hollow": Label("tunteesta ei näyttöä", "feeling without evidence", "känsla utan belägg"),
    "flow": Label("seuraava vaihe", "next step", "nästa steg"),
    "branch": Label("ehdollinen reitti", "only under a condition", "på villkor"),
    "sheet": Label("Arkki", "Sheet", "Blad"),
    "continues": Label(
        "jatkoa vaiheesta {n}", "continues from step {n}", "fortsätter från steg {n}"
    ),
    "key": Label("Merkit", "Key", "Tecken"),
    "description": Label(
        "{steps} vaihetta {lanes} kaistalla. Sama sisältö on tekstinä vaihe vaiheelta.",
        "{steps} steps in {lanes} lanes. The same content is available as text, step by step.",
        "{steps} steg i {lanes} banor. Samma innehåll finns som text, steg för steg.",
    ),
}


def say(key: str, lang: str) -> str:
    """One of the drawing's own words; English where the language is not among ours."""
    return WORDS[key].say(lang)


def channel_word(channel: str, lang: str) -> str:
    """The name of a channel type; its plain id where we have no word for it."""
    return CHANNELS[channel].say(lang) if channel in CHANNELS else channel


def standing_word(standing: str, lang: str) -> str:
    """The name of a standing."""
    return STANDINGS[standing].say(lang)


def feeling_word(value: int, lang: str) -> str:
    """The name of a feeling from −2 to 2."""
    return FEELINGS[value].say(lang)


def shown(words: Words) -> str:
    """The text as the reader sees it, with its language where that is not the wanted one."""
    return f"{words.text} [{words.lang}]" if words.fallback else words.text
