"""The few words that a drawing says of its own, in Finnish, English and Swedish."""

from __future__ import annotations

from lumme_graph.base.label import Label, Message
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import FEELINGS
from lumme_graph.elements.offer import ChannelType
from lumme_graph.views.network import Words

STANDINGS = {standing.value: standing.label for standing in Standing}
CHANNELS = {channel.value: channel.label for channel in ChannelType}

WORDS: dict[str, Message] = {
    "touchpoint": Label("Touchpoint"),
    "channel": Label("Channel"),
    "feeling": Label("Feeling"),
    "evidence": Label("Evidence"),
    "lowest": Label("Lowest point"),
    "yes": Label("yes"),
    "standing": Label("Standing"),
    "unknown": Label("not known"),
    "hollow": Label("feeling without evidence"),
    "sheet": Label("Sheet"),
    "continues": Label("continues from step {n}"),
    "key": Label("Key"),
}


def say(key: str, lang: str, **params: int) -> str:
    """One of the drawing's own words; English where the language is not among ours."""
    return WORDS[key].say(lang, **params)


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
