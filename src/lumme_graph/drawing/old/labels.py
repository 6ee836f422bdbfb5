"""The few words that a drawing says of its own."""

from __future__ import annotations

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import FEELINGS
from lumme_graph.elements.offer import ChannelType

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


def say(key: str, speak: Speaker, **params: int) -> Said:
    """One of the drawing's own words."""
    return speak(WORDS[key], **params)


def channel_word(channel: str, speak: Speaker) -> Said:
    """The name of a channel type; its plain id where there is no word for it."""
    return speak(CHANNELS.get(channel, channel))


def standing_word(standing: str, speak: Speaker) -> Said:
    """The name of a standing."""
    return speak(STANDINGS[standing])


def feeling_word(value: int, speak: Speaker) -> Said:
    """The name of a feeling from −2 to 2."""
    return speak(FEELINGS[value])
