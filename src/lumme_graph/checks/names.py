"""What looks like the name of a person: a common given name and a capitalised word after it.

The lists are short on purpose: given names that are common in Finland, Finnish, Swedish and a few
English ones. Those that are ordinary words too stand apart, and count only before a word that ends
like a surname. A word in -nen is taken for a surname after any capitalised word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


GIVEN = _names("""
    Aaro Aarne Aatu Aila Aili Aino Aki Alina Alisa Alli Amanda Anette Anita Anja Anneli Anni
    Annika Annikki Annukka Anselmi Anton Antti Anu Ari Arja Arto Asta Atte Auli Birgitta Eeli
    Eemeli Eero Eetu Eeva Eevi Eija Eila Eino Elias Eliel Eliisa Elina Elisa Ella Elli Elsa Elviira
    Emilia Emma Emmi Ensio Erja Erkki Essi Esko Ester Eveliina Hanna Hannele Hannu Harri Heidi
    Heikki Heimo Heini Helena Heli Hely Henna Henri Henrik Henry Hilkka Hilla Iida Iina Ilkka Ilmari
    Ilona Inka Inkeri Irja Irma Irmeli Isto Jaakko Jaana Jani Janika Janne Jari Jarkko Jarmo Jenna
    Jenni Jere Jesse Joel Johanna Johannes Joona Joonas Jorma Jouko Jouni Juha Juhana Juhani Juho
    Jukka Juliana Jussi Jutta Juuso Jyrki Kaarina Kaija Kaisa Kaisu Kalervo Kalevi Kalle Karoliina
    Katariina Katja Katri Kauko Kerttu Kimmo Kirsi Kirsti Klaus Konsta Krista Kristiina Kyllikki
    Lasse Lassi Laura Lauri Leena Leevi Leila Liisa Linnea Lotta Maarit Maija Maire Mari Maria
    Mariia Marika Marita Maritta Marja Marjatta Marjo Marjut Marko Markku Markus Marleena Martta
    Martti Matias Matilda Matleena Matti Mervi Mia Miia Miika Mika Mikael Mikko Milla Minna Mirja
    Mirjami Mirva Niina Niklas Nina Noora Olavi Olivia Olli Osmo Otto Outi Paavo Pasi Pauliina
    Paula Pauli Pekka Pentti Pertti Petra Petri Petteri Piia Pirjo Pirkko Päivi Päivikki Raija Raili
    Raimo Rami Rasmus Rauno Reetta Reijo Reino Riikka Risto Ritva Roosa Saara Saija Saku Sakari Salla
    Sami Samuel Samuli Sanna Sanni Santeri Sara Sari Seija Senja Seppo Silja Simo Sini Sinikka
    Sirkka Sirpa Sofia Soile Susanna Susanne Taina Taneli Tapani Tapio Tarja Tarmo Taru Teemu Teija
    Tellervo Teppo Terhi Terho Tero Tiia Tiina Timo Tomi Tommi Topias Tuija Tuomas Tuomo Tuula Tytti
    Ulla Urho Väinö Valtteri Veera Veijo Veikko Vesa Viivi Vilho Viljami Ville Virpi Virve Wilma
    Alexander Anders Axel Barbro Bengt Birgit Bo Bror Camilla Carina Carita Carl Carola Cecilia
    Charlotta Christer Christian Christina Ebba Elisabeth Erik Eva Fredrik Göran Gun Gunilla Gunnar
    Gustaf Gustav Håkan Hans Helge Ingrid Johan Jonas Karin Karl Kerstin Kjell Kristian Kristina
    Lars Leif Lena Linda Magnus Margareta Margit Marianne Marita Monica Nils Oskar Peter Ragnar
    Robert Rolf Stefan Sten Stig Sven Thomas Tove Ulf Ulrika Viktor Viveka Åke Åsa
    Alice Andrew David Elizabeth James Jane Jennifer John Julia Kate Lucy Mary Michael Patricia Paul
    Richard Sarah Simon Susan Thomas William
