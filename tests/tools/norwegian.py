#!/usr/bin/env python3
"""Whether a text is Norwegian, as far as its letters and its commonest words tell.

    COMMAND 2>&1 | tests/tools/norwegian.py

prints the lines that are, and fails if there are any. As a module: norwegian.signs(text).
"""
import re
import sys

# Words of messages that are none in English, in small letters, and no name of a file or an option.
WORDS = """
adresse adressen adresser advarsel advarsler alle andre av avsnitt beskyttelse biblioteker blant ble blir bruk
bruker bygg denne det disse du eksempel eller endre endret enkelte enten er etter fantes feil felt feltet fil
filen filene filer finnes fjern fjernes fjernet foreslått forslaget fra funn gammel gjelder gjør har hele
hjelp hjelpen hjemmemappen hva hver hvis hvor hvordan igjen ikke ingen ingenting inn innholdet kan kjernen
kjør kommando kommandoer lag laget lagre lenke lenken lese lesing ligger linje linjen linjer mangler mappe
mappen mappene med mellomrom mente mer minst navn navnet nettsted nettstedet nettstedets noe norsk ny nye og
oppdatert oppgi overskrift publiser publisere publisert regel reglene samlingen ser sett siden sider skal
skjema skjemaet skrev skrevet skriv skrive skrives slett slik slutt som språk språket stakkvern starter sti
synonymer tegn tekst teksten til tittel tittelen tom tråder uendret ukjent unntak unntakene ut uten utkast
valg valgene varsel velg vent venter verdi verdien verdier verken vil vis viser være
""".split()

LETTERS = re.compile("[æøåÆØÅ«»]")
WORD = re.compile(r"(?<![\w/.'-])(?:" + "|".join(WORDS) + r")(?![\w/.=-])", re.IGNORECASE)


def signs(text):
    """What in a text shows that it is Norwegian."""
    return LETTERS.findall(text) + WORD.findall(text)


if __name__ == "__main__":
    found = [(line, signs(line)) for line in sys.stdin.read().splitlines()]
    for line, why in found:
        if why:
            print(f"{line}\n    norsk: {' '.join(why)}")
    sys.exit(any(why for _, why in found))
