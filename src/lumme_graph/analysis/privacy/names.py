"""What looks like the name of a person: a common given name and a capitalised word after it.

The lists are short on purpose: given names that are common in Finnish, Swedish, English, Welsh,
German and French. Those that are ordinary words too stand apart, and count only before a word that
looks like a surname. A word in -nen is taken for a surname after any capitalised word. Names of other
languages, in other scripts, or of a given name alone are not looked for.
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
    Richard Sarah Simon Susan Thomas William Alan Amy Barbara Brian Charles Charlotte Chloe Christopher
    Claire Colin Daniel Deborah Donald Dorothy Edward Emily Geoffrey George Gillian Graham Harriet
    Helen Jack Janet Jason Jessica Joan Jonathan Joseph Joyce Judith Karen Kathleen Keith Kenneth Kevin
    Linda Lisa Louise Malcolm Margaret Martin Matthew Nancy Nicholas Nicola Nigel Norman Oliver Pamela
    Peter Philip Rachel Raymond Rebecca Robert Roger Ronald Rosemary Ruth Samantha Sandra Sharon
    Sheila Stephen Steven Stuart Timothy Trevor Valerie Victoria Wendy
    Aled Alun Angharad Arwel Arwyn Bethan Bronwen Cadi Caradog Carwyn Carys Catrin Ceinwen Cerys
    Dafydd Delyth Dilwyn Dilys Dylan Eifion Eilir Einir Eirian Eirlys Eirwen Eleri Elin Eluned Emlyn
    Emrys Emyr Esyllt Ffion Fflur Gareth Geraint Gerallt Gethin Gruffudd Gruffydd Guto Gwawr Gwen
    Gwenan Gwenda Gwenllian Gwenno Gwilym Gwyneth Heledd Hefin Huw Hywel Idris Iestyn Ieuan Ifan Ifor
    Illtyd Ioan Iolo Islwyn Iwan Lleucu Llewelyn Llinos Llywelyn Lowri Luned Mair Mared Megan Meinir
    Meirion Meleri Menna Mererid Merfyn Morfydd Myfanwy Myrddin Nerys Nia Olwen Osian Owain Rhian
    Rhiannon Rhodri Rhun Rhydian Rhys Siân Siôn Sioned Steffan Tegwen Tomos Trefor Tudur Wyn
    Andreas Angelika Anke Annegret Armin Bernd Bernhard Birgit Brigitte Christa Christel Christoph
    Claudia Cornelia Daniela Detlef Dieter Doris Dorothea Eberhard Elfriede Elke Erika Felix Florian
    Franziska Friedrich Fritz Gabriele Gerda Gerhard Gertrud Gisela Gudrun Günter Günther Hannelore
    Heike Heinrich Heinz Helga Helmut Hildegard Holger Horst Hubert Ilse Inge Irmgard Joachim Johann
    Jochen Josef Julian Jürgen Jürg Jörg Käthe Katharina Katrin Kerstin Konrad Kurt Lieselotte Ludwig
    Lukas Lutz Manfred Manuela Margarete Martina Matthias Maximilian Monika Norbert Otto Petra Rainer
    Regina Reinhard Renate Roland Rudolf Rüdiger Sabine Sebastian Siegfried Sigrid Silke Silvia
    Steffen Susanne Sven Tanja Theodor Thorsten Tobias Torsten Traudel Ulrich Ulrike Ursula Ute Uwe
    Verena Volker Walter Waltraud Wilhelm Wolfgang Yvonne
    Adèle Agnès Alain Albert Alexandre Amélie Anaïs André Andrée Antoine Arnaud Aurélie Bastien Béatrice
    Benoît Bernadette Cécile Céline Chantal Chloé Christelle Christiane Christophe Clément Colette
    Corinne Damien Danielle Delphine Denis Denise Didier Élise Élodie Émile Émilie Éric Étienne Fabien
    Fabrice Françoise François Frédéric Geneviève Georges Gérard Gilles Ginette Guillaume Guy Hélène
    Henriette Hervé Hugues Isabelle Jacqueline Jacques Jean Jeanne Jeannine Jérôme Joëlle Josette
    Josiane Julie Julien Laurence Laurent Léa Léon Loïc Louis Luc Lucie Lucien Madeleine Marc Marcel
    Margaux Marguerite Marie Marion Martine Mathieu Mathilde Maxime Michel Michèle Mireille Monique
    Muriel Nadine Nathalie Nicolas Nicole Noémie Océane Odette Odile Olivier Pascal Pascale Patrice
    Patrick Paulette Philippe Pierre Raphaël Raymonde Régine Rémi Rémy René Renée Robert Sabrina
    Sébastien Serge Simone Solange Sophie Stéphane Stéphanie Suzanne Sylvain Sylvie Théo Théophile
    Thérèse Thibault Thierry Valentin Valérie Véronique Virginie Xavier Yannick Yves Yvette
""")
"""Given names that are hardly anything else."""

ALSO_WORDS = _names("""
    Aamu Aarre Aina Anna Armas Helmi Hilja Ilma Ilta Impi Into Jan Kai Kaino Kari Kauri Lahja Lumi
    Meri Oiva Onni Orvokki Per Pilvi Pyry Rauha Satu Sulo Suvi Säde Taika Taimi Toivo Tuuli Tyyne
    Ukko Usko Vappu Vieno Viola Grace Mark May Rose Christian Dean Faith Glen Hope Ivy Joy June Lily
    Bryn Ceri Dewi Eira Eirwyn Enfys Glyn Gwyn Haf Non Bryony Nest Seren
    Ernst Frank Heide Linde Max Rosa Wolf Aimé Blanche Camille Claire Dominique Fleur France Pascal
    Perle Victoire Violette Violet
""")
"""Given names that are ordinary words too, such as *anna* (give) or *satu* (tale)."""