""")
"""Given names that are hardly anything else."""

ALSO_WORDS = _names("""
    Aamu Aarre Aina Anna Armas Helmi Hilja Ilma Ilta Impi Into Jan Kai Kaino Kari Kauri Lahja Lumi
    Meri Oiva Onni Orvokki Per Pilvi Pyry Rauha Satu Sulo Suvi Säde Taika Taimi Toivo Tuuli Tyyne
    Ukko Usko Vappu Vieno Viola Grace Mark May Rose
""")
"""Given names that are ordinary words too, such as *anna* (give) or *satu* (tale)."""

_SHORTEST = 4
"""The fewest letters of a known name that an inflected form is told by."""

_WORD = r"[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?"
CAPITALS = re.compile(
    r"([A-ZÅÄÖ][a-zåäöéü]+)"
    r"(?=,?\s+(?:[A-ZÅÄÖ]\.\s*)?(?:(?:von|af|de|van)\s+)?([A-ZÅÄÖ][a-zåäöéü]+))"
)
"""Two capitalised words, found fast in every text in which there may be a name."""

_PAIR = re.compile(
    rf"\b(?P<given>{_WORD})(?=\s+(?:[A-ZÅÄÖ]\.\s*)?(?:(?:von|af|de|van)\s+)?(?P<family>{_WORD})(?!@)"
    r"(?P<rest>[-\s]\S+)?)"
)
_TURNED = re.compile(rf"\b(?P<family>{_WORD}),\s+(?P<given>{_WORD})\b")
_SURNAME = re.compile(
    r".+(?:nen|se(?:n|lle|ll[aä]|lt[aä]|st[aä]|en)|ström|qvist|kvist|berg|lund|sson|stedt|mäki|niemi"
    r"|salo|koski|virta|järvi|joki|lahti|ranta|harju|maa|la|lä)"
    r"|Laine|Salmi|Aalto|Saari|Salo|Mäki|Niemi|Koski|Virta|Lehto|Rinne|Laakso|Aho|Kangas|Smith"
)
_STREET = re.compile(
    r"[-\s](?:tie|katu|kadu|kuja|polku|polu|aukio|puisto|raitti|raiti|väylä|silta|silla|tori|ranta"
    r"|ranna|rinne|säätiö)(?:n|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä)?\W*"
)


def may_be_name(found: re.Match[str]) -> bool:
    """May two capitalised words be a name, on a first look?"""
    one, other = found.groups()
    return one in GIVEN or one in ALSO_WORDS or other in GIVEN or other.endswith("nen")


def names_in(words: str, known: Collection[str] = ()) -> Iterator[str]:
    """What in a text looks like a person's name; the name of a street does not.

    `known` are words of the names of places and things, which a surname may look like.

    >>> list(names_in("Kirjan on lukenut Maija Virtanen, os. Raili Kostian tie 5."))
    ['Maija Virtanen']
    """
    for found in _PAIR.finditer(words):
        given, family = found["given"], found["family"]
        if not _is_street(found["rest"]) and _is_person(given, family, known):
            yield f"{given} {family}"
    for found in _TURNED.finditer(words):
        given, family = found["given"], found["family"]
        if _first(given) in GIVEN and _SURNAME.fullmatch(family):
            yield f"{given} {family}"


def _is_street(rest: str | None) -> bool:
    return rest is not None and _STREET.fullmatch(rest) is not None


def _is_person(given: str, family: str, known: Collection[str]) -> bool:
    first = _first(given)
    if first in GIVEN:
        return given not in known or not _is_form_of(family, known)
    if _is_form_of(family, known) or not _SURNAME.fullmatch(family):
        return False
    return first in ALSO_WORDS or family.endswith("nen")


def _is_form_of(word: str, known: Collection[str]) -> bool:
    """Does a word begin with one that is known, as inflected forms do?"""
    return any(word[:n] in known for n in range(_SHORTEST, len(word) + 1))


def _first(given: str) -> str:
    return given.partition("-")[0]
