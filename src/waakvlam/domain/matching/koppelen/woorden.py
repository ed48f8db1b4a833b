"""The words in Dutch names that are not part of the family name itself.

Kept as data, apart from the rules, so that a consulent's remark ("wij krijgen ook `mej.`") is one word here.
All words are in folded form: lower case, no accents, no apostrophes, `ij` written as `y`.
"""

TUSSENVOEGSELS = (
    "aan", "af", "al", "am", "auf", "aus", "ben", "bin", "bij", "by", "d", "da", "dal", "dalla", "das", "de", "deca",
    "degli", "dei", "del", "della", "den", "der", "des", "di", "die", "do", "don", "dos", "du", "een", "el",
    "het", "ibn", "im", "in", "int", "l", "la", "las", "le", "les", "lo", "los", "of", "onder", "op", "over",
    "s", "t", "te", "ten", "ter", "tho", "thoe", "to", "toe", "tot", "uit", "uyt", "van", "v", "vd", "ver", "vh", "vom", "von", "voor",
    "vor", "zu", "zum", "zur",
)  # fmt: skip

TITELS = (
    "ba", "bc", "bsc", "dhr", "dr", "drs", "erven", "fam", "familie", "heer", "ing", "ir", "jhr", "jkvr", "jr", "llm",
    "ma", "mej", "mevr", "mevrouw", "mr", "msc", "mw", "phd", "prof", "sr",
)  # fmt: skip

# What follows one of these is a trade name, not a person's name.
HANDELEND_ONDER = ("h o", "thodn", "t h o d n", "handelend onder de naam", "handelend onder")

ZAAKWOORDEN = (
    "aannemersbedryf", "administratiekantoor", "advies", "adviesbureau", "autobedryf", "bakkery", "bedryf",
    "bloemenhandel", "bouw", "bouwbedryf", "bv", "b v", "cafe", "cafetaria", "consultancy", "dienstverlening",
    "eenmanszaak", "en zn", "en zonen", "garage", "handelsonderneming", "holding", "hoveniersbedryf", "installatiebedryf",
    "kapsalon", "klusbedryf", "klussenbedryf", "loodgietersbedryf", "nv", "n v", "onderhoudsbedryf", "restaurant",
    "schildersbedryf", "schoonheidssalon", "schoonmaakbedryf", "slagery", "stichting", "stukadoorsbedryf",
    "taxibedryf", "timmerbedryf", "transport", "transportbedryf", "vof", "v o f", "zzp",
)  # fmt: skip

# Between a person's own name and a partner's name, besides the hyphen.
NAAMSCHEIDERS = ("e v", "ev", "geb", "geboren", "gehuwd met", "echtgenote van", "weduwe van", "wed")