_SHORTEST = 4
"""The fewest letters of a known name that an inflected form is told by."""

_UPPER = "".join(filter(str.isupper, map(chr, range(0x250))))
_LOWER = "".join(filter(str.islower, map(chr, range(0x250))))
_ONE = rf"[{_UPPER}](?:[{_LOWER}’']{{1,40}}|[{_UPPER}]{{1,40}})"
_WORD = rf"{_ONE}(?:-{_ONE})*"
_GAP = r"[^\S\n]+"
"""What stands between the words of a name; the end of a line is that of a paragraph or a cell."""

_MIDDLE = rf"(?:[{_UPPER}]\.\s*)?(?:(?i:von|af|de|van|du|ap|ab|ferch|zu|le|la){_GAP})?"
CAPITALS = re.compile(rf"({_ONE})(?:-{_ONE})?(?=,?{_GAP}{_MIDDLE}({_ONE}))")
"""Two capitalised words, found fast in every text in which there may be a name."""

_PAIR = re.compile(
    rf"\b(?P<given>{_WORD})(?={_GAP}{_MIDDLE}(?P<family>{_WORD})(?!@)"
    r"(?P<rest>[-\s]\S+)?)"
)
_TURNED = re.compile(rf"\b(?P<family>{_WORD}),{_GAP}(?P<given>{_WORD})\b")
_SURNAME = re.compile(
    r".+(?:nen|se(?:n|lle|ll[aä]|lt[aä]|st[aä]|en)|ström|qvist|kvist|berg|lund|sson|stedt|mäki|niemi"
    r"|salo|koski|virta|järvi|joki|lahti|ranta|harju|maa|la|lä|mann|meier|meyer|maier|bauer|stein)"
    r"|Laine|Salmi|Aalto|Saari|Salo|Mäki|Niemi|Koski|Virta|Lehto|Rinne|Laakso|Aho|Kangas|Smith"
    r"|Jones|Davies|Williams|Evans|Roberts|Lewis|Hughes|Morgan|Griffiths|Edwards|Owen|Owens|Lloyd"
    r"|Rees|Jenkins|Price|Parry|Powell|Pritchard|Pugh|Vaughan|Howells|Bowen|Morris|Brown|Taylor"
    r"|Wilson|Johnson|Wright|Walker|White|Hall|Thompson|Green|Clarke|Jackson|Harris|Müller|Schmidt"
    r"|Schneider|Fischer|Weber|Wagner|Becker|Schulz|Schäfer|Koch|Richter|Klein|Wolf|Schröder|Braun"
    r"|Keller|Huber|Martin|Bernard|Dubois|Petit|Durand|Leroy|Moreau|Lefebvre|Laurent|Garnier"
    r"|Rousseau|Blanc|Favre|Rochat"
)
_STREET = re.compile(
    r"[-\s](?:tie|katu|kadu|kuja|polku|polu|aukio|puisto|raitti|raiti|väylä|silta|silla|tori|ranta"
    r"|ranna|rinne|säätiö)(?:n|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä)?\W*"
    r"|[-\s](?:road|street|avenue|lane|close|drive|way|square|terrace|place|crescent|bridge|park"
    r"|hall|centre|library|school|university|foundation|trust|prize|straße|strasse|weg|platz|allee"
    r"|gasse|ufer|haus|schule|gymnasium|halle|stiftung|bücherei|bibliothek|gata|gatan|väg|vägen"
    r"|torg|plats|stiftelse)\W*",
    re.IGNORECASE,
)
_NAMED_AFTER = _names(
    """
    rue place avenue boulevard quai allée cours square impasse
    passage école collège lycée bibliothèque médiathèque centre salle fondation prix
    heol stryd ffordd lôn ysgol neuadd maes parc sgwâr
    """
)
"""What stands before a name that is a street's or a house's."""

_LONGEST = 20
"""More letters than any of these has."""


def may_be_name(found: re.Match[str]) -> bool:
    """May two capitalised words be a name, on a first look?"""
    one, other = (word.capitalize() for word in found.groups())
    return one in GIVEN or one in ALSO_WORDS or other in GIVEN or other.endswith("nen")


def names_in(words: str, known: Collection[str] = ()) -> Iterator[str]:
    """What in a text looks like a person's name; the name of a street does not.

    `known` are words of the names of places and things, which a surname may look like.

    >>> list(names_in("Kirjan on lukenut Maija Virtanen, os. Raili Kostian tie 5."))
    ['Maija Virtanen']
    """
    for found in _PAIR.finditer(words):
        given, family = _written(found["given"]), _written(found["family"])
        if not _is_place(found) and _is_person(given, family, known):
            yield f"{given} {family}"
    for found in _TURNED.finditer(words):
        given, family = _written(found["given"]), _written(found["family"])
        if _first(given) in GIVEN and _SURNAME.fullmatch(family):
            yield f"{given} {family}"


def _written(name: str) -> str:
    """A name as it is usually written, also where it stands in capitals."""
    return "-".join(part.capitalize() if part.isupper() else part for part in name.split("-"))


def _is_place(found: re.Match[str]) -> bool:
    rest, start = found["rest"], found.start()
    before = found.string[max(0, start - _LONGEST) : start].casefold().split()
    after = rest is not None and _STREET.fullmatch(rest) is not None
    return after or (bool(before) and before[-1] in _NAMED_AFTER)


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
