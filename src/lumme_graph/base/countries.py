"""The countries that there are: the two-letter codes of ISO 3166-1, and the nearest to a word."""

from __future__ import annotations

from lumme_graph.base.guess import nearest

COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ
    BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ
    DE DJ DK DM DO DZ
    EC EE EG EH ER ES ET
    FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
    HK HM HN HR HT HU
    ID IE IL IM IN IO IQ IR IS IT
    JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ
    LA LB LC LI LK LR LS LT LU LV LY
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ
    NA NC NE NF NG NI NL NO NP NR NU NZ
    OM
    PA PE PF PG PH PK PL PM PN PR PS PT PW PY
    QA
    RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ
    TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
    UA UG UM US UY UZ
    VA VC VE VG VI VN VU
    WF WS
    YE YT
    ZA ZM ZW
    """.split()  # noqa: SIM905 - a line a letter
)
"""The code of every country."""

_OF_BRITAIN = ("uk", "britain", "wales", "cymru", "england", "scotland", "northern ireland")


def nearest_country(word: str) -> str | None:
    """The country that may be meant: by another spelling of its code, or by its name in English.

    >>> nearest_country("UK"), nearest_country("fi"), nearest_country("Suomi")
    ('GB', 'FI', 'FI')
    """
    from lumme_graph.base.forms import countries_by_name

    code = word.strip().upper()
    if code in COUNTRIES:
        return code
    names = countries_by_name() | dict.fromkeys(_OF_BRITAIN, "GB")
    return names.get(nearest(word.strip().casefold(), names) or "")
